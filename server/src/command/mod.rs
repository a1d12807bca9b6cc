//! What each command does.

pub(crate) mod archive;
pub(crate) mod backup;
pub(crate) mod calculation;
pub(crate) mod config_check;
pub(crate) mod digest;
pub(crate) mod files;
pub(crate) mod ready;
pub(crate) mod retention;
pub(crate) mod serve;
pub(crate) mod user;
pub(crate) mod verify;

use std::io::Write;
use std::net::SocketAddr;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use domain::account::AccountError;
use service::exchange::ImportError;
use service::{ServiceError, Services, told};

use crate::digest::MailConfigError;
use crate::open::OpenError;
use crate::secret_key::KeyError;
use crate::single_sign_on::SignOnConfigError;

/// Why a command ended without doing what it was asked.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CommandError {
    /// The database.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// How people sign in.
    #[error(transparent)]
    SignOn(#[from] SignOnConfigError),
    /// The key that seals secrets.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// How mail is sent.
    #[error(transparent)]
    Mail(#[from] MailConfigError),
    /// Some digests were not sent; the log says why.
    #[error("{0} digests were not sent; run it again after a quarter of an hour")]
    NotAllSent(u64),
    /// A file cannot be read.
    #[error("{} cannot be read: {source}", file.display())]
    Read { file: PathBuf, source: std::io::Error },
    /// A file cannot be written.
    #[error("{} cannot be written: {source}", file.display())]
    Write { file: PathBuf, source: std::io::Error },
    /// Standard output cannot be written.
    #[error("standard output cannot be written: {0}")]
    Output(std::io::Error),
    /// A file that is there is never written over.
    #[error("{} is there already, and nothing is written over: move it away, or choose another name", .0.display())]
    FileThere(PathBuf),
    /// A database that is there, or what is left of one, is never restored over. Whether a server works with it cannot be told.
    #[error(
        "{} is there already, and nothing is written over: stop its server first, and move the database away, its -wal and -shm \
         with it, and its key file where the backup is of another database",
        .0.display()
    )]
    DatabaseThere(PathBuf),
    /// A file is to be written where no folder is.
    #[error("the folder {} is not there: make it, or choose another place", .0.display())]
    NoFolder(PathBuf),
    /// A file that has nothing of this program in it.
    #[error("{} is no backup of Nytta; one is made by nytta backup", .0.display())]
    NoBackup(PathBuf),
    /// A database in use is in two files.
    #[error(
        "{} is a database in use, and no backup: what was written last is in {} beside it; take one by nytta backup, or stop \
         its server first",
        file.display(),
        log.display()
    )]
    InUse { file: PathBuf, log: PathBuf },
    /// A file that is no longer whole, or never was a database.
    #[error("{} is damaged, or was never a backup: take another one ({reason})", file.display())]
    DamagedBackup { file: PathBuf, reason: String },
    /// What is in the database does not hold, which a backup of it would not either.
    #[error(
        "the database is damaged ({0}): no backup of it is kept. Keep it as it is, stop the server, and restore the newest backup \
         that holds"
    )]
    DamagedDatabase(String),
    /// A database without a schema of this program.
    #[error("there is nothing of Nytta in the database: look whether NYTTA_DATABASE_URL names the right one")]
    NothingToBackUp,
    /// Rows can be copied between databases of this program's schema alone.
    #[error(
        "the database has the schema of an earlier version: back it up with that version, or run nytta migrate first"
    )]
    OtherSchema,
    /// What is in a database is never written over.
    #[error("the database has something in it already: restore into a new one")]
    NotEmpty,
    /// The import was refused.
    #[error("{0}")]
    Import(ImportError),
    /// A calculation cannot be worked out.
    #[error("{}: {reason}", file.display())]
    Calculation { file: PathBuf, reason: String },
    /// There is no such report.
    #[error("there is no report whose last year is {0}")]
    NoReport(i32),
    /// A package that would be too large.
    #[error("the files of the package have {size} bytes together; it holds {max} at most")]
    PackageTooLarge { size: u64, max: u64 },
    /// The address is taken or not ours.
    #[error("cannot listen on {addr}: {source}; choose another with {flag}")]
    Listen {
        addr: SocketAddr,
        flag: &'static str,
        source: std::io::Error,
    },
    /// The demo listens on this machine only.
    #[error("--demo listens on this machine only; {0} is not a loopback address")]
    DemoAddress(SocketAddr),
    /// What is counted cannot be recorded.
    #[error("metrics cannot be recorded: {0}")]
    Metrics(#[from] metrics_exporter_prometheus::BuildError),
    /// Settings cannot be used; each has been told.
    #[error("{0} of what was tried cannot be used")]
    Config(usize),
    /// The server is not ready, or not there.
    #[error("the server at {addr} is not ready: {why}")]
    NotReady { addr: SocketAddr, why: String },
    /// The server stopped by itself.
    #[error("the server stopped: {0}")]
    Serve(std::io::Error),
    /// The audit chain does not hold.
    #[error("the audit log does not hold: {0}")]
    Damage(store::Damage),
    /// Nobody can be given access like that.
    #[error(transparent)]
    Account(#[from] AccountError),
    /// Anything else.
    #[error("{0}")]
    Service(String),
}

impl From<ServiceError> for CommandError {
    fn from(error: ServiceError) -> Self {
        match error {
            ServiceError::Import(error) => Self::Import(error),
            // What state that is goes without saying where somebody has just typed what they want.
            ServiceError::State(why) => Self::Service(why.to_owned()),
            other => Self::Service(told(&other)),
        }
    }
}

impl From<store::StoreError> for CommandError {
    fn from(error: store::StoreError) -> Self {
        Self::from(ServiceError::from(error))
    }
}

/// Does what a command is there for and closes the database after it, whatever came of that: SQLite tidies up as it is closed, and
/// a program that just ends cuts that off.
pub(crate) async fn with<T>(
    services: Services,
    work: impl AsyncFnOnce(&Services) -> Result<T, CommandError>,
) -> Result<T, CommandError> {
    let done = work(&services).await;
    services.store.close().await;
    done
}

/// Reads a file whole.
pub(crate) fn read(file: &Path) -> Result<Vec<u8>, CommandError> {
    std::fs::read(file).map_err(|source| CommandError::Read {
        file: file.to_owned(),
        source,
    })
}

/// Writes bytes to a file, or to standard output where none is named. What a file is written over is a view that can be made
/// again; it is said all the same.
pub(crate) fn write(output: Option<&Path>, bytes: &[u8]) -> Result<(), CommandError> {
    match output {
        Some(file) => {
            let is_over = is_there(file);
            std::fs::write(file, bytes).map_err(|source| CommandError::Write {
                file: file.to_owned(),
                source,
            })?;
            if is_over { say_over(file) } else { Ok(()) }
        }
        None => {
            let mut out = std::io::stdout().lock();
            out.write_all(bytes)
                .and_then(|()| out.flush())
                .map_err(CommandError::Output)
        }
    }
}

/// A file is there, which another is to take the place of. The one that standard output goes to does not count: what is said of
/// it would come to stand in it.
pub(crate) fn is_there(file: &Path) -> bool {
    let Ok(there) = std::fs::metadata(file) else {
        return false;
    };
    let is_output = std::fs::metadata("/dev/stdout")
        .is_ok_and(|output| (output.dev(), output.ino()) == (there.dev(), there.ino()));
    there.is_file() && !is_output
}

/// Says that a file was there.
pub(crate) fn say_over(file: &Path) -> Result<(), CommandError> {
    say(&format!("{} was there, and is written over", file.display()))
}

/// Writes a line to standard output.
pub(crate) fn say(line: &str) -> Result<(), CommandError> {
    write(None, format!("{line}\n").as_bytes())
}
