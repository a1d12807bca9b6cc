//! The report against the facts: every name, level, group, finding and figure, one by one, by code
//! that neither the converter nor the importer has any part in.

mod code;
mod comparison;
mod life;
mod page;
mod six;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, portfolio_json};
use crate::support::{exact, repository_file};
use comparison::Comparison;

on_both!(
    the_report_holds_every_fact,
    taking_one_statement_out_of_the_import_shows,
    changing_any_kind_of_fact_in_the_import_shows,
);

pub(super) fn facts() -> Value {
    exact::read(&repository_file("tests/fixtures/report-2022-2024.json"))
}

pub(super) async fn report(demo: &Demo) -> Value {
    exact::read(std::str::from_utf8(&demo.report(2024).await).expect("text"))
}

/// The differences, one a line.
pub(super) fn told(differences: &[String]) -> String {
    differences.iter().fold(String::new(), |mut all, one| {
        let _ = writeln!(all, "  {one}");
        all
    })
}

async fn the_report_holds_every_fact(world: World) {
    let demo = Demo::load(&world).await;
    let comparison = Comparison::of(&facts(), &report(&demo).await);
    assert!(
        comparison.differences.is_empty(),
        "\n{}",
        told(&comparison.differences)
    );
    assert!(
        comparison.compared > 1_300,
        "only {} values were looked at",
        comparison.compared
    );
}

async fn taking_one_statement_out_of_the_import_shows(world: World) {
    let mut portfolio = portfolio_json();
    let statements = portfolio["statements"].as_array_mut().expect("a list");
    let middle = statements.len() / 2;
    let taken = statements.remove(middle);
    let demo = Demo::load_portfolio(&world, portfolio.to_string().as_bytes()).await;
    let comparison = Comparison::of(&facts(), &report(&demo).await);
    let said = told(&comparison.differences);
    assert!(
        !comparison.differences.is_empty(),
        "nobody missed “{}”",
        taken["text"]
    );
    assert!(
        said.contains("].realised: the facts have"),
        "the gap has a place:\n{said}"
    );
    assert!(
        said.contains("totals.realised_statements"),
        "the gap is counted:\n{said}"
    );
}

async fn changing_any_kind_of_fact_in_the_import_shows(world: World) {
    let changes = [
        ("/areas/0/name", json!("Något annat")),
        ("/areas/0/budgets/0/amount", json!(1)),
        ("/areas/4/main_groups", json!([])),
        ("/areas/2/expected_effects", json!("")),
        ("/initiatives/0/label/value", json!("Något annat")),
        ("/initiatives/0/development_object", json!(null)),
        ("/initiatives/40/summary", json!("Något annat")),
        ("/deliveries/3/status/value", json!("cancelled")),
        ("/deliveries/3/launches/0/what", json!("Något annat")),
        ("/deliveries/0/upcoming", json!([])),
        ("/deliveries/0/launches/0/actual/precision", json!("year")),
        (
            "/benefits/7/groups",
            json!([{ "group": "0195165a-bc00-7003-8000-000000000005" }]),
        ),
        ("/statements/9/finding/value", json!("none")),
        ("/statements/9/unplanned", json!(true)),
        ("/statements/0/figures/0/value", json!("65000.0")),
        ("/statements/0/figures/0/unit", json!("st")),
        ("/statements/0/figures/0/role/value", json!("context")),
        ("/sus_evaluations/0/result/level", json!("excellent")),
        ("/assessments/0/level", json!("full")),
        ("/assessments/0/group_texts/0/text", json!("Något annat")),
        ("/assessments/9/motivation", json!("Något annat")),
    ];
    // All at once is one import; each of them has to be missed on its own.
    let mut portfolio = portfolio_json();
    for (place, value) in &changes {
        let place = portfolio
            .pointer_mut(place)
            .unwrap_or_else(|| panic!("{place} is not in the file"));
        if place.as_str().is_some() && value == "year" {
            continue; // Its text has to change with it, below.
        }
        *place = value.clone();
    }
    portfolio["deliveries"][0]["launches"][0]["actual"] = json!({ "when": "2024", "precision": "year" });
    let demo = Demo::load_portfolio(&world, portfolio.to_string().as_bytes()).await;
    let said = Comparison::of(&facts(), &report(&demo).await).differences;
    let place = |line: &'_ String| line.split_once(": ").map(|(place, _)| place.to_owned());
    let fields: BTreeSet<String> = said
        .iter()
        .filter_map(place)
        .filter_map(|place| Some(place.rsplit_once('.')?.1.to_owned()))
        .collect();
    assert!(
        told(&said).contains("].upcoming: the facts have"),
        "nobody missed what was to come"
    );
    for field in [
        "name",
        "budget_tkr",
        "main_groups",
        "expected_effects",
        "label",
        "development_object",
        "summary",
        "status",
        "what",
        "precision",
        "when",
        "groups",
        "finding",
        "unplanned",
        "value",
        "unit",
        "role",
        "sus",
        "level",
        "motivation",
    ] {
        assert!(
            fields.contains(field),
            "nobody missed {field} among\n{}",
            told(&said)
        );
    }
}
