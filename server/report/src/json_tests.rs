use jsonschema::Validator;
use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::json;
use crate::test_models::{decided, open};

const SCHEMA: &str = include_str!("../../../docs/report.schema.json");

fn reports() -> [Value; 2] {
    [decided(), open()]
        .map(|model| serde_json::from_slice(&json(&model).expect("a report as JSON")).expect("JSON"))
}

fn schema() -> Validator {
    let schema = serde_json::from_str(SCHEMA).expect("JSON");
    jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .expect("a schema")
}

fn violations(report: &Value) -> Vec<String> {
    schema()
        .iter_errors(report)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}

#[test]
fn reports_follow_the_schema() {
    for report in reports() {
        assert_eq!(violations(&report), [""; 0]);
    }
}

/// Every key is described, and none may be missing: what is unknown is null.
#[test]
fn the_schema_refuses_what_it_does_not_describe() {
    for report in reports() {
        for key in report.as_object().expect("an object").keys() {
            let mut without = report.clone();
            without.as_object_mut().expect("an object").remove(key);
            assert_ne!(violations(&without), [""; 0], "without {key}");
        }
        let changes: [(&str, Value); 6] = [
            ("/unheard", json!("of")),
            ("/overall/proposal/percent", json!(55.6)),
            ("/areas/0/level", json!("3")),
            ("/areas/0/deliveries/0/status", json!("done")),
            ("/cut_off", json!("31 december")),
            ("/coverage/due", json!(-1)),
        ];
        for (place, value) in changes {
            let mut changed = report.clone();
            match changed.pointer_mut(place) {
                Some(there) => *there = value,
                None => {
                    let key = place.trim_start_matches('/').to_owned();
                    changed.as_object_mut().expect("an object").insert(key, value);
                }
            }
            assert_ne!(violations(&changed), [""; 0], "{place}");
        }
    }
}

fn decimal(value: &Value) -> Decimal {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    text.parse().expect("a number")
}

fn sum(parts: &Value, name: &str) -> Decimal {
    let parts = parts.as_array().expect("a list").iter();
    parts.map(|part| decimal(&part[name])).sum()
}

#[test]
fn parts_of_hours_and_kronor_are_the_whole() {
    let [decided, open] = reports();
    for name in ["freed_time", "sek_outcome", "realisation"] {
        assert_eq!(decided[name], Value::Null, "{name}: nothing is registered");
    }
    let time = &open["freed_time"];
    for name in ["freed", "known", "unknown", "added", "net"] {
        let whole = decimal(&time["whole"][name]);
        for parts in ["by_area", "by_group", "by_year"] {
            assert_eq!(sum(&time[parts], name), whole, "{parts}, {name}");
        }
    }
    let whole = &time["whole"];
    assert!(decimal(&whole["freed"]) > Decimal::ZERO && decimal(&whole["added"]) > Decimal::ZERO);
    let into: Decimal = whole["into"]
        .as_object()
        .expect("kinds")
        .values()
        .map(decimal)
        .sum();
    assert_eq!(into, decimal(&whole["known"]));

    let outcome = &open["sek_outcome"];
    for (class, amount) in outcome["whole"]["outcome_tkr"].as_object().expect("classes") {
        let by_year = outcome["by_year"].as_array().expect("a list").iter();
        let years: Decimal = by_year
            .filter_map(|year| year["outcome_tkr"].get(class))
            .map(decimal)
            .sum();
        assert_eq!(years, decimal(amount), "{class}");
    }
    let said = &open["realisation"];
    let promised = said["by_year"].as_array().expect("a list").iter();
    let promised: Decimal = promised
        .map(|year| &year["promised_tkr"])
        .filter(|amount| !amount.is_null())
        .map(decimal)
        .sum();
    assert_eq!(promised, decimal(&said["whole"]["promised_tkr"]));
}

#[test]
fn goals_say_how_far_they_have_come() {
    let [_, open] = reports();
    let deliveries = open["areas"].as_array().expect("areas").iter();
    let goals: Vec<&Value> = deliveries
        .flat_map(|area| area["deliveries"].as_array().expect("deliveries"))
        .flat_map(|delivery| delivery["expected"].as_array().expect("benefits"))
        .flat_map(|benefit| benefit["goals"].as_array().expect("goals"))
        .collect();
    assert!(goals.len() > 1, "only {}", goals.len());
    for goal in goals {
        let measured = goal["outcome"] == "measured";
        assert_eq!(goal["fulfilment_percent"].is_string(), measured, "{goal}");
        assert!(!measured || goal["actual"].is_number(), "{goal}");
    }
}
