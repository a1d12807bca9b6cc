//! A way to PostgreSQL that is slow, cut, half closed, and silent.

use std::time::{Duration, Instant};

use store::Kind;
use tokio::time::sleep;

use super::{nothing_panicked, say_that_it_does_not_answer};
use crate::support::database::{World, on};
use crate::support::program::Server;
use crate::support::proxy::{Proxy, Way};
use crate::support::rows::text;
use crate::support::sending::{Sent, Writers, all_there_once};

#[test]
fn what_meets_a_cut_is_refused_or_saved_and_never_twice() {
    on(Kind::Postgres, cuts);
}

#[test]
fn a_database_that_falls_silent_is_given_up_on_and_found_again() {
    on(Kind::Postgres, silence);
}

#[test]
fn the_database_gives_up_on_a_server_that_falls_silent() {
    on(Kind::Postgres, other_end);
}

async fn cuts(world: World) {
    let url = world.empty().await;
    let (proxy, by_proxy) = Proxy::before(&url).await;
    let server = Server::start(&by_proxy, &["--demo"]);
    let client = server.signed_in("portfolio_manager").await;
    let writers = Writers::start(0, &[&server.address], &client);
    writers.save(3).await;
    proxy.now(Way::Late(Duration::from_millis(5)));
    writers.save(3).await;
    for way in [Way::Cut, Way::HalfClosed, Way::Cut, Way::HalfClosed] {
        proxy.now(way);
        sleep(Duration::from_millis(150)).await;
        proxy.now(Way::Through);
        writers.save(3).await;
    }
    let written = writers.stop().await;
    assert!(
        written.failures.is_empty(),
        "each gets an answer: {:?}",
        written.failures
    );
    assert!(!written.refusals.is_empty(), "{written:?}");
    say_that_it_does_not_answer(&written.refusals);
    let saved = written.sent_again(&server.address, &client).await;
    all_there_once(&World::open(&url).await, &saved).await;
    nothing_panicked(&server);
}

async fn silence(world: World) {
    let url = world.empty().await;
    let (proxy, by_proxy) = Proxy::before(&url).await;
    // As few connections as there can be: each one that was never given up would be missed.
    let server = Server::start(&by_proxy, &["--demo", "--database-connections", "2"]);
    let client = server.signed_in("portfolio_manager").await;
    let writers = Writers::start(0, &[&server.address], &client);
    writers.save(1).await;
    proxy.now(Way::Lost);
    let begun = Instant::now();
    sleep(Duration::from_secs(1)).await;
    let (status, _) = server.get(&client, "/readyz").await;
    assert_eq!(status, 503);
    given_up_within(begun, Duration::from_secs(1 + 6));
    let (status, _) = server.get(&client, "/matt").await;
    assert_eq!(status, 503);
    given_up_within(begun, Duration::from_secs(1 + 6 + 10));
    let written = writers.stop().await;
    given_up_within(begun, Duration::from_secs(1 + 6 + 10 + 30));
    assert!(
        written.failures.is_empty(),
        "each gets an answer: {:?}",
        written.failures
    );
    assert!(!written.refusals.is_empty(), "{written:?}");
    say_that_it_does_not_answer(&written.refusals);

    proxy.now(Way::Through);
    let one = Sent::new(1, 0, 0);
    one.saved_within(Duration::from_secs(30), &server.address, &client)
        .await;
    let mut saved = written.sent_again(&server.address, &client).await;
    saved.push(one);
    all_there_once(&World::open(&url).await, &saved).await;
    nothing_panicked(&server);
}

/// By then each wait has come to its end (docs/faults.md says how long they are); and a machine that does everything else
/// at the same time is given as long again. A wait without an end is twenty times as long.
#[track_caller]
fn given_up_within(begun: Instant, waits: Duration) {
    assert!(begun.elapsed() < waits * 2, "{:?} of {waits:?}", begun.elapsed());
}

async fn other_end(world: World) {
    let services = world.services().await;
    for (setting, value) in [
        ("lock_timeout", "10000 ms"),
        ("idle_in_transaction_session_timeout", "20000 ms"),
        ("tcp_keepalives_idle", "30 s"),
        ("tcp_user_timeout", "30000 ms"),
    ] {
        let sql = format!("SELECT setting || ' ' || unit FROM pg_settings WHERE name = '{setting}'");
        assert_eq!(text(&services.store, &sql).await, value, "{setting}");
    }
}
