//! An invented portfolio of any size in a database of one's own: for trying how it feels, and for measuring.

use std::fs;
use std::path::{Path, PathBuf};

use crate::bundle::{Profile, bundle};
use crate::error::{Error, Result};
use crate::process::{run, step};
use crate::run::database_url;
use crate::setup::setup;
use crate::workspace::Workspace;

/// What to write, and where.
pub struct Options {
    /// How many initiatives.
    pub initiatives: usize,
    /// Which of all portfolios of that size.
    pub seed: u64,
    /// An SQLite file that is not there yet; one in `target/generated` where none is named.
    pub database: Option<PathBuf>,
    /// An empty database by its address instead, such as one of PostgreSQL.
    pub database_url: Option<String>,
}

/// Builds the generator and lets it write.
pub fn generate(workspace: &Workspace, options: &Options) -> Result<()> {
    setup(workspace)?;
    bundle(workspace, Profile::Release)?;
    let (url, file) = match (&options.database_url, &options.database) {
        (Some(url), _) => (url.clone(), None),
        (None, Some(file)) => {
            let file = std::path::absolute(file).map_err(Error::file("find", file))?;
            (database_url(&file), Some(file))
        }
        (None, None) => {
            let file = own_file(workspace, options.initiatives)?;
            (database_url(&file), Some(file))
        }
    };
    let mut write = workspace.cargo_product("test");
    write
        .args(["--profile", "bench", "--test", "generate", "--"])
        .args(["--initiatives", &options.initiatives.to_string()])
        .args(["--seed", &options.seed.to_string()])
        .args(["--database-url", &url]);
    step(
        "Generating (building takes about 20 minutes the first time)",
        || run(&mut write, "The message above says what is wrong."),
    )?;
    if let Some(file) = file {
        println!("Look at it:  cargo xtask run --database {}", file.display());
    }
    Ok(())
}

/// A file of this size in `target/generated`, made anew.
fn own_file(workspace: &Workspace, initiatives: usize) -> Result<PathBuf> {
    let folder = workspace.target().join("generated");
    fs::create_dir_all(&folder).map_err(Error::file("create", &folder))?;
    let file = folder.join(format!("{initiatives}.sqlite"));
    for end in ["", "-wal", "-shm", "-journal"] {
        crate::run::remove_if_there(Path::new(&format!("{}{end}", file.display())))?;
    }
    Ok(file)
}
