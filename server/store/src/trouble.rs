//! What stands in the database's way: told by the codes of both databases, never by their words.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use sea_orm::{DbErr, RuntimeErr, SqlxError, SqlxPostgresError};

use crate::error::StoreError;

/// Why the database does not do its work just now. Nobody who sends a form can mend it, and it passes without a restart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// No room is left where it is kept.
    Full,
    /// It can be read, and not written.
    ReadOnly,
    /// It does not answer, or not in time.
    Unanswering,
    /// It was gone while a change was being committed: nobody knows whether that is saved.
    Unsure,
}

impl Trouble {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Full, Self::ReadOnly, Self::Unanswering, Self::Unsure];
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Full => "has no room left on its disk",
            Self::ReadOnly => "can be read, and not written",
            Self::Unanswering => "does not answer",
            Self::Unsure => "was gone while a change was being committed",
        })
    }
}

impl Trouble {
    /// What an error says of the database itself; none where it is about what was asked of it.
    pub(crate) fn of(error: &DbErr) -> Option<Self> {
        match error {
            DbErr::ConnectionAcquire(_) => Some(Self::Unanswering),
            DbErr::Conn(RuntimeErr::SqlxError(error))
            | DbErr::Exec(RuntimeErr::SqlxError(error))
            | DbErr::Query(RuntimeErr::SqlxError(error)) => Self::of_driver(error),
            _ => None,
        }
    }

    fn of_driver(error: &SqlxError) -> Option<Self> {
        match error {
            SqlxError::Io(_)
            | SqlxError::Tls(_)
            | SqlxError::Protocol(_)
            | SqlxError::PoolTimedOut
            | SqlxError::PoolClosed
            | SqlxError::WorkerCrashed => Some(Self::Unanswering),
            SqlxError::Database(error) => {
                let code = error.code()?;
                match error.try_downcast_ref::<SqlxPostgresError>() {
                    Some(_) => of_postgres(&code),
                    None => of_sqlite(code.parse().ok()?),
                }
            }
            _ => None,
        }
    }

    /// What it is at a commit. What takes nothing took no commit; of all else nobody knows how far it came.
    pub(crate) fn at_commit(self) -> Self {
        match self {
            Self::Full | Self::ReadOnly => self,
            Self::Unanswering | Self::Unsure => Self::Unsure,
        }
    }
}

/// By SQLSTATE.
fn of_postgres(code: &str) -> Option<Trouble> {
    match code {
        // disk_full
        "53100" => Some(Trouble::Full),
        // read_only_sql_transaction: a standby, or a database that its operator has closed
        "25006" => Some(Trouble::ReadOnly),
        // query_canceled, lock_not_available, deadlock_detected, idle_in_transaction_session_timeout, io_error
        "57014" | "55P03" | "40P01" | "25P03" | "58030" => Some(Trouble::Unanswering),
        // connection exceptions, insufficient resources, and what a server says that stops or starts
        _ if ["08", "53", "57P"].iter().any(|class| code.starts_with(class)) => Some(Trouble::Unanswering),
        _ => None,
    }
}

/// By SQLite's extended result code, whose last byte is the primary one.
fn of_sqlite(code: i32) -> Option<Trouble> {
    // SQLITE_IOERR_WRITE, _TRUNCATE, _SHMOPEN, _SHMSIZE: the mark of a commit is written last, and was not.
    const WRITING: [i32; 4] = [778, 1546, 4618, 4874];
    // SQLITE_IOERR_FSYNC, _DIR_FSYNC: it was, and the disk did not say that it has it.
    const SYNCING: [i32; 2] = [1034, 1290];
    match code & 0xff {
        // SQLITE_FULL
        13 => Some(Trouble::Full),
        // SQLITE_READONLY
        8 => Some(Trouble::ReadOnly),
        // SQLITE_IOERR
        10 if WRITING.contains(&code) => Some(Trouble::ReadOnly),
        10 if SYNCING.contains(&code) => Some(Trouble::Unsure),
        // SQLITE_BUSY, _LOCKED, _IOERR, _CANTOPEN
        5 | 6 | 10 | 14 => Some(Trouble::Unanswering),
        _ => None,
    }
}

/// What the last attempt to write met; nothing once one has come through.
#[derive(Clone, Debug, Default)]
pub(crate) struct LastTrouble(Arc<Mutex<Option<Trouble>>>);

impl LastTrouble {
    pub(crate) fn get(&self) -> Option<Trouble> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Something was written.
    pub(crate) fn over(&self) {
        self.set(None);
    }

    /// The same as [`LastTrouble::of`], for an error that was told apart already.
    pub(crate) fn met(&self, error: &StoreError) {
        if let StoreError::Trouble { trouble, .. } = error {
            self.set(Some(*trouble));
        }
    }

    fn set(&self, trouble: Option<Trouble>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = trouble;
    }

    /// Notes what an error says of the database, where it says something, and hands it on.
    pub(crate) fn of<T>(&self, outcome: Result<T, DbErr>) -> Result<T, DbErr> {
        if let Err(error) = &outcome
            && let Some(trouble) = Trouble::of(error)
        {
            self.set(Some(trouble));
        }
        outcome
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_told_apart() {
        assert_eq!(of_sqlite(13), Some(Trouble::Full));
        assert_eq!(of_sqlite(8), Some(Trouble::ReadOnly));
        assert_eq!(
            of_sqlite(1032),
            Some(Trouble::ReadOnly),
            "SQLITE_READONLY_DBMOVED"
        );
        assert_eq!(of_sqlite(778), Some(Trouble::ReadOnly), "SQLITE_IOERR_WRITE");
        assert_eq!(of_sqlite(266), Some(Trouble::Unanswering), "SQLITE_IOERR_READ");
        assert_eq!(of_sqlite(517), Some(Trouble::Unanswering), "SQLITE_BUSY_SNAPSHOT");
        assert_eq!(of_sqlite(1811), None, "SQLITE_CONSTRAINT_TRIGGER");
        assert_eq!(of_postgres("53100"), Some(Trouble::Full));
        assert_eq!(
            of_postgres("53300"),
            Some(Trouble::Unanswering),
            "too many connections"
        );
        assert_eq!(of_postgres("57P02"), Some(Trouble::Unanswering), "crash_shutdown");
        assert_eq!(of_postgres("42P01"), None, "undefined_table");
    }

    #[test]
    fn a_pool_that_gives_nothing_is_a_database_that_does_not_answer() {
        let error = DbErr::Conn(RuntimeErr::SqlxError(Arc::new(SqlxError::PoolTimedOut)));
        assert_eq!(Trouble::of(&error), Some(Trouble::Unanswering));
        assert_eq!(Trouble::of(&DbErr::RecordNotInserted), None);
    }
}
