//! The Debian package, and the list of what is in the program.

use std::fs;
use std::process::Command;

use cargo_metadata::MetadataCommand;

use crate::debian::{Need, install_missing};
use crate::dist::dist;
use crate::error::{Error, Result};
use crate::process::{find, run, step};
use crate::tool::{Tool, installed};
use crate::workspace::{Workspace, metadata};

/// Makes packages of what `server/Cargo.toml` says under `package.metadata.deb`.
const CARGO_DEB: Tool = Tool {
    name: "cargo-deb",
    version: "3.8.0",
};

/// Lists every crate in the program, in the form that vulnerabilities are looked up by.
const CYCLONEDX: Tool = Tool {
    name: "cargo-cyclonedx",
    version: "0.5.9",
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

/// Writes `target/dist/nytta.cdx.json`: every crate in the server with version, licence and checksum (CycloneDX).
pub fn sbom(workspace: &Workspace) -> Result<()> {
    let tool = installed(workspace, &CYCLONEDX)?;
    let manifest = workspace.root.join("server/Cargo.toml");
    step("Listing what is in the program", || {
        run(
            Command::new(tool)
                .current_dir(&workspace.root)
                .args(["cyclonedx", "--format", "json", "--spec-version", "1.5"])
                .args(["--override-filename", "nytta.cdx", "--manifest-path"])
                .arg(&manifest),
            "Look at the message above.",
        )
    })?;
    let folder = workspace.target().join("dist");
    fs::create_dir_all(&folder).map_err(Error::file("create", &folder))?;
    let list = folder.join("nytta.cdx.json");
    let all = metadata(MetadataCommand::new().no_deps().manifest_path(&manifest))?;
    // It writes one beside the manifest of every member.
    for package in all.workspace_packages() {
        let Some(beside) = package.manifest_path.parent() else {
            continue;
        };
        let written = beside.join("nytta.cdx.json");
        if !written.is_file() {
            continue;
        }
        if package.name.as_str() == "server" {
            fs::copy(&written, &list).map_err(Error::file("write", &list))?;
        }
        fs::remove_file(&written).map_err(Error::file("remove", &written))?;
    }
    if !list.is_file() {
        return Err(Error::Unexpected {
            what: "cargo-cyclonedx has written no list of the server".to_owned(),
            hint: "Look where it writes them; xtask/src/deb.rs expects one beside each Cargo.toml."
                .to_owned(),
        });
    }
    println!("    {}", list.display());
    Ok(())
}
