//! A server that is told to stop: no longer ready, then no new connections, what goes on is finished, and nobody holds it up.
//! What it leaves is one file.

use std::path::Path;
use std::time::{Duration, Instant};

use store::repo::audit_event::audit_head_load;
use store::{Closed, Kind, Store, StoreOptions};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::sleep;

use crate::support::database::{World, on_both};
use crate::support::demo::portfolio;
use crate::support::folder::Folder;
use crate::support::operator;
use crate::support::program::{Server, program, said};
use crate::support::rows::{count, must};
use crate::support::sending::half_a_form;

/// What those who have begun are given.
const GIVEN: Duration = Duration::from_secs(8);
/// Whoever waits for longer is held up.
const PATIENCE: Duration = Duration::from_secs(20);

#[tokio::test]
async fn a_server_that_is_told_to_stop_finishes_what_goes_on_and_waits_for_nobody_for_long() {
    let folder = Folder::new();
    let url = folder.database("nytta.sqlite");
    let given = GIVEN.as_secs().to_string();
    let mut server = Server::start(&url, &["--stop-within", &given]);
    let host = server.address.trim_start_matches("http://").to_owned();
    let client = reqwest::Client::new();
    let ready = || async {
        let answer = client.get(format!("{}/readyz", server.address)).send().await;
        answer.map(|answer| answer.status().as_u16())
    };
    assert_eq!(ready().await.expect("an answer"), 200);

    // Two that have begun to ask: one goes on, the other never does.
    let mut slow = TcpStream::connect(&host).await.expect("connects");
    slow.write_all(format!("GET /livez HTTP/1.1\r\nHost: {host}\r\n").as_bytes())
        .await
        .expect("sends");
    let stuck = half_a_form(&server.address).await;
    sleep(Duration::from_millis(200)).await;

    let told = Instant::now();
    server.terminate();
    // Asked again and again: it takes a moment to hear of it, and answers for a second from then on.
    loop {
        match ready().await.expect("still answers") {
            503 => break,
            status => assert_eq!(status, 200),
        }
        assert!(told.elapsed() < PATIENCE, "a proxy sends more");
    }
    slow.write_all(b"Connection: close\r\n\r\n").await.expect("sends");
    let mut answer = String::new();
    slow.read_to_string(&mut answer).await.expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    while TcpStream::connect(&host).await.is_ok() {
        assert!(told.elapsed() < PATIENCE, "somebody new is let in");
        sleep(Duration::from_millis(20)).await;
    }
    assert!(server.ended().is_none(), "one has not finished");
    assert!(server.ends_within(PATIENCE).await.success());
    assert!(told.elapsed() >= GIVEN, "it gave those who had begun their time");
    drop(stuck);
    let log = server.log();
    let said = |what: &str| log.contains(&format!("\"message\":\"{what}\""));
    assert!(
        said("started") && said("told to stop") && said("stopped"),
        "{log}"
    );
}

/// Closing is a race against the end of the program where nobody waits for it: once is not enough to see it.
const STOPS: usize = 8;

