//! What was acknowledged is there, once, however the server is killed; and what was not, when it is sent again.
//!
//! A killed process shows that a change is whole or not there. That it is on the disk after a power cut is what the
//! database's settings ask for: they are read back.

use std::sync::Arc;
use std::time::Duration;

use reqwest::Client;
use service::chain_verify;
use store::Kind;
use tokio::task::JoinSet;
use tokio::time::sleep;
use uuid::Uuid;

use crate::support::database::{World, on_both};
use crate::support::operator;
use crate::support::program::Server;
use crate::support::rows::{number, text, texts};

on_both!(
    an_acknowledged_save_survives_being_killed,
    what_a_power_cut_asks_for_is_set
);

/// How often the server is killed where nothing else is said: `cargo xtask torture` says more.
const KILLS: &str = "NYTTA_TEST_KILLS";
const WRITERS: usize = 4;

/// A measure that somebody adds, and the key that its form is sent with.
#[derive(Clone, Debug)]
struct Sent {
    name: String,
    key: String,
}

impl Sent {
    fn new(round: usize, writer: usize, nth: usize) -> Self {
        Self {
            name: format!("Mått {round}-{writer}-{nth}"),
            key: Uuid::now_v7().to_string(),
        }
    }

    /// Whether the server says that it is saved. A server that is gone says nothing.
    async fn acknowledged(&self, server: &Server, client: &Client) -> bool {
        let fields = [
            ("submission", self.key.as_str()),
            ("name", &self.name),
            ("definition", "Ärenden som görs om."),
            ("unit", "%"),
            ("direction", "lower"),
            ("aggregation", "latest"),
            ("frequency", "quarter"),
        ];
        match server.post(client, "/api/measure_save", &fields).await {
            Ok(answer) => {
                let to = answer.headers().get("location");
                let to = to.and_then(|to| to.to_str().ok()).unwrap_or_default();
                let saved = answer.status() == 303 && to.starts_with("/matt/") && !to.contains("draft");
                assert!(saved, "{} {to}", answer.status());
                true
            }
            Err(_) => false,
        }
    }
}

async fn an_acknowledged_save_survives_being_killed(world: World) {
    let kills = std::env::var(KILLS).map_or(20, |kills| kills.parse().expect("a number"));
    let url = world.empty().await;
    let mut server = Arc::new(Server::start(&url, &["--demo"]));
    let client = server.signed_in("portfolio_manager").await;
    let services = World::open(&url).await;
    let (mut saved, mut again) = (Vec::new(), Vec::<Sent>::new());
    let mut cut_off = 0;
    for round in 0..kills {
        let mut writers = JoinSet::new();
        for writer in 0..WRITERS {
            let (server, client) = (server.clone(), client.clone());
            writers.spawn(async move {
                let mut acknowledged = Vec::new();
                for nth in 0.. {
                    let one = Sent::new(round, writer, nth);
                    match one.acknowledged(&server, &client).await {
                        true => acknowledged.push(one),
                        false => return (acknowledged, Some(one)),
                    }
                }
                (acknowledged, None)
            });
        }
        // Not at the same moment of what it does each time.
        let millis = u64::from(Uuid::new_v4().as_bytes()[0]);
        sleep(Duration::from_millis(60 + millis)).await;
        server.kill();
        while let Some(done) = writers.join_next().await {
            let (acknowledged, last) = done.expect("ends");
            saved.extend(acknowledged);
            again.extend(last);
        }
        cut_off += again.len();
        server = Arc::new(Server::start(&url, &["--demo"]));
        // Whoever got no answer sends the form again.
        for one in again.drain(..) {
            assert!(one.acknowledged(&server, &client).await, "{one:?}");
            saved.push(one);
        }
        let found = texts(
            &services.store,
            "SELECT name FROM measure WHERE name LIKE 'Mått %'",
        )
        .await;
        assert_eq!(found.len(), saved.len(), "round {round}: each is there once");
        assert!(saved.iter().all(|one| found.contains(&one.name)), "round {round}");
        assert_eq!(
            services.store.flaws().await.expect("answers"),
            Vec::<String>::new()
        );
        let verified = chain_verify(&operator(), &services, None).await.expect("may");
        verified.unwrap_or_else(|damage| panic!("round {round}: {damage}"));
        let logged = "SELECT COUNT(*) FROM audit_event WHERE action = 'measure.add'";
        let added = number(&services.store, logged).await;
        assert!(
            added >= i64::try_from(saved.len()).expect("few"),
            "each left its event"
        );
    }
    assert!(
        saved.len() > kills * WRITERS && cut_off > 0,
        "{} saved, {cut_off} cut off",
        saved.len()
    );
}

async fn what_a_power_cut_asks_for_is_set(world: World) {
    let services = world.services().await;
    let asked: &[(&str, &str)] = match world.kind() {
        // 2 is FULL: the log is on the disk before a commit is told.
        Kind::Sqlite => &[
            ("SELECT CAST(synchronous AS TEXT) FROM pragma_synchronous", "2"),
            ("SELECT journal_mode FROM pragma_journal_mode", "wal"),
        ],
        // What the server's operator has set is left as it is.
        Kind::Postgres => &[(
            "SELECT COUNT(*) || '' FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit') \
             AND source IN ('client', 'session', 'database', 'user')",
            "0",
        )],
    };
    for (ask, answer) in asked {
        assert_eq!(text(&services.store, ask).await, *answer, "{ask}");
    }
}
