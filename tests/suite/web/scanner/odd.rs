//! Addresses and fields that nobody means.

use domain::role::Role;
use reqwest::Client;

use crate::web::edge::{ACTIONS, OPEN};
use crate::web::site::Site;

/// Addresses that nobody means: each is answered, and none by a fault.
#[tokio::test]
async fn odd_addresses_are_answered_to_every_role() {
    let site = Site::demo().await;
    let nowhere = "00000000-0000-7000-8000-000000000000";
    let odd = [
        nowhere,
        "1",
        "-1",
        "x%00y",
        "..%2f..%2fetc",
        "%F0%9F%92%A9",
        "'%20OR%201=1--",
        "{id}",
        "%25n",
    ];
    let pages: Vec<String> = server::router::page_paths();
    let mut roles: Vec<Client> = vec![site.client()];
    for role in [Role::SteeringUnit, Role::Admin, Role::BenefitOwner] {
        roles.push(site.signed_in(role).await);
    }
    // The page of failures answers as one, whatever it is asked.
    for page in pages.into_iter().filter(|page| page != "/fel") {
        for word in odd {
            let mut path: Vec<&str> = page.split('/').collect();
            for part in path.iter_mut().filter(|part| part.starts_with('{')) {
                *part = word;
            }
            let path = format!(
                "{}?draft={word}&rapport={word}&sida={word}&q={word}",
                path.join("/")
            );
            for client in &roles {
                let status = site.get(client, &path).await.status();
                assert!(!status.is_server_error(), "{path} answers {status}");
            }
        }
    }
    for action in ACTIONS.iter().filter(|action| !OPEN.contains(action)) {
        for client in &roles {
            let fields = [
                ("id", "x\u{0}y"),
                ("version", "99999999999999999999"),
                ("note", "x"),
            ];
            let status = site.post(client, action, &fields).await.status();
            assert!(!status.is_server_error(), "{action} answers {status}");
        }
    }
}
