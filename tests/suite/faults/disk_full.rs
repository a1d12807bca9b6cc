//! A disk that becomes full under a server, and has room again.

use super::{FULL, gives_back, nothing_panicked};
use crate::support::cluster::Cluster;
use crate::support::database::World;
use crate::support::disk::Disk;
use crate::support::program::Server;
use crate::support::rows::must;
use crate::support::sending::{Sent, Told, all_there_once};

/// Room that is left when people begin to write.
const ROOM: u64 = 512 * 1024;
/// More than fits into it.
const MOST: usize = 400;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_writes_to_a_full_disk_is_told_and_loses_nothing() {
    let disk = Disk::mount(48);
    fills_up(&disk, &disk.database()).await;
}

/// The log that PostgreSQL writes first is on another one: where that has no room either, it stops ([`super::postgres_gone`]).
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_writes_to_a_full_disk_of_postgresql_is_told_and_loses_nothing() {
    let disk = Disk::mount(96);
    let cluster = Cluster::start();
    fills_up(&disk, &cluster.database_on(&disk).await).await;
}

async fn fills_up(disk: &Disk, url: &str) {
    let server = Server::start(url, &["--demo"]);
    let client = server.signed_in("portfolio_manager").await;
    let reader = server.signed_in("reviewer").await;
    let services = World::open(url).await;
    // Whoever reads was last seen so long ago that it would be noted.
    must(
        &services.store,
        &["UPDATE session SET seen_at = seen_at - 600000000"],
    )
    .await;
    let ready = || server.get(&reader, "/readyz");
    assert_eq!(ready().await, (200, "ready\n".to_owned()));

    disk.fill(ROOM);
    let (mut saved, mut unsaved) = (Vec::new(), Vec::new());
    for nth in 0..MOST {
        let one = long(0, nth);
        match one.told(&server.address, &client).await {
            Told::Saved => saved.push(one),
            told => {
                gives_back(&told, &one, 507, FULL);
                unsaved.push(one);
            }
        }
        if unsaved.len() == 8 {
            break;
        }
    }
    assert!(
        saved.len() > 2 && unsaved.len() == 8,
        "{} saved, {} not",
        saved.len(),
        unsaved.len()
    );

    // Reading goes on, also for whom it should be noted that they were seen.
    for path in ["/matt", "/initiativ", "/", "/att-gora"] {
        let (status, page) = server.get(&reader, path).await;
        assert_eq!(status, 200, "{path}: {page}");
    }
    let (_, page) = server.get(&reader, "/matt").await;
    assert!(
        page.contains(&saved[0].name) && !page.contains(&unsaved[0].name),
        "{page}"
    );
    // A form with a mistake in it is kept as a draft while there is room for one, and comes back as well once there is none:
    // the database still has what it had taken before, which drafts use up.
    disk.fill(0);
    let mut drafts = 0;
    loop {
        let mut wrong = long(1, drafts);
        wrong.name = String::new();
        match wrong.told(&server.address, &client).await {
            Told::Other(status, page) if status == 303 && page.contains("draft=") => drafts += 1,
            told => {
                gives_back(&told, &wrong, 507, FULL);
                break;
            }
        }
        assert!(drafts < MOST, "there is always room");
    }
    let (status, said) = ready().await;
    assert_eq!(status, 200, "it can be read");
    assert!(
        said.contains("not saved") && said.contains("no room left"),
        "{said}"
    );

    disk.free();
    for one in unsaved {
        assert!(
            matches!(one.told(&server.address, &client).await, Told::Saved),
            "{one:?}"
        );
        saved.push(one);
    }
    assert_eq!(ready().await, (200, "ready\n".to_owned()));
    all_there_once(&services, &saved).await;
    nothing_panicked(&server);
}

/// One of those who write at length.
fn long(writer: usize, nth: usize) -> Sent {
    let mut one = Sent::new(0, writer, nth);
    let definition = format!("Ärenden som görs om, {nth}. ").repeat(60);
    one.definition = definition.trim().to_owned();
    one
}
