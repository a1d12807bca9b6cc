//! The product with demonstration data, from one command.

use std::fs;
use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::bundle::{Profile, bundle};
use crate::error::{Error, Result};
use crate::process::{run as run_command, shown, step};
use crate::setup::setup;
use crate::workspace::Workspace;

/// How to run.
pub struct Options {
    /// Where the server listens.
    pub addr: SocketAddr,
    /// A file of the caller's own, never removed.
    pub database: Option<PathBuf>,
    /// Keep what the last run left.
    pub keep: bool,
    /// Which bundle.
    pub profile: Profile,
}

/// Builds bundle and server and becomes the server: it does not return where that works.
pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    setup(workspace)?;
    bundle(workspace, options.profile)?;
    step("Building the server (about 10 minutes the first time)", || {
        run_command(
            workspace.cargo("build").args(["-p", "server"]),
            "The compiler's message above says what is wrong.",
        )
    })?;
    let url = match &options.database {
        Some(file) => database_url(&std::path::absolute(file).map_err(Error::file("find", file))?),
        None => demo_url(workspace, options.keep)?,
    };
    println!("==> Starting Nytta on http://{} (Ctrl-C stops it)", options.addr);
    let mut server = Command::new(workspace.debug_server());
    server
        .args(["serve", "--demo", "--addr", &options.addr.to_string()])
        .env("NYTTA_DATABASE_URL", url)
        .current_dir(&workspace.root);
    become_process(&mut server)
}

/// The throwaway database, without what an earlier run left unless `keep` is set.
fn demo_url(workspace: &Workspace, keep: bool) -> Result<String> {
    let folder = workspace.target().join("demo");
    fs::create_dir_all(&folder).map_err(Error::file("create", &folder))?;
    if !keep {
        // The write-ahead log belongs to its file: beside a fresh one it would be replayed.
        for name in [
            "nytta.sqlite",
            "nytta.sqlite-wal",
            "nytta.sqlite-shm",
            "nytta.sqlite-journal",
        ] {
            remove_if_there(&folder.join(name))?;
        }
    }
    // Relative to the workspace, where the server is started: no need to escape the path.
    Ok("sqlite://target/demo/nytta.sqlite?mode=rwc".to_owned())
}

/// Removes a file; one that is not there is gone already.
pub fn remove_if_there(file: &Path) -> Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Error::file("remove", file)(error)),
        _ => Ok(()),
    }
}

/// A SQLite address for a path, with what has a meaning in an address escaped.
pub fn database_url(path: &Path) -> String {
    let mut url = "sqlite://".to_owned();
    for character in path.to_string_lossy().chars() {
        match character {
            '%' | '?' | '#' | ' ' => url.push_str(&format!("%{:02X}", u32::from(character))),
            other => url.push(other),
        }
    }
    url.push_str("?mode=rwc");
    url
}

/// Replaces xtask by the server, so that Ctrl-C and every other signal reach one process.
#[cfg(unix)]
fn become_process(command: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    let source = command.exec();
    Err(Error::NotStarted {
        command: shown(command),
        source,
        hint: NOT_STARTED.to_owned(),
    })
}

#[cfg(not(unix))]
fn become_process(command: &mut Command) -> Result<()> {
    run_command(command, NOT_STARTED)
}

const NOT_STARTED: &str = "The server was built but did not start; the message above says why.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_becomes_an_address() {
        assert_eq!(
            database_url(Path::new("/srv/nytta.sqlite")),
            "sqlite:///srv/nytta.sqlite?mode=rwc"
        );
        assert_eq!(
            database_url(Path::new("/a b/50%?.db")),
            "sqlite:///a%20b/50%25%3F.db?mode=rwc"
        );
    }
}
