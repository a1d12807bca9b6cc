//! A real identity provider in a process of its own, whose people and whose lies are told to it.

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

use reqwest::Client;
use reqwest::redirect::Policy;
use serde_json::{Value, json};

use super::driver::tool;
use super::html::attribute;
use super::site::location;

/// The provider; it ends with the test.
pub struct IdentityProvider {
    process: Child,
    /// Kept open: it says more than its address.
    _output: BufReader<ChildStdout>,
    pub issuer: String,
}

impl Drop for IdentityProvider {
    fn drop(&mut self) {
        self.stop();
    }
}

impl IdentityProvider {
    pub fn start() -> Self {
        let script = format!("{}/provider.mjs", tool("NYTTA_TEST_NODE_PACKAGES"));
        let mut process = Command::new(tool("NYTTA_TEST_NODE"))
            .arg(script)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the provider starts");
        let mut issuer = String::new();
        let mut output = BufReader::new(process.stdout.take().expect("its output"));
        output.read_line(&mut issuer).expect("text");
        let issuer = issuer.trim().to_owned();
        assert!(issuer.starts_with("http://"), "no provider: {issuer}");
        Self {
            process,
            _output: output,
            issuer,
        }
    }

    /// It answers no more.
    pub fn stop(&mut self) {
        // It may have ended before; then there is nothing to wait for.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }

    async fn tell(&self, path: &str, what: Value) -> reqwest::Response {
        let asked = Client::new().post(format!("{}{path}", self.issuer)).json(&what);
        asked.send().await.expect("an answer")
    }

    /// Makes an installation known that people are sent back to: its id and its secret.
    pub async fn register(&self, redirect: &str) -> (String, String) {
        let made = self.tell("/reg", json!({ "redirect_uris": [redirect] })).await;
        let made: Value = made.json().await.expect("JSON");
        let of = |name: &str| made[name].as_str().unwrap_or_else(|| panic!("{made}")).to_owned();
        (of("client_id"), of("client_secret"))
    }

    /// Somebody whom it knows.
    pub async fn person(&self, subject: &str, claims: Value) {
        self.tell("/people", json!({ subject: claims })).await;
    }

    /// What its ID tokens say from now on beside the truth.
    pub async fn lies(&self, lie: Value) {
        self.tell("/lie", lie).await;
    }

    /// Signs somebody in there, in a browser of their own: where they are sent back to.
    pub async fn signs_in(&self, url: &str, subject: &str) -> String {
        let browser = Client::builder().cookie_store(true).redirect(Policy::none());
        let browser = browser.build().expect("a client");
        let mut to = url.to_owned();
        for _ in 0..8 {
            if !to.starts_with(&self.issuer) {
                return to;
            }
            let answer = browser.get(&to).send().await.expect("an answer");
            if answer.status().is_redirection() {
                to = self.whole(location(&answer));
                continue;
            }
            let page = answer.text().await.expect("text");
            let action = attribute(&page, "form", "action").unwrap_or_else(|| panic!("no form: {page}"));
            let fields = [("prompt", "login"), ("login", subject), ("password", "x")];
            let sent = browser.post(self.whole(action)).form(&fields).send().await;
            to = self.whole(location(&sent.expect("an answer")));
        }
        panic!("the provider leads nowhere: {to}");
    }

    fn whole(&self, path: String) -> String {
        if path.starts_with('/') {
            format!("{}{path}", self.issuer)
        } else {
            path
        }
    }
}
