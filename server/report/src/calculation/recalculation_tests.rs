//! The formulas against the engine: a spreadsheet that knows nothing of the results works them out itself.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx};
use domain::calculation::{
    Alternative, AmountUnit, Calculation, Evaluation, Key, LineClass, Scenario, Scope, YearRow,
    evaluate::evaluate,
};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use rust_decimal::Decimal;
use text::{Lang, name};

use super::calculation_workbook;
use super::libreoffice::{FALSE, falsified, saved_again};
use super::test_calculations::{alternative, calculation, certain, decimal, examples, line};

/// Money has to agree to the öre.
const HALF_ORE: Decimal = Decimal::from_parts(5, 0, 0, false, 3);
/// Ratios, shares and years to six decimals.
const HALF_MILLIONTH: Decimal = Decimal::from_parts(5, 0, 0, false, 7);

/// A calculation, and the language of its workbook.
struct Tried {
    name: String,
    lang: Lang,
    calculation: Calculation,
}

impl Tried {
    fn new(name: &str, lang: Lang, calculation: Calculation) -> Self {
        Self {
            name: name.to_owned(),
            lang,
            calculation,
        }
    }

    fn workbook(&self) -> Vec<u8> {
        let workbook = calculation_workbook(self.lang, &self.name, &self.calculation, &BTreeMap::new());
        workbook.unwrap_or_else(|error| panic!("{}: {error}", self.name))
    }
}

#[test]
fn the_results_that_a_file_carries_are_the_engines() {
    for tried in all() {
        compare(&tried, &sheets(&tried.workbook()));
    }
}

#[test]
fn libreoffice_comes_to_what_the_engine_comes_to() {
    let all = all();
    let carried: Vec<Vec<u8>> = all.iter().map(Tried::workbook).collect();
    let mut falsified_workbooks = Vec::new();
    for workbook in &carried {
        let (workbook, formulas) = falsified(workbook);
        let false_cells = cells(&workbook).filter(|(.., cell)| is_false(cell)).count();
        assert!(formulas > 300, "{formulas} formulas");
        assert_eq!(false_cells, formulas, "every result is false");
        falsified_workbooks.push(workbook);
    }
    let worked_out = saved_again("recalculation", &falsified_workbooks);
    for ((tried, carried), worked_out) in all.iter().zip(&carried).zip(&worked_out) {
        compare(tried, &sheets(worked_out));
        the_same(tried, carried, worked_out);
    }
}

/// Every cell, those on the way to the results among them, has what the file carried.
fn the_same(tried: &Tried, carried: &[u8], worked_out: &[u8]) {
    let other: BTreeMap<_, _> = cells(worked_out)
        .map(|(sheet, at, cell)| ((sheet, at), cell))
        .collect();
    for (sheet, at, cell) in cells(carried) {
        let place = format!("{}: {sheet} {at:?}", tried.name);
        let key = (sheet, at);
        let found = other.get(&key).unwrap_or(&Data::Empty);
        assert!(!is_false(found), "{place} was not worked out");
        match (&cell, found) {
            (Data::Float(one), Data::Float(other)) => {
                let (one, other) = (exact(*one), exact(*other));
                let reach = Decimal::ONE.max(one.abs());
                assert!(
                    (one - other).abs() <= reach * HALF_MILLIONTH,
                    "{place}: {one} was carried, {other} was worked out"
                );
            }
            (one, other) => {
                assert_eq!(one.to_string(), other.to_string(), "{place}");
            }
        }
    }
}

fn is_false(cell: &Data) -> bool {
    let text = cell.to_string();
    text == FALSE
}

