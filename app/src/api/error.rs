use domain::ctx::Ctx;
use domain::policy::Refusal;
use service::ServiceError;

/// Why a page cannot be shown or a form not be taken, as far as the person may know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ApiError {
    /// Nobody is signed in.
    SignIn,
    /// There is no such thing, or the person may not know of it.
    NotFound,
    /// The person may see it, and not do this.
    Forbidden(Refusal),
    /// It does not fit the state that the thing is in.
    State,
    /// Something failed; the log has it under this number.
    Failed {
        /// Number to give to the administrator.
        reference: String,
    },
}

impl ApiError {
    /// What an error of a service is to the person. Unknown ones are logged once, with all that led
    /// to them, under the request's number.
    pub(crate) fn of(ctx: &Ctx, error: &ServiceError) -> Self {
        match error {
            ServiceError::Refused(Refusal::SignIn) => Self::SignIn,
            ServiceError::Refused(Refusal::NotFound) | ServiceError::NotFound => Self::NotFound,
            ServiceError::Refused(refusal) => Self::Forbidden(*refusal),
            ServiceError::State(_) => Self::State,
            other => {
                other.log(ctx);
                Self::Failed {
                    reference: ctx.request_id.to_string(),
                }
            }
        }
    }

    /// The status of the answer.
    pub fn status(&self) -> u16 {
        match self {
            Self::SignIn => 401,
            Self::NotFound => 404,
            Self::Forbidden(_) => 403,
            Self::State => 409,
            Self::Failed { .. } => 500,
        }
    }

    /// The number to give to the administrator.
    pub fn reference(&self) -> Option<String> {
        match self {
            Self::Failed { reference } => Some(reference.clone()),
            _ => None,
        }
    }
}
