use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection};

use crate::error::Result;

/// Names the lock among all advisory locks of the database: “nytta” and a number.
const LOCK: &str = "SELECT pg_advisory_lock(7957704, 1)";

/// The right to change the schema. Of servers that start at the same moment one has it, and the others wait.
#[derive(Debug)]
pub struct SchemaLock(Option<DatabaseConnection>);

impl SchemaLock {
    /// Waits for it. SQLite has one server, which needs none.
    ///
    /// # Errors
    /// Where the database does not answer, or another server holds it for longer than ten minutes.
    pub async fn take(url: &str) -> Result<Self> {
        if url.starts_with("sqlite:") {
            return Ok(Self(None));
        }
        // A connection of its own, that is closed with it: the lock is the connection's.
        let mut options = ConnectOptions::new(url.to_owned());
        options
            .max_connections(1)
            .sqlx_logging(false)
            // However long the schema takes: a connection that is closed for being idle or old gives the lock away.
            .map_sqlx_postgres_pool_opts(|pool| pool.idle_timeout(None).max_lifetime(None))
            .map_sqlx_postgres_opts(|options| options.options([("lock_timeout", "10min")]));
        let connection = Database::connect(options).await?;
        connection.execute_unprepared(LOCK).await?;
        Ok(Self(Some(connection)))
    }

    /// Gives it back.
    ///
    /// # Errors
    /// Where the connection does not close.
    pub async fn release(self) -> Result<()> {
        match self.0 {
            Some(connection) => Ok(connection.close().await?),
            None => Ok(()),
        }
    }
}
