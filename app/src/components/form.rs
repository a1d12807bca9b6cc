//! The parts of a form: label, hint, field, error, and the summary of what is wrong.
//!
//! A field's id is its name, so the summary links to it; for radios and tick boxes it is the first
//! choice's. Error and summary use the same words, because both come from [`FormView`].

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::form::FieldErrors;
use leptos::prelude::*;
use text::Lang;

use super::icon::{Icon, Symbol};

mod choices;

pub use choices::{Checkboxes, Choice, Radios};

/// What the parts of one form share: language, labels and what is wrong. Cheap to clone.
#[derive(Clone, Debug)]
pub struct FormView {
    /// Language.
    pub lang: Lang,
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    prefix: &'static str,
    labels: BTreeMap<&'static str, String>,
    errors: FieldErrors,
}

impl FormView {
    /// A form with its labels by field name. `prefix` is where the catalogue has the form's own
    /// words for a problem (`{prefix}-{field}-required`); see [`text::name::problem`].
    pub fn new(
        lang: Lang,
        prefix: &'static str,
        labels: impl IntoIterator<Item = (&'static str, String)>,
        errors: FieldErrors,
    ) -> Self {
        Self {
            lang,
            inner: Arc::new(Inner {
                prefix,
                labels: labels.into_iter().collect(),
                errors,
            }),
        }
    }

    /// The label of a field; the name itself where it has none.
    pub fn label(&self, name: &str) -> String {
        self.inner
            .labels
            .get(name)
            .cloned()
            .unwrap_or_else(|| name.to_owned())
    }

    /// What is wrong with a field, in the reader's language.
    pub fn message(&self, name: &str) -> Option<String> {
        let problem = self.inner.errors.of(name)?;
        Some(text::name::problem(
            self.lang,
            self.inner.prefix,
            name,
            &self.label(name),
            problem,
        ))
    }

    /// Nothing is wrong.
    pub fn is_valid(&self) -> bool {
        self.inner.errors.is_empty()
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

    fn class(&self, name: &str) -> &'static str {
        if self.inner.errors.of(name).is_some() {
            "field has-error"
        } else {
            "field"
        }
    }

    fn invalid(&self, name: &str) -> Option<&'static str> {
        self.inner.errors.of(name).map(|_| "true")
    }

