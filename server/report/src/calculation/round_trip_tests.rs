//! What was written is read: to the öre, to the letter, and after another program has saved it.

use std::collections::BTreeMap;

use domain::calculation::{Alternative, AmountUnit, Calculation, Estimate, Line, LineClass, YearAmount};
use domain::form::CalculationLinesForm;
use domain::id::BenefitId;
use domain::money::Money;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use text::Lang;

use super::libreoffice::{rewritten, saved_again};
use super::test_calculations::{calculation, id};
use super::{ReadAlternative, ReadProblem, calculation_read, calculation_workbook};

/// 10 000 000 000 000 kronor.
const MOST: i64 = 1_000_000_000_000_000;

fn name() -> impl Strategy<Value = String> {
    let odd = prop::sample::select(vec![
        "=1+1",
        "+46 8 123",
        "-",
        "@SUMMA(A1)",
        "007",
        "1e5",
        "2024",
        "inf",
        "TRUE",
        "#N/A",
        "<r><t>ond</t></r>",
        "_x0041_",
        "a\u{1}b",
        "två\nrader",
        "två\r\nrader",
        "dubbla  blanksteg",
        "\"citat\" & 'citat'",
        "Låg",
        "Post",
        "Driftkostnad 🏛",
    ]);
    let any = ".{1,40}".prop_map(|name| name.trim().to_owned());
    prop_oneof![odd.prop_map(str::to_owned), any].prop_filter("a name", |name| !name.is_empty())
}

fn amount(year: i32) -> impl Strategy<Value = YearAmount> {
    let any = prop_oneof![-MOST..=MOST, -1_000_i64..1_000, Just(0), Just(MOST), Just(-MOST)];
    prop::collection::vec(any, 3).prop_map(move |mut three| {
        three.sort_unstable();
        YearAmount {
            year,
            low: Money(three[0]),
            likely: Money(three[1]),
            high: Money(three[2]),
        }
    })
}

fn amounts(years: u32) -> impl Strategy<Value = Vec<YearAmount>> {
    let years = (2024..).take(usize::try_from(years).expect("years"));
    years
        .map(|year| prop::option::of(amount(year)))
        .collect::<Vec<_>>()
        .prop_map(|years| years.into_iter().flatten().collect())
}

/// A line without an identity of its own yet; benefits are numbered 0 to 4.
fn line(years: u32) -> impl Strategy<Value = Line> {
    (
        name(),
        prop::sample::select(LineClass::ALL.to_vec()),
        prop::option::of(0_u64..5),
        prop::option::of(name()),
        amounts(years),
    )
        .prop_map(|(name, class, benefit, note, amounts)| Line {
            id: id(0),
            name,
            class,
            benefit: benefit.map(|number| id(200 + number)),
            note,
            build: None,
            // What carries no money has no amounts, and what costs costs something.
            amounts: match class {
                LineClass::Qualitative => Vec::new(),
                class if class.is_cost() => amounts.into_iter().map(costing).collect(),
                _ => amounts,
            },
        })
}

fn costing(amount: YearAmount) -> YearAmount {
    let mut three = [amount.low.0.abs(), amount.likely.0.abs(), amount.high.0.abs()];
    three.sort_unstable();
    let [low, likely, high] = three.map(Money);
    YearAmount {
        year: amount.year,
        low,
        likely,
        high,
    }
}

fn alternatives(years: u32) -> impl Strategy<Value = Vec<Alternative>> {
    let one = (name(), prop::collection::vec(line(years), 0..5));
    prop::collection::vec(one, 1..4).prop_map(|all| {
        let mut next = 1_000;
        (10..)
            .zip(all)
            .map(|(number, (name, lines))| Alternative {
                id: id(number),
                name,
                description: None,
                lines: lines
                    .into_iter()
                    .map(|line| {
                        next += 1;
                        Line { id: id(next), ..line }
                    })
                    .collect(),
            })
            .collect()
    })
}

fn any_calculation() -> impl Strategy<Value = Calculation> {
    let unit = prop::sample::select(AmountUnit::ALL.to_vec());
    let years = prop_oneof![1_u32..6, Just(50)];
    (years, unit).prop_flat_map(|(years, unit)| {
        alternatives(years).prop_map(move |all| calculation(unit, years, Some("3.5"), all))
    })
}

