use proptest::prelude::*;

use super::*;

const ID: &str = "019a0000-0000-7000-8000-000000000001";

/// Two lines over two years: a cost with one amount, and a harm.
fn form() -> CalculationLinesForm {
    let texts = |all: &[&str]| all.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    CalculationLinesForm {
        id: ID.to_owned(),
        alternative: ID.to_owned(),
        unit: "tkr".to_owned(),
        year: texts(&["2025", "2026"]),
        line_id: texts(&["", ""]),
        line_name: texts(&["Drift", "Längre handläggning"]),
        line_class: texts(&["operation", "redistribution"]),
        line_benefit: texts(&["", ID]),
        line_note: texts(&["", ""]),
        low: texts(&["1 000", "", "−5,5", "−5"]),
        likely: texts(&["1 200,5", "", "−3", "−3"]),
        high: texts(&["1 300", "", "−1", "−1"]),
        ..CalculationLinesForm::default()
    }
}

fn wrong(form: &CalculationLinesForm) -> Vec<(String, Problem)> {
    let errors = form.parse().expect_err("something is wrong");
    errors
        .0
        .into_iter()
        .map(|error| (error.field, error.problem))
        .collect()
}

#[test]
fn a_block_is_read_line_by_line_and_year_by_year() {
    let new = form().parse().expect("valid");
    assert_eq!((new.base_year, new.horizon_years, new.submit), (2025, 2, false));
    let [cost, harm] = &new.lines[..] else {
        panic!("two lines: {:?}", new.lines)
    };
    assert_eq!(
        cost.amounts,
        [YearAmount {
            year: 2025,
            low: Money(100_000_000),
            likely: Money(120_050_000),
            high: Money(130_000_000)
        }]
    );
    assert_eq!((cost.row, cost.benefit), (0, None));
    assert_eq!(harm.amounts.len(), 2);
    assert_eq!(harm.benefit.map(|id| id.to_string()).as_deref(), Some(ID));
}

#[test]
fn amounts_are_written_as_people_read_them_and_read_back() {
    for (ore, tkr) in [
        (0, "0"),
        (100_000, "1"),
        (123_456_700_000, "1\u{202f}234\u{202f}567"),
        (-123_450_000, "−1\u{202f}234,5"),
        (1, "0,00001"),
        (99_900_000, "999"),
    ] {
        assert_eq!(AmountUnit::Tkr.typed(Money(ore)), tkr);
        let read = parse_number(tkr).and_then(|number| AmountUnit::Tkr.money(number));
        assert_eq!(read, Some(Money(ore)));
    }
}

#[test]
fn a_line_with_nothing_in_it_is_passed_over() {
    let mut form = form();
    form.add_line(LineClass::Financial);
    assert_eq!(form.rows(), 3);
    assert_eq!(form.parse().expect("valid").lines.len(), 2);
    form.line_note[2] = "Uppskattning".to_owned();
    assert_eq!(wrong(&form), [("line_name-2".to_owned(), Problem::Required)]);
}

#[test]
fn each_cell_says_what_is_wrong_with_it() {
    let cell = |column: fn(&mut CalculationLinesForm) -> &mut Vec<String>, place: usize, typed: &str| {
        let mut form = form();
        column(&mut form)[place] = typed.to_owned();
        wrong(&form)
    };
    let given = |text: &str| text.to_owned();
    assert_eq!(
        cell(|f| &mut f.likely, 0, ""),
        [("likely-0".to_owned(), Problem::NotAllThree)]
    );
    assert_eq!(
        cell(|f| &mut f.likely, 0, "tolv"),
        [(
            "likely-0".to_owned(),
            Problem::NotANumber { given: given("tolv") }
        )]
    );
    assert_eq!(
        cell(|f| &mut f.low, 0, "1 250"),
        [(
            "low-0".to_owned(),
            Problem::NotRising {
                given: given("1 250 – 1 200,5 – 1 300")
            }
        )]
    );
    assert!(
        matches!(&cell(|f| &mut f.high, 0, "1 100")[..], [(field, Problem::NotRising { .. })] if field == "high-0")
    );
    assert!(matches!(
        &cell(|f| &mut f.low, 0, "0,000001")[..],
        [(field, Problem::TooFine { decimals: 5, .. })] if field == "low-0"
    ));
    assert!(matches!(
        &cell(|f| &mut f.high, 0, "10 000 000 000,00001")[..],
        [(_, Problem::OutOfRange { max, .. })] if max == "10000000000"
    ));
    assert!(cell_is_valid("10 000 000 000"));
    let mut cost = form();
    cost.low[0] = "−1".to_owned();
    assert_eq!(
        wrong(&cost),
        [("low-0".to_owned(), Problem::NegativeCost { given: given("−1") })]
    );
    let mut silent = form();
    silent.line_class[1] = "qualitative".to_owned();
    assert_eq!(
        wrong(&silent),
        [("line_class-1".to_owned(), Problem::CarriesNoMoney)]
    );
}

