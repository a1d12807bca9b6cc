//! The file of an SQLite database: whether it is there, and how it is made.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io::ErrorKind;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use super::address::{is_read_only, sqlite_file};
use super::error::OpenError;
use crate::owner::{advice, advice_to_write};

/// Refuses the address of a file that is not there. PostgreSQL tells by itself.
pub(crate) fn is_there(url: &str) -> Result<(), OpenError> {
    let Some(path) = sqlite_file(url) else {
        return Ok(());
    };
    match path.try_exists() {
        Ok(true) => Ok(()),
        Ok(false) => Err(OpenError::NotThere(path)),
        // In a file there is none.
        Err(error) if error.kind() == ErrorKind::NotADirectory => Err(OpenError::NotThere(path)),
        Err(source) => Err(OpenError::NotSeen { path, source }),
    }
}

/// The file that opening an address is about to make, with all of its path, where the address does not say all of it: it is made in
/// the folder that this is run in, which may be the wrong one.
pub(crate) fn new_here(url: &str) -> Option<PathBuf> {
    let path = sqlite_file(url).filter(|path| path.is_relative() && !is_read_only(url))?;
    let is_new = matches!(is_there(url), Err(OpenError::NotThere(_)));
    std::path::absolute(path).ok().filter(|_| is_new)
}

/// Makes the folder that a file is to be in, for the same eyes alone. One that is there keeps its rights.
pub(crate) fn make_folder(path: &Path) -> Result<(), OpenError> {
    let folder = folder_of(path);
    let made = DirBuilder::new().recursive(true).mode(0o700).create(folder);
    made.map_err(|source| OpenError::Folder {
        folder: folder.to_owned(),
        advice: advice(folder, &source),
        source,
    })
}

/// The folder that a file is in.
pub(crate) fn folder_of(file: &Path) -> &Path {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

/// Makes the file for the database's eyes alone, where there is none: SQLite gives those beside it the same rights.
pub(super) fn make_file(path: &Path) -> Result<(), OpenError> {
    let made = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path);
    match made {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(OpenError::NotMade {
            path: path.to_owned(),
            advice: advice(path, &error),
            source: error,
        }),
        Ok(_) | Err(_) => Ok(()),
    }
}

/// Refuses a file that cannot be written: SQLite would say no more than that it cannot open it, or fail at the first change.
pub(super) fn may_write(path: &Path) -> Result<(), OpenError> {
    match OpenOptions::new().append(true).open(path) {
        Err(source)
            if matches!(
                source.kind(),
                ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem
            ) =>
        {
            let access = match File::open(path) {
                Ok(_) => "can be read, and not written",
                Err(_) => "can neither be read nor written",
            };
            Err(OpenError::ReadOnly {
                path: path.to_owned(),
                access,
                source,
                advice: advice_to_write(path),
            })
        }
        // What else is wrong with it the database says.
        Ok(_) | Err(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_not_said_to_be_absent() {
        let looked = |path: &Path| is_there(&format!("sqlite://{}?mode=rw", path.display()));
        // A link to itself stands in the way, as a folder does that is for somebody else's eyes: root sees into all of those.
        let around = std::env::temp_dir().join(format!("nytta-around-{}", std::process::id()));
        std::os::unix::fs::symlink(&around, &around).expect("a link");
        let told = looked(&around.join("nytta.sqlite")).expect_err("nobody gets there");
        std::fs::remove_file(&around).expect("goes");
        assert!(matches!(told, OpenError::NotSeen { .. }), "{told}");
        assert!(told.to_string().contains("run this as the account"), "{told}");
        let file = std::env::current_exe().expect("this program");
        for none in [file.with_extension("none"), file.join("nytta.sqlite")] {
            let absent = looked(&none);
            assert!(matches!(absent, Err(OpenError::NotThere(_))), "{absent:?}");
        }
        assert!(looked(&file).is_ok());
    }
}
