use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use domain::ctx::Ctx;
use sea_orm::sqlx::Connection;
use sea_orm::sqlx::postgres::PgConnectOptions;
use sea_orm::{
    AccessMode, ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction,
    DbBackend, EntityTrait, IsolationLevel, QuerySelect, SqlxError, Statement, TransactionOptions,
    TransactionTrait,
};
use uuid::Uuid;

use crate::entity::{account, audit_head};
use crate::error::{Result, StoreError};
use crate::kept::Kept;
use crate::trouble::{LastTrouble, Trouble};
use crate::txn::WriteTxn;

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

/// Where a PostgreSQL database is, without the password; none where the address cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Host and port, or the folder of a socket.
    pub server: String,
    /// Name of the database.
    pub database: String,
    /// The role that asks.
    pub role: String,
}

impl Place {
    /// Where an address leads.
    pub fn of(url: &str) -> Option<Self> {
        let options: PgConnectOptions = url.parse().ok()?;
        let server = match options.get_socket() {
            Some(folder) => format!("{} (a socket)", folder.display()),
            None => format!("{}:{}", options.get_host(), options.get_port()),
        };
        let role = options.get_username().to_owned();
        Some(Self {
            server,
            // As PostgreSQL does where none is named.
            database: options.get_database().unwrap_or(&role).to_owned(),
            role,
        })
    }
}

/// How many connections of a pool are open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pool {
    /// What it is for.
    pub name: &'static str,
    /// So many wait for something to do.
    pub idle: u32,
    /// So many do something.
    pub busy: u32,
}

/// What came of closing a database whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closed {
    /// Nobody holds it, and an SQLite database is one file.
    Whole,
    /// Something of this program still held a connection when it was closed.
    HeldHere,
    /// Another program has it open: what was written last may be in the log beside the file.
    HeldElsewhere,
}

