//! What scopes of roles are held against, of an initiative and of what hangs on it.

use domain::ctx::Ctx;
use domain::id::{BenefitId, InitiativeId};
use domain::policy::{Belongs, Operation, decide};
use store::ConnectionTrait;
use store::repo::initiative_bundle::{InitiativeBundle, initiative_portfolio_load};
use store::repo::statement_ground::{GroundBenefit, StatementGround};

use crate::error::{Result, ServiceError};
use crate::ground;

/// The initiative as a whole.
pub(crate) fn belongs(bundle: &InitiativeBundle) -> Belongs {
    ground::belongs(&ground(bundle))
}

/// An initiative with all that hangs on it, for those who may write it.
pub(crate) async fn writable(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: InitiativeId,
) -> Result<InitiativeBundle> {
    let bundle = initiative_portfolio_load(ctx, db, id)
        .await?
        .ok_or(ServiceError::NotFound)?;
    decide(ctx, Operation::PortfolioWrite, Some(&belongs(&bundle)))?;
    Ok(bundle)
}

/// What scopes are held against for something that speaks for these benefits: each has to be in
/// scope. What speaks for none is held against the initiative as a whole.
pub(crate) fn belongs_each(bundle: &InitiativeBundle, benefits: &[BenefitId]) -> Vec<Belongs> {
    ground::belongs_each(&ground(bundle), benefits)
}

fn ground(bundle: &InitiativeBundle) -> StatementGround {
    let initiative = &bundle.initiative.value;
    let benefits = bundle.benefits.iter().map(|found| {
        let benefit = &found.value;
        GroundBenefit {
            id: benefit.id,
            groups: benefit.groups.iter().map(|share| share.group).collect(),
            owner: benefit.owner,
        }
    });
    StatementGround {
        portfolios: initiative.portfolios.clone(),
        owner: initiative.owner,
        benefits: benefits.collect(),
    }
}
