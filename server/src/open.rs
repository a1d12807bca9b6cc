use std::fs::{DirBuilder, File, OpenOptions};
use std::io::ErrorKind;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use migrations::{Migrator, MigratorTrait};
use percent_encoding::percent_decode_str;
use service::Services;
use store::{CONNECTIONS, Place, SchemaLock, Store, StoreError, StoreOptions};

use crate::owner::{advice, advice_to_write, warn_of_root};
use crate::postgres_address::unread_parameter;
use crate::renderer::Renderings;
use crate::settings::hidden;

/// Why the program cannot begin its work, in one line that says what to do.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The URL names no database that is known.
    #[error("{0} is no database; write sqlite://PATH?mode=rwc or postgres://USER@HOST/NAME")]
    Url(String),
    /// The driver would pass over what somebody meant.
    #[error("“{name}” is no parameter of a PostgreSQL address, and nothing would read it{}", or(*meant))]
    Parameter {
        /// What stands there.
        name: String,
        /// What may be meant.
        meant: Option<&'static str>,
    },
    /// There is nothing to work on.
    #[error("there is no database {} by NYTTA_DATABASE_URL or --database-url", looked_for(.0))]
    NotThere(PathBuf),
    /// Whether there is something to work on cannot be seen.
    #[error(
        "whether there is a database {} cannot be seen ({source}): look at the path, and run this as the account that the server runs \
         as",
        path.display()
    )]
    NotSeen {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// What only reads has nothing to read.
    #[error(
        "there is nothing of Nytta in the database yet: nytta serve, nytta migrate or nytta restore fills it; look whether \
         NYTTA_DATABASE_URL names the right one"
    )]
    Nothing,
    /// What only reads changes no schema.
    #[error(
        "the database has the schema of an earlier version (migrations missing: {0}), and this command changes nothing: take a \
         backup, and run nytta migrate first"
    )]
    OlderSchema(usize),
    /// The folder for the file cannot be made.
    #[error("the folder {} cannot be made ({source}): {advice}", folder.display())]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// Why.
        source: std::io::Error,
        /// What to do.
        advice: String,
    },
    /// The file cannot be made.
    #[error("the database {} cannot be made ({source}): {advice}", path.display())]
    NotMade {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
        /// What to do.
        advice: String,
    },
    /// The file can be read at most.
    #[error("the database {} {access} ({source}): {advice}", path.display())]
    ReadOnly {
        /// The file.
        path: PathBuf,
        /// Whether it can be read.
        access: &'static str,
        /// Why.
        source: std::io::Error,
        /// What to do.
        advice: String,
    },
    /// PostgreSQL is not reached.
    #[error(
        "the database cannot be opened: PostgreSQL at {} (database {}, role {}) is not reached: {why}",
        place.server, place.database, place.role
    )]
    NotReached {
        /// Where it should be.
        place: Place,
        /// Why, or what to look at.
        why: String,
    },
    /// PostgreSQL says no.
    #[error(
        "the database cannot be opened: PostgreSQL at {} (database {}, role {}) says: {said}; look whether role, password and \
         database in the address are right, and whether its pg_hba.conf lets this machine in",
        place.server, place.database, place.role
    )]
    Refused {
        /// Where it is.
        place: Place,
        /// What it says.
        said: String,
    },
    /// PostgreSQL lets the role in, and not do its work.
    #[error(
        "PostgreSQL says: {0}; the role in the address has to own the database and all tables in it (ALTER DATABASE … OWNER TO …, \
         ALTER TABLE … OWNER TO …)"
    )]
    Forbidden(String),
    /// The database does not answer or is not ours.
    #[error("the database cannot be opened: {0}")]
    Store(String),
}

fn or(meant: Option<&str>) -> String {
    meant.map_or_else(String::new, |meant| format!("; did you mean {meant}?"))
}

/// Opens the database, brings its schema up to date and puts the services together.
///
/// # Errors
/// Where the database cannot be reached, or was made by a newer version of the program.
pub async fn open(url: &str) -> Result<Services, OpenError> {
    open_with(url, CONNECTIONS).await
}

