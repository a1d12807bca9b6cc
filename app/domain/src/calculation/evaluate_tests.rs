//! The worked examples to six decimals, the rules at their boundaries, and what holds of every case.

use std::collections::BTreeMap;

use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::case::{AMOUNT_MAX, Case, CaseError, CaseLine, LineKind};
use super::evaluate::evaluate;
use super::file::{CaseFile, CaseFileError};
use super::result::rounded;
use super::{Estimate, Evaluation, Scenario, Scope, SwingFactor};
use crate::benefit::ValueClass;

const FINANCIAL: LineKind = LineKind::Benefit(ValueClass::Financial);
const REDISTRIBUTION: LineKind = LineKind::Benefit(ValueClass::Redistribution);

fn decimal(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}

/// A line whose amounts are known, one a year from 2024.
fn certain(kind: LineKind, amounts: &[i64]) -> CaseLine {
    let amounts = (2024..)
        .zip(amounts)
        .map(|(year, amount)| (year, Estimate::certain(Decimal::from(*amount))))
        .collect();
    CaseLine {
        name: format!("{kind:?}"),
        kind,
        amounts,
    }
}

fn case(horizon: i64, rate: &str, lines: Vec<CaseLine>) -> Result<Case, CaseError> {
    Case::new(2024, horizon, decimal(rate), lines)
}

fn likely(lines: Vec<CaseLine>, horizon: i64, rate: &str) -> super::Key {
    let case = case(horizon, rate, lines).expect("a valid case");
    evaluate(&case).expect("within limits").results[&Scope::Financial][&Scenario::Likely]
}

fn read(file: &Value) -> Result<Case, String> {
    let file: CaseFile = serde_json::from_str(&file.to_string()).map_err(|error| error.to_string())?;
    file.into_case().map_err(|error| error.to_string())
}

#[test]
fn the_worked_examples_agree_to_six_decimals() {
    let examples: Value = serde_json::from_str(include_str!("examples.json")).expect("examples");
    let examples = examples["calculations"].as_array().expect("a list");
    assert_eq!(examples.len(), 5);
    for example in examples {
        let mut file = example.clone();
        let expected = file
            .as_object_mut()
            .expect("an object")
            .remove("expected")
            .expect("results");
        let case = read(&file).expect("a valid example");
        let evaluation = serde_json::to_value(evaluate(&case).expect("within limits")).expect("as JSON");
        assert_eq!(evaluation, expected, "{}", example["name"]);
    }
}

#[test]
fn limits_are_told_with_what_was_given() {
    let none = Vec::new;
    for (horizon, rate, error) in [
        (0, "0.035", CaseError::Horizon { given: 0 }),
        (51, "0.035", CaseError::Horizon { given: 51 }),
        (-1, "0.035", CaseError::Horizon { given: -1 }),
        (
            5,
            "-0.001",
            CaseError::NegativeRate {
                given: decimal("-0.001"),
            },
        ),
        (
            5,
            "3.5",
            CaseError::RateTooHigh {
                given: decimal("3.5"),
            },
        ),
    ] {
        assert_eq!(case(horizon, rate, none()), Err(error));
    }
    for (horizon, rate) in [(1, "0"), (50, "1")] {
        assert!(case(horizon, rate, none()).is_ok());
    }
    for (year, valid) in [(1899, false), (1900, true), (2200, true), (2201, false)] {
        assert_eq!(Case::new(year, 1, Decimal::ZERO, none()).is_ok(), valid, "{year}");
    }
    let many = |count: usize| case(1, "0", vec![certain(FINANCIAL, &[1]); count]);
    assert!(many(1_000).is_ok());
    assert_eq!(many(1_001), Err(CaseError::Lines { given: 1_001 }));
}

