//! One of two servers killed under people who write.

use std::time::Duration;

use store::Kind;

use super::Pair;
use crate::support::database::{World, on};
use crate::support::nginx::Nginx;
use crate::support::program::{Server, kills_or};
use crate::support::sending::{Sent, Writers, all_there_once};

#[test]
fn the_other_goes_on_and_nothing_is_lost() {
    on(Kind::Postgres, killed);
}

async fn killed(world: World) {
    let Pair {
        url,
        one,
        mut other,
        mut door,
    } = Pair::start(&world).await;
    let client = one.signed_in("portfolio_manager").await;
    let mut saved = Vec::new();
    for round in 0..kills_or(3) {
        let writers = Writers::start(round, &[&door.address, &one.address], &client);
        writers.save(3).await;
        other.kill();
        // Whoever comes by the door next is served by the one that is left.
        let next = Sent::new(round, 9, 0);
        next.saved_within(Duration::from_secs(15), &door.address, &client)
            .await;
        saved.push(next);
        writers.save(1).await;
        let written = writers.stop().await;
        for (status, text) in &written.refusals {
            assert_eq!(status.as_u16(), 502, "only what the killed one had begun: {text}");
        }
        assert!(written.failures.is_empty(), "{:?}", written.failures);
        saved.extend(written.sent_again(&door.address, &client).await);
        drop(other);
        other = Server::start(&url, &["--demo"]);
        door = Nginx::before(&[&one.address, &other.address]);
    }
    all_there_once(&World::open(&url).await, &saved).await;
}
