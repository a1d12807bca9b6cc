//! The database, closed.

use std::time::Duration;

use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};

use super::{Kind, Store};
use crate::error::Result;

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

impl Store {
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
}

/// Whoever still holds a connection is waited for so long when the database is closed.
const CLOSES_WITHIN: Duration = Duration::from_secs(3);

/// What was written has so long to get into the one file when the database is closed: as long as SQLite waits for another program.
const CHECKPOINT_WITHIN: Duration = Duration::from_secs(6);

/// Closes a pool; false where it was not given all its connections back in time. It gives out none from then on.
async fn closed(connection: &DatabaseConnection) -> bool {
    let closing = tokio::time::timeout(CLOSES_WITHIN, connection.close_by_ref());
    closing.await.is_ok_and(|closed| closed.is_ok())
}
