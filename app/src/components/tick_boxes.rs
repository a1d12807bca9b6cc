//! Tick boxes whose values are sent as a list.

use leptos::prelude::*;

use super::form::{Choice, FieldProblem, FormView};

/// Any number of choices, sent as `name[]`. Its id, and its place in the error summary, is `name`.
#[component]
pub fn TickBoxes(
    /// What the form's parts share.
    form: FormView,
    /// The field's name.
    name: &'static str,
    /// The choices, in order.
    options: Vec<Choice>,
    /// The values that are ticked.
    selected: Vec<String>,
    /// A line of help between legend and choices.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Says "(frivilligt)" after the legend.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let wrong = form.message(name).is_some();
    let described = [
        hint.is_some().then(|| format!("{name}-hint")),
        wrong.then(|| format!("{name}-fel")),
    ];
    let described: Vec<String> = described.into_iter().flatten().collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    let boxes = options
        .into_iter()
        .enumerate()
        .map(|(index, choice)| {
            let id = if index == 0 { name.to_owned() } else { format!("{name}-{index}") };
            let checked = selected.contains(&choice.value);
            view! {
                <label class="choice" for=id>
                    <input type="checkbox" id=id.clone() name=format!("{name}[]") value=choice.value checked=checked />
                    <span class="choice-text">
                        <span>
                            <b>{choice.label}</b>
                            {choice.hint.map(|hint| view! { <small class="choice-hint">{hint}</small> })}
                        </span>
                    </span>
                </label>
            }
        })
        .collect_view();
    let optional =
        optional.then(|| view! { <small class="optional">" " {form.lang.t("common-optional")}</small> });
    view! {
        <fieldset class=if wrong { "field has-error" } else { "field" } aria-describedby=described>
            <legend>{form.label(name)} {optional}</legend>
            {hint.map(|hint| view! { <p class="hint" id=format!("{name}-hint")>{hint}</p> })}
            <FieldProblem form=form.clone() name />
            <div class="choices">{boxes}</div>
        </fieldset>
    }
}
