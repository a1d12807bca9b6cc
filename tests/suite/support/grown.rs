//! The demo's portfolio, many times over.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use uuid::Uuid;

use super::demo::portfolio_json;

/// The demo's portfolio with so many copies of its initiatives beside them, in the same areas, and as
/// many more deliveries, benefits and statements of the first initiative itself.
pub fn grown(copies: usize) -> Value {
    let mut portfolio = portfolio_json();
    let original = portfolio.clone();
    let first = original["initiatives"][0]["id"].clone();
    for _ in 0..copies {
        copy(&original, &mut portfolio, |_| true);
        let mut own = original.clone();
        own["initiatives"] = json!([]);
        copy(&own, &mut portfolio, |entity| entity["initiative"] == first);
    }
    portfolio
}

/// Adds the chosen deliveries, benefits and statements with what hangs on them, under new names.
fn copy(from: &Value, to: &mut Value, chosen: impl Fn(&Value) -> bool) {
    let list = |name: &str| from[name].as_array().cloned().unwrap_or_default();
    let mut copied: Vec<(&str, Vec<Value>)> = vec![("initiatives", list("initiatives"))];
    for name in ["deliveries", "benefits", "statements"] {
        copied.push((
            name,
            list(name).into_iter().filter(|entity| chosen(entity)).collect(),
        ));
    }
    let deliveries: Vec<Value> = copied[1]
        .1
        .iter()
        .map(|delivery| delivery["id"].clone())
        .collect();
    let sus = list("sus_evaluations")
        .into_iter()
        .filter(|sus| deliveries.contains(&sus["delivery"]));
    copied.push(("sus_evaluations", sus.collect()));
    // Everything copied gets a new identity, wherever it is named.
    let mut renamed: BTreeMap<String, String> = BTreeMap::new();
    let mut rename = |id: &Value| {
        renamed.insert(id.as_str().expect("an id").to_owned(), Uuid::now_v7().to_string());
    };
    for entity in copied.iter().flat_map(|(_, entities)| entities) {
        rename(&entity["id"]);
        let figures = entity["figures"].as_array().cloned().unwrap_or_default();
        figures.iter().for_each(|figure| rename(&figure["id"]));
    }
    for (name, entities) in copied {
        let all = to[name].as_array_mut().expect("a list");
        for mut entity in entities {
            apply(&mut entity, &renamed);
            all.push(entity);
        }
    }
}

fn apply(value: &mut Value, renamed: &BTreeMap<String, String>) {
    match value {
        Value::String(text) => {
            if let Some(new) = renamed.get(text.as_str()) {
                text.clone_from(new);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| apply(item, renamed)),
        Value::Object(fields) => fields.values_mut().for_each(|field| apply(field, renamed)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
