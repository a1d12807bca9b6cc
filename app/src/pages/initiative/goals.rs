//! The effect goals of a benefit: where they stand, and what can be done with them.

use domain::effect_goal::GoalVersion;
use domain::effect_goal::standing::GoalStanding;
use domain::history::SubjectKind;
use domain::policy::Refusal;
use domain::report_model::BenefitSection;
use leptos::prelude::*;
use service::{GoalItem, InitiativeView};
use text::{Lang, date, measure};

use crate::components::goals::{differing, goal_lines};
use crate::components::history_link::HistoryLink;

/// The goals, and the way to set one more.
pub(super) fn goal_list(section: &BenefitSection, shown: &InitiativeView, lang: Lang) -> Option<AnyView> {
    let goals = &section.goals;
    let add = shown.may_write.then(|| {
        let of = section
            .benefit
            .title
            .as_ref()
            .unwrap_or(&section.benefit.description);
        view! {
            <a href=format!("/nyttor/{}/effektmal", section.benefit.id)>
                {lang.t("measure-goal-add")} <span class="vh">": " {of.clone()}</span>
            </a>
        }
    });
    if goals.is_empty() {
        return add.map(|add| view! { <p class="do">{add}</p> }.into_any());
    }
    let items: Vec<_> = goals
        .iter()
        .map(|standing| item(standing, shown.goals.get(&standing.goal), lang))
        .collect();
    Some(
        view! {
            <ul class="plain goals">{items}</ul>
            {differing(goals, lang)}
            <p class="do">{add}</p>
        }
        .into_any(),
    )
}

fn item(standing: &GoalStanding, item: Option<&GoalItem>, lang: Lang) -> AnyView {
    let done = item.map(|item| actions(item, &standing.name, &standing.unit, lang));
    view! {
        <li id=format!("mal-{}", standing.goal)>
            {goal_lines(standing, lang, true)}
            {done}
        </li>
    }
    .into_any()
}

fn actions(item: &GoalItem, of: &str, unit: &str, lang: Lang) -> AnyView {
    let (id, version) = (item.goal.id.to_string(), item.version.to_string());
    let about = lang.t_with("measure-goal-of", &[("name", of.into())]);
    let hidden = || view! { <span class="vh">": " {about.clone()}</span> };
    let fields = || {
        view! {
            <input type="hidden" name="goal" value=id.clone() />
            <input type="hidden" name="version" value=version.clone() />
        }
    };
    let change = item.may_write.then(|| {
        view! { <a href=format!("/effektmal/{id}")>{lang.t("measure-edit")} {hidden()}</a> }
    });
    let remove = item.may_remove.then(|| {
        view! {
            <form class="in-line" method="post" action="/api/effect_goal_remove">
                {fields()} <button class="as-link" type="submit">{lang.t("measure-goal-remove")} {hidden()}</button>
            </form>
        }
    });
    let history =
        view! { <HistoryLink kind=SubjectKind::EffectGoal id=item.goal.id of=about.clone() class="" lang /> };
    let proposed = item
        .proposed
        .as_ref()
        .map(|version| view! { <p class="note">{proposal(version, unit, lang)}</p> });
    let returned = item.review_note.clone().map(|note| {
        let said = lang.t_with("measure-goal-returned", &[("note", note.into())]);
        view! { <p class="review-note">{said}</p> }
    });
    let review = match item.review {
        Some(Ok(())) => review(&id, &version, &about, lang),
        Some(Err(Refusal::OwnWork)) => {
            view! { <p class="note">{lang.t("measure-goal-review-help")}</p> }.into_any()
        }
        _ => ().into_any(),
    };
    view! {
        {proposed}
        {returned}
        {review}
        <p class="do">{change} " " {remove} " " {history}</p>
    }
    .into_any()
}

/// What somebody wants it to be instead.
fn proposal(version: &GoalVersion, unit: &str, lang: Lang) -> String {
    let baseline = version.baseline.as_ref();
    let baseline = baseline.map_or_else(
        || lang.t("measure-goal-no-baseline"),
        |baseline| measure::amount(lang, baseline.value, unit),
    );
    let targets = version.targets.iter().map(|target| {
        lang.t_with(
            "measure-goal-proposed-target",
            &[
                ("value", measure::amount(lang, target.value, unit).into()),
                ("day", date::day(lang, target.day).into()),
            ],
        )
    });
    lang.t_with(
        "measure-goal-proposed",
        &[
            ("baseline", baseline.into()),
            ("targets", targets.collect::<Vec<_>>().join(", ").into()),
            ("reason", version.reason.clone().unwrap_or_default().into()),
        ],
    )
}

fn review(id: &str, version: &str, about: &str, lang: Lang) -> AnyView {
    let fields = || {
        view! {
            <input type="hidden" name="goal" value=id.to_owned() />
            <input type="hidden" name="version" value=version.to_owned() />
        }
    };
    let hidden = || view! { <span class="vh">": " {about.to_owned()}</span> };
    let note = format!("skal-mal-{id}");
    view! {
        <div class="steps">
            <form method="post" action="/api/effect_goal_review">
                {fields()} <input type="hidden" name="decision" value="approve" />
                <button class="btn" type="submit">{lang.t("measure-approve")} {hidden()}</button>
            </form>
            <details class="step">
                <summary>{lang.t("measure-return")} {hidden()}</summary>
                <form class="return-form" method="post" action="/api/effect_goal_review" novalidate=true>
                    {fields()} <input type="hidden" name="decision" value="return" />
                    <div class="field">
                        <label for=note.clone()>{lang.t("measure-return-reason")}</label>
                        <textarea id=note name="note" rows="2" required=true></textarea>
                    </div>
                    <button class="btn" type="submit">{lang.t("measure-return-submit")}</button>
                </form>
            </details>
        </div>
    }
    .into_any()
}