#[tokio::test]
async fn a_server_that_has_stopped_leaves_all_that_was_written_in_one_file() {
    let folder = Folder::new();
    let url = folder.database("nytta.sqlite");
    let whole = folder.file("portfolio.json");
    std::fs::write(&whole, portfolio()).expect("a file");
    let works = |words: &[&str]| {
        let output = program(&url, words).output().expect("it ends");
        assert!(output.status.success(), "{words:?}: {}", said(&output));
    };
    let beside = |name: &str| ["-wal", "-shm"].map(|ending| folder.file(&format!("{name}{ending}")));
    let client = reqwest::Client::new();
    for stop in 1..=STOPS {
        let mut server = Server::start(&url, &["--stop-within", "2"]);
        // Another process writes, and the server reads: both have it open.
        works(&[
            "user",
            "add",
            "--name",
            &format!("Person {stop}"),
            "--role",
            "auditor",
        ]);
        if stop == 1 {
            works(&["import", &whole]);
        }
        let pages = (0..4).map(|_| server.get(&client, "/logga-in"));
        for page in pages {
            assert_eq!(page.await.0, 200);
        }
        server.terminate();
        assert!(server.ends_within(PATIENCE).await.success());
        let log = server.log();
        let last: Vec<&str> = log.lines().rev().take(2).collect();
        let [stopped, told] = last.as_slice() else {
            panic!("it says so: {log}");
        };
        assert!(
            told.contains("\"message\":\"told to stop\"") && told.contains("SIGTERM"),
            "{log}"
        );
        assert!(stopped.contains("\"message\":\"stopped\""), "{log}");
        for file in beside("nytta.sqlite") {
            assert!(
                !Path::new(&file).exists(),
                "stop {stop} left {file}\n{}",
                server.log()
            );
        }

        // Whoever copies the one file has everything.
        let copy = format!("copy-{stop}.sqlite");
        std::fs::copy(folder.file("nytta.sqlite"), folder.file(&copy)).expect("copies");
        let copied = Store::connect(&StoreOptions::new(folder.database(&copy))).await;
        let copied = copied.expect("opens");
        assert_eq!(count(&copied, "account").await, i64::try_from(stop).expect("few"));
        assert!(count(&copied, "delivery").await > 10, "all that was imported");
        assert!(copied.close().await, "nobody holds it");
    }
}

#[tokio::test]
async fn a_command_leaves_all_that_it_wrote_in_one_file() {
    let folder = Folder::new();
    let url = folder.database("nytta.sqlite");
    for person in 1..=STOPS {
        let name = format!("Person {person}");
        let output = program(&url, &["user", "add", "--name", &name, "--role", "auditor"]).output();
        let output = output.expect("it ends");
        assert!(output.status.success(), "{}", said(&output));
        let log = folder.file("nytta.sqlite-wal");
        assert!(!Path::new(&log).exists(), "{person} commands left {log}");
    }
    // Nor does one that fails, or that looks at a schema of an earlier version.
    let inside = Store::connect(&StoreOptions::new(&url)).await.expect("opens");
    let latest = "DELETE FROM seaql_migrations WHERE version = (SELECT MAX(version) FROM seaql_migrations)";
    must(&inside, &[latest]).await;
    assert_eq!(inside.close_whole().await.expect("closes"), Closed::Whole);
    for (words, works) in [(&["config", "check"][..], true), (&["verify"], false)] {
        for _ in 0..STOPS {
            let output = program(&url, words).output().expect("it ends");
            assert_eq!(output.status.success(), works, "{words:?}: {}", said(&output));
            let log = folder.file("nytta.sqlite-wal");
            assert!(!Path::new(&log).exists(), "{words:?} left {log}");
        }
    }
}

on_both!(whoever_holds_on_as_the_database_is_closed_is_told_apart,);

async fn whoever_holds_on_as_the_database_is_closed_is_told_apart(world: World) {
    let url = world.empty().await;
    let open = async || World::open(&url).await.store;
    let (store, other) = (open().await, open().await);
    let held = store.snapshot().await.expect("begins");
    assert_eq!(store.close_whole().await.expect("closes"), Closed::HeldHere);
    drop(held);
    let store = open().await;
    // Another program that reads what was before.
    let read = other.snapshot().await.expect("begins");
    audit_head_load(&operator(), &read).await.expect("reads");
    must(&store, &["CREATE TABLE letter (text TEXT)"]).await;
    let told = match world.kind() {
        Kind::Sqlite => Closed::HeldElsewhere,
        // Its log is its own business.
        Kind::Postgres => Closed::Whole,
    };
    assert_eq!(store.close_whole().await.expect("closes"), told);
    drop(read);
    assert_eq!(other.close_whole().await.expect("closes"), Closed::Whole);
}
