//! Where things are, and how cargo is called.

use std::path::PathBuf;
use std::process::Command;

use cargo_metadata::{Metadata, MetadataCommand};

use crate::error::{Error, Result};
use crate::process::capture;

/// The packages that are built and tested together, always in this selection: another one would
/// unify other features, and compile a large part of the dependencies once more.
///
/// `app` is here for its own unit tests; the server's `ssr` is unified into it. Not `frontend`: its
/// `hydrate` would be unified as well. And not `xtask`, which shares dependencies with the product but
/// not their features.
pub const PRODUCT: [&str; 11] = [
    "domain",
    "text",
    "store",
    "service",
    "identity",
    "mail",
    "report",
    "migrations",
    "app",
    "server",
    "tests",
];

/// The browser's target.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The workspace that xtask was called in.
pub struct Workspace {
    /// The folder of the root `Cargo.toml`.
    pub root: PathBuf,
    /// Where cargo writes: `target/`, or what `CARGO_TARGET_DIR` says.
    pub cargo_target: PathBuf,
}

impl Workspace {
    /// Asks cargo.
    pub fn load() -> Result<Self> {
        let metadata = metadata(MetadataCommand::new().no_deps())?;
        Ok(Self {
            root: metadata.workspace_root.into_std_path_buf(),
            cargo_target: metadata.target_directory.into_std_path_buf(),
        })
    }

    /// The workspace's own `target/`, also where `CARGO_TARGET_DIR` points elsewhere: what is made
    /// for this working copy alone (bundle, demonstration data, the binary to hand out) never mixes
    /// with another's.
    pub fn target(&self) -> PathBuf {
        self.root.join("target")
    }

    /// The site folder that the server embeds.
    pub fn site(&self) -> PathBuf {
        self.target().join("site")
    }

    /// The debug server.
    pub fn debug_server(&self) -> PathBuf {
        self.cargo_target
            .join("debug")
            .join(format!("nytta{}", std::env::consts::EXE_SUFFIX))
    }

    /// The server as it is measured: built as it is handed out, but for the linking.
    pub fn measured_server(&self) -> PathBuf {
        self.cargo_target
            .join("release")
            .join(format!("nytta{}", std::env::consts::EXE_SUFFIX))
    }

    /// The program that is handed out, once it is built.
    pub fn handed_out(&self) -> PathBuf {
        self.target()
            .join("dist")
            .join(format!("nytta{}", std::env::consts::EXE_SUFFIX))
    }

    /// The platform that cargo builds for when nobody says another one, as rustc names it: `x86_64-unknown-linux-gnu`.
    pub fn host(&self) -> Result<String> {
        let mut ask = Command::new("rustc");
        ask.arg("-vV").current_dir(&self.root);
        let told = capture(&mut ask, "Install Rust, for instance with rustup.")?;
        let host = told.lines().find_map(|line| line.strip_prefix("host: "));
        host.map(str::to_owned).ok_or_else(|| Error::Unexpected {
            what: "`rustc -vV` does not say on which platform it runs".to_owned(),
            hint: "Check that rustc works.".to_owned(),
        })
    }

    /// A cargo command in the workspace, with the environment that a person's own would have.
    pub fn cargo(&self, subcommand: &str) -> Command {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(cargo);
        command.arg(subcommand).current_dir(&self.root);
        // `cargo run` sets these for xtask; a build script that watches one would run again and again.
        for (name, _) in std::env::vars_os() {
            let name = name.to_string_lossy();
            if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") {
                command.env_remove(name.as_ref());
            }
        }
        // Leptos reads it at compile time and would then look for other file names.
        command.env_remove("LEPTOS_OUTPUT_NAME");
        command
    }

    /// The same, with `-p` for every package of the product.
    pub fn cargo_product(&self, subcommand: &str) -> Command {
        let mut command = self.cargo(subcommand);
        command.args(PRODUCT.iter().flat_map(|package| ["-p", package]));
        command
    }
}

/// Runs `cargo metadata`.
pub fn metadata(command: &MetadataCommand) -> Result<Metadata> {
    command.exec().map_err(|error| Error::Unexpected {
        what: format!("`cargo metadata` failed: {error}"),
        hint: "Call xtask inside the workspace, with a Cargo.toml that cargo can read.".to_owned(),
    })
}