/// The same with so many connections to the database.
///
/// # Errors
/// Where the database cannot be reached, or was made by a newer version of the program.
pub(crate) async fn open_with(url: &str, connections: u32) -> Result<Services, OpenError> {
    let services = opened(url, connections).await?;
    // Servers that start at the same moment bring it up to date one after the other.
    let lock = SchemaLock::take(url).await.map_err(|error| told(&error))?;
    migrate(&services.store).await?;
    lock.release().await.map_err(|error| told(&error))?;
    Ok(services)
}

/// Opens a database that is there, and brings its schema up to date. What is asked of none, in the wrong folder perhaps, is not
/// answered by an empty one.
///
/// # Errors
/// Where there is none, it cannot be reached, or was made by a newer version of the program.
pub(crate) async fn open_there(url: &str) -> Result<Services, OpenError> {
    is_there(url)?;
    open(url).await
}

/// The same for what only reads: a schema of an earlier version is refused, for a server of that version may be at work on it.
///
/// # Errors
/// Where there is none, it cannot be reached, or has the schema of another version.
pub(crate) async fn open_to_read(url: &str) -> Result<Services, OpenError> {
    is_there(url)?;
    let services = open_as_it_is(url).await?;
    match to_be_read(&services.store).await {
        Ok(()) => Ok(services),
        Err(error) => {
            services.store.close().await;
            Err(error)
        }
    }
}

/// Refuses a schema that is not this version's.
async fn to_be_read(store: &Store) -> Result<(), OpenError> {
    known_schema(store).await?;
    if is_empty(store).await? {
        return Err(OpenError::Nothing);
    }
    match missing_migrations(store).await? {
        0 => Ok(()),
        missing => Err(OpenError::OlderSchema(missing)),
    }
}

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

/// A file that was looked for, and how to go on. Of a relative one nobody sees where that was.
fn looked_for(path: &Path) -> String {
    match std::env::current_dir() {
        Ok(here) if path.is_relative() => format!(
            "{} in {}: go to the folder that it is in (cd), or name one",
            path.display(),
            here.display()
        ),
        _ => format!("{}; name one", path.display()),
    }
}

/// The file that opening an address is about to make, with all of its path, where the address does not say all of it: it is made in
/// the folder that this is run in, which may be the wrong one.
pub(crate) fn new_here(url: &str) -> Option<PathBuf> {
    let path = sqlite_file(url).filter(|path| path.is_relative() && !is_read_only(url))?;
    let is_new = matches!(is_there(url), Err(OpenError::NotThere(_)));
    std::path::absolute(path).ok().filter(|_| is_new)
}

/// Opens the database with the schema that it has.
///
/// # Errors
/// Where the database cannot be reached.
pub(crate) async fn open_as_it_is(url: &str) -> Result<Services, OpenError> {
    opened(url, CONNECTIONS).await
}

async fn opened(url: &str, connections: u32) -> Result<Services, OpenError> {
    is_address(url)?;
    match sqlite_file(url) {
        Some(_) if is_read_only(url) => is_there(url)?,
        Some(path) => match is_there(url) {
            Ok(()) => may_write(&path)?,
            Err(OpenError::NotThere(_)) => {
                warn_of_root(&path);
                make_folder(&path)?;
                make_file(&path)?;
            }
            Err(error) => return Err(error),
        },
        None => {}
    }
    let options = StoreOptions {
        url: url.to_owned(),
        readers: connections,
    };
    let store = Store::connect(&options).await;
    Ok(services_of(store.map_err(|error| not_reached(url, &error))?))
}

/// Refuses what is no address of a database that is known.
pub(crate) fn is_address(url: &str) -> Result<(), OpenError> {
    if url.starts_with("sqlite:") {
        return Ok(());
    }
    if !["postgres://", "postgresql://"]
        .iter()
        .any(|begins| url.starts_with(begins))
    {
        return Err(OpenError::Url(as_typed(url)));
    }
    match unread_parameter(url) {
        Some((name, meant)) => Err(OpenError::Parameter { name, meant }),
        None => Ok(()),
    }
}

