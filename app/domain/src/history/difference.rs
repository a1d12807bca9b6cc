//! Two values, field by field.

use serde_json::{Map, Value};

/// A field that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Names of the fields on the way to it; none where the value as a whole is meant.
    pub path: Vec<String>,
    /// How it was; none where there was no such field.
    pub before: Option<Value>,
    /// How it is; none where there is no such field any more.
    pub after: Option<Value>,
}

/// What changed from one value to the other, field by field in the order of their names. Lists and
/// what reads as one value are compared as wholes.
pub fn difference(before: &Value, after: &Value) -> Vec<Change> {
    let mut changes = Vec::new();
    compare(&mut Vec::new(), Some(before), Some(after), &mut changes);
    changes
}

fn compare(path: &mut Vec<String>, before: Option<&Value>, after: Option<&Value>, into: &mut Vec<Change>) {
    if before == after {
        return;
    }
    if let (Some(Value::Object(old)), Some(Value::Object(new))) = (before, after)
        && !is_one_value(old)
        && !is_one_value(new)
    {
        let mut names: Vec<&String> = old.keys().chain(new.keys()).collect();
        names.sort();
        names.dedup();
        for name in names {
            path.push(name.clone());
            compare(path, old.get(name), new.get(name), into);
            path.pop();
        }
        return;
    }
    into.push(Change {
        path: path.clone(),
        before: before.cloned(),
        after: after.cloned(),
    });
}

/// The object reads as one value: a reading with whether it was interpreted, or a date with its
/// precision.
pub fn is_one_value(object: &Map<String, Value>) -> bool {
    let has = |names: [&str; 2]| object.len() == 2 && names.iter().all(|name| object.contains_key(*name));
    has(["value", "interpreted"]) || has(["when", "precision"])
}

/// The value with the changes made to it. What a difference gave, applied to the value before, is
/// the value after.
pub fn apply(before: &Value, changes: &[Change]) -> Value {
    let mut value = before.clone();
    for change in changes {
        put(&mut value, &change.path, change.after.as_ref());
    }
    value
}

fn put(value: &mut Value, path: &[String], new: Option<&Value>) {
    match (path, value, new) {
        ([], value, new) => *value = new.cloned().unwrap_or(Value::Null),
        ([name], Value::Object(fields), None) => {
            fields.remove(name);
        }
        ([name], Value::Object(fields), Some(new)) => {
            fields.insert(name.clone(), new.clone());
        }
        ([name, rest @ ..], Value::Object(fields), new) => {
            put(fields.entry(name.clone()).or_insert(Value::Null), rest, new);
        }
        // A path that leads through something without fields: no difference gives one.
        _ => {}
    }
}

/// Says nothing: not there, empty, or a list of nothing. From one such to another, nobody sees a
/// change.
pub fn is_silent(value: Option<&Value>) -> bool {
    match value {
        None | Some(Value::Null) => true,
        Some(Value::String(text)) => text.is_empty(),
        Some(Value::Array(list)) => list.is_empty(),
        Some(Value::Object(fields)) => fields.is_empty(),
        Some(Value::Bool(_) | Value::Number(_)) => false,
    }
}

#[cfg(test)]
#[path = "difference_tests.rs"]
mod tests;