#[test]
fn amounts_are_checked_year_by_year() {
    let line = |year: i32, low: &str, likely: &str, high: &str| CaseLine {
        name: "Drift".to_owned(),
        kind: FINANCIAL,
        amounts: [(
            year,
            Estimate {
                low: decimal(low),
                likely: decimal(likely),
                high: decimal(high),
            },
        )]
        .into(),
    };
    let checked = |line: CaseLine| case(3, "0", vec![line]).map(|_| ());
    assert_eq!(checked(line(2026, "1", "1", "1")), Ok(()));
    assert!(matches!(
        checked(line(2027, "1", "1", "1")),
        Err(CaseError::YearOutside {
            year: 2027,
            first: 2024,
            last: 2026,
            ..
        })
    ));
    assert!(matches!(
        checked(line(2023, "1", "1", "1")),
        Err(CaseError::YearOutside { year: 2023, .. })
    ));
    assert!(matches!(
        checked(line(2024, "3", "2", "4")),
        Err(CaseError::Order { .. })
    ));
    assert!(matches!(
        checked(line(2024, "1", "5", "4")),
        Err(CaseError::Order { .. })
    ));
    assert_eq!(checked(line(2024, "-5", "-3", "-1")), Ok(()));
    assert_eq!(AMOUNT_MAX, decimal("10000000000000"));
    assert_eq!(
        checked(line(2024, "-10000000000000", "0", "10000000000000")),
        Ok(())
    );
    let over = decimal("10000000000000.000001");
    assert!(matches!(
        checked(line(2024, "0", "0", "10000000000000.000001")),
        Err(CaseError::Amount { given, .. }) if given == over
    ));
    assert!(matches!(
        checked(line(2024, "0", "0", "0.0000001")),
        Err(CaseError::Decimals { .. })
    ));
    assert_eq!(checked(line(2024, "0", "0", "0.000001")), Ok(()));
    let qualitative = CaseLine {
        kind: LineKind::Benefit(ValueClass::Qualitative),
        ..line(2024, "1", "1", "1")
    };
    assert!(matches!(
        checked(qualitative.clone()),
        Err(CaseError::MoneyWithoutClass {
            class: "qualitative",
            ..
        })
    ));
    let silent = CaseLine {
        amounts: BTreeMap::new(),
        ..qualitative
    };
    assert_eq!(checked(silent), Ok(()));
}

#[test]
fn the_largest_amounts_can_be_worked_out() {
    let (most, first) = (AMOUNT_MAX, 2024);
    let amounts = |low: Decimal| {
        (first..first + 50)
            .map(|year| {
                (
                    year,
                    Estimate {
                        low,
                        likely: most,
                        high: most,
                    },
                )
            })
            .collect()
    };
    let line = |kind| CaseLine {
        name: "Mest".to_owned(),
        kind,
        amounts: amounts(-most),
    };
    let mut lines = vec![line(FINANCIAL); 999];
    lines.push(line(LineKind::Cost));
    for rate in ["0", "0.035", "1"] {
        let case = case(50, rate, lines.clone()).expect("valid");
        let evaluation = evaluate(&case).expect("within what numbers hold");
        let swings = &evaluation.tornado[&Scope::Financial];
        assert_eq!(swings.len(), 1_001);
    }
}

#[test]
fn payback_is_where_the_net_comes_back_for_good() {
    let payback = |benefits: &[i64], costs: &[i64]| {
        let lines = vec![certain(FINANCIAL, benefits), certain(LineKind::Cost, costs)];
        likely(lines, 4, "0").payback_years
    };
    assert_eq!(payback(&[0, 50, 50, 0], &[100]), Some(decimal("3")));
    assert_eq!(payback(&[0, 50, 49, 0], &[100]), None);
    assert_eq!(payback(&[100, 0, 0, 0], &[100]), Some(Decimal::ZERO));
    // Back, below again, and back for good: the later point counts.
    assert_eq!(
        payback(&[0, 200, 0, 100], &[100, 0, 150, 0]),
        Some(decimal("3.5"))
    );
    assert_eq!(payback(&[0, 0, 0, 0], &[0]), Some(Decimal::ZERO));
}

#[test]
fn the_internal_rate_needs_exactly_one_change_of_sign() {
    let irr = |net: &[i64]| {
        let (gains, losses): (Vec<i64>, Vec<i64>) = net.iter().map(|n| ((*n).max(0), (-*n).max(0))).unzip();
        let lines = vec![certain(FINANCIAL, &gains), certain(LineKind::Cost, &losses)];
        likely(lines, 6, "0.035").irr.map(rounded)
    };
    assert_eq!(irr(&[-100, 110]), Some(decimal("0.1")));
    assert_eq!(irr(&[0, -100, 0, 121, 0]), Some(decimal("0.1")));
    assert_eq!(irr(&[-100, 50, 50]), Some(Decimal::ZERO));
    assert_eq!(irr(&[-100, 0, 25]), Some(decimal("-0.5")));
    // First the gain, then the price: one change all the same.
    assert_eq!(irr(&[100, -150]), Some(decimal("0.5")));
    assert_eq!(irr(&[-100, 231, -132]), None);
    assert_eq!(irr(&[100, 50]), None);
    assert_eq!(irr(&[0, 0]), None);
    assert_eq!(irr(&[-1, 10_000_000_000]), Some(decimal("9999999999")));
    assert_eq!(irr(&[-10_000_000_000, 1]), Some(decimal("-1")));
}

