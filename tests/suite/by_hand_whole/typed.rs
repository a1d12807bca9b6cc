//! What stands in the file, as a person types it into a form.

use serde_json::Value;

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];

/// A text; nothing typed where there is none.
pub fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        other => panic!("no text: {other}"),
    }
}

/// What a tick box sends.
pub fn tick(value: &Value) -> String {
    match value {
        Value::Bool(true) => "on".to_owned(),
        Value::Bool(false) | Value::Null => String::new(),
        other => panic!("neither true nor false: {other}"),
    }
}

/// The entries of a list.
pub fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

/// Several lines, one an entry.
pub fn lines(value: &Value) -> String {
    list(value).iter().map(text).collect::<Vec<_>>().join("\n")
}

/// A number: decimal comma, spaces between thousands, a real minus.
pub fn number(value: &Value) -> String {
    let text = text(value);
    let (sign, plain) = match text.strip_prefix('-') {
        Some(plain) => ("−", plain),
        None => ("", text.as_str()),
    };
    let (whole, decimals) = plain.split_once('.').unwrap_or((plain, ""));
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            grouped.push(' ');
        }
        grouped.push(digit);
    }
    match decimals {
        "" => format!("{sign}{grouped}"),
        _ => format!("{sign}{grouped},{decimals}"),
    }
}

/// An amount in thousands; the file has hundredths.
pub fn thousands(value: &Value) -> String {
    let hundredths = value.as_i64().expect("an amount");
    assert_eq!(hundredths % 100_000, 0, "whole thousands are typed: {hundredths}");
    number(&Value::String((hundredths / 100_000).to_string()))
}

/// A day, such as "1 mars 2025".
pub fn day(value: &Value) -> String {
    let text = text(value);
    let parts: Vec<&str> = text.split('-').collect();
    match parts.as_slice() {
        [year, month, day] => format!("{} {} {year}", plain(day), month_name(month)),
        [""] => String::new(),
        _ => panic!("no day: {text}"),
    }
}

/// A date of any precision, in words; nothing typed where there is none.
pub fn when(value: &Value) -> String {
    if value.is_null() {
        return String::new();
    }
    let text = text(&value["when"]);
    let span = || text.split_once('/').expect("two ends");
    let month = |text: &str| {
        let (year, month) = text.split_once('-').expect("a month");
        (month_name(month), year.to_owned())
    };
    match value["precision"].as_str().expect("a precision") {
        "day" => day(&value["when"]),
        "month" => {
            let (name, year) = month(&text);
            format!("{name} {year}")
        }
        "month_range" => {
            let (from, to) = span();
            let ((from, from_year), (to, to_year)) = (month(from), month(to));
            if from_year == to_year {
                format!("{from}–{to} {to_year}")
            } else {
                format!("{from} {from_year} – {to} {to_year}")
            }
        }
        "quarter" => {
            let (year, quarter) = text.split_once("-Q").expect("a quarter");
            format!("kvartal {quarter} {year}")
        }
        "season" => {
            let (year, season) = text.split_once('-').expect("a season");
            let name = match season {
                "spring" => "våren",
                "summer" => "sommaren",
                "autumn" => "hösten",
                "winter" => "vintern",
                other => panic!("no season: {other}"),
            };
            format!("{name} {year}")
        }
        "early_year" => format!("början av {text}"),
        "turn_of_year" => format!("årsskiftet {text}"),
        "year" => text,
        "year_range" => {
            let (from, to) = span();
            format!("{from}–{to}")
        }
        "not_before" => format!("tidigast {text}"),
        "undated" => "utan datum".to_owned(),
        other => panic!("no precision: {other}"),
    }
}

fn plain(digits: &str) -> &str {
    digits.trim_start_matches('0')
}

fn month_name(digits: &str) -> &'static str {
    let month: usize = digits.parse().expect("a month");
    MONTHS[month - 1]
}

#[test]
fn values_are_typed_as_people_write_them() {
    let of = |text: &str| Value::String(text.to_owned());
    assert_eq!(number(&of("1234567.50")), "1 234 567,50");
    assert_eq!(number(&of("-12")), "−12");
    assert_eq!(thousands(&serde_json::json!(123_400_000)), "1 234");
    assert_eq!(day(&of("2031-03-01")), "1 mars 2031");
    let spans = serde_json::json!({ "when": "2030-12/2031-01", "precision": "month_range" });
    assert_eq!(when(&spans), "december 2030 – januari 2031");
}
