//! Work that takes long without waiting for anything, off the threads that answer requests.

use tokio::task::spawn_blocking;

use crate::error::{Result, ServiceError};

/// What it makes, made on a thread of its own.
///
/// # Errors
/// Where it panics, or the server stops.
pub(crate) async fn off_thread<T: Send + 'static>(make: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let made = spawn_blocking(make).await;
    made.map_err(|_| ServiceError::State("what was asked for could not be made"))
}
