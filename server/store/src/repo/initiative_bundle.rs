//! An initiative with all that hangs on it.

use domain::benefit::Benefit;
use domain::ctx::Ctx;
use domain::delivery::Delivery;
use domain::effect_goal::material::GoalMaterial;
use domain::id::InitiativeId;
use domain::initiative::Initiative;
use domain::sus::SusEvaluation;
use sea_orm::ConnectionTrait;

use crate::error::Result;
use crate::repo::effect_goal::EffectGoalRecord;
use crate::repo::goal_material::goal_material;
use crate::repo::rows::Pick;
use crate::repo::statement::StatementRecord;
use crate::repo::{benefit, delivery, effect_goal, initiative, statement, sus};
use crate::versioned::Versioned;

/// An initiative with its deliveries, benefits, statements, SUS evaluations and effect goals, each in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InitiativeBundle {
    /// The initiative.
    pub initiative: Versioned<Initiative>,
    /// Its deliveries.
    pub deliveries: Vec<Versioned<Delivery>>,
    /// Its benefits.
    pub benefits: Vec<Versioned<Benefit>>,
    /// The statements on it, in any state.
    pub statements: Vec<StatementRecord>,
    /// SUS evaluations of its deliveries.
    pub sus: Vec<SusEvaluation>,
    /// Effect goals of its benefits, with the reviews of their versions.
    pub goals: Vec<EffectGoalRecord>,
    /// What the outcomes of those are worked out from, as of today.
    pub measured: GoalMaterial,
}

/// Loads a bundle: 25 statements whatever it holds, or 3 where there is no such initiative.
pub async fn initiative_portfolio_load(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: InitiativeId,
) -> Result<Option<InitiativeBundle>> {
    let Some(initiative) = initiative::find(db, &Pick::One(id.0)).await?.pop() else {
        return Ok(None);
    };
    let sus = sus::find(db, &Pick::among(sus::ids_of_initiative(id))).await?;
    let benefits = Pick::among(benefit::ids_of_initiative(id));
    Ok(Some(InitiativeBundle {
        initiative,
        deliveries: delivery::find(db, &Pick::among(delivery::ids_of_initiative(id))).await?,
        benefits: benefit::find(db, &benefits).await?,
        statements: statement::find(db, &Pick::among(statement::ids_of_initiative(id))).await?,
        sus: sus.into_iter().map(|evaluation| evaluation.value).collect(),
        goals: effect_goal::find(db, &Pick::among(effect_goal::ids_of_initiative(id))).await?,
        measured: goal_material(db, &benefits, ctx.today()).await?,
    }))
}
