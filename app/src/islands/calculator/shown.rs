//! How the calculator's numbers are written.

use domain::calculation::AmountUnit;
use rust_decimal::Decimal;
use text::{Lang, number};

/// Language and unit of one calculator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Language.
    pub lang: Lang,
    /// What amounts are shown in.
    pub unit: AmountUnit,
}

impl Shown {
    /// An amount given in kronor: whole units, or decimals where it would look like nothing.
    pub fn amount(self, kronor: Decimal) -> String {
        let decimals = u32::from(self.unit == AmountUnit::Mnkr);
        number::apart(self.lang, self.unit.of_kronor(kronor), decimals, &[Decimal::ZERO])
    }

    /// A ratio: two decimals.
    pub fn ratio(self, value: Decimal) -> String {
        number::apart(self.lang, value, 2, &[Decimal::ZERO, Decimal::ONE])
    }

    /// Years: one decimal.
    pub fn years(self, value: Decimal) -> String {
        number::apart(self.lang, value, 1, &[Decimal::ZERO])
    }

    /// A share as per cent: one decimal.
    pub fn share(self, value: Decimal) -> String {
        number::rate(self.lang, value, 1)
    }
}
