//! A database that can be read, and no longer written.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use super::{READ_ONLY, gives_back, nothing_panicked};
use crate::support::cluster::Cluster;
use crate::support::database::World;
use crate::support::disk::{Disk, Immutable};
use crate::support::folder::Folder;
use crate::support::program::{Server, program};
use crate::support::rows::must;
use crate::support::sending::{Sent, Told, all_there_once};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn files_that_are_closed_under_a_server_are_read_and_written_again_once_they_are_open() {
    let folder = Folder::new();
    let (file, log) = (folder.file("nytta.sqlite"), folder.file("nytta.sqlite-wal"));
    let url = folder.database("nytta.sqlite");
    let server = Server::start(&url, &["--demo"]);
    let client = server.signed_in("portfolio_manager").await;
    let services = World::open(&url).await;
    let (before, during) = (Sent::new(0, 0, 0), Sent::new(0, 0, 1));
    assert!(matches!(before.told(&server.address, &client).await, Told::Saved));
    // Everybody was last seen so long ago that it would be noted.
    must(
        &services.store,
        &["UPDATE session SET seen_at = seen_at - 600000000"],
    )
    .await;

    let closed = Immutable::close(&[Path::new(&file), Path::new(&log)]);
    let told = during.told(&server.address, &client).await;
    gives_back(&told, &during, 503, READ_ONLY);
    let (status, page) = server.get(&client, "/matt").await;
    assert!(status == 200 && page.contains(&before.name), "{status} {page}");
    let (status, said) = server.get(&client, "/readyz").await;
    assert!(status == 200 && said.contains("not saved"), "{status} {said}");

    drop(closed);
    let told = during.told(&server.address, &client).await;
    assert!(matches!(told, Told::Saved), "{told:?}");
    assert_eq!(server.get(&client, "/readyz").await, (200, "ready\n".to_owned()));
    all_there_once(&services, &[before, during]).await;
    nothing_panicked(&server);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_on_a_read_only_disk_says_what_to_do() {
    let disk = Disk::mount(48);
    let url = disk.database();
    let mut server = Server::start(&url, &["--demo", "--stop-within", "1"]);
    let client = server.signed_in("portfolio_manager").await;
    let one = Sent::new(0, 0, 0);
    assert!(matches!(one.told(&server.address, &client).await, Told::Saved));
    server.terminate();
    assert!(server.ends_within(Duration::from_secs(15)).await.success());
    drop(server);

    disk.read_only(true);
    let told = program(&url, &["serve", "--addr", "127.0.0.1:0"])
        .env("NYTTA_SECRET_KEY", "0f".repeat(32))
        .stdin(Stdio::null())
        .output()
        .expect("it runs");
    let said = String::from_utf8_lossy(&told.stderr).into_owned();
    assert!(!told.status.success(), "{said}");
    assert_eq!(said.trim().lines().count(), 1, "{said}");
    for part in [
        "nytta.sqlite",
        "can be read, and not written",
        "make it and its folder writable",
    ] {
        assert!(said.contains(part), "“{part}” is not in {said}");
    }
    disk.read_only(false);
    let server = Server::start(&url, &["--demo"]);
    let (_, page) = server.get(&client, "/matt").await;
    assert!(page.contains(&one.name), "{page}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_has_become_a_standby_is_read_and_written_once_it_is_promoted() {
    let cluster = Cluster::start();
    let server = Server::start(&cluster.url(), &["--demo"]);
    let client = server.signed_in("portfolio_manager").await;
    let (before, during) = (Sent::new(0, 0, 0), Sent::new(0, 0, 1));
    assert!(matches!(before.told(&server.address, &client).await, Told::Saved));

    cluster.become_standby();
    let told = during.told(&server.address, &client).await;
    gives_back(&told, &during, 503, READ_ONLY);
    let (status, page) = server.get(&client, "/matt").await;
    assert!(status == 200 && page.contains(&before.name), "{status} {page}");

    cluster.promote();
    let patience = Duration::from_secs(20);
    during.saved_within(patience, &server.address, &client).await;
    all_there_once(&World::open(&cluster.url()).await, &[before, during]).await;
    nothing_panicked(&server);
}
