//! Benefits.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::figure::Figure;
use crate::id::{BenefitGroupId, BenefitId, DeliveryId, InitiativeId, UnitId};

/// How a benefit can be valued.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ValueClass {
    /// Lower costs or higher income for the agency.
    Financial,
    /// Resources that can be used for something else.
    Redistribution,
    /// Not expressed in money.
    Qualitative,
    /// The source does not say.
    #[default]
    NotStated,
}

impl ValueClass {
    /// All, in the order of forms.
    pub const ALL: [Self; 4] = [
        Self::Financial,
        Self::Redistribution,
        Self::Qualitative,
        Self::NotStated,
    ];

    /// The code used in files and forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Financial => "financial",
            Self::Redistribution => "redistribution",
            Self::Qualitative => "qualitative",
            Self::NotStated => "not_stated",
        }
    }

    /// The class with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.code() == code)
    }
}

/// Where a benefit stands on its way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BenefitState {
    /// Somebody has seen it.
    #[default]
    Identified,
    /// It is described.
    Specified,
    /// It is planned how it is taken home.
    Planned,
    /// It is decided.
    Decided,
    /// It is being taken home.
    Realising,
    /// It has come.
    Realised,
    /// Somebody else has checked that it has come.
    Verified,
    /// It stays.
    Sustained,
    /// No longer followed.
    Closed,
    /// It did not come.
    NotRealised,
    /// It is no longer expected.
    WrittenOff,
    /// Another benefit has taken its place.
    Replaced,
}

impl BenefitState {
    /// All, in order.
    pub const ALL: [Self; 12] = [
        Self::Identified,
        Self::Specified,
        Self::Planned,
        Self::Decided,
        Self::Realising,
        Self::Realised,
        Self::Verified,
        Self::Sustained,
        Self::Closed,
        Self::NotRealised,
        Self::WrittenOff,
        Self::Replaced,
    ];

    /// The code used in files and forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Identified => "identified",
            Self::Specified => "specified",
            Self::Planned => "planned",
            Self::Decided => "decided",
            Self::Realising => "realising",
            Self::Realised => "realised",
            Self::Verified => "verified",
            Self::Sustained => "sustained",
            Self::Closed => "closed",
            Self::NotRealised => "not_realised",
            Self::WrittenOff => "written_off",
            Self::Replaced => "replaced",
        }
    }

    /// The state with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Where a benefit may go from here (product rules, section 1): one step on; from verified to
    /// sustained or closed; while it is being taken home it may turn out not to come; and as long as it
    /// is open it may be written off or replaced. Each step is audited with a note.
    pub fn next(self) -> &'static [Self] {
        use BenefitState as S;
        match self {
            S::Identified => &[S::Specified, S::WrittenOff, S::Replaced],
            S::Specified => &[S::Planned, S::WrittenOff, S::Replaced],
            S::Planned => &[S::Decided, S::WrittenOff, S::Replaced],
            S::Decided => &[S::Realising, S::WrittenOff, S::Replaced],
            S::Realising => &[S::Realised, S::NotRealised, S::WrittenOff, S::Replaced],
            S::Realised => &[S::Verified, S::NotRealised],
            S::Verified => &[S::Sustained, S::Closed],
            S::Sustained => &[S::Closed],
            S::Closed | S::NotRealised | S::WrittenOff | S::Replaced => &[],
        }
    }

    /// It is no longer followed.
    pub fn is_over(self) -> bool {
        self.next().is_empty()
    }
}

/// A benefit's place in a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupShare {
    /// The group.
    pub group: BenefitGroupId,
    /// Share of money and hours in percent; equal shares where none is given.
    #[serde(default)]
    pub share: Option<Decimal>,
}

/// A declaration that a benefit cannot be measured.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotMeasurable {
    /// Why.
    pub reason: String,
    /// The role that approved the declaration.
    pub approver: String,
}

/// A benefit (nytta). One whose amounts are negative is a harm (negativ nytta).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Benefit {
    /// Identity.
    pub id: BenefitId,
    /// The initiative that promises it.
    pub initiative: InitiativeId,
    /// The delivery that it comes from, where it comes from one.
    #[serde(default)]
    pub delivery: Option<DeliveryId>,
    /// Order within the delivery or initiative.
    #[serde(default)]
    pub ordinal: i32,
    /// One or several groups.
    pub groups: Vec<GroupShare>,
    /// A short name, where it has one.
    #[serde(default)]
    pub title: Option<String>,
    /// What gets better for whom. Plain text with paragraphs.
    pub description: String,
    /// How it can be valued.
    #[serde(default)]
    pub value_class: ValueClass,
    /// The unit that answers for its coming.
    #[serde(default)]
    pub owner: Option<UnitId>,
    /// The unit that receives it.
    #[serde(default)]
    pub recipient: Option<UnitId>,
    /// From when it is expected.
    #[serde(default)]
    pub expected_from: Option<NaiveDate>,
    /// Until when it is expected.
    #[serde(default)]
    pub expected_to: Option<NaiveDate>,
    /// It was not expected beforehand ("tillkommande").
    #[serde(default)]
    pub unplanned: bool,
    /// Where it stands.
    #[serde(default)]
    pub state: BenefitState,
    /// The declaration that it cannot be measured, where there is one.
    #[serde(default)]
    pub not_measurable: Option<NotMeasurable>,
    /// Figures that belong to the expectation.
    #[serde(default)]
    pub figures: Vec<Figure>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_is_reached_from_the_first_and_comes_to_an_end() {
        let mut reached = vec![BenefitState::Identified];
        let mut index = 0;
        while let Some(state) = reached.get(index).copied() {
            for next in state.next() {
                if !reached.contains(next) {
                    reached.push(*next);
                }
            }
            index += 1;
        }
        for state in BenefitState::ALL {
            assert!(reached.contains(&state), "{state:?}");
        }
        let over = BenefitState::ALL.into_iter().filter(|state| state.is_over());
        assert_eq!(over.count(), 4);
    }

    #[test]
    fn no_step_goes_back() {
        for state in BenefitState::ALL {
            assert!(state.next().iter().all(|next| *next > state), "{state:?}");
        }
    }
}
