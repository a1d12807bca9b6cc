//! Every test, with all that it needs.

use std::process::Command;

use crate::browser::{CHROMEDRIVER, CHROMIUM};
use crate::bundle::{Profile, bundle};
use crate::debian::{Need, install_missing};
use crate::error::{Error, Result};
use crate::faults::{CHATTR, NGINX, STRACE};
use crate::mail::AIOSMTPD;
use crate::node::{NODE, NPM, node_packages};
use crate::office::{CALC, WRITER};
use crate::postgres::{Durability, OPENSSL, POSTGRES, Postgres};
use crate::process::{passed_on, run, step};
use crate::proof::{self, logs};
use crate::python::{POPPLER, PYTHON, QPDF, python_packages};
use crate::setup::setup;
use crate::systemd::SYSTEMD;
use crate::workspace::Workspace;

/// Bytes of stack of a test's thread.
const STACK: &str = "8388608";

/// How often the torture kills the server on each database; tests do it a tenth as often.
const KILLS: (&str, &str) = ("NYTTA_TEST_KILLS", "200");

/// The tests that kill the server, with many more kills.
pub fn torture(workspace: &Workspace) -> Result<()> {
    tests(workspace, &["killed::".to_owned()], &[KILLS])
}

/// Every test, or those that are named.
pub fn test(workspace: &Workspace, filter: &[String]) -> Result<()> {
    tests(workspace, filter, &[])
}

/// Installs what is missing, starts a throwaway PostgreSQL, runs every test and says how many.
fn tests(workspace: &Workspace, filter: &[String], settings: &[(&str, &str)]) -> Result<()> {
    let commit = logs::head(workspace);
    setup(workspace)?;
    install_missing(&[
        &POSTGRES,
        &OPENSSL,
        &NGINX,
        &STRACE,
        &CHATTR,
        &CHROMIUM,
        &CHROMEDRIVER,
        &NODE,
        &NPM,
        &CALC,
        &WRITER,
        &AIOSMTPD,
        &POPPLER,
        &QPDF,
        &PYTHON,
        &SYSTEMD,
    ])?;
    let node = node_packages(workspace)?;
    let python = python_packages(workspace)?;
    bundle(workspace, Profile::Release)?;
    step(
        "Building the server and its tests (about 18 minutes the first time)",
        || {
            // `cargo test` would not leave `nytta` where the tests start it: no test of the package
            // `server` asks for it.
            run(
                workspace.cargo_product("build").args(["--bins", "--tests"]),
                "The compiler's message above says what is wrong.",
            )
        },
    )?;
    let postgres = step("Starting a throwaway PostgreSQL", || {
        Postgres::start(Durability::Throwaway)
    })?;

    let mut tally = Tally::default();
    // Of a whole run the log stays, for the table of promises.
    let mut log = filter
        .is_empty()
        .then(|| logs::Writing::begin(workspace, proof::TESTS, commit.as_deref()))
        .transpose()?;
    let mut product = workspace.cargo_product("test");
    product.arg("--no-fail-fast").arg("--").args(filter);
    // The futures of a debug build are large: the matrix of rights asks every service function in one test.
    product.env("RUST_MIN_STACK", STACK);
    product.envs(settings.iter().copied());
    product.env("NYTTA_TEST_POSTGRES_URL", postgres.url());
    product.env("NYTTA_TEST_POSTGRES_CERTIFICATE", postgres.certificate());
    product.env("NYTTA_TEST_POSTGRES_PROGRAMS", found(&POSTGRES)?);
    product.env("NYTTA_TEST_NGINX", found(&NGINX)?);
    product.env("NYTTA_TEST_BINARY", workspace.debug_server());
    product.env("NYTTA_TEST_NODE", found(&NODE)?);
    product.env("NYTTA_TEST_PYTHON", found(&AIOSMTPD)?);
    product.env("NYTTA_TEST_PDF_PYTHON", &python);
    product.env("NYTTA_TEST_NODE_PACKAGES", &node);
    product.env("NYTTA_TEST_SITE", workspace.site());
    with_browser(&mut product)?;
    let product = step("Testing the product", || {
        tallied(&mut product, &mut tally, log.as_mut())
    });
    drop(postgres);
    let of_product = tally.programs;

    let mut own = workspace.cargo("test");
    own.args(["-p", "xtask", "--no-fail-fast", "--"]).args(filter);
    let own = step("Testing xtask", || tallied(&mut own, &mut tally, log.as_mut()));

    println!("\n{tally}");
    // Whole where both halves have run their tests and came to their end by themselves, failed tests or not.
    let both = of_product > 0 && tally.programs > of_product;
    if let Some(log) = log.filter(|_| both && ended(&product) && ended(&own)) {
        log.close()?;
    }
    product.and(own)?;
    if tally.passed == 0 {
        return Err(Error::Unexpected {
            what: "no test ran".to_owned(),
            hint: "Check the names given; without any, all tests run.".to_owned(),
        });
    }
    Ok(())
}

