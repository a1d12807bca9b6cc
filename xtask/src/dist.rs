//! The one binary to hand out.

use std::fs;

use crate::bundle::{Profile, bundle};
use crate::error::{Error, Result};
use crate::process::{run, step};
use crate::setup::setup;
use crate::site::size;
use crate::workspace::Workspace;

/// Builds the release server, with the bundle inside, and copies it to `target/dist/nytta`.
pub fn dist(workspace: &Workspace) -> Result<()> {
    setup(workspace)?;
    bundle(workspace, Profile::Release)?;
    step(
        "Building the release server (about 20 minutes the first time)",
        || {
            run(
                workspace.cargo("build").args(["-p", "server", "--release"]),
                "The compiler's message above says what is wrong.",
            )
        },
    )?;
    let name = format!("nytta{}", std::env::consts::EXE_SUFFIX);
    let built = workspace.cargo_target.join("release").join(&name);
    let folder = workspace.target().join("dist");
    let copy = folder.join(&name);
    fs::create_dir_all(&folder).map_err(Error::file("create", &folder))?;
    let bytes = fs::copy(&built, &copy).map_err(Error::file("write", &copy))?;
    println!("    {} ({})", copy.display(), size(bytes));
    Ok(())
}
