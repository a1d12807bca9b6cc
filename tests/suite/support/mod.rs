//! What tests stand on.

pub mod calculations;
pub mod cluster;
pub mod database;
pub mod demo;
pub mod disk;
pub mod exact;
pub mod factors;
pub mod folder;
pub mod forms;
pub mod grown;
pub mod measured;
pub mod measures;
pub mod nginx;
pub mod program;
pub mod proxy;
pub mod rounds;
pub mod rows;
pub mod second_factor;
pub mod sending;
pub mod smtp;

use chrono::{DateTime, Utc};
use domain::ctx::{Actor, Ctx};
use uuid::Uuid;

/// The moment at which tests happen, unless they say otherwise: inside the open report's years.
pub fn now() -> DateTime<Utc> {
    "2025-10-01T12:00:00Z".parse().expect("a moment")
}

/// A request by nobody who is known, at a moment.
pub fn nobody(now: DateTime<Utc>) -> Ctx {
    Ctx {
        actor: Actor::Anonymous,
        now,
        ..operator()
    }
}

/// The context of a command line.
pub fn operator() -> Ctx {
    Ctx {
        actor: Actor::Operator,
        now: now(),
        request_id: Uuid::now_v7(),
        session: None,
        others: None,
    }
}

/// A port of this machine that was free a moment ago, for what cannot say which one it has taken.
pub fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind(("127.0.0.1", 0));
    let address = listener.and_then(|listener| listener.local_addr());
    address.expect("a free port").port()
}

/// Fails with one line where a test was not let do what takes root's rights.
#[track_caller]
pub fn assert_let(was_let: bool, does: &str, said: &str) {
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        was_let,
        "this test {does}, which it was not let: run it as root, with the rights that README.md names. {said}"
    );
}

/// A file of the repository.
pub fn repository_file(path: &str) -> String {
    let file = repository().join(path);
    std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// The repository.
pub fn repository() -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("tests/ lies in it")
        .to_owned()
}
