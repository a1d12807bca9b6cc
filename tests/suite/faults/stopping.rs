//! A server that is told to stop while people write.

use std::time::Duration;

use super::nothing_panicked;
use crate::support::database::{World, on_both};
use crate::support::program::Server;
use crate::support::sending::{Writers, all_there_once};

on_both!(what_was_begun_is_finished_and_what_was_acknowledged_is_there);

async fn what_was_begun_is_finished_and_what_was_acknowledged_is_there(world: World) {
    let url = world.empty().await;
    let mut server = Server::start(&url, &["--demo", "--stop-within", "10"]);
    let client = server.signed_in("portfolio_manager").await;
    let writers = Writers::start(0, &[&server.address], &client);
    writers.save(3).await;
    server.terminate();
    let ended = server.ends_within(Duration::from_secs(25)).await;
    assert!(ended.success(), "{ended}");
    let written = writers.stop().await;
    assert!(
        written.refusals.is_empty(),
        "nobody is refused what they began: {:?}",
        written.refusals
    );
    for failure in &written.failures {
        // A door that is closed, or a connection that was at rest and is closed under what comes just then.
        let nothing_begun = failure.is_connect() || is_closed_at_rest(failure);
        assert!(nothing_begun, "{failure:?}");
    }
    nothing_panicked(&server);
    let server = Server::start(&url, &["--demo"]);
    let saved = written.sent_again(&server.address, &client).await;
    all_there_once(&World::open(&url).await, &saved).await;
}

fn is_closed_at_rest(failure: &reqwest::Error) -> bool {
    let mut cause: Option<&dyn std::error::Error> = Some(failure);
    while let Some(error) = cause {
        let said = error.to_string();
        if said.contains("connection closed before message completed") || said.contains("Connection reset") {
            return true;
        }
        cause = error.source();
    }
    false
}
