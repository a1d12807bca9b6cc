use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;

fn paths(before: &Value, after: &Value) -> Vec<String> {
    let changes = difference(before, after);
    changes.iter().map(|change| change.path.join(".")).collect()
}

#[test]
fn only_what_is_not_as_it_was_is_told() {
    let before = json!({ "name": "A", "note": null, "size": "large", "figures": [1, 2] });
    let after = json!({ "name": "B", "note": "ny", "size": "large", "figures": [2] });
    let changes = difference(&before, &after);
    assert_eq!(paths(&before, &after), ["figures", "name", "note"]);
    assert_eq!(
        (&changes[1].before, &changes[1].after),
        (&Some(json!("A")), &Some(json!("B")))
    );
}

#[test]
fn fields_within_fields_are_told_by_their_way() {
    let before = json!({ "decision": { "on": "2025-02-18", "forum": null } });
    let after = json!({ "decision": { "on": "2025-02-19", "forum": null } });
    assert_eq!(paths(&before, &after), ["decision.on"]);
    let none = json!({ "decision": null });
    assert_eq!(paths(&none, &after), ["decision"]);
}

#[test]
fn a_change_is_applied_where_its_way_leads() {
    let before = json!({ "decision": { "on": "2025-02-18", "forum": null } });
    let after = json!({ "decision": { "on": "2025-02-19", "forum": null } });
    assert_eq!(apply(&before, &difference(&before, &after)), after);
}

#[test]
fn a_reading_and_a_date_are_one_value() {
    let before = json!({ "status": { "value": "planned", "interpreted": true } });
    let after = json!({ "status": { "value": "planned", "interpreted": false } });
    assert_eq!(paths(&before, &after), ["status"]);
    let before = json!({ "follow_up": { "when": "2025", "precision": "year" } });
    let after = json!({ "follow_up": { "when": "2026", "precision": "year" } });
    assert_eq!(paths(&before, &after), ["follow_up"]);
}

#[test]
fn a_bare_value_changes_as_a_whole() {
    let changes = difference(&json!("submitted"), &json!("approved"));
    assert_eq!(changes.len(), 1);
    assert!(changes[0].path.is_empty());
    assert_eq!(apply(&json!("submitted"), &changes), json!("approved"));
}

#[test]
fn a_field_that_is_gone_is_not_the_same_as_an_empty_one() {
    let changes = difference(&json!({ "a": null }), &json!({}));
    assert_eq!(
        (&changes[0].before, &changes[0].after),
        (&Some(Value::Null), &None)
    );
    assert!(is_silent(changes[0].before.as_ref()) && is_silent(changes[0].after.as_ref()));
    assert!(!is_silent(Some(&json!(false))) && !is_silent(Some(&json!(0))));
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-3_i64..3).prop_map(Value::from),
        "[ab]{0,2}".prop_map(Value::from),
    ];
    // Few names, so that both sides often have the same; those of one value among them.
    let name = prop_oneof![
        Just("a"),
        Just("b"),
        Just("value"),
        Just("interpreted"),
        Just("when"),
        Just("precision")
    ];
    leaf.prop_recursive(4, 32, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(name.clone().prop_map(str::to_owned), inner, 0..4)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn applying_a_difference_loses_nothing(before in value(), after in value()) {
        prop_assert_eq!(apply(&before, &difference(&before, &after)), after);
    }

    #[test]
    fn equal_values_do_not_differ(one in value()) {
        prop_assert!(difference(&one, &one).is_empty());
    }

    #[test]
    fn both_ways_tell_the_same_fields(before in value(), after in value()) {
        let turned: Vec<Change> = difference(&after, &before)
            .into_iter()
            .map(|change| Change { path: change.path, before: change.after, after: change.before })
            .collect();
        prop_assert_eq!(difference(&before, &after), turned);
    }
}