/// All that is tried: the worked examples, what is large, what is odd, and what chance makes.
fn all() -> Vec<Tried> {
    let mut all = Vec::new();
    for (unit, lang) in AmountUnit::ALL.into_iter().zip([Lang::Sv, Lang::En, Lang::Sv]) {
        for (name, calculation) in examples(unit) {
            all.push(Tried::new(&format!("{name}, {unit:?}"), lang, calculation));
        }
        let name = format!("large, {unit:?}");
        all.push(Tried::new(&name, lang, large(unit)));
        let odd = calculation(unit, 6, Some("3.5"), odd());
        all.push(Tried::new(&format!("odd, {unit:?}"), lang, odd));
    }
    let one_year = certain_lines(&[-70, 0], &[100, 0]);
    let one_year = vec![alternative(10, "Ett år", one_year)];
    all.push(Tried::new(
        "one year",
        Lang::Sv,
        calculation(AmountUnit::Tkr, 1, Some("3.5"), one_year),
    ));
    for rate in [None, Some("3.4567"), Some("100")] {
        let some = odd().into_iter().skip(6).take(2).collect();
        let odd = calculation(AmountUnit::Tkr, 50, rate, some);
        all.push(Tried::new(&format!("fifty years at {rate:?}"), Lang::En, odd));
    }
    for (at, unit) in AmountUnit::ALL.into_iter().enumerate() {
        let name = format!("chance {at}");
        all.push(Tried::new(&name, Lang::Sv, by_chance(at, unit)));
    }
    all
}

/// Ten thousand million kronor a year, and odd öre, for fifteen years.
fn large(unit: AmountUnit) -> Calculation {
    let amounts = |most: i64, step: i64| -> Vec<Option<[i64; 3]>> {
        (0..15)
            .map(|year| {
                let likely = most - step * year;
                Some([likely - 33_333_333_331, likely, likely + 77_777_777_777])
            })
            .collect()
    };
    let lines = vec![
        line(
            100,
            LineClass::Development,
            &amounts(1_000_000_000_001, 61_728_394_507),
        ),
        line(101, LineClass::Operation, &amounts(123_456_789_013, 7)),
        line(
            102,
            LineClass::Financial,
            &amounts(99_999_999_999, -33_557_799_111),
        ),
        line(
            103,
            LineClass::Redistribution,
            &amounts(1_000_000_000_000, 1_234_567_891),
        ),
        line(104, LineClass::Redistribution, &amounts(-345_678_912_345, -11)),
    ];
    calculation(unit, 15, Some("3.5"), vec![alternative(10, "Stort", lines)])
}

/// Alternatives that each try a rule, with names that try what a sheet may be called.
fn odd() -> Vec<Alternative> {
    [
        ("Inget alls", certain_lines(&[], &[])),
        ("='Bara' nytta: [a]/b?*", certain_lines(&[], &[1, 0, 0, 3])),
        ("Bara kostnad \"c\" & <d>", certain_lines(&[-5, 0, -7], &[])),
        // The net is nothing in between, and comes to nothing in the end: the rate is 0.
        (
            "Precis till intet",
            certain_lines(&[-100, 0, -100], &[0, 50, 100, 0, 50]),
        ),
        // Up, down and up again: no internal rate, and payback counts from the last time below.
        (
            "Flera teckenbyten",
            certain_lines(&[-10, 0, -500], &[0, 100, 0, 0, 700]),
        ),
        ("Vinst först", certain_lines(&[0, 0, -70, 0, -80], &[100])),
        ("Mycket hög ränta", certain_lines(&[-1], &[0, 70_000, 1])),
        (
            "Nästan allt förloras",
            certain_lines(&[-1_000_000], &[0, 0, 0, 0, 0, 3]),
        ),
        // In binary 0.1 + 0.2 − 0.3 is above nothing: that year would change the sign twice more.
        (
            "Tiondelar",
            vec![
                certain(100, LineClass::Development, &[5, 0, 5]),
                line(
                    101,
                    LineClass::Financial,
                    &[None, Some([10; 3]), None, Some([2_000; 3])],
                ),
                line(102, LineClass::Financial, &[None, Some([20; 3])]),
                line(103, LineClass::Financial, &[None, Some([-30; 3])]),
                line(104, LineClass::Redistribution, &[None, Some([-7, 0, 9])]),
            ],
        ),
        (
            "Skada",
            vec![
                line(100, LineClass::Introduction, &[Some([1_000, 1_250, 1_999])]),
                line(101, LineClass::OtherCost, &[None, Some([100, 200, 300])]),
                line(
                    102,
                    LineClass::Financial,
                    &[Some([-900, -500, -100]), Some([1_000, 2_000, 3_001])],
                ),
                line(103, LineClass::Redistribution, &[None, Some([-400, -300, 0])]),
                line(104, LineClass::Qualitative, &[]),
            ],
        ),
    ]
    .into_iter()
    .zip(10..)
    .map(|((name, lines), number)| alternative(number, name, lines))
    .collect()
}

