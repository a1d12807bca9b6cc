//! Packages that tests need, installed where the system is Debian or one of its kin.

use std::path::PathBuf;
use std::process::Command;

use crate::error::{Error, Result};
use crate::process::{find, run, step};

/// Something that tests need: how to find it, and the package that brings it.
pub struct Need {
    /// What it is, for people.
    pub what: &'static str,
    /// Debian's packages.
    pub packages: &'static [&'static str],
    /// Where it is, if it is there.
    pub find: fn() -> Option<PathBuf>,
}

/// Installs what is missing; fails with one message that names all of it.
pub fn install_missing(needs: &[&Need]) -> Result<()> {
    let missing: Vec<_> = needs.iter().filter(|need| (need.find)().is_none()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let packages: Vec<&str> = missing
        .iter()
        .flat_map(|need| need.packages.iter().copied())
        .collect();
    let Some(prefix) = as_root() else {
        let what = missing
            .iter()
            .map(|need| need.what)
            .collect::<Vec<_>>()
            .join(", ");
        let hint = format!(
            "Tests need it. On Debian or Ubuntu: `sudo apt-get install {}`; elsewhere your system's \
             packages, on PATH.",
            packages.join(" ")
        );
        return Err(Error::Missing { what, hint });
    };
    step(&format!("Installing {} (for tests)", packages.join(", ")), || {
        let hint = "Look at the message above; then try again, or install the packages by hand.";
        run(apt_get(prefix).arg("update").arg("-qq"), hint)?;
        run(
            apt_get(prefix)
                .args(["install", "-y", "-qq", "--no-install-recommends"])
                .args(&packages),
            hint,
        )
    })?;
    match needs.iter().find(|need| (need.find)().is_none()) {
        None => Ok(()),
        Some(need) => Err(Error::Missing {
            what: need.what.to_owned(),
            hint: format!(
                "Installing {} did not bring it; put it on PATH.",
                need.packages.join(", ")
            ),
        }),
    }
}

/// What to put before `apt-get`, or nothing where there is no way to become root without asking.
fn as_root() -> Option<&'static [&'static str]> {
    find("apt-get")?;
    if is_root() {
        return Some(&[]);
    }
    let sudo = Command::new("sudo").args(["-n", "true"]).output().ok()?;
    sudo.status
        .success()
        .then_some(&["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive"])
}

fn apt_get(prefix: &[&str]) -> Command {
    let mut words = prefix.iter().chain(&["apt-get"]);
    let mut command = Command::new(words.next().unwrap_or(&"apt-get"));
    command.args(words);
    // Another installation may hold the lock for a while, on a fresh machine above all.
    command
        .args(["-o", "DPkg::Lock::Timeout=300"])
        .env("DEBIAN_FRONTEND", "noninteractive");
    command
}

/// Whether this process is root's.
pub fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
