//! JSON whose numbers keep the digits that are written: 2.0 is not 2.

use std::collections::BTreeMap;

use serde_json::value::RawValue;
use serde_json::{Map, Value};

/// Reads JSON; every number becomes the text that it is written with.
pub fn read(text: &str) -> Value {
    let raw: Box<RawValue> = serde_json::from_str(text).expect("JSON");
    value(&raw)
}

fn value(raw: &RawValue) -> Value {
    let text = raw.get();
    match text.as_bytes().first() {
        Some(b'{') => {
            let fields: BTreeMap<String, Box<RawValue>> = serde_json::from_str(text).expect("an object");
            Value::Object(
                fields
                    .iter()
                    .map(|(key, raw)| (key.clone(), value(raw)))
                    .collect::<Map<_, _>>(),
            )
        }
        Some(b'[') => {
            let items: Vec<Box<RawValue>> = serde_json::from_str(text).expect("a list");
            Value::Array(items.iter().map(|raw| value(raw)).collect())
        }
        Some(b'-' | b'0'..=b'9') => Value::String(text.to_owned()),
        _ => serde_json::from_str(text).expect("a text, true, false or null"),
    }
}

#[test]
fn numbers_keep_their_digits() {
    let read = read(r#"{"a": [2.0, 40.90, 65000, -1], "b": {"c": null, "d": "x", "e": true}}"#);
    let expected = serde_json::json!({
        "a": ["2.0", "40.90", "65000", "-1"],
        "b": { "c": null, "d": "x", "e": true },
    });
    assert_eq!(read, expected);
}
