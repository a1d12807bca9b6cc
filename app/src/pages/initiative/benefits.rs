//! Expected benefits of a delivery, or of the initiative itself.

use domain::history::SubjectKind;
use domain::id::UnitId;
use domain::report_model::BenefitSection;
use leptos::prelude::*;
use service::InitiativeView;
use text::{Lang, date, name};

use super::goals::goal_list;
use super::plan::plan;
use super::realised::realised_parts;
use super::steps::benefit_steps;
use crate::components::evidence::{benefit_groups, score};
use crate::components::figures::figure_list;
use crate::components::finding::Gap;
use crate::components::history_link::HistoryLink;
use crate::components::links;
use crate::components::prose::Paragraphs;

/// The list; a gap where nothing is expected.
pub(super) fn benefit_list(benefits: &[BenefitSection], shown: &InitiativeView, lang: Lang) -> AnyView {
    if benefits.is_empty() {
        return view! { <Gap text=lang.t("initiative-nothing-expected") /> }.into_any();
    }
    let items: Vec<_> = benefits
        .iter()
        .map(|section| item(section, shown, lang))
        .collect();
    view! { <ul class="stack">{items}</ul> }.into_any()
}

fn item(section: &BenefitSection, shown: &InitiativeView, lang: Lang) -> AnyView {
    let benefit = &section.benefit;
    let unplanned = benefit
        .unplanned
        .then(|| view! { " " <span class="tag">{lang.t("initiative-unplanned")}</span> });
    let title = benefit.title.clone().map(|title| {
        view! {
            <p>
                <b>{title}</b>
            </p>
        }
    });
    let facts = facts(section, shown, lang)
        .into_iter()
        .map(|fact| view! { <span>{fact}</span> " " })
        .collect_view();
    let of = benefit
        .title
        .clone()
        .unwrap_or_else(|| benefit.description.clone());
    let change = shown.may_write.then(|| {
        let href = format!("{}/nytta/{}", links::initiative(shown.initiative.id), benefit.id);
        view! {
            <a href=href>
                {lang.t("initiative-change-benefit")} <span class="vh">": " {of.clone()}</span>
            </a>
        }
    });
    let state = shown.may_state.then(|| {
        let of_initiative = links::initiative(shown.initiative.id);
        view! {
            <a href=format!("{of_initiative}/konstaterad?nytta={}", benefit.id)>
                {lang.t("initiative-state")} <span class="vh">": " {of.clone()}</span>
            </a>
            " "
        }
    });
    let not_measurable = benefit.not_measurable.clone().map(|declared| {
        let reason = lang.t_with("initiative-declared", &[("reason", declared.reason.into())]);
        view! { <p class="review-note">{reason}</p> }
    });
    let goals = goal_list(section, shown, lang);
    let steps = benefit_steps(benefit, shown, lang);
    let history =
        view! { <HistoryLink kind=SubjectKind::Benefit id=benefit.id of=of.clone() class="" lang /> };
    view! {
        <li id=format!("nytta-{}", benefit.id) tabindex="-1">
            <p class="grp">
                {benefit_groups(section, &shown.groups)} " " <small>{score(section, lang)}</small> {unplanned}
            </p>
            {title}
            <Paragraphs text=benefit.description.clone() />
            {figure_list(&benefit.figures, lang, None)}
            <p class="basis">{facts}</p>
            {not_measurable}
            {goals}
            <p class="do">
                {state} {change} {history}
            </p>
            {plan(benefit, shown, lang)}
            {realised_parts(benefit, shown, lang)}
            {steps}
        </li>
    }
    .into_any()
}

/// State, owner, recipient and time, as far as they are stated.
fn facts(section: &BenefitSection, shown: &InitiativeView, lang: Lang) -> Vec<String> {
    let benefit = &section.benefit;
    let state = lang.t_with(
        "initiative-benefit-state",
        &[("state", name::benefit_state(lang, benefit.state).into())],
    );
    let unit = |id: Option<UnitId>, key: &str| {
        let unit = shown.units.iter().find(|unit| Some(unit.id) == id)?;
        Some(lang.t_with(key, &[("unit", (&unit.name).into())]))
    };
    let owner = unit(benefit.owner, "initiative-owner");
    let recipient = unit(benefit.recipient, "initiative-recipient");
    let from = benefit.expected_from.map(|day| date::day(lang, day));
    let to = benefit.expected_to.map(|day| date::day(lang, day));
    let time = match (from, to) {
        (Some(from), Some(to)) => Some(lang.t_with(
            "initiative-expected-between",
            &[("from", from.into()), ("to", to.into())],
        )),
        (Some(from), None) => Some(lang.t_with("initiative-expected-from", &[("from", from.into())])),
        (None, Some(to)) => Some(lang.t_with("initiative-expected-to", &[("to", to.into())])),
        (None, None) => None,
    };
    [Some(state), owner, recipient, time]
        .into_iter()
        .flatten()
        .collect()
}
