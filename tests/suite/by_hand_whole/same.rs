//! Whether two installations say the same.

use std::collections::BTreeMap;

use serde_json::{Map, Value};
use uuid::Uuid;

use super::outcome::DEMANDED;

/// What the entities of an installation are called, by their identities.
pub struct Names(BTreeMap<String, String>);

impl Names {
    /// The names in an installation's whole file.
    pub fn of(file: &Value) -> Self {
        let mut names = Self(BTreeMap::new());
        for (kind, entities) in file.as_object().expect("a document") {
            for entity in entities.as_array().into_iter().flatten() {
                names.entity(kind, entity);
            }
        }
        let all: std::collections::BTreeSet<_> = names.0.values().collect();
        assert_eq!(
            all.len(),
            names.0.len(),
            "two things have the same name: {:#?}",
            names.0
        );
        names
    }

    fn entity(&mut self, kind: &str, entity: &Value) {
        let Some(id) = entity["id"].as_str() else { return };
        // What has no name of its own is known by what it hangs on and its place there.
        let known_by: &[&str] = if entity["name"].is_string() {
            &["number", "name"]
        } else {
            &[
                "to_year",
                "initiative",
                "delivery",
                "ordinal",
                "report",
                "subject",
            ]
        };
        let known_by: Vec<String> = known_by
            .iter()
            .filter(|field| !entity[**field].is_null())
            .map(|field| entity[*field].to_string())
            .collect();
        let name = self.told_text(&format!("{kind}: {}", known_by.join(", ")));
        for (place, figure) in entity["figures"].as_array().into_iter().flatten().enumerate() {
            let id = figure["id"].as_str().expect("an id").to_owned();
            self.0.insert(id, format!("figure {place} of {name}"));
        }
        self.0.insert(id.to_owned(), name);
    }

    fn told_text(&self, text: &str) -> String {
        let mut told = text.to_owned();
        for (id, name) in &self.0 {
            told = told.replace(id, name);
        }
        told
    }

    /// The same without what by design is not equal:
    ///
    /// 1. Identities are made where something is made: names take their place.
    /// 2. Groups are ticked, and a browser sends ticks in the order of the page: where the source names
    ///    them in another order, no form can say so. They are compared as sets. So are the file's lists
    ///    of entities, which stand in the order of their identities; what has an order says so itself.
    /// 3. `imported` says which way a statement came.
    /// 4. What the form of an assessment demands and the source never said (see [`DEMANDED`]) is
    ///    compared as nothing; so are an empty text and none.
    pub fn told(&self, value: Value) -> Value {
        match value {
            Value::String(text) if Uuid::parse_str(&text).is_ok() => Value::String(
                self.0
                    .get(&text)
                    .unwrap_or_else(|| panic!("no name: {text}"))
                    .clone(),
            ),
            Value::String(text) if text.is_empty() || text == DEMANDED => Value::Null,
            Value::Array(items) => items.into_iter().map(|item| self.told(item)).collect(),
            Value::Object(fields) => Value::Object(self.object(fields)),
            other => other,
        }
    }

    fn object(&self, fields: Map<String, Value>) -> Map<String, Value> {
        let is_file = fields.contains_key("format");
        let level = fields.get("level").cloned();
        fields
            .into_iter()
            .filter(|(field, _)| field != "imported")
            .map(|(field, value)| {
                let mut value = self.told(value);
                if field == "components"
                    && let Value::Object(components) = &mut value
                    && components
                        .values()
                        .all(|component| Some(component) == level.as_ref())
                {
                    components
                        .values_mut()
                        .for_each(|component| *component = Value::Null);
                }
                if (is_file || field == "groups" || field == "main_groups")
                    && let Value::Array(set) = &mut value
                {
                    set.sort_by_key(ToString::to_string);
                }
                (field, value)
            })
            .collect()
    }
}

/// Every place where the two differ, as a path with both values.
pub fn differences(one: &Value, other: &Value) -> Vec<String> {
    let mut found = Vec::new();
    compare("", one, other, &mut found);
    found
}

fn compare(path: &str, one: &Value, other: &Value, found: &mut Vec<String>) {
    match (one, other) {
        (Value::Object(left), Value::Object(right)) => {
            let fields: std::collections::BTreeSet<_> = left.keys().chain(right.keys()).collect();
            for field in fields {
                let of = |map: &Map<String, Value>| map.get(field).cloned().unwrap_or_default();
                compare(&format!("{path}.{field}"), &of(left), &of(right), found);
            }
        }
        (Value::Array(left), Value::Array(right)) if left.len() == right.len() => {
            for (place, (one, other)) in left.iter().zip(right).enumerate() {
                compare(&format!("{path}[{place}]"), one, other, found);
            }
        }
        _ if one != other => found.push(format!("{path}: {} ≠ {}", short(one), short(other))),
        _ => {}
    }
}

fn short(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(400) {
        Some((cut, _)) => format!("{}…", &text[..cut]),
        None => text,
    }
}

#[test]
fn a_difference_is_told_by_its_place() {
    let one = serde_json::json!({ "a": [{ "b": 1 }, { "b": 2 }], "c": null });
    let other = serde_json::json!({ "a": [{ "b": 1 }, { "b": 3 }], "d": [] });
    assert_eq!(differences(&one, &other), [".a[1].b: 2 ≠ 3", ".d: null ≠ []"]);
    assert!(differences(&one, &one.clone()).is_empty());
}
