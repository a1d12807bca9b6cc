//! What an operator does with the package and with the container, done for real. `runbook::` tests the blocks of README and the
//! runbook with the program alone; here the rest is seen to hold, with systemd and an image.

mod container;
mod containerfile;
mod debian;
mod machine;
mod operator;
mod package;
mod podman;
mod readme;

use crate::deb;
use crate::error::{Error, Result};
use crate::process::step;
use crate::proof::{DRILL, logs};
use crate::workspace::Workspace;
use debian::{BARE, BOOTS, Scratch};

/// What the log calls the package.
pub const PACKAGE: &str = "drill.package";
/// What it calls the container.
pub const CONTAINER: &str = "drill.container";

/// The account that the package makes.
const ACCOUNT: &str = "nytta";
/// What `verify` says where nothing is amiss.
const HOLDS: &str = "the audit log holds: ";

/// Builds the package; installs, backs up, restores, upgrades and takes back on machines that boot; builds and runs the container.
/// The log stays, for the table of promises.
pub fn drill(workspace: &Workspace) -> Result<()> {
    let commit = logs::head(workspace);
    debian::is_here()?;
    deb::deb(workspace)?;
    let (boots, bare) = (BOOTS.unpacked(workspace)?, BARE.unpacked(workspace)?);
    let scratch = Scratch::new(workspace)?;
    let mut log = logs::Writing::begin(workspace, DRILL, commit.as_deref())?;
    let installed = step("Being an operator, on two machines", || {
        operator::works(workspace, &boots, &scratch)
    });
    let contained = step("Building and running the container", || {
        container::works(workspace, &bare, &scratch)
    });
    for (name, outcome) in [(PACKAGE, &installed), (CONTAINER, &contained)] {
        let said = promised(name, outcome);
        println!("{said}");
        log.said(&said)?;
    }
    log.close()?;
    if let (Err(_), Err(error)) = (&installed, &contained) {
        // The other is returned.
        eprintln!("\n{error}");
    }
    installed.and(contained).map(|_| ())
}

/// A line of the log, which becomes a cell of a table: what was seen, or what went wrong.
fn promised(name: &str, outcome: &Result<Vec<&'static str>>) -> String {
    match outcome {
        Ok(seen) => format!("promised {name} kept {}", seen.join(", ")),
        Err(error) => {
            let error = error.to_string().replace('|', "\\|");
            let first = error.lines().next().unwrap_or_default();
            format!("promised {name} missed {first}")
        }
    }
}

/// What is not as it should be, with all that was said about it.
fn unexpected(what: impl Into<String>, said: &str) -> Error {
    Error::Unexpected {
        what: what.into(),
        hint: format!("It said:\n{}", said.trim_end()),
    }
}

/// Fails where something that was said lacks what it has to have.
fn has(said: &str, lacking: &str, what: &str) -> Result<()> {
    if said.contains(lacking) {
        return Ok(());
    }
    Err(unexpected(format!("{what}: no `{lacking}`"), said))
}

/// Fails where something else was said than exactly this.
fn is(said: &str, expected: &str, what: &str) -> Result<()> {
    if said == expected {
        return Ok(());
    }
    let expected = expected.trim_end().replace('\n', ", ");
    Err(unexpected(format!("{what}: not `{expected}`"), said))
}

/// What was last said to be the head of the audit log.
fn head(said: &str) -> Result<String> {
    let mut heads = said.lines().filter_map(|line| line.strip_prefix("head "));
    let head = heads.next_back().map(str::to_owned);
    head.ok_or_else(|| unexpected("no head of the audit log is told", said))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_seen_is_told_and_what_went_wrong_in_one_line() {
        let kept = promised(PACKAGE, &Ok(vec!["installed", "upgraded"]));
        assert_eq!(kept, "promised drill.package kept installed, upgraded");
        let failed = has("three\nlines\nof text", "f|our", "counting");
        let missed = promised(CONTAINER, &failed.map(|()| Vec::new()));
        assert_eq!(missed, "promised drill.container missed counting: no `f\\|our`");
        assert!(has("all four", "four", "counting").is_ok());
        let missed = is("active\ninactive\n", "active\nactive\n", "timers").expect_err("one is not");
        assert!(
            missed.to_string().starts_with("timers: not `active, active`\n"),
            "{missed}"
        );
    }

    #[test]
    fn the_last_head_counts() {
        assert_eq!(head("head 1:a\nfound\nhead 2:b\n").expect("there is one"), "2:b");
        assert!(head("no head at all").is_err());
    }
}
