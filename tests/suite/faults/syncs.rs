//! What is acknowledged has been handed to the disk first: told by counting how often that is asked of the system.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use reqwest::Client;
use tokio::time::sleep;

use crate::support::assert_let;
use crate::support::cluster::Cluster;
use crate::support::database::World;
use crate::support::folder::Folder;
use crate::support::program::{Server, said, serving};
use crate::support::rows::text;
use crate::support::sending::{Sent, Told, all_there_once};

const SAVES: usize = 20;

/// What a test of these does that not everybody may.
const TRACES: &str = "traces another process by strace";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_save_is_on_the_disk_before_it_is_acknowledged() {
    let folder = Folder::new();
    let url = folder.database("nytta.sqlite");
    let mut first = Server::start(&url, &["--demo", "--stop-within", "1"]);
    let client = first.signed_in("portfolio_manager").await;
    stop(&mut first).await;
    let without = syncs(&folder, &url, &client, &[]).await;
    let saves: Vec<_> = (0..SAVES).map(|nth| Sent::new(0, 0, nth)).collect();
    let with = syncs(&folder, &url, &client, &saves).await;
    each_is_asked_for(with, without);
    all_there_once(&World::open(&url).await, &saves).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_save_is_on_the_disk_of_postgresql_before_it_is_acknowledged() {
    let (cluster, folder) = (Cluster::durable(), Folder::new());
    let mut first = Server::start(&cluster.url(), &["--demo", "--stop-within", "1"]);
    let client = first.signed_in("portfolio_manager").await;
    stop(&mut first).await;
    let without = syncs_of_postgres(&folder, &cluster, &client, &[]).await;
    let saves: Vec<_> = (0..SAVES).map(|nth| Sent::new(0, 0, nth)).collect();
    let with = syncs_of_postgres(&folder, &cluster, &client, &saves).await;
    each_is_asked_for(with, without);
    let services = World::open(&cluster.url()).await;
    assert_eq!(text(&services.store, "SHOW synchronous_commit").await, "on");
    assert_eq!(text(&services.store, "SHOW fsync").await, "on");
    all_there_once(&services, &saves).await;
}

/// Each save asks once: where the disk is not asked, none does. Starting and stopping ask a few times more or less, as they
/// come to be done.
#[track_caller]
fn each_is_asked_for(with: usize, without: usize) {
    const MORE_OR_LESS: usize = 4;
    assert!(
        with + MORE_OR_LESS >= without + SAVES,
        "{with} syncs with {SAVES} saves, {without} without"
    );
}

/// How often the connections of a server that takes some saves ask for the database's log to be on the disk.
async fn syncs_of_postgres(folder: &Folder, cluster: &Cluster, client: &Client, saves: &[Sent]) -> usize {
    let traced = folder.file("syncs");
    let mut strace = Command::new("strace");
    strace.args([
        "-f",
        "-e",
        "trace=fsync,fdatasync",
        "-e",
        "signal=none",
        "-o",
        &traced,
    ]);
    strace.args(["-p", &cluster.process()]).stderr(Stdio::piped());
    let mut strace = strace.spawn().expect("strace is there");
    let mut said = String::new();
    // Kept open: it says more, of every connection, and would end where nobody listens.
    let mut words = BufReader::new(strace.stderr.take().expect("its words"));
    words.read_line(&mut said).expect("it says that it is attached");
    assert_let(said.contains("attached"), TRACES, &said);
    let mut server = Server::start(&cluster.url(), &["--demo", "--stop-within", "1"]);
    for one in saves {
        assert!(
            matches!(one.told(&server.address, client).await, Told::Saved),
            "{one:?}"
        );
    }
    stop(&mut server).await;
    // It lets go of what it watches, and writes what it has.
    let told = Command::new("kill")
        .args(["-INT", &strace.id().to_string()])
        .status();
    assert!(told.expect("kill is there").success());
    strace.wait().expect("it ends");
    drop(words);
    let text = std::fs::read_to_string(&traced).expect("it has written");
    text.lines().filter(|line| line.contains("sync(")).count()
}

/// How often a server that takes some saves asks for what it wrote to be on the disk.
async fn syncs(folder: &Folder, url: &str, client: &Client, saves: &[Sent]) -> usize {
    let tried = Command::new("strace")
        .args(["-qq", "-o", "/dev/null", "true"])
        .output();
    let tried = tried.expect("strace is there");
    assert_let(tried.status.success(), TRACES, &said(&tried));
    let traced = folder.file("syncs");
    let served = serving(url, &["--demo", "--stop-within", "1"]);
    let mut strace = Command::new("strace");
    // Beside the server, which stays this test's own child.
    strace.args([
        "-D",
        "-f",
        "-q",
        "-e",
        "trace=fsync,fdatasync",
        "-e",
        "signal=none",
        "-o",
        &traced,
    ]);
    strace.arg(served.get_program()).args(served.get_args());
    for (name, value) in served.get_envs() {
        match value {
            Some(value) => strace.env(name, value),
            None => strace.env_remove(name),
        };
    }
    let mut server = Server::run(strace);
    for one in saves {
        assert!(
            matches!(one.told(&server.address, client).await, Told::Saved),
            "{one:?}"
        );
    }
    let process = server.id();
    stop(&mut server).await;
    counted(&traced, process).await
}

async fn stop(server: &mut Server) {
    server.terminate();
    let ended = server.ends_within(Duration::from_secs(20)).await;
    assert!(ended.success(), "{ended}");
}

/// Waits until the trace is written to its end.
async fn counted(traced: &str, process: u32) -> usize {
    let (begun, end) = (Instant::now(), format!("{process} +++ exited with"));
    loop {
        let text = std::fs::read_to_string(traced).expect("strace writes");
        if text.lines().any(|line| {
            line.split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
                .starts_with(&end)
        }) {
            return text.lines().filter(|line| line.contains("sync(")).count();
        }
        assert!(
            begun.elapsed() < Duration::from_secs(30),
            "the trace has no end: {text}"
        );
        sleep(Duration::from_millis(20)).await;
    }
}
