use domain::ctx::Ctx;
use domain::policy::{Operation, decide};
use store::{ChainHead, Damage, Verified};

use crate::error::Result;
use crate::services::Services;

/// Follows the audit chain to its head, and holds it against a head that was kept elsewhere.
pub async fn chain_verify(
    ctx: &Ctx,
    services: &Services,
    expected: Option<&ChainHead>,
) -> Result<std::result::Result<Verified, Damage>> {
    decide(ctx, Operation::AuditRead, None)?;
    Ok(store::verify(ctx, services.store.reader(), expected).await?)
}
