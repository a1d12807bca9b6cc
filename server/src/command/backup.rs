//! The whole database into a file, and from it again.
//!
//! A backup is an SQLite database of this program's schema, whichever database it is of: it is looked through by what
//! looks through any other, and goes back into either kind.

use std::fs::{File, OpenOptions};
use std::io::ErrorKind;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use migrations::{Migrator, MigratorTrait};
use service::{Services, chain_verify, told};
use store::{ChainHead, Kind, Store, StoreError, StoreOptions, Verified, copy_whole};

use super::{CommandError, say, with};
use crate::clock::operator;
use crate::open::{
    folder_of, is_empty, is_there, known_schema, make_folder, missing_migrations, open, open_as_it_is,
    services_of, sqlite_file,
};
use crate::owner::warn_of_root;

/// Writes the database as it is at this moment into a new file, while others go on working, and looks it through.
pub(crate) async fn backup(url: &str, file: &Path) -> Result<(), CommandError> {
    is_free(file)?;
    let folder = folder_of(file);
    if !folder.is_dir() {
        return Err(CommandError::NoFolder(folder.to_owned()));
    }
    is_there(url)?;
    let verified = with(open_as_it_is(url).await?, async |services| {
        taken(services, file).await
    });
    let head = verified.await?.head;
    say(&format!(
        "{}: {} events of the audit log, and all that they are about\nhead {head}\n\
         The key that seals secrets is not in it: keep that somewhere else.",
        file.display(),
        head.seq
    ))
}

/// Takes the backup, and gives what was found as it was looked through.
async fn taken(services: &Services, file: &Path) -> Result<Verified, CommandError> {
    if is_empty(&services.store).await? {
        return Err(CommandError::NothingToBackUp);
    }
    let partial = Partial::beside(file)?;
    match services.store.kind() {
        Kind::Sqlite => services.store.vacuum_into(partial.path()).await?,
        Kind::Postgres => {
            if missing_migrations(&services.store).await? > 0 {
                return Err(CommandError::OtherSchema);
            }
            // What rows are copied into has files of its own beside it while they are: it is made whole by itself first.
            let work = Partial::named(file, "copying")?;
            let copy = Store::connect(&StoreOptions::new(sqlite_url(work.path()))).await?;
            Migrator::up(copy.unaudited(), None)
                .await
                .map_err(StoreError::from)?;
            copy_whole(&services.store, &copy).await?;
            copy.vacuum_into(partial.path()).await?;
        }
    }
    let verified = looked_through(partial.path(), None).await;
    // It is what the database is: what is wrong with the one is wrong with the other.
    let verified = verified.map_err(|error| match error {
        CommandError::DamagedBackup { reason, .. } => CommandError::DamagedDatabase(reason),
        CommandError::NoBackup(_) => CommandError::NothingToBackUp,
        other => other,
    });
    let verified = verified?;
    partial.becomes(file)?;
    Ok(verified)
}

/// Refuses a database that somebody has worked in, before anything is done to it: not even its schema is brought up to date.
async fn is_new(services: Services) -> Result<(), CommandError> {
    with(services, async |services| {
        let store = &services.store;
        let is_new = is_empty(store).await? || store.is_untouched().await?;
        if is_new {
            Ok(())
        } else {
            Err(CommandError::NotEmpty)
        }
    })
    .await
}

/// Puts a backup in the place of a database that is not there yet, or has nothing in it.
pub(crate) async fn restore(
    url: &str,
    file: &Path,
    expected: Option<&ChainHead>,
) -> Result<(), CommandError> {
    let verified = looked_through(file, expected).await?;
    match sqlite_file(url) {
        Some(path) => {
            let path = path.as_path();
            // A log that another database has left would be taken for this one's.
            for ending in BESIDE {
                let file = with_ending(path, ending);
                is_free(&file).map_err(|_| CommandError::DatabaseThere(file))?;
            }
            warn_of_root(path);
            make_folder(path)?;
            let partial = Partial::beside(path)?;
            partial.takes(file)?;
            partial.becomes(path)?;
        }
        None => {
            is_new(open_as_it_is(url).await?).await?;
            with(open(url).await?, async |_| Ok(())).await?;
            // On new connections: a statement of the migrations that is prepared would be taken for one of the same words
            // with values of other sizes.
            with(open_as_it_is(url).await?, async |services| {
                // It may be of an earlier version: a copy of it is brought up to date.
                let folder = std::env::temp_dir();
                let copy = Partial::named(&folder.join("nytta"), &uuid::Uuid::now_v7().simple().to_string())?;
                copy.takes(file)?;
                with(open(&sqlite_url(copy.path())).await?, async |backup| {
                    Ok(copy_whole(&backup.store, &services.store).await?)
                })
                .await
            })
            .await?;
        }
    }
    let found = with(open(url).await?, async |services| {
        verify(services, Some(&verified.head)).await
    });
    let head = found.await?.head;
    say(&format!(
        "restored {}: {} events of the audit log, and all that they are about\nhead {head}",
        file.display(),
        head.seq
    ))
}

