use domain::ctx::Ctx;
use domain::policy::Refusal;
use store::{AuditRecord, Trail};

use crate::error::Result;
use crate::services::Services;

/// Longest address that is noted.
const ADDRESS_MAX: usize = 300;

/// Notes that somebody who is signed in was refused something: what they asked for, not what they sent
/// along. Whoever is not signed in is led to signing in, which is no refusal.
pub async fn refusal_note(ctx: &Ctx, services: &Services, method: &str, path: &str) -> Result<()> {
    let Some(account) = ctx.account_id() else {
        return Err(Refusal::SignIn.into());
    };
    let asked: String = format!("{method} {path}").chars().take(ADDRESS_MAX).collect();
    let txn = services.store.write_txn(ctx).await?;
    let record = AuditRecord::new("access.refuse", "account", account).note(asked);
    txn.commit(Trail::one(record)).await?;
    Ok(())
}
