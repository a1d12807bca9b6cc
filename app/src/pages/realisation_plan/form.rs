//! The form of a benefit's realisation plan.

use domain::form::row_field;
use leptos::prelude::*;
use service::RealisationPlanFormView;
use text::{Lang, number};

use crate::api;
use crate::components::form::{
    Choice, Field, FormFrame, FormView, Hidden, Need, RowButton, Select, TextArea, row_count,
};
use crate::components::form_page::{path_part, query_part};
use crate::components::links;
use crate::components::page::Loaded;

/// The form of a plan: new, or one that exists.
#[component]
pub fn RealisationPlanFormPage() -> impl IntoView {
    let lang = api::lang();
    let load = api::realisation_plan_form(
        path_part("id").unwrap_or_default(),
        path_part("benefit").unwrap_or_default(),
        query_part("draft"),
    );
    view! { <Loaded load view=move |shown| form_view(&shown, lang) /> }.into_any()
}

fn form_view(shown: &RealisationPlanFormView, lang: Lang) -> AnyView {
    let form = fields(shown, lang);
    let heading = lang.t(if shown.existing {
        "plan-form-change"
    } else {
        "plan-form-new"
    });
    let benefit = &shown.benefit;
    let name = benefit
        .title
        .clone()
        .unwrap_or_else(|| benefit.description.clone());
    let initiative = links::initiative(shown.initiative.id);
    let crumbs = vec![
        ("/initiativ".to_owned(), lang.t("initiative-list-title")),
        (initiative, shown.initiative.name.clone()),
    ];
    view! {
        <FormFrame
            form=form.clone()
            heading
            lead=lang.t_with("plan-form-lead", &[("benefit", name.into())])
            kicker=shown.initiative.name.clone()
            crumbs
            action="/api/realisation_plan_save"
            back=links::benefit(shown.initiative.id, benefit.id)
            afresh=links::plan(shown.initiative.id, benefit.id)
            hidden=vec!["initiative", "benefit"]
            submit=lang.t("plan-form-submit")
            note=lang.t("plan-form-note")
        >
            {activities(&form)}
            <TextArea
                form=form.clone()
                name="preconditions"
                hint=lang.t("plan-form-preconditions-hint")
                rows=3
                need=Need::Never
            />
            {risks(&form)}
            {follow_up(&form)}
        </FormFrame>
    }
    .into_any()
}

fn fields(shown: &RealisationPlanFormView, lang: Lang) -> FormView {
    let units: Vec<Choice> = shown
        .units
        .iter()
        .map(|unit| Choice::new(unit.id.to_string(), unit.name.clone()))
        .collect();
    FormView::of(lang, "plan-form", &shown.state)
        .field("activity_text", lang.t("plan-form-activity-text"))
        .one_of("activity_unit", lang.t("plan-form-activity-unit"), units.clone())
        .field("activity_who", lang.t("plan-form-activity-who"))
        .field("activity_due", lang.t("plan-form-activity-due"))
        .field("activity_done", lang.t("plan-form-activity-done"))
        .field("preconditions", lang.t("plan-form-preconditions"))
        .field("risk_text", lang.t("plan-form-risk-text"))
        .field("risk_response", lang.t("plan-form-risk-response"))
        .one_of("follow_up_unit", lang.t("plan-form-follow-up-unit"), units)
        .field("follow_up_on", lang.t("plan-form-follow-up-on"))
        .field("follow_up_how", lang.t("plan-form-follow-up-how"))
}

/// Legend of a row, by the number that people count with.
fn legend(key: &str, row: usize, lang: Lang) -> String {
    lang.t_with(key, &[("row", number::len(lang, row.saturating_add(1)).into())])
}

/// What is to be done, a row an activity.
fn activities(form: &FormView) -> AnyView {
    let lang = form.lang;
    let columns = [
        "activity_text",
        "activity_unit",
        "activity_who",
        "activity_due",
        "activity_done",
    ];
    let rows: Vec<_> = (0..row_count(form, &columns, 1))
        .map(|row| {
            let field = |column: &str| row_field(column, row);
            view! {
                <fieldset class="row">
                    <legend>{legend("plan-form-activity-row", row, lang)}</legend>
                    <Hidden form=form.clone() name=field("activity_id") />
                    <Field form=form.clone() name=field("activity_text") need=Need::Never />
                    <div class="two">
                        <Select
                            form=form.clone()
                            name=field("activity_unit")
                            empty=lang.t("form-unit-empty")
                            need=Need::Never
                        />
                        <Field form=form.clone() name=field("activity_who") need=Need::Never />
                    </div>
                    <div class="two">
                        <Field form=form.clone() name=field("activity_due") need=Need::Never />
                        <Field form=form.clone() name=field("activity_done") need=Need::Never />
                    </div>
                </fieldset>
            }
        })
        .collect();
    view! {
        <fieldset class="part">
            <legend>
                <h2>{lang.t("plan-activities")}</h2>
            </legend>
            <p class="hint">{lang.t("plan-form-activities-hint")}</p>
            {rows}
            <RowButton form=form.clone() action="add_activity" text=lang.t("plan-form-activity-add") />
        </fieldset>
    }
    .into_any()
}

/// What can go wrong, a row a risk.
fn risks(form: &FormView) -> AnyView {
    let lang = form.lang;
    let rows: Vec<_> = (0..row_count(form, &["risk_text", "risk_response"], 1))
        .map(|row| {
            let field = |column: &str| row_field(column, row);
            view! {
                <fieldset class="row">
                    <legend>{legend("plan-form-risk-row", row, lang)}</legend>
                    <div class="two">
                        <Field form=form.clone() name=field("risk_text") need=Need::Never />
                        <Field form=form.clone() name=field("risk_response") need=Need::Never />
                    </div>
                </fieldset>
            }
        })
        .collect();
    view! {
        <fieldset class="part">
            <legend>
                <h2>{lang.t("plan-risks")}</h2>
            </legend>
            <p class="hint">{lang.t("plan-form-risks-hint")}</p>
            {rows}
            <RowButton form=form.clone() action="add_risk" text=lang.t("plan-form-risk-add") />
        </fieldset>
    }
    .into_any()
}

fn follow_up(form: &FormView) -> AnyView {
    let lang = form.lang;
    view! {
        <fieldset class="part">
            <legend>
                <h2>{lang.t("plan-follow-up")}</h2>
            </legend>
            <div class="two">
                <Select
                    form=form.clone()
                    name="follow_up_unit"
                    empty=lang.t("form-unit-empty")
                    need=Need::Never
                />
                <Field
                    form=form.clone()
                    name="follow_up_on"
                    hint=lang.t("plan-form-follow-up-on-hint")
                    need=Need::Never
                />
            </div>
            <TextArea form=form.clone() name="follow_up_how" rows=2 need=Need::Never />
        </fieldset>
    }
    .into_any()
}
