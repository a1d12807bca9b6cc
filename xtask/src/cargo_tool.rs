//! Programs of cargo's, at fixed versions, in a folder of this working copy's own.

use std::path::PathBuf;
use std::process::Command;

use crate::error::Result;
use crate::process::{run, step};
use crate::workspace::Workspace;

/// A program that `cargo install` brings.
pub struct CargoTool {
    /// Its name, and that of its package.
    pub name: &'static str,
    /// Which version: another may find other things.
    pub version: &'static str,
}

impl CargoTool {
    fn folder(&self, workspace: &Workspace) -> PathBuf {
        let folder = format!("{}-{}", self.name, self.version);
        workspace.target().join("tools").join(folder)
    }

    /// Where it is; installed first, if it is not there.
    pub fn path(&self, workspace: &Workspace) -> Result<PathBuf> {
        let (name, version, folder) = (self.name, self.version, self.folder(workspace));
        let program = folder
            .join("bin")
            .join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
        if program.is_file() {
            return Ok(program);
        }
        step(
            &format!("Installing {name} {version} (a few minutes, once)"),
            || {
                let mut install = workspace.cargo("install");
                install
                    .args(["--locked", name, "--version", version, "--root"])
                    .arg(&folder);
                run(
                    &mut install,
                    "Look at the message above; it needs the registry of crates.",
                )
            },
        )?;
        Ok(program)
    }

    /// A command that runs it as `cargo` would, least urgent where the system knows such a thing: it takes hours.
    pub fn command(&self, workspace: &Workspace) -> Result<Command> {
        let program = self.path(workspace)?;
        let mut command = match crate::process::find("nice") {
            Some(nice) => {
                let mut command = Command::new(nice);
                command.args(["-n", "19"]).arg(program);
                command
            }
            None => Command::new(program),
        };
        command.current_dir(&workspace.root);
        // A program of cargo's expects its own name first.
        command.arg(self.name.trim_start_matches("cargo-"));
        Ok(command)
    }
}