/// Tells a command where browser and driver are.
pub fn with_browser(command: &mut Command) -> Result<()> {
    command.env("NYTTA_TEST_CHROMIUM", found(&CHROMIUM)?);
    command.env("NYTTA_TEST_CHROMEDRIVER", found(&CHROMEDRIVER)?);
    Ok(())
}

fn found(need: &Need) -> Result<std::path::PathBuf> {
    (need.find)().ok_or_else(|| Error::Missing {
        what: need.what.to_owned(),
        hint: "It was there a moment ago: run the tests again.".to_owned(),
    })
}

/// Runs `cargo test`, passing on what it prints while adding up its closing lines and keeping them in the log.
fn tallied(command: &mut Command, tally: &mut Tally, mut log: Option<&mut logs::Writing>) -> Result<()> {
    const HINT: &str = "The failed tests are named above; `cargo xtask test NAME` runs one of them.";
    let look = |line: &[u8]| {
        tally.add(&String::from_utf8_lossy(line));
        log.as_mut().map_or(Ok(()), |log| log.line(line))
    };
    passed_on(command, look, HINT)
}

/// Whether `cargo test` came to its end by itself: 101 is how it ends where tests have failed.
fn ended(outcome: &Result<()>) -> bool {
    match outcome {
        Ok(()) => true,
        Err(Error::Failed { status, .. }) => status.code() == Some(101),
        Err(_) => false,
    }
}

/// How many tests, over all test programs. Its words are those that CI reads.
#[derive(Debug, Default, PartialEq, Eq)]
struct Tally {
    passed: u32,
    failed: u32,
    skipped: u32,
    /// Programs that summed theirs up.
    programs: u32,
}

impl Tally {
    /// Takes in a line such as `test result: ok. 3 passed; 0 failed; 1 ignored; …`.
    fn add(&mut self, line: &str) {
        let Some(result) = line.trim().strip_prefix("test result: ") else {
            return;
        };
        self.programs += 1;
        let mut before = None;
        for word in result.split([' ', ';', '.']).filter(|word| !word.is_empty()) {
            let count: u32 = before.unwrap_or_default();
            match word {
                "passed" => self.passed += count,
                "failed" => self.failed += count,
                "ignored" => self.skipped += count,
                _ => {}
            }
            before = word.parse().ok();
        }
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 {
            write!(f, ", {} skipped", self.skipped)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_add_up() {
        let mut tally = Tally::default();
        tally.add(
            "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 4 filtered out; finished in 0.01s\n",
        );
        tally.add("test result: FAILED. 5 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.25s\n");
        tally.add("test areas::a_name_is_needed ... ok\n");
        assert_eq!(
            tally,
            Tally {
                passed: 8,
                failed: 2,
                skipped: 1,
                programs: 2,
            }
        );
        assert_eq!(tally.to_string(), "8 passed, 2 failed, 1 skipped");
    }

    #[test]
    fn what_tests_need_and_is_not_there_fails_them() {
        let need = Need {
            what: "a browser",
            packages: &[],
            find: || None,
        };
        let refused = found(&need).expect_err("it is not there");
        assert!(
            refused.to_string().starts_with("a browser is missing"),
            "{refused}"
        );
    }
}
