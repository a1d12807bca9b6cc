//! Benchmarks: built as they are handed out, but for the linking, and run one after the other.

use crate::bundle::{Profile, bundle};
use crate::debian::install_missing;
use crate::error::Result;
use crate::lighthouse::lighthouse;
use crate::postgres::{Durability, OPENSSL, POSTGRES, Postgres};
use crate::process::{passed_on, run, step};
use crate::proof::{self, logs};
use crate::setup::setup;
use crate::workspace::Workspace;

/// Measures; of some benchmarks where names are given.
pub fn bench(workspace: &Workspace, names: &[String]) -> Result<()> {
    let commit = logs::head(workspace);
    setup(workspace)?;
    install_missing(&[&POSTGRES, &OPENSSL])?;
    bundle(workspace, Profile::Release)?;
    // As in production: what it has acknowledged is on disk.
    let postgres = step("Starting a throwaway PostgreSQL", || {
        Postgres::start(Durability::Durable)
    })?;
    step("Building the program (about 15 minutes the first time)", || {
        run(
            workspace
                .cargo_product("build")
                .args(["--profile", "bench", "--bins", "--test", "bench"]),
            "The compiler's message above says what is wrong.",
        )
    })?;
    let mut measure = workspace.cargo_product("test");
    measure
        .args(["--profile", "bench", "--test", "bench", "--"])
        .args(names)
        .env("NYTTA_BENCH_PROGRAM", workspace.measured_server())
        .env("NYTTA_BENCH_POSTGRES_URL", postgres.url());
    // Of a whole run the log stays, for the table of promises.
    let mut log = names
        .is_empty()
        .then(|| logs::Writing::begin(workspace, proof::BENCH, commit.as_deref()))
        .transpose()?;
    let mut look = |line: &[u8]| log.as_mut().map_or(Ok(()), |log| log.line(line));
    // What a browser is needed for is measured by another program, which one that has failed does not keep from it.
    let (mut measured, mut loaded) = (Ok(()), Ok(()));
    if names.is_empty() || names.iter().any(|name| name != LIGHTHOUSE) {
        measured = step("Measuring", || {
            passed_on(&mut measure, &mut look, "Look at the message above.")
        });
    }
    if names.is_empty() || names.iter().any(|name| name == LIGHTHOUSE) {
        loaded = lighthouse(workspace, &mut look);
    }
    // What ended badly has come to its end too: what it did not measure is missing from the table.
    if let Some(mut log) = log {
        log.ended(&measured)?;
        log.ended(&loaded)?;
        log.close()?;
    }
    measured.and(loaded)
}

/// What the one benchmark is called that a browser runs.
const LIGHTHOUSE: &str = "lighthouse";
