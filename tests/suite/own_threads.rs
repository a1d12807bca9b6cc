//! The program with the threads that it gives itself. Tests that call the site within their own process have larger ones.

use std::collections::{BTreeSet, VecDeque};

use crate::support::folder::Folder;
use crate::support::program::Server;
use crate::web::html::hrefs;

/// An address without what tells one thing from another: nothing that is asked for, and a star for what has a number.
fn shape(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let part = |part: &str| {
        let is_one_of_many = part.contains(|character: char| character.is_ascii_digit());
        if is_one_of_many {
            "*".to_owned()
        } else {
            part.to_owned()
        }
    };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// A page of each kind that links lead to from the first one, as a debug build draws it.
#[tokio::test]
async fn the_program_draws_each_kind_of_page() {
    let folder = Folder::new();
    let server = Server::start(&folder.database("nytta.sqlite"), &["--demo"]);
    for (role, first, kinds) in [("admin", "/admin", 10), ("portfolio_manager", "/", 50)] {
        let client = server.signed_in(role).await;
        let mut seen = BTreeSet::from([shape(first)]);
        let mut ahead = VecDeque::from([first.to_owned()]);
        while let Some(path) = ahead.pop_front() {
            let answer = client.get(format!("{}{path}", server.address)).send().await;
            let answer = answer.unwrap_or_else(|error| panic!("{role} {path}: {error}\n{}", server.log()));
            let status = answer.status();
            assert!(
                status.is_success() || status.is_redirection(),
                "{role} {path}: {status}"
            );
            let kind = answer.headers().get("content-type");
            if !kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
                continue;
            }
            let page = answer.text().await.expect("a page");
            let links = hrefs(&page, "a[href^='/']").into_iter();
            ahead.extend(links.filter(|link| seen.insert(shape(link))));
        }
        assert!(seen.len() >= kinds, "{role} is led to few: {seen:?}");
    }
}
