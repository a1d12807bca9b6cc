//! Podman, and what it takes to run containers.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use super::containerfile::NAME;
use crate::debian::{Need, install_missing};
use crate::error::{Error, Result};
use crate::process::{capture, find};

/// What builds images and runs them.
const PODMAN: Need = Need {
    what: "podman",
    packages: &["podman"],
    find: || find("podman"),
};

/// What starts them, whichever kind of control groups the machine has.
const RUNC: Need = Need {
    what: "runc",
    packages: &["runc"],
    find: || find("runc"),
};

/// What connects them.
const BRIDGE: Need = Need {
    what: "a network for containers",
    packages: &["containernetworking-plugins"],
    find: || Some(PathBuf::from("/usr/lib/cni/bridge")).filter(|file| file.is_file()),
};

/// What leads to their ports.
const IPTABLES: Need = Need {
    what: "iptables",
    packages: &["iptables"],
    find: || find("iptables"),
};

/// Podman, with images and containers of its own: those of whoever runs this are left alone.
pub struct Podman {
    folder: PathBuf,
}

impl Podman {
    /// Installs what it takes, and clears away what is left of another time. All of it is in a folder.
    pub fn new(folder: PathBuf) -> Result<Self> {
        install_missing(&[&PODMAN, &RUNC, &BRIDGE, &IPTABLES])?;
        fs::create_dir_all(&folder).map_err(Error::file("create", &folder))?;
        let podman = Self { folder };
        podman.clear()?;
        Ok(podman)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("podman");
        command.arg("--root").arg(self.folder.join("kept"));
        command.arg("--runroot").arg(self.folder.join("running"));
        command.args(["--runtime", "runc", "--cgroup-manager", "cgroupfs"]);
        command.args(arguments);
        command
    }

    /// What it says where that works.
    pub fn says(&self, arguments: &[&str]) -> Result<String> {
        capture(&mut self.command(arguments), "Look at the message above.")
    }

    /// What a command in the container says.
    pub fn inside(&self, words: &[&str]) -> Result<String> {
        self.says(&[&["exec", NAME], words].concat())
    }

    /// Leaves nothing, neither of this time nor of one that was interrupted.
    fn clear(&self) -> Result<()> {
        self.says(&["rm", "--force", "--ignore", NAME])?;
        self.says(&["volume", "prune", "--force"])?;
        self.says(&["rmi", "--all", "--force"]).map(drop)
    }
}

impl Drop for Podman {
    fn drop(&mut self) {
        if let Err(error) = self.clear() {
            eprintln!(
                "warning: containers may be left in {}: {error}",
                self.folder.display()
            );
        }
    }
}
