//! The whole portfolio in one file: out and in again without loss, all of it or nothing.

use std::sync::LazyLock;

use domain::role::Role;
use jsonschema::Validator;
use serde_json::{Value, json};
use service::exchange::{ImportProblem, Imported, portfolio_export, portfolio_import};
use service::{Format, ServiceError, Services};
use store::Kind;

use crate::support::database::{World, on, on_both};
use crate::support::demo::{Demo, export, portfolio, portfolio_json};
use crate::support::folder::Folder;
use crate::support::program::{program, said};
use crate::support::rows::{audit_seq, count, things_done};
use crate::support::{operator, repository_file};

on_both!(
    what_is_exported_is_imported_elsewhere_without_loss,
    an_import_again_does_nothing_and_leaves_no_event,
    an_import_adds_what_is_new_changes_what_differs_and_removes_nothing,
    what_is_changed_by_an_import_is_in_the_audit_log,
    a_file_with_one_bad_row_is_refused_by_name_and_nothing_is_imported,
    a_file_that_breaks_off_or_goes_on_is_refused,
    a_file_is_refused_by_an_empty_database_too,
    what_is_unique_is_refused_by_name,
    a_decided_report_is_never_changed_by_an_import,
    a_decided_report_comes_with_its_stored_content,
    order_in_the_file_does_not_matter,
    an_export_follows_the_schema,
    an_empty_database_gives_no_file_that_cannot_be_imported,
    a_large_portfolio_is_imported_whole,
    the_example_in_the_documentation_is_imported_as_it_stands,
);

async fn import(services: &Services, file: &[u8]) -> Result<Imported, ServiceError> {
    portfolio_import(&operator(), services, file).await
}

fn bytes(document: &Value) -> Vec<u8> {
    document.to_string().into_bytes()
}

/// The portfolio as a file, and how many things were done; taking the file is not one of them.
async fn state(services: &Services) -> (Vec<u8>, i64) {
    (export(services).await, things_done(&services.store).await)
}

fn refused(answer: Result<Imported, ServiceError>) -> Vec<ImportProblem> {
    match answer {
        Err(ServiceError::Import(error)) => error.0,
        Err(other) => panic!("refused without naming the row: {other:?}"),
        Ok(imported) => panic!("it was imported: {imported:?}"),
    }
}

async fn what_is_exported_is_imported_elsewhere_without_loss(world: World) {
    let first = world.services().await;
    let imported = import(&first, &portfolio()).await.expect("imports");
    assert!(
        imported.added > 200 && imported.changed == 0 && imported.frozen == 1,
        "{imported:?}"
    );
    let out = export(&first).await;

    let second = world.services().await;
    import(&second, &out).await.expect("imports");
    let again = export(&second).await;
    assert!(out == again, "the second export differs");
    for year in [2024, 2025] {
        let [a, b] =
            [&first, &second].map(|services| service::report_render(&OPERATOR, services, year, Format::Json));
        assert!(
            a.await.expect("renders") == b.await.expect("renders"),
            "the report {year} differs"
        );
    }

    // And what was written by hand comes out as it went in: nothing but defaults is added.
    let exported: Value = serde_json::from_slice(&out).expect("JSON");
    for (name, list) in portfolio_json().as_object().expect("an object") {
        if let (Some(given), Some(got)) = (list.as_array(), exported[name].as_array())
            && name != "frozen_reports"
        {
            assert_eq!(given.len(), got.len(), "{name}");
            for entity in given {
                let found = got.iter().find(|one| one["id"] == entity["id"]);
                let found = found.unwrap_or_else(|| panic!("{name} {} is not there", entity["id"]));
                contains(found, entity, name);
            }
        }
    }
}

static OPERATOR: LazyLock<domain::ctx::Ctx> = LazyLock::new(operator);

/// Every given field is there with its value.
fn contains(found: &Value, given: &Value, place: &str) {
    match (found, given) {
        (Value::Object(found), Value::Object(given)) => {
            for (name, value) in given {
                contains(
                    found.get(name).unwrap_or(&Value::Null),
                    value,
                    &format!("{place}.{name}"),
                );
            }
        }
        (Value::Array(found), Value::Array(given)) => {
            assert_eq!(found.len(), given.len(), "{place}");
            for (found, given) in found.iter().zip(given) {
                contains(found, given, place);
            }
        }
        _ => assert_eq!(found, given, "{place}"),
    }
}

