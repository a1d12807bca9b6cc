//! What amounts are typed and shown in.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};

use crate::money::Money;

/// Kronor, thousands or millions of them. What is kept is öre, whatever is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AmountUnit {
    /// Kronor.
    Kronor,
    /// Thousands of kronor.
    #[default]
    Tkr,
    /// Millions of kronor.
    Mnkr,
}

impl AmountUnit {
    /// All, from the smallest.
    pub const ALL: [Self; 3] = [Self::Kronor, Self::Tkr, Self::Mnkr];

    /// The code used in files and forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Kronor => "kronor",
            Self::Tkr => "tkr",
            Self::Mnkr => "mnkr",
        }
    }

    /// The unit with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.code() == code)
    }

    /// Decimals that an öre takes in it.
    pub fn decimals(self) -> u32 {
        match self {
            Self::Kronor => 2,
            Self::Tkr => 5,
            Self::Mnkr => 8,
        }
    }

    /// An amount in kronor, in this unit, exact.
    pub fn of_kronor(self, kronor: Decimal) -> Decimal {
        let shift = Decimal::new(1, self.decimals().saturating_sub(2));
        kronor.checked_mul(shift).unwrap_or(kronor)
    }

    /// An amount in this unit, exact.
    pub fn of(self, money: Money) -> Decimal {
        Decimal::new(money.0, self.decimals()).normalize()
    }

    /// An amount as people write it: decimal comma, narrow no-break space between thousands.
    pub fn typed(self, money: Money) -> String {
        let written = self.of(money).to_string();
        let (sign, digits) = written
            .strip_prefix('-')
            .map_or(("", written.as_str()), |digits| ("−", digits));
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
        let mut text = sign.to_owned();
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && whole.len().saturating_sub(index).is_multiple_of(3) {
                text.push('\u{202f}');
            }
            text.push(digit);
        }
        if !decimals.is_empty() {
            text.push(',');
            text.push_str(decimals);
        }
        text
    }

    /// What was typed in this unit; none for parts of an öre, or what does not fit.
    pub fn money(self, typed: Decimal) -> Option<Money> {
        let ore = typed.checked_mul(Decimal::from(10_i64.checked_pow(self.decimals())?))?;
        ore.fract().is_zero().then(|| ore.to_i64()).flatten().map(Money)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_ore_is_the_smallest_amount() {
        let money = |unit: AmountUnit, typed: &str| unit.money(typed.parse().expect("a number"));
        assert_eq!(money(AmountUnit::Kronor, "1.25"), Some(Money(125)));
        assert_eq!(money(AmountUnit::Kronor, "1.255"), None);
        assert_eq!(money(AmountUnit::Tkr, "1500"), Some(Money(150_000_000)));
        assert_eq!(money(AmountUnit::Tkr, "-0.00001"), Some(Money(-1)));
        assert_eq!(
            money(AmountUnit::Mnkr, "10000000"),
            Some(Money(1_000_000_000_000_000))
        );
        assert_eq!(money(AmountUnit::Mnkr, "100000000000000"), None);
        assert_eq!(
            AmountUnit::Tkr.of_kronor(Decimal::from(1_500)),
            Decimal::new(15, 1)
        );
    }

    #[test]
    fn people_write_thousands_apart_and_decimals_after_a_comma() {
        let typed = |ore: i64| AmountUnit::Kronor.typed(Money(ore));
        assert_eq!(typed(0), "0");
        assert_eq!(typed(-5), "−0,05");
        assert_eq!(typed(99_900), "999");
        assert_eq!(typed(100_000), "1\u{202f}000");
        assert_eq!(typed(-12_345_650), "−123\u{202f}456,5");
        assert_eq!(typed(123_456_700), "1\u{202f}234\u{202f}567");
        assert_eq!(AmountUnit::Tkr.typed(Money(123_456_700)), "1\u{202f}234,567");
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_back(ore in any::<i64>()) {
            for unit in AmountUnit::ALL {
                prop_assert_eq!(unit.money(unit.of(Money(ore))), Some(Money(ore)));
            }
        }
    }
}
