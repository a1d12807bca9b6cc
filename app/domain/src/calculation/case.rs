//! One alternative of a calculation, ready to be worked out: valid by construction.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::estimate::{Estimate, Scenario, Scope};
use crate::benefit::ValueClass;

/// Longest horizon, in years.
pub const HORIZON_MAX: u32 = 50;
/// First and last base year.
pub const BASE_YEARS: (i32, i32) = (1900, 2200);
/// Highest discount rate: 100 per cent. Whoever writes 3.5 means 0.035.
pub const RATE_MAX: Decimal = Decimal::ONE;
/// Largest amount of a line in a year, in kronor, whatever its sign: 10^13.
pub const AMOUNT_MAX: Decimal = Decimal::from_parts(1_316_134_912, 2_328, 0, false, 0);
/// Most decimals of an amount.
pub const AMOUNT_DECIMALS: u32 = 6;
/// Most lines.
pub const LINES_MAX: usize = 1_000;

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// It costs.
    Cost,
    /// It gives, or harms where its amounts are negative.
    Benefit(ValueClass),
}

impl LineKind {
    /// Counted in a scope. Costs are in both; qualitative benefits carry no money and are in none.
    pub fn is_in(self, scope: Scope) -> bool {
        match self {
            Self::Cost | Self::Benefit(ValueClass::Financial) => true,
            Self::Benefit(ValueClass::Redistribution) => scope == Scope::FinancialAndRedistribution,
            Self::Benefit(ValueClass::Qualitative | ValueClass::NotStated) => false,
        }
    }

    /// What a scenario takes of its estimates.
    pub(super) fn pick<T>(self, scenario: Scenario, estimate: Estimate<T>) -> T {
        match self {
            Self::Cost => scenario.cost(estimate),
            Self::Benefit(_) => scenario.benefit(estimate),
        }
    }
}

/// A line: the difference that one thing makes against the zero alternative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseLine {
    /// What it is.
    pub name: String,
    /// Cost or benefit.
    pub kind: LineKind,
    /// Kronor by calendar year; a year that is absent has no amount.
    pub amounts: BTreeMap<i32, Estimate>,
}

/// What cannot be worked out, and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CaseError {
    /// No horizon, or one too long.
    #[error("the horizon is {given} years; it has to be between 1 and {HORIZON_MAX}")]
    Horizon {
        /// What was given.
        given: i64,
    },
    /// A year that cannot be meant.
    #[error("the base year is {given}; it has to be between {} and {}", BASE_YEARS.0, BASE_YEARS.1)]
    BaseYear {
        /// What was given.
        given: i64,
    },
    /// A rate below nothing.
    #[error("the discount rate {given} is negative; give 0 or more")]
    NegativeRate {
        /// What was given.
        given: Decimal,
    },
    /// A rate that was meant as per cent.
    #[error("the discount rate {given} is above 1, which is 100 %; write 3.5 % as 0.035")]
    RateTooHigh {
        /// What was given.
        given: Decimal,
    },
    /// Too many lines.
    #[error("there are {given} lines; at most {LINES_MAX} fit")]
    Lines {
        /// How many there are.
        given: usize,
    },
    /// An amount outside the horizon.
    #[error("line “{line}” has an amount for {year}; the calculation runs from {first} to {last}")]
    YearOutside {
        /// The line.
        line: String,
        /// The year.
        year: i32,
        /// The base year.
        first: i32,
        /// The last year.
        last: i32,
    },
    /// The estimates stand in the wrong order.
    #[error(
        "line “{line}”, {year}: low {low}, likely {likely} and high {high} have to stand in rising order \
         (a harm's low is the greatest harm)"
    )]
    Order {
        /// The line.
        line: String,
        /// The year.
        year: i32,
        /// Low.
        low: Decimal,
        /// Likely.
        likely: Decimal,
        /// High.
        high: Decimal,
    },
    /// An amount beyond all reason.
    #[error("line “{line}”, {year}: {given} is above 10 000 000 000 000 kronor")]
    Amount {
        /// The line.
        line: String,
        /// The year.
        year: i32,
        /// What was given.
        given: Decimal,
    },
    /// An amount with too many decimals.
    #[error("line “{line}”, {year}: {given} has more than {AMOUNT_DECIMALS} decimals")]
    Decimals {
        /// The line.
        line: String,
        /// The year.
        year: i32,
        /// What was given.
        given: Decimal,
    },
    /// Money on what is not expressed in money.
    #[error("line “{line}” has amounts, but its value class is “{class}”, which carries no money")]
    MoneyWithoutClass {
        /// The line.
        line: String,
        /// Code of its value class.
        class: &'static str,
    },
    /// The sums outgrow what numbers hold; cannot happen within the limits above.
    #[error("the amounts are too large to be added up")]
    Overflow,
}

