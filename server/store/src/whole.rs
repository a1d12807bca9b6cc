//! The whole database at one moment: into a file, and from one database into another, row by row as the rows are.
//!
//! Nothing here leaves an audit event: the audit log goes along with everything else, and holds at the other end.

use std::path::Path;

use futures_util::TryStreamExt;
use sea_orm::{
    ConnectionTrait, DatabaseTransaction, DbBackend, EntityTrait, IntoActiveModel, SqliteTransactionMode,
    Statement, TransactionOptions, TransactionTrait,
};

use crate::db::{Kind, Store};
use crate::entity;
use crate::error::{Result, StoreError};
use crate::every_table;
use crate::repo::rows::insert_rows;

/// Rows that are held in memory at a time: one of a stored file may have a quarter of a megabyte.
const AT_ONCE: usize = 100;

macro_rules! tables {
    ($($table:ident),+ $(,)?) => {
        /// Names of all tables with rows of ours.
        pub(crate) const TABLES: &[&str] = &[$(stringify!($table)),+];

        async fn copy_rows(from: &DatabaseTransaction, to: &DatabaseTransaction) -> Result<u64> {
            let mut copied = 0_u64;
            $(copied = copied.saturating_add(copy::<entity::$table::Entity>(from, to).await?);)+
            Ok(copied)
        }
    };
}

every_table!(tables);

impl Store {
    /// Writes the database as it is at this moment into a file that is not there yet, while others go on writing.
    /// SQLite alone: of PostgreSQL see [`copy_whole`].
    ///
    /// # Errors
    /// Where the file is there already or cannot be written, and where the database fails.
    pub async fn vacuum_into(&self, file: &Path) -> Result<()> {
        let path = file.to_string_lossy().into_owned();
        let statement = Statement::from_sql_and_values(DbBackend::Sqlite, "VACUUM INTO ?", [path.into()]);
        self.reader().execute_raw(statement).await?;
        Ok(())
    }

    /// What SQLite finds wrong with its own file, and references that lead nowhere; nothing where all is well.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn flaws(&self) -> Result<Vec<String>> {
        if self.kind() != Kind::Sqlite {
            return Ok(Vec::new());
        }
        let mut flaws = Vec::new();
        for row in self.sqlite_rows("PRAGMA integrity_check").await? {
            let said: String = row.try_get("", "integrity_check")?;
            flaws.extend(Some(said).filter(|said| said != "ok"));
        }
        for row in self.sqlite_rows("PRAGMA foreign_key_check").await? {
            let (table, parent): (String, String) = (row.try_get("", "table")?, row.try_get("", "parent")?);
            flaws.push(format!(
                "a row of {table} refers to a row of {parent} that is not there"
            ));
        }
        Ok(flaws)
    }

    async fn sqlite_rows(&self, sql: &str) -> Result<Vec<sea_orm::QueryResult>> {
        let statement = Statement::from_string(DbBackend::Sqlite, sql);
        Ok(self.reader().query_all_raw(statement).await?)
    }
}

/// Puts all rows of one database in the place of those of another, in one transaction, as they are at one moment. Both
/// have the schema of this program. Gives the number of rows.
///
/// # Errors
/// Where either database fails, or the rows do not hold together: the other is as it was then.
#[expect(
    clippy::disallowed_methods,
    reason = "the audit log is among the rows: an event of its own would no longer be the log that was copied"
)]
pub async fn copy_whole(from: &Store, to: &Store) -> Result<u64> {
    let source = from.snapshot().await?;
    let options = match to.kind() {
        Kind::Sqlite => TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        },
        Kind::Postgres => TransactionOptions::default(),
    };
    let target = to.unaudited().begin_with_options(options).await?;
    let loose = Loose::begin(&target, to.kind()).await?;
    for table in TABLES.iter().rev() {
        target.execute_unprepared(&format!("DELETE FROM {table}")).await?;
    }
    let copied = copy_rows(&source, &target).await?;
    loose.end(&target).await?;
    target.commit().await?;
    Ok(copied)
}

async fn copy<E>(from: &DatabaseTransaction, to: &DatabaseTransaction) -> Result<u64>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel> + Send,
{
    let mut rows = E::find().stream(from).await?;
    let (mut some, mut copied) = (Vec::with_capacity(AT_ONCE), 0_u64);
    loop {
        let row = rows.try_next().await?;
        let ended = row.is_none();
        some.extend(row);
        if some.len() == AT_ONCE || ended {
            copied = copied.saturating_add(u64::try_from(some.len()).unwrap_or(u64::MAX));
            insert_rows::<E>(to, std::mem::take(&mut some)).await?;
        }
        if ended {
            return Ok(copied);
        }
    }
}

/// A database whose rules wait until all rows are there: what refuses changes is taken away, and references are looked at
/// in the end.
struct Loose {
    kind: Kind,
    /// What puts back what was taken away.
    again: Vec<String>,
}

impl Loose {
    async fn begin(db: &DatabaseTransaction, kind: Kind) -> Result<Self> {
        let (mut away, mut again) = (Vec::new(), Vec::new());
        match kind {
            Kind::Sqlite => {
                away.push("PRAGMA defer_foreign_keys = ON".to_owned());
                let triggers = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'";
                for (name, sql) in pairs(db, triggers).await? {
                    away.push(format!("DROP TRIGGER \"{name}\""));
                    again.push(sql);
                }
            }
            Kind::Postgres => {
                let keys = "SELECT conrelid::regclass::text AS name, quote_ident(conname) AS sql FROM pg_constraint \
                            WHERE contype = 'f' AND connamespace = current_schema()::regnamespace";
                again.push("SET CONSTRAINTS ALL IMMEDIATE".to_owned());
                for (table, key) in pairs(db, keys).await? {
                    let alter = format!("ALTER TABLE {table} ALTER CONSTRAINT {key}");
                    away.push(format!("{alter} DEFERRABLE INITIALLY DEFERRED"));
                    again.push(format!("{alter} NOT DEFERRABLE"));
                }
                for table in TABLES {
                    away.push(format!("ALTER TABLE {table} DISABLE TRIGGER USER"));
                    again.push(format!("ALTER TABLE {table} ENABLE TRIGGER USER"));
                }
            }
        }
        for statement in away {
            db.execute_unprepared(&statement).await?;
        }
        Ok(Self { kind, again })
    }

    async fn end(self, db: &DatabaseTransaction) -> Result<()> {
        for statement in self.again {
            db.execute_unprepared(&statement).await?;
        }
        if self.kind == Kind::Sqlite {
            // The commit would say no more than that something is wrong.
            let dangling = pairs(
                db,
                "SELECT \"table\" AS name, parent AS sql FROM pragma_foreign_key_check",
            )
            .await?;
            if let Some((table, parent)) = dangling.into_iter().next() {
                return Err(StoreError::Dangling { table, parent });
            }
        }
        Ok(())
    }
}

/// The columns `name` and `sql` of what is found.
async fn pairs(db: &DatabaseTransaction, find: &str) -> Result<Vec<(String, String)>> {
    let statement = Statement::from_string(db.get_database_backend(), find);
    let rows = db.query_all_raw(statement).await?;
    rows.iter()
        .map(|row| Ok((row.try_get("", "name")?, row.try_get("", "sql")?)))
        .collect()
}
