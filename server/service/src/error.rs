use domain::causes::told;
use domain::policy::Refusal;
use store::{StoreError, Trouble};

use crate::render::RenderError;

/// Why a use case did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum ServiceError {
    /// The policy says no.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// There is no such thing, or the actor may not know of it.
    #[error("not found")]
    NotFound,
    /// What was asked for does not fit the state that the thing is in.
    #[error("that cannot be done in the state that it is in: {0}")]
    State(&'static str),
    /// The database failed or holds something that does not read back.
    #[error(transparent)]
    Store(StoreError),
    /// A value could not be turned into JSON or back.
    #[error("a stored value does not read back as JSON")]
    Json(#[from] serde_json::Error),
    /// The report could not be rendered.
    #[error(transparent)]
    Render(#[from] RenderError),
    /// An import was refused; nothing of it was written.
    #[error(transparent)]
    Import(#[from] crate::exchange::ImportError),
}

/// Result of every use case.
pub type Result<T, E = ServiceError> = std::result::Result<T, E>;

impl From<StoreError> for ServiceError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotFound { .. } => Self::NotFound,
            other => Self::Store(other),
        }
    }
}

impl ServiceError {
    /// What stands in the database's way, where that is why: it passes, and nothing is wrong with what was asked.
    pub fn trouble(&self) -> Option<Trouble> {
        match self {
            Self::Store(StoreError::Trouble { trouble, .. }) => Some(*trouble),
            _ => None,
        }
    }

    /// Writes the error and all that led to it to the log, under the request's number.
    pub fn log(&self, ctx: &domain::ctx::Ctx) {
        tracing::error!(request = %ctx.request_id, error = told(self), "a use case failed");
    }
}
