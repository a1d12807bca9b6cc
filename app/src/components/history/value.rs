//! A stored value as people read it.

use chrono::NaiveDate;
use domain::figure::Figure;
use domain::history::{Names, identity, is_one_value, is_silent};
use domain::money::Money;
use domain::when::When;
use rust_decimal::Decimal;
use serde_json::{Map, Value};
use text::{Lang, date, history, number};

/// What a value is read with.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub names: &'a Names,
    /// The kind of thing that the value belongs to, as the chain has it.
    pub kind: &'a str,
    pub lang: Lang,
}

/// Fields with exact numbers, which are written as texts.
const NUMBERS: [&str; 16] = [
    "amount",
    "hours",
    "value",
    "value_to",
    "share",
    "score",
    "full_from",
    "god_above",
    "godkand_from",
    "viss_above",
    "score_confirmed",
    "score_partly",
    "score_none",
    "score_negative",
    "weak_below",
    "percent",
];

impl Reader<'_> {
    /// The value in words; what says nothing is said to be missing.
    pub(super) fn read(self, field: &str, value: Option<&Value>) -> String {
        let lang = self.lang;
        let Some(value) = value.filter(|value| !is_silent(Some(value))) else {
            return lang.t("history-nothing");
        };
        match value {
            Value::Null => lang.t("history-nothing"),
            Value::Bool(true) => lang.t("history-yes"),
            Value::Bool(false) => lang.t("history-no"),
            Value::Number(number) => match (field, number.as_i64()) {
                ("amount", Some(ore)) => format!("{} tkr", number::tkr(lang, Money(ore))),
                _ => number.to_string(),
            },
            Value::String(text) => self.text(field, text),
            Value::Array(list) => {
                let rows: Vec<String> = list.iter().map(|row| self.read(field, Some(row))).collect();
                let simple = list.iter().all(|row| !row.is_object());
                rows.join(if simple { ", " } else { "; " })
            }
            Value::Object(fields) => self.object(field, fields, value),
        }
    }

    fn text(self, field: &str, text: &str) -> String {
        let lang = self.lang;
        if let Some(id) = identity(text) {
            return match self.names.get(&id) {
                Some(named) => history::subject(lang, named),
                None => lang.t("history-unknown"),
            };
        }
        if let Some(word) = history::choice(lang, self.kind, field, text) {
            return word;
        }
        if let Ok(day) = text.parse::<NaiveDate>() {
            return date::day(lang, day);
        }
        if NUMBERS.contains(&field)
            && let Ok(exact) = text.parse::<Decimal>()
        {
            return number::decimal(lang, exact, None);
        }
        if field == "period" {
            return date::period(lang, text);
        }
        text.to_owned()
    }

    fn object(self, field: &str, fields: &Map<String, Value>, whole: &Value) -> String {
        let lang = self.lang;
        if is_one_value(fields) {
            if let Ok(when) = serde_json::from_value::<When>(whole.clone()) {
                return date::when(lang, when);
            }
            let value = self.read(field, fields.get("value"));
            return if fields.get("interpreted") == Some(&Value::Bool(true)) {
                lang.t_with("history-interpreted", &[("value", value.into())])
            } else {
                value
            };
        }
        if let Ok(figure) = serde_json::from_value::<Figure>(whole.clone()) {
            return self.figure(&figure);
        }
        let told: Vec<(&String, &Value)> = fields
            .iter()
            .filter(|(name, value)| *name != "id" && !is_silent(Some(value)))
            .collect();
        match told.as_slice() {
            [(name, value)] => self.read(name, Some(value)),
            many => many
                .iter()
                .map(|(name, value)| {
                    format!("{}: {}", history::field(lang, name), self.read(name, Some(value)))
                })
                .collect::<Vec<_>>()
                .join(", "),
        }
    }

    fn figure(self, figure: &Figure) -> String {
        let lang = self.lang;
        let about = lang.t("common-about");
        let about = figure.approximate.then_some(about.as_str());
        let amount = number::figure(lang, figure.value, figure.value_to, &figure.unit, about);
        let role = text::name::figure_role(lang, figure.role.value);
        let period = figure.period.as_deref().map(|period| date::period(lang, period));
        let rest: Vec<String> = [Some(role), period].into_iter().flatten().collect();
        format!("{}: {amount} ({})", figure.what, rest.join(", "))
    }
}
