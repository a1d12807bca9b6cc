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
    let copy = workspace.handed_out();
    if let Some(folder) = copy.parent() {
        fs::create_dir_all(folder).map_err(Error::file("create", folder))?;
    }
    let bytes = fs::copy(workspace.measured_server(), &copy).map_err(Error::file("write", &copy))?;
    println!("    {} ({})", copy.display(), size(bytes));
    Ok(())
}