#[test]
fn nothing_has_to_come_where_there_is_no_benefit() {
    assert_eq!(likely(vec![], 3, "0.035").break_even_share, None);
    let cost = vec![certain(LineKind::Cost, &[100])];
    assert_eq!(likely(cost, 3, "0.035").break_even_share, None);
}

#[test]
fn a_verdict_needs_amounts_and_tells_whether_what_is_freed_has_to_be_put_to_use() {
    use super::verdict::Verdict;
    let verdict = |lines: Vec<CaseLine>| {
        Verdict::of(&evaluate(&case(2, "0", lines).expect("valid")).expect("within limits"))
    };
    let (cost, financial) = (certain(LineKind::Cost, &[100]), certain(FINANCIAL, &[60]));
    assert_eq!(verdict(vec![]), Verdict::Empty);
    assert_eq!(verdict(vec![financial.clone()]), Verdict::PaysFinancially);
    assert_eq!(verdict(vec![cost.clone()]), Verdict::DoesNotPay);
    assert_eq!(
        verdict(vec![cost.clone(), financial.clone()]),
        Verdict::DoesNotPay
    );
    for (freed, expected) in [
        (39, Verdict::DoesNotPay),
        (40, Verdict::PaysWithRedistribution),
        (41, Verdict::PaysWithRedistribution),
    ] {
        let all = vec![cost.clone(), financial.clone(), certain(REDISTRIBUTION, &[freed])];
        assert_eq!(verdict(all), expected, "{freed}");
    }
    assert_eq!(
        verdict(vec![cost, certain(FINANCIAL, &[100])]),
        Verdict::PaysFinancially
    );
}

#[test]
fn a_sum_is_nothing_below_a_billionth_of_a_krona() {
    let settled = super::result::settled;
    let trace = Decimal::new(9, 10);
    assert_eq!((settled(trace), settled(-trace)), (Decimal::ZERO, Decimal::ZERO));
    let least = Decimal::new(1, 9);
    assert_eq!((settled(least), settled(-least)), (least, -least));
}

/// 15 %, 100 000 paid and 132 250 had two years later: worth exactly the same.
#[test]
fn what_is_worth_exactly_the_same_pays() {
    for (rate, cost, benefit) in [("0.15", 100_000, 132_250), ("0.07", 1_000_000, 1_144_900)] {
        let lines = vec![
            certain(LineKind::Cost, &[cost]),
            certain(FINANCIAL, &[0, 0, benefit]),
        ];
        let key = likely(lines.clone(), 3, rate);
        assert_eq!(
            (key.nnv, key.break_even_share),
            (Decimal::ZERO, Some(Decimal::ONE)),
            "{rate}"
        );
        assert_eq!(
            key.discounted_payback_years.map(rounded),
            Some(decimal("3")),
            "{rate}"
        );
        let evaluation = evaluate(&case(3, rate, lines).expect("valid")).expect("within limits");
        assert_eq!(
            super::verdict::Verdict::of(&evaluation),
            super::verdict::Verdict::PaysFinancially
        );
    }
}

#[test]
fn a_bar_is_as_wide_as_its_ends_are_apart() {
    let width = |low: i64, high: i64| {
        let swing = super::Swing {
            factor: SwingFactor::Rate,
            nnv_at_low: Decimal::from(low),
            nnv_at_high: Decimal::from(high),
        };
        swing.width()
    };
    assert_eq!(width(100, 101), Decimal::ONE);
    assert_eq!(width(5, -5), Decimal::TEN);
}

