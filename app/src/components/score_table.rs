//! How a proposal comes about: each benefit with what its score rests on, by benefit group.

use domain::area::Area;
use domain::benefit_group::BenefitGroup;
use domain::report_model::{BenefitSection, DeliverySection};
use domain::standing::{AreaStanding, Standing};
use leptos::prelude::*;
use text::scale::no_score;
use text::{Lang, name, number};

use super::level::{LevelChip, LevelKind};
use super::links::{self, delivery_anchor, group_anchor};
use super::scroll::scroll;

/// A benefit with the name and anchor of its delivery.
type Row<'a> = (&'a BenefitSection, Option<(&'a str, String)>);

/// The benefits of some of an area's deliveries, and some that come from none, by group. Each group begins with what the matrix shows
/// in its cell, and the table ends with the area's proposal: those are of all benefits of the area. A benefit with several groups
/// stands in each of them, and counts once in the area.
pub fn score_table(
    of: &Area,
    (deliveries, without_delivery): (&[DeliverySection], &[BenefitSection]),
    area: &AreaStanding,
    standing: &Standing,
    lang: Lang,
    labelled_by: &str,
) -> AnyView {
    let rows: Vec<Row> = deliveries
        .iter()
        .flat_map(|of| {
            let delivery = &of.delivery;
            of.benefits.iter().map(move |benefit| {
                (
                    benefit,
                    Some((delivery.name.as_str(), delivery_anchor(delivery.id))),
                )
            })
        })
        .chain(without_delivery.iter().map(|benefit| (benefit, None)))
        .collect();
    let bodies: Vec<_> = standing
        .groups
        .iter()
        .filter_map(|group| group_body(&group.group, &rows, area, of, standing, lang))
        .collect();
    let table = view! {
        <table class="data scores">
            <caption>{lang.t("area-scores-caption")}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("area-expected-benefit")}</th>
                    <th scope="col">{lang.t("area-delivery")}</th>
                    <th scope="col" class="n">{lang.t("area-statements")}</th>
                    <th scope="col">{lang.t("area-evidence")}</th>
                    <th scope="col" class="n">{lang.t("area-points")}</th>
                </tr>
            </thead>
            {bodies}
            {foot(area, standing, lang)}
        </table>
    };
    scroll(labelled_by, "", table.into_any())
}

fn group_body(
    group: &BenefitGroup,
    rows: &[Row],
    area: &AreaStanding,
    of: &Area,
    standing: &Standing,
    lang: Lang,
) -> Option<AnyView> {
    let cell = area.cells.iter().find(|cell| cell.group == group.id)?;
    let main = of.main_groups.contains(&group.id);
    let items: Vec<_> = rows
        .iter()
        .filter(|(benefit, _)| benefit.benefit.groups.iter().any(|share| share.group == group.id))
        .map(|row| benefit_row(row, standing, lang))
        .collect();
    let none_here = (items.is_empty() && cell.tally.benefits() > 0).then(|| {
        view! {
            <tr>
                <td colspan="5" class="muted">{lang.t("area-scores-none-here")}</td>
            </tr>
        }
    });
    let proposal = match cell.proposal {
        Some(proposal) => view! {
            <LevelChip level=proposal.level lang kind=LevelKind::Bare />
            " "
            {number::percent(lang, proposal.percent, 1, &standing.scheme)}
        }
        .into_any(),
        None => view! { <small>{no_score(lang, &cell.tally)}</small> }.into_any(),
    };
    let main = main.then(|| view! { " " <span class="tag">{lang.t("common-main-group")}</span> });
    Some(
        view! {
            <tbody>
                <tr class="group-row">
                    <th colspan="4" scope="rowgroup" id=group_anchor(&group.code)>
                        {group.name.clone()}
                        {main}
                    </th>
                    <td class="n">{proposal}</td>
                </tr>
                {items}
                {none_here}
            </tbody>
        }
        .into_any(),
    )
}

fn benefit_row((benefit, delivery): &Row, standing: &Standing, lang: Lang) -> AnyView {
    let name = benefit
        .benefit
        .title
        .clone()
        .unwrap_or_else(|| benefit.benefit.description.clone());
    let delivery = delivery.as_ref().map(|(name, anchor)| {
        view! { <a href=format!("#{anchor}")>{(*name).to_owned()}</a> }
    });
    let state = if benefit.evidence.undated {
        lang.t("area-undated-state")
    } else {
        name::evidence_state(lang, benefit.evidence.state)
    };
    let measured = measured(benefit, lang);
    let score = benefit.evidence.score.map_or_else(
        || "–".to_owned(),
        |score| number::points(lang, score, 1, &standing.scheme),
    );
    view! {
        <tr>
            <th scope="row">
                <a href=links::benefit(benefit.benefit.initiative, benefit.benefit.id)>{name}</a>
            </th>
            <td>{delivery}</td>
            <td class="n">{number::len(lang, benefit.statements.len())}</td>
            <td>{state} {measured}</td>
            <td class="n">{score}</td>
        </tr>
    }
    .into_any()
}

/// The goals that the score rests on, each with the way to what was measured.
fn measured(benefit: &BenefitSection, lang: Lang) -> Option<AnyView> {
    let items: Vec<_> = benefit
        .goals
        .iter()
        .filter_map(|standing| Some((standing, standing.fulfilment()?, standing.actual.as_ref()?)))
        .filter_map(|(standing, fulfilment, actual)| {
            let href = links::measurement(standing.measure, *actual.measurements.last()?);
            let percent = number::share(lang, fulfilment, 1);
            Some(view! {
                <li>
                    <a href=href>{standing.name.clone()}</a>
                    " "
                    {percent}
                </li>
            })
        })
        .collect();
    (!items.is_empty()).then(|| view! { <ul class="plain">{items}</ul> }.into_any())
}

fn foot(area: &AreaStanding, standing: &Standing, lang: Lang) -> AnyView {
    let percent = match area.proposal {
        Some(proposal) => number::percent(lang, proposal.percent, 1, &standing.scheme),
        None => "–".to_owned(),
    };
    view! {
        <tfoot>
            <tr>
                <th scope="row" colspan="4">{lang.t("area-scores-mean")}</th>
                <td class="n">{percent}</td>
            </tr>
        </tfoot>
    }
    .into_any()
}
