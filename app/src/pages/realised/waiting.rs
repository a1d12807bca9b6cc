//! Freed time that waits for approval, and the form that approves several entries at once.

use domain::form::PickedFreedTime;
use leptos::prelude::*;
use rust_decimal::Decimal;
use service::{FreedTimesOutcome, FreedTimesReviewView, WaitingFreedTime};
use text::{Lang, number, realised};

use crate::api;
use crate::components::empty::Empty;
use crate::components::finding::Gap;
use crate::components::form_page::query_part;
use crate::components::links;
use crate::components::page::{Loaded, Title};
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::realised::disposition;
use crate::components::receipt::{Receipt, ReceiptKind};
use crate::components::register::excerpt;
use crate::components::scroll::scroll;

/// The page.
#[component]
pub fn FreedTimesReviewPage() -> impl IntoView {
    let lang = api::lang();
    let outcome = FreedTimesOutcome::parse(query_part);
    let load = api::freed_times_review();
    view! { <Loaded load view=move |shown| page(&shown, outcome, lang) /> }.into_any()
}

fn counted(key: &str, count: usize, lang: Lang) -> String {
    let args = [("count", count.into()), ("text", number::len(lang, count).into())];
    lang.t_with(key, &args)
}

fn page(shown: &FreedTimesReviewView, outcome: Option<FreedTimesOutcome>, lang: Lang) -> AnyView {
    let count = shown.waiting.len().saturating_add(shown.more);
    let heading = counted("realised-review-heading", count, lang);
    let title = lang.t("realised-review-title");
    let crumbs = vec![(links::REALISED.to_owned(), lang.t("realised-title"))];
    let content = if shown.waiting.is_empty() {
        let (heading, text) = (
            lang.t("realised-review-none"),
            lang.t("realised-review-none-text"),
        );
        view! { <Empty heading text page=true /> }.into_any()
    } else {
        approval(shown, lang)
    };
    let told = |key: &str, count: usize| {
        (count > 0).then(|| view! { <p class="note">{counted(key, count, lang)}</p> })
    };
    view! {
        <Title text=title.clone() />
        <Crumbs steps=crumbs here=title lang />
        {outcome.map(|outcome| receipt(outcome, lang))}
        <PageHead heading=heading.into_any()>
            <p class="lead">{lang.t("realised-review-lead")}</p>
        </PageHead>
        {content}
        {told("realised-review-more", shown.more)}
        {told("realised-review-own", shown.own)}
    }
    .into_any()
}

fn receipt(outcome: FreedTimesOutcome, lang: Lang) -> AnyView {
    let left: Vec<String> = [
        (outcome.changed, "realised-review-changed"),
        (outcome.own, "realised-review-left-own"),
        (outcome.refused, "realised-review-refused"),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, key)| counted(key, count, lang))
    .collect();
    let kind = if outcome.approved > 0 && left.is_empty() {
        ReceiptKind::Done
    } else {
        ReceiptKind::NotDone
    };
    let heading = counted("realised-review-approved", outcome.approved, lang);
    let next = match (outcome.approved, left.is_empty()) {
        (0, true) => lang.t("realised-review-nothing"),
        (_, true) => lang.t("realised-review-approved-next"),
        (_, false) => left.join(" "),
    };
    let (without, close) = (links::REALISED_REVIEW, lang.t("form-receipt-close"));
    view! { <Receipt kind heading next without close /> }.into_any()
}

fn approval(shown: &FreedTimesReviewView, lang: Lang) -> AnyView {
    let rows: Vec<_> = shown.waiting.iter().map(|of| row(of, lang)).collect();
    let table = view! {
        <table class="data register">
            <caption class="vh" id="h-vantar">{lang.t("realised-review-title")}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("realised-review-pick")}</th>
                    <th scope="col">{lang.t("realised-review-benefit")}</th>
                    <th scope="col">{lang.t("realised-review-freed")}</th>
                    <th scope="col">{lang.t("realised-time-went")}</th>
                    <th scope="col">{lang.t("realised-time-form-note-label")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    view! {
        <form method="post" action="/api/freed_time_approve_many">
            <input type="hidden" name="submission" value=shown.submission.clone() />
            <p class="hint">{lang.t("realised-review-hint")}</p>
            {scroll("h-vantar", "", table.into_any())}
            <div class="actions">
                <button class="btn primary" type="submit">{lang.t("realised-review-approve")}</button>
            </div>
        </form>
    }
    .into_any()
}

fn row(of: &WaitingFreedTime, lang: Lang) -> AnyView {
    let entry = &of.entry;
    let benefit = &of.benefit;
    let name = excerpt(benefit.title.as_ref().unwrap_or(&benefit.description));
    let what = format!("{name}, {}", entry.year);
    let label = lang.t_with("realised-review-pick-one", &[("what", what.into())]);
    let picked = PickedFreedTime {
        id: entry.id,
        version: of.version,
    };
    let href = links::freed_time(of.initiative.id, entry.id);
    let before = of.before.as_ref().map(|before| {
        let said = lang.t_with(
            "realised-review-before",
            &[("said", realised::freed(lang, before).into())],
        );
        view! { <small>{said}</small> }
    });
    let went: Vec<_> = entry
        .dispositions
        .iter()
        .map(|one| disposition(one, lang))
        .collect();
    let went = (!went.is_empty()).then(|| view! { <ul class="plain">{went}</ul> });
    let unknown = (entry.unknown() > Decimal::ZERO).then(|| {
        let hours = realised::hours(lang, entry.unknown());
        let text = lang.t_with("realised-time-unknown", &[("hours", hours.into())]);
        view! { <Gap text /> }
    });
    let by = of.written_by.clone().map(|by| {
        view! { <small>{lang.t_with("measure-logged-by", &[("name", by.into())])}</small> }
    });
    view! {
        <tr>
            <td class="pick">
                <input type="checkbox" name="picked[]" value=picked.code() aria-label=label />
            </td>
            <th scope="row">
                <a href=href>{name}</a>
                <small>{of.initiative.name.clone()}</small>
            </th>
            <td class="wrap">{realised::freed(lang, entry)} " " {before}</td>
            <td class="wrap">{went} {unknown}</td>
            <td class="wrap">{entry.note.clone()} " " {by}</td>
        </tr>
    }
    .into_any()
}