/// SQLite before this version can corrupt a database in WAL mode when a checkpoint meets a reset.
const OLDEST_SQLITE: (&str, [u32; 3]) = ("3.51.3", [3, 51, 3]);

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
    /// Opens the database. On SQLite a missing file is made; its pragmas are set on every
    /// connection of both pools.
    ///
    /// # Errors
    /// Where it cannot be reached, where SQLite is too old to be trusted, or where PostgreSQL does not take every text.
    pub async fn connect(options: &StoreOptions) -> Result<Self> {
        let statements = Arc::new(AtomicU64::new(0));
        if options.url.starts_with("sqlite:") {
            let last_trouble = LastTrouble::default();
            let mut writer = Database::connect(sqlite(&options.url, 1, Some(&last_trouble))).await?;
            refuse_old_sqlite(&writer).await?;
            let mut reader = Database::connect(sqlite(&options.url, options.readers, None)).await?;
            count(&mut writer, &statements);
            count(&mut reader, &statements);
            return Ok(Self {
                writer,
                reader,
                kind: Kind::Sqlite,
                statements,
                last_trouble,
                kept: Kept::parts(),
            });
        }
        let mut reader = Database::connect(postgres(&options.url, options.readers)).await?;
        refuse_other_encoding(&reader).await?;
        count(&mut reader, &statements);
        Ok(Self {
            writer: reader.clone(),
            reader,
            kind: Kind::Postgres,
            statements,
            last_trouble: LastTrouble::default(),
            kept: Kept::parts(),
        })
    }

    /// Opens an SQLite file to read it, and leaves nothing beside it: a backup is no database in use.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub async fn read_only(file: &Path) -> Result<Self> {
        let file = file.to_owned();
        let mut options = ConnectOptions::new("sqlite://backup?mode=ro");
        options
            .max_connections(1)
            .sqlx_logging(false)
            .map_sqlx_sqlite_opts(move |options| options.filename(&file).immutable(true).read_only(true));
        let reader = Database::connect(options).await?;
        Ok(Self {
            writer: reader.clone(),
            reader,
            kind: Kind::Sqlite,
            statements: Arc::default(),
            last_trouble: LastTrouble::default(),
            kept: Kept::nothing(),
        })
    }

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

    /// Its pools as they are: where one connection writes and others read, two.
    pub fn pools(&self) -> Vec<Pool> {
        let pool = |name, open: u32, idle: usize| {
            // One may come back in between: none is busy less often than never.
            let idle = u32::try_from(idle).unwrap_or(open).min(open);
            let busy = open.saturating_sub(idle);
            Pool { name, idle, busy }
        };
        match self.kind {
            Kind::Sqlite => [("writer", &self.writer), ("reader", &self.reader)]
                .map(|(name, connection)| {
                    let connections = connection.get_sqlite_connection_pool();
                    pool(name, connections.size(), connections.num_idle())
                })
                .to_vec(),
            Kind::Postgres => {
                let connections = self.reader.get_postgres_connection_pool();
                vec![pool("all", connections.size(), connections.num_idle())]
            }
        }
    }

    /// Closes it, what reads first. The last connection of the last program takes away what SQLite keeps beside its file. False
    /// where somebody still held a connection after a few seconds.
    pub async fn close(&self) -> bool {
        let readers = closed(&self.reader).await;
        match self.kind {
            Kind::Sqlite => closed(&self.writer).await && readers,
            // One pool is both.
            Kind::Postgres => readers,
        }
    }

    /// The same for the one program that serves it: before the writer goes, all that was written goes into the one file of an
    /// SQLite database, as long as nobody is in the way.
    ///
    /// # Errors
    /// Where the database fails. It is closed nevertheless.
    pub async fn close_whole(&self) -> Result<Closed> {
        if self.kind != Kind::Sqlite {
            let let_go = self.close().await;
            return Ok(if let_go { Closed::Whole } else { Closed::HeldHere });
        }
        // Whoever reads holds on to the log.
        let read = closed(&self.reader).await;
        // Whoever still writes is not waited for without end.
        let tidied = tokio::time::timeout(CHECKPOINT_WITHIN, self.checkpoint()).await;
        let written = closed(&self.writer).await;
        match tidied {
            Ok(Err(error)) => Err(error),
            // What is read or written here keeps it from becoming one file as much as another program does.
            _ if !(read && written) => Ok(Closed::HeldHere),
            Ok(Ok(true)) => Ok(Closed::Whole),
            Ok(Ok(false)) | Err(_) => Ok(Closed::HeldElsewhere),
        }
    }

    /// Everything that is in the log goes into the file; false where somebody was in the way.
    async fn checkpoint(&self) -> Result<bool> {
        let sql = "PRAGMA wal_checkpoint(TRUNCATE)";
        let statement = Statement::from_string(DbBackend::Sqlite, sql);
        let row = self.writer.query_one_raw(statement).await?;
        let busy: Option<i64> = row.map(|row| row.try_get("", "busy")).transpose()?;
        Ok(busy == Some(0))
    }

    /// Answers when the database does.
    ///
    /// # Errors
    /// Where it does not.
    pub async fn ping(&self) -> Result<()> {
        Ok(self.reader.ping().await?)
    }
}

/// Rows that SQLite may read before they are taken.
const ROWS_AHEAD: usize = 4_096;

/// How long a connection may take to be made, or to be tested before and after it is used.
const ANSWER: Duration = Duration::from_secs(5);

/// Whoever still holds a connection is waited for so long when the database is closed.
const CLOSES_WITHIN: Duration = Duration::from_secs(3);

/// What was written has so long to get into the one file when the database is closed: as long as SQLite waits for another program.
const CHECKPOINT_WITHIN: Duration = Duration::from_secs(6);

/// Closes a pool; false where it was not given all its connections back in time. It gives out none from then on.
async fn closed(connection: &DatabaseConnection) -> bool {
    let closing = tokio::time::timeout(CLOSES_WITHIN, connection.close_by_ref());
    closing.await.is_ok_and(|closed| closed.is_ok())
}

/// What PostgreSQL is asked of each of our connections. A server that is gone without a word (a machine without power, a net
/// that is cut) must not keep the writer's lock from the others.
const ASKED: [(&str, &str); 7] = [
    // No statement of ours runs for seconds, and compiling one first takes longer than running it: it made the first look after a
    // change wait four times as long.
    ("jit", "off"),
    // Writers are few and short: whoever waits longer waits for one that hangs.
    ("lock_timeout", "10s"),
    ("idle_in_transaction_session_timeout", "20s"),
    ("tcp_keepalives_idle", "30"),
    ("tcp_keepalives_interval", "10"),
    ("tcp_keepalives_count", "3"),
    ("tcp_user_timeout", "30s"),
];

