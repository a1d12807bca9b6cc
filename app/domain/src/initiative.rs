//! Initiatives.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::benefit::Benefit;
use crate::id::{AreaId, InitiativeId, PortfolioId, UnitId};
use crate::reading::Reading;

/// How large an initiative is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InitiativeSize {
    /// Large.
    Large,
    /// Medium.
    Medium,
    /// The source does not say.
    #[default]
    NotStated,
}

impl InitiativeSize {
    /// All, in the order of forms.
    pub const ALL: [Self; 3] = [Self::Large, Self::Medium, Self::NotStated];

    /// The code used in files and forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Large => "large",
            Self::Medium => "medium",
            Self::NotStated => "not_stated",
        }
    }

    /// The size with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.code() == code)
    }
}

/// Where an initiative stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InitiativeStatus {
    /// Proposed.
    Proposed,
    /// Decided.
    Decided,
    /// Work goes on.
    Ongoing,
    /// All is delivered.
    Delivered,
    /// The benefit is being taken home.
    Realising,
    /// Finished and followed up.
    Closed,
    /// Ended before it was finished.
    Stopped,
}

impl InitiativeStatus {
    /// All, in order.
    pub const ALL: [Self; 7] = [
        Self::Proposed,
        Self::Decided,
        Self::Ongoing,
        Self::Delivered,
        Self::Realising,
        Self::Closed,
        Self::Stopped,
    ];

    /// The code used in files and forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Decided => "decided",
            Self::Ongoing => "ongoing",
            Self::Delivered => "delivered",
            Self::Realising => "realising",
            Self::Closed => "closed",
            Self::Stopped => "stopped",
        }
    }

    /// The status with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }

    /// Where it may go from here: one step on, or to a stop. What is closed or stopped stays so
    /// (product rules, section 1).
    pub fn next(self) -> &'static [Self] {
        match self {
            Self::Proposed => &[Self::Decided, Self::Stopped],
            Self::Decided => &[Self::Ongoing, Self::Stopped],
            Self::Ongoing => &[Self::Delivered, Self::Stopped],
            Self::Delivered => &[Self::Realising, Self::Stopped],
            Self::Realising => &[Self::Closed, Self::Stopped],
            Self::Closed | Self::Stopped => &[],
        }
    }

    /// It has come to its end.
    pub fn is_over(self) -> bool {
        self.next().is_empty()
    }
}

/// Why an initiative may not move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoveError {
    /// There is no such step.
    #[error("an initiative does not go from {from:?} to {to:?}")]
    NoSuchStep {
        /// Where it stands.
        from: InitiativeStatus,
        /// Where it was to go.
        to: InitiativeStatus,
    },
    /// It has open benefits that no unit answers for.
    #[error("{0} open benefits have no owner")]
    WithoutOwner(u32),
}

/// Whether an initiative may move: only along the steps, and it does not close while it has open
/// benefits without an owner in the line organisation (product rules, section 1).
///
/// # Errors
/// Says what is in the way.
pub fn may_move(from: InitiativeStatus, to: InitiativeStatus, benefits: &[Benefit]) -> Result<(), MoveError> {
    if !from.next().contains(&to) {
        return Err(MoveError::NoSuchStep { from, to });
    }
    let without_owner = benefits
        .iter()
        .filter(|benefit| !benefit.state.is_over() && benefit.owner.is_none())
        .count();
    if to == InitiativeStatus::Closed && without_owner > 0 {
        return Err(MoveError::WithoutOwner(
            u32::try_from(without_owner).unwrap_or(u32::MAX),
        ));
    }
    Ok(())
}

/// Whether an initiative would come to depend on itself, by way of others, if it depended on this one.
/// `depends_on` gives what each depends on.
pub fn depends_on_itself(
    initiative: InitiativeId,
    on: InitiativeId,
    depends_on: impl Fn(InitiativeId) -> Vec<InitiativeId>,
) -> bool {
    let mut seen = BTreeSet::new();
    let mut waiting = vec![on];
    while let Some(next) = waiting.pop() {
        if next == initiative {
            return true;
        }
        if seen.insert(next) {
            waiting.extend(depends_on(next));
        }
    }
    false
}

/// The mark of a development object (utvecklingsobjekt, UO): an initiative that the leadership
/// follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DevelopmentObject {
    /// Since when; `None` where the source does not say.
    #[serde(default)]
    pub since: Option<NaiveDate>,
}

