//! A measure: its trend, the goals that use it, what was measured, and how it is defined.

use domain::history::SubjectKind;
use domain::measure::{Definition, DimensionKind};
use leptos::prelude::*;
use rust_decimal::Decimal;
use service::{GoalUse, MeasureView};
use text::{Lang, date, measure, name, number};

use super::measurements::measurements;
use super::notice::notice;
use super::trend::trend;
use crate::api;
use crate::components::finding::Gap;
use crate::components::form_page::{path_part, query_part};
use crate::components::history_link::HistoryLink;
use crate::components::links;
use crate::components::page::{Loaded, Title};
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::prose::Paragraphs;
use crate::components::scroll::scroll;

/// A measure's page.
#[component]
pub fn MeasurePage() -> impl IntoView {
    let lang = api::lang();
    let done = query_part("klart");
    let load = api::measure(path_part("id").unwrap_or_default());
    view! { <Loaded load view=move |shown| page(&shown, done.as_deref(), lang) /> }.into_any()
}

fn page(shown: &MeasureView, done: Option<&str>, lang: Lang) -> AnyView {
    let name = shown.measure.name.clone();
    let crumbs = vec![(links::MEASURES.to_owned(), lang.t("measure-title"))];
    let base = links::measure(shown.measure.id);
    let log = shown.may_log.then(|| {
        view! { <a class="btn primary" href=format!("{base}/matning")>{lang.t("measure-log")}</a> }
    });
    let change = shown.may_write.then(|| {
        view! { <a class="btn quiet" href=format!("{base}/andra")>{lang.t("measure-change")}</a> }
    });
    let history =
        view! { <HistoryLink kind=SubjectKind::Measure id=shown.measure.id class="btn quiet" lang /> };
    let actions = Some(view! { {log} {change} {history} }.into_any());
    let kicker = view! { <p class="kicker">{lang.t("measure-kicker")}</p> };
    let now = shown.measure.current();
    let lead = now.map(|now| view! { <Paragraphs text=now.definition.clone() /> });
    view! {
        <Title text=name.clone() />
        <Crumbs steps=crumbs here=name.clone() lang />
        {notice(done, shown, lang)}
        <PageHead heading=name.into_any() kicker=Some(kicker.into_any()) actions>
            <div class="lead">{lead}</div>
        </PageHead>
        {trend(shown, lang)}
        {goals(shown, lang)}
        {measurements(shown, done == Some("skriv-skal"), lang)}
        {definitions(shown, lang)}
    }
    .into_any()
}

