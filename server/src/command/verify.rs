use service::chain_verify;
use store::ChainHead;

use super::{CommandError, say, with};
use crate::clock::operator;
use crate::open::open_to_read;

/// Checks the audit chain, and prints its head to be kept elsewhere.
pub(crate) async fn verify(url: &str, expected: Option<&ChainHead>) -> Result<(), CommandError> {
    let verified = with(open_to_read(url).await?, async |services| {
        Ok(chain_verify(&operator(), services, expected).await?)
    });
    match verified.await? {
        Ok(verified) => say(&format!(
            "the audit log holds: {} events, {} erased, {} names erased\nhead {}",
            verified.head.seq, verified.erased, verified.names, verified.head
        )),
        Err(damage) => Err(CommandError::Damage(damage)),
    }
}