/// What stands in the place of an address, without what may be a password.
fn as_typed(url: &str) -> String {
    if url.trim().is_empty() {
        return "an empty address".to_owned();
    }
    let small = url.to_ascii_lowercase();
    let may_hide = ["@", "://", "passw", "pwd"]
        .iter()
        .any(|sign| small.contains(sign));
    if may_hide {
        format!("“{}”", hidden(url))
    } else {
        format!("“{url}”")
    }
}

/// Why there is no connection: of PostgreSQL with where it was looked for.
fn not_reached(url: &str, error: &StoreError) -> OpenError {
    if url.starts_with("sqlite:") {
        return told(error);
    }
    let Some(place) = Place::of(url) else {
        return told(error);
    };
    match error.postgres_said() {
        Some(said) => OpenError::Refused { place, said },
        None if error.is_silence() => OpenError::NotReached {
            place,
            why: NOBODY.to_owned(),
        },
        None => OpenError::NotReached {
            place,
            why: service::told(error),
        },
    }
}

/// What an operator looks at where nothing more is known than that there was no connection in time.
const NOBODY: &str = "there was no connection in time; look whether it runs, whether the address is right, whether \
                      listen_addresses, a firewall or the net is in the way, and whether all of its max_connections are taken";

/// The services on a database that is open.
pub(crate) fn services_of(store: Store) -> Services {
    Services::new(store, Arc::new(Renderings))
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

/// The file of an SQLite database, with or without slashes before it; none where it is in memory, or no SQLite. What is written
/// with per cent signs is read as the driver reads it.
pub(crate) fn sqlite_file(url: &str) -> Option<PathBuf> {
    let rest = url.strip_prefix("sqlite:")?;
    let rest = rest.strip_prefix("//").unwrap_or(rest);
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let in_memory = path.is_empty() || path == ":memory:" || query.contains("mode=memory");
    (!in_memory).then(|| PathBuf::from(percent_decode_str(path).decode_utf8_lossy().into_owned()))
}

/// The address says that the file is there, and is not changed. SQLite is told to make it by any other, whatever its mode.
fn is_read_only(url: &str) -> bool {
    let query = url.split_once('?').map_or("", |(_, query)| query);
    query.split('&').any(|setting| setting == "mode=ro")
}

/// Makes the file for the database's eyes alone, where there is none: SQLite gives those beside it the same rights.
fn make_file(path: &Path) -> Result<(), OpenError> {
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
fn may_write(path: &Path) -> Result<(), OpenError> {
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

/// Applies what is missing; refuses a schema that a newer version has made.
async fn migrate(store: &Store) -> Result<(), OpenError> {
    known_schema(store).await?;
    Migrator::up(store.unaudited(), None)
        .await
        .map_err(|error| told(&StoreError::from(error)))?;
    Ok(())
}

/// Refuses a schema that a newer version has made.
pub(crate) async fn known_schema(store: &Store) -> Result<(), OpenError> {
    let known: Vec<String> = Migrator::migrations()
        .iter()
        .map(|migration| migration.name().to_owned())
        .collect();
    if let Some(unknown) = applied(store)
        .await?
        .into_iter()
        .find(|name| !known.contains(name))
    {
        return Err(told(&StoreError::NewerSchema(unknown)));
    }
    Ok(())
}

/// The migrations that the database has been through.
async fn applied(store: &Store) -> Result<Vec<String>, OpenError> {
    store.applied_migrations().await.map_err(|error| told(&error))
}

/// The database has been through no migration: there is nothing of this program in it.
pub(crate) async fn is_empty(store: &Store) -> Result<bool, OpenError> {
    Ok(applied(store).await?.is_empty())
}

/// How many migrations are missing that this program knows.
pub(crate) async fn missing_migrations(store: &Store) -> Result<usize, OpenError> {
    let applied = applied(store).await?;
    let known = Migrator::migrations();
    let missing = known
        .iter()
        .filter(|known| !applied.iter().any(|name| name == known.name()));
    Ok(missing.count())
}

/// Why it cannot be opened.
fn told(error: &StoreError) -> OpenError {
    match error.postgres_forbade() {
        Some(said) => OpenError::Forbidden(said),
        None => OpenError::Store(service::told(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_asks_for_tls_wrongly_asks_for_nothing_and_is_refused() {
        let told = is_address("postgres://nytta@db/nytta?sslmod=verify-full").expect_err("nothing reads it");
        let told = told.to_string();
        assert!(
            told.starts_with("“sslmod” is no parameter") && told.ends_with("did you mean sslmode?"),
            "{told}"
        );
        assert!(is_address("postgres://nytta@db/nytta?sslmode=verify-full").is_ok());
        assert!(is_address("sqlite://data/nytta.sqlite?mode=rwc").is_ok());
    }

    #[test]
    fn a_file_is_the_one_that_the_driver_opens() {
        for (url, file) in [
            ("sqlite://data/nytta.sqlite?mode=rwc", Some("data/nytta.sqlite")),
            (
                "sqlite:///srv/my%20data/n%C3%A4.sqlite",
                Some("/srv/my data/nä.sqlite"),
            ),
            ("sqlite:/srv/my data/n.sqlite", Some("/srv/my data/n.sqlite")),
            ("sqlite::memory:", None),
            ("sqlite://shared?mode=memory", None),
            ("postgres://nytta@localhost/nytta", None),
        ] {
            assert_eq!(sqlite_file(url), file.map(PathBuf::from), "{url}");
        }
    }

    #[test]
    fn what_is_no_address_is_told_as_it_was_typed_but_for_a_password() {
        for (url, told) in [
            ("", "an empty address is no database; write sqlite://"),
            (" ", "an empty address is no database"),
            ("data/nytta.sqlite", "“data/nytta.sqlite” is no database"),
            (
                "mysql://n:hemligt@db/nytta",
                "“mysql://***@db/nytta” is no database",
            ),
            ("n:hemligt@db/nytta", "“***” is no database"),
            ("host=db user=n password=hemligt", "“***” is no database"),
        ] {
            let refused = is_address(url).expect_err("it is none").to_string();
            assert!(refused.starts_with(told), "{refused}");
        }
        for url in [
            "sqlite::memory:",
            "postgres://n:hemligt@db/nytta",
            "postgresql://db/nytta",
        ] {
            assert!(is_address(url).is_ok(), "{url}");
        }
    }

    #[test]
    fn where_a_file_was_looked_for_is_told_where_its_address_does_not() {
        let here = std::env::current_dir().expect("a folder");
        let here = here.display();
        let told = OpenError::NotThere(PathBuf::from("data/none.sqlite")).to_string();
        let begins = format!("there is no database data/none.sqlite in {here}: go to the folder");
        assert!(told.starts_with(&begins), "{told}");
        let told = OpenError::NotThere(PathBuf::from("/data/none.sqlite")).to_string();
        assert_eq!(
            told,
            "there is no database /data/none.sqlite; name one by NYTTA_DATABASE_URL or --database-url"
        );
    }

    #[test]
    fn a_file_is_made_unless_it_is_to_be_read_alone() {
        for (url, is) in [
            ("sqlite://data/nytta.sqlite?mode=ro", true),
            ("sqlite://data/nytta.sqlite?cache=private&mode=ro", true),
            ("sqlite://data/nytta.sqlite", false),
            ("sqlite://data/nytta.sqlite?mode=rw", false),
            ("sqlite://data/nytta.sqlite?mode=rwc", false),
            ("sqlite://mode=ro/nytta.sqlite", false),
        ] {
            assert_eq!(is_read_only(url), is, "{url}");
        }
    }

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
