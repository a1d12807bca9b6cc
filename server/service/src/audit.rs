use domain::ctx::Ctx;
use domain::history::{Event, Names, references};
use domain::id::AccountId;
use domain::policy::{Operation, decide};
use store::repo::account::account_list;
pub use store::repo::audit_event::{ActorFilter, EventFilter};
use store::repo::audit_event::{audit_event_count, audit_head_load};
use store::repo::subject_name::subject_name_list;
use store::{ChainHead, Damage, Verified};

use crate::error::Result;
use crate::history::page;
use crate::services::Services;

/// A page of the audit log.
#[derive(Clone, Debug)]
pub struct AuditView {
    /// The newest link of the chain.
    pub head: ChainHead,
    /// How many events fit the filter.
    pub count: u64,
    /// Those on the page, newest first.
    pub events: Vec<Event>,
    /// Names of what they speak of.
    pub names: Names,
    /// Who can be asked for.
    pub accounts: Vec<(AccountId, String)>,
    /// The page begins before this event; none on the first.
    pub before: Option<i64>,
    /// The next page begins before this event; none on the last.
    pub next: Option<i64>,
}

/// Follows the audit chain to its head, and holds it against a head that was kept elsewhere.
pub async fn chain_verify(
    ctx: &Ctx,
    services: &Services,
    expected: Option<&ChainHead>,
) -> Result<std::result::Result<Verified, Damage>> {
    decide(ctx, Operation::AuditRead, None)?;
    Ok(store::verify(ctx, &services.store.snapshot().await?, expected).await?)
}

/// What was done by anybody to anything, as far as it fits the filter: newest first, before an event
/// where one is given.
pub async fn audit_view(
    ctx: &Ctx,
    services: &Services,
    filter: &EventFilter,
    before: Option<i64>,
) -> Result<AuditView> {
    decide(ctx, Operation::AuditRead, None)?;
    let db = &services.store.snapshot().await?;
    let (events, next) = page(ctx, db, filter, before).await?;
    let accounts = account_list(ctx, db).await?;
    Ok(AuditView {
        head: audit_head_load(ctx, db).await?,
        count: audit_event_count(ctx, db, filter).await?,
        names: subject_name_list(ctx, db, &references(&events)).await?,
        events,
        accounts: accounts
            .into_iter()
            .map(|account| (account.id, account.name))
            .collect(),
        before,
        next,
    })
}
