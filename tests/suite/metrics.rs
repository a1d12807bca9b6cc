//! What an operator watches, as the program that runs tells it.

use std::time::{Duration, Instant};

use reqwest::redirect::Policy;
use reqwest::{Client, StatusCode};
use store::{Store, StoreOptions};
use tokio::net::TcpStream;
use tokio::time::sleep;

use crate::support::folder::Folder;
use crate::support::program::{Server, program};
use crate::support::rows::must;
use crate::support::sending::half_a_form;

/// What the listener for metrics answers.
struct Told(String);

impl Told {
    async fn by(server: &Server) -> Self {
        let answer = reqwest::get(&server.links["metrics"]).await.expect("an answer");
        assert_eq!(answer.status(), StatusCode::OK);
        let kind = answer.headers()["content-type"]
            .to_str()
            .expect("text")
            .to_owned();
        assert!(kind.starts_with("text/plain; version=0.0.4"), "{kind}");
        Self(answer.text().await.expect("text"))
    }

    /// The value of a series; nought where it is not there yet.
    fn value(&self, series: &str) -> u64 {
        let mut lines = self.0.lines();
        let value = lines.find_map(|line| line.strip_prefix(series)?.strip_prefix(' '));
        value.map_or(0, |value| {
            value
                .parse()
                .unwrap_or_else(|_| panic!("{series} is no count: {value}"))
        })
    }

    fn requests(&self, method: &str, route: &str, status: &str) -> u64 {
        self.value(&format!(
            "nytta_http_requests_total{{method=\"{method}\",route=\"{route}\",status=\"{status}\"}}"
        ))
    }

    fn sign_ins(&self, outcome: &str) -> u64 {
        self.value(&format!(
            "nytta_sign_ins_total{{way=\"link\",outcome=\"{outcome}\"}}"
        ))
    }
}

async fn asked(client: &Client, server: &Server, path: &str) -> StatusCode {
    let answer = client.get(format!("{}{path}", server.address)).send().await;
    answer.expect("an answer").status()
}

#[tokio::test]
async fn counts_grow_by_what_was_asked_on_a_port_of_their_own() {
    let folder = Folder::new();
    let url = folder.database("nytta.sqlite");
    let server = Server::start(&url, &["--metrics-addr", "127.0.0.1:0"]);
    let client = Client::builder()
        .redirect(Policy::none())
        .build()
        .expect("a client");
    let before = Told::by(&server).await;
    let version = format!("nytta_build_info{{version=\"{}\"}}", env!("CARGO_PKG_VERSION"));
    assert_eq!(before.value(&version), 1);
    assert!(before.value("process_start_time_seconds") > 1_700_000_000);
    assert_eq!(before.value("nytta_database_up"), 1);
    assert_eq!(before.value("nytta_errors_total"), 0);

    for _ in 0..3 {
        assert_eq!(asked(&client, &server, "/logga-in").await, StatusCode::OK);
    }
    let secret = "0195165abc0070038000000000000001";
    assert_eq!(
        asked(&client, &server, &format!("/historik/initiativ/{secret}")).await,
        303
    );
    assert_eq!(
        asked(&client, &server, &format!("/finns-inte/{secret}")).await,
        404
    );
    assert_eq!(
        asked(&client, &server, "/metrics").await,
        404,
        "not on the public port"
    );
    for _ in 0..2 {
        let answer = server
            .post(&client, "/api/link_consume", &[("token", secret)])
            .await;
        assert_eq!(answer.expect("an answer").status(), 303);
    }
    let words = ["user", "add", "--name", "Anna Exempel", "--role", "admin"];
    let added = program(&url, &words).output().expect("it ends");
    assert!(added.status.success(), "{added:?}");
    let after = Told::by(&server).await;
    let grown = |count: &dyn Fn(&Told) -> u64| count(&after) - count(&before);
    assert_eq!(grown(&|told| told.requests("GET", "/logga-in", "2xx")), 3);
    assert_eq!(
        grown(&|told| told.requests("GET", "/historik/{kind}/{id}", "3xx")),
        1,
        "{}",
        after.0
    );
    assert_eq!(grown(&|told| told.requests("GET", "none", "4xx")), 2);
    assert_eq!(
        grown(&|told| told.requests("POST", "/api/link_consume", "3xx")),
        2
    );
    let timed = "nytta_http_request_duration_seconds_count{method=\"GET\",route=\"/logga-in\"}";
    assert_eq!(grown(&|told| told.value(timed)), 3);
    let slowest = "nytta_http_request_duration_seconds_bucket{method=\"GET\",route=\"/logga-in\",le=\"30\"}";
    assert_eq!(grown(&|told| told.value(slowest)), 3, "a histogram");
    assert_eq!(grown(&|told| told.sign_ins("refused")), 2);
    assert_eq!(grown(&|told| told.sign_ins("further")), 0);
    assert_eq!(
        grown(&|told| told.value("nytta_audit_events_total")),
        2,
        "an account, and its link"
    );
    for chosen in [secret, "Anna", "finns-inte", "127.0.0.1"] {
        assert!(!after.0.contains(chosen), "{chosen} is in: {}", after.0);
    }
}

