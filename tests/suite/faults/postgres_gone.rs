//! PostgreSQL stopped at once in the middle of what people write, and started again.

use std::time::Duration;

use super::{UNANSWERING, gives_back, nothing_panicked, say_that_it_does_not_answer};
use crate::support::cluster::Cluster;
use crate::support::database::World;
use crate::support::program::Server;
use crate::support::sending::{Sent, Writers, all_there_once};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stop_of_the_database_is_told_and_over_within_seconds() {
    let cluster = Cluster::start();
    let server = Server::start(&cluster.url(), &["--demo"]);
    let client = server.signed_in("portfolio_manager").await;
    let writers = Writers::start(0, &[&server.address], &client);
    writers.save(3).await;
    cluster.stop_at_once();
    let one = Sent::new(1, 0, 0);
    let told = one.told(&server.address, &client).await;
    gives_back(&told, &one, 503, UNANSWERING);
    let (status, page) = server.get(&client, "/matt").await;
    assert!(status == 503 && page.contains(UNANSWERING), "{status} {page}");
    let (status, _) = server.get(&client, "/readyz").await;
    assert_eq!(status, 503, "a proxy sends nobody here");
    let (status, _) = server.get(&client, "/livez").await;
    assert_eq!(status, 200, "and nobody starts it again for that");

    cluster.start_again();
    one.saved_within(Duration::from_secs(20), &server.address, &client)
        .await;
    assert_eq!(server.get(&client, "/readyz").await.0, 200);
    writers.save(1).await;
    let written = writers.stop().await;
    assert!(!written.refusals.is_empty(), "{written:?}");
    assert!(
        written.failures.is_empty(),
        "each gets an answer: {:?}",
        written.failures
    );
    say_that_it_does_not_answer(&written.refusals);
    let mut saved = written.sent_again(&server.address, &client).await;
    saved.push(one);
    all_there_once(&World::open(&cluster.url()).await, &saved).await;
    nothing_panicked(&server);
}