/// Two of four benefits have the same name, and the fifth, which lines name as well, is not among them.
fn any_benefits() -> impl Strategy<Value = BTreeMap<BenefitId, String>> {
    prop::collection::vec(name(), 3).prop_map(|names| {
        let twice = [&names[0], &names[1], &names[2], &names[0]];
        (200..)
            .zip(twice)
            .map(|(number, name)| (id(number), name.clone()))
            .collect()
    })
}

/// The form of an alternative is what has to be read: it has everything as people type it.
fn assert_is(read: &ReadAlternative, calculation: &Calculation, alternative: &Alternative) {
    let form = CalculationLinesForm::of(calculation, alternative, 1);
    assert_eq!(read.id, Some(alternative.id));
    assert_eq!(read.name, alternative.name);
    assert_eq!(read.unit, calculation.unit);
    assert_eq!(read.years, calculation.years().collect::<Vec<_>>());
    assert_eq!(read.lines.len(), alternative.lines.len());
    for (row, (read, line)) in read.lines.iter().zip(&alternative.lines).enumerate() {
        let place = read.place.to_string();
        assert_eq!(read.id, Some(line.id), "{place}");
        assert_eq!(read.name, line.name, "{place}");
        assert_eq!(read.class, Some(line.class), "{place}");
        assert_eq!(read.benefit, line.benefit, "{place}");
        assert_eq!(read.note, line.note, "{place}");
        for (column, read) in read.amounts.iter().enumerate() {
            let at = form.place(row, column);
            // As in the form, but for the spaces between thousands.
            let typed = Estimate {
                low: form.low[at].replace('\u{202f}', ""),
                likely: form.likely[at].replace('\u{202f}', ""),
                high: form.high[at].replace('\u{202f}', ""),
            };
            assert_eq!(*read, typed, "{place}, {}", form.year[column]);
        }
    }
}

fn assert_reads_back(workbook: &[u8], calculation: &Calculation) {
    let read = calculation_read(workbook).expect("readable");
    assert_eq!(read.len(), calculation.alternatives.len());
    for (read, alternative) in read.iter().zip(&calculation.alternatives) {
        assert_is(read, calculation, alternative);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_was_written_is_read(
        calculation in any_calculation(),
        benefits in any_benefits(),
        lang in prop::sample::select(Lang::ALL.to_vec()),
    ) {
        let workbook = calculation_workbook(lang, "=Initiativ", &calculation, &benefits).expect("written");
        assert_reads_back(&workbook, &calculation);
    }

    #[test]
    fn what_is_no_workbook_is_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert_eq!(calculation_read(&bytes), Err(vec![ReadProblem::NotAWorkbook]));
    }

    /// It is read or refused; nothing else happens.
    #[test]
    fn broken_sheets_do_no_harm(
        calculation in any_calculation(),
        breaks in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
    ) {
        let workbook = calculation_workbook(Lang::Sv, "", &calculation, &BTreeMap::new()).expect("written");
        let broken = rewritten(&workbook, |mut sheet| {
            for (at, byte) in &breaks {
                let at = at.index(sheet.len());
                sheet[at] = *byte;
            }
            sheet
        });
        calculation_read(&broken).ok();
    }
}

/// A spreadsheet writes numbers, texts, hidden columns and formulas in its own way.
#[test]
fn what_libreoffice_has_saved_is_read_as_well() {
    let mut runner = TestRunner::deterministic();
    let mut draw = || {
        let calculation = any_calculation().new_tree(&mut runner).expect("a draw").current();
        let benefits = any_benefits().new_tree(&mut runner).expect("a draw").current();
        (calculation, benefits)
    };
    let drawn: Vec<_> = (0..6).map(|_| draw()).collect();
    let written = drawn.iter().zip(Lang::ALL.into_iter().cycle());
    let written: Vec<Vec<u8>> = written
        .map(|((calculation, benefits), lang)| {
            calculation_workbook(lang, "Initiativ", calculation, benefits).expect("written")
        })
        .collect();
    for (saved, (calculation, _)) in saved_again("round-trip", &written).iter().zip(&drawn) {
        assert_reads_back(saved, calculation);
    }
}
