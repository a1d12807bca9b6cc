//! NUL, which JSON can write and no text has: PostgreSQL refuses it in the middle of an import, without a word of where.

use serde_json::Value;

use super::ImportProblem;

/// As JSON writes it.
const WRITTEN: &[u8] = br"\u0000";

/// Every text of a document that has it.
pub(super) fn found(file: &[u8]) -> Vec<ImportProblem> {
    let mut problems = Vec::new();
    // Hardly any file is read a second time for this.
    if !file.windows(WRITTEN.len()).any(|window| window == WRITTEN) {
        return problems;
    }
    match serde_json::from_slice::<Value>(file) {
        Ok(document) => look(&document, "", "", &mut problems),
        // It has been read once, as what it is. Where it cannot be read as JSON, nobody knows where the NUL is.
        Err(error) => problems.push(ImportProblem {
            place: format!("line {}", error.line()),
            field: String::new(),
            reason: format!("has a NUL (\\u0000) somewhere, and cannot be looked through for it: {error}"),
        }),
    }
    problems
}

fn look(value: &Value, place: &str, field: &str, problems: &mut Vec<ImportProblem>) {
    let mut has_it = |text: &str, field: &str| {
        if text.contains('\0') {
            problems.push(ImportProblem {
                place: place.to_owned(),
                field: field.to_owned(),
                reason: "has a NUL (\\u0000) in it, which no text has".to_owned(),
            });
        }
    };
    let within = |part: &str| match (place, field) {
        ("", field) => format!("{field}{part}"),
        (place, "") => format!("{place}{part}"),
        (place, field) => format!("{place}.{field}{part}"),
    };
    match value {
        Value::String(text) => has_it(text, field),
        Value::Array(values) => {
            for (at, value) in values.iter().enumerate() {
                look(value, &within(&format!("[{at}]")), "", problems);
            }
        }
        Value::Object(fields) => {
            for name in fields.keys() {
                has_it(name, &name.replace('\0', "\\u0000"));
            }
            let inside = within("");
            for (name, value) in fields {
                look(value, &inside, &name.replace('\0', "\\u0000"), problems);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_with_it_is_named_by_place_and_field() {
        let told = |json: &str| -> Vec<String> {
            let problems = found(json.as_bytes());
            problems
                .iter()
                .map(|one| format!("{}|{}", one.place, one.field))
                .collect()
        };
        assert_eq!(
            told(r#"{"agency":{"name":"a\u0000"},"units":[{"name":"b"},{"name":"\u0000","x":["c\u0000"]}]}"#),
            ["agency|name", "units[1]|name", "units[1].x[0]|"]
        );
        assert_eq!(told(r#"{"a\u0000":1}"#), [r"|a\u0000"]);
        assert_eq!(told(r#"{"a":"\\u0000"}"#), [""; 0]);
        assert_eq!(
            told("{\n\"a\":\"\\u0000"),
            ["line 2|"],
            "it cannot be looked through"
        );
    }
}
