//! Benchmarks: built as they are handed out, but for the linking, and run one after the other.

use crate::bundle::{Profile, bundle};
use crate::debian::install_missing;
use crate::error::Result;
use crate::postgres::{Durability, OPENSSL, POSTGRES, Postgres};
use crate::process::{run, step};
use crate::setup::setup;
use crate::workspace::Workspace;

/// Measures; of some benchmarks where names are given.
pub fn bench(workspace: &Workspace, names: &[String]) -> Result<()> {
    setup(workspace)?;
    install_missing(&[&POSTGRES, &OPENSSL])?;
    bundle(workspace, Profile::Release)?;
    // As in production: what it has acknowledged is on disk.
    let postgres = step("Starting a throwaway PostgreSQL", || {
        Postgres::start(Durability::Durable)
    })?;
    let mut measure = workspace.cargo_product("test");
    measure
        .args(["--profile", "bench", "--test", "bench", "--"])
        .args(names)
        .env("NYTTA_BENCH_POSTGRES_URL", postgres.url());
    step(
        "Measuring (building takes about 15 minutes the first time)",
        || run(&mut measure, "Look at the message above."),
    )
}
