use std::sync::Arc;

use domain::form::{FieldErrors, Form, Problem, column_of, row_of};
use serde_json::{Map, Value};
use service::{FormState, Outcome};
use text::Lang;

use super::Choice;
use crate::components::stale::BothVersions;

/// What the parts of one form share: language, labels, choices, what was typed and what is wrong.
/// Cheap to clone.
#[derive(Clone, Debug)]
pub struct FormView {
    /// Language.
    pub lang: Lang,
    inner: Arc<Inner>,
}

#[derive(Clone, Debug)]
struct Inner {
    prefix: &'static str,
    fields: Vec<FieldOf>,
    errors: FieldErrors,
    typed: Map<String, Value>,
    theirs: Option<Map<String, Value>>,
    asks_for_row: bool,
    hindered: bool,
}

#[derive(Clone, Debug)]
struct FieldOf {
    name: &'static str,
    label: String,
    choices: Vec<Choice>,
}

impl FormView {
    /// A form as it stands. `prefix` is where the catalogue has the form's own words for a problem
    /// (`{prefix}-{field}-required`); see [`text::name::problem`].
    pub fn of<F: Form>(lang: Lang, prefix: &'static str, state: &FormState<F>) -> Self {
        Self {
            lang,
            inner: Arc::new(Inner {
                prefix,
                fields: Vec::new(),
                errors: state.errors(),
                typed: values(&state.form),
                theirs: state.theirs().map(values),
                asks_for_row: matches!(state.outcome, Some(Outcome::Row)),
                hindered: state.is_hindered(),
            }),
        }
    }

    /// It came back with one more row, which this button had asked for.
    pub(super) fn asks_for(&self, action: &str) -> bool {
        self.inner.asks_for_row && self.values("action").iter().any(|typed| typed == action)
    }

    /// Where the catalogue has the form's own words.
    pub(super) fn prefix(&self) -> &'static str {
        self.inner.prefix
    }

    /// With a field's label.
    pub fn field(self, name: &'static str, label: String) -> Self {
        self.one_of(name, label, Vec::new())
    }

    /// With a field that takes one or several of some choices.
    pub fn one_of(mut self, name: &'static str, label: String, choices: Vec<Choice>) -> Self {
        Arc::make_mut(&mut self.inner)
            .fields
            .push(FieldOf { name, label, choices });
        self
    }

    fn known(&self, name: &str) -> Option<&FieldOf> {
        let column = column_of(name);
        self.inner.fields.iter().find(|field| field.name == column)
    }

    /// The label of a field; the name itself where it has none.
    pub fn label(&self, name: &str) -> String {
        self.known(name)
            .map_or_else(|| name.to_owned(), |field| field.label.clone())
    }

    /// What a field takes.
    pub fn choices(&self, name: &str) -> Vec<Choice> {
        self.known(name)
            .map(|field| field.choices.clone())
            .unwrap_or_default()
    }

    /// What was typed in a field, or what it is now.
    pub fn value(&self, name: &str) -> String {
        let all = self.values(column_of(name));
        let row = row_of(name).unwrap_or(1);
        all.into_iter().nth(row.saturating_sub(1)).unwrap_or_default()
    }

    /// All that was typed in a field that takes several.
    pub fn values(&self, name: &str) -> Vec<String> {
        texts(self.inner.typed.get(name))
    }

    /// The field takes any number of its choices.
    fn is_list(&self, name: &str) -> bool {
        matches!(self.inner.typed.get(name), Some(Value::Array(_)))
    }

    /// The version to send along: where somebody else was first it is theirs, so that sending once more
    /// is deliberate.
    pub(super) fn version(&self) -> String {
        let fields = self.inner.theirs.as_ref().unwrap_or(&self.inner.typed);
        texts(fields.get("version")).pop().unwrap_or_default()
    }

    /// What is wrong with a field, in the reader's language.
    pub fn message(&self, name: &str) -> Option<String> {
        let problem = self.inner.errors.of(name)?;
        let column = column_of(name);
        let label = self.label(name);
        let (lang, prefix) = (self.lang, self.inner.prefix);
        let said = if *problem == Problem::Required && !self.choices(column).is_empty() {
            let several = row_of(name).is_none() && self.is_list(column);
            text::name::nothing_chosen(lang, prefix, column, &label, several)
        } else {
            text::name::problem(lang, prefix, column, &label, problem)
        };
        Some(match row_of(name) {
            Some(row) if self.values(column).len() > 1 => {
                let row = text::number::len(self.lang, row);
                self.lang.t_with(
                    "form-row-problem",
                    &[("row", row.into()), ("problem", said.into())],
                )
            }
            _ => said,
        })
    }

    /// What is wrong, by field, for a form that has words of its own for where.
    pub fn problems(&self) -> Vec<(String, Problem)> {
        let errors = self.inner.errors.0.iter();
        errors
            .map(|error| (error.field.clone(), error.problem.clone()))
            .collect()
    }

    /// Nothing is wrong.
    pub fn is_valid(&self) -> bool {
        self.inner.errors.is_empty()
    }

    /// It came back: something is wrong or stands in the way, or somebody else was first.
    pub fn came_back(&self) -> bool {
        !self.is_valid() || self.inner.theirs.is_some() || self.inner.hindered
    }

    /// Everything that is wrong: field name and message, each field once, in order.
    pub fn messages(&self) -> Vec<(String, String)> {
        let mut seen = std::collections::BTreeSet::new();
        self.inner
            .errors
            .0
            .iter()
            .filter(|error| seen.insert(error.field.clone()))
            .filter_map(|error| Some((error.field.clone(), self.message(&error.field)?)))
            .collect()
    }

    /// Every field in both versions, where somebody else was first.
    pub(super) fn both_versions(&self) -> Option<Vec<BothVersions>> {
        let theirs = self.inner.theirs.as_ref()?;
        let both = self.inner.fields.iter().map(|field| BothVersions {
            label: field.label.clone(),
            mine: read(field, &self.inner.typed),
            theirs: read(field, theirs),
        });
        Some(both.collect())
    }

    pub(super) fn class(&self, name: &str) -> &'static str {
        if self.inner.errors.of(name).is_some() {
            "field has-error"
        } else {
            "field"
        }
    }

    pub(super) fn invalid(&self, name: &str) -> Option<&'static str> {
        self.inner.errors.of(name).map(|_| "true")
    }

    pub(super) fn described_by(&self, name: &str, hint: bool) -> Option<String> {
        let ids: Vec<String> = [
            hint.then(|| format!("{name}-hint")),
            self.inner.errors.of(name).map(|_| format!("{name}-fel")),
        ]
        .into_iter()
        .flatten()
        .collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}

/// A form's fields by name: texts, and lists of texts.
fn values<F: Form>(form: &F) -> Map<String, Value> {
    match serde_json::to_value(form) {
        Ok(Value::Object(fields)) => fields,
        // A form is a struct of texts: there is nothing else that it could become.
        _ => Map::new(),
    }
}

fn texts(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::String(text)) => vec![text.clone()],
        Some(Value::Array(all)) => all
            .iter()
            .map(|one| one.as_str().unwrap_or_default().to_owned())
            .collect(),
        _ => Vec::new(),
    }
}

/// A field as people read it: choices by their words, rows one a line.
fn read(field: &FieldOf, values: &Map<String, Value>) -> String {
    let words = texts(values.get(field.name)).into_iter().map(|value| {
        let choice = field.choices.iter().find(|choice| choice.value == value);
        choice.map_or(value, |choice| choice.label.clone())
    });
    words
        .filter(|word| !word.trim().is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}
