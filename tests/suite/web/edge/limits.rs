//! How much may be asked: by an address, in one request, and for how long.

use std::num::NonZeroU32;
use std::time::Duration;

use domain::role::Role;
use server::limit::{Allowance, Limits};
use server::router::Edge;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::support::rows::count as rows;
use crate::web::site::{Site, location};

/// A site behind this machine as its proxy, where an address may ask for little.
async fn sparing(proxies: &[&str]) -> Site {
    let few = |burst| Allowance {
        burst: NonZeroU32::new(burst).expect("some"),
        each_second: NonZeroU32::MIN,
    };
    let limits = Limits {
        requests: few(20),
        attempts: few(3),
        proxies: proxies.iter().map(|net| net.parse().expect("a net")).collect(),
        behind_unnamed: false,
    };
    let edge = Edge {
        limits,
        ..Edge::default()
    };
    Site::demo_behind(edge).await
}

/// How many of so many requests are let through.
async fn let_through(site: &Site, path: &str, post: bool, from: &str, times: usize) -> usize {
    let mut through = 0;
    for _ in 0..times {
        let url = format!("{}{path}", site.url);
        let request = if post {
            let typed = [("email", "ingen@nytta.example"), ("password", "fel lösenord")];
            site.client().post(url).header("origin", &site.url).form(&typed)
        } else {
            site.client().get(url)
        };
        let answer = request
            .header("x-forwarded-for", from)
            .send()
            .await
            .expect("an answer");
        if answer.status() == 429 {
            let wait = answer.headers()["retry-after"].to_str().expect("ASCII");
            assert!(wait.parse::<u64>().expect("seconds") >= 1);
        } else {
            through += 1;
        }
    }
    through
}

#[tokio::test]
async fn one_address_that_asks_too_much_waits_and_others_do_not() {
    let site = sparing(&["127.0.0.1/32"]).await;
    let many = let_through(&site, "/logga-in", false, "203.0.113.1", 60).await;
    assert!((20..40).contains(&many), "{many}");
    assert_eq!(
        let_through(&site, "/logga-in", false, "203.0.113.2", 10).await,
        10
    );
    // Guessing is dearer than looking.
    let tried = let_through(&site, "/api/password_sign_in", true, "203.0.113.3", 12).await;
    assert!((3..12).contains(&tried), "{tried}");
    assert_eq!(let_through(&site, "/logga-in", false, "203.0.113.3", 5).await, 5);
    // Who writes the header in front of the proxy's own gains nothing.
    let again = let_through(&site, "/logga-in", false, "198.51.100.1, 203.0.113.1", 10).await;
    assert!(again < 10, "{again}");
}

#[tokio::test]
async fn an_address_that_no_named_proxy_forwards_is_not_believed() {
    let site = sparing(&[]).await;
    let mut through = 0;
    for last in 1..60 {
        let from = format!("203.0.113.{last}");
        through += let_through(&site, "/logga-in", false, &from, 1).await;
    }
    assert!((20..40).contains(&through), "{through}");
}

#[tokio::test]
async fn a_request_is_neither_too_large_nor_too_slow() {
    let site = Site::demo_behind(Edge {
        patience: Some(Duration::from_millis(300)),
        ..Edge::default()
    })
    .await;
    let client = site.signed_in(Role::SteeringUnit).await;
    let text = "x".repeat(1024 * 1024);
    let large = site
        .post(&client, "/api/unit_save", &[("name", "Stor"), ("kind", &text)])
        .await;
    assert_eq!(location(&large), "/fel?kod=413");
    let told = site.get(&client, "/fel?kod=413").await;
    assert_eq!(told.status(), 413);
    let told = told.text().await.expect("text");
    assert!(told.contains("Det du skickade är för stort"));
    let units = rows(&site.services.store, "unit").await;
    let kept = site
        .post(
            &client,
            "/api/unit_save",
            &[("name", "Lagom"), ("kind", "Avdelning")],
        )
        .await;
    assert!(location(&kept).contains("klart=sparat"), "{}", location(&kept));
    assert_eq!(
        rows(&site.services.store, "unit").await,
        units + 1,
        "the large one left nothing"
    );

    // A form of which only the head comes.
    let address = site.url.trim_start_matches("http://").to_owned();
    let head = format!(
        "POST /api/unit_save HTTP/1.1\r\nHost: {address}\r\nOrigin: {}\r\nContent-Length: 1000\r\n\
         Content-Type: application/x-www-form-urlencoded\r\n\r\nname=",
        site.url
    );
    let mut connection = TcpStream::connect(&address).await.expect("connects");
    connection.write_all(head.as_bytes()).await.expect("sends");
    let mut answer = vec![0; 64];
    let read = tokio::time::timeout(Duration::from_secs(10), connection.read(&mut answer)).await;
    let read = read.expect("it does not wait for ever").expect("an answer");
    let answer = String::from_utf8_lossy(&answer[..read]).into_owned();
    assert!(answer.starts_with("HTTP/1.1 504"), "{answer}");
}