#[test]
fn equal_swings_stay_in_input_order_with_the_rate_last() {
    let swing = |name: &str, low: i64, high: i64| CaseLine {
        name: name.to_owned(),
        kind: FINANCIAL,
        amounts: [(
            2024,
            Estimate {
                low: Decimal::from(low),
                likely: Decimal::from(low),
                high: Decimal::from(high),
            },
        )]
        .into(),
    };
    let lines = vec![
        swing("b", 0, 5),
        swing("a", 10, 15),
        swing("c", 0, 6),
        swing("d", 1, 1),
    ];
    let evaluation = evaluate(&case(1, "0.035", lines).expect("valid")).expect("within limits");
    let order: Vec<_> = evaluation.tornado[&Scope::Financial]
        .iter()
        .map(|swing| match &swing.factor {
            SwingFactor::Line { name, .. } => name.as_str(),
            SwingFactor::Rate => "rate",
        })
        .collect();
    assert_eq!(order, ["c", "b", "a", "d", "rate"]);
}

#[test]
fn files_are_refused_with_the_place_and_the_reason() {
    let file = |change: fn(&mut Value)| {
        let mut file = json!({
            "name": "Prov", "base_year": 2024, "horizon_years": 2, "discount_rate": "0.035",
            "lines": [
                {"name": "Drift", "kind": "cost", "amounts": {"2024": {"low": 1, "likely": "2", "high": "3.5"}}},
                {"name": "Tid", "kind": "benefit", "value_class": "redistribution", "amounts": {}}
            ]
        });
        change(&mut file);
        read(&file)
    };
    assert!(file(|_| {}).is_ok());
    type Change = fn(&mut Value);
    let refused: [(Change, &str); 15] = [
        (|f| f["surplus"] = json!(1), "unknown field `surplus`"),
        (|f| f["lines"][0]["surplus"] = json!(1), "unknown field `surplus`"),
        (
            |f| f["lines"][0]["amounts"]["2024"]["surplus"] = json!("1"),
            "unknown field `surplus`",
        ),
        (
            |f| f["lines"][0]["amounts"]["2024"] = json!({"low": "1", "high": "2"}),
            "missing field `likely`",
        ),
        (
            |f| f["discount_rate"] = json!(0.035),
            "floating point `0.035`, expected an exact number as text",
        ),
        (|f| f["discount_rate"] = json!("3,5"), "an exact number as text"),
        (
            |f| f["lines"][0]["amounts"]["i fjol"] = json!({}),
            "expected a year",
        ),
        (
            |f| f["lines"][0]["amounts"]["20240"] = json!({}),
            "expected a year",
        ),
        (
            |f| f["lines"][0]["amounts"]["+202"] = json!({}),
            "expected a year",
        ),
        (|f| f["lines"][0]["amounts"] = json!([]), "amounts by year"),
        (
            |f| f["lines"][0]["value_class"] = json!("financial"),
            "only benefits have one",
        ),
        (
            |f| f["lines"][1]["category"] = json!("operation"),
            "only costs have one",
        ),
        (
            |f| f["lines"][1]["value_class"] = json!(null),
            "a benefit without value_class",
        ),
        (|f| f["lines"][1]["name"] = json!(" "), "line 2 has no name"),
        (|f| f["name"] = json!(""), "the calculation has no name"),
    ];
    for (change, said) in refused {
        let error = file(change).expect_err(said);
        assert!(error.contains(said), "{error}");
    }
    let twice = r#"{"name": "Prov", "base_year": 2024, "horizon_years": 1, "discount_rate": "0", "lines": [
        {"name": "Drift", "kind": "cost", "amounts": {
            "2024": {"low": 1, "likely": 1, "high": 1}, "2024": {"low": 2, "likely": 2, "high": 2}}}]}"#;
    let error = serde_json::from_str::<CaseFile>(twice).expect_err("a year twice");
    assert!(error.to_string().contains("2024 is there twice"), "{error}");
    let outside =
        r#"{"name": "Prov", "base_year": 2024, "horizon_years": 0, "discount_rate": "0", "lines": []}"#;
    let read: CaseFile = serde_json::from_str(outside).expect("readable");
    assert_eq!(
        read.into_case(),
        Err(CaseFileError::Case(CaseError::Horizon { given: 0 }))
    );
}

fn estimate() -> impl Strategy<Value = Estimate> {
    prop::array::uniform3(-100_000_000_i64..100_000_000).prop_map(|mut ore| {
        ore.sort_unstable();
        let [low, likely, high] = ore.map(|ore| Decimal::new(ore, 2));
        Estimate { low, likely, high }
    })
}

