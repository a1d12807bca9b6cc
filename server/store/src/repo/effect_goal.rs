//! Effect goals with their versions and targets, and the review of those.

mod read;
mod row;
mod write;

use chrono::{DateTime, Utc};
use domain::ctx::Ctx;
use domain::effect_goal::EffectGoal;
use domain::id::AccountId;
use uuid::Uuid;

use crate::versioned::Versioned;

pub use read::{
    effect_goal_counts, effect_goal_list, effect_goal_list_of_initiative, effect_goal_list_of_measure,
    effect_goal_load,
};
pub(crate) use read::{effect_goal_work_list, find, find_bare, ids_of_benefits, ids_of_initiative};
pub use write::{
    effect_goal_delete, effect_goal_insert, effect_goal_insert_many, effect_goal_review, effect_goal_update,
};

const TABLE: &str = "effect_goal";
const VERSION: &str = "effect_goal_version";

/// Who wrote and who reviewed a version of a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalReview {
    /// The version.
    pub number: i32,
    /// Who made the latest change to it; none for imports.
    pub edited_by: Option<AccountId>,
    /// Everybody who has written in it: none of them approves it.
    pub editors: Vec<AccountId>,
    /// What the reviewer said.
    pub note: Option<String>,
    /// Who reviewed it; none where nobody has, or where it was imported.
    pub reviewed_by: Option<AccountId>,
    /// When it was reviewed.
    pub reviewed_at: Option<DateTime<Utc>>,
}

/// A goal with the reviews of its versions, in the order of those.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EffectGoalRecord {
    /// The goal.
    pub goal: Versioned<EffectGoal>,
    /// One for each of its versions.
    pub reviews: Vec<GoalReview>,
}

/// Who wrote and who reviewed a version, as columns; all who have written in it stand in rows of their own.
#[derive(Clone, Debug)]
struct Review {
    edited_by: Option<Uuid>,
    editors: Vec<AccountId>,
    note: Option<String>,
    reviewed_by: Option<Uuid>,
    reviewed_at: Option<i64>,
}

impl Review {
    /// Of a version that is new.
    fn of(ctx: &Ctx) -> Self {
        Self {
            edited_by: ctx.account_id().map(|id| id.0),
            editors: Vec::new(),
            note: None,
            reviewed_by: None,
            reviewed_at: None,
        }
    }
}
