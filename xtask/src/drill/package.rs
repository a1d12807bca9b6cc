//! Packages: the one that was built, and the same under a later version, for an upgrade.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use super::debian::Scratch;
use crate::error::{Error, Result};
use crate::process::{capture, run};
use crate::workspace::Workspace;

/// What a later version is called that differs in nothing else.
const LATER: &str = "+drill";

/// A package and its version.
pub struct Package {
    pub file: PathBuf,
    pub version: String,
}

impl Package {
    /// The one that `cargo xtask deb` has built last.
    pub fn built(workspace: &Workspace) -> Result<Self> {
        let folder = workspace.target().join("dist");
        let entries = fs::read_dir(&folder).map_err(Error::file("read", &folder))?;
        let packages = entries.flatten().map(|entry| entry.path());
        let packages = packages.filter(|file| file.extension().is_some_and(|end| end == "deb"));
        let newest = packages.max_by_key(|file| file.metadata().and_then(|about| about.modified()).ok());
        let file = newest.ok_or_else(|| Error::Missing {
            what: "a Debian package".to_owned(),
            hint: "`cargo xtask deb` builds one.".to_owned(),
        })?;
        Self::of(file)
    }

    fn of(file: PathBuf) -> Result<Self> {
        let mut ask = Command::new("dpkg-deb");
        ask.arg("--field").arg(&file).arg("Version");
        let version = capture(&mut ask, "The package cannot be read.")?
            .trim()
            .to_owned();
        Ok(Self { file, version })
    }

    /// The same program as a later version.
    pub fn later(&self, scratch: &Scratch) -> Result<Self> {
        let unpacked = scratch.place("later");
        let hint = "Look at the message above.";
        run(
            Command::new("dpkg-deb")
                .arg("--raw-extract")
                .arg(&self.file)
                .arg(&unpacked),
            hint,
        )?;
        let control = unpacked.join("DEBIAN/control");
        let text = fs::read_to_string(&control).map_err(Error::file("read", &control))?;
        let version = format!("{}{LATER}", self.version);
        let text = text.replace(
            &format!("Version: {}\n", self.version),
            &format!("Version: {version}\n"),
        );
        fs::write(&control, text).map_err(Error::file("write", &control))?;
        let file = scratch.place("later.deb");
        run(
            // Not compressed: it goes no further than this.
            Command::new("dpkg-deb")
                .args(["-Znone", "--build"])
                .arg(&unpacked)
                .arg(&file),
            hint,
        )?;
        Self::of(file)
    }
}
