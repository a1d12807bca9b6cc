//! The database, opened: refused where it is not to be trusted with what is written.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement};

use super::options::{postgres, sqlite};
use super::{Kind, Store, StoreOptions};
use crate::error::{Result, StoreError};
use crate::kept::Kept;
use crate::trouble::LastTrouble;

/// SQLite before this version can corrupt a database in WAL mode when a checkpoint meets a reset.
const OLDEST_SQLITE: (&str, [u32; 3]) = ("3.51.3", [3, 51, 3]);

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
