//! Where values lie in a chart. Coordinates are decimals, so that both halves draw the same.

use rust_decimal::Decimal;

/// Halvings and tenfolds of a step that are tried: enough for an öre and for 10^17 kronor.
const POWERS: u32 = 40;

/// An axis that begins and ends at whole steps and holds zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axis {
    min: Decimal,
    max: Decimal,
    step: Decimal,
}

impl Axis {
    /// The axis of some values, with about so many steps.
    pub fn of(values: impl IntoIterator<Item = Decimal>, steps: u32) -> Self {
        let (mut min, mut max) = (Decimal::ZERO, Decimal::ZERO);
        for value in values {
            min = min.min(value);
            max = max.max(value);
        }
        if min == max {
            max = min.saturating_add(Decimal::ONE);
        }
        let step = step(max.saturating_sub(min) / Decimal::from(steps.max(1)));
        let down = (min / step).floor().saturating_mul(step);
        let up = (max / step).ceil().saturating_mul(step);
        Self {
            min: down,
            max: up,
            step,
        }
    }

    /// Where a value lies, as text, between two coordinates.
    pub fn at(self, value: Decimal, from: i64, to: i64) -> String {
        self.place(value, from, to).to_string()
    }

    /// Where a value lies between two coordinates, in tenths.
    pub fn place(self, value: Decimal, from: i64, to: i64) -> Decimal {
        let share = value.saturating_sub(self.min) / self.max.saturating_sub(self.min);
        let (from, to) = (Decimal::from(from), Decimal::from(to));
        (from + share * (to - from)).round_dp(1).normalize()
    }

    /// The values of its steps, from the lowest.
    pub fn ticks(self) -> Vec<Decimal> {
        let mut ticks = Vec::new();
        let mut tick = self.min;
        while tick <= self.max {
            ticks.push(tick.normalize());
            tick = tick.saturating_add(self.step);
            // A step that is lost in the value would never end.
            if ticks.last() == Some(&tick.normalize()) {
                break;
            }
        }
        ticks
    }
}

/// The smallest of 1, 2 and 5 times a power of ten that is no less.
fn step(least: Decimal) -> Decimal {
    let ten = Decimal::TEN;
    let mut power = Decimal::ONE;
    for _ in 0..POWERS {
        if power.saturating_mul(ten) > least {
            break;
        }
        power = power.saturating_mul(ten);
    }
    for _ in 0..POWERS {
        if power <= least || power.scale() > 8 {
            break;
        }
        power /= ten;
    }
    [1, 2, 5, 10]
        .into_iter()
        .map(|times| Decimal::from(times).saturating_mul(power))
        .find(|step| *step >= least)
        .unwrap_or(power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_holds_its_values_and_zero_between_whole_steps() {
        let ticks = |values: &[i64]| -> Vec<String> {
            let axis = Axis::of(values.iter().map(|value| Decimal::from(*value)), 5);
            axis.ticks().iter().map(ToString::to_string).collect()
        };
        assert_eq!(ticks(&[-53, 55]), ["-100", "-50", "0", "50", "100"]);
        assert_eq!(ticks(&[0, 9]), ["0", "2", "4", "6", "8", "10"]);
        assert_eq!(ticks(&[]).first().map(String::as_str), Some("0"));
    }

    #[test]
    fn the_ends_of_an_axis_are_the_ends_of_the_chart() {
        let axis = Axis::of([Decimal::from(-8), Decimal::from(6)], 5);
        let [first, .., last] = &axis.ticks()[..] else {
            panic!("several steps")
        };
        assert_eq!(
            (axis.at(*first, 290, 30), axis.at(*last, 290, 30)),
            ("290".to_owned(), "30".to_owned())
        );
        let zero = axis.place(Decimal::ZERO, 290, 30);
        assert!(zero > Decimal::from(30) && zero < Decimal::from(290));
    }

    #[test]
    fn the_largest_and_smallest_values_have_an_axis_of_a_few_steps() {
        for value in ["0.01", "1", "100000000000000000", "-99999999999999999"] {
            let axis = Axis::of([value.parse().expect("a value")], 5);
            assert!(
                (2..=12).contains(&axis.ticks().len()),
                "{value}: {:?}",
                axis.ticks()
            );
        }
    }
}
