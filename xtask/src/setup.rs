//! What building needs beyond the Rust toolchain.

use std::process::Command;

use crate::error::Result;
use crate::process::{capture, find, run, step};
use crate::workspace::{WASM, Workspace};

/// Adds the wasm32 target if it is missing. Nothing else is needed to run the product.
///
/// Targets listed in `rust-toolchain.toml` are not added by themselves where rustup's automatic
/// installation is off, so it is done here.
pub fn setup(workspace: &Workspace) -> Result<()> {
    if installed(workspace)? {
        return Ok(());
    }
    step("Adding the Rust target wasm32-unknown-unknown", || {
        run(
            Command::new("rustup")
                .args(["target", "add", WASM])
                .current_dir(&workspace.root),
            "Install Rust with rustup, or add your distribution's package for the target \
             wasm32-unknown-unknown.",
        )
    })
}

fn installed(workspace: &Workspace) -> Result<bool> {
    if find("rustup").is_some() {
        let mut list = Command::new("rustup");
        list.args(["target", "list", "--installed"])
            .current_dir(&workspace.root);
        let targets = capture(&mut list, "Check that rustup works.")?;
        return Ok(targets.lines().any(|target| target.trim() == WASM));
    }
    // A toolchain without rustup: ask the compiler where the target's library would be.
    let mut ask = Command::new("rustc");
    ask.args(["--print", "target-libdir", "--target", WASM])
        .current_dir(&workspace.root);
    let folder = capture(&mut ask, "Install Rust, for instance with rustup.")?;
    Ok(std::path::Path::new(folder.trim()).is_dir())
}
