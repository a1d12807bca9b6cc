//! Measured values, and how those of several periods become one.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// What was measured: a number, or the two numbers of a ratio.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// A number.
    Plain {
        /// The number, in the measure's unit.
        value: Decimal,
    },
    /// So many of so many.
    Ratio {
        /// So many.
        numerator: Decimal,
        /// Of so many. Above nothing.
        denominator: Decimal,
    },
}

impl Value {
    /// The number that is shown and compared; none where it cannot be worked out.
    pub fn number(self, per: Decimal) -> Option<Decimal> {
        match self {
            Self::Plain { value } => Some(value),
            Self::Ratio {
                numerator,
                denominator,
            } => ratio(numerator, denominator, per),
        }
    }
}

fn ratio(numerator: Decimal, denominator: Decimal, per: Decimal) -> Option<Decimal> {
    let whole = numerator.checked_mul(per)?.checked_div(denominator)?;
    Some(whole.normalize())
}

/// How the values of several periods become that of the period that holds them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aggregation {
    /// The latest is what counts: a stock, such as a queue.
    #[default]
    Latest,
    /// They add up: a flow, such as decisions made.
    Sum,
    /// Their mean.
    Mean,
    /// Numerators and denominators add up, each by itself.
    Ratio,
}

impl Aggregation {
    /// All, in the order of forms.
    pub const ALL: [Self; 4] = [Self::Latest, Self::Sum, Self::Mean, Self::Ratio];

    /// The code used in files and forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Latest => "latest",
            Self::Sum => "sum",
            Self::Mean => "mean",
            Self::Ratio => "ratio",
        }
    }

    /// The aggregation with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// One number from the values of following periods, in order; none where there are none, or where ratios are to
    /// be added and a share was given without its two numbers.
    pub fn combine(self, values: &[Value], per: Decimal) -> Option<Decimal> {
        let [first @ .., last] = values else { return None };
        if first.is_empty() {
            return last.number(per);
        }
        let sum = || {
            let mut numbers = values.iter().map(|value| value.number(per));
            numbers.try_fold(Decimal::ZERO, |sum, number| sum.checked_add(number?))
        };
        match self {
            Self::Latest => last.number(per),
            Self::Sum => sum(),
            Self::Mean => {
                let count = u32::try_from(values.len()).ok()?;
                Some(sum()?.checked_div(Decimal::from(count))?.normalize())
            }
            Self::Ratio => {
                let (mut above, mut below) = (Decimal::ZERO, Decimal::ZERO);
                for value in values {
                    let Value::Ratio {
                        numerator,
                        denominator,
                    } = value
                    else {
                        return None;
                    };
                    above = above.checked_add(*numerator)?;
                    below = below.checked_add(*denominator)?;
                }
                ratio(above, below, per)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn plain(value: i64) -> Value {
        Value::Plain {
            value: Decimal::from(value),
        }
    }

    fn of(numerator: i64, denominator: i64) -> Value {
        Value::Ratio {
            numerator: Decimal::from(numerator),
            denominator: Decimal::from(denominator),
        }
    }

    #[test]
    fn each_way_of_putting_periods_together() {
        let three = [plain(10), plain(20), plain(60)];
        let hundred = Decimal::ONE_HUNDRED;
        let number = |way: Aggregation, values: &[Value]| way.combine(values, hundred).map(|n| n.to_string());
        assert_eq!(number(Aggregation::Latest, &three).as_deref(), Some("60"));
        assert_eq!(number(Aggregation::Sum, &three).as_deref(), Some("90"));
        assert_eq!(number(Aggregation::Mean, &three).as_deref(), Some("30"));
        assert_eq!(number(Aggregation::Ratio, &three), None);
        // A mean of shares is not the share of them all.
        let shares = [of(1, 2), of(1, 6)];
        assert_eq!(number(Aggregation::Ratio, &shares).as_deref(), Some("25"));
        assert_eq!(number(Aggregation::Ratio, &[plain(30)]).as_deref(), Some("30"));
        for way in Aggregation::ALL {
            assert_eq!(way.combine(&[], hundred), None);
        }
        assert_eq!(of(1, 0).number(hundred), None);
    }

    #[test]
    fn a_value_is_read_by_what_it_has() {
        let read = |text: &str| serde_json::from_str::<Value>(text).ok();
        assert_eq!(
            read(r#"{"value":"4.50"}"#),
            Some(Value::Plain {
                value: Decimal::new(450, 2)
            })
        );
        assert_eq!(read(r#"{"numerator":"3","denominator":"4"}"#), Some(of(3, 4)));
        assert_eq!(read(r#"{"numerator":"3"}"#), None);
    }

    proptest! {
        #[test]
        fn one_period_is_itself_whichever_way(value in -1_000_000_i64..1_000_000) {
            for way in Aggregation::ALL {
                prop_assert_eq!(way.combine(&[plain(value)], Decimal::ONE_HUNDRED), Some(Decimal::from(value)));
            }
        }

        #[test]
        fn a_mean_lies_between_the_least_and_the_most(values in prop::collection::vec(-1_000_i64..1_000, 1..12)) {
            let all: Vec<Value> = values.iter().map(|value| plain(*value)).collect();
            let mean = Aggregation::Mean.combine(&all, Decimal::ONE_HUNDRED).expect("a mean");
            let least = values.iter().min().map(|n| Decimal::from(*n)).expect("one");
            let most = values.iter().max().map(|n| Decimal::from(*n)).expect("one");
            prop_assert!(least <= mean && mean <= most);
        }

        #[test]
        fn largest_numbers_do_not_panic(a in any::<i64>(), b in any::<i64>(), scale in 0_u32..10) {
            let value = |n| Value::Plain { value: Decimal::new(n, scale) };
            for way in Aggregation::ALL {
                let _ = way.combine(&[value(a), value(b)], Decimal::ONE_HUNDRED);
            }
            let pair = Value::Ratio { numerator: Decimal::new(a, 0), denominator: Decimal::new(b, scale) };
            let _ = pair.number(Decimal::ONE_HUNDRED);
        }
    }
}
