//! `nytta digest`: sends today's digests now.

use super::{CommandError, say, with};
use crate::clock::operator;
use crate::config::MailConfig;
use crate::digest::{Digests, MailConfigError};
use crate::open::open_there;

/// Sends today's digests to those who have not got them, whatever the hour and the day.
pub(crate) async fn send(
    url: &str,
    config: &MailConfig,
    public_url: Option<&str>,
) -> Result<(), CommandError> {
    let digests = Digests::of(config, public_url)?;
    let digests = digests.ok_or(MailConfigError::Missing(
        "no mail server is set: set NYTTA_SMTP_URL and NYTTA_MAIL_FROM",
    ))?;
    let run = with(open_there(url).await?, async |services| {
        Ok(digests.send(&operator(), services).await?)
    });
    let run = run.await?;
    say(&format!(
        "{} sent, {} not sent, {} uncertain",
        run.sent, run.failed, run.unsure
    ))?;
    if run.failed + run.unsure > 0 {
        return Err(CommandError::NotAllSent(run.failed + run.unsure));
    }
    Ok(())
}
