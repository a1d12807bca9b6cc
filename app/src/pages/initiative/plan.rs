//! A benefit's realisation plan, beside the benefit.

use domain::benefit::Benefit;
use domain::duty::Duty;
use domain::history::SubjectKind;
use domain::id::UnitId;
use domain::realisation_plan::{PlanActivity, PlanLack, PlanRisk, RealisationPlan};
use leptos::prelude::*;
use service::{InitiativeView, Versioned};
use text::{Lang, date, number};

use crate::components::finding::{Gap, LateMark};
use crate::components::history_link::HistoryLink;
use crate::components::links;
use crate::components::prose::Paragraphs;

/// The plan; where there is none, that it is required, and the way to write it. Nothing for those who only read what
/// needs none.
pub(super) fn plan(benefit: &Benefit, shown: &InitiativeView, lang: Lang) -> Option<AnyView> {
    let may = shown
        .benefit_versions
        .get(&benefit.id)
        .is_some_and(|can| can.may_plan);
    if let Some(found) = shown.plans.iter().find(|found| found.value.benefit == benefit.id) {
        return Some(there(found, benefit, shown, may, lang));
    }
    if benefit.state.is_over() {
        return None;
    }
    let required = shown.lacks.contains(&Duty::Plan);
    let gap = required.then(|| view! { <Gap text=lang.t("common-lacks-plan") /> " " });
    let write = may.then(|| link("plan-write", benefit, shown, lang));
    (gap.is_some() || write.is_some()).then(|| view! { <p class="do">{gap} {write}</p> }.into_any())
}

fn link(key: &str, benefit: &Benefit, shown: &InitiativeView, lang: Lang) -> AnyView {
    let of = benefit
        .title
        .clone()
        .unwrap_or_else(|| benefit.description.clone());
    view! {
        <a href=links::plan(shown.initiative.id, benefit.id)>
            {lang.t(key)} <span class="vh">": " {of}</span>
        </a>
    }
    .into_any()
}

fn there(
    found: &Versioned<RealisationPlan>,
    benefit: &Benefit,
    shown: &InitiativeView,
    may: bool,
    lang: Lang,
) -> AnyView {
    let plan = &found.value;
    let late = !benefit.state.is_over() && !plan.late(shown.as_of).is_empty();
    let summary = lang.t_with(
        "plan-summary",
        &[
            ("count", plan.activities.len().into()),
            ("count-text", number::len(lang, plan.activities.len()).into()),
            ("done-text", number::len(lang, plan.done()).into()),
        ],
    );
    let of = benefit
        .title
        .clone()
        .unwrap_or_else(|| benefit.description.clone());
    let lacks: Vec<_> = plan
        .lacks()
        .into_iter()
        .map(|lack| view! { <Gap text=lack_text(lack, lang) /> " " })
        .collect();
    let lacks = (!lacks.is_empty()).then(|| view! { <p class="lacks">{lacks}</p> });
    let mark = late.then(|| view! { " " <LateMark lang /> });
    let change = may.then(|| link("plan-change", benefit, shown, lang));
    let history =
        view! { <HistoryLink kind=SubjectKind::RealisationPlan id=plan.id of=of.clone() class="" lang /> };
    view! {
        <details class="plan" id=format!("plan-{}", benefit.id) open=late>
            <summary>{summary} <span class="vh">": " {of}</span> {mark}</summary>
            {lacks}
            {activities(found, shown, may, lang)}
            {preconditions(plan, lang)}
            {risks(&plan.risks, lang)}
            {follow_up(plan, shown, lang)}
            <p class="do">{change} " " {history}</p>
        </details>
    }
    .into_any()
}

fn lack_text(lack: PlanLack, lang: Lang) -> String {
    match lack {
        PlanLack::Activity => lang.t("plan-lacks-activity"),
        PlanLack::Responsible => lang.t("plan-lacks-responsible"),
        PlanLack::FollowUpUnit => lang.t("plan-lacks-follow-up-unit"),
        PlanLack::FollowUpDay => lang.t("plan-lacks-follow-up-day"),
    }
}