/// Costs and financial benefits by year, in tenths of kronor.
fn certain_lines(costs: &[i64], benefits: &[i64]) -> Vec<domain::calculation::Line> {
    let costs: Vec<i64> = costs.iter().map(|cost| -cost).collect();
    vec![
        certain(100, LineClass::Development, &costs),
        certain(101, LineClass::Financial, benefits),
    ]
}

/// Alternatives of lines by chance, always the same.
fn by_chance(seed: usize, unit: AmountUnit) -> Calculation {
    let most = [10_i64.pow(4), 10_i64.pow(8), 10_i64.pow(12)][seed % 3];
    let estimate = prop::collection::vec(-most..most, 3).prop_map(|mut three| {
        three.sort_unstable();
        [three[0], three[1], three[2]]
    });
    let amounts = prop::collection::vec(prop::option::of(estimate), 12);
    let class = prop::sample::select(&LineClass::ALL[..6]);
    let lines = prop::collection::vec((class, amounts), 0..7);
    let strategy = (prop::collection::vec(lines, 7), 0_i64..2_000);
    let mut runner = TestRunner::deterministic();
    let mut drawn = strategy.new_tree(&mut runner).expect("a draw").current();
    for _ in 0..seed {
        drawn = strategy.new_tree(&mut runner).expect("a draw").current();
    }
    let (alternatives, rate) = drawn;
    let alternatives = (10..).zip(alternatives).map(|(number, lines)| {
        let lines = (100..).zip(lines).map(|(at, (class, amounts))| {
            // A cost is not below nothing.
            let amounts: Vec<_> = amounts
                .into_iter()
                .map(|amount| match amount {
                    Some(three) if class.is_cost() => {
                        let mut three = three.map(i64::abs);
                        three.sort_unstable();
                        Some(three)
                    }
                    other => other,
                })
                .collect();
            line(at, class, &amounts)
        });
        alternative(number, &format!("Slump {number}"), lines.collect())
    });
    let rate = Decimal::new(rate, 2).to_string();
    calculation(unit, 12, Some(&rate), alternatives.collect())
}

type Sheets = BTreeMap<String, Range<Data>>;

fn sheets(workbook: &[u8]) -> Sheets {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(workbook)).expect("a workbook");
    book.worksheets().into_iter().collect()
}

fn cells(workbook: &[u8]) -> impl Iterator<Item = (String, (usize, usize), Data)> {
    sheets(workbook).into_iter().flat_map(|(name, range)| {
        let (row, column) = range.start().unwrap_or_default();
        let cells: Vec<_> = range
            .used_cells()
            .map(|(r, c, cell)| {
                let at = (r + row as usize, c + column as usize);
                (name.clone(), at, cell.clone())
            })
            .collect();
        cells
    })
}

fn compare(tried: &Tried, sheets: &Sheets) {
    for alternative in &tried.calculation.alternatives {
        let title = tried.lang.t_with(
            "calculation-file-results-of",
            &[("name", (&alternative.name).into())],
        );
        let found = sheets.values().find(|range| {
            range
                .get_value((0, 0))
                .is_some_and(|cell| cell.to_string() == title)
        });
        let page = Page {
            tried,
            name: &alternative.name,
            range: found.unwrap_or_else(|| panic!("{}: no sheet says “{title}”", tried.name)),
        };
        let case = tried.calculation.case(alternative).expect("a valid case");
        let evaluation = evaluate(&case).expect("within limits");
        page.keys(&evaluation);
        page.yearly(&evaluation);
    }
}

/// A sheet of results.
struct Page<'a> {
    tried: &'a Tried,
    name: &'a str,
    range: &'a Range<Data>,
}