async fn an_import_again_does_nothing_and_leaves_no_event(world: World) {
    let services = world.services().await;
    import(&services, &portfolio()).await.expect("imports");
    let (out, events) = state(&services).await;
    for file in [portfolio(), out.clone()] {
        let again = import(&services, &file).await.expect("imports");
        assert!(again.is_nothing(), "{again:?}");
    }
    assert!(state(&services).await == (out, events));
}

/// The demo with something new and something changed in it, all of it in order.
fn changed() -> Value {
    let mut document = portfolio_json();
    let area = document["areas"][0]["id"].clone();
    document["units"].as_array_mut().expect("a list").push(json!({
        "id": NEW, "name": "En ny enhet",
    }));
    document["initiatives"].as_array_mut().expect("a list").push(json!({
        "id": NEW_INITIATIVE, "name": "Ett nytt initiativ", "area": area, "status": { "value": "ongoing" },
    }));
    document["areas"][1]["name"] = json!("Ett nytt namn");
    document["deliveries"][0]["note"] = json!("En ny anmärkning");
    document
}

const NEW: &str = "01961c54-8c00-7f01-8000-000000000001";
const NEW_INITIATIVE: &str = "01961c54-8c00-7f02-8000-000000000001";
const NOWHERE: &str = "01961c54-8c00-7f03-8000-000000000001";

async fn an_import_adds_what_is_new_changes_what_differs_and_removes_nothing(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let mut document = changed();
    // What a file does not mention stays, whatever refers to it.
    document["sus_evaluations"] = json!([]);
    let sus = count(&services.store, "sus_evaluation").await;
    let imported = import(services, &bytes(&document)).await.expect("imports");
    assert_eq!(
        imported,
        Imported {
            added: 2,
            changed: 2,
            frozen: 0
        }
    );
    assert_eq!(count(&services.store, "sus_evaluation").await, sus);
    let out: Value = serde_json::from_slice(&export(services).await).expect("JSON");
    assert_eq!(out["areas"][1]["name"], "Ett nytt namn");
    assert_eq!(out["deliveries"][0]["note"], "En ny anmärkning");
}

async fn what_is_changed_by_an_import_is_in_the_audit_log(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let before = audit_seq(&services.store).await;
    import(services, &bytes(&changed())).await.expect("imports");
    let what =
        format!("SELECT action || ' ' || subject_kind FROM audit_event WHERE seq > {before} ORDER BY seq");
    let events = crate::support::rows::texts(&services.store, &what).await;
    assert_eq!(
        events,
        [
            "area.import area",
            "delivery.import delivery",
            "portfolio.import portfolio"
        ]
    );
    let payload = format!("SELECT payload FROM audit_payload WHERE seq = {}", before + 1);
    let payload: Value =
        serde_json::from_str(&crate::support::rows::text(&services.store, &payload).await).expect("JSON");
    assert_eq!(payload["who"], "operator");
    assert_ne!(payload["before"]["name"], payload["after"]["name"]);
}

/// A bad row: how it is made, and the place, field and reason that have to be told.
struct Bad {
    what: &'static str,
    spoil: fn(&mut Value),
    place: &'static str,
    field: &'static str,
    reason: &'static str,
}

fn push(document: &mut Value, list: &str, entity: Value) {
    document[list].as_array_mut().expect("a list").push(entity);
}

/// The last of a list, under a new name, with some fields as given.
fn like_the_last(document: &mut Value, list: &str, fields: Value) {
    let mut entity = document[list]
        .as_array()
        .expect("a list")
        .last()
        .expect("not empty")
        .clone();
    entity["id"] = json!(NOWHERE);
    if entity.get("figures").is_some() {
        entity["figures"] = json!([]);
    }
    for (name, value) in fields.as_object().expect("fields") {
        entity[name] = value.clone();
    }
    push(document, list, entity);
}

fn figure(value: Value) -> Value {
    let mut figure = json!({
        "id": "01961c54-8c00-7f04-8000-000000000001",
        "what": "andel",
        "value": "1",
        "unit": "%",
        "role": { "value": "outcome" },
    });
    for (name, value) in value.as_object().expect("fields") {
        figure[name] = value.clone();
    }
    json!([figure])
}

