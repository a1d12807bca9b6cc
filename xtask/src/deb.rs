//! The Debian package.

use std::process::Command;

use crate::debian::{Need, install_missing};
use crate::dist::dist;
use crate::error::Result;
use crate::process::{find, run, step};
use crate::tool::{Tool, installed};
use crate::workspace::Workspace;

/// Makes packages of what `server/Cargo.toml` says under `package.metadata.deb`.
const CARGO_DEB: Tool = Tool {
    name: "cargo-deb",
    version: "3.8.0",
};

/// What finds out which of the system's libraries the program needs.
const SHLIBDEPS: Need = Need {
    what: "dpkg-shlibdeps",
    packages: &["dpkg-dev"],
    find: || find("dpkg-shlibdeps"),
};

/// Builds the release server and packs it into `target/dist`.
pub fn deb(workspace: &Workspace) -> Result<()> {
    install_missing(&[&SHLIBDEPS])?;
    let tool = installed(workspace, &CARGO_DEB)?;
    dist(workspace)?;
    let folder = workspace.target().join("dist");
    step("Packing it for Debian", || {
        run(
            Command::new(tool)
                .current_dir(&workspace.root)
                .args(["--package", "server", "--no-build", "--output"])
                .arg(&folder),
            "Look at the message above; what is packed stands in server/Cargo.toml.",
        )
    })
}
