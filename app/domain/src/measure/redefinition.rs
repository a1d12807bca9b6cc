//! What of a measure may be changed where it stands, and what only as a new definition: figures that somebody has agreed
//! on or answered for keep their meaning (product rules, section 1: a changed definition breaks the trend visibly).

use super::{Definition, Dimension, DimensionKind};
use crate::effect_goal::EffectGoal;
use crate::measurement::Measurement;
use crate::statement::ApprovalState;

/// Part of a definition that decides what figures by it mean. Names and texts are none: whether a text says something
/// else or the same in better words is for people to judge, and the history shows both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Meaning {
    /// What is counted in.
    Unit,
    /// Which way is better.
    Direction,
    /// How the values of several periods become one.
    Aggregation,
    /// What a ratio is given per.
    Per,
    /// The parts of a way in which it is split.
    Parts(DimensionKind),
}

impl Meaning {
    /// The field of a measure's form.
    pub fn field(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Direction => "direction",
            Self::Aggregation => "aggregation",
            Self::Per => "per",
            Self::Parts(DimensionKind::Sex) => "sex",
            Self::Parts(DimensionKind::Channel) => "channels",
            Self::Parts(DimensionKind::Component) => "components",
        }
    }
}

impl Definition {
    /// By what figures of this definition would mean something else under another. A way of splitting that is added
    /// leaves them as they are; of one that is there no part means the same once another part is added, renamed or taken
    /// away. The order of parts says nothing.
    pub fn differs_in(&self, other: &Self) -> Vec<Meaning> {
        let mut differing = Vec::new();
        for (meaning, same) in [
            (Meaning::Unit, self.unit == other.unit),
            (Meaning::Direction, self.direction == other.direction),
            (Meaning::Aggregation, self.aggregation == other.aggregation),
            (Meaning::Per, self.per == other.per),
        ] {
            if !same {
                differing.push(meaning);
            }
        }
        for dimension in &self.dimensions {
            let there = other.dimensions.iter().find(|one| one.kind == dimension.kind);
            if there.is_none_or(|there| parts(there) != parts(dimension)) {
                differing.push(Meaning::Parts(dimension.kind));
            }
        }
        differing
    }
}

fn parts(dimension: &Dimension) -> Vec<&str> {
    let mut parts: Vec<&str> = dimension.parts.iter().map(String::as_str).collect();
    parts.sort_unstable();
    parts
}

/// Somebody is to answer for it, or has: what is written is not written over any more.
fn is_settled(state: ApprovalState) -> bool {
    matches!(state, ApprovalState::Submitted | ApprovalState::Approved)
}

/// What rests on a definition, of what there is of its measure.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// The goals that use the measure, each with whether it is locked ([`crate::effect_goal::is_locked`]).
    pub goals: &'a [(EffectGoal, bool)],
    /// What was measured of it.
    pub measurements: &'a [Measurement],
}

impl Ground<'_> {
    /// A locked goal, or a measurement, that has been sent in or approved is of the definition with this number. A target
    /// or a value that waits for its approval is not to mean something else when it gets it.
    pub fn rests_on(self, number: i32) -> bool {
        let agreed = |(goal, locked): &(EffectGoal, bool)| {
            let mut versions = goal.versions.iter();
            *locked && versions.any(|one| one.definition == number && is_settled(one.state))
        };
        let measured = |one: &Measurement| one.definition == number && is_settled(one.state);
        self.goals.iter().any(agreed) || self.measurements.iter().any(measured)
    }

    /// A goal by this definition, locked or not, would be of a part that the measure has no more, or would have a target
    /// that lies the wrong way.
    fn is_broken_by(self, after: &Definition) -> bool {
        let broken = |goal: &EffectGoal| {
            let mut versions = goal.versions.iter().filter(|one| one.definition == after.number);
            versions.any(|one| {
                !goal.split.is_among(&after.dimensions) || one.refused(after.direction).next().is_some()
            })
        };
        self.goals.iter().any(|(goal, _)| broken(goal))
    }

    /// By what a changed definition would give another meaning to what rests on it: nothing where it may be written in the
    /// place of the one before, and else what has to be as it was, or to come as a new definition.
    pub fn holds_fast(self, before: &Definition, after: &Definition) -> Vec<Meaning> {
        let differing = before.differs_in(after);
        let fast = self.rests_on(before.number) || self.is_broken_by(after);
        if fast { differing } else { Vec::new() }
    }
}

#[cfg(test)]
#[path = "redefinition_tests.rs"]
mod tests;
