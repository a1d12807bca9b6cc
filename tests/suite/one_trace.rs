//! One number leads from a line of the log to the audit log and to the page that tells of an error.

use reqwest::{Client, Response};
use serde_json::Value;
use store::{Store, StoreOptions};

use crate::support::folder::Folder;
use crate::support::program::Server;
use crate::support::rows::{must, texts};
use crate::web::html::{attribute, text, value};

/// A demo whose log is kept.
struct Logged {
    folder: Folder,
    server: Server,
}

impl Logged {
    fn start() -> Self {
        let folder = Folder::new();
        let server = Server::start(&folder.database("nytta.sqlite"), &["--demo"]);
        Self { folder, server }
    }

    async fn store(&self) -> Store {
        let options = StoreOptions::new(self.folder.database("nytta.sqlite"));
        Store::connect(&options).await.expect("opens")
    }

    async fn page(&self, client: &Client, path: &str) -> String {
        let answer = client.get(format!("{}{path}", self.server.address)).send().await;
        answer.expect("an answer").text().await.expect("text")
    }

    /// The lines of the log that are about a request.
    fn lines(&self, number: &str) -> Vec<Value> {
        let log = self.server.log();
        let lines = log.lines().map(|line| {
            let line: Value = serde_json::from_str(line).unwrap_or_else(|_| panic!("not JSON: {line}"));
            line
        });
        lines
            .filter(|line| line["request"] == number || line["span"]["request"] == number)
            .collect()
    }
}

fn number(answer: &Response) -> String {
    let number = answer.headers().get("x-request-id").expect("a number");
    number.to_str().expect("text").to_owned()
}

#[tokio::test]
async fn what_was_saved_is_found_in_the_log_and_the_audit_log_by_one_number() {
    let logged = Logged::start();
    let client = logged.server.signed_in("portfolio_manager").await;
    let register = logged.page(&client, "/nyttor?omrade=4.2").await;
    let form = attribute(&register, ".register-tools a[href^='/urval/nytt']", "href");
    let form = logged.page(&client, &form.expect("a link")).await;
    let (submission, register, query) = (
        value(&form, "submission"),
        value(&form, "register"),
        value(&form, "query"),
    );
    let fields = [
        ("submission", submission.as_str()),
        ("register", register.as_str()),
        ("query", query.as_str()),
        ("name", "Område 4.2"),
    ];
    let saved = logged.server.post(&client, "/api/saved_view_save", &fields).await;
    let saved = saved.expect("an answer");
    assert_eq!(saved.status(), 303);
    let number = number(&saved);

    let events = "SELECT action FROM audit_event WHERE lower(hex(request_id)) = ";
    let events = format!("{events}'{}'", number.replace('-', ""));
    assert_eq!(texts(&logged.store().await, &events).await, ["saved_view.keep"]);
    let lines = logged.lines(&number);
    let [line] = lines.as_slice() else {
        panic!("{lines:?}");
    };
    assert_eq!(line["message"], "answered");
    assert_eq!(line["status"], 303);
    assert_eq!(line["span"]["method"], "POST");
    assert_eq!(line["span"]["path"], "/api/saved_view_save");
    assert!(line["milliseconds"].is_u64());
}

#[tokio::test]
async fn what_failed_is_found_in_the_log_by_the_number_on_its_page() {
    let logged = Logged::start();
    let client = logged.server.signed_in("portfolio_manager").await;
    let store = logged.store().await;
    must(&store, &["ALTER TABLE saved_view RENAME TO saved_view_gone"]).await;

    // A page, and a form that leads to one.
    let register = client
        .get(format!("{}/nyttor", logged.server.address))
        .send()
        .await;
    let register = register.expect("an answer");
    let fields = [("view", "0195165a-bc00-7003-8000-0000000000ff")];
    let form = logged
        .server
        .post(&client, "/api/saved_view_delete", &fields)
        .await;
    let form = form.expect("an answer");
    let leads_to = form.headers()["location"].to_str().expect("text").to_owned();
    let led_to = client
        .get(format!("{}{leads_to}", logged.server.address))
        .send()
        .await;
    let numbers = [number(&register), number(&form)];
    for (number, page) in numbers.iter().zip([register, led_to.expect("an answer")]) {
        fails_as(&logged, page, number).await;
    }

    // Not even who asks is known.
    must(&store, &["ALTER TABLE session RENAME TO session_gone"]).await;
    let stranger = Client::new().get(format!("{}/nyttor", logged.server.address));
    let unavailable = stranger.header("cookie", "nytta=0195165a").send().await;
    let unavailable = unavailable.expect("an answer");
    let number = number(&unavailable);
    fails_as(&logged, unavailable, &number).await;
}

/// The page tells the number, and the log has under it what failed.
async fn fails_as(logged: &Logged, page: Response, number: &str) {
    assert!(page.status().is_server_error(), "{}", page.status());
    let page = page.text().await.expect("text");
    assert!(text(&page, "code").contains(number), "{number} is not in: {page}");
    let lines = logged.lines(number);
    let failed = lines.iter().find(|line| line["level"] == "ERROR");
    let failed = failed.unwrap_or_else(|| panic!("no error under {number}: {lines:?}"));
    let error = failed["error"].as_str().expect("what failed");
    assert!(error.contains("no such table"), "{error}");
    let answered = lines.iter().find(|line| line["message"] == "answered");
    assert!(answered.is_some(), "{lines:?}");
}
