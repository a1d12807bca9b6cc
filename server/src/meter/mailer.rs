use std::sync::Arc;

use metrics::counter;
use service::{Mail, MailError, Mailer};

use super::MAILS;

/// Mail that is counted by what became of it.
pub(crate) struct Counted(pub(crate) Arc<dyn Mailer>);

#[async_trait::async_trait]
impl Mailer for Counted {
    async fn ready(&self) -> Result<(), MailError> {
        let answered = self.0.ready().await;
        if answered.is_err() {
            counter!(MAILS, "outcome" => "unreachable").increment(1);
        }
        answered
    }

    async fn send(&self, mail: &Mail) -> Result<(), MailError> {
        let sent = self.0.send(mail).await;
        let outcome = match &sent {
            Ok(()) => "sent",
            Err(MailError::Unreachable(_)) => "unreachable",
            Err(MailError::Refused(_)) => "refused",
            Err(MailError::Unsure(_)) => "unsure",
        };
        counter!(MAILS, "outcome" => outcome).increment(1);
        sent
    }
}