#[test]
fn a_year_that_is_begun_is_one_thing_to_mend() {
    let mut begun = form();
    begun.low[0].clear();
    begun.high[0].clear();
    assert_eq!(wrong(&begun), [("low-0".to_owned(), Problem::NotAllThree)]);
    "tolv".clone_into(&mut begun.likely[0]);
    let given = "tolv".to_owned();
    assert_eq!(
        wrong(&begun),
        [("likely-0".to_owned(), Problem::NotANumber { given })]
    );
    begun.likely[0].clear();
    assert!(begun.parse().is_ok(), "nothing is typed for the year");
}

fn cell_is_valid(high: &str) -> bool {
    let mut form = form();
    form.high[0] = high.to_owned();
    form.parse().is_ok()
}

#[test]
fn years_follow_each_other() {
    for years in [
        vec!["2025", "2027"],
        vec!["2025", "x"],
        vec![],
        vec!["1899", "1900"],
    ] {
        let form = CalculationLinesForm {
            year: years.iter().map(|year| (*year).to_owned()).collect(),
            line_name: Vec::new(),
            line_class: Vec::new(),
            ..form()
        };
        assert_eq!(wrong(&form)[0].0, "year", "{years:?}");
    }
}

#[test]
fn buttons_change_the_table_and_lose_nothing() {
    let pressed = |action: &str| {
        let form = CalculationLinesForm {
            action: action.to_owned(),
            ..form()
        };
        form.pressed()
    };
    let wider = pressed("add_year").expect("a button");
    assert_eq!(wider.year, ["2025", "2026", "2027"]);
    assert_eq!(wider.low, ["1 000", "", "", "−5,5", "−5", ""]);
    let longer = pressed("add_financial").expect("a button");
    assert_eq!(
        (longer.rows(), longer.line_class[2].as_str(), longer.low.len()),
        (3, "financial", 6)
    );
    let shorter = pressed("remove_0").expect("a button");
    assert_eq!(
        (shorter.line_name.as_slice(), shorter.low.as_slice()),
        (
            ["Längre handläggning".to_owned()].as_slice(),
            ["−5,5".to_owned(), "−5".to_owned()].as_slice(),
        )
    );
    for nothing in ["save", "submit", "", "add_nonsense", "remove_x"] {
        assert_eq!(pressed(nothing), None, "{nothing}");
    }
    assert_eq!(
        pressed("remove_7").expect("a button").rows(),
        2,
        "there is no such line"
    );
    let mut gaps = form();
    gaps.low[0].clear();
    gaps.high[0].clear();
    gaps.action = "fill".to_owned();
    let filled = gaps.pressed().expect("a button");
    assert_eq!(
        (filled.low[0].as_str(), filled.high[0].as_str()),
        ("1 200,5", "1 200,5")
    );
    assert_eq!((filled.low[1].as_str(), filled.low[2].as_str()), ("", "−5,5"));
}

#[test]
fn no_more_than_so_many_lines() {
    let mut form = form();
    for _ in 0..LINES_MAX + 5 {
        form.add_line(LineClass::Development);
    }
    assert_eq!(form.rows(), LINES_MAX);
    form.line_name.push("En för mycket".to_owned());
    assert!(matches!(&wrong(&form)[..], [(field, Problem::OutOfRange { .. })] if field == "line_name"));
}

proptest! {
    #[test]
    fn nothing_sent_panics(
        year in prop::collection::vec("\\PC{0,6}", 0..4),
        name in prop::collection::vec("\\PC{0,3}", 0..4),
        class in prop::collection::vec("(financial|operation|x|)", 0..4),
        cells in prop::collection::vec("[-−0-9, x]{0,6}", 0..12),
        action in "(add_year|fill|remove_[0-9]|add_financial|save)",
    ) {
        let form = CalculationLinesForm {
            year,
            line_name: name,
            line_class: class,
            low: cells.clone(),
            likely: cells.iter().rev().cloned().collect(),
            high: cells,
            action,
            ..form()
        };
        let _ = form.parse();
        if let Some(pressed) = form.pressed() {
            let _ = pressed.parse();
        }
    }
}

#[test]
fn a_button_inside_a_line_says_which_one_by_its_place() {
    let mut pressed = form();
    let ids = pressed.line_id.len();
    pressed.line_id.insert(2, "build".to_owned());
    let settled = pressed.settled();
    assert_eq!((settled.action.as_str(), settled.line_id.len()), ("build_1", ids));
    assert_eq!(settled.parse().expect("valid").build, Some(1));
    assert_eq!(form().settled(), form(), "nothing else is touched");
}

#[test]
fn only_a_line_that_is_named_and_carries_money_is_built() {
    let mut empty = form();
    empty.add_line(LineClass::Financial);
    let row = empty.rows() - 1;
    empty.action = format!("build_{row}");
    let errors = empty.parse().expect_err("it has no name");
    assert_eq!(errors.of(&format!("line_name-{row}")), Some(&Problem::Required));
    empty.line_name[row] = "Kortare handläggning".to_owned();
    assert_eq!(empty.parse().expect("valid").build, Some(row));
    LineClass::Qualitative
        .code()
        .clone_into(&mut empty.line_class[row]);
    let errors = empty.parse().expect_err("it carries no money");
    assert_eq!(
        errors.of(&format!("line_class-{row}")),
        Some(&Problem::CarriesNoMoney)
    );
}

