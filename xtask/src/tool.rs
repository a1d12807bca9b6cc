//! Cargo's own tools, at fixed versions, in a folder of the workspace's own.

use std::path::PathBuf;
use std::process::Command;

use crate::error::Result;
use crate::process::{find, run, step};
use crate::workspace::Workspace;

/// A program that cargo installs.
pub struct Tool {
    /// The crate, and the program in it.
    pub name: &'static str,
    /// Its version.
    pub version: &'static str,
}

/// Where the tool is, installed if it is not there in its version.
pub fn installed(workspace: &Workspace, tool: &Tool) -> Result<PathBuf> {
    let Tool { name, version } = tool;
    let folder = workspace.target().join("tools").join(format!("{name}-{version}"));
    let program = folder
        .join("bin")
        .join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    if program.is_file() {
        return Ok(program);
    }
    step(
        &format!("Installing {name} {version} (about 3 minutes, once)"),
        || {
            run(
                workspace
                    .cargo("install")
                    .args(["--locked", "--quiet", "--version", version, "--root"])
                    .arg(&folder)
                    .arg(name),
                "Look at cargo's message above; it needs the registry of crates.",
            )
        },
    )?;
    Ok(program)
}

/// The tool as `cargo` would run it, least urgent where the system knows such a thing: for what takes hours.
pub fn unhurried(workspace: &Workspace, tool: &Tool) -> Result<Command> {
    let program = installed(workspace, tool)?;
    let mut command = match find("nice") {
        Some(nice) => {
            let mut command = Command::new(nice);
            command.args(["-n", "19"]).arg(program);
            command
        }
        None => Command::new(program),
    };
    command.current_dir(&workspace.root);
    // A program of cargo's expects its own name first.
    command.arg(tool.name.trim_start_matches("cargo-"));
    Ok(command)
}
