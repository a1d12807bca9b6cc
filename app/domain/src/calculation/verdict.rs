//! What a calculation comes to, in a word.

use rust_decimal::Decimal;

use super::estimate::{Scenario, Scope};
use super::result::Evaluation;

/// Whether it pays, all as likely.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// There are no amounts.
    Empty,
    /// Financial benefits alone are worth more than it costs.
    PaysFinancially,
    /// It is worth more than it costs only if what is freed is put to use.
    PaysWithRedistribution,
    /// It costs more than it is worth.
    DoesNotPay,
}

impl Verdict {
    /// The verdict on what was worked out: a net present value of nothing pays.
    pub fn of(evaluation: &Evaluation) -> Self {
        let key = |scope| {
            let scenarios = evaluation.results.get(&scope)?;
            scenarios.get(&Scenario::Likely)
        };
        let (Some(financial), Some(both)) = (key(Scope::Financial), key(Scope::FinancialAndRedistribution))
        else {
            return Self::Empty;
        };
        if both.pv_benefits.is_zero() && both.pv_costs.is_zero() {
            Self::Empty
        } else if financial.nnv >= Decimal::ZERO {
            Self::PaysFinancially
        } else if both.nnv >= Decimal::ZERO {
            Self::PaysWithRedistribution
        } else {
            Self::DoesNotPay
        }
    }
}