fn postgres(url: &str, connections: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(url.to_owned());
    options
        .max_connections(connections)
        .connect_timeout(ANSWER)
        .acquire_timeout(ANSWER)
        .test_before_acquire(true)
        .sqlx_logging(false)
        .map_sqlx_postgres_opts(|options| options.options(ASKED))
        .map_sqlx_postgres_pool_opts(|options| {
            // Given back, a connection is tested without end; one that is silent would never be free again.
            options.after_release(|connection, _| {
                Box::pin(async move {
                    match tokio::time::timeout(ANSWER, connection.ping()).await {
                        Ok(answered) => answered.map(|()| !connection.is_in_transaction()),
                        Err(_) => Err(SqlxError::PoolTimedOut),
                    }
                })
            })
        });
    options
}

/// A writer is told what the last change met.
fn sqlite(url: &str, connections: u32, writes: Option<&LastTrouble>) -> ConnectOptions {
    let last_change = writes.cloned().unwrap_or_default();
    let mut options = ConnectOptions::new(url.to_owned());
    options
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(Duration::from_secs(10))
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(|options| {
            options
                .create_if_missing(true)
                .foreign_keys(true)
                // Rows come from a thread of the connection's own. With room for fifty, which is what there is otherwise, most
                // of a large selection's time goes to the two waking each other.
                .row_buffer_size(ROWS_AHEAD)
                .busy_timeout(Duration::from_secs(5))
                .pragma("journal_mode", "WAL")
                .pragma("synchronous", "FULL")
                // A name that is erased is not to be read out of pages that have become free.
                .pragma("secure_delete", "ON")
        })
        .map_sqlx_sqlite_pool_opts(move |options| {
            let last_change = last_change.clone();
            // A file that cannot be written when it is opened is opened to be read, and stays so: where the last change
            // met one, the next is tried on a connection of its own.
            let options = options.before_acquire(move |_, _| {
                let stale = last_change.get() == Some(Trouble::ReadOnly);
                Box::pin(async move { Ok(!stale) })
            });
            // Where a commit finds the disk full, SQLite ends the transaction by itself, and the driver goes on counting
            // it: no other could ever begin on that connection.
            options.after_release(|connection, _| {
                Box::pin(async move {
                    // Waits until what was left open is taken back.
                    connection.ping().await?;
                    Ok(!connection.is_in_transaction())
                })
            })
        });
    options
}

fn count(connection: &mut DatabaseConnection, statements: &Arc<AtomicU64>) {
    let statements = Arc::clone(statements);
    connection.set_metric_callback(move |_| {
        statements.fetch_add(1, Ordering::Relaxed);
    });
}

/// Any other takes some texts and fails on the first that it has no letters for.
async fn refuse_other_encoding(connection: &DatabaseConnection) -> Result<()> {
    let asked = Statement::from_string(DbBackend::Postgres, "SHOW server_encoding");
    let row = connection.query_one_raw(asked).await?;
    let found: Option<String> = row.map(|row| row.try_get("", "server_encoding")).transpose()?;
    match found {
        Some(found) if found != "UTF8" => Err(StoreError::Encoding(found)),
        _ => Ok(()),
    }
}

async fn refuse_old_sqlite(connection: &DatabaseConnection) -> Result<()> {
    let row = connection
        .query_one_raw(Statement::from_string(
            DbBackend::Sqlite,
            "SELECT sqlite_version() AS version",
        ))
        .await?;
    let found: String = row
        .map(|row| row.try_get("", "version"))
        .transpose()?
        .unwrap_or_default();
    let parts: Vec<u32> = found.split('.').map(|part| part.parse().unwrap_or(0)).collect();
    if parts.as_slice() < OLDEST_SQLITE.1.as_slice() {
        return Err(StoreError::SqliteTooOld {
            found,
            needed: OLDEST_SQLITE.0,
        });
    }
    Ok(())
}