fn cost() -> impl Strategy<Value = Estimate> {
    estimate().prop_map(|e| {
        let mut three = [e.low.abs(), e.likely.abs(), e.high.abs()];
        three.sort_unstable();
        let [low, likely, high] = three;
        Estimate { low, likely, high }
    })
}

fn line() -> impl Strategy<Value = CaseLine> {
    let kind = prop_oneof![Just(LineKind::Cost), Just(FINANCIAL), Just(REDISTRIBUTION)];
    (kind, "[a-z]{1,8}")
        .prop_flat_map(|(kind, name)| {
            let amount = match kind {
                LineKind::Cost => cost().boxed(),
                LineKind::Benefit(_) => estimate().boxed(),
            };
            (
                Just(kind),
                Just(name),
                prop::collection::btree_map(2024_i32..2030, amount, 0..6),
            )
        })
        .prop_map(|(kind, name, amounts)| CaseLine { name, kind, amounts })
}

fn lines() -> impl Strategy<Value = Vec<CaseLine>> {
    prop::collection::vec(line(), 0..8)
}

fn rate() -> impl Strategy<Value = Decimal> {
    (0_i64..=200).prop_map(|thousandths| Decimal::new(thousandths, 3))
}

fn evaluated(rate: Decimal, lines: Vec<CaseLine>) -> Evaluation {
    evaluate(&Case::new(2024, 6, rate, lines).expect("a valid case")).expect("within limits")
}

/// Far below an öre: what is left of rounding at 28 digits, and of sums that are settled as nothing.
fn close(one: Decimal, other: Decimal) -> bool {
    (one - other).abs() < Decimal::new(1, 8)
}

fn each() -> impl Iterator<Item = (Scope, Scenario)> {
    Scope::ALL
        .into_iter()
        .flat_map(|scope| Scenario::ALL.map(|scenario| (scope, scenario)))
}

