//! A server that is told to stop: no longer ready, then no new connections, what goes on is finished, and nobody holds it up.

use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::sleep;

use crate::support::folder::Folder;
use crate::support::program::Server;

#[tokio::test]
async fn a_server_that_is_told_to_stop_finishes_what_goes_on_and_waits_for_nobody_for_long() {
    let folder = Folder::new();
    let url = folder.database("nytta.sqlite");
    let mut server = Server::start(&url, &["--stop-within", "3"]);
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
    let mut stuck = TcpStream::connect(&host).await.expect("connects");
    let form = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 9";
    let begun = format!(
        "POST /api/link_consume HTTP/1.1\r\nHost: {host}\r\nOrigin: {}\r\n{form}\r\n\r\nto",
        server.address
    );
    stuck.write_all(begun.as_bytes()).await.expect("sends");
    sleep(Duration::from_millis(200)).await;

    let told = Instant::now();
    server.terminate();
    sleep(Duration::from_millis(200)).await;
    assert_eq!(
        ready().await.expect("still answers"),
        503,
        "a proxy sends no more"
    );
    slow.write_all(b"Connection: close\r\n\r\n").await.expect("sends");
    let mut answer = String::new();
    slow.read_to_string(&mut answer).await.expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    sleep(Duration::from_millis(1_500)).await;
    assert!(TcpStream::connect(&host).await.is_err(), "nobody new is let in");
    assert!(server.ended().is_none(), "one has not finished");
    let ended = loop {
        if let Some(ended) = server.ended() {
            break ended;
        }
        assert!(told.elapsed() < Duration::from_secs(10), "it is held up");
        sleep(Duration::from_millis(50)).await;
    };
    assert!(ended.success(), "{ended}");
    assert!(
        told.elapsed() >= Duration::from_secs(3),
        "it gave those who had begun their time"
    );
    drop(stuck);
}
