//! What is drawn, each with the table that holds its numbers.

mod budget;
mod coverage;
mod matrix;
mod realisation;
mod time;

pub(super) use budget::budget;
pub(super) use coverage::coverage;
pub(super) use matrix::{matrix, proposals};
pub(super) use realisation::realisation;
pub(super) use time::time;

use domain::percent::Percent;
use rust_decimal::Decimal;

use super::{BarPart, Fill};

/// Parts of a bar, each given as its share of the widest bar in percent; those without length are left out.
fn parts<const N: usize>(shares: [(Decimal, Fill); N]) -> Vec<BarPart> {
    shares
        .into_iter()
        .filter(|(share, _)| *share > Decimal::ZERO)
        .map(|(share, fill)| BarPart { share, fill })
        .collect()
}

/// A count as its share of the largest.
fn of(part: u32, largest: u32) -> Decimal {
    Percent::share(part, largest).map_or(Decimal::ZERO, Percent::value)
}
