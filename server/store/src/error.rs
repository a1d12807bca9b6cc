use sea_orm::{DbErr, RuntimeErr, SqlErr, SqlxError, SqlxPostgresError};
use uuid::Uuid;

use crate::trouble::Trouble;

/// What can go wrong with the database, by kind.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Somebody else has changed the row since it was read.
    #[error("{table} {id} has been changed by somebody else")]
    Stale {
        /// The table.
        table: &'static str,
        /// The row.
        id: Uuid,
    },
    /// No such row.
    #[error("{table} {id} does not exist")]
    NotFound {
        /// The table.
        table: &'static str,
        /// The row.
        id: String,
    },
    /// A value that has to be unique exists already.
    #[error("a value that has to be unique exists already")]
    Unique(#[source] DbErr),
    /// A row that is referred to does not exist, or one that is to go is still referred to.
    #[error("a reference leads nowhere, or the row is still referred to")]
    Reference(#[source] DbErr),
    /// A stored value does not read back.
    #[error("{table} {id} holds a value that does not read back: {reason}")]
    Damaged {
        /// The table.
        table: &'static str,
        /// The row.
        id: String,
        /// What is wrong.
        reason: String,
    },
    /// A value is larger than the database can hold.
    #[error("{value} does not fit in {table}.{column}")]
    DoesNotFit {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
        /// The value.
        value: String,
    },
    /// Rows do not hold together.
    #[error("a row of {table} refers to a row of {parent} that is not there")]
    Dangling {
        /// Where the row is.
        table: String,
        /// Where the one should be that it refers to.
        parent: String,
    },
    /// A change without a trace was about to be committed.
    #[error("a change without an audit event is never committed")]
    Unaudited,
    /// The random source of the operating system failed.
    #[error("the operating system gave no random bytes: {0}")]
    Random(getrandom::Error),
    /// The database was made by a newer version of the program.
    #[error("the database was made by a newer version: it has the unknown migration “{0}”")]
    NewerSchema(String),
    /// The SQLite library is too old to be trusted.
    #[error("SQLite {found} can corrupt a database in WAL mode; {needed} or newer is needed")]
    SqliteTooOld {
        /// Version found.
        found: String,
        /// Oldest version that will do.
        needed: &'static str,
    },
    /// A PostgreSQL database that does not take every text.
    #[error(
        "the database is in the encoding {0}, and has to be in UTF8: make a new one (createdb --encoding UTF8 --template template0 \
         --owner ROLE NAME)"
    )]
    Encoding(String),
    /// The database does not do its work just now.
    #[error("the database {trouble}")]
    Trouble {
        /// Why.
        trouble: Trouble,
        /// What it said.
        source: DbErr,
    },
    /// Anything else.
    #[error("the database failed")]
    Db(#[source] DbErr),
}

/// Result of everything in this room.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

impl StoreError {
    /// The same error, met at a commit: of some nobody knows how far the commit came.
    pub(crate) fn at_commit(self) -> Self {
        match self {
            Self::Trouble { trouble, source } => Self::Trouble {
                trouble: trouble.at_commit(),
                source,
            },
            other => other,
        }
    }
}

impl StoreError {
    /// Nothing more is known than that there was no connection in time.
    pub fn is_silence(&self) -> bool {
        match self {
            Self::Trouble {
                source: DbErr::ConnectionAcquire(_),
                ..
            } => true,
            Self::Trouble {
                source: DbErr::Conn(RuntimeErr::SqlxError(error)),
                ..
            } => matches!(**error, SqlxError::PoolTimedOut),
            _ => false,
        }
    }

    /// What PostgreSQL itself said, where it answered: without the line of its own source, which the driver writes after it.
    pub fn postgres_said(&self) -> Option<String> {
        Some(self.of_postgres()?.message().to_owned())
    }

    /// The same where it says that the role has no right to what was asked (`insufficient_privilege`).
    pub fn postgres_forbade(&self) -> Option<String> {
        let error = self.of_postgres()?;
        (error.code() == "42501").then(|| error.message().to_owned())
    }

    fn of_postgres(&self) -> Option<&SqlxPostgresError> {
        let (Self::Db(error) | Self::Trouble { source: error, .. }) = self else {
            return None;
        };
        let (DbErr::Conn(RuntimeErr::SqlxError(error))
        | DbErr::Exec(RuntimeErr::SqlxError(error))
        | DbErr::Query(RuntimeErr::SqlxError(error))) = error
        else {
            return None;
        };
        error.as_database_error()?.try_downcast_ref::<SqlxPostgresError>()
    }
}

impl From<DbErr> for StoreError {
    fn from(error: DbErr) -> Self {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(_)) => Self::Unique(error),
            Some(SqlErr::ForeignKeyConstraintViolation(_)) => Self::Reference(error),
            _ => match Trouble::of(&error) {
                Some(trouble) => Self::Trouble {
                    trouble,
                    source: error,
                },
                None => Self::Db(error),
            },
        }
    }
}

impl From<getrandom::Error> for StoreError {
    fn from(error: getrandom::Error) -> Self {
        Self::Random(error)
    }
}
