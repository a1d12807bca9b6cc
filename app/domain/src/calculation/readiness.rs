//! What has to be there before somebody else is asked to approve a calculation.

use super::{Alternative, Calculation, Line};

/// Something that is lacking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack<'a> {
    /// What happens where nothing is done is not described.
    ZeroAlternative,
    /// There is no discount rate.
    Rate,
    /// Nobody has said where the rate comes from.
    RateSource,
    /// Nobody has said which year's prices the amounts are in.
    PriceLevel,
    /// An alternative has no amount at all.
    Amounts(&'a Alternative),
    /// A benefit in money does not name the benefit that it values (product rules, section 1).
    Benefit(&'a Alternative, &'a Line),
    /// A line has no amounts, though it carries money.
    LineAmounts(&'a Alternative, &'a Line),
}

/// All that is lacking, in the order of the page.
pub fn lacking(calculation: &Calculation) -> Vec<Lack<'_>> {
    let said = |text: &Option<String>| text.as_deref().is_some_and(|text| !text.trim().is_empty());
    let mut lacking = Vec::new();
    let mut lacks = |is: bool, what| {
        if is {
            lacking.push(what);
        }
    };
    lacks(calculation.discount_rate.is_none(), Lack::Rate);
    lacks(!said(&calculation.rate_source), Lack::RateSource);
    lacks(calculation.price_level.is_none(), Lack::PriceLevel);
    lacks(!said(&calculation.zero_alternative), Lack::ZeroAlternative);
    for alternative in &calculation.alternatives {
        let amounts = alternative.lines.iter().map(|line| line.amounts.len());
        lacks(amounts.sum::<usize>() == 0, Lack::Amounts(alternative));
        for line in &alternative.lines {
            let in_money = line.class.is_monetary();
            let benefit = !line.class.is_cost() && in_money && line.benefit.is_none();
            lacks(benefit, Lack::Benefit(alternative, line));
            let silent = in_money && line.amounts.is_empty();
            lacks(silent, Lack::LineAmounts(alternative, line));
        }
    }
    lacking
}