impl Page<'_> {
    /// The cells of the first row with this name; the first of those without it.
    fn row(&self, label: &str) -> u32 {
        let labels = (0..200).map(|row| (row, self.cell(row, 0).to_string()));
        let mut rows = labels.filter(|(_, cell)| cell == label);
        rows.next()
            .unwrap_or_else(|| panic!("{}: no row is called “{label}”", self.tried.name))
            .0
    }

    fn cell(&self, row: u32, column: u32) -> &Data {
        self.range.get_value((row, column)).unwrap_or(&Data::Empty)
    }

    fn keys(&self, evaluation: &Evaluation) {
        type Figure = fn(&Key) -> Option<Decimal>;
        let figures: [(&str, bool, Figure); 9] = [
            ("calculation-file-pv-benefits", true, |key| Some(key.pv_benefits)),
            ("calculation-file-pv-costs", true, |key| Some(key.pv_costs)),
            ("calculation-file-nnv", true, |key| Some(key.nnv)),
            ("calculation-file-nnk", false, |key| key.nnk),
            ("calculation-file-bc-ratio", false, |key| key.bc_ratio),
            ("calculation-file-break-even-share", false, |key| {
                key.break_even_share
            }),
            ("calculation-file-payback", false, |key| key.payback_years),
            ("calculation-file-discounted-payback", false, |key| {
                key.discounted_payback_years
            }),
            ("calculation-file-irr", false, |key| key.irr),
        ];
        for (label, money, figure) in figures {
            let row = self.row(&self.tried.lang.t(label));
            let mut column = 1;
            for scope in Scope::ALL {
                for scenario in Scenario::ALL {
                    let value = figure(&evaluation.results[&scope][&scenario]);
                    let place = format!("{label}, {scope:?}, {scenario:?}");
                    self.agrees(self.cell(row, column), value, money, &place);
                    column += 1;
                }
            }
        }
    }

    fn yearly(&self, evaluation: &Evaluation) {
        type Value = fn(&YearRow) -> Decimal;
        let values: [(&str, Value); 6] = [
            ("calculation-file-benefits", |row| row.benefits),
            ("calculation-file-costs", |row| row.costs),
            ("calculation-file-net", |row| row.net),
            ("calculation-file-cumulative-net", |row| row.cumulative_net),
            ("calculation-file-discounted-net", |row| row.discounted_net),
            ("calculation-file-cumulative-discounted-net", |row| {
                row.cumulative_discounted_net
            }),
        ];
        let lang = self.tried.lang;
        for (scope, key) in [
            (Scope::Financial, "calculation-file-financial"),
            (
                Scope::FinancialAndRedistribution,
                "calculation-file-financial-and-redistribution",
            ),
        ] {
            let scenario = name::lower_first(&lang.t("calculation-file-scenario-likely"));
            let head = lang.t_with(
                "calculation-file-flow",
                &[("scope", lang.t(key).into()), ("scenario", scenario.into())],
            );
            let head = self.row(&head);
            for (column, year) in (1..).zip(&evaluation.yearly[&scope]) {
                assert_eq!(self.cell(head, column).to_string(), year.year.to_string());
                for (row, (label, value)) in (head + 1..).zip(values) {
                    assert_eq!(self.cell(row, 0).to_string(), lang.t(label));
                    let place = format!("{label}, {scope:?}, {}", year.year);
                    self.agrees(self.cell(row, column), Some(value(year)), true, &place);
                }
            }
        }
    }

    /// A cell has what the engine came to; money is in the calculation's unit.
    fn agrees(&self, cell: &Data, value: Option<Decimal>, money: bool, place: &str) {
        let (tried, unit) = (self.tried, self.tried.calculation.unit);
        let told = format!("{}, {}: {place}: {cell:?}, not {value:?}", tried.name, self.name);
        match (value, cell) {
            (None, cell) => {
                assert_eq!(
                    cell.to_string(),
                    tried.lang.t("calculation-file-no-value"),
                    "{told}"
                );
            }
            (Some(value), Data::Float(number)) => {
                let (value, reach) = if money {
                    (unit.of_kronor(value), unit.of_kronor(HALF_ORE))
                } else {
                    (value, HALF_MILLIONTH)
                };
                assert!((exact(*number) - value).abs() < reach, "{told}");
            }
            (Some(_), _) => panic!("{told}"),
        }
    }
}

fn exact(number: f64) -> Decimal {
    decimal(&number.to_string())
}
