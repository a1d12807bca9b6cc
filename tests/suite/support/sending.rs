//! Somebody who sends a form again and again, and what the server says to it.

use std::sync::Arc;
use std::time::Duration;

use reqwest::{Client, StatusCode};
use service::{Services, chain_verify};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::task::JoinSet;
use uuid::Uuid;

use super::operator;
use super::program::post;
use super::rows::{number, texts};

/// A measure that somebody adds, and the key that its form is sent with.
#[derive(Clone, Debug)]
pub struct Sent {
    /// Its name, by which it is found again.
    pub name: String,
    /// Names the sending.
    pub key: String,
    /// What is typed into its longest field.
    pub definition: String,
}

/// What a server says to a form.
#[derive(Debug)]
pub enum Told {
    /// It is saved.
    Saved,
    /// Something else.
    Other(StatusCode, String),
    /// Nothing: the server is gone, or takes no connection.
    Nothing(reqwest::Error),
}

impl Sent {
    /// A new one, by a writer of a round.
    pub fn new(round: usize, writer: usize, nth: usize) -> Self {
        Self {
            name: format!("Mått {round}-{writer}-{nth:04}"),
            key: Uuid::now_v7().to_string(),
            definition: "Ärenden som görs om.".to_owned(),
        }
    }

    /// The fields of its form.
    pub fn fields(&self) -> [(&str, &str); 7] {
        [
            ("submission", self.key.as_str()),
            ("name", &self.name),
            ("definition", &self.definition),
            ("unit", "%"),
            ("direction", "lower"),
            ("aggregation", "latest"),
            ("frequency", "quarter"),
        ]
    }

    /// Sends it to the server at an address.
    pub async fn told(&self, address: &str, client: &Client) -> Told {
        let answer = match post(address, client, "/api/measure_save", &self.fields()).await {
            Ok(answer) => answer,
            Err(error) => return Told::Nothing(error),
        };
        let to = answer.headers().get("location");
        let to = to.and_then(|to| to.to_str().ok()).unwrap_or_default().to_owned();
        if answer.status() == 303 && to.starts_with("/matt/") && !to.contains("draft") {
            return Told::Saved;
        }
        let status = answer.status();
        match answer.text().await {
            Ok(text) => Told::Other(status, format!("{to}\n{text}")),
            Err(error) => Told::Nothing(error),
        }
    }

    /// Sends it until it is saved, for so long.
    pub async fn saved_within(&self, patience: Duration, address: &str, client: &Client) {
        let again = async {
            while !matches!(self.told(address, client).await, Told::Saved) {
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        };
        let saved = tokio::time::timeout(patience, again).await;
        saved.unwrap_or_else(|_| panic!("{} is not saved after {patience:?}", self.name));
    }
}

/// Somebody who has begun to send a form to the server at an address, and does not go on.
pub async fn half_a_form(address: &str) -> TcpStream {
    let host = address.trim_start_matches("http://");
    let begun = format!(
        "POST /api/link_consume HTTP/1.1\r\nHost: {host}\r\nOrigin: {address}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 9\r\n\r\nto"
    );
    let mut stuck = TcpStream::connect(host).await.expect("connects");
    stuck.write_all(begun.as_bytes()).await.expect("sends");
    stuck
}

/// Each that was acknowledged is there once and nothing else is, references and the audit chain hold.
pub async fn all_there_once(services: &Services, saved: &[Sent]) {
    let list = "SELECT name FROM measure WHERE name LIKE 'Mått %' ORDER BY name";
    let found = texts(&services.store, list).await;
    let mut names: Vec<_> = saved.iter().map(|one| one.name.clone()).collect();
    names.sort();
    assert_eq!(found, names, "each is there once, and nothing else");
    assert_eq!(
        services.store.flaws().await.expect("answers"),
        Vec::<String>::new()
    );
    let verified = chain_verify(&operator(), services, None).await.expect("may");
    verified.unwrap_or_else(|damage| panic!("{damage}"));
    let logged = "SELECT COUNT(*) FROM audit_event WHERE action = 'measure.add'";
    let added = number(&services.store, logged).await;
    let least = i64::try_from(saved.len()).expect("few");
    assert!(added >= least, "each left its event");
}

/// Several who send one form after the other until they are told to stop.
pub struct Writers {
    stop: watch::Sender<bool>,
    /// How many are acknowledged so far.
    saved: Arc<watch::Sender<usize>>,
    writing: JoinSet<Written>,
}

/// Within this some of what is written is acknowledged by a server that works, however busy the machine is.
const PATIENCE: Duration = Duration::from_secs(60);

/// What became of what writers sent.
#[derive(Debug, Default)]
pub struct Written {
    /// Acknowledged.
    pub saved: Vec<Sent>,
    /// All else, in the order of each writer.
    pub unsaved: Vec<Sent>,
    /// What the server answered to some of those.
    pub refusals: Vec<(StatusCode, String)>,
    /// Why there was no answer to the others.
    pub failures: Vec<reqwest::Error>,
}

impl Written {
    fn add(&mut self, other: Self) {
        self.saved.extend(other.saved);
        self.unsaved.extend(other.unsaved);
        self.refusals.extend(other.refusals);
        self.failures.extend(other.failures);
    }

    /// Sends again whatever was not acknowledged, until it is. Gives all that is saved now.
    pub async fn sent_again(self, address: &str, client: &Client) -> Vec<Sent> {
        let mut saved = self.saved;
        for one in self.unsaved {
            one.saved_within(Duration::from_secs(20), address, client).await;
            saved.push(one);
        }
        saved
    }
}

impl Writers {
    /// Begins: four writers, who take turns at the addresses.
    pub fn start(round: usize, addresses: &[&str], client: &Client) -> Self {
        let (stop, stopped) = watch::channel(false);
        let saved = Arc::new(watch::Sender::new(0));
        let mut writing = JoinSet::new();
        for writer in 0..4 {
            let (client, stopped, saved) = (client.clone(), stopped.clone(), saved.clone());
            let addresses: Vec<_> = addresses.iter().map(ToString::to_string).collect();
            writing.spawn(async move {
                let mut written = Written::default();
                for nth in 0.. {
                    if *stopped.borrow() {
                        break;
                    }
                    let one = Sent::new(round, writer, nth);
                    match one
                        .told(&addresses[(writer + nth) % addresses.len()], &client)
                        .await
                    {
                        Told::Saved => {
                            written.saved.push(one);
                            saved.send_modify(|saved| *saved += 1);
                        }
                        Told::Other(status, text) => {
                            written.refusals.push((status, text));
                            written.unsaved.push(one);
                        }
                        Told::Nothing(error) => {
                            written.failures.push(error);
                            written.unsaved.push(one);
                            // Nobody there answers at once: not as fast as one can.
                            tokio::time::sleep(Duration::from_millis(50)).await;
                        }
                    }
                }
                written
            });
        }
        Self { stop, saved, writing }
    }

    /// Waits until so many more are acknowledged than now.
    pub async fn save(&self, more: usize) {
        let mut saved = self.saved.subscribe();
        let wanted = *saved.borrow() + more;
        let come = tokio::time::timeout(PATIENCE, saved.wait_for(|saved| *saved >= wanted)).await;
        assert!(come.is_ok(), "{more} more are not saved after {PATIENCE:?}");
    }

    /// Lets each finish what it is at.
    pub async fn stop(mut self) -> Written {
        self.stop.send_replace(true);
        let mut written = Written::default();
        while let Some(one) = self.writing.join_next().await {
            written.add(one.expect("ends"));
        }
        written
    }
}
