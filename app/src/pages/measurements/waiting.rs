//! What waits for approval, and the form that approves several at once.

use domain::form::PickedMeasurement;
use leptos::prelude::*;
use rust_decimal::Decimal;
use service::{MeasurementsOutcome, MeasurementsReviewView, WaitingMeasurement};
use text::{Lang, measure, number};

use super::rows::benefits;
use crate::api;
use crate::components::empty::Empty;
use crate::components::form_page::query_part;
use crate::components::links;
use crate::components::page::{Loaded, Title};
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::receipt::{Receipt, ReceiptKind};
use crate::components::scroll::scroll;
use crate::pages::measure::proofs;

/// The page.
#[component]
pub fn MeasurementsReviewPage() -> impl IntoView {
    let lang = api::lang();
    let outcome = MeasurementsOutcome::parse(query_part);
    let load = api::measurements_review();
    view! { <Loaded load view=move |shown| page(&shown, outcome, lang) /> }.into_any()
}

fn page(shown: &MeasurementsReviewView, outcome: Option<MeasurementsOutcome>, lang: Lang) -> AnyView {
    let count = shown.waiting.len().saturating_add(shown.more);
    let args = [("count", count.into()), ("text", number::len(lang, count).into())];
    let heading = lang.t_with("measurements-review-heading", &args);
    let title = lang.t("measurements-review-title");
    let crumbs = vec![
        (links::MEASURES.to_owned(), lang.t("measure-title")),
        (links::MEASUREMENTS.to_owned(), lang.t("measurements-title")),
    ];
    let content = if shown.waiting.is_empty() {
        let (heading, text) = (
            lang.t("measurements-review-none"),
            lang.t("measurements-review-none-text"),
        );
        view! { <Empty heading text page=true /> }.into_any()
    } else {
        approval(shown, lang)
    };
    let told = |key: &str, count: usize| {
        let args = [("count", count.into()), ("text", number::len(lang, count).into())];
        (count > 0).then(|| view! { <p class="note">{lang.t_with(key, &args)}</p> })
    };
    view! {
        <Title text=title.clone() />
        <Crumbs steps=crumbs here=title lang />
        {outcome.map(|outcome| receipt(outcome, lang))}
        <PageHead heading=heading.into_any()>
            <p class="lead">{lang.t("measurements-review-lead")}</p>
        </PageHead>
        {content}
        {told("measurements-review-more", shown.more)}
        {told("measurements-review-own", shown.own)}
    }
    .into_any()
}

fn receipt(outcome: MeasurementsOutcome, lang: Lang) -> AnyView {
    let said = |key: &str, count: usize| {
        let args = [("count", count.into()), ("text", number::len(lang, count).into())];
        lang.t_with(key, &args)
    };
    let left: Vec<String> = [
        (outcome.changed, "measurements-review-changed"),
        (outcome.own, "measurements-review-left-own"),
        (outcome.refused, "measurements-review-refused"),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, key)| said(key, count))
    .collect();
    let kind = if outcome.approved > 0 && left.is_empty() {
        ReceiptKind::Done
    } else {
        ReceiptKind::NotDone
    };
    let heading = said("measurements-review-approved", outcome.approved);
    let next = match (outcome.approved, left.is_empty()) {
        (0, true) => lang.t("measurements-review-nothing"),
        (_, true) => lang.t("measurements-review-approved-next"),
        (_, false) => left.join(" "),
    };
    let (without, close) = (links::MEASUREMENTS_REVIEW, lang.t("form-receipt-close"));
    view! { <Receipt kind heading next without close /> }.into_any()
}

fn approval(shown: &MeasurementsReviewView, lang: Lang) -> AnyView {
    let rows: Vec<_> = shown.waiting.iter().map(|of| row(of, lang)).collect();
    let table = view! {
        <table class="data register">
            <caption class="vh" id="h-vantar">{lang.t("measurements-review-title")}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("measurements-review-pick")}</th>
                    <th scope="col">{lang.t("measure-name")}</th>
                    <th scope="col">{lang.t("measure-period-head")}</th>
                    <th scope="col" class="n">{lang.t("measure-value-head")}</th>
                    <th scope="col" class="n">{lang.t("measurements-review-before")}</th>
                    <th scope="col">{lang.t("measure-source-head")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    view! {
        <form method="post" action="/api/measurement_approve_many">
            <input type="hidden" name="submission" value=shown.submission.clone() />
            <p class="hint">{lang.t("measurements-review-hint")}</p>
            {scroll("h-vantar", "", table.into_any())}
            <div class="actions">
                <button class="btn primary" type="submit">{lang.t("measurements-review-approve")}</button>
            </div>
        </form>
    }
    .into_any()
}

fn row(of: &WaitingMeasurement, lang: Lang) -> AnyView {
    let one = &of.measurement;
    let definition = of.measure.definition(one.definition);
    let per = definition.map_or(Decimal::ONE_HUNDRED, |of| of.per());
    let unit = definition.and_then(|of| of.unit.clone()).unwrap_or_default();
    let period = measure::period(lang, one.period);
    let what = format!("{}, {period}", of.measure.name);
    let label = lang.t_with("measurements-review-pick-one", &[("what", what.into())]);
    let picked = PickedMeasurement {
        id: one.id,
        version: of.version,
    };
    let by = of.written_by.clone().map(|by| {
        view! { <small>{lang.t_with("measure-logged-by", &[("name", by.into())])}</small> }
    });
    let tag = |on: bool, key: &str| on.then(|| view! { " " <span class="tag">{lang.t(key)}</span> });
    let before = of.before.map(|(period, value)| {
        view! { {measure::value(lang, value, per, &unit)} <small>{measure::period(lang, period)}</small> }
    });
    let href = format!("{}#matning-{}", links::measure(of.measure.id), one.id);
    let parts: Vec<_> = one
        .splits
        .iter()
        .map(|part| {
            let value = measure::value(lang, part.value, per, &unit);
            view! { <small>{measure::split(lang, &part.split)} ": " {value}</small> }
        })
        .collect();
    let comment = one
        .comment
        .clone()
        .map(|comment| view! { <small>{comment}</small> });
    view! {
        <tr>
            <td class="pick">
                <input type="checkbox" name="picked[]" value=picked.code() aria-label=label />
            </td>
            <th scope="row">
                <a href=href>{of.measure.name.clone()}</a>
                {benefits(&of.ground, lang)}
            </th>
            <td class="wrap">
                {period}
                {tag(one.preliminary, "measure-preliminary")}
                {tag(one.supersedes.is_some(), "measure-correction")}
            </td>
            <td class="n">{measure::value(lang, one.value, per, &unit)} {parts}</td>
            <td class="n">{before}</td>
            <td class="wrap">{one.source.clone()} {by} {comment} {proofs(one, lang)}</td>
        </tr>
    }
    .into_any()
}
