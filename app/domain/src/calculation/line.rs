//! Lines of a calculation as they are kept.

use serde::{Deserialize, Serialize};

use super::build::Build;
use super::case::{CaseLine, LineKind};
use super::estimate::Estimate;
use crate::benefit::ValueClass;
use crate::id::{BenefitId, CalculationLineId};
use crate::money::Money;

/// What a line is: a kind of cost, or a benefit of a value class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineClass {
    /// Cost of building it.
    Development,
    /// Cost of bringing it into use: training, moving data, lost time.
    Introduction,
    /// Cost of running it.
    Operation,
    /// Another cost.
    OtherCost,
    /// Lower costs or higher income for the agency.
    Financial,
    /// Resources that can be used for something else.
    Redistribution,
    /// A benefit that is not expressed in money.
    Qualitative,
}

impl LineClass {
    /// All, costs first, in the order of forms.
    pub const ALL: [Self; 7] = [
        Self::Development,
        Self::Introduction,
        Self::Operation,
        Self::OtherCost,
        Self::Financial,
        Self::Redistribution,
        Self::Qualitative,
    ];

    /// The code used in files and forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Development => "development",
            Self::Introduction => "introduction",
            Self::Operation => "operation",
            Self::OtherCost => "other_cost",
            Self::Financial => "financial",
            Self::Redistribution => "redistribution",
            Self::Qualitative => "qualitative",
        }
    }

    /// The class with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.code() == code)
    }

    /// How it is calculated with.
    pub fn kind(self) -> LineKind {
        match self {
            Self::Development | Self::Introduction | Self::Operation | Self::OtherCost => LineKind::Cost,
            Self::Financial => LineKind::Benefit(ValueClass::Financial),
            Self::Redistribution => LineKind::Benefit(ValueClass::Redistribution),
            Self::Qualitative => LineKind::Benefit(ValueClass::Qualitative),
        }
    }

    /// It costs.
    pub fn is_cost(self) -> bool {
        self.kind() == LineKind::Cost
    }

    /// It carries money.
    pub fn is_monetary(self) -> bool {
        self != Self::Qualitative
    }
}

/// The amounts of a year: low ≤ likely ≤ high.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearAmount {
    /// The calendar year.
    pub year: i32,
    /// The lowest that is thought possible.
    pub low: Money,
    /// What is thought to come.
    pub likely: Money,
    /// The highest that is thought possible.
    pub high: Money,
}

impl YearAmount {
    /// The three estimates.
    pub fn estimate(self) -> Estimate<Money> {
        Estimate {
            low: self.low,
            likely: self.likely,
            high: self.high,
        }
    }
}

/// A line: the difference that one thing makes against the zero alternative.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// Identity.
    pub id: CalculationLineId,
    /// What it is.
    pub name: String,
    /// Cost or benefit, and of which kind.
    pub class: LineClass,
    /// The benefit that it values, where it is one.
    #[serde(default)]
    pub benefit: Option<BenefitId>,
    /// How the amounts were found.
    #[serde(default)]
    pub note: Option<String>,
    /// What the amounts were built of, where they were not only typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub build: Option<Build>,
    /// Amounts by year, each year once, in order; a year that is absent has no amount.
    #[serde(default)]
    pub amounts: Vec<YearAmount>,
}

impl Line {
    /// As it is calculated with.
    pub fn in_kronor(&self) -> CaseLine {
        CaseLine {
            name: self.name.clone(),
            kind: self.class.kind(),
            amounts: self
                .amounts
                .iter()
                .map(|amount| (amount.year, amount.estimate().map(Money::kronor)))
                .collect(),
        }
    }

    /// The estimates of a year.
    pub fn in_year(&self, year: i32) -> Option<Estimate<Money>> {
        let amount = self.amounts.iter().find(|amount| amount.year == year)?;
        Some(amount.estimate())
    }
}
