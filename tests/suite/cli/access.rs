//! Somebody is given access, and signs in with the link once.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use store::{Store, StoreOptions};

use super::{Desk, Running, has};
use crate::support::rows::number;
use crate::support::second_factor::code;

#[tokio::test]
async fn somebody_is_given_access_and_signs_in_once() {
    let desk = Desk::new();
    let add = ["user", "add", "--name", "Styrning", "--email", "S@nytta.example"];
    let roles = ["--role", "steering_unit", "--role", "portfolio_manager"];
    let said = desk.works(&[&add[..], &roles[..]].concat());
    let token = said
        .trim_end()
        .strip_prefix("portfolio_manager, steering_unit: http://127.0.0.1:3000/logga-in/")
        .unwrap_or_else(|| panic!("the roles and a link: {said}"));
    let again = desk.fails(&[&add[..], &roles[..]].concat(), 1);
    let expected =
        "there is an account with this e-mail address: nytta user link --email makes a new link for it";
    assert_eq!(again, expected);
    let other = ["user", "add", "--name", "Annan", "--role", "admin"];
    let elsewhere = desk.works(&[&other[..], &["--url", "https://nytta.example.se/"]].concat());
    has(&elsewhere, &["admin: https://nytta.example.se/logga-in/"]);
    let new = desk.works(&["user", "link", "--email", "s@Nytta.example"]);
    // It takes the place of the one that was not used.
    let (link, replaced) = ("http://127.0.0.1:3000/logga-in/", token);
    let token = new.trim_end().strip_prefix(link);
    let token = token.unwrap_or_else(|| panic!("a link: {new}"));
    assert_ne!(token, replaced);
    let nobody = desk.fails(&["user", "link", "--email", "ingen@nytta.example"], 1);
    has(&nobody, &["no account with this e-mail address"]);
    for (wrong, named) in [(["--name", " "], "no name"), (["--email", "ett"], "ett")] {
        let mut words = vec!["user", "add", "--role", "admin"];
        if wrong[0] != "--name" {
            words.extend(["--name", "Annan"]);
        }
        words.extend(wrong);
        has(&desk.fails(&words, 1), &[named]);
    }

    let mut command = desk.command(&["serve", "--addr", "127.0.0.1:0"]);
    let child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    let mut running = Running(child.expect("the program starts"));
    let mut line = String::new();
    let output = running.0.stdout.take().expect("its output");
    BufReader::new(output).read_line(&mut line).expect("text");
    let address = line
        .trim_end()
        .strip_prefix("listening on ")
        .expect("where it listens");
    let client = reqwest::Client::builder()
        .cookie_store(true)
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .expect("a client");
    let sign_in = async || {
        let form = client.post(format!("{address}/api/password_choose"));
        let chosen = [
            ("token", token),
            ("password", "tre gula båtar på isen"),
            ("again", "tre gula båtar på isen"),
        ];
        let form = form.header("origin", address).form(&chosen);
        form.send().await.expect("an answer")
    };
    let before = client.get(format!("{address}/struktur")).send().await;
    assert_eq!(before.expect("an answer").headers()["location"], "/logga-in");
    assert_eq!(sign_in().await.headers()["location"], "/kod");
    let page = client.get(format!("{address}/kod")).send().await;
    let page = page.expect("an answer").text().await.expect("text");
    let letters = page
        .split("app-letters\">")
        .nth(1)
        .and_then(|rest| rest.split('<').next());
    let typed = code(letters.expect("what the app needs"), server::now());
    let form = client.post(format!("{address}/kod")).header("origin", address);
    let kept = form.form(&[("code", typed)]).send().await.expect("an answer");
    assert_eq!(kept.status(), 200);
    let after = client.get(format!("{address}/struktur")).send().await;
    assert_eq!(after.expect("an answer").status(), 200, "the link signs in");
    let twice = sign_in().await;
    assert!(
        twice.headers()["location"]
            .to_str()
            .expect("ASCII")
            .contains("404"),
        "a link works once"
    );
    drop(running);
    let store = Store::connect(&StoreOptions::new(desk.url()))
        .await
        .expect("opens");
    let added =
        "SELECT COUNT(*) FROM audit_event WHERE action IN ('account.add', 'link.issue') AND actor_id IS NULL";
    assert_eq!(number(&store, added).await, 5, "by the operator, in the log");
}
