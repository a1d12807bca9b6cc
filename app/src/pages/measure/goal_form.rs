//! The form of an effect goal.

use domain::form::row_field;
use domain::measure::{Cadence, Split};
use leptos::prelude::*;
use service::EffectGoalFormView;
use text::{Lang, measure, name, number};

use crate::api;
use crate::components::form::{
    Choice, Field, FormFrame, FormView, Need, RowButton, Select, TextArea, row_count,
};
use crate::components::form_page::{path_part, query_part};
use crate::components::links;
use crate::components::page::Loaded;

/// The form: of a benefit's next goal, or of one that exists.
#[component]
pub fn EffectGoalFormPage() -> impl IntoView {
    let lang = api::lang();
    let load = api::effect_goal_form(
        path_part("benefit"),
        path_part("goal"),
        query_part("matt"),
        query_part("draft"),
    );
    view! { <Loaded load view=move |shown| form_view(&shown, lang) /> }.into_any()
}

fn fields(shown: &EffectGoalFormView, lang: Lang) -> FormView {
    let measures = shown
        .measures
        .iter()
        .map(|one| Choice::new(one.id.to_string(), one.name.clone()));
    let dimensions = shown.measure.as_ref().and_then(|measure| measure.current());
    let dimensions = dimensions.map_or(&[][..], |now| now.dimensions.as_slice());
    let mut parts = Split::offered(dimensions);
    // A part that was chosen in a file may be of two dimensions at once.
    if let Some(chosen) = Split::from_key(&shown.state.form.split)
        && !parts.contains(&chosen)
    {
        parts.push(chosen);
    }
    let parts = parts
        .into_iter()
        .map(|part| Choice::new(part.key(), name::upper_first(&measure::split(lang, &part))));
    let windows = [
        Cadence::Quarter,
        Cadence::Tertial,
        Cadence::HalfYear,
        Cadence::Year,
        Cadence::Month,
    ]
    .map(|one| {
        let key = match one {
            Cadence::Month => "measure-goal-window-month",
            Cadence::Quarter => "measure-goal-window-quarter",
            Cadence::Tertial => "measure-goal-window-tertial",
            Cadence::HalfYear => "measure-goal-window-half-year",
            Cadence::Year => "measure-goal-window-year",
        };
        Choice::new(one.code(), lang.t(key))
    });
    FormView::of(lang, "measure-goal", &shown.state)
        .one_of("measure", lang.t("measure-goal-measure"), measures.collect())
        .one_of("split", lang.t("measure-goal-split"), parts.collect())
        .one_of("window", lang.t("measure-goal-window"), windows.to_vec())
        .field("claim", lang.t("measure-goal-claim-label"))
        .field("baseline", lang.t("measure-goal-baseline"))
        .field("baseline_when", lang.t("measure-goal-baseline-when"))
        .field("baseline_source", lang.t("measure-goal-baseline-source"))
        .field("target_day", lang.t("measure-goal-target-day"))
        .field("target_value", lang.t("measure-goal-target-value"))
        .field("method", lang.t("measure-goal-method"))
        .field("reason", lang.t("measure-goal-reason"))
}

fn form_view(shown: &EffectGoalFormView, lang: Lang) -> AnyView {
    let form = fields(shown, lang);
    let heading = lang.t(if shown.existing {
        "measure-goal-change"
    } else {
        "measure-goal-new"
    });
    let benefit = shown.state.form.benefit.clone();
    let initiative = links::initiative(shown.initiative.id);
    let back = format!("{initiative}#nytta-{benefit}");
    let crumbs = vec![
        ("/initiativ".to_owned(), lang.t("initiative-list-title")),
        (initiative, shown.initiative.name.clone()),
    ];
    let afresh = if shown.existing {
        format!("/effektmal/{}", shown.state.form.id)
    } else {
        format!("/nyttor/{benefit}/effektmal")
    };
    let (submit, locked) = if shown.locked {
        let said = view! { <p class="note">{lang.t("measure-goal-locked")}</p> };
        (lang.t("measure-goal-submit-locked"), Some(said))
    } else {
        (lang.t("measure-goal-submit"), None)
    };
    let returned = shown.review_note.clone().map(|note| {
        let said = lang.t_with("measure-goal-returned", &[("note", note.into())]);
        view! { <p class="review-note">{said}</p> }
    });
    let reason = shown
        .locked
        .then(|| view! { <TextArea form=form.clone() name="reason" rows=2 /> });
    let (of_measure, targets) = (measured(&form, shown), targets(&form));
    view! {
        <FormFrame
            form=form.clone()
            heading
            lead=lang.t("measure-goal-lead")
            kicker=shown.benefit.clone()
            crumbs
            action="/api/effect_goal_save"
            back
            afresh
            hidden=vec!["benefit"]
            submit
        >
            {locked}
            {returned}
            {of_measure}
            <div class="two">
                <Field
                    form=form.clone()
                    name="baseline"
                    hint=lang.t("measure-goal-baseline-hint")
                    inputmode="decimal"
                    need=Need::Sometimes
                />
                <Field form=form.clone() name="baseline_when" need=Need::Never />
            </div>
            <Field form=form.clone() name="baseline_source" need=Need::Never />
            {targets}
            <TextArea form=form.clone() name="method" rows=2 need=Need::Never />
            {reason}
        </FormFrame>
    }
    .into_any()
}

/// Which measure, what part of it, and how much of it is claimed.
fn measured(form: &FormView, shown: &EffectGoalFormView) -> AnyView {
    let lang = form.lang;
    let add = format!("{}/nytt?nytta={}", links::MEASURES, shown.state.form.benefit);
    let claim_hint = match shown.left {
        Some(left) => {
            let left = number::decimal(lang, left.normalize(), None);
            lang.t_with("measure-goal-claim-left", &[("left", left.into())])
        }
        None => lang.t("measure-goal-claim-hint"),
    };
    view! {
        <Select
            form=form.clone()
            name="measure"
            hint=lang.t("measure-goal-measure-hint")
            empty=lang.t("measure-goal-choose")
        />
        <p><a href=add>{lang.t("measure-goal-measure-add")}</a></p>
        <div class="two">
            <Select form=form.clone() name="split" need=Need::Never />
            <Select form=form.clone() name="window" empty=lang.t("measure-goal-window-each") need=Need::Never />
        </div>
        <Field form=form.clone() name="claim" hint=claim_hint inputmode="decimal" need=Need::Never />
    }
    .into_any()
}

/// What is to be reached, a row a day.
fn targets(form: &FormView) -> AnyView {
    let lang = form.lang;
    let rows: Vec<_> = (0..row_count(form, &["target_day", "target_value"], 1))
        .map(|row| {
            let need = if row == 0 { Need::Always } else { Need::Sometimes };
            view! {
                <div class="two row">
                    <Field form=form.clone() name=row_field("target_day", row) need />
                    <Field form=form.clone() name=row_field("target_value", row) inputmode="decimal" need />
                </div>
            }
        })
        .collect();
    view! {
        <fieldset class="part">
            <legend><h2>{lang.t("measure-goal-targets")}</h2></legend>
            <p class="hint">{lang.t("measure-goal-targets-hint")}</p>
            {rows}
            <RowButton form=form.clone() action="add_target" text=lang.t("measure-goal-target-add") />
        </fieldset>
    }
    .into_any()
}
