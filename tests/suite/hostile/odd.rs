//! Values in the place of others.

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

/// Where in a document something odd comes, and which oddity.
pub type Change = (Index, usize);

/// Some changes.
pub fn changes() -> impl Strategy<Value = Vec<Change>> {
    prop::collection::vec((any::<Index>(), 0..jsons().len()), 1..4)
}

/// What can stand for a value in JSON, and a few things that cannot.
pub fn jsons() -> Vec<String> {
    let deep = |open: &str, middle: &str, close: &str| {
        let (open, close) = (open.repeat(20_000), close.repeat(20_000));
        format!("{open}{middle}{close}")
    };
    let mut odd: Vec<String> = [
        "null",
        "true",
        "0",
        "-1",
        "0.1",
        "1e308",
        "1e999",
        "-9223372036854775809",
        "123456789012345678901234567890",
        "[]",
        "{}",
        "[null]",
        r#""""#,
        r#"" ""#,
        r#""\u0000""#,
        r#""a\u0000b""#,
        r#""\ud800""#,
        r#""\udfff\ud800""#,
        r#""\u202e\ufeff""#,
        r#""2025-02-30""#,
        r#""-262144-01-01""#,
        r#""+262143-12-31T23:59:59Z""#,
        r#""9999999999999999999999999999.9999999999999999999""#,
        r#""79228162514264337593543950335""#,
        r#""-0.0000000000000000000000000001""#,
        r#""00000000-0000-0000-0000-000000000000""#,
        r#"null,"name":null,"name":"x""#,
        r#""x","id":"00000000-0000-0000-0000-000000000000""#,
        "]",
        "}",
        "",
        "\u{0}",
    ]
    .map(str::to_owned)
    .to_vec();
    odd.push(deep("[", "", "]"));
    odd.push(deep(r#"{"a":"#, "1", "}"));
    odd.push(format!("\"{}\"", "å".repeat(600_000)));
    odd.push(format!("[{}0]", "0,".repeat(100_000)));
    odd.push("9".repeat(100_000));
    odd
}

/// The document with its changes: each in the place of some value, however deep.
pub fn changed(document: &Value, changes: &[Change]) -> String {
    let mut places = Vec::new();
    collect(document, String::new(), &mut places);
    let mut document = document.clone();
    for (at, (place, odd)) in changes.iter().enumerate() {
        let place = place.get(&places);
        // An earlier change may have taken the place away.
        if let Some(value) = document.pointer_mut(place) {
            *value = Value::String(format!("<<{at} {odd}>>"));
        }
    }
    let mut text = document.to_string();
    let odd = jsons();
    for (at, (_, which)) in changes.iter().enumerate() {
        text = text.replace(&format!("\"<<{at} {which}>>\""), &odd[*which]);
    }
    text
}

/// The document with `true` in the place of a value that is nothing like it, and where that is, as an import tells: in which
/// list, and at which number there.
pub fn mistyped(document: &Value, place: Index) -> (String, String) {
    let mut places = Vec::new();
    collect(document, String::new(), &mut places);
    // The whole has no place; and where nothing stands, or true or false, true may stand.
    places.retain(|place| {
        let value = document.pointer(place).filter(|_| !place.is_empty());
        value.is_some_and(|value| !value.is_null() && !value.is_boolean())
    });
    let place = place.get(&places);
    let mut document = document.clone();
    *document.pointer_mut(place).expect("it is there") = Value::Bool(true);
    let mut parts = place.split('/').skip(1);
    let list = parts.next().expect("not the whole");
    let told = match parts.next().map(str::parse::<usize>) {
        Some(Ok(number)) => format!("{list}[{number}]"),
        _ => list.to_owned(),
    };
    (document.to_string(), told)
}

fn collect(value: &Value, place: String, places: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                collect(value, format!("{place}/{name}"), places);
            }
        }
        Value::Array(values) => {
            for (at, value) in values.iter().enumerate() {
                collect(value, format!("{place}/{at}"), places);
            }
        }
        _ => {}
    }
    places.push(place);
}

/// What can stand in a field or a cell.
pub fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,20}",
        "(?s).{0,20}",
        "[-−0-9 .,\u{a0}]{0,40}",
        "[0-9]{1,9}([-/–][0-9]{1,9}){0,3}",
        "(19|20)[0-9]{2} ?(kvartal|kv|Q|T|tertial|v|H|vecka)? ?[0-9]{0,12}",
        "(våren|början av|slutet av|årsskiftet|maj|dec) [-0-9/–]{0,12}",
        "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
        "https?://\\PC{0,20}",
        "\\PC{0,8}@\\PC{0,8}",
        "_x[0-9A-F]{4}_",
        Just("x".repeat(20_001)),
        Just("9".repeat(400)),
        Just("\0\u{1}\u{fffe}\u{202e}".to_owned()),
        Just("on".to_owned()),
        Just(String::new()),
    ]
}
