use uuid::Uuid;

use super::*;
use crate::calculation::{Alternative, AmountUnit, LineClass};
use crate::statement::ApprovalState;

fn line(class: LineClass) -> Line {
    Line {
        id: Uuid::from_u128(5).into(),
        name: "Kortare handläggning".to_owned(),
        class,
        benefit: None,
        note: None,
        build: None,
        amounts: Vec::new(),
    }
}

fn calculation() -> Calculation {
    let only = Alternative {
        id: Uuid::from_u128(2).into(),
        name: "Huvudalternativ".to_owned(),
        description: None,
        lines: vec![line(LineClass::Redistribution)],
    };
    Calculation {
        id: Uuid::from_u128(1).into(),
        initiative: Uuid::from_u128(3).into(),
        number: 1,
        base_year: 2025,
        horizon_years: 3,
        discount_rate: None,
        rate_source: None,
        price_level: None,
        zero_alternative: None,
        assumptions: None,
        unit: AmountUnit::Tkr,
        preferred: only.id,
        alternatives: vec![only],
        state: ApprovalState::Draft,
        promise: false,
    }
}

fn form() -> LineBuildForm {
    let text = str::to_owned;
    LineBuildForm {
        volume_low: text("1 000"),
        volume_likely: text("1 200"),
        volume_high: text("1 500"),
        minutes_likely: text("12,5"),
        factor: Uuid::from_u128(7).to_string(),
        share_low: text("50 %"),
        share_likely: text("80"),
        share_high: text("100"),
        ..LineBuildForm::of(&calculation(), &line(LineClass::Redistribution), 4)
    }
}

fn wrong(form: &LineBuildForm, class: LineClass) -> FieldErrors {
    form.parse(&calculation(), &line(class))
        .expect_err("something is wrong")
}

fn hourly() -> HourlyCost {
    HourlyCost {
        factor: Uuid::from_u128(7).into(),
        name: "Handläggare".to_owned(),
        value: Decimal::from(450),
        from: "2025-01-01".parse().expect("a day"),
        price_level: Some(2025),
    }
}

#[test]
fn it_begins_with_the_years_of_the_calculation() {
    let begun = LineBuildForm::of(&calculation(), &line(LineClass::Redistribution), 4);
    assert_eq!(
        (
            begun.first_year.as_str(),
            begun.last_year.as_str(),
            begun.version.as_str()
        ),
        ("2025", "2027", "4")
    );
    let errors = wrong(&begun, LineClass::Redistribution);
    for field in ["volume_likely", "minutes_likely", "factor", "share_likely"] {
        assert_eq!(errors.of(field), Some(&Problem::Required), "{field}");
    }
    assert_eq!(errors.0.len(), 4, "low and high may be left out: {errors:?}");
}

#[test]
fn what_is_left_out_around_the_likely_is_certain() {
    let new = form().parse(&calculation(), &line(LineClass::Redistribution));
    let new = new.expect("valid");
    assert_eq!(new.minutes, Estimate::certain(Decimal::new(125, 1)));
    assert_eq!(new.share.low, Decimal::from(50));
    assert_eq!(new.volume.high, Decimal::from(1_500));
}

#[test]
fn what_was_built_is_shown_as_it_was_typed() {
    let new = form().parse(&calculation(), &line(LineClass::Redistribution));
    let build = new.expect("valid").at(hourly());
    let built = Line {
        build: Some(build.clone()),
        ..line(LineClass::Redistribution)
    };
    let again = LineBuildForm::of(&calculation(), &built, 5);
    assert_eq!(
        (again.minutes_low.as_str(), again.minutes_likely.as_str()),
        ("", "12,5")
    );
    let read = again.parse(&calculation(), &built).expect("valid");
    assert_eq!(read.at(hourly()), build);
}

