//! The whole portfolio of 2022–2024, typed in form by form by people of the right roles, gives the same
//! reports and the same file as the import of it.

mod hand;
mod outcome;
mod rows;
mod same;
mod typed;

use domain::id::ReportId;
use domain::role::{Role, Scope};
use serde_json::{Value, json};
use service::Services;
use service::exchange::portfolio_import;

use crate::support::database::{World, on_both};
use crate::support::demo::{export, portfolio_json, somebody};
use crate::support::operator;

use hand::Hand;
use same::{Names, differences};

on_both!(what_is_typed_by_hand_is_what_is_imported);

/// The demo's file as it was the day before its report was decided: a decision is not made by a form
/// that one writes alone, and what is decided cannot be compared with what still waits.
fn undecided() -> Value {
    let mut portfolio = portfolio_json();
    let list = |portfolio: &mut Value, name: &str| portfolio[name].as_array().cloned().expect("a list");
    let reports = list(&mut portfolio, "reports").into_iter().map(|mut report| {
        report["state"] = json!("draft");
        report["decision"] = Value::Null;
        report
    });
    portfolio["reports"] = reports.collect();
    let assessments = list(&mut portfolio, "assessments").into_iter().map(|mut one| {
        one["state"] = json!("submitted");
        one
    });
    portfolio["assessments"] = assessments.collect();
    portfolio
}

/// Every report as its page has it, by its last year.
async fn reports(services: &Services) -> Value {
    let reader = somebody(Role::SteeringUnit, Scope::All);
    let heads = service::report_list(&reader, services).await.expect("may read");
    let mut all = serde_json::Map::new();
    for head in heads.into_iter().map(|one| one.head) {
        let id: ReportId = head.id;
        let view = service::report_view(&reader, services, id)
            .await
            .expect("may read");
        let model = serde_json::to_value(&view.model).expect("the model as JSON");
        all.insert(head.to_year.to_string(), model);
    }
    Value::Object(all)
}

/// The reports and the whole file of an installation, with names in the place of identities.
async fn told(services: &Services) -> (Value, Value) {
    let file: Value = serde_json::from_slice(&export(services).await).expect("the file is JSON");
    let names = Names::of(&file);
    (names.told(reports(services).await), names.told(file))
}

async fn what_is_typed_by_hand_is_what_is_imported(world: World) {
    let file = undecided();
    let imported = world.services().await;
    let answer = portfolio_import(&operator(), &imported, file.to_string().as_bytes()).await;
    answer.expect("imports");
    let (imported_reports, imported_file) = told(&imported).await;

    let typed = world.services().await;
    Hand::new(&typed).portfolio(&file).await;
    let (typed_reports, typed_file) = told(&typed).await;

    let years: Vec<_> = imported_reports.as_object().expect("by year").keys().collect();
    assert_eq!(
        years.len(),
        file["reports"].as_array().map_or(0, Vec::len),
        "{years:?}"
    );
    let reports = differences(&imported_reports, &typed_reports);
    assert!(
        reports.is_empty(),
        "imported ≠ typed, in reports:\n{}",
        reports.join("\n")
    );
    let files = differences(&imported_file, &typed_file);
    assert!(
        files.is_empty(),
        "imported ≠ typed, in the file:\n{}",
        files.join("\n")
    );

    // The comparison sees what is missing: without one statement nothing of this holds.
    let mut short = file;
    short["statements"]
        .as_array_mut()
        .and_then(Vec::pop)
        .expect("a statement");
    let without = world.services().await;
    let answer = portfolio_import(&operator(), &without, short.to_string().as_bytes()).await;
    answer.expect("imports");
    let (short_reports, short_file) = told(&without).await;
    assert!(!differences(&short_reports, &typed_reports).is_empty());
    assert!(!differences(&short_file, &typed_file).is_empty());
}
