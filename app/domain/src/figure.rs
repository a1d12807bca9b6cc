//! Figures: numbers that a source states, with unit, period and role.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::id::FigureId;
use crate::reading::Reading;

/// What a figure is in the story that it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FigureRole {
    /// The value before.
    Baseline,
    /// The value after.
    Outcome,
    /// The difference.
    Change,
    /// What was aimed at.
    Target,
    /// What is thought to come.
    Forecast,
    /// What could be reached.
    Potential,
    /// How much the delivery comprises.
    Scope,
    /// Something needed to understand the rest.
    Context,
    /// The source does not say.
    NotStated,
}

impl FigureRole {
    /// All, in the order of forms.
    pub const ALL: [Self; 9] = [
        Self::Baseline,
        Self::Outcome,
        Self::Change,
        Self::Target,
        Self::Forecast,
        Self::Potential,
        Self::Scope,
        Self::Context,
        Self::NotStated,
    ];

    /// The code used in files and forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Baseline => "baseline",
            Self::Outcome => "outcome",
            Self::Change => "change",
            Self::Target => "target",
            Self::Forecast => "forecast",
            Self::Potential => "potential",
            Self::Scope => "scope",
            Self::Context => "context",
            Self::NotStated => "not_stated",
        }
    }

    /// The role with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// A number with its unit. Conflicting figures stand side by side with their sources.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// Identity.
    pub id: FigureId,
    /// What it counts or measures.
    pub what: String,
    /// The value, exact, with the decimals that the source writes.
    pub value: Decimal,
    /// Upper end, where the source gives a span.
    #[serde(default)]
    pub value_to: Option<Decimal>,
    /// Unit as the source writes it.
    pub unit: String,
    /// The source says "about".
    #[serde(default)]
    pub approximate: bool,
    /// The period as the source writes it.
    #[serde(default)]
    pub period: Option<String>,
    /// What it is in its story.
    pub role: Reading<FigureRole>,
}

impl Figure {
    /// The unit is an amount of money (kronor, thousands or millions, once or a year).
    pub fn is_money(&self) -> bool {
        let unit = self.unit.split('/').next().unwrap_or_default().trim();
        matches!(unit, "kr" | "tkr" | "mkr" | "mnkr" | "SEK")
    }
}
