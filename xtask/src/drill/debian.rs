//! A small Debian in a folder, from its own packages: what machines boot from, and what stands in for an image.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::debian::{Need, install_missing};
use crate::error::{Error, Result};
use crate::process::{find, run, step};
use crate::workspace::Workspace;

/// What puts it there.
const DEBOOTSTRAP: Need = Need {
    what: "debootstrap",
    packages: &["debootstrap"],
    find: || find("debootstrap"),
};

/// The release that README names.
const RELEASE: &str = "bookworm";

/// What is in it beside what every Debian has: what boots, what the package depends on (machines reach no archive), and what asks
/// for a page.
const PACKAGES: &str = "systemd,systemd-sysv,dbus,adduser,ca-certificates,curl";

/// Where one is that nobody has changed; made where there is none.
pub fn unpacked(workspace: &Workspace) -> Result<PathBuf> {
    let folder = workspace.target().join("drill").join(RELEASE);
    if folder.exists() {
        return Ok(folder);
    }
    install_missing(&[&DEBOOTSTRAP])?;
    // Under another name until it is whole.
    let part = folder.with_extension("part");
    empty(&part)?;
    step("Unpacking a small Debian (about 2 minutes, once)", || {
        run(
            Command::new("debootstrap")
                .args(["--variant=minbase", &format!("--include={PACKAGES}"), RELEASE])
                .arg(&part),
            "Look at the message above; it needs Debian's archive of packages.",
        )
    })?;
    // The name is that of the machine that it was made on.
    let named = part.join("etc/hostname");
    fs::remove_file(&named).map_err(Error::file("remove", &named))?;
    fs::rename(&part, &folder).map_err(Error::file("rename", &part))?;
    Ok(folder)
}

/// A folder with nothing in it.
pub fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(Error::file("remove", folder))?;
    }
    fs::create_dir_all(folder).map_err(Error::file("create", folder))
}