/// Amounts of the third line, over three years, of an alternative with two others.
#[test]
fn the_form_of_an_alternative_is_read_back_as_what_it_is() {
    use uuid::Uuid;

    use crate::calculation::difference::tests::calculation;
    use crate::calculation::{Build, Line};
    let certain = |year, ore| YearAmount {
        year,
        low: Money(ore),
        likely: Money(ore),
        high: Money(ore),
    };
    let line = |id: u128, class, benefit: Option<u128>, amounts: Vec<YearAmount>| Line {
        id: Uuid::from_u128(id).into(),
        name: format!("Rad {id}"),
        class,
        benefit: benefit.map(|id| Uuid::from_u128(id).into()),
        note: Some("Så räknade vi".to_owned()),
        build: None::<Build>,
        amounts,
    };
    let of = calculation(vec![
        line(5, LineClass::Operation, None, vec![certain(2025, 0)]),
        line(6, LineClass::Qualitative, None, Vec::new()),
        line(
            7,
            LineClass::Financial,
            Some(9),
            vec![certain(2024, 100_000), certain(2026, -5)],
        ),
    ]);
    let form = CalculationLinesForm::of(&of, &of.alternatives[0], 4);
    assert_eq!((form.version.as_str(), form.unit.as_str()), ("4", "tkr"));
    let new = form.parse().expect("what is kept is valid");
    assert_eq!((new.calculation, new.alternative), (of.id, of.alternatives[0].id));
    assert_eq!((new.base_year, new.horizon_years), (2024, 3));
    for (new, kept) in new.lines.iter().zip(&of.alternatives[0].lines) {
        assert_eq!(
            (new.id, &new.name, new.class),
            (Some(kept.id), &kept.name, kept.class)
        );
        assert_eq!(
            (new.benefit, &new.note, &new.amounts),
            (kept.benefit, &kept.note, &kept.amounts)
        );
    }
    assert_eq!(new.lines.len(), 3);
}

#[test]
fn a_place_is_a_line_and_a_year() {
    let form = form();
    assert_eq!((form.place(0, 1), form.place(1, 0), form.place(4, 1)), (1, 2, 9));
    for (place, at) in [(0, (0, 0)), (1, (0, 1)), (2, (1, 0)), (9, (4, 1))] {
        assert_eq!(form.line_and_column(place), Some(at), "{place}");
    }
    let none = CalculationLinesForm::default();
    assert_eq!(none.line_and_column(0), None, "there are no years");
}

#[test]
fn as_many_lines_and_years_as_may_be_are_valid_and_one_more_is_not() {
    let mut form = form();
    while form.rows() < LINES_MAX {
        form.add_line(LineClass::Development);
    }
    assert!(form.parse().is_ok());
    let years = |count: i32| {
        let mut years = form.clone();
        for column in [&mut years.low, &mut years.likely, &mut years.high] {
            column.clear();
        }
        years.year = (2025..2025 + count).map(|year| year.to_string()).collect();
        years.parse().is_ok()
    };
    assert!(years(50) && !years(51));
    let most = CalculationLinesForm {
        year: (2025..2075).map(|year| year.to_string()).collect(),
        action: "add_year".to_owned(),
        ..form.clone()
    };
    assert_eq!(
        most.pressed().map(|form| form.year.len()),
        Some(50),
        "none is added"
    );
    form.year[1] = " ".to_owned();
    assert_eq!(wrong(&form)[0].0, "year", "a year that nobody has said");
}

#[test]
fn what_is_certain_costs_nothing_or_says_nothing_in_money_is_a_line() {
    let mut form = form();
    for column in [&mut form.low, &mut form.likely, &mut form.high] {
        column[0] = "0".to_owned();
    }
    let new = form.parse().expect("low, likely and high may be the same");
    assert_eq!(new.lines[0].amounts[0].high, Money::ZERO);
    form.line_class[1] = "qualitative".to_owned();
    for column in [&mut form.low, &mut form.likely, &mut form.high] {
        column.truncate(2);
    }
    assert_eq!(form.parse().map(|new| new.lines.len()), Ok(2));
}

#[test]
fn what_is_too_large_is_so_however_fine_it_is() {
    let mut form = form();
    form.high[0] = "100 000 000 000 000,00001".to_owned();
    assert!(matches!(&wrong(&form)[..], [(field, Problem::OutOfRange { .. })] if field == "high-0"));
}

#[test]
fn a_line_without_a_name_is_told_once_whichever_button_was_pressed() {
    let mut form = form();
    form.line_name[1].clear();
    form.action = "build_1".to_owned();
    assert_eq!(wrong(&form), [("line_name-1".to_owned(), Problem::Required)]);
    form.line_class[1].clear();
    let fields: Vec<String> = wrong(&form).into_iter().map(|(field, _)| field).collect();
    assert_eq!(
        fields.iter().filter(|field| *field == "line_name-1").count(),
        1,
        "{fields:?}"
    );
}
