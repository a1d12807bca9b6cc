//! What the connections of each database are made with.

use std::time::Duration;

use sea_orm::sqlx::Connection;
use sea_orm::{ConnectOptions, SqlxError};

use crate::trouble::{LastTrouble, Trouble};

/// Rows that SQLite may read before they are taken.
const ROWS_AHEAD: usize = 4_096;

/// How long a connection may take to be made, or to be tested before and after it is used.
const ANSWER: Duration = Duration::from_secs(5);

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

pub(super) fn postgres(url: &str, connections: u32) -> ConnectOptions {
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
pub(super) fn sqlite(url: &str, connections: u32, writes: Option<&LastTrouble>) -> ConnectOptions {
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
