//! Freed time: what a benefit freed in a year and where the time went, written by those who answer for the benefit and
//! approved by somebody else.

mod approval;
mod form;
mod item;
mod review;

use domain::benefit::Benefit;
use domain::ctx::Ctx;
use domain::freed_time::FreedTime;
use domain::id::{BenefitId, FreedTimeId, InitiativeId};
use domain::policy::{Belongs, Operation, decide};
use store::ConnectionTrait;
use store::repo::benefit::benefit_load;
use store::repo::freed_time::{FreedTimeRecord, freed_time_load};
use store::repo::initiative_bundle::{InitiativeBundle, initiative_portfolio_load};

pub use approval::{
    FreedTimesOutcome, FreedTimesReviewView, WaitingFreedTime, freed_time_approve_many, freed_times_review,
};
pub use form::{FreedTimeFormView, FreedTimeTarget, freed_time_form, freed_time_save};
pub use item::FreedTimeItem;
pub(crate) use item::freed_time_items;
pub use review::{freed_time_remove, freed_time_review, freed_time_withdraw};

use crate::error::{Result, ServiceError};
use crate::initiative::belongs_each;

const KIND: &str = "freed_time";

/// A benefit with its initiative, for those who may do this to what is known of it.
async fn found_benefit(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: BenefitId,
) -> Result<(InitiativeBundle, Benefit)> {
    let benefit = benefit_load(ctx, db, id).await?;
    let benefit = benefit.ok_or(ServiceError::NotFound)?.value;
    let bundle = initiative_portfolio_load(ctx, db, benefit.initiative).await?;
    Ok((bundle.ok_or(ServiceError::NotFound)?, benefit))
}

/// A benefit with its initiative, for those who may write what is known of it.
pub(crate) async fn of_benefit(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: BenefitId,
) -> Result<(InitiativeBundle, Benefit)> {
    let (bundle, benefit) = found_benefit(ctx, db, id).await?;
    for belongs in belongs_each(&bundle, &[id]) {
        decide(ctx, Operation::EvidenceWrite, Some(&belongs))?;
    }
    Ok((bundle, benefit))
}

/// Where what is known of a benefit is shown.
pub(crate) fn place(benefit: &Benefit, notice: &str) -> String {
    format!(
        "/initiativ/{}?klart={notice}#nytta-{}",
        benefit.initiative, benefit.id
    )
}

/// Where an entry is shown, with what was done.
fn entry_place(initiative: InitiativeId, id: FreedTimeId, notice: &str) -> String {
    format!("/initiativ/{initiative}?klart={notice}#tid-{id}")
}

/// An entry with the benefit that it is of.
struct Found {
    record: FreedTimeRecord,
    benefit: Benefit,
}

impl Found {
    /// The entry, for those who may do this to it. Whoever has edited any of it is its editor.
    async fn load(
        ctx: &Ctx,
        db: &impl ConnectionTrait,
        id: FreedTimeId,
        operation: Operation,
    ) -> Result<Self> {
        let record = freed_time_load(ctx, db, id).await?;
        let record = record.ok_or(ServiceError::NotFound)?;
        let (bundle, benefit) = found_benefit(ctx, db, record.entry.value.benefit).await?;
        for belongs in belongs(&bundle, &record) {
            decide(ctx, operation, Some(&belongs))?;
        }
        Ok(Self { record, benefit })
    }

    fn entry(&self) -> &FreedTime {
        &self.record.entry.value
    }

    fn version(&self) -> i32 {
        self.record.entry.version
    }

    fn place(&self, notice: &str) -> String {
        entry_place(self.benefit.initiative, self.entry().id, notice)
    }
}

/// What rights over an entry are held against.
fn belongs(bundle: &InitiativeBundle, record: &FreedTimeRecord) -> Vec<Belongs> {
    let each = belongs_each(bundle, &[record.entry.value.benefit]).into_iter();
    each.map(|belongs| Belongs {
        editors: record.editors.clone(),
        ..belongs
    })
    .collect()
}