/// One of each kind, at the end of its list. In the demo there are 5 areas, 41 initiatives (and one
/// that [`changed`] adds), 33 deliveries, 59 benefits, 75 statements, 7 evaluations, 2 reports.
#[rustfmt::skip]
fn bad_rows() -> Vec<Bad> {
    macro_rules! bad {
        ($($what:literal, $place:literal, $field:literal, $reason:literal, $spoil:expr;)+) => {
            vec![$(Bad { what: $what, place: $place, field: $field, reason: $reason, spoil: $spoil }),+]
        };
    }
    bad! {
        "an unknown reference", "deliveries[33]", "initiative", "there is no initiative",
            |d| like_the_last(d, "deliveries", json!({ "initiative": NEW_BUT_UNKNOWN }));
        "a reference to another kind", "benefits[59]", "delivery", "a delivery is needed",
            |d| like_the_last(d, "benefits", json!({ "delivery": NEW_INITIATIVE }));
        "an unknown group of a statement", "statements[75]", "groups", "there is no benefit group",
            |d| like_the_last(d, "statements", json!({ "groups": [NEW_BUT_UNKNOWN] }));
        "an unknown benefit of a statement", "statements[75]", "benefits", "there is no benefit",
            |d| like_the_last(d, "statements", json!({ "benefits": [NEW_BUT_UNKNOWN] }));
        "a group named twice", "benefits[59]", "groups", "stands there twice",
            |d| { let g = d["benefit_groups"][0]["id"].clone();
                like_the_last(d, "benefits", json!({ "groups": [{ "group": g }, { "group": g }] })) };
        "shares that are more than the whole", "benefits[59]", "groups", "no parts of 100",
            |d| { let (a, b) = (d["benefit_groups"][0]["id"].clone(), d["benefit_groups"][1]["id"].clone());
                like_the_last(d, "benefits", json!({ "groups": [
                    { "group": a, "share": "60" }, { "group": b, "share": "60" }] })) };
        "a share below nothing", "benefits[59]", "groups", "no parts of 100",
            |d| { let g = d["benefit_groups"][0]["id"].clone();
                like_the_last(d, "benefits", json!({ "groups": [{ "group": g, "share": "-1" }] })) };
        "an id used twice in the file", "initiatives[42]", "id", "used twice",
            |d| { let last = d["initiatives"][41].clone(); push(d, "initiatives", last) };
        "an id that names something else", "units[8]", "id", "already names",
            |d| { let id = d["deliveries"][0]["id"].clone(); push(d, "units", json!({ "id": id, "name": "x" })) };
        "an id of a figure used twice", "statements[75].figures", "id", "used twice",
            |d| { let figures = d["statements"][0]["figures"].clone();
                like_the_last(d, "statements", json!({ "figures": figures })) };
        "a UUID of another version", "units[8]", "id", "version 7",
            |d| push(d, "units", json!({ "id": "6f1c2a8e-3b4d-4c5e-8f60-718293a4b5c6", "name": "x" }));
        "no UUID", "units[8].id", "", "",
            |d| push(d, "units", json!({ "id": "17", "name": "x" }));
        "a wrong code", "statements[75].finding.value", "", "maybe",
            |d| like_the_last(d, "statements", json!({ "finding": { "value": "maybe" } }));
        "a date that does not fit its precision", "deliveries[33].launches[0].actual", "", "2024-13",
            |d| like_the_last(d, "deliveries",
                json!({ "launches": [{ "actual": { "when": "2024-13", "precision": "month" } }] }));
        "an unknown precision", "deliveries[33].launches[0].actual", "", "decade",
            |d| like_the_last(d, "deliveries",
                json!({ "launches": [{ "actual": { "when": "2024", "precision": "decade" } }] }));
        "no day", "statements[75].as_of.value", "", "",
            |d| like_the_last(d, "statements", json!({ "as_of": { "value": "2024-02-30" } }));
        "an unknown field", "areas[5].colour", "", "colour",
            |d| like_the_last(d, "areas", json!({ "colour": "blue", "number": "4.6" }));
        "an unknown field of a figure", "statements[75].figures[0].colour", "", "colour",
            |d| like_the_last(d, "statements", json!({ "figures": figure(json!({ "colour": "blue" })) }));
        "an unknown list", "", "", "wishes",
            |d| d["wishes"] = json!([]);
        "a missing field", "units[8]", "", "name",
            |d| push(d, "units", json!({ "id": NOWHERE }));
        "a missing list", "", "", "sus_evaluations",
            |d| { d.as_object_mut().expect("an object").remove("sus_evaluations"); };
        "an empty name", "initiatives[42]", "name", "is empty",
            |d| like_the_last(d, "initiatives", json!({ "name": "" }));
        "a blank name", "initiatives[42]", "name", "is empty",
            |d| like_the_last(d, "initiatives", json!({ "name": " \n" }));
        "a benefit without a group", "benefits[59]", "groups", "is empty",
            |d| like_the_last(d, "benefits", json!({ "groups": [] }));
        "an end before the beginning", "benefits[59]", "expected_to", "before the beginning",
            |d| like_the_last(d, "benefits",
                json!({ "expected_from": "2025-01-01", "expected_to": "2024-01-01" }));
        "a budget that ends before it begins", "areas[5]", "budgets", "before from_year",
            |d| like_the_last(d, "areas", json!({ "number": "4.6",
                "budgets": [{ "from_year": 2024, "to_year": 2022, "amount": 1 }] }));
        "a number instead of a decimal", "statements[75].figures[0].value", "", "",
            |d| like_the_last(d, "statements", json!({ "figures": figure(json!({ "value": 40.9 })) }));
        "a span that goes backwards", "statements[75].figures", "value_to", "below value",
            |d| like_the_last(d, "statements",
                json!({ "figures": figure(json!({ "value": "2", "value_to": "1" })) }));
        "a follow-up of what is confirmed", "statements[75]", "follow_up", "later",
            |d| like_the_last(d, "statements", json!({ "finding": { "value": "confirmed" },
                "follow_up": { "when": "2026", "precision": "year" } }));
        "a SUS score beyond the scale", "sus_evaluations[7]", "result", "",
            |d| like_the_last(d, "sus_evaluations", json!({ "result": { "score": "101" } }));
        "a SUS answer beyond the scale", "sus_evaluations[7]", "result", "",
            |d| like_the_last(d, "sus_evaluations", json!({ "result": { "answers": [[6, 1, 1, 1, 1, 1, 1, 1, 1, 1]] } }));
        "an initiative that depends on itself", "initiatives[42]", "depends_on", "itself",
            |d| like_the_last(d, "initiatives", json!({ "depends_on": [NOWHERE] }));
        "thresholds that do not ascend", "grading_schemes[1]", "viss_above", "ascend",
            |d| like_the_last(d, "grading_schemes", json!({ "godkand_from": "80" }));
        "a decision of a draft", "reports[2]", "decision", "exactly when",
            |d| { let decision = d["reports"][0]["decision"].clone();
                like_the_last(d, "reports", json!({ "to_year": 2026, "decision": decision })) };
        "a report that ends before it begins", "reports[2]", "to_year", "before from_year",
            |d| like_the_last(d, "reports", json!({ "to_year": 2020 }));
        "another version of the format", "version", "", "only 1",
            |d| d["version"] = json!(2);
        "another format", "format", "", "nytta-portfolio",
            |d| d["format"] = json!("excel");
        "a decided report with another title", "reports[0]", "", "decided",
            |d| d["reports"][0]["title"] = json!("En annan");
        "a decided report reopened", "reports[0]", "", "decided",
            |d| { d["reports"][0]["state"] = json!("draft"); d["reports"][0]["decision"] = json!(null) };
        "an assessment of a decided report with another level", "assessments[9]", "", "decided",
            |d| d["assessments"][9]["level"] = json!("full");
        "a second assessment of a decided report", "assessments[10]", "", "decided",
            |d| like_the_last(d, "assessments", json!({}));
        "stored content that does not belong to its digest", "frozen_reports[0]", "sha256", "does not belong",
            |d| { let report = d["reports"][0]["id"].clone();
                d["frozen_reports"] = json!([{ "report": report, "sha256": "0".repeat(64), "model": {} }]) };
    }
}

