//! Choices that are all shown: radio buttons and tick boxes.

use leptos::prelude::*;

use super::{FieldProblem, FormView, Hint};

/// One of several choices.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// A line of explanation below.
    pub hint: Option<String>,
}

impl Choice {
    /// A choice without explanation.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            hint: None,
        }
    }

    /// The same with an explanation.
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

#[component]
fn ChoiceRow(
    kind: &'static str,
    name: &'static str,
    index: usize,
    choice: Choice,
    checked: bool,
) -> impl IntoView {
    let id = if index == 0 {
        name.to_owned()
    } else {
        format!("{name}-{index}")
    };
    view! {
        <label class="choice">
            <input type=kind id=id name=name value=choice.value checked=checked/>
            <span class="choice-text">
                <span>
                    <b>{choice.label}</b>
                    {choice.hint.map(|hint| view! { <small class="choice-hint">{hint}</small> })}
                </span>
            </span>
        </label>
    }
}

#[component]
fn Choices(
    kind: &'static str,
    form: FormView,
    name: &'static str,
    options: Vec<Choice>,
    selected: Vec<String>,
    hint: Option<String>,
    optional: bool,
) -> impl IntoView {
    let described = form.described_by(name, hint.is_some());
    let rows = options
        .into_iter()
        .enumerate()
        .map(|(index, choice)| {
            let checked = selected.contains(&choice.value);
            view! { <ChoiceRow kind name index choice checked/> }
        })
        .collect_view();
    view! {
        <fieldset class=form.class(name) aria-describedby=described>
            <legend>
                {form.label(name)}
                {optional.then(|| view! { <small class="optional">" " {form.lang.t("common-optional")}</small> })}
            </legend>
            <Hint name hint/>
            <FieldProblem form=form.clone() name/>
            <div class="choices">{rows}</div>
        </fieldset>
    }
}

/// One of a few choices, all of them shown.
#[component]
pub fn Radios(
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
    /// Says "(frivilligt)" after the legend.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    view! { <Choices kind="radio" form name options selected=vec![selected] hint optional/> }
}

/// Tick boxes that are sent under the field's own name: for one yes or no. A list is sent by
/// [`super::tick_boxes::TickBoxes`].
#[component]
pub fn Checkboxes(
    /// What the form's parts share.
    form: FormView,
    /// The field's name, which is its id too.
    name: &'static str,
    /// The choices, in order.
    options: Vec<Choice>,
    /// The values that are chosen.
    selected: Vec<String>,
    /// A line of help between label and field.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Says "(frivilligt)" after the legend.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    view! { <Choices kind="checkbox" form name options selected hint optional/> }
}
