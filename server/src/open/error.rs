//! Why a database cannot be opened.

use std::path::{Path, PathBuf};

use store::{Place, StoreError};

/// Why the program cannot begin its work, in one line that says what to do.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The URL names no database that is known.
    #[error("{0} is no database; write sqlite://PATH?mode=rwc or postgres://USER@HOST/NAME")]
    Url(String),
    /// Nobody can say where the address leads, nor what in it is a password.
    #[error(
        "the address of the PostgreSQL database cannot be read; write postgres://USER:PASSWORD@HOST/NAME by NYTTA_DATABASE_URL or \
         --database-url, with / # ? @ : % and blanks in a password as %2F %23 %3F %40 %3A %25 and %20"
    )]
    Unreadable,
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
        "there is nothing of Nytta in the database yet: nytta serve or nytta migrate fills it (nytta restore too, but no SQLite file \
         that is there); look whether NYTTA_DATABASE_URL names the right one"
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

/// Why there is no connection: of PostgreSQL with where it was looked for.
pub(super) fn not_reached(url: &str, error: &StoreError) -> OpenError {
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

/// Why it cannot be opened.
pub(super) fn told(error: &StoreError) -> OpenError {
    match error.postgres_forbade() {
        Some(said) => OpenError::Forbidden(said),
        None => OpenError::Store(service::told(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
