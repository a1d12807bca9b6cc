//! The program as an operator runs it: a process of its own, that can be told to stop and killed.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use reqwest::redirect::Policy;
use reqwest::{Client, Response};

use super::folder::Folder;

/// The path of the built program.
pub fn binary() -> String {
    std::env::var("NYTTA_TEST_BINARY")
        .expect("NYTTA_TEST_BINARY is not set: run the tests by cargo xtask test")
}

/// A PATH on which the built program comes first.
pub fn search_path() -> String {
    let binary = binary();
    let folder = Path::new(&binary).parent().expect("its folder").display();
    format!("{folder}:{}", std::env::var("PATH").expect("a PATH"))
}

/// All that a command said.
pub fn said(output: &Output) -> String {
    let (out, err) = (&output.stdout, &output.stderr);
    format!("{}{}", String::from_utf8_lossy(out), String::from_utf8_lossy(err))
}

/// Takes away all settings that whoever runs the tests has.
pub fn without_settings(command: &mut Command) {
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("NYTTA_") {
            command.env_remove(name);
        }
    }
    // For the tests' own threads: the program has to do with what it gives itself.
    command.env_remove("RUST_MIN_STACK");
}

/// The built program with some words, on a database, without any other setting: of this machine's file none either.
pub fn program(url: &str, words: &[&str]) -> Command {
    let mut command = Command::new(binary());
    without_settings(&mut command);
    command.args(words).env("NYTTA_DATABASE_URL", url);
    command.env("NYTTA_CONFIG", "/dev/null");
    command
}

/// How often a server is killed: as often as said here where nothing else is, and more by `cargo xtask torture`.
pub fn kills_or(few: usize) -> usize {
    std::env::var("NYTTA_TEST_KILLS").map_or(few, |kills| kills.parse().expect("a number"))
}

/// Name of the file that a server logs to.
const LOG: &str = "log";

/// What a server says last before it answers.
const LISTENING: &str = "listening on ";

/// A server that has not said so by then never will.
const LISTENS_WITHIN: Duration = Duration::from_secs(60);

/// A command that serves a database on a free port.
pub fn serving(url: &str, words: &[&str]) -> Command {
    let words = [&["serve", "--addr", "127.0.0.1:0"], words].concat();
    let mut command = program(url, &words);
    // A key of its own: none is made beside PostgreSQL.
    command.env("NYTTA_SECRET_KEY", "0f".repeat(32));
    command
}

/// What somebody sends from a form of the site at an address.
pub async fn post(
    address: &str,
    client: &Client,
    path: &str,
    fields: &[(&str, &str)],
) -> Result<Response, reqwest::Error> {
    let request = client.post(format!("{address}{path}"));
    let request = request.header("accept", "text/html").header("origin", address);
    request.form(fields).send().await
}

/// A server that runs; killed with the test.
pub struct Server {
    child: Child,
    /// Holds what it logs.
    folder: Folder,
    /// Where it listens.
    pub address: String,
    /// One-time links by role, where it is the demo on an empty database; and where metrics are, where they are asked for.
    pub links: BTreeMap<String, String>,
}

impl Server {
    /// Starts it on a free port, and waits until it listens.
    pub fn start(url: &str, words: &[&str]) -> Self {
        Self::run(serving(url, words))
    }

    /// The same by a command that may be another program's, which runs it.
    pub fn run(mut command: Command) -> Self {
        let folder = Folder::new();
        let log = File::create(folder.file(LOG)).expect("a log");
        command.stdout(Stdio::piped()).stderr(log);
        let mut child = command.spawn().expect("the program starts");
        let output = child.stdout.take().expect("its output");
        // Whatever comes of it, it is killed with this value.
        let mut server = Self {
            child,
            folder,
            address: String::new(),
            links: BTreeMap::new(),
        };
        let (say, hear) = channel();
        // Reading would wait for as long as the program is there.
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines() {
                let line = line.expect("text");
                let is_last = line.starts_with(LISTENING);
                if say.send(line).is_err() || is_last {
                    break;
                }
            }
        });
        let begun = Instant::now();
        loop {
            match hear.recv_timeout(LISTENS_WITHIN.saturating_sub(begun.elapsed())) {
                Ok(line) => {
                    if let Some(address) = line.strip_prefix(LISTENING) {
                        server.address = address.to_owned();
                        return server;
                    }
                    let (role, link) = line.split_once(": ").expect("a role and its link");
                    server.links.insert(role.to_owned(), link.to_owned());
                }
                Err(RecvTimeoutError::Disconnected) => {
                    panic!(
                        "it ended before it listened: {:?}\n{}",
                        server.child.wait(),
                        server.log()
                    )
                }
                Err(RecvTimeoutError::Timeout) => {
                    panic!("it does not listen after {LISTENS_WITHIN:?}:\n{}", server.log())
                }
            }
        }
    }

    /// What it has logged.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.folder.file(LOG)).expect("a log")
    }

    /// Waits until it has ended, for so long.
    pub async fn ends_within(&mut self, patience: Duration) -> ExitStatus {
        let told = Instant::now();
        loop {
            if let Some(ended) = self.ended() {
                return ended;
            }
            assert!(told.elapsed() < patience, "it has not ended after {patience:?}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// A page or file, as somebody gets it.
    pub async fn get(&self, client: &Client, path: &str) -> (u16, String) {
        let answer = client.get(format!("{}{path}", self.address)).send().await;
        let answer = answer.unwrap_or_else(|error| panic!("{path}: {error}"));
        let status = answer.status().as_u16();
        (
            status,
            answer
                .text()
                .await
                .unwrap_or_else(|error| panic!("{path}: {error}")),
        )
    }

    /// Its process.
    pub fn id(&self) -> u32 {
        self.child.id()
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
        let id = self.id().to_string();
        let told = Command::new("kill").args([signal, &id]).status();
        assert!(told.expect("kill is there").success());
    }

    /// The most memory that it has had so far, in kilobytes.
    pub fn most_memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()));
        let status = status.expect("it runs");
        let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let most = most.and_then(|most| most.trim().strip_suffix("kB"));
        most.expect("Linux tells").trim().parse().expect("a number")
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
        post(&self.address, client, path, fields).await
    }

    /// The cookie of somebody who has signed in by the link of a role, for who keeps none.
    pub async fn cookie(&self, role: &str) -> String {
        let client = Client::builder()
            .redirect(Policy::none())
            .build()
            .expect("a client");
        let token = self.links[role].rsplit('/').next().expect("a token");
        let answer = self.post(&client, "/api/link_consume", &[("token", token)]).await;
        let answer = answer.expect("an answer");
        let cookie = answer.headers().get("set-cookie").expect("a session");
        let cookie = cookie.to_str().expect("text").split(';').next();
        cookie.expect("a cookie").to_owned()
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
