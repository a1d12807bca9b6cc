//! Small forms that move an initiative or a benefit on its way, or say that it cannot be measured.

use crate::components::help::{Help, HelpWord};
use domain::benefit::Benefit;
use leptos::prelude::*;
use service::InitiativeView;
use text::{Lang, name};

/// A step to choose: what is sent, and what is read.
type Step = (&'static str, String);

/// A form that moves something a step, with a note; folded away. Nothing where there is no step left.
fn step_form(
    (action, field): (&'static str, &'static str),
    id: String,
    version: i32,
    steps: Vec<Step>,
    (title, about): (String, String),
    lang: Lang,
) -> Option<AnyView> {
    if steps.is_empty() {
        return None;
    }
    let options: Vec<_> = steps
        .into_iter()
        .map(|(code, text)| view! { <option value=code>{text}</option> })
        .collect();
    let (to, note) = (format!("till-{id}"), format!("not-{id}"));
    Some(
        view! {
            <details class="step">
                <summary>{title.clone()} <span class="vh">": " {about}</span></summary>
                <form class="return-form" method="post" action=action novalidate=true>
                    <input type="hidden" name="id" value=id />
                    <input type="hidden" name="version" value=version.to_string() />
                    <div class="field">
                        <label for=to.clone()>{lang.t("initiative-step-to")}</label>
                        <select id=to name=field>
                            {options}
                        </select>
                    </div>
                    <div class="field">
                        <label for=note.clone()>{lang.t("initiative-step-note")}</label>
                        <textarea id=note name="note" rows="2" required=true></textarea>
                    </div>
                    <button class="btn" type="submit">
                        {title}
                    </button>
                </form>
            </details>
        }
        .into_any(),
    )
}

/// The next steps of the initiative.
pub(super) fn initiative_steps(shown: &InitiativeView, lang: Lang) -> Option<AnyView> {
    let initiative = &shown.initiative;
    let steps = initiative.status.value.next().iter();
    let steps = steps.map(|status| (status.code(), name::initiative_status(lang, *status)));
    shown
        .may_write
        .then(|| {
            step_form(
                ("/api/initiative_move", "status"),
                initiative.id.to_string(),
                shown.version,
                steps.collect(),
                (lang.t("initiative-move"), initiative.name.clone()),
                lang,
            )
        })
        .flatten()
}

/// The next steps of a benefit, and whether it can be measured.
pub(super) fn benefit_steps(benefit: &Benefit, shown: &InitiativeView, lang: Lang) -> Option<AnyView> {
    let can = shown.benefit_versions.get(&benefit.id)?;
    let about = benefit
        .title
        .clone()
        .unwrap_or_else(|| benefit.description.clone());
    let steps = benefit.state.next().iter();
    let steps = steps.map(|state| (state.code(), name::benefit_state(lang, *state)));
    let moved = shown
        .may_write
        .then(|| {
            step_form(
                ("/api/benefit_move", "state"),
                benefit.id.to_string(),
                can.version,
                steps.collect(),
                (lang.t("initiative-move-benefit"), about.clone()),
                lang,
            )
        })
        .flatten();
    let declared = can
        .may_declare
        .then(|| declaration(benefit, can.version, &about, lang));
    (moved.is_some() || declared.is_some())
        .then(|| view! { <div class="steps">{moved} {declared}</div> }.into_any())
}

/// Says that a benefit cannot be measured, or takes that back.
fn declaration(benefit: &Benefit, version: i32, about: &str, lang: Lang) -> AnyView {
    let id = benefit.id.to_string();
    let reason = format!("ej-matbar-{id}");
    let hint = format!("{reason}-hint");
    let about = about.to_owned();
    if benefit.not_measurable.is_some() {
        return view! {
            <form class="in-line" method="post" action="/api/benefit_not_measurable">
                <input type="hidden" name="id" value=id />
                <input type="hidden" name="version" value=version.to_string() />
                <input type="hidden" name="reason" value="" />
                <button class="as-link" type="submit">
                    {lang.t("initiative-measurable-again")} <span class="vh">": " {about}</span>
                </button>
            </form>
        }
        .into_any();
    }
    view! {
        <details class="step">
            <summary>{lang.t("initiative-not-measurable")} <span class="vh">": " {about}</span></summary>
            <form class="return-form" method="post" action="/api/benefit_not_measurable" novalidate=true>
                <input type="hidden" name="id" value=id.clone() />
                <input type="hidden" name="version" value=version.to_string() />
                <div class="field">
                    <label for=reason.clone()>{lang.t("initiative-not-measurable-reason")}</label>
                    " "
                    <Help word=HelpWord::NotMeasurable place=id.clone() lang />
                    <p class="hint" id=hint.clone()>
                        {lang.t("initiative-not-measurable-hint")}
                    </p>
                    <textarea id=reason name="reason" rows="2" required=true aria-describedby=hint></textarea>
                </div>
                <button class="btn" type="submit">
                    {lang.t("initiative-not-measurable-submit")}
                </button>
            </form>
        </details>
    }
    .into_any()
}