/// The audit log of a backup, where the file is whole, of a schema that is known, and its log holds.
async fn looked_through(file: &Path, expected: Option<&ChainHead>) -> Result<Verified, CommandError> {
    // SQLite would say no more than that it cannot open it.
    File::open(file).map_err(|source| CommandError::Read {
        file: file.to_owned(),
        source,
    })?;
    let log = with_ending(file, "-wal");
    if log.metadata().is_ok_and(|log| log.len() > 0) {
        return Err(CommandError::InUse {
            file: file.to_owned(),
            log,
        });
    }
    let damaged = |reason: String| CommandError::DamagedBackup {
        file: file.to_owned(),
        reason,
    };
    let not_read = |error: StoreError| damaged(told(&error));
    let store = Store::read_only(file).await.map_err(not_read)?;
    if let Some(flaw) = store.flaws().await.map_err(not_read)?.into_iter().next() {
        return Err(damaged(flaw));
    }
    let applied = store.applied_migrations().await.map_err(not_read)?;
    let first = Migrator::migrations()
        .first()
        .map(|first| first.name().to_owned());
    if !first.is_some_and(|first| applied.contains(&first)) {
        return Err(CommandError::NoBackup(file.to_owned()));
    }
    known_schema(&store).await?;
    verify(&services_of(store), expected).await
}

async fn verify(services: &Services, expected: Option<&ChainHead>) -> Result<Verified, CommandError> {
    chain_verify(&operator(), services, expected)
        .await?
        .map_err(CommandError::Damage)
}

/// What the files of an SQLite database end in: its own, and those that SQLite keeps beside it.
const BESIDE: [&str; 4] = ["", "-wal", "-shm", "-journal"];

fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

fn sqlite_url(file: &Path) -> String {
    format!("sqlite://{}?mode=rwc", file.display())
}

/// Nothing that is there is ever written over.
fn is_free(file: &Path) -> Result<(), CommandError> {
    match file.symlink_metadata() {
        Ok(_) => Err(CommandError::FileThere(file.to_owned())),
        Err(_) => Ok(()),
    }
}

fn cannot_write(file: &Path, source: std::io::Error) -> CommandError {
    CommandError::Write {
        file: file.to_owned(),
        source,
    }
}

/// A file for the operator's eyes alone that is not whole yet. It goes away again, unless it becomes what it is to be.
struct Partial(PathBuf);

impl Partial {
    fn beside(file: &Path) -> Result<Self, CommandError> {
        Self::named(file, "partial")
    }

    fn named(file: &Path, ending: &str) -> Result<Self, CommandError> {
        let partial = with_ending(file, &format!(".{ending}"));
        // One that was left by a run that was killed.
        match std::fs::remove_file(&partial) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(cannot_write(&partial, error)),
            Ok(()) | Err(_) => {}
        }
        let mut options = OpenOptions::new();
        let made = options.write(true).create_new(true).mode(0o600).open(&partial);
        made.map_err(|source| cannot_write(&partial, source))?;
        Ok(Self(partial))
    }

    fn path(&self) -> &Path {
        &self.0
    }

    /// Holds what is in another file, and is still for the operator's eyes alone, whoever may read the other.
    fn takes(&self, file: &Path) -> Result<(), CommandError> {
        let mut from = File::open(file).map_err(|source| CommandError::Read {
            file: file.to_owned(),
            source,
        })?;
        let to = OpenOptions::new().write(true).truncate(true).open(&self.0);
        to.and_then(|mut to| std::io::copy(&mut from, &mut to))
            .map_err(|source| cannot_write(&self.0, source))?;
        Ok(())
    }

    /// It is whole, and on the disk before it has its name.
    fn becomes(self, file: &Path) -> Result<(), CommandError> {
        let synced = File::open(&self.0).and_then(|partial| partial.sync_all());
        synced.map_err(|source| cannot_write(&self.0, source))?;
        is_free(file)?;
        std::fs::rename(&self.0, file).map_err(|source| cannot_write(file, source))?;
        let folder = folder_of(file);
        File::open(folder)
            .and_then(|folder| folder.sync_all())
            .map_err(|source| cannot_write(folder, source))
    }
}

impl Drop for Partial {
    fn drop(&mut self) {
        for ending in BESIDE {
            // One that is not there is what is wanted.
            let _ = std::fs::remove_file(with_ending(&self.0, ending));
        }
    }
}
