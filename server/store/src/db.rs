//! The database: one writer and several readers.

mod close;
mod connect;
mod options;
mod place;
mod pool;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use domain::ctx::Ctx;
use sea_orm::{
    AccessMode, ConnectionTrait, DatabaseConnection, DatabaseTransaction, EntityTrait, IsolationLevel,
    QuerySelect, Statement, TransactionOptions, TransactionTrait,
};
use uuid::Uuid;

use crate::entity::{account, audit_head};
use crate::error::Result;
use crate::kept::Kept;
use crate::trouble::{LastTrouble, Trouble};
use crate::txn::WriteTxn;

pub use close::Closed;
pub use place::Place;
pub use pool::Pool;

/// The two databases that the product runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One file, one server.
    Sqlite,
    /// Many servers.
    Postgres,
}

/// Connections of one server to its database, where nothing else is said.
pub const CONNECTIONS: u32 = 8;

/// How to reach the database.
#[derive(Clone, Debug)]
pub struct StoreOptions {
    /// `sqlite://PATH?mode=rwc` or `postgres://…`.
    pub url: String,
    /// Connections that read (and, on PostgreSQL, write).
    pub readers: u32,
}

impl StoreOptions {
    /// Default pool for a URL.
    pub fn new(url: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            readers: CONNECTIONS,
        }
    }
}

/// The database: one writer and several readers.
#[derive(Clone, Debug)]
pub struct Store {
    writer: DatabaseConnection,
    reader: DatabaseConnection,
    kind: Kind,
    statements: Arc<AtomicU64>,
    last_trouble: LastTrouble,
    kept: Kept,
}

impl Store {
    /// Nobody has access yet, and nothing has happened. Asked of a schema of any version: no more than two columns are.
    ///
    /// # Errors
    /// Where the database does not answer, or has no schema.
    pub async fn is_untouched(&self) -> Result<bool> {
        let head = audit_head::Entity::find_by_id(1_i16).select_only();
        let head = head.column(audit_head::Column::Seq).into_tuple::<i64>();
        let accounts = account::Entity::find().select_only();
        let accounts = accounts.column(account::Column::Id).limit(1).into_tuple::<Uuid>();
        Ok(head.one(&self.reader).await?.is_none_or(|seq| seq == 0)
            && accounts.one(&self.reader).await?.is_none())
    }

    /// Which database it is.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The pool for reading. What is written with it has no audit: only what architecture.md
    /// exempts goes through [`Store::unaudited`].
    pub fn reader(&self) -> &DatabaseConnection {
        &self.reader
    }

    /// The database as it is at this moment, for what is put together from many statements: a commit
    /// in between would give it halves of two truths. Read only; it ends where it is dropped.
    ///
    /// # Errors
    /// Where the database cannot be reached.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one transaction that only reads; nothing is ever committed with it"
    )]
    pub async fn snapshot(&self) -> Result<DatabaseTransaction> {
        let options = match self.kind {
            // Deferred, which is the default: a snapshot from the first statement on, without a lock.
            Kind::Sqlite => TransactionOptions::default(),
            Kind::Postgres => TransactionOptions {
                isolation_level: Some(IsolationLevel::RepeatableRead),
                access_mode: Some(AccessMode::ReadOnly),
                ..TransactionOptions::default()
            },
        };
        Ok(self.reader.begin_with_options(options).await?)
    }

    /// What has been read of the portfolio, for snapshots.
    pub fn kept(&self) -> &Kept {
        &self.kept
    }

    /// The connection for what is exempt from audit: session touches, form drafts, back-off.
    pub fn unaudited(&self) -> &DatabaseConnection {
        &self.writer
    }

    /// Begins the one transaction that may write: it holds the audit chain's head until it ends.
    ///
    /// # Errors
    /// Where the database cannot be reached or other writers hold it for longer than ten seconds.
    pub async fn write_txn<'a>(&self, ctx: &'a Ctx) -> Result<WriteTxn<'a>> {
        WriteTxn::begin(&self.writer, self.kind, ctx, self.last_trouble.clone()).await
    }

    /// What the last attempt to change something met; none where it came through, or nobody has tried.
    pub fn last_trouble(&self) -> Option<Trouble> {
        self.last_trouble.get()
    }

    /// Statements sent since the store was opened. Tests read it before and after a page.
    pub fn statements(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }

    /// The same store, which tells of every statement that it has sent and how long that took. Benchmarks hold pages against
    /// their bare statements with it.
    #[must_use]
    pub fn watched(mut self, watch: impl Fn(&Statement, Duration) + Send + Sync + 'static) -> Self {
        let (statements, watch) = (Arc::clone(&self.statements), Arc::new(watch));
        for connection in [&mut self.writer, &mut self.reader] {
            let (statements, watch) = (Arc::clone(&statements), Arc::clone(&watch));
            connection.set_metric_callback(move |sent| {
                statements.fetch_add(1, Ordering::Relaxed);
                watch(sent.statement, sent.elapsed);
            });
        }
        self
    }

    /// Names of the migrations that the database has been through; none where it is new.
    ///
    /// # Errors
    /// Where the database does not answer, or does not let the role read them.
    pub async fn applied_migrations(&self) -> Result<Vec<String>> {
        let find = match self.kind {
            Kind::Sqlite => "SELECT name FROM sqlite_master WHERE name = 'seaql_migrations'",
            // The information schema keeps quiet about tables that the role has no right to.
            Kind::Postgres => {
                "SELECT tablename::text AS name FROM pg_catalog.pg_tables \
                 WHERE schemaname = current_schema() AND tablename = 'seaql_migrations'"
            }
        };
        let backend = self.writer.get_database_backend();
        if self
            .writer
            .query_one_raw(Statement::from_string(backend, find))
            .await?
            .is_none()
        {
            return Ok(Vec::new());
        }
        let list = "SELECT version FROM seaql_migrations ORDER BY version";
        let rows = self
            .writer
            .query_all_raw(Statement::from_string(backend, list))
            .await?;
        Ok(rows
            .iter()
            .map(|row| row.try_get("", "version"))
            .collect::<Result<Vec<String>, _>>()?)
    }

    /// Answers when the database does.
    ///
    /// # Errors
    /// Where it does not.
    pub async fn ping(&self) -> Result<()> {
        Ok(self.reader.ping().await?)
    }
}