/// One alternative, valid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    base_year: i32,
    horizon: u32,
    rate: Decimal,
    lines: Vec<CaseLine>,
}

impl Case {
    /// Checks all that product rules, section 2, ask of a calculation. The first fault in the order of the
    /// lines is told.
    pub fn new(base_year: i64, horizon: i64, rate: Decimal, lines: Vec<CaseLine>) -> Result<Self, CaseError> {
        let years = i64::from(BASE_YEARS.0)..=i64::from(BASE_YEARS.1);
        let first = i32::try_from(base_year)
            .ok()
            .filter(|_| years.contains(&base_year))
            .ok_or(CaseError::BaseYear { given: base_year })?;
        let horizon = u32::try_from(horizon)
            .ok()
            .filter(|years| (1..=HORIZON_MAX).contains(years))
            .ok_or(CaseError::Horizon { given: horizon })?;
        if rate < Decimal::ZERO {
            return Err(CaseError::NegativeRate { given: rate });
        }
        if rate > RATE_MAX {
            return Err(CaseError::RateTooHigh { given: rate });
        }
        if lines.len() > LINES_MAX {
            return Err(CaseError::Lines { given: lines.len() });
        }
        let case = Self {
            base_year: first,
            horizon,
            rate,
            lines,
        };
        case.lines.iter().try_for_each(|line| case.check(line))?;
        Ok(case)
    }

    fn check(&self, line: &CaseLine) -> Result<(), CaseError> {
        let name = || line.name.clone();
        if let LineKind::Benefit(class @ (ValueClass::Qualitative | ValueClass::NotStated)) = line.kind
            && !line.amounts.is_empty()
        {
            return Err(CaseError::MoneyWithoutClass {
                line: name(),
                class: class.code(),
            });
        }
        for (&year, estimate) in &line.amounts {
            if !(self.base_year..=self.last_year()).contains(&year) {
                return Err(CaseError::YearOutside {
                    line: name(),
                    year,
                    first: self.base_year,
                    last: self.last_year(),
                });
            }
            let Estimate { low, likely, high } = *estimate;
            for given in [low, likely, high] {
                let line = name();
                if given.abs() > AMOUNT_MAX {
                    return Err(CaseError::Amount { line, year, given });
                }
                if given.normalize().scale() > AMOUNT_DECIMALS {
                    return Err(CaseError::Decimals { line, year, given });
                }
            }
            if low > likely || likely > high {
                return Err(CaseError::Order {
                    line: name(),
                    year,
                    low,
                    likely,
                    high,
                });
            }
        }
        Ok(())
    }

    /// The year that is not discounted.
    pub fn base_year(&self) -> i32 {
        self.base_year
    }

    /// The last year.
    pub fn last_year(&self) -> i32 {
        self.base_year
            .saturating_add_unsigned(self.horizon.saturating_sub(1))
    }

    /// Years, from 1 to [`HORIZON_MAX`].
    pub fn horizon(&self) -> u32 {
        self.horizon
    }

    /// The discount rate, as a share: 0.035 is 3.5 %.
    pub fn rate(&self) -> Decimal {
        self.rate
    }

    /// The lines, in input order.
    pub fn lines(&self) -> &[CaseLine] {
        &self.lines
    }
}
