use domain::ctx::Ctx;
use domain::policy::Refusal;
use service::{ServiceError, Trouble};

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
    /// The database does not do its work just now; the log has it under this number.
    Hindered {
        /// Why.
        trouble: Trouble,
        /// Number to give to the administrator.
        reference: String,
    },
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
                let reference = ctx.request_id.to_string();
                match other.trouble() {
                    Some(trouble) => Self::Hindered { trouble, reference },
                    None => Self::Failed { reference },
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
            Self::Hindered { trouble, .. } => hindered_status(*trouble),
            Self::Failed { .. } => 500,
        }
    }

    /// The number to give to the administrator.
    pub fn reference(&self) -> Option<String> {
        match self {
            Self::Failed { reference } | Self::Hindered { reference, .. } => Some(reference.clone()),
            _ => None,
        }
    }
}

/// The status of an answer that the database stands in the way of.
pub fn hindered_status(trouble: Trouble) -> u16 {
    match trouble {
        Trouble::Full => 507,
        Trouble::ReadOnly | Trouble::Unanswering | Trouble::Unsure => 503,
    }
}

/// What an address says that stands in the way.
pub fn trouble_of_code(code: &str) -> Option<Trouble> {
    Trouble::ALL
        .into_iter()
        .find(|trouble| trouble_code(*trouble) == code)
}

/// How an address names what stands in the way.
pub fn trouble_code(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::Full => "full",
        Trouble::ReadOnly => "read-only",
        Trouble::Unanswering => "unanswering",
        Trouble::Unsure => "unsure",
    }
}
