//! Realised-benefit statements: what somebody has found, in words.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::figure::Figure;
use crate::id::{BenefitGroupId, BenefitId, DeliveryId, InitiativeId, StatementId, UnitId};
use crate::reading::Reading;
use crate::when::When;

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// The benefit has come.
    Confirmed,
    /// It has come in part, or with reservations.
    Partly,
    /// It has not come.
    None,
    /// Development went the wrong way.
    Negative,
    /// Nobody has evaluated it.
    NotEvaluated,
    /// It has been in use too short a time.
    TooEarly,
    /// A follow-up is planned.
    PlannedFollowup,
}

impl Finding {
    /// All, in the order of forms.
    pub const ALL: [Self; 7] = [
        Self::Confirmed,
        Self::Partly,
        Self::None,
        Self::Negative,
        Self::NotEvaluated,
        Self::TooEarly,
        Self::PlannedFollowup,
    ];

    /// The code used in files and forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Partly => "partly",
            Self::None => "none",
            Self::Negative => "negative",
            Self::NotEvaluated => "not_evaluated",
            Self::TooEarly => "too_early",
            Self::PlannedFollowup => "planned_followup",
        }
    }

    /// The finding with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|finding| finding.code() == code)
    }

    /// The finding says to come back later, and may carry a follow-up date.
    pub fn is_later(self) -> bool {
        matches!(self, Self::TooEarly | Self::PlannedFollowup)
    }
}

/// The day that a new statement is taken to concern until whoever writes it says another: today, unless the
/// open report has just stopped counting. Then it is that report that is written for, and its last day.
pub fn first_as_of(today: NaiveDate, cut_off: Option<NaiveDate>) -> NaiveDate {
    const JUST: chrono::Days = chrono::Days::new(92);
    cut_off
        .filter(|day| *day < today && today.checked_sub_days(JUST).is_some_and(|since| since <= *day))
        .unwrap_or(today)
}

/// How far something logged has come on its way to being counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ApprovalState {
    /// Being written.
    #[default]
    Draft,
    /// Waiting for somebody else's approval.
    Submitted,
    /// Counted.
    Approved,
    /// Sent back with a note.
    Returned,
}

impl ApprovalState {
    /// All, in the order in which they follow.
    pub const ALL: [Self; 4] = [Self::Draft, Self::Submitted, Self::Returned, Self::Approved];

    /// The state with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// The code used in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted => "submitted",
            Self::Approved => "approved",
            Self::Returned => "returned",
        }
    }

    /// What is in it may still be written on: nobody has been asked to approve it, or somebody has sent it back.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::Returned)
    }
}

/// What kind of source a statement rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceKind {
    /// A registry number (diarienummer).
    RegistryNumber,
    /// A system.
    System,
    /// Something else, in words.
    Other,
}

impl SourceKind {
    /// All, in the order of forms.
    pub const ALL: [Self; 3] = [Self::RegistryNumber, Self::System, Self::Other];

    /// The code used in files and forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::RegistryNumber => "registry_number",
            Self::System => "system",
            Self::Other => "other",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Kind.
    pub kind: SourceKind,
    /// Number, name or words.
    pub text: String,
}

/// A realised-benefit statement (konstaterad nytta).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Identity.
    pub id: StatementId,
    /// The initiative that it concerns.
    pub initiative: InitiativeId,
    /// The delivery that it concerns, where it concerns one.
    #[serde(default)]
    pub delivery: Option<DeliveryId>,
    /// Order within the delivery or initiative.
    #[serde(default)]
    pub ordinal: i32,
    /// The groups that it speaks of.
    pub groups: Vec<BenefitGroupId>,
    /// The benefits that it speaks for. With none it is "tillkommande": shown, never scored.
    #[serde(default)]
    pub benefits: Vec<BenefitId>,
    /// What was found, in words.
    pub text: String,
    /// The date that it concerns.
    pub as_of: Reading<NaiveDate>,
    /// What was found.
    pub finding: Reading<Finding>,
    /// When it is to be followed up, for findings that say later.
    #[serde(default)]
    pub follow_up: Option<When>,
    /// The source itself calls the benefit unexpected ("tillkommande nytta").
    #[serde(default)]
    pub unplanned: bool,
    /// The unit that has judged.
    #[serde(default)]
    pub assessing_unit: Option<UnitId>,
    /// How.
    #[serde(default)]
    pub method: Option<String>,
    /// On what.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// Figures that it holds.
    #[serde(default)]
    pub figures: Vec<Figure>,
    /// What else is to be said, contradictions in the source among it.
    #[serde(default)]
    pub note: Option<String>,
    /// How far it has come.
    #[serde(default)]
    pub state: ApprovalState,
    /// It came by an import, not from a person here.
    #[serde(default)]
    pub imported: bool,
    /// The statement that this one takes the place of.
    #[serde(default)]
    pub supersedes: Option<StatementId>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_waits_for_approval_or_has_it_is_not_written_on() {
        use ApprovalState as S;
        for (state, open) in [
            (S::Draft, true),
            (S::Submitted, false),
            (S::Approved, false),
            (S::Returned, true),
        ] {
            assert_eq!(state.is_open(), open, "{state:?}");
        }
    }

    #[test]
    fn a_new_statement_is_for_the_report_that_has_just_stopped_counting() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let cut_off = Some(day("2025-12-31"));
        for (today, expected) in [
            ("2025-11-30", "2025-11-30"),
            ("2025-12-31", "2025-12-31"),
            ("2026-01-01", "2025-12-31"),
            ("2026-04-02", "2025-12-31"),
            ("2026-04-03", "2026-04-03"),
        ] {
            assert_eq!(first_as_of(day(today), cut_off), day(expected), "{today}");
            assert_eq!(first_as_of(day(today), None), day(today));
        }
    }
}