/// A development initiative (utvecklingsinitiativ).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Initiative {
    /// Identity.
    pub id: InitiativeId,
    /// Name.
    pub name: String,
    /// What it is about. Plain text with paragraphs.
    #[serde(default)]
    pub summary: String,
    /// The mark of a development object, where it is one.
    #[serde(default)]
    pub development_object: Option<DevelopmentObject>,
    /// Size.
    #[serde(default)]
    pub size: InitiativeSize,
    /// Default area of its deliveries.
    #[serde(default)]
    pub area: Option<AreaId>,
    /// Tactical portfolios that it belongs to.
    #[serde(default)]
    pub portfolios: Vec<PortfolioId>,
    /// The unit that owns it.
    #[serde(default)]
    pub owner: Option<UnitId>,
    /// The day that a law or ordinance fixes for its introduction, where one does.
    #[serde(default)]
    pub statutory_on: Option<NaiveDate>,
    /// Where it stands.
    pub status: Reading<InitiativeStatus>,
    /// The year that it began, where known.
    #[serde(default)]
    pub started_year: Option<i32>,
    /// Initiatives that this one depends on.
    #[serde(default)]
    pub depends_on: Vec<InitiativeId>,
    /// Strategic focus area, in the agency's own words.
    #[serde(default)]
    pub focus_area: Option<String>,
    /// A free label.
    #[serde(default)]
    pub label: Option<Reading<String>>,
    /// It is invented, to show how an initiative is followed: no report and no roll-up takes it in.
    #[serde(default, skip_serializing_if = "is_not")]
    pub example: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_not(mark: &bool) -> bool {
    !mark
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::benefit::{BenefitState, ValueClass};
    use crate::id::BenefitId;

    fn benefit(owner: Option<u128>, state: BenefitState) -> Benefit {
        Benefit {
            id: BenefitId(Uuid::nil()),
            initiative: InitiativeId(Uuid::nil()),
            delivery: None,
            ordinal: 0,
            groups: Vec::new(),
            title: None,
            description: "Kortare väntan".to_owned(),
            value_class: ValueClass::NotStated,
            owner: owner.map(|id| UnitId(Uuid::from_u128(id))),
            recipient: None,
            expected_from: None,
            expected_to: None,
            unplanned: false,
            state,
            not_measurable: None,
            figures: Vec::new(),
        }
    }

    #[test]
    fn an_initiative_goes_step_by_step_or_stops() {
        use InitiativeStatus as S;
        let steps = [
            S::Proposed,
            S::Decided,
            S::Ongoing,
            S::Delivered,
            S::Realising,
            S::Closed,
        ];
        for (index, from) in steps.into_iter().enumerate() {
            for to in S::ALL {
                let on = steps.get(index + 1) == Some(&to);
                let stop = to == S::Stopped && from != S::Closed;
                assert_eq!(may_move(from, to, &[]).is_ok(), on || stop, "{from:?} to {to:?}");
            }
        }
        assert!(
            S::ALL
                .into_iter()
                .all(|to| may_move(S::Stopped, to, &[]).is_err())
        );
        assert!(S::Closed.is_over() && S::Stopped.is_over() && !S::Realising.is_over());
    }

    #[test]
    fn it_does_not_close_on_open_benefits_that_nobody_answers_for() {
        let close =
            |benefits: &[Benefit]| may_move(InitiativeStatus::Realising, InitiativeStatus::Closed, benefits);
        let orphan = benefit(None, BenefitState::Realising);
        assert_eq!(
            close(&[orphan.clone(), orphan.clone()]),
            Err(MoveError::WithoutOwner(2))
        );
        assert_eq!(close(&[benefit(Some(1), BenefitState::Realising)]), Ok(()));
        assert_eq!(close(&[benefit(None, BenefitState::WrittenOff)]), Ok(()));
        let stop = may_move(InitiativeStatus::Realising, InitiativeStatus::Stopped, &[orphan]);
        assert_eq!(stop, Ok(()), "a stop needs no owner");
    }

    #[test]
    fn a_file_says_of_what_is_invented_alone_that_it_is() {
        let written = |example: bool| {
            let file = serde_json::json!({ "id": Uuid::nil(), "name": "Boka möte", "status": { "value": "ongoing" }, "example": example });
            let one: Initiative = serde_json::from_value(file).expect("an initiative");
            let written = serde_json::to_value(one).expect("as JSON");
            written.get("example").and_then(serde_json::Value::as_bool)
        };
        assert_eq!((written(true), written(false)), (Some(true), None));
    }

    #[test]
    fn nothing_depends_on_itself_by_way_of_others() {
        let id = |n| InitiativeId(Uuid::from_u128(n));
        let on = |of: InitiativeId| match of.0.as_u128() {
            2 => vec![id(3)],
            3 => vec![id(4), id(2)],
            _ => Vec::new(),
        };
        assert!(depends_on_itself(id(4), id(2), on));
        assert!(depends_on_itself(id(1), id(1), on));
        assert!(
            !depends_on_itself(id(1), id(2), on),
            "a circle elsewhere ends the search"
        );
    }
}
