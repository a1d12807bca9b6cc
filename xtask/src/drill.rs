//! What an operator does with the package and with the container, done for real: README and runbook test their blocks with the
//! program alone, and here the rest is seen to hold, with systemd and an image.

mod container;
mod debian;
mod machine;
mod operator;
mod package;
mod readme;

use crate::deb;
use crate::debian::is_root;
use crate::error::{Error, Result};
use crate::process::step;
use crate::proof::{DRILL, logs};
use crate::workspace::Workspace;

/// What the log calls the package.
pub const PACKAGE: &str = "drill.package";
/// What it calls the container.
pub const CONTAINER: &str = "drill.container";

/// The account that the package makes.
const ACCOUNT: &str = "nytta";

/// Builds the package; installs, backs up, restores, upgrades and takes back on machines that boot; builds and runs the container.
/// The log stays, for the table of promises.
pub fn drill(workspace: &Workspace) -> Result<()> {
    let commit = logs::head(workspace);
    if !is_root() {
        return Err(Error::Missing {
            what: "the right to start machines and containers".to_owned(),
            hint: "Run it as root, on a machine of Debian's that it may install packages on.".to_owned(),
        });
    }
    deb::deb(workspace)?;
    let debian = debian::unpacked(workspace)?;
    let mut log = logs::Writing::begin(workspace, DRILL, commit.as_deref())?;
    let installed = step("Being an operator, on two machines", || {
        operator::works(workspace, &debian)
    });
    let contained = step("Building and running the container", || {
        container::works(workspace, &debian, &workspace.handed_out())
    });
    for (name, outcome) in [(PACKAGE, &installed), (CONTAINER, &contained)] {
        let said = promised(name, outcome);
        println!("{said}");
        log.said(&said)?;
        if let Err(error) = outcome {
            eprintln!("\n{error}");
        }
    }
    log.close()?;
    installed.and(contained).map(|_| ())
}

/// A line of the log: what was seen, or what went wrong.
fn promised(name: &str, outcome: &Result<Vec<&'static str>>) -> String {
    match outcome {
        Ok(seen) => format!("promised {name} kept {}", seen.join(", ")),
        Err(error) => {
            let error = error.to_string();
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_seen_is_told_and_what_went_wrong_in_one_line() {
        let kept = promised(PACKAGE, &Ok(vec!["installed", "upgraded"]));
        assert_eq!(kept, "promised drill.package kept installed, upgraded");
        let failed = has("three\nlines\nof text", "four", "counting");
        let missed = promised(CONTAINER, &failed.map(|()| Vec::new()));
        assert_eq!(missed, "promised drill.container missed counting: no `four`");
        assert!(has("all four", "four", "counting").is_ok());
    }
}
