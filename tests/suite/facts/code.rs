//! That no figure of the facts stands in the code, which would then agree with them whatever it does.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;
use uuid::Uuid;

use super::{facts, told};
use crate::support::repository;

/// Figures that would be recognised wherever they stand: amounts, and values that are not small whole
/// numbers, as their digits.
fn distinctive(facts: &Value, found: &mut BTreeSet<String>) {
    match facts {
        Value::Object(fields) => {
            for (name, value) in fields {
                match (name.as_str(), value.as_str()) {
                    ("value" | "value_to" | "budget_tkr", Some(digits)) => {
                        let whole: i64 = digits
                            .split('.')
                            .next()
                            .and_then(|w| w.parse().ok())
                            .expect("digits");
                        if whole >= 100 || digits.contains('.') {
                            found.insert(digits.to_owned());
                        }
                    }
                    _ => distinctive(value, found),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| distinctive(item, found)),
        _ => {}
    }
}

/// The numbers of a text, each as its digits: 65_000, 65 000 and 65000 are one, 40,9 is 40.9.
fn numbers(text: &str) -> BTreeSet<String> {
    let joins = |c: char| matches!(c, '_' | '.' | ',' | '-' | '\u{a0}' | '\u{202f}');
    text.split(|c: char| !(c.is_alphanumeric() || joins(c)))
        .filter(|word| Uuid::parse_str(word).is_err())
        .flat_map(|word| word.split('-'))
        .filter_map(number)
        .collect()
}

/// The number that a word is, without the name of a type behind it.
fn number(word: &str) -> Option<String> {
    let plain: String = word
        .chars()
        .filter(|c| !matches!(c, '_' | '\u{a0}' | '\u{202f}'))
        .collect();
    let plain = plain.replace(',', ".");
    let plain = plain.trim_matches('.');
    let end = plain
        .find(|c: char| !(c.is_ascii_digit() || c == '.'))
        .unwrap_or(plain.len());
    let (digits, behind) = plain.split_at(end);
    let is_type = |name: &str| {
        name.strip_prefix(['i', 'u', 'f'])
            .is_some_and(|bits| !bits.is_empty())
    };
    (digits.starts_with(|c: char| c.is_ascii_digit()) && (behind.is_empty() || is_type(behind)))
        .then(|| digits.to_owned())
}

fn sources(folder: &Path, found: &mut Vec<std::path::PathBuf>) {
    let skipped = ["target", "node_modules", "tests", ".git", ".ci", "dist"];
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        if path.is_dir() && !skipped.contains(&name) {
            sources(&path, found);
        } else if path
            .extension()
            .is_some_and(|ending| ending == "rs" || ending == "ftl")
        {
            found.push(path);
        }
    }
}

/// Where a number that the facts happen to hold means something else.
const MEANS_SOMETHING_ELSE: [(&str, &str, &str); 11] = [
    ("100", "", "the whole of a percentage, öre in a krona, hundredths"),
    (
        "10000",
        "app/domain/src/form.rs",
        "how many characters a text may have",
    ),
    ("2.0", "app/text/src/number", "how decimals are kept and shown"),
    ("2.3", "app/text/src/number", "how decimals are rounded"),
    ("2.0", "migrations/src", "how decimals are kept"),
    ("2.0", "server/src/calendar_feed", "the version of iCalendar"),
    ("2.0", "xtask/src/licences", "versions of licences"),
    ("0.8", "xtask/src/bundle", "a version of leptos"),
    ("2.3", "app/src/pages/report/", "a section of the report"),
    ("2.3", "server/report/src/document", "a section of the report"),
    ("2.3", "app/text/i18n/", "a section of the report"),
];

#[test]
fn no_figure_of_the_facts_stands_in_the_code() {
    let mut figures = BTreeSet::new();
    distinctive(&facts(), &mut figures);
    assert!(figures.len() > 20, "{figures:?}");
    let mut files = Vec::new();
    sources(&repository(), &mut files);
    assert!(files.len() > 100, "only {} files were looked at", files.len());
    let (mut found, mut used) = (Vec::new(), BTreeSet::new());
    for file in files {
        let path = file
            .strip_prefix(repository())
            .expect("below it")
            .display()
            .to_string();
        let text = std::fs::read_to_string(&file).expect("reads");
        for (index, line) in text.lines().enumerate() {
            for number in numbers(line).intersection(&figures) {
                let excuse = MEANS_SOMETHING_ELSE
                    .iter()
                    .position(|(excused, place, _)| excused == number && path.starts_with(place));
                match excuse {
                    Some(excuse) => {
                        used.insert(excuse);
                    }
                    None => found.push(format!("{path}:{}: {number} in: {}", index + 1, line.trim())),
                }
            }
        }
    }
    assert!(found.is_empty(), "\n{}", told(&found));
    for (index, (number, place, reason)) in MEANS_SOMETHING_ELSE.iter().enumerate() {
        assert!(
            used.contains(&index),
            "{number} ({reason}) is not in {place}: take it off the list"
        );
    }
}

#[test]
fn numbers_are_found_however_they_are_written() {
    let code = "let x = 65_000_i64; // 40,9 % of 65\u{202f}001, \"2.3\" or v27.9; id_8000, 4. 8000-9000";
    let id = "019a0000-0000-7000-8001-000000000001";
    let found = numbers(&format!("{code} {id}"));
    let expected = ["2.3", "4", "40.9", "65000", "65001", "8000", "9000"];
    assert_eq!(found.iter().map(String::as_str).collect::<Vec<_>>(), expected);
}
