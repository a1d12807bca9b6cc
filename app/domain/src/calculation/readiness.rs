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

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::super::difference::tests::calculation;
    use super::super::{LineClass, YearAmount};
    use super::*;
    use crate::money::Money;

    fn line(class: LineClass, year: Option<i32>) -> Line {
        let money = Money(100);
        let of = |year| YearAmount {
            year,
            low: money,
            likely: money,
            high: money,
        };
        Line {
            id: Uuid::from_u128(5).into(),
            name: "Handläggning".to_owned(),
            class,
            benefit: None,
            note: None,
            build: None,
            amounts: year.map(of).into_iter().collect(),
        }
    }

    fn ready(lines: Vec<Line>) -> Calculation {
        Calculation {
            discount_rate: Some(rust_decimal::Decimal::ONE),
            rate_source: Some("Metoden".to_owned()),
            price_level: Some(2024),
            zero_alternative: Some("Allt blir som det är.".to_owned()),
            ..calculation(lines)
        }
    }

    #[test]
    fn what_is_said_of_the_whole_is_all_asked_for_and_blanks_say_nothing() {
        let cost = || vec![line(LineClass::Operation, Some(2024))];
        assert_eq!(lacking(&ready(cost())), []);
        let bare = calculation(cost());
        let all = [
            Lack::Rate,
            Lack::RateSource,
            Lack::PriceLevel,
            Lack::ZeroAlternative,
        ];
        assert_eq!(lacking(&bare), all);
        let blank = Calculation {
            rate_source: Some(" ".to_owned()),
            zero_alternative: Some(String::new()),
            ..ready(cost())
        };
        assert_eq!(lacking(&blank), [Lack::RateSource, Lack::ZeroAlternative]);
    }

    #[test]
    fn a_benefit_in_money_names_the_benefit_that_it_values() {
        let named = Line {
            benefit: Some(Uuid::from_u128(6).into()),
            ..line(LineClass::Financial, Some(2024))
        };
        assert_eq!(lacking(&ready(vec![named])), []);
        for class in LineClass::ALL {
            let calculation = ready(vec![line(class, Some(2024))]);
            let asks = matches!(lacking(&calculation)[..], [Lack::Benefit(..)]);
            let in_money = matches!(class, LineClass::Financial | LineClass::Redistribution);
            assert_eq!(asks, in_money, "{class:?}");
            assert_eq!(lacking(&calculation).is_empty(), !in_money, "{class:?}");
        }
    }

    #[test]
    fn what_carries_money_has_amounts_and_so_has_an_alternative() {
        let calculation = ready(vec![
            line(LineClass::Operation, None),
            line(LineClass::Qualitative, None),
        ]);
        let found = lacking(&calculation);
        assert!(
            matches!(found[..], [Lack::Amounts(_), Lack::LineAmounts(_, line)] if line.class == LineClass::Operation),
            "{found:?}"
        );
        let one = ready(vec![
            line(LineClass::Operation, Some(2024)),
            line(LineClass::Introduction, None),
        ]);
        assert!(
            matches!(lacking(&one)[..], [Lack::LineAmounts(_, line)] if line.class == LineClass::Introduction)
        );
    }
}
