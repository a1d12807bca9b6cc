/// A message to one person, in plain text. Whoever sends it makes headers of its parts: none can bring in another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// What the message is known by: the same where it is tried again.
    pub id: String,
    /// The person's name.
    pub name: String,
    /// Their address.
    pub address: String,
    /// Subject.
    pub subject: String,
    /// Text.
    pub text: String,
}

/// Why a message is not known to have been taken.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// The mail server cannot be reached, or lets nobody in.
    #[error("the mail server cannot be used: {0}")]
    Unreachable(String),
    /// It refused this message; it may take others.
    #[error("the mail server refused the message: {0}")]
    Refused(String),
    /// It may have taken the message, and has not said so.
    #[error("nobody knows whether the mail server took the message: {0}")]
    Unsure(String),
}

/// Sends mail. Implemented by what the server puts together.
#[async_trait::async_trait]
pub trait Mailer: Send + Sync {
    /// The server answers, and lets this installation in. Nothing is sent.
    ///
    /// # Errors
    /// Where it does not.
    async fn ready(&self) -> Result<(), MailError>;

    /// Sends a message; it has been taken when this answers.
    ///
    /// # Errors
    /// Where it has not, or nobody knows.
    async fn send(&self, mail: &Mail) -> Result<(), MailError>;
}