const NEW_BUT_UNKNOWN: &str = "01961c54-8c00-7fff-8000-00000000000f";

async fn a_file_with_one_bad_row_is_refused_by_name_and_nothing_is_imported(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let before = state(services).await;
    let (mut wrong, bad_rows) = (Vec::new(), bad_rows());
    assert!(bad_rows.len() > 30);
    for bad in &bad_rows {
        // All that stands before the bad row is good, and would show.
        let mut document = changed();
        (bad.spoil)(&mut document);
        let answer = import(services, &bytes(&document)).await;
        let Err(ServiceError::Import(error)) = answer else {
            wrong.push(format!("{}: {answer:?}", bad.what));
            continue;
        };
        let named = error.0.iter().any(|problem| {
            problem.place.ends_with(bad.place)
                && problem.field == bad.field
                && problem.reason.contains(bad.reason)
        });
        if !named {
            wrong.push(format!("{}: said {:?}", bad.what, error.0));
        }
        let told = error.to_string();
        if !told.starts_with("nothing was imported") || !told.contains(bad.reason) {
            wrong.push(format!("{}: told {told}", bad.what));
        }
        if state(services).await != before {
            wrong.push(format!("{}: something was imported", bad.what));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    // The same file without a bad row goes in.
    import(services, &bytes(&changed())).await.expect("imports");
}

async fn a_file_that_breaks_off_or_goes_on_is_refused(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let before = state(services).await;
    let whole = serde_json::to_vec_pretty(&changed()).expect("JSON");
    let half = &whole[..whole.len() / 2];
    let lines = String::from_utf8_lossy(half).lines().count();
    let problems = refused(import(services, half).await);
    assert!(
        problems[0].place.starts_with(&format!("line {lines}")),
        "{problems:?}"
    );
    let twice = [whole.as_slice(), b"\n{}"].concat();
    let problems = refused(import(services, &twice).await);
    assert!(
        problems[0].reason.contains("after the document's end"),
        "{problems:?}"
    );
    for nothing in [b"".as_slice(), b"null", b"[]", b"\xff\xfe", b"<xml/>"] {
        refused(import(services, nothing).await);
    }
    assert!(state(services).await == before, "something was imported");
}

async fn a_file_is_refused_by_an_empty_database_too(world: World) {
    let services = world.services().await;
    let mut document = changed();
    like_the_last(
        &mut document,
        "statements",
        json!({ "delivery": NEW_BUT_UNKNOWN }),
    );
    let problems = refused(import(&services, &bytes(&document)).await);
    assert_eq!(problems.len(), 1, "{problems:?}");
    for table in [
        "agency",
        "area",
        "initiative",
        "statement",
        "report",
        "frozen_report",
    ] {
        assert_eq!(count(&services.store, table).await, 0, "{table}");
    }
    assert_eq!(audit_seq(&services.store).await, 0);
}

async fn what_is_unique_is_refused_by_name(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let before = state(services).await;
    let mut wrong = Vec::new();
    for (what, list, fields) in [
        ("an area's number in its set", "areas", json!({})),
        ("a group's code", "benefit_groups", json!({})),
    ] {
        let mut document = changed();
        like_the_last(&mut document, list, fields);
        let answer = import(services, &bytes(&document)).await;
        if !matches!(&answer, Err(ServiceError::Import(error)) if error.0[0].place.starts_with(list)) {
            wrong.push(format!("{what}: {answer:?}"));
        }
        if state(services).await != before {
            wrong.push(format!("{what}: something was imported"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

async fn a_decided_report_is_never_changed_by_an_import(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let decided = demo.report(2024).await;
    // What it was compiled from changes under it; its own content does not.
    let mut document = changed();
    document["benefits"][0]["description"] = json!("Något annat");
    document["areas"][0]["purpose"] = json!("Något annat");
    document["agency"]["name"] = json!("En annan myndighet");
    import(services, &bytes(&document)).await.expect("imports");
    assert!(
        demo.report(2024).await == decided,
        "the decided report has changed"
    );
    assert_eq!(demo.report_json(2025).await["agency"], "En annan myndighet");

    // An export after that still carries the content as it was decided.
    let elsewhere = world.services().await;
    import(&elsewhere, &export(services).await)
        .await
        .expect("imports");
    let there = service::report_render(&OPERATOR, &elsewhere, 2024, Format::Json)
        .await
        .expect("renders");
    assert!(there == decided, "the decided report has changed on its way");
}

async fn a_decided_report_comes_with_its_stored_content(world: World) {
    let first = world.services().await;
    import(&first, &portfolio()).await.expect("imports");
    let mut document: Value = serde_json::from_slice(&export(&first).await).expect("JSON");
    let frozen = document["frozen_reports"].as_array().expect("a list").clone();
    assert_eq!(frozen.len(), 1);
    // The content of another report, under its own digest, is not this one's.
    let model = frozen[0]["model"].clone();
    let text = model
        .to_string()
        .replace(document["reports"][0]["id"].as_str().expect("an id"), NOWHERE);
    let digest: String = {
        use sha2::{Digest, Sha256};
        Sha256::digest(text.as_bytes())
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    };
    document["frozen_reports"][0]["sha256"] = json!(digest);
    document["frozen_reports"][0]["model"] = serde_json::from_str(&text).expect("JSON");
    let second = world.services().await;
    let problems = refused(import(&second, &bytes(&document)).await);
    assert!(
        problems.iter().any(|problem| problem.field == "model"),
        "{problems:?}"
    );
}

/// Lists may come in any order, and a thing before the one that it refers to.
async fn order_in_the_file_does_not_matter(world: World) {
    let (first, second) = (world.services().await, world.services().await);
    let mut document = portfolio_json();
    let parent = json!("01961c54-8c00-7f05-8000-000000000001");
    push(
        &mut document,
        "units",
        json!({ "id": NEW, "name": "En del", "parent": parent }),
    );
    push(
        &mut document,
        "units",
        json!({ "id": parent, "name": "Helheten" }),
    );
    let superseded = document["statements"][74]["id"].clone();
    let mut correction = document["statements"][74].clone();
    correction["id"] = json!(NOWHERE);
    correction["figures"] = json!([]);
    correction["supersedes"] = superseded;
    document["statements"]
        .as_array_mut()
        .expect("a list")
        .insert(0, correction);
    document["portfolios"].as_array_mut().expect("a list").reverse();
    import(&first, &bytes(&document)).await.expect("imports");
    for (name, list) in document.as_object_mut().expect("an object") {
        // Versions of an assessment are numbered in the order of the file.
        if let Some(list) = list.as_array_mut().filter(|_| name != "assessments") {
            list.reverse();
        }
    }
    import(&second, &bytes(&document)).await.expect("imports");
    let [first, second] = [export(&first).await, export(&second).await]
        .map(|file| serde_json::from_slice::<Value>(&file).expect("JSON"));
    for name in document.as_object().expect("an object").keys() {
        assert_eq!(first[name], second[name], "{name}");
    }
}

pub(crate) fn schema() -> Validator {
    let schema = serde_json::from_str(&repository_file("docs/exchange.schema.json")).expect("JSON");
    jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .expect("a schema")
}

fn violations(document: &Value) -> Vec<String> {
    schema()
        .iter_errors(document)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}

#[test]
fn the_demo_follows_the_schema() {
    assert_eq!(violations(&portfolio_json()), [""; 0]);
}

async fn an_export_follows_the_schema(world: World) {
    let demo = Demo::load(&world).await;
    let document: Value = serde_json::from_slice(&demo.export().await).expect("JSON");
    assert_eq!(violations(&document), [""; 0]);
}

async fn an_empty_database_gives_no_file_that_cannot_be_imported(world: World) {
    let services = world.services().await;
    match portfolio_export(&operator(), &services).await {
        Err(ServiceError::State(_) | ServiceError::NotFound) => {}
        Err(other) => panic!("{other:?}"),
        Ok(file) => {
            let document: Value = serde_json::from_slice(&file).expect("JSON");
            assert_eq!(violations(&document), [""; 0]);
            import(&services, &file).await.expect("imports");
        }
    }
}

#[test]
fn a_file_that_standard_output_goes_to_has_the_export_alone_in_it() {
    let folder = Folder::new();
    let (url, whole, out) = (
        folder.database("nytta.sqlite"),
        folder.file("portfolio.json"),
        folder.file("out.json"),
    );
    std::fs::write(&whole, portfolio()).expect("a file");
    let imported = program(&url, &["import", &whole]).output().expect("it ends");
    assert!(imported.status.success(), "{}", said(&imported));
    let expected = program(&url, &["export"]).output().expect("it ends").stdout;
    // By the name of all standard outputs, and by its own.
    for name in ["/dev/stdout", &out] {
        let redirected = std::fs::File::create(&out).expect("a file");
        let mut export = program(&url, &["export", "-o", name]);
        let output = export.stdout(redirected).output().expect("it ends");
        assert!(output.status.success(), "{}", said(&output));
        let written = std::fs::read(&out).expect("the export");
        assert!(written == expected, "{name}: something else is in it");
    }
}

async fn a_large_portfolio_is_imported_whole(world: World) {
    // More values than SQLite takes in one statement; and each statement corrects the one after it.
    let mut document = portfolio_json();
    for _ in 0..1_700 {
        let id = uuid::Uuid::now_v7();
        like_the_last(&mut document, "statements", json!({ "id": id }));
    }
    let statements = document["statements"].as_array_mut().expect("a list");
    for index in 0..statements.len() - 1 {
        statements[index]["supersedes"] = statements[index + 1]["id"].clone();
    }
    let expected = statements.len() as i64;
    assert!(expected * 20 > 32_766, "only {expected} statements");
    let services = world.services().await;
    import(&services, &bytes(&document)).await.expect("imports");
    assert_eq!(count(&services.store, "statement").await, expected);
    let out = export(&services).await;
    assert!(import(&services, &out).await.expect("imports").is_nothing());
}

/// What a schema can say of a bad row, it says; references and the like are the import's.
#[test]
fn the_schema_refuses_what_the_import_refuses() {
    let beyond = [
        "an unknown reference",
        "a reference to another kind",
        "an unknown group of a statement",
        "an unknown benefit of a statement",
        "an id used twice in the file",
        "an id that names something else",
        "an id of a figure used twice",
        "a group named twice",
        "shares that are more than the whole",
        "a share below nothing",
        "an end before the beginning",
        "a budget that ends before it begins",
        "a span that goes backwards",
        "an initiative that depends on itself",
        "a blank name",
        "a follow-up of what is confirmed",
        "a decision of a draft",
        "thresholds that do not ascend",
        "a report that ends before it begins",
        "a decided report with another title",
        "a decided report reopened",
        "an assessment of a decided report with another level",
        "a second assessment of a decided report",
        "stored content that does not belong to its digest",
    ];
    let mut wrong = Vec::new();
    for bad in bad_rows() {
        let mut document = changed();
        (bad.spoil)(&mut document);
        let found = violations(&document);
        if found.is_empty() != beyond.contains(&bad.what) {
            wrong.push(format!("{}: {found:?}", bad.what));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The file that ends docs/exchange.md.
fn example() -> Value {
    let page = repository_file("docs/exchange.md");
    let (_, rest) = page.split_once("## A minimal example").expect("the chapter");
    let (_, rest) = rest.split_once("```json\n").expect("the file");
    let (file, _) = rest.split_once("```").expect("its end");
    serde_json::from_str(file).expect("JSON")
}

async fn the_example_in_the_documentation_is_imported_as_it_stands(world: World) {
    assert_eq!(violations(&example()), [""; 0]);
    let services = world.services().await;
    let imported = import(&services, &bytes(&example())).await.expect("imports");
    assert_eq!((imported.changed, imported.frozen), (0, 0));
    let report = service::report_render(&OPERATOR, &services, 2026, Format::Json)
        .await
        .expect("renders");
    let report: Value = serde_json::from_slice(&report).expect("JSON");
    assert_eq!(report["coverage"]["stated"], 1);
}

#[test]
fn both_databases_give_the_same_reports_and_the_same_file() {
    let mut told: Vec<Vec<Vec<u8>>> = Vec::new();
    for kind in [Kind::Sqlite, Kind::Postgres] {
        on(kind, |world| {
            let told = &mut told;
            async move {
                let demo = Demo::load(&world).await;
                let mut all = vec![demo.export().await];
                for year in [2024, 2025] {
                    all.push(demo.report(year).await);
                    let ctx = demo.ctx(Role::PortfolioManager);
                    let view = service::overview_view(&ctx, &demo.services, Some(year))
                        .await
                        .expect("may read");
                    assert_eq!(view.ahead, year == 2025, "its cut-off is still to come");
                    all.push(format!("{:?}", view.standing).into_bytes());
                }
                told.push(all);
            }
        });
    }
    for (index, (sqlite, postgres)) in told[0].iter().zip(&told[1]).enumerate() {
        assert!(sqlite == postgres, "answer {index} differs");
        assert!(sqlite.len() > 1_000, "answer {index} is hardly anything");
    }
}
