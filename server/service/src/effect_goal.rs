//! Effect goals: what a benefit is to do to a measure, locked once its initiative is decided.

mod form;
mod item;
mod review;

use domain::benefit::Benefit;
use domain::ctx::Ctx;
use domain::id::{BenefitId, EffectGoalId};
use domain::policy::Belongs;
use store::ConnectionTrait;
use store::repo::benefit::benefit_load;
use store::repo::effect_goal::{EffectGoalRecord, effect_goal_load};
use store::repo::initiative_bundle::{InitiativeBundle, initiative_portfolio_load};

use crate::error::{Result, ServiceError};
use crate::initiative::belongs_each;

pub use form::{EffectGoalFormView, MeasureOption, effect_goal_form, effect_goal_save};
pub use item::GoalItem;
pub(crate) use item::goal_items;
pub use review::{effect_goal_remove, effect_goal_review};

/// A benefit with its initiative.
struct OfBenefit {
    benefit: Benefit,
    bundle: InitiativeBundle,
}

impl OfBenefit {
    async fn load(ctx: &Ctx, db: &impl ConnectionTrait, id: BenefitId) -> Result<Self> {
        let benefit = benefit_load(ctx, db, id)
            .await?
            .ok_or(ServiceError::NotFound)?
            .value;
        let bundle = initiative_portfolio_load(ctx, db, benefit.initiative).await?;
        let bundle = bundle.ok_or(ServiceError::NotFound)?;
        Ok(Self { benefit, bundle })
    }

    /// What rights to the benefit's goals are held against.
    fn belongs(&self) -> Result<Belongs> {
        let belongs = belongs_each(&self.bundle, &[self.benefit.id]);
        belongs.into_iter().next().ok_or(ServiceError::NotFound)
    }

    /// Where the goals of the benefit are shown.
    fn place(&self, notice: &str) -> String {
        format!(
            "/initiativ/{}?klart={notice}#nytta-{}",
            self.benefit.initiative, self.benefit.id
        )
    }
}

/// A goal of a benefit. Those of the agency are written elsewhere.
async fn goal_of_benefit(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: EffectGoalId,
) -> Result<(EffectGoalRecord, OfBenefit)> {
    let record = effect_goal_load(ctx, db, id)
        .await?
        .ok_or(ServiceError::NotFound)?;
    let benefit = record.goal.value.benefit.ok_or(ServiceError::NotFound)?;
    let of = OfBenefit::load(ctx, db, benefit).await?;
    Ok((record, of))
}
