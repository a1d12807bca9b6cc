//! What was acknowledged is there, once, however the server is killed; and what was not, when it is sent again.
//!
//! A killed process shows that a change is whole or not there. That it is on the disk after a power cut is what the
//! database's settings ask for: they are read back.

use std::sync::Arc;
use std::time::Duration;

use reqwest::Client;
use store::Kind;
use tokio::task::JoinSet;
use tokio::time::sleep;
use uuid::Uuid;

use crate::support::database::{World, on_both};
use crate::support::program::{Server, kills_or};
use crate::support::rows::text;
use crate::support::sending::{Sent, Told, all_there_once};

on_both!(
    an_acknowledged_save_survives_being_killed,
    what_a_power_cut_asks_for_is_set
);

const WRITERS: usize = 4;

/// Whether the server says that it is saved. A server that is gone says nothing.
async fn acknowledged(one: &Sent, server: &Server, client: &Client) -> bool {
    match one.told(&server.address, client).await {
        Told::Saved => true,
        Told::Nothing(_) => false,
        Told::Other(status, text) => panic!("{status} {text}"),
    }
}

async fn an_acknowledged_save_survives_being_killed(world: World) {
    let kills = kills_or(20);
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
                let mut taken = Vec::new();
                for nth in 0.. {
                    let one = Sent::new(round, writer, nth);
                    match acknowledged(&one, &server, &client).await {
                        true => taken.push(one),
                        false => return (taken, Some(one)),
                    }
                }
                (taken, None)
            });
        }
        // Not at the same moment of what it does each time.
        let millis = u64::from(Uuid::new_v4().as_bytes()[0]);
        sleep(Duration::from_millis(60 + millis)).await;
        server.kill();
        while let Some(done) = writers.join_next().await {
            let (taken, last) = done.expect("ends");
            saved.extend(taken);
            again.extend(last);
        }
        cut_off += again.len();
        server = Arc::new(Server::start(&url, &["--demo"]));
        // Whoever got no answer sends the form again.
        for one in again.drain(..) {
            assert!(acknowledged(&one, &server, &client).await, "{one:?}");
            saved.push(one);
        }
        all_there_once(&services, &saved).await;
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
