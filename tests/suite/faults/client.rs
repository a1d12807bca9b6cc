//! People whose own way is slow or breaks: they hold up nobody else.

use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::support::database::World;
use crate::support::folder::Folder;
use crate::support::program::Server;
use crate::support::sending::{Sent, Told, all_there_once};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_slow_or_hangs_up_in_the_middle_holds_up_nobody() {
    let folder = Folder::new();
    let url = folder.database("nytta.sqlite");
    let server = Server::start(&url, &["--demo"]);
    let client = server.signed_in("portfolio_manager").await;
    let host = server.address.trim_start_matches("http://").to_owned();
    // A hundred who never finish asking, and fifty whose form never comes.
    let head = format!("GET /matt HTTP/1.1\r\nHost: {host}\r\n");
    let form = form_head(&server, 1000);
    let mut slow = Vec::new();
    for nth in 0..150 {
        let mut one = TcpStream::connect(&host).await.expect("connects");
        let begun = if nth < 100 {
            head.clone()
        } else {
            format!("{form}name=")
        };
        one.write_all(begun.as_bytes()).await.expect("sends");
        slow.push(one);
    }
    let mut saved = Vec::new();
    for nth in 0..10 {
        let (one, begun) = (Sent::new(0, 0, nth), Instant::now());
        assert!(matches!(one.told(&server.address, &client).await, Told::Saved));
        let (status, _) = server.get(&client, "/matt").await;
        assert_eq!(status, 200);
        // Held up, they would wait until the slow are given up on, which is after half a minute.
        assert!(begun.elapsed() < Duration::from_secs(15), "{:?}", begun.elapsed());
        saved.push(one);
    }
    // One who says all that they have to say, closes that half, and listens; or is gone. Nobody has signed in there.
    let mut half = TcpStream::connect(&host).await.expect("connects");
    half.write_all(format!("{}name=x", form_head(&server, 6)).as_bytes())
        .await
        .expect("sends");
    half.shutdown().await.expect("closes its half");
    let mut answer = Vec::new();
    let heard = timeout(Duration::from_secs(20), half.read_to_end(&mut answer)).await;
    heard.expect("it is answered or let go").expect("reads");
    // And one who sends a form and hangs up before the answer: it is there once or not at all, and once when sent again.
    let one = Sent::new(1, 0, 0);
    let gone = timeout(Duration::from_millis(5), one.told(&server.address, &client)).await;
    drop(gone);
    assert!(matches!(one.told(&server.address, &client).await, Told::Saved));
    saved.push(one);
    all_there_once(&World::open(&url).await, &saved).await;
    drop(slow);
}

fn form_head(server: &Server, length: usize) -> String {
    format!(
        "POST /api/measure_save HTTP/1.1\r\nHost: {}\r\nOrigin: {}\r\nContent-Length: {length}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\n\r\n",
        server.address.trim_start_matches("http://"),
        server.address
    )
}
