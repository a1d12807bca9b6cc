//! What a calculation comes to. Values are kept as they were worked out; files have six decimals.

use std::collections::BTreeMap;

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Serialize, Serializer};

use super::estimate::{Scenario, Scope};

/// Decimals in files, and what swings are compared at.
pub const DECIMALS: u32 = 6;

/// What a sum of discounted amounts is told from nothing by: far below an öre, and far above what repeated division
/// leaves where benefits and costs are worth exactly the same.
const NOTHING: Decimal = Decimal::from_parts(1, 0, 0, false, 9);

/// A sum of discounted amounts; nothing where it is only what rounding at 28 digits leaves. Other values stay as they
/// are: rounded twice, a last decimal would move.
pub(super) fn settled(value: Decimal) -> Decimal {
    if value.abs() < NOTHING {
        Decimal::ZERO
    } else {
        value
    }
}

/// A value rounded half away from zero to what files have, without a minus on nothing.
pub fn rounded(value: Decimal) -> Decimal {
    let mut value = value.round_dp_with_strategy(DECIMALS, RoundingStrategy::MidpointAwayFromZero);
    if value.is_zero() {
        value = Decimal::ZERO;
    }
    value.rescale(DECIMALS);
    value
}

fn written<S: Serializer>(value: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&rounded(*value))
}

fn written_or_null<S: Serializer>(value: &Option<Decimal>, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => written(value, serializer),
        None => serializer.serialize_none(),
    }
}

/// The key figures of one scope and scenario. Kronor in the price level of the calculation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Key {
    /// Present value of the benefits; harms lower it.
    #[serde(serialize_with = "written")]
    pub pv_benefits: Decimal,
    /// Present value of the costs.
    #[serde(serialize_with = "written")]
    pub pv_costs: Decimal,
    /// Net present value (nettonuvärde): benefits less costs.
    #[serde(serialize_with = "written")]
    pub nnv: Decimal,
    /// Net present value a krona of cost (nettonuvärdeskvot); none where there is no cost.
    #[serde(serialize_with = "written_or_null")]
    pub nnk: Option<Decimal>,
    /// Benefits a krona of cost; none where there is no cost.
    #[serde(serialize_with = "written_or_null")]
    pub bc_ratio: Option<Decimal>,
    /// How large a share of the benefit has to come for the costs to be covered; above 1 not even all of it is
    /// enough. None where there is no benefit.
    #[serde(serialize_with = "written_or_null")]
    pub break_even_share: Option<Decimal>,
    /// Years from the beginning of the base year until the cumulative net stays at or above nothing.
    #[serde(serialize_with = "written_or_null")]
    pub payback_years: Option<Decimal>,
    /// The same of the discounted net.
    #[serde(serialize_with = "written_or_null")]
    pub discounted_payback_years: Option<Decimal>,
    /// Internal rate of return, as a share; none where the net does not change sign exactly once.
    #[serde(serialize_with = "written_or_null")]
    pub irr: Option<Decimal>,
}

/// A year of one scope, all as likely. Kronor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct YearRow {
    /// The calendar year.
    pub year: i32,
    /// What it gives.
    #[serde(serialize_with = "written")]
    pub benefits: Decimal,
    /// What it costs.
    #[serde(serialize_with = "written")]
    pub costs: Decimal,
    /// Benefits less costs.
    #[serde(serialize_with = "written")]
    pub net: Decimal,
    /// Net so far.
    #[serde(serialize_with = "written")]
    pub cumulative_net: Decimal,
    /// Net, discounted to the base year.
    #[serde(serialize_with = "written")]
    pub discounted_net: Decimal,
    /// Discounted net so far.
    #[serde(serialize_with = "written")]
    pub cumulative_discounted_net: Decimal,
}

/// What a bar of the tornado changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SwingFactor {
    /// A line, by its place among the lines of the case.
    Line {
        /// Its place, from 0.
        index: usize,
        /// Its name.
        name: String,
    },
    /// The discount rate, two percentage points down and up, not below nothing.
    Rate,
}

impl Serialize for SwingFactor {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(match self {
            Self::Line { name, .. } => name,
            Self::Rate => "discount_rate",
        })
    }
}

/// A bar of the tornado: the net present value where one thing is low or high, and all else as likely.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Swing {
    /// What is changed.
    pub factor: SwingFactor,
    /// Net present value with it low.
    #[serde(serialize_with = "written")]
    pub nnv_at_low: Decimal,
    /// Net present value with it high.
    #[serde(serialize_with = "written")]
    pub nnv_at_high: Decimal,
}

impl Swing {
    /// How far apart the two lie.
    pub fn width(&self) -> Decimal {
        (self.nnv_at_high - self.nnv_at_low).abs()
    }
}

/// All that a case comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Evaluation {
    /// Key figures by scope and scenario.
    pub results: BTreeMap<Scope, BTreeMap<Scenario, Key>>,
    /// Year by year, all as likely, by scope.
    pub yearly: BTreeMap<Scope, Vec<YearRow>>,
    /// What matters most, by scope: the widest swing first, ties in input order, the rate last.
    pub tornado: BTreeMap<Scope, Vec<Swing>>,
}
