//! A server that is told to stop: no longer ready, then no new connections, what goes on is finished, and nobody holds it up.

use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::sleep;

use crate::support::folder::Folder;
use crate::support::program::Server;
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
}
