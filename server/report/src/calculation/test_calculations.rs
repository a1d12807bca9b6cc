//! Calculations to try the workbook with: the worked examples, and others made for a rule.

use domain::calculation::{Alternative, AmountUnit, Calculation, Line, LineClass, YearAmount};
use domain::money::Money;
use domain::statement::ApprovalState;
use rust_decimal::Decimal;
use serde_json::Value;

/// An identity with this number.
pub(super) fn id<T: std::str::FromStr>(number: u64) -> T {
    // Of version 4 and the usual variant, with the number last.
    let text = format!("{:08x}-{:04x}-4{:03x}-a{:03x}-{number:012x}", 0, 0, 0, 0);
    text.parse().ok().expect("an identity")
}

/// An alternative of this number.
pub(super) fn alternative(number: u64, name: &str, lines: Vec<Line>) -> Alternative {
    Alternative {
        id: id(number),
        name: name.to_owned(),
        description: None,
        lines,
    }
}

/// A calculation from 2024 on.
pub(super) fn calculation(
    unit: AmountUnit,
    horizon_years: u32,
    rate: Option<&str>,
    alternatives: Vec<Alternative>,
) -> Calculation {
    Calculation {
        id: id(1),
        initiative: id(2),
        number: 3,
        base_year: 2024,
        horizon_years,
        discount_rate: rate.map(decimal),
        rate_source: Some("=Arbetsgruppens beslut".to_owned()),
        price_level: Some(2024),
        zero_alternative: Some("Allt fortsätter som i dag.".to_owned()),
        assumptions: Some("Volymerna är oförändrade.\nLönerna följer avtalen.".to_owned()),
        unit,
        preferred: alternatives[0].id,
        alternatives,
        state: ApprovalState::Draft,
        promise: false,
    }
}

/// A line with amounts in öre from 2024 on, each low, likely and high; none where there is nothing.
pub(super) fn line(number: u64, class: LineClass, amounts: &[Option<[i64; 3]>]) -> Line {
    let years = (2024..).zip(amounts);
    Line {
        id: id(number),
        name: format!("Post {number}"),
        class,
        benefit: None,
        note: None,
        build: None,
        amounts: years
            .filter_map(|(year, amount)| {
                let [low, likely, high] = (*amount)?.map(Money);
                Some(YearAmount {
                    year,
                    low,
                    likely,
                    high,
                })
            })
            .collect(),
    }
}

/// A line whose kronor are certain; nothing is no amount.
pub(super) fn certain(number: u64, class: LineClass, kronor: &[i64]) -> Line {
    let amounts: Vec<_> = kronor
        .iter()
        .map(|kronor| (*kronor != 0).then(|| [kronor * 100; 3]))
        .collect();
    line(number, class, &amounts)
}

/// The worked examples, by name, in this unit.
pub(super) fn examples(unit: AmountUnit) -> Vec<(String, Calculation)> {
    let file = include_str!("../../../../app/domain/src/calculation/examples.json");
    let file: Value = serde_json::from_str(file).expect("examples");
    let examples = file["calculations"].as_array().expect("a list");
    let read = examples.iter().map(|example| {
        let name = example["name"].as_str().expect("a name").to_owned();
        (name, of_example(example, unit))
    });
    read.collect()
}

fn of_example(example: &Value, unit: AmountUnit) -> Calculation {
    let lines = example["lines"].as_array().expect("lines").iter();
    let lines = (100..).zip(lines).map(|(number, line)| of_line(number, line));
    let alternative = alternative(10, "Huvudalternativ", lines.collect());
    let whole = |key: &str| example[key].as_i64().expect("a whole number");
    let rate = decimal(example["discount_rate"].as_str().expect("a rate"));
    Calculation {
        base_year: i32::try_from(whole("base_year")).expect("a year"),
        discount_rate: Some(rate * Decimal::ONE_HUNDRED),
        ..calculation(
            unit,
            u32::try_from(whole("horizon_years")).expect("years"),
            None,
            vec![alternative],
        )
    }
}

fn of_line(number: u64, line: &Value) -> Line {
    let class = match (line["kind"].as_str(), line["value_class"].as_str()) {
        (Some("cost"), _) => match line["category"].as_str() {
            Some("development") => LineClass::Development,
            Some("introduction") => LineClass::Introduction,
            Some("operation") => LineClass::Operation,
            _ => LineClass::OtherCost,
        },
        (_, Some(class)) => LineClass::from_code(class).expect("a class"),
        other => panic!("{other:?}"),
    };
    let amounts = line["amounts"].as_object().into_iter().flatten();
    let mut amounts: Vec<YearAmount> = amounts
        .map(|(year, amount)| {
            let money = |key: &str| {
                let kronor = decimal(amount[key].as_str().expect("an amount"));
                AmountUnit::Kronor.money(kronor).expect("whole öre")
            };
            YearAmount {
                year: year.parse().expect("a year"),
                low: money("low"),
                likely: money("likely"),
                high: money("high"),
            }
        })
        .collect();
    amounts.sort_by_key(|amount| amount.year);
    Line {
        id: id(number),
        name: line["name"].as_str().expect("a name").to_owned(),
        class,
        benefit: None,
        note: None,
        build: None,
        amounts,
    }
}

pub(super) fn decimal(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}
