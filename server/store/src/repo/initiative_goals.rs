//! The effect goals of an initiative's benefits, with what was measured of them.

use domain::ctx::Ctx;
use domain::effect_goal::material::GoalMaterial;
use domain::id::InitiativeId;
use sea_orm::ConnectionTrait;

use crate::error::Result;
use crate::repo::benefit;
use crate::repo::effect_goal::{self, EffectGoalRecord};
use crate::repo::goal_material::goal_material;
use crate::repo::rows::Pick;

/// Effect goals of an initiative's benefits. Apart from the rest of the initiative: they are shown and judged where it
/// is read, and nothing that is written beside them needs them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InitiativeGoals {
    /// The goals, with the reviews of their versions.
    pub goals: Vec<EffectGoalRecord>,
    /// What the outcomes of those are worked out from, as of today.
    pub measured: GoalMaterial,
}

/// Loads the goals: 10 statements whatever there is.
pub async fn initiative_goals_load(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: InitiativeId,
) -> Result<InitiativeGoals> {
    let benefits = Pick::among(benefit::ids_of_initiative(id));
    Ok(InitiativeGoals {
        goals: effect_goal::find(db, &Pick::among(effect_goal::ids_of_initiative(id))).await?,
        measured: goal_material(db, &benefits, ctx.today()).await?,
    })
}