    fn described_by(&self, name: &str, hint: bool) -> Option<String> {
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

/// What is wrong with the form, first in `main`: takes focus (`#fel`), and links to the fields.
/// Nothing where nothing is wrong.
#[component]
pub fn ErrorSummary(
    /// What the form's parts share.
    form: FormView,
) -> impl IntoView {
    let messages = form.messages();
    (!messages.is_empty()).then(|| {
        let count = messages.len();
        let heading = form.lang.t_with("common-error-summary", &[("count", count.into())]);
        view! {
            <div class="error-summary" id="fel" role="alert" aria-labelledby="fel-rubrik" tabindex="-1" autofocus>
                <h2 id="fel-rubrik">{heading}</h2>
                <ul>
                    {messages
                        .into_iter()
                        .map(|(field, message)| {
                            view! {
                                <li>
                                    <a href=format!("#{field}")>{message}</a>
                                </li>
                            }
                        })
                        .collect_view()}
                </ul>
                <p>{form.lang.t("common-error-kept")}</p>
            </div>
        }
    })
}

#[component]
fn Hint(name: &'static str, hint: Option<String>) -> impl IntoView {
    hint.map(|hint| {
        view! {
            <p class="hint" id=format!("{name}-hint")>
                {hint}
            </p>
        }
    })
}

/// What is wrong with one field, where something is; for parts that are not among these.
#[component]
pub fn FieldProblem(
    /// What the form's parts share.
    form: FormView,
    /// The field's name, which is its id too.
    name: &'static str,
) -> impl IntoView {
    form.message(name).map(|message| {
        view! {
            <p class="error" id=format!("{name}-fel")>
                <Icon symbol=Symbol::Weak/>
                <span>
                    <span class="vh">{form.lang.t("common-error-prefix")}</span>
                    {message}
                </span>
            </p>
        }
    })
}

#[component]
fn Label(form: FormView, name: &'static str, optional: bool) -> impl IntoView {
    view! {
        <label for=name>
            {form.label(name)}
            {optional.then(|| view! { <small class="optional">" " {form.lang.t("common-optional")}</small> })}
        </label>
    }
}

/// A line of text. `kind` is the input's type.
#[component]
pub fn Field(
    /// What the form's parts share.
    form: FormView,
    /// The field's name, which is its id too.
    name: &'static str,
    /// What was typed, or what it is now.
    #[prop(into)]
    value: String,
    /// A line of help between label and field.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Type of the input.
    #[prop(default = "text")]
    kind: &'static str,
    /// Says "(frivilligt)" after the label.
    #[prop(optional)]
    optional: bool,
    /// What a browser may fill in; off without it.
    #[prop(optional)]
    autocomplete: Option<&'static str>,
    /// Which keyboard a phone shows.
    #[prop(optional)]
    inputmode: Option<&'static str>,
) -> impl IntoView {
    let described = form.described_by(name, hint.is_some());
    view! {
        <div class=form.class(name)>
            <Label form=form.clone() name optional/>
            <Hint name hint/>
            <FieldProblem form=form.clone() name/>
            <input
                type=kind
                id=name
                name=name
                value=value
                autocomplete=autocomplete.unwrap_or("off")
                inputmode=inputmode
                aria-required=(!optional).then_some("true")
                aria-invalid=form.invalid(name)
                aria-describedby=described
            />
        </div>
    }
}

/// Several lines of text.
#[component]
pub fn TextArea(
    /// What the form's parts share.
    form: FormView,
    /// The field's name, which is its id too.
    name: &'static str,
    /// What was typed, or what it is now.
    #[prop(into)]
    value: String,
    /// A line of help between label and field.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Lines shown at first.
    #[prop(default = 5)]
    rows: u32,
    /// Says "(frivilligt)" after the label.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let described = form.described_by(name, hint.is_some());
    let value = textarea_content(&value);
    view! {
        <div class=form.class(name)>
            <Label form=form.clone() name optional/>
            <Hint name hint/>
            <FieldProblem form=form.clone() name/>
            <textarea
                id=name
                name=name
                rows=rows
                aria-required=(!optional).then_some("true")
                aria-invalid=form.invalid(name)
                aria-describedby=described
            >
                {value}
            </textarea>
        </div>
    }
}

/// What stands between the tags of a textarea. leptos writes its children as they are, so that what a
/// person typed has to be escaped here; and a browser drops the first line break, so that one more
/// keeps what was typed.
fn textarea_content(typed: &str) -> String {
    let escaped = typed
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    if escaped.starts_with('\n') {
        format!("\n{escaped}")
    } else {
        escaped
    }
}

/// One of a list, in a menu. `empty` is the text of the choice that chooses nothing; without it
/// there is no such choice.
#[component]
pub fn Select(
    /// What the form's parts share.
    form: FormView,
    /// The field's name, which is its id too.
    name: &'static str,
    /// The choices, in order.
    options: Vec<Choice>,
    /// The value that is chosen.
    #[prop(into)]
    selected: String,
    /// A line of help between label and field.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Text of the choice that chooses nothing.
    #[prop(optional, into)]
    empty: Option<String>,
    /// Says "(frivilligt)" after the label.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let described = form.described_by(name, hint.is_some());
    let options = empty
        .map(|label| Choice::new("", label))
        .into_iter()
        .chain(options)
        .map(|choice| {
            let chosen = choice.value == selected;
            view! {
                <option value=choice.value selected=chosen>
                    {choice.label}
                </option>
            }
        })
        .collect_view();
    view! {
        <div class=form.class(name)>
            <Label form=form.clone() name optional/>
            <Hint name hint/>
            <FieldProblem form=form.clone() name/>
            <select
                id=name
                name=name
                aria-required=(!optional).then_some("true")
                aria-invalid=form.invalid(name)
                aria-describedby=described
            >
                {options}
            </select>
        </div>
    }
}

/// A value that is sent along unseen.
#[component]
pub fn Hidden(
    /// The field's name, which is its id too.
    name: &'static str,
    /// What was typed, or what it is now.
    #[prop(into)]
    value: String,
) -> impl IntoView {
    view! { <input type="hidden" name=name value=value/> }
}

/// What makes a sending safe to repeat and safe against lost updates: the key that names the sending,
/// and the version that was read (empty for something new).
#[component]
pub fn SubmissionKey(
    /// Names this sending.
    #[prop(into)]
    submission: String,
    /// What is changed; empty for something new.
    #[prop(optional, into)]
    id: String,
    /// The version that was read; empty for something new.
    #[prop(optional, into)]
    version: String,
) -> impl IntoView {
    view! {
        <Hidden name="submission" value=submission/>
        <Hidden name="id" value=id/>
        <Hidden name="version" value=version/>
    }
}
