//! The program as an operator runs it: a process of its own, that can be told to stop and killed.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, ExitStatus, Stdio};

use reqwest::redirect::Policy;
use reqwest::{Client, Response};

/// The built program with some words, on a database.
pub fn program(url: &str, words: &[&str]) -> Command {
    let path = std::env::var("NYTTA_TEST_BINARY")
        .expect("NYTTA_TEST_BINARY is not set: run the tests by cargo xtask test");
    let mut command = Command::new(path);
    command.args(words).env("NYTTA_DATABASE_URL", url);
    for name in [
        "NYTTA_ADDR",
        "NYTTA_CONFIG",
        "NYTTA_LOG",
        "NYTTA_METRICS_ADDR",
        "NYTTA_PUBLIC_URL",
    ] {
        command.env_remove(name);
    }
    command
}

/// A server that runs; killed with the test.
pub struct Server {
    child: Child,
    /// Where it listens.
    pub address: String,
    /// One-time links by role, where it is the demo on an empty database; and where metrics are, where they are asked for.
    pub links: BTreeMap<String, String>,
}

impl Server {
    /// Starts it on a free port, and waits until it listens.
    pub fn start(url: &str, words: &[&str]) -> Self {
        Self::start_logging(url, words, Stdio::null())
    }

    /// The same, with somewhere for its log to go.
    pub fn start_logging(url: &str, words: &[&str], log: impl Into<Stdio>) -> Self {
        let words = [&["serve", "--addr", "127.0.0.1:0"], words].concat();
        let mut command = program(url, &words);
        // A key of its own: none is made beside PostgreSQL.
        command.env("NYTTA_SECRET_KEY", "0f".repeat(32));
        command.stdout(Stdio::piped()).stderr(log);
        let mut child = command.spawn().expect("the program starts");
        let output = child.stdout.take().expect("its output");
        let mut links = BTreeMap::new();
        for line in BufReader::new(output).lines() {
            let line = line.expect("text");
            if let Some(address) = line.strip_prefix("listening on ") {
                return Self {
                    child,
                    address: address.to_owned(),
                    links,
                };
            }
            let (role, link) = line.split_once(": ").expect("a role and its link");
            links.insert(role.to_owned(), link.to_owned());
        }
        panic!("it ended before it listened: {:?}", child.wait());
    }

    /// Ends it as no program can prepare for.
    pub fn kill(&self) {
        self.signal("-KILL");
    }

    /// Tells it to stop, as a service manager does.
    pub fn terminate(&self) {
        self.signal("-TERM");
    }

    fn signal(&self, signal: &str) {
        let id = self.child.id().to_string();
        let told = Command::new("kill").args([signal, &id]).status();
        assert!(told.expect("kill is there").success());
    }

    /// How it ended, once it has.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().expect("can be asked")
    }

    /// What somebody sends from a form.
    pub async fn post(
        &self,
        client: &Client,
        path: &str,
        fields: &[(&str, &str)],
    ) -> Result<Response, reqwest::Error> {
        let request = client.post(format!("{}{path}", self.address));
        let request = request
            .header("accept", "text/html")
            .header("origin", &self.address);
        request.form(fields).send().await
    }

    /// Somebody who has signed in by the link of a role.
    pub async fn signed_in(&self, role: &str) -> Client {
        let client = Client::builder().cookie_store(true).redirect(Policy::none());
        let client = client.build().expect("a client");
        let token = self.links[role].rsplit('/').next().expect("a token");
        let answer = self.post(&client, "/api/link_consume", &[("token", token)]).await;
        assert_eq!(answer.expect("an answer").status(), 303, "{role}");
        client
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // One that has ended already cannot be killed, and need not be.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
