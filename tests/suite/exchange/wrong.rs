//! A file with anything wrong in it is refused by the name of what is wrong, and nothing of it is imported.

use serde_json::{Value, json};
use service::ServiceError;

use super::{
    NEW_INITIATIVE, NOWHERE, bytes, changed, import, like_the_last, push, refused, state, violations,
};
use crate::support::database::{World, on_both};
use crate::support::demo::Demo;
use crate::support::rows::{audit_seq, count};

on_both!(
    a_file_with_one_bad_row_is_refused_by_name_and_nothing_is_imported,
    a_file_that_breaks_off_or_goes_on_is_refused,
    a_file_is_refused_by_an_empty_database_too,
    what_is_unique_is_refused_by_name,
);

/// A bad row: how it is made, and the place, field and reason that have to be told.
struct Bad {
    what: &'static str,
    spoil: fn(&mut Value),
    place: &'static str,
    field: &'static str,
    reason: &'static str,
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
