//! What was acknowledged is there, once, however the server is killed; and what was not, when it is sent again.
//!
//! A killed process shows that a change is whole or not there. That it is on the disk after a power cut is what the
//! database's settings ask for: they are read back.

use std::time::Duration;

use store::Kind;
use tokio::time::sleep;
use uuid::Uuid;

use crate::support::database::{World, on_both};
use crate::support::program::{Server, kills_or};
use crate::support::rows::text;
use crate::support::sending::{Told, Writers, all_there_once};

on_both!(
    an_acknowledged_save_survives_being_killed,
    what_a_power_cut_asks_for_is_set
);

async fn an_acknowledged_save_survives_being_killed(world: World) {
    let url = world.empty().await;
    let mut server = Server::start(&url, &["--demo"]);
    let client = server.signed_in("portfolio_manager").await;
    let services = World::open(&url).await;
    let (mut saved, mut cut_off) = (Vec::new(), 0);
    for round in 0..kills_or(20) {
        let writers = Writers::start(round, &[&server.address], &client);
        writers.save(1).await;
        // Not at the same moment of what it does each time.
        let millis = u64::from(Uuid::new_v4().as_bytes()[0]);
        sleep(Duration::from_millis(millis)).await;
        server.kill();
        let written = writers.stop().await;
        assert!(written.refusals.is_empty(), "{:?}", written.refusals);
        assert!(
            !written.saved.is_empty(),
            "nothing was acknowledged before the kill"
        );
        // Whoever comes later finds nobody there, which says nothing.
        let begun = written.failures.iter().filter(|failure| !failure.is_connect());
        cut_off += begun.count();
        saved.extend(written.saved);
        server = Server::start(&url, &["--demo"]);
        // Whoever got no answer sends the form again.
        for one in written.unsaved {
            let told = one.told(&server.address, &client).await;
            assert!(matches!(told, Told::Saved), "{one:?}: {told:?}");
            saved.push(one);
        }
        all_there_once(&services, &saved).await;
    }
    assert!(cut_off > 0, "no kill met a form that had been sent");
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
