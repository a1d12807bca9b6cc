use std::collections::BTreeSet;

use domain::figure::{Figure, FigureRole};
use domain::reading::Reading;
use proptest::prelude::*;

use super::*;

fn figure(value: &str, unit: &str, what: &str, period: Option<&str>, role: FigureRole) -> Figure {
    Figure {
        id: "00000000-0000-7000-a000-000000000001".parse().expect("an id"),
        what: what.to_owned(),
        value: value.parse().expect("a number"),
        value_to: None,
        unit: unit.to_owned(),
        approximate: false,
        period: period.map(str::to_owned),
        role: Reading::stated(role),
    }
}

/// As one line, with plain spaces.
fn line(figure: &Figure) -> String {
    let Said { amount, what, role } = said(Lang::Sv, figure);
    let parts = [Some(amount), Some(what), role];
    let parts: Vec<String> = parts
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" ").replace([number::NBSP, number::NARROW], " ")
}

#[test]
fn what_a_label_says_is_not_said_again() {
    use FigureRole::{Baseline, Change, Context, Outcome, Potential, Target};
    for (given, expected) in [
        (
            figure(
                "8",
                "månader",
                "månader med ökande deltagarantal",
                Some("från 2023-04"),
                Context,
            ),
            "8 månader med ökande deltagarantal, från april 2023 sammanhang",
        ),
        (
            figure(
                "277",
                "personer/månad",
                "sökande per månad på möte",
                Some("2023"),
                Baseline,
            ),
            "277 personer/månad sökande på möte, 2023 utgångsvärde",
        ),
        (
            figure("1370", "ärenden/månad", "ärenden via SDK", None, Outcome),
            "1 370 ärenden/månad via SDK utfall",
        ),
        (
            figure(
                "6430",
                "personer",
                "som avslutat insatsen hittills",
                Some("hittills"),
                Context,
            ),
            "6 430 personer som avslutat insatsen hittills sammanhang",
        ),
        (
            figure(
                "31270",
                "personer",
                "anvisade sedan start",
                Some("sedan start"),
                Outcome,
            ),
            "31 270 personer anvisade sedan start utfall",
        ),
        (
            figure("5", "%", "mål för andel manuell hantering", None, Target),
            "5 % mål för andel manuell hantering",
        ),
        (
            figure("40", "%", "potential ökad hastighet", None, Potential),
            "40 % potential ökad hastighet",
        ),
        (
            figure("3", "ärenden", "ärenden", None, Outcome),
            "3 ärenden utfall",
        ),
        // What is said is another thing, or not the whole of it.
        (
            figure("65", "%", "ökning jämfört med 2023", Some("2023"), Change),
            "65 % ökning jämfört med 2023, 2023 förändring",
        ),
        (
            figure("50", "%", "potentiell minskning", None, Potential),
            "50 % potentiell minskning potential",
        ),
        (
            figure("2.7", "mkr/år", "årlig besparing", None, Outcome),
            "2,7 mkr/år årlig besparing utfall",
        ),
        (
            figure("7", "st", "start", Some("rt"), Outcome),
            "7 st start, rt utfall",
        ),
        (
            figure("7", "", "per månad", Some(""), Outcome),
            "7 per månad utfall",
        ),
    ] {
        assert_eq!(line(&given), expected);
    }
}

/// The words of a text. A stroke between two words is read as one of them.
fn words(text: &str) -> BTreeSet<String> {
    let text = text.to_lowercase().replace('/', " per ");
    let parts = text.split(|character: char| !character.is_alphanumeric());
    parts.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Few words, so that they often meet.
fn text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "per", "månad", "år", "personer", "ärenden", "mål", "2023", "hittills", "med", "(2023)", "månad,",
    ]);
    prop::collection::vec(word, 0..6).prop_map(|words| words.join(" "))
}

proptest! {
    /// Whatever is left out is said by what is left: no word is lost.
    #[test]
    fn nothing_that_is_not_said_is_left_out(
        what in text(),
        period in prop::option::of(text()),
        counted in prop::sample::select(vec!["personer", "ärenden", "%", ""]),
        per in prop::option::of(prop::sample::select(vec!["månad", "år"])),
        role in prop::sample::select(FigureRole::ALL.to_vec()),
    ) {
        let unit = per.map_or_else(|| counted.to_owned(), |per| format!("{counted}/{per}"));
        let given = figure("7", &unit, &what, period.as_deref(), role);
        let all = [
            written(Lang::Sv, &given),
            what,
            period.map(|period| date::period(Lang::Sv, &period)).unwrap_or_default(),
            name::figure_role(Lang::Sv, role),
        ];
        prop_assert_eq!(words(&line(&given)), words(&all.join(" ")));
        prop_assert_eq!(said(Lang::Sv, &given).amount, written(Lang::Sv, &given), "the amount is whole");
    }
}