#[tokio::test]
async fn what_fails_and_what_is_not_finished_is_told_too() {
    let folder = Folder::new();
    let url = folder.database("nytta.sqlite");
    let words = ["--metrics-addr", "127.0.0.1:0", "--stop-within", "60"];
    let mut server = Server::start(&url, &words);
    let client = Client::new();

    let stuck = half_a_form(&server.address).await;
    in_flight(&server, 1).await;
    drop(stuck);
    in_flight(&server, 0).await;

    let store = Store::connect(&StoreOptions::new(&url)).await.expect("opens");
    must(&store, &["ALTER TABLE session RENAME TO session_gone"]).await;
    let page = client.get(format!("{}/logga-in", server.address));
    let page = page
        .header("cookie", "nytta=0195165a")
        .send()
        .await
        .expect("an answer");
    assert_eq!(page.status(), StatusCode::SERVICE_UNAVAILABLE);
    let told = Told::by(&server).await;
    assert_eq!(told.value("nytta_errors_total"), 1);
    assert_eq!(told.requests("GET", "/logga-in", "5xx"), 1);

    // Until the last request has ended, and no longer.
    let stuck = half_a_form(&server.address).await;
    in_flight(&server, 1).await;
    server.terminate();
    let begun = Instant::now();
    while TcpStream::connect(server.address.trim_start_matches("http://"))
        .await
        .is_ok()
    {
        assert!(begun.elapsed() < WITHIN, "somebody new is let in");
        sleep(Duration::from_millis(20)).await;
    }
    assert_eq!(Told::by(&server).await.value("nytta_http_requests_in_flight"), 1);
    drop(stuck);
    assert!(server.ends_within(WITHIN).await.success());
    assert!(reqwest::get(&server.links["metrics"]).await.is_err());
}

/// What happens at once happens within this on a busy machine too; a request that does not end is given up on after twice
/// as long.
const WITHIN: Duration = Duration::from_secs(15);

/// Waits until so many requests are being answered.
async fn in_flight(server: &Server, wanted: u64) {
    let begun = Instant::now();
    loop {
        let found = Told::by(server).await.value("nytta_http_requests_in_flight");
        if found == wanted {
            return;
        }
        assert!(
            begun.elapsed() < WITHIN,
            "{found} are being answered, not {wanted}"
        );
        sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test]
async fn a_port_that_is_taken_is_named_by_the_flag_that_asked_for_it() {
    let folder = Folder::new();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let taken = taken.local_addr().map(|addr| (addr.to_string(), taken));
    let (addr, _taken) = taken.expect("its address");
    let words = ["serve", "--addr", "127.0.0.1:0", "--metrics-addr", &addr];
    let output = program(&folder.database("nytta.sqlite"), &words)
        .output()
        .expect("it ends");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("--metrics-addr") && said.contains(&addr), "{said}");
    let words = [
        "serve",
        "--demo",
        "--addr",
        "127.0.0.1:0",
        "--metrics-addr",
        "0.0.0.0:0",
    ];
    let output = program(&folder.database("nytta.sqlite"), &words)
        .output()
        .expect("it ends");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("--demo listens on this machine only"), "{said}");
}
