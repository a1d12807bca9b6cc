//! Where effect goals stand, in words, with the way to what was measured.

use domain::effect_goal::standing::{GoalOutcome, GoalStanding};
use domain::evidence::goals_differ;
use leptos::prelude::*;
use text::{Lang, measure, name};

use super::links;

/// A goal: what it makes, from where to where, and what it would make by what was agreed first. Where it is linked, its
/// name leads to the measure and its outcome to the latest measurement that it rests on, with its evidence.
pub fn goal_lines(standing: &GoalStanding, lang: Lang, linked: bool) -> AnyView {
    let part = (!standing.split.is_whole()).then(|| format!(", {}", measure::split(lang, &standing.split)));
    let named = view! { {standing.name.clone()} {part} };
    let named = if linked {
        view! { <a href=links::measure(standing.measure)>{named}</a> }.into_any()
    } else {
        named.into_any()
    };
    let latest = standing
        .actual
        .as_ref()
        .and_then(|actual| actual.measurements.last());
    let leads = latest.filter(|_| linked).map(|latest| {
        view! {
            " "
            <a href=links::measurement(standing.measure, *latest)>
                {lang.t("measure-goal-evidence")}
                <span class="vh">": " {standing.name.clone()}</span>
            </a>
        }
    });
    let original = standing.original.map(|outcome| {
        let said = measure::outcome(lang, outcome);
        view! { <p class="note">{lang.t_with("measure-goal-original", &[("outcome", said.into())])}</p> }
    });
    view! {
        <p>
            {named} ": " <b>{name::upper_first(&measure::outcome(lang, standing.outcome))}</b>
        </p>
        <p class="basis">{measure::standing(lang, standing)} {leads}</p>
        {original}
    }
    .into_any()
}

/// That goals of one benefit point different ways, where they do.
pub fn differing(goals: &[GoalStanding], lang: Lang) -> Option<AnyView> {
    goals_differ(goals).then(|| view! { <p class="note">{lang.t("measure-goals-differ")}</p> }.into_any())
}

/// The goals of a benefit that somebody has approved, to read; nothing where there are none.
pub fn goals_to_read(goals: &[GoalStanding], lang: Lang, linked: bool) -> Option<AnyView> {
    let items: Vec<_> = goals
        .iter()
        .filter(|standing| standing.outcome != GoalOutcome::Unapproved)
        .map(|standing| view! { <li>{goal_lines(standing, lang, linked)}</li> })
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <ul class="plain goals">{items}</ul>
            {differing(goals, lang)}
        }
        .into_any()
    })
}
