//! Serving: a port that is taken, and the demo from its links to its end.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::process::{Command, Stdio};

use domain::role::Role;

use super::{Desk, Running, has};

#[test]
fn a_taken_port_is_named_with_the_way_out() {
    let desk = Desk::new();
    let taken = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let addr = taken.local_addr().expect("an address").to_string();
    let line = desk.fails(&["serve", "--demo", "--addr", &addr], 1);
    has(&line, &[&addr, "--addr"]);
    assert!(!desk.file("nytta.sqlite").exists(), "the port comes first");
    let line = desk.fails(&["serve", "--demo", "--addr", "0.0.0.0:0"], 1);
    has(&line, &["0.0.0.0", "this machine"]);
}

#[tokio::test]
async fn the_demo_prints_a_link_a_role_and_ends_when_told_to() {
    let desk = Desk::new();
    let mut command = desk.command(&["serve", "--demo", "--addr", "127.0.0.1:0"]);
    let child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    let mut running = Running(child.expect("the program starts"));
    let output = running.0.stdout.take().expect("its output");
    let mut links = Vec::new();
    let mut address = None;
    for line in BufReader::new(output).lines() {
        let line = line.expect("text");
        if let Some(found) = line.strip_prefix("listening on ") {
            address = Some(found.to_owned());
            break;
        }
        let (role, link) = line.split_once(": ").expect("a role and its link");
        links.push((role.to_owned(), link.to_owned()));
    }
    let address = address.expect("it says where it listens");
    let roles: Vec<&str> = links.iter().map(|(role, _)| role.as_str()).collect();
    assert_eq!(roles, Role::ALL.map(Role::code), "one link a role");
    let client = reqwest::Client::new();
    for (_, link) in &links {
        let page = client.get(link).send().await.expect("an answer");
        assert_eq!(page.status(), 200);
        let page = page.text().await.expect("text");
        assert!(
            page.contains("/api/link_consume"),
            "a button, and nothing used up"
        );
    }
    let ready = client.get(format!("{address}/readyz")).send().await;
    assert_eq!(ready.expect("an answer").status(), 200);
    let told = Command::new("kill")
        .args(["-TERM", &running.0.id().to_string()])
        .status();
    assert!(told.expect("kill is there").success());
    assert!(running.0.wait().expect("it ends").success(), "a clean end");
}