#[test]
fn every_fault_is_named() {
    let with = |change: fn(&mut LineBuildForm)| {
        let mut form = form();
        change(&mut form);
        wrong(&form, LineClass::Redistribution)
    };
    let falling = with(|form| form.volume_high = "1 100".to_owned());
    assert!(
        matches!(falling.of("volume_high"), Some(Problem::NotRising { given }) if given == "1 000 – 1 200 – 1 100")
    );
    let above = with(|form| form.share_high = "101".to_owned());
    assert!(matches!(above.of("share_high"), Some(Problem::OutOfRange { max, .. }) if max == "100"));
    let below = with(|form| form.minutes_likely = "-1".to_owned());
    assert!(matches!(
        below.of("minutes_likely"),
        Some(Problem::OutOfRange { .. })
    ));
    let fine = with(|form| form.minutes_likely = "1,00001".to_owned());
    assert!(matches!(
        fine.of("minutes_likely"),
        Some(Problem::TooFine { decimals: 4, .. })
    ));
    let words = with(|form| form.volume_low = "många".to_owned());
    assert!(matches!(words.of("volume_low"), Some(Problem::NotANumber { .. })));
    let early = with(|form| form.first_year = "2024".to_owned());
    assert!(matches!(early.of("first_year"), Some(Problem::OutOfRange { min, .. }) if min == "2025"));
    let late = with(|form| form.last_year = "2028".to_owned());
    assert!(matches!(late.of("last_year"), Some(Problem::OutOfRange { max, .. }) if max == "2027"));
    let turned = with(|form| {
        form.first_year = "2027".to_owned();
        form.last_year = "2026".to_owned();
    });
    assert!(matches!(
        turned.of("last_year"),
        Some(Problem::EndBeforeStart { .. })
    ));
}

#[test]
fn a_harm_has_a_volume_below_nothing_and_a_cost_has_not() {
    let harm = LineBuildForm {
        volume_low: "−200".to_owned(),
        volume_likely: "−100".to_owned(),
        volume_high: "0".to_owned(),
        ..form()
    };
    let of_benefit = harm.parse(&calculation(), &line(LineClass::Redistribution));
    assert_eq!(of_benefit.expect("valid").volume.low, Decimal::from(-200));
    let of_cost = wrong(&harm, LineClass::Introduction);
    assert!(matches!(of_cost.of("volume_low"), Some(Problem::NegativeCost { given }) if given == "−200"));
}

#[test]
fn too_much_together_is_said_of_the_volume() {
    let much = LineBuildForm {
        volume_low: String::new(),
        volume_likely: "1 000 000 000".to_owned(),
        volume_high: String::new(),
        minutes_likely: "500 000".to_owned(),
        ..form()
    };
    let new = much.parse(&calculation(), &line(LineClass::Redistribution));
    let error = new
        .expect("valid one by one")
        .at(hourly())
        .amounts()
        .expect_err("too much");
    let errors = much.fault(error);
    assert!(matches!(
        errors.of("volume_likely"),
        Some(Problem::AmountsTooLarge { .. })
    ));
}

#[test]
fn it_knows_its_calculation_and_its_line() {
    let (of, line) = (calculation(), line(LineClass::Redistribution));
    let form = LineBuildForm::of(&of, &line, 4);
    assert_eq!((form.calculation(), form.line()), (Some(of.id), Some(line.id)));
    let none = LineBuildForm::default();
    assert_eq!((none.calculation(), none.line()), (None, None));
}

#[test]
fn the_least_of_each_the_finest_and_a_single_year_are_valid() {
    let valid = |change: fn(&mut LineBuildForm), class: LineClass| {
        let mut form = form();
        change(&mut form);
        form.parse(&calculation(), &line(class)).is_ok()
    };
    let benefit = LineClass::Redistribution;
    assert!(valid(|form| form.minutes_likely = "0".to_owned(), benefit));
    assert!(valid(|form| form.minutes_likely = "1,0001".to_owned(), benefit));
    assert!(valid(|form| form.last_year = "2025".to_owned(), benefit));
    assert!(valid(
        |form| form.volume_low = "0".to_owned(),
        LineClass::Introduction
    ));
}

#[test]
fn what_is_certain_on_one_side_alone_is_shown_on_both() {
    let new = LineBuildForm {
        share_low: "80".to_owned(),
        volume_high: "1 200".to_owned(),
        ..form()
    };
    let new = new.parse(&calculation(), &line(LineClass::Redistribution));
    let build = new.expect("valid").at(hourly());
    let built = Line {
        build: Some(build.clone()),
        ..line(LineClass::Redistribution)
    };
    let again = LineBuildForm::of(&calculation(), &built, 5);
    let read = again.parse(&calculation(), &built).expect("valid");
    assert_eq!(read.at(hourly()), build);
}

#[test]
fn an_hour_that_costs_nothing_is_said_of_the_factor() {
    let errors = form().fault(BuildError::Cost(Decimal::ZERO));
    assert!(matches!(errors.of("factor"), Some(Problem::Gone { .. })));
    assert_eq!(errors.of("volume_likely"), None);
}
