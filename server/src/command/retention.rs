use service::{Named, ServiceError, name_erase_of, retention_dispose, retention_preview};
use text::Lang;

use super::{CommandError, say, with};
use crate::clock::operator;
use crate::open::{open_there, open_to_read};

/// Disposes of what has had its time, or says what would go.
pub(crate) async fn dispose(url: &str, dry_run: bool) -> Result<(), CommandError> {
    let disposed = if dry_run {
        with(open_to_read(url).await?, async |services| {
            Ok(retention_preview(&operator(), services).await?)
        })
        .await?
    } else {
        with(open_there(url).await?, async |services| {
            Ok(retention_dispose(&operator(), services).await?)
        })
        .await?
    };
    let told = if dry_run { "would go" } else { "gone" };
    say(&format!(
        "{told}: {} sessions, {} links, {} attempts, {} drafts, {} sendings, {} notes of mail, {} links to reports",
        disposed.sessions,
        disposed.links,
        disposed.attempts,
        disposed.drafts,
        disposed.submissions,
        disposed.digests,
        disposed.report_links
    ))
}

/// Erases a name, once it is said to be meant.
pub(crate) async fn erase_name(url: &str, named: &Named, yes: bool) -> Result<(), CommandError> {
    if !yes {
        let meant = "erasing a name cannot be undone; add --yes once you are sure whose it is";
        return Err(ServiceError::State(meant).into());
    }
    let left = |id| text::name::erased_account(Lang::Sv, id);
    let id = with(open_there(url).await?, async |services| {
        Ok(name_erase_of(&operator(), services, named, left).await?)
    });
    let id = id.await?;
    say(&format!(
        "erased: the account {id} and the audit log say no name, and nytta verify still holds; backups have it until they end"
    ))
}
