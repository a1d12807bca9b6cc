//! The program as it is handed out: how soon it answers after its start, and how much memory it takes while nobody asks it
//! anything. SQLite, with the demo's portfolio and with a full one.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use reqwest::Client;
use store::Kind;
use tokio::net::TcpListener;
use tokio::time::sleep;

use crate::databases::Database;
use crate::measure::{Times, millis, promised, ratio, resident};
use crate::portfolio::{self, Size};
use crate::site::{DEMO, operator};

/// Where `cargo xtask bench` leaves the program.
const PROGRAM: &str = "NYTTA_BENCH_PROGRAM";

/// The program as it is handed out.
pub fn program() -> PathBuf {
    std::env::var_os(PROGRAM)
        .expect("`cargo xtask bench` names the program")
        .into()
}

const TIMES: usize = 10;
/// What is promised.
const SOON: Duration = Duration::from_millis(500);
const MEGABYTES: u64 = 100;
/// How long nobody asks anything.
const QUIET: Duration = Duration::from_secs(5);

pub async fn run() {
    let (mut kept, mut figures) = (true, Vec::new());
    for (name, initiatives) in [("demo", 0), ("2 000 initiatives", 2_000)] {
        let database = Database::new(Kind::Sqlite).await;
        let services = database.services().await;
        if initiatives == 0 {
            service::demo_load(&operator(), &services, &[DEMO], |role| role.code().to_owned())
                .await
                .expect("the demo loads");
        } else {
            portfolio::fill(&operator(), &services, Size::of(initiatives)).await;
        }
        drop(services);
        let (mut started, mut idle) = (Times::default(), 0);
        for _ in 0..TIMES {
            let begun = Instant::now();
            let running = start(&program(), database.url()).await;
            started.note(begun.elapsed());
            if idle == 0 {
                sleep(QUIET).await;
                idle = resident(running.child.id());
            }
        }
        let p95 = started.percentile(95);
        println!(
            "start, {name:<20} answers after {} (p95 {}, {} of the {} promised), idle {idle} MB",
            millis(started.percentile(50)),
            millis(p95),
            ratio(p95, SOON),
            millis(SOON)
        );
        kept &= p95 <= SOON && idle <= MEGABYTES;
        figures.push(format!("{name}: {} and {idle} MB", millis(p95)));
        database.remove().await;
    }
    promised("start", kept, &figures.join("; "));
}

/// The program, running; it ends where it is dropped.
pub struct Running {
    child: Child,
    /// Where it answers.
    pub url: String,
}

impl Drop for Running {
    fn drop(&mut self) {
        // One that has ended already is what is wanted.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Starts a program, in the folder that it lies in, on a database that has its schema, and waits until it is ready.
pub async fn start(program: &Path, database: &str) -> Running {
    let free = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = free.local_addr().expect("an address");
    drop(free);
    let mut command = Command::new(program);
    command
        .current_dir(program.parent().expect("a program lies in a folder"))
        .args(["serve", "--addr", &address.to_string()])
        .env("NYTTA_DATABASE_URL", database)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let running = Running {
        child: command.spawn().expect("the program starts"),
        url: format!("http://{address}"),
    };
    let client = Client::new();
    let (begun, ready) = (Instant::now(), format!("{}/readyz", running.url));
    while begun.elapsed() < Duration::from_secs(30) {
        if let Ok(answer) = client.get(&ready).send().await
            && answer.status() == 200
        {
            return running;
        }
        sleep(Duration::from_millis(2)).await;
    }
    panic!("the program was not ready within half a minute");
}
