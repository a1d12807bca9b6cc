//! The parts of a form: label, hint, field, error, and the summary of what is wrong.
//!
//! A field's id is its name, so the summary links to it; for radios and tick boxes it is the first
//! choice's. The field of a row is called `column-row` and sent as `column[]`. Error and summary use the
//! same words, because both come from [`FormView`].

use domain::form::{column_of, row_of};
use leptos::prelude::*;

use super::help::{Help, HelpWord};
use super::icon::{Icon, Symbol};

mod choices;
mod frame;
mod rows;
mod view;

pub use choices::{Choice, Radios, ReadFrom, TickBox, TickBoxes};
pub use frame::{FormFrame, Stale, SubmissionKey};
pub use rows::{FigureFields, RowButton, is_in_use, row_count, with_figures};
pub use view::FormView;

/// What a field is sent as: a row's field is one of its column's list.
fn sent_as(name: &str) -> String {
    match row_of(name) {
        Some(_) => format!("{}[]", column_of(name)),
        None => name.to_owned(),
    }
}

/// Whether a field has to be filled in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Need {
    /// Always.
    #[default]
    Always,
    /// Depending on the rest of the form; the hint says when.
    Sometimes,
    /// Never: says "(frivilligt)" after the label.
    Never,
}

impl Need {
    fn required(self) -> Option<&'static str> {
        (self == Self::Always).then_some("true")
    }

    fn is_optional(self) -> bool {
        self == Self::Never
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
fn Hint(name: String, hint: Option<String>) -> impl IntoView {
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
    #[prop(into)]
    name: String,
) -> impl IntoView {
    form.message(&name).map(|message| {
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
fn Label(form: FormView, name: String, optional: bool) -> impl IntoView {
    let label = form.label(&name);
    let help = help(&form, &name);
    view! {
        <label for=name>
            {label}
            {optional.then(|| view! { <small class="optional">" " {form.lang.t("common-optional")}</small> })}
        </label>
        {help}
    }
}

/// The explanation of a field's word, where the word is one of the method's.
fn help(form: &FormView, name: &str) -> Option<AnyView> {
    let word = HelpWord::of_field(form.prefix(), name)?;
    let lang = form.lang;
    Some(view! { <Help word place="falt" lang /> }.into_any())
}

/// A line of text. `kind` is the input's type.
#[component]
pub fn Field(
    /// What the form's parts share.
    form: FormView,
    /// The field's name, which is its id too.
    #[prop(into)]
    name: String,
    /// A line of help between label and field.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Type of the input.
    #[prop(default = "text")]
    kind: &'static str,
    /// Whether it has to be filled in.
    #[prop(optional)]
    need: Need,
    /// What a browser may fill in; off without it.
    #[prop(optional)]
    autocomplete: Option<&'static str>,
    /// Which keyboard a phone shows.
    #[prop(optional)]
    inputmode: Option<&'static str>,
) -> impl IntoView {
    let described = form.described_by(&name, hint.is_some());
    view! {
        <div class=form.class(&name)>
            <Label form=form.clone() name=name.clone() optional=need.is_optional()/>
            <Hint name=name.clone() hint/>
            <FieldProblem form=form.clone() name=name.clone()/>
            <input
                type=kind
                id=name.clone()
                name=sent_as(&name)
                value=form.value(&name)
                autocomplete=autocomplete.unwrap_or("off")
                inputmode=inputmode
                aria-required=need.required()
                aria-invalid=form.invalid(&name)
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
    #[prop(into)]
    name: String,
    /// A line of help between label and field.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Lines shown at first.
    #[prop(default = 5)]
    rows: u32,
    /// Whether it has to be filled in.
    #[prop(optional)]
    need: Need,
) -> impl IntoView {
    let described = form.described_by(&name, hint.is_some());
    let value = textarea_content(&form.value(&name));
    view! {
        <div class=form.class(&name)>
            <Label form=form.clone() name=name.clone() optional=need.is_optional()/>
            <Hint name=name.clone() hint/>
            <FieldProblem form=form.clone() name=name.clone()/>
            <textarea
                id=name.clone()
                name=sent_as(&name)
                rows=rows
                aria-required=need.required()
                aria-invalid=form.invalid(&name)
                aria-describedby=described
            >
                {value}
            </textarea>
        </div>
    }
}

/// What stands between the tags of a textarea. leptos writes its children as they are, so that what a
/// person typed has to be escaped here; and a browser drops the first line break, so that one more
/// keeps what was typed. Browsers send line breaks as CR and LF.
fn textarea_content(typed: &str) -> String {
    let escaped = typed
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    if escaped.starts_with(['\r', '\n']) {
        format!("\n{escaped}")
    } else {
        escaped
    }
}

/// One of a list, in a menu: of the choices that the form has for the field. `empty` is the text of the
/// choice that chooses nothing; without it there is no such choice.
#[component]
pub fn Select(
    /// What the form's parts share.
    form: FormView,
    /// The field's name, which is its id too.
    #[prop(into)]
    name: String,
    /// A line of help between label and field.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Text of the choice that chooses nothing.
    #[prop(optional, into)]
    empty: Option<String>,
    /// Whether it has to be filled in.
    #[prop(optional)]
    need: Need,
) -> impl IntoView {
    let described = form.described_by(&name, hint.is_some());
    let selected = form.value(&name);
    let options = empty
        .map(|label| Choice::new("", label))
        .into_iter()
        .chain(form.choices(&name))
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
        <div class=form.class(&name)>
            <Label form=form.clone() name=name.clone() optional=need.is_optional()/>
            <Hint name=name.clone() hint/>
            <FieldProblem form=form.clone() name=name.clone()/>
            <select
                id=name.clone()
                name=sent_as(&name)
                aria-required=need.required()
                aria-invalid=form.invalid(&name)
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
    /// What the form's parts share.
    form: FormView,
    /// The field's name.
    #[prop(into)]
    name: String,
) -> impl IntoView {
    view! { <input type="hidden" name=sent_as(&name) value=form.value(&name)/> }
}
