//! What a benefit's score rests on, as of a date.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::benefit::Benefit;
use crate::delivery::{Delivery, DeliveryStatus};
use crate::effect_goal::standing::{GoalOutcome, GoalStanding};
use crate::id::StatementId;
use crate::level::GradingScheme;
use crate::percent::Percent;
use crate::statement::{ApprovalState, Finding, Statement};
use crate::when::When;

/// The evidence state of a benefit: the first that fits, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceState {
    /// Not to be accounted for yet.
    NotDue,
    /// Scored by measurement against a target.
    Measured,
    /// Scored by written findings.
    Stated,
    /// In use too short a time, or followed up later, and that day has not passed.
    TooEarly,
    /// Declared not to be measurable, with reason and approver.
    NotMeasurable,
    /// Due, and nothing that gives a score.
    Missing,
}

impl EvidenceState {
    /// Counts among the benefits that are to be accounted for.
    pub fn is_due(self) -> bool {
        matches!(
            self,
            Self::Measured | Self::Stated | Self::NotMeasurable | Self::Missing
        )
    }
}

/// State and score of a benefit as of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The state.
    pub state: EvidenceState,
    /// The score, 0–100, where there is one. Only a due benefit's score counts.
    pub score: Option<Percent>,
    /// Neither a delivery nor a date says when it is due ("saknar datum").
    pub undated: bool,
}

/// What of a statement counts for a benefit's evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatementEvidence {
    /// What was found.
    pub finding: Finding,
    /// The date that it concerns.
    pub as_of: NaiveDate,
    /// When it is to be followed up, where it says later.
    pub follow_up: Option<When>,
    /// How far it has come.
    pub state: ApprovalState,
    /// Another approved statement has taken its place.
    pub superseded: bool,
}

impl StatementEvidence {
    /// Approved, not superseded, and of a date no later than the day of judgement.
    fn counts(&self, as_of: NaiveDate) -> bool {
        self.state == ApprovalState::Approved && !self.superseded && self.as_of <= as_of
    }
}

impl From<&Statement> for StatementEvidence {
    fn from(statement: &Statement) -> Self {
        Self {
            finding: statement.finding.value,
            as_of: statement.as_of.value,
            follow_up: statement.follow_up,
            state: statement.state,
            superseded: false,
        }
    }
}

/// The statements that count as of a date, in their order: approved, not superseded by another
/// that counts as of it, and of a date no later. What is stated of a later day supersedes from that day
/// on: what stood at a report's cut-off is not rewritten by what was found after it.
pub fn counting<'a>(
    statements: impl IntoIterator<Item = &'a Statement> + Clone,
    as_of: NaiveDate,
) -> Vec<&'a Statement> {
    let superseded: BTreeSet<StatementId> = statements
        .clone()
        .into_iter()
        .filter(|statement| StatementEvidence::from(*statement).counts(as_of))
        .filter_map(|statement| statement.supersedes)
        .collect();
    let mut counting: Vec<&Statement> = statements
        .into_iter()
        .filter(|statement| {
            !superseded.contains(&statement.id) && StatementEvidence::from(*statement).counts(as_of)
        })
        .collect();
    counting.sort_by_key(|statement| (statement.ordinal, statement.id));
    counting
}

/// The mean score of the statements that count; none where no finding among them gives one.
fn stated_score(
    statements: &[StatementEvidence],
    scheme: &GradingScheme,
    as_of: NaiveDate,
) -> Option<Percent> {
    let (sum, count) = statements
        .iter()
        .filter(|statement| statement.counts(as_of))
        .filter_map(|statement| scheme.score(statement.finding))
        .fold((Decimal::ZERO, 0_u32), |(sum, count), score| {
            (sum + score, count + 1)
        });
    Percent::mean(sum, Decimal::from(count))
}

/// The mean of what was measured, each goal capped to 0–100; none where nothing was measured against a baseline and a
/// target.
fn measured_score(goals: &[GoalStanding]) -> Option<Percent> {
    let measured = goals.iter().filter_map(GoalStanding::fulfilment);
    let (sum, count) = measured.fold((Decimal::ZERO, 0_u32), |(sum, count), one| {
        (sum + one.capped().value(), count + 1)
    });
    Percent::mean(sum, Decimal::from(count))
}

/// Its goals point different ways: one has been reached or come nearer, another has gone wrong. Shown beside a score,
/// which is a mean and does not tell (product rules, section 2).
pub fn goals_differ(goals: &[GoalStanding]) -> bool {
    let mut found = goals.iter().filter_map(GoalStanding::fulfilment);
    let ahead = |one: Percent| one.compared() > Decimal::ZERO;
    found
        .next()
        .is_some_and(|first| found.any(|other| ahead(other) != ahead(first)))
}

/// Judges a benefit as of a date: the first state that fits (product rules, section 2). What was measured is what
/// counts, whatever statements say.
///
/// `delivery` is the benefit's delivery, where it has one; `statements` are those that speak for
/// the benefit and `goals` where its effect goals stand as of the same date, both in any order.
pub fn judge(
    benefit: &Benefit,
    delivery: Option<&Delivery>,
    statements: &[StatementEvidence],
    goals: &[GoalStanding],
    scheme: &GradingScheme,
    as_of: NaiveDate,
) -> Evidence {
    // What nobody has approved puts nothing off.
    let agreed = goals
        .iter()
        .filter(|goal| goal.outcome != GoalOutcome::Unapproved);
    let first_target = agreed.filter_map(|goal| goal.first_day).min();
    let undated = delivery.is_none() && benefit.expected_from.is_none() && first_target.is_none();
    let measured = measured_score(goals);
    let score = measured.or_else(|| stated_score(statements, scheme, as_of));
    let waiting = delivery
        .is_some_and(|d| d.status_as_of(as_of) == DeliveryStatus::Planned && !d.is_late(as_of))
        || benefit.expected_from.is_some_and(|from| from > as_of)
        || first_target.is_some_and(|first| first > as_of)
        || undated;
    let state = if waiting {
        EvidenceState::NotDue
    } else if measured.is_some() {
        EvidenceState::Measured
    } else if score.is_some() {
        EvidenceState::Stated
    } else if only_later(statements, as_of) {
        EvidenceState::TooEarly
    } else if benefit.not_measurable.is_some() {
        EvidenceState::NotMeasurable
    } else {
        EvidenceState::Missing
    };
    Evidence {
        state,
        score: score.filter(|_| state.is_due()),
        undated,
    }
}

/// There are statements that count, all say later, and none of their days has passed.
fn only_later(statements: &[StatementEvidence], as_of: NaiveDate) -> bool {
    let mut counting = statements
        .iter()
        .filter(|statement| statement.counts(as_of))
        .peekable();
    counting.peek().is_some()
        && counting.all(|statement| {
            statement.finding.is_later() && !statement.follow_up.is_some_and(|when| when.passed(as_of))
        })
}

#[cfg(test)]
#[path = "evidence_tests.rs"]
mod tests;
