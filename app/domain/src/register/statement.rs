//! The register of statements.

use chrono::{Datelike, NaiveDate};

use super::order::columns;
use super::query::{AreaChoice, Filter, RegisterKind, with_or_without, with_or_without_code};
use crate::id::BenefitGroupId;
use crate::statement::{ApprovalState, Finding};

columns! {
    /// What the register of statements is sorted by.
    StatementColumn {
        /// The initiative that it concerns.
        Initiative: "initiativ", false;
        /// Area, then the newest.
        Area: "omrade", false;
        /// What was found.
        Finding: "fynd", false;
        /// The date that it concerns.
        #[default]
        AsOf: "avser", true;
        /// How far it has come.
        State: "lage", false;
    }
}

/// What the one who looks has had to do with a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mine {
    /// Was the last to edit it.
    Written,
    /// Approved it.
    Approved,
    /// Returned it.
    Returned,
}

impl Mine {
    /// All, in the order of forms.
    pub const ALL: [Self; 3] = [Self::Written, Self::Approved, Self::Returned];

    /// The code used in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Written => "skrivna",
            Self::Approved => "godkanda",
            Self::Returned => "aterlamnade",
        }
    }

    /// The choice with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mine| mine.code() == code)
    }
}

/// What the register of statements is narrowed by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatementFilter {
    /// The area of its delivery or else its initiative.
    pub area: Option<AreaChoice>,
    /// A group that it speaks of.
    pub group: Option<BenefitGroupId>,
    /// What was found.
    pub finding: Option<Finding>,
    /// How far it has come.
    pub state: Option<ApprovalState>,
    /// What the one who looks has had to do with it.
    pub mine: Option<Mine>,
    /// Concerns a delivery, or none.
    pub delivery: Option<bool>,
    /// Concerns this day or a later one.
    pub from: Option<NaiveDate>,
    /// Concerns this day or an earlier one.
    pub to: Option<NaiveDate>,
}

/// A day as a date field sends it; one of a year with four digits, which every database has.
fn day(text: &str) -> Option<NaiveDate> {
    let day: NaiveDate = text.parse().ok()?;
    (1000..=9999).contains(&day.year()).then_some(day)
}

impl Filter for StatementFilter {
    type Column = StatementColumn;

    const KIND: RegisterKind = RegisterKind::Statements;

    fn parse(field: &dyn Fn(&str) -> Option<String>) -> Self {
        let mine = field("mina").and_then(|code| Mine::from_code(&code));
        let state = field("lage").and_then(|code| ApprovalState::from_code(&code));
        Self {
            area: field("omrade").and_then(|code| AreaChoice::from_code(&code)),
            group: field("grupp").and_then(|id| id.parse().ok()),
            finding: field("fynd").and_then(|code| Finding::from_code(&code)),
            // What one has approved or returned says itself how far it came.
            state: state.filter(|_| mine.is_none_or(|mine| mine == Mine::Written)),
            mine,
            delivery: field("leverans").and_then(|code| with_or_without(&code)),
            from: field("fran").and_then(|text| day(&text)),
            to: field("till").and_then(|text| day(&text)),
        }
    }

    fn fields(&self) -> Vec<(&'static str, String)> {
        [
            ("omrade", self.area.as_ref().map(|area| area.code().to_owned())),
            ("grupp", self.group.map(|id| id.to_string())),
            ("fynd", self.finding.map(|finding| finding.code().to_owned())),
            ("lage", self.state.map(|state| state.code().to_owned())),
            ("mina", self.mine.map(|mine| mine.code().to_owned())),
            ("leverans", self.delivery.map(with_or_without_code)),
            ("fran", self.from.map(|day| day.to_string())),
            ("till", self.to.map(|day| day.to_string())),
        ]
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .collect()
    }
}
