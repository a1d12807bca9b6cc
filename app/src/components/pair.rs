//! The two-column table of the report: deliveries with expected benefit beside realised.

use domain::delivery::Delivery;
use domain::report_model::{BenefitSection, DeliverySection, FigureNumbers};
use domain::standing::Standing;
use domain::statement::Statement;
use domain::sus::SusThresholds;
use leptos::prelude::*;
use text::section::{group_names, launches, rests_on, score};
use text::{Lang, date};

use super::figures::figure_list;
use super::finding::{DevelopmentObjectTag, FindingChip, Gap, StatusMark, SusMark};
use super::goals::goals_to_read;
use super::links::{self, delivery_anchor};
use super::prose::Paragraphs;

/// What the table needs beside the deliveries.
#[derive(Clone, Copy)]
pub struct Pairing<'a> {
    /// Groups' names and the scheme.
    pub standing: &'a Standing,
    /// Language of the text.
    pub lang: Lang,
    /// Numbers of figures, in a report.
    pub numbers: Option<&'a FigureNumbers>,
    /// Deliveries lead to their initiative, goals to what was measured; not in a file, which stands alone.
    pub linked: bool,
}

/// The table.
pub fn pair_table(deliveries: &[DeliverySection], caption: AnyView, pairing: Pairing) -> AnyView {
    let lang = pairing.lang;
    let bodies: Vec<_> = deliveries.iter().map(|section| body(section, pairing)).collect();
    view! {
        <table class="data pair">
            <caption>{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("area-pair-expected-head")}</th>
                    <th scope="col">{lang.t("area-realised-benefit")}</th>
                </tr>
            </thead>
            {bodies}
        </table>
    }
    .into_any()
}

fn body(section: &DeliverySection, pairing: Pairing) -> AnyView {
    let lang = pairing.lang;
    view! {
        <tbody>
            <tr class="lead-row">
                <th colspan="2" scope="rowgroup" id=delivery_anchor(section.delivery.id)>
                    {lead(section, pairing)}
                </th>
            </tr>
            {about(&section.delivery, section.scope_reason.as_deref(), pairing)}
            <tr>
                <td data-label=lang.t("area-expected-benefit")>{expected(&section.benefits, pairing)}</td>
                <td data-label=lang.t("area-realised-benefit")>{realised(section, pairing)}</td>
            </tr>
        </tbody>
    }
    .into_any()
}

fn lead(section: &DeliverySection, pairing: Pairing) -> AnyView {
    let lang = pairing.lang;
    let name = section.delivery.name.clone();
    let name = if pairing.linked {
        view! { <a href=links::initiative(section.initiative.id)>{name}</a> }.into_any()
    } else {
        name.into_any()
    };
    let object = section
        .initiative
        .development_object
        .then(|| view! { " " <DevelopmentObjectTag lang /> });
    let late = section
        .late
        .then(|| view! { " " <Gap text=lang.t("area-late") /> });
    let sus: Vec<_> = section
        .sus
        .iter()
        .filter_map(|evaluation| evaluation.result.level(&SusThresholds::default()).ok())
        .map(|level| view! { " " <SusMark level lang /> })
        .collect();
    let launched = launches(lang, &section.delivery.launches)
        .into_iter()
        .map(|line| view! { " " <span>{line}</span> })
        .collect_view();
    view! {
        <span class="dname">{name}</span>
        <span class="meta-line">
            <StatusMark status=section.delivery.status lang />
            {object}
            {late}
            {sus}
            {launched}
        </span>
    }
    .into_any()
}

/// What the delivery is, what is announced for later, its own figures, and what the source leaves
/// open.
fn about(delivery: &Delivery, scope_reason: Option<&str>, pairing: Pairing) -> Option<AnyView> {
    let lang = pairing.lang;
    let figures = figure_list(&delivery.figures, lang, pairing.numbers);
    let description = (!delivery.description.is_empty())
        .then(|| view! { <Paragraphs text=delivery.description.clone() /> });
    let upcoming = (!delivery.upcoming.is_empty()).then(|| {
        let items = delivery
            .upcoming
            .iter()
            .map(|upcoming| {
                let when = date::when(lang, upcoming.when);
                view! { <li>{upcoming.what.clone()} ", " {when}</li> }
            })
            .collect_view();
        view! {
            <p>
                <b>{lang.t("area-upcoming")}</b>
            </p>
            <ul class="bullets">{items}</ul>
        }
    });
    let reason = scope_reason.map(|reason| {
        view! { <p class="note">{lang.t_with("area-scope-reason", &[("reason", reason.into())])}</p> }
    });
    let note = delivery
        .note
        .clone()
        .map(|note| view! { <p class="note">{note}</p> });
    let nothing = figures.is_none()
        && description.is_none()
        && upcoming.is_none()
        && reason.is_none()
        && note.is_none();
    (!nothing).then(|| {
        view! {
            <tr class="about-row">
                <td colspan="2">{description} {figures} {upcoming} {reason} {note}</td>
            </tr>
        }
        .into_any()
    })
}