fn unit_name(shown: &InitiativeView, id: Option<UnitId>) -> Option<String> {
    let unit = shown.units.iter().find(|unit| Some(unit.id) == id)?;
    Some(unit.name.clone())
}

fn activities(
    found: &Versioned<RealisationPlan>,
    shown: &InitiativeView,
    may: bool,
    lang: Lang,
) -> Option<AnyView> {
    let plan = &found.value;
    if plan.activities.is_empty() {
        return None;
    }
    let items: Vec<_> = plan
        .activities
        .iter()
        .map(|one| {
            let who: Vec<String> = unit_name(shown, one.unit)
                .into_iter()
                .chain(one.who.clone())
                .collect();
            let who = (!who.is_empty()).then(|| who.join(", "));
            let when = match (one.done_on, one.due) {
                (Some(done), _) => {
                    Some(lang.t_with("plan-done-on", &[("day", date::day(lang, done).into())]))
                }
                (None, Some(due)) => Some(lang.t_with("plan-due", &[("when", date::when(lang, due).into())])),
                (None, None) => None,
            };
            let facts: Vec<String> = who.into_iter().chain(when).collect();
            let late = one.late(shown.as_of).map(|_| view! { " " <LateMark lang /> });
            let done = (may && one.done_on.is_none()).then(|| done_form(found, one, lang));
            view! { <li>{one.text.clone()} " " <small>{facts.join("; ")}</small> {late} {done}</li> }
        })
        .collect();
    Some(
        view! {
            <p>
                <b>{lang.t("plan-activities")}</b>
            </p>
            <ul class="bullets">{items}</ul>
        }
        .into_any(),
    )
}

/// Says that an activity is done today, in one step.
fn done_form(found: &Versioned<RealisationPlan>, activity: &PlanActivity, lang: Lang) -> AnyView {
    view! {
        <form class="in-line" method="post" action="/api/realisation_plan_done">
            <input type="hidden" name="id" value=found.value.id.to_string() />
            <input type="hidden" name="version" value=found.version.to_string() />
            <input type="hidden" name="activity" value=activity.id.to_string() />
            <button class="as-link" type="submit">
                {lang.t("plan-done-today")} <span class="vh">": " {activity.text.clone()}</span>
            </button>
        </form>
    }
    .into_any()
}

fn preconditions(plan: &RealisationPlan, lang: Lang) -> Option<AnyView> {
    let text = plan.preconditions.clone()?;
    Some(
        view! {
            <p>
                <b>{lang.t("plan-preconditions")}</b>
            </p>
            <Paragraphs text />
        }
        .into_any(),
    )
}

fn risks(risks: &[PlanRisk], lang: Lang) -> Option<AnyView> {
    if risks.is_empty() {
        return None;
    }
    let items: Vec<_> = risks
        .iter()
        .map(|risk| {
            let response = risk.response.clone().map(|response| {
                let said = lang.t_with("plan-risk-response", &[("response", response.into())]);
                view! { " " <small>{said}</small> }
            });
            view! { <li>{risk.text.clone()} {response}</li> }
        })
        .collect();
    Some(
        view! {
            <p>
                <b>{lang.t("plan-risks")}</b>
            </p>
            <ul class="bullets">{items}</ul>
        }
        .into_any(),
    )
}

/// Who follows up, when and how; nothing where nobody has said any of it.
fn follow_up(plan: &RealisationPlan, shown: &InitiativeView, lang: Lang) -> Option<AnyView> {
    let when = plan.follow_up_on.map(|when| date::when(lang, when));
    let said: Vec<String> = unit_name(shown, plan.follow_up_unit)
        .into_iter()
        .chain(when)
        .collect();
    if said.is_empty() && plan.follow_up_how.is_none() {
        return None;
    }
    let passed = plan.follow_up_on.is_some_and(|when| when.passed(shown.as_of));
    let late = passed.then(|| view! { " " <LateMark lang /> });
    let how = plan
        .follow_up_how
        .clone()
        .map(|text| view! { <Paragraphs text /> });
    Some(
        view! {
            <p>
                <b>{lang.t("plan-follow-up")}</b>
                ": "
                {said.join(", ")}
                {late}
            </p>
            {how}
        }
        .into_any(),
    )
}
