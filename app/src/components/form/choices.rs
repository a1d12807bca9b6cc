//! Choices that are all shown: radio buttons and tick boxes.

use leptos::prelude::*;

use super::{FieldProblem, FormView, Hint, Need, help, sent_as};

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
    id: String,
    sent_as: String,
    choice: Choice,
    checked: bool,
    #[prop(default = None)] described: Option<String>,
    #[prop(default = None)] invalid: Option<&'static str>,
) -> impl IntoView {
    view! {
        <label class="choice" for=id.clone()>
            <input
                type=kind
                id=id.clone()
                name=sent_as
                value=choice.value
                checked=checked
                aria-invalid=invalid
                aria-describedby=described
            />
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
    name: String,
    sent_as: String,
    hint: Option<String>,
    need: Need,
) -> impl IntoView {
    let described = form.described_by(&name, hint.is_some());
    let selected = form.values(&name);
    let rows = form
        .choices(&name)
        .into_iter()
        .enumerate()
        .map(|(index, choice)| {
            let id = if index == 0 {
                name.clone()
            } else {
                format!("{name}-{index}")
            };
            let checked = selected.contains(&choice.value);
            view! { <ChoiceRow kind id sent_as=sent_as.clone() choice checked/> }
        })
        .collect_view();
    let optional = need.is_optional();
    view! {
        <fieldset class=form.class(&name) aria-describedby=described>
            <legend>
                {form.label(&name)}
                {optional.then(|| view! { <small class="optional">" " {form.lang.t("common-optional")}</small> })}
            </legend>
            {help(&form, &name)}
            <Hint name=name.clone() hint/>
            <FieldProblem form=form.clone() name=name.clone()/>
            <div class="choices">{rows}</div>
        </fieldset>
    }
}

/// One of the form's choices for the field, all of them shown.
#[component]
pub fn Radios(
    /// What the form's parts share.
    form: FormView,
    /// The field's name, which is its id too.
    #[prop(into)]
    name: String,
    /// A line of help between legend and choices.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Whether one has to be chosen.
    #[prop(optional)]
    need: Need,
) -> impl IntoView {
    let sent = sent_as(&name);
    view! { <Choices kind="radio" form name sent_as=sent hint need/> }
}

/// A single tick box for yes or no: the form's only choice for the field.
#[component]
pub fn TickBox(
    /// What the form's parts share.
    form: FormView,
    /// The field's name, which is its id too.
    #[prop(into)]
    name: String,
) -> impl IntoView {
    let ticked = !form.value(&name).is_empty();
    form.choices(&name).into_iter().next().map(|choice| {
        let id = name.clone();
        let help = help(&form, &name);
        let (described, invalid) = (form.described_by(&name, false), form.invalid(&name));
        let class = format!("{} single", form.class(&name));
        view! {
            <div class=class>
                <FieldProblem form=form.clone() name=name.clone()/>
                <div class="choices">
                    <ChoiceRow kind="checkbox" id sent_as=name choice checked=ticked described invalid/>
                </div>
                {help}
            </div>
        }
    })
}

/// Tick boxes that only somebody needs who enters what an older document says, folded away from all
/// others; open where one is ticked.
#[component]
pub fn ReadFrom(
    /// What the form's parts share.
    form: FormView,
    /// The fields' names.
    names: Vec<&'static str>,
) -> impl IntoView {
    let open = names.iter().any(|name| !form.value(name).is_empty());
    let boxes: Vec<_> = names
        .into_iter()
        .map(|name| view! { <TickBox form=form.clone() name /> })
        .collect();
    view! {
        <details class="read-from" open=open>
            <summary>{form.lang.t("form-read-from")}</summary>
            {boxes}
        </details>
    }
}

/// Any number of the form's choices for the field, sent as a list.
#[component]
pub fn TickBoxes(
    /// What the form's parts share.
    form: FormView,
    /// The field's name, which is its id too.
    #[prop(into)]
    name: String,
    /// A line of help between legend and choices.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Whether one has to be ticked.
    #[prop(optional)]
    need: Need,
) -> impl IntoView {
    let sent = format!("{name}[]");
    view! { <Choices kind="checkbox" form name sent_as=sent hint need/> }
}
