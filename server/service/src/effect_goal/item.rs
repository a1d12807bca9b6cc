use std::collections::BTreeMap;

use domain::ctx::Ctx;
use domain::effect_goal::{EffectGoal, GoalVersion, is_locked};
use domain::id::{BenefitId, EffectGoalId};
use domain::policy::{Belongs, Operation, Refusal, decide, may};
use domain::statement::ApprovalState;
use store::repo::effect_goal::EffectGoalRecord;
use store::repo::initiative_bundle::InitiativeBundle;

use crate::initiative::belongs_each;

/// An effect goal with what can be done with it.
#[derive(Clone, Debug)]
pub struct GoalItem {
    /// The goal.
    pub goal: EffectGoal,
    /// Its version.
    pub version: i32,
    /// What is proposed and nobody has approved.
    pub proposed: Option<GoalVersion>,
    /// Why that was returned, where it was.
    pub review_note: Option<String>,
    /// The actor may change it.
    pub may_write: bool,
    /// The actor may take it away.
    pub may_remove: bool,
    /// What is proposed waits for approval, and the actor may give it; or why not.
    pub review: Option<Result<(), Refusal>>,
}

/// The goals of an initiative's benefits, with what the actor may do: what the services that do it will answer.
pub(crate) fn goal_items(
    ctx: &Ctx,
    bundle: &InitiativeBundle,
    goals: &[EffectGoalRecord],
) -> BTreeMap<EffectGoalId, GoalItem> {
    let locked = is_locked(bundle.initiative.value.status.value);
    let of = |record: &EffectGoalRecord| {
        let benefit: BenefitId = record.goal.value.benefit?;
        let belongs = belongs_each(bundle, &[benefit]).into_iter().next()?;
        let goal = &record.goal.value;
        let proposed = goal.proposed().cloned();
        let review = proposed
            .as_ref()
            .and_then(|proposed| record.reviews.iter().find(|one| one.number == proposed.number));
        let waits = proposed
            .as_ref()
            .is_some_and(|proposed| proposed.state == ApprovalState::Submitted);
        let answer = waits.then(|| {
            let belongs = Belongs {
                editors: review.map(|review| review.editors.clone()).unwrap_or_default(),
                ..belongs.clone()
            };
            decide(ctx, Operation::EvidenceApprove, Some(&belongs))
        });
        let may_write = may(ctx, Operation::PortfolioWrite, Some(&belongs));
        let item = GoalItem {
            version: record.goal.version,
            review_note: review.and_then(|review| review.note.clone()),
            may_write,
            may_remove: may_write && !(locked && goal.current().is_some()),
            // Those who have no such right at all are not told of it.
            review: answer.filter(|answer| matches!(answer, Ok(()) | Err(Refusal::OwnWork))),
            proposed,
            goal: goal.clone(),
        };
        Some((goal.id, item))
    };
    goals.iter().filter_map(of).collect()
}