fn goals(shown: &MeasureView, lang: Lang) -> AnyView {
    let body = if shown.goals.is_empty() {
        view! { <Gap text=lang.t("measure-goals-none") /> }.into_any()
    } else {
        let rows: Vec<_> = shown.goals.iter().map(|one| goal_row(one, lang)).collect();
        let table = view! {
            <table class="data">
                <caption class="vh" id="mattets-mal">{lang.t("measure-goals")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{lang.t("measure-goal-benefit")}</th>
                        <th scope="col">{lang.t("measure-goal-part")}</th>
                        <th scope="col" class="n">{lang.t("measure-goal-claim")}</th>
                        <th scope="col">{lang.t("measure-goal-standing-head")}</th>
                        <th scope="col">{lang.t("measure-goal-outcome")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        };
        let rest: Vec<_> = shown
            .unclaimed
            .iter()
            .filter(|(_, left)| *left > Decimal::ZERO)
            .map(|(split, left)| {
                let said = lang.t_with(
                    "measure-unclaimed",
                    &[
                        ("part", measure::split(lang, split).into()),
                        ("rest", number::threshold(lang, *left).into()),
                    ],
                );
                view! { <p class="note">{said}</p> }
            })
            .collect();
        view! { {scroll("mattets-mal", "", table.into_any())} {rest} }.into_any()
    };
    view! {
        <section class="block" aria-labelledby="h-mal">
            <h2 id="h-mal">{lang.t("measure-goals")}</h2>
            {body}
        </section>
    }
    .into_any()
}

fn goal_row(one: &GoalUse, lang: Lang) -> AnyView {
    let of = match &one.ground {
        Some(ground) => {
            let href = format!(
                "{}#nytta-{}",
                links::initiative(ground.initiative),
                ground.benefit
            );
            view! {
                <a href=href>{ground.benefit_name.clone()}</a>
                " "
                <small>{ground.initiative_name.clone()}</small>
            }
            .into_any()
        }
        None => lang.t("measure-goal-agency").into_any(),
    };
    view! {
        <tr id=format!("mal-{}", one.goal.id)>
            <th scope="row">{of}</th>
            <td>{measure::split(lang, &one.goal.split)}</td>
            <td class="n">{number::threshold(lang, one.goal.claim)}</td>
            <td>{measure::standing(lang, &one.standing)}</td>
            <td>{name::upper_first(&measure::outcome(lang, one.standing.outcome))}</td>
        </tr>
    }
    .into_any()
}

fn definitions(shown: &MeasureView, lang: Lang) -> AnyView {
    let mut all = shown.measure.definitions.iter().rev();
    let now = all.next().map(|now| facts(now, shown, lang));
    let before: Vec<_> = all
        .map(|one| {
            let heading = lang.t_with(
                "measure-definition-number",
                &[("number", one.number.to_string().into())],
            );
            view! {
                <h3>{heading}</h3>
                <Paragraphs text=one.definition.clone() />
                {facts(one, shown, lang)}
            }
        })
        .collect();
    let before = (!before.is_empty()).then(|| {
        view! {
            <details>
                <summary>{lang.t("measure-earlier-definitions")}</summary>
                <p class="note">{lang.t("measure-earlier-definitions-note")}</p>
                {before}
            </details>
        }
    });
    view! {
        <section class="block" aria-labelledby="h-definition">
            <h2 id="h-definition">{lang.t("measure-definition")}</h2>
            {now}
            {before}
        </section>
    }
    .into_any()
}

fn facts(one: &Definition, shown: &MeasureView, lang: Lang) -> AnyView {
    let dimensions: Vec<String> = one
        .dimensions
        .iter()
        .map(|dimension| match dimension.kind {
            DimensionKind::Sex => lang.t("measure-sex"),
            DimensionKind::Channel | DimensionKind::Component => dimension.parts.join(", "),
        })
        .collect();
    let used_for = measure::used_for(lang, shown.measure.used_for);
    let stated = [
        ("measure-unit-head", one.unit.clone()),
        (
            "measure-direction-head",
            Some(measure::direction(lang, one.direction)),
        ),
        (
            "measure-aggregation",
            Some(measure::aggregation(lang, one.aggregation)),
        ),
        (
            "measure-frequency-head",
            one.frequency.map(|often| measure::cadence(lang, often)),
        ),
        ("measure-numerator", one.numerator.clone()),
        ("measure-denominator", one.denominator.clone()),
        (
            "measure-dimensions",
            (!dimensions.is_empty()).then(|| dimensions.join("; ")),
        ),
        ("measure-formula", one.formula.clone()),
        ("measure-source", one.source.clone()),
        ("measure-rationale", one.rationale.clone()),
        ("measure-use", Some(used_for)),
        ("measure-without-target", shown.measure.without_target.clone()),
        ("measure-note", one.note.clone()),
    ];
    let rows: Vec<_> = stated
        .into_iter()
        .filter_map(|(key, value)| Some((lang.t(key), value?)))
        .map(|(term, value)| view! { <div><dt>{term}</dt> <dd>{value}</dd></div> })
        .collect();
    let from = one
        .from
        .map(|day| lang.t_with("measure-definition-from", &[("day", date::day(lang, day).into())]));
    let reason = one
        .reason
        .clone()
        .map(|reason| lang.t_with("measure-definition-reason", &[("reason", reason.into())]));
    let came: Vec<String> = [from, reason].into_iter().flatten().collect();
    let came = (!came.is_empty()).then(|| view! { <p class="note">{came.join(". ")}</p> });
    view! {
        <dl class="terms">{rows}</dl>
        {came}
    }
    .into_any()
}
