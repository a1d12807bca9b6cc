//! A small Debian in a folder, from its own packages: what machines boot from, and what stands in for an image.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::debian::{Need, install_missing, is_root};
use crate::error::{Error, Result};
use crate::process::{find, run, step};
use crate::site::content_hash;
use crate::workspace::Workspace;

/// What puts it there.
const DEBOOTSTRAP: Need = Need {
    what: "debootstrap",
    packages: &["debootstrap"],
    find: || find("debootstrap"),
};

/// The release that README names. The package is built for that of the machine that builds it.
const RELEASE: &str = "bookworm";

/// What is in it beside what every Debian has.
pub struct Debian(&'static [&'static str]);

/// What boots, what the package depends on (machines reach no archive), and what asks for a page.
pub const BOOTS: Debian = Debian(&[
    "systemd",
    "systemd-sysv",
    "dbus",
    "adduser",
    "ca-certificates",
    "curl",
]);

/// As little as an image has that is called slim.
pub const BARE: Debian = Debian(&[]);

/// Fails where the drill cannot be held: by somebody else than root, or on another release.
pub fn is_here() -> Result<()> {
    let about = fs::read_to_string("/etc/os-release").unwrap_or_default();
    let release = about
        .lines()
        .any(|line| line == format!("VERSION_CODENAME={RELEASE}"));
    if release && is_root() {
        return Ok(());
    }
    Err(Error::Missing {
        what: "a machine that can be an operator's".to_owned(),
        hint: format!(
            "Run it as root on Debian 12 ({RELEASE}), where it may install packages and start machines."
        ),
    })
}

impl Debian {
    /// Where one is that nobody has changed; made where there is none.
    pub fn unpacked(&self, workspace: &Workspace) -> Result<PathBuf> {
        let packages = self.0.join(",");
        // One with other packages is another one.
        let named = format!("{RELEASE}-{}", content_hash([packages.as_bytes()]));
        let folder = home(workspace).join(named);
        if folder.exists() {
            return Ok(folder);
        }
        install_missing(&[&DEBOOTSTRAP])?;
        // Under another name until it is whole.
        let part = folder.with_extension("part");
        empty(&part)?;
        let mut unpack = Command::new("unshare");
        // What it mounts is gone with it, however it ends.
        unpack.args(["--mount", "debootstrap", "--variant=minbase"]);
        if !packages.is_empty() {
            unpack.arg(format!("--include={packages}"));
        }
        unpack.arg(RELEASE).arg(&part);
        step("Unpacking a small Debian (about 2 minutes, once)", || {
            run(
                &mut unpack,
                "Look at the message above; it needs Debian's archive of packages.",
            )
        })?;
        // The name is that of the machine that it was made on.
        let name = part.join("etc/hostname");
        fs::remove_file(&name).map_err(Error::file("remove", &name))?;
        fs::rename(&part, &folder).map_err(Error::file("rename", &part))?;
        Ok(folder)
    }
}

/// Where all of the drill is.
pub fn home(workspace: &Workspace) -> PathBuf {
    workspace.target().join("drill")
}

/// A folder with nothing in it.
pub fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(Error::file("remove", folder))?;
    }
    fs::create_dir_all(folder).map_err(Error::file("create", folder))
}

/// A folder for what is needed while the drill is held: gone with it.
pub struct Scratch(PathBuf);

impl Scratch {
    /// An empty one.
    pub fn new(workspace: &Workspace) -> Result<Self> {
        let folder = home(workspace).join("scratch");
        empty(&folder)?;
        Ok(Self(folder))
    }

    /// A place in it.
    pub fn place(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_dir_all(&self.0) {
            eprintln!("warning: {} is left: {error}", self.0.display());
        }
    }
}