proptest! {
    #[test]
    fn nnv_is_linear_in_the_lines(rate in rate(), one in lines(), other in lines()) {
        let both = evaluated(rate, [one.clone(), other.clone()].concat());
        let (one, other) = (evaluated(rate, one), evaluated(rate, other));
        for (scope, scenario) in each() {
            let of = |evaluation: &Evaluation| evaluation.results[&scope][&scenario].nnv;
            prop_assert!(close(of(&both), of(&one) + of(&other)));
        }
    }

    #[test]
    fn raising_a_cost_never_raises_nnv(rate in rate(), lines in lines(), year in 2024_i32..2030, by in 0_i64..1_000_000) {
        let mut raised = lines.clone();
        let Some(cost) = raised.iter_mut().find(|line| line.kind == LineKind::Cost) else { return Ok(()) };
        let more = Decimal::new(by, 2);
        let amount = cost.amounts.entry(year).or_insert(Estimate::certain(Decimal::ZERO));
        *amount = amount.map(|amount| amount + more);
        let (before, after) = (evaluated(rate, lines), evaluated(rate, raised));
        for (scope, scenario) in each() {
            prop_assert!(after.results[&scope][&scenario].nnv <= before.results[&scope][&scenario].nnv);
        }
    }

    #[test]
    fn the_break_even_share_of_the_benefits_is_the_costs(rate in rate(), lines in lines()) {
        let evaluation = evaluated(rate, lines);
        for (scope, scenario) in each() {
            let key = evaluation.results[&scope][&scenario];
            match key.break_even_share {
                Some(share) => prop_assert!(close(share * key.pv_benefits, key.pv_costs)),
                None => prop_assert!(key.pv_benefits <= Decimal::ZERO),
            }
            if let (Some(ratio), Some(net)) = (key.bc_ratio, key.nnk) {
                prop_assert!(close(ratio, net + Decimal::ONE));
            }
        }
    }

    #[test]
    fn rate_0_equals_plain_sums(lines in lines()) {
        let evaluation = evaluated(Decimal::ZERO, lines.clone());
        for (scope, scenario) in each() {
            let sum = |is_cost: bool| -> Decimal {
                lines
                    .iter()
                    .filter(|line| line.kind.is_in(scope) && (line.kind == LineKind::Cost) == is_cost)
                    .flat_map(|line| line.amounts.values().map(|e| line.kind.pick(scenario, *e)))
                    .sum()
            };
            let key = evaluation.results[&scope][&scenario];
            prop_assert_eq!((key.pv_benefits, key.pv_costs), (sum(false), sum(true)));
            prop_assert_eq!(key.payback_years, key.discounted_payback_years);
        }
    }

    #[test]
    fn scenarios_stand_in_order(rate in rate(), lines in lines()) {
        let evaluation = evaluated(rate, lines);
        for scope in Scope::ALL {
            let [worst, middle, best] = Scenario::ALL.map(|scenario| evaluation.results[&scope][&scenario].nnv);
            prop_assert!(worst <= middle && middle <= best);
        }
    }

    /// Every bar is what a whole calculation with that one line changed comes to.
    #[test]
    fn a_bar_is_the_calculation_with_one_line_changed(rate in rate(), lines in lines()) {
        let evaluation = evaluated(rate, lines.clone());
        for scope in Scope::ALL {
            let swings = &evaluation.tornado[&scope];
            prop_assert!(swings.windows(2).all(|pair| rounded(pair[0].width()) >= rounded(pair[1].width())));
            for swing in swings {
                let nnv = |pick: fn(Estimate) -> Decimal, step: i64| match &swing.factor {
                    SwingFactor::Line { index, .. } => {
                        let mut changed = lines.clone();
                        for amount in changed[*index].amounts.values_mut() {
                            *amount = Estimate::certain(pick(*amount));
                        }
                        evaluated(rate, changed).results[&scope][&Scenario::Likely].nnv
                    }
                    SwingFactor::Rate => {
                        let rate = (rate + Decimal::new(step, 2)).max(Decimal::ZERO);
                        evaluated(rate, lines.clone()).results[&scope][&Scenario::Likely].nnv
                    }
                };
                prop_assert!(close(swing.nnv_at_low, nnv(|e| e.low, -2)));
                prop_assert!(close(swing.nnv_at_high, nnv(|e| e.high, 2)));
            }
        }
    }

    /// At the internal rate the years' nets are worth nothing; and it is there where the net changes sign once.
    #[test]
    fn at_the_internal_rate_nothing_is_left(rate in rate(), lines in lines()) {
        let evaluation = evaluated(rate, lines);
        for scope in Scope::ALL {
            let rows = &evaluation.yearly[&scope];
            let net: Vec<_> = rows.iter().map(|row| row.net).filter(|net| !net.is_zero()).collect();
            let changes = net.windows(2).filter(|pair| pair[0].is_sign_negative() != pair[1].is_sign_negative());
            let irr = evaluation.results[&scope][&Scenario::Likely].irr;
            prop_assert_eq!(irr.is_some(), changes.count() == 1);
            // Close to −1 powers of 1+r are too small to divide by.
            let Some(irr) = irr.filter(|irr| *irr > Decimal::new(-9, 1) && *irr < Decimal::from(1_000)) else { continue };
            let mut growth = Decimal::ONE;
            let mut left = Decimal::ZERO;
            for row in rows {
                left += row.net / growth;
                growth *= Decimal::ONE + irr;
            }
            prop_assert!(left.abs() < Decimal::new(1, 6), "{left} is left at {irr}");
        }
    }

    /// The years add up to the key figures, and payback lies where the cumulative net leaves what is below nothing.
    #[test]
    fn years_lead_to_the_key_figures(rate in rate(), lines in lines()) {
        let evaluation = evaluated(rate, lines);
        for scope in Scope::ALL {
            let key = evaluation.results[&scope][&Scenario::Likely];
            let rows = &evaluation.yearly[&scope];
            let last = rows.last().expect("six years");
            prop_assert!(close(last.cumulative_discounted_net, key.nnv));
            let below = rows.iter().rposition(|row| row.cumulative_net < Decimal::ZERO);
            match (below, key.payback_years) {
                (None, back) => prop_assert_eq!(back, Some(Decimal::ZERO)),
                (Some(5), back) => prop_assert_eq!(back, None),
                (Some(year), Some(back)) => {
                    prop_assert!(back > Decimal::from(year + 1) && back <= Decimal::from(year + 2));
                }
                (Some(_), None) => prop_assert!(false, "it comes back"),
            }
        }
    }
}