fn expected(benefits: &[BenefitSection], pairing: Pairing) -> AnyView {
    let lang = pairing.lang;
    if benefits.is_empty() {
        return view! { <Gap text=lang.t("area-no-expected") /> }.into_any();
    }
    let items: Vec<_> = benefits
        .iter()
        .map(|benefit| expected_item(benefit, pairing))
        .collect();
    view! { <ul class="stack">{items}</ul> }.into_any()
}

/// An expected benefit: its groups, its score, what it is, its figures.
pub fn expected_item(section: &BenefitSection, pairing: Pairing) -> AnyView {
    let lang = pairing.lang;
    let benefit = &section.benefit;
    let groups = group_names(benefit.groups.iter().map(|share| share.group), pairing.standing);
    let title = benefit.title.clone().map(|title| view! { <p><b>{title}</b></p> });
    let unplanned = benefit
        .unplanned
        .then(|| view! { " " <span class="tag">{lang.t("area-unplanned")}</span> });
    view! {
        <li>
            <p class="grp">
                {groups} " " <small>{score(lang, section, &pairing.standing.scheme)}</small> {unplanned}
            </p>
            {title}
            <Paragraphs text=benefit.description.clone() />
            {figure_list(&benefit.figures, lang, pairing.numbers)}
        </li>
    }
    .into_any()
}

fn realised(section: &DeliverySection, pairing: Pairing) -> AnyView {
    let lang = pairing.lang;
    let measured = section
        .benefits
        .iter()
        .filter_map(|benefit| measured_item(benefit, pairing));
    let stated = section
        .statements
        .iter()
        .map(|statement| realised_item(statement, pairing));
    let items: Vec<_> = measured.chain(stated).collect();
    if items.is_empty() {
        return view! { <Gap text=lang.t("area-no-realised") /> }.into_any();
    }
    view! { <ul class="stack">{items}</ul> }.into_any()
}

/// What was measured of a benefit: its groups, what it is, where its goals stand. Nothing where it has no goals.
pub fn measured_item(section: &BenefitSection, pairing: Pairing) -> Option<AnyView> {
    let lang = pairing.lang;
    let goals = goals_to_read(&section.goals, lang, pairing.linked)?;
    let benefit = &section.benefit;
    let groups = group_names(benefit.groups.iter().map(|share| share.group), pairing.standing);
    let of = benefit.title.as_ref().unwrap_or(&benefit.description).clone();
    Some(
        view! {
            <li>
                <p class="grp">{groups} " " <span class="tag">{lang.t("area-measured")}</span></p>
                <p>{of}</p>
                {goals}
            </li>
        }
        .into_any(),
    )
}

/// A statement: its groups, what was found, its words, its figures, what it rests on.
pub fn realised_item(statement: &Statement, pairing: Pairing) -> AnyView {
    let lang = pairing.lang;
    let groups = group_names(statement.groups.iter().copied(), pairing.standing);
    let unplanned = statement
        .benefits
        .is_empty()
        .then(|| view! { " " <span class="tag">{lang.t("area-unplanned")}</span> });
    let rests_on = rests_on(lang, statement);
    let rests_on = (!rests_on.is_empty()).then(|| view! { <p class="basis">{rests_on.join(". ")} "."</p> });
    let note = statement
        .note
        .clone()
        .map(|note| view! { <p class="note">{note}</p> });
    view! {
        <li>
            <p class="grp">{groups} " " <FindingChip finding=statement.finding lang /> {unplanned}</p>
            <Paragraphs text=statement.text.clone() />
            {figure_list(&statement.figures, lang, pairing.numbers)}
            {rests_on}
            {note}
        </li>
    }
    .into_any()
}
