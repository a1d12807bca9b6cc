use ::text::{Lang, number, report as said};
use domain::report::comment::ReportSection;
use domain::report::correction::{ReportCorrection, replaced};
use leptos::prelude::*;
use service::{Format, ProposedCorrection, ReportCorrectionsView};

use super::terms;
use crate::api;
use crate::components::empty::Empty;
use crate::components::finding::Gap;
use crate::components::form_page::{path_part, query_part};
use crate::components::links;
use crate::components::page::{Loaded, Title};
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::receipt::{Receipt, ReceiptKind};

/// What is corrected in a decided report: made, and proposed.
#[component]
pub fn CorrectionsPage() -> impl IntoView {
    let lang = api::lang();
    let done = query_part("klart");
    let load = api::report_corrections(path_part("id").unwrap_or_default());
    view! { <Loaded load view=move |shown| page(&shown, done.as_deref(), lang) /> }.into_any()
}

fn page(shown: &ReportCorrectionsView, done: Option<&str>, lang: Lang) -> AnyView {
    let report = &shown.report;
    let crumbs = vec![
        ("/rapporter".to_owned(), lang.t("report-list-title")),
        (links::report(report.id), report.name()),
    ];
    let count = shown.made.len();
    let args = [("count", count.into()), ("n", number::len(lang, count).into())];
    let heading = lang.t_with("correction-heading", &args);
    let kicker = Some(view! { <p class="kicker">{report.name()}</p> }.into_any());
    let actions = shown.may_write.then(|| {
        let href = format!("{}/ny", links::report_corrections(report.id));
        view! { <a class="btn primary" href=href>{lang.t("correction-new")}</a> }.into_any()
    });
    view! {
        <Title text=lang.t("correction-title") />
        <Crumbs steps=crumbs here=lang.t("correction-title") lang />
        {notice(done, shown, lang)}
        <PageHead heading=heading.into_any() kicker actions>
            <p class="lead">{lang.t("correction-lead")}</p>
        </PageHead>
        {proposed(shown, lang)}
        {made(shown, lang)}
        <p class="note">{lang.t("correction-original")} " " <code>{shown.original_sha256.clone()}</code></p>
    }
    .into_any()
}

fn notice(done: Option<&str>, shown: &ReportCorrectionsView, lang: Lang) -> Option<AnyView> {
    use ReceiptKind::{Done, NotDone};
    let (kind, heading, next) = match done? {
        "foreslagen" => (Done, "correction-done-propose", "correction-done-propose-next"),
        "tillbakadragen" => (Done, "correction-done-withdraw", "correction-done-withdraw-next"),
        "rattad" => (Done, "correction-done", "correction-done-next"),
        "hann-fore" => (NotDone, "life-not-first", "life-not-first-next"),
        _ => return None,
    };
    let (heading, next, close) = (lang.t(heading), lang.t(next), lang.t("form-receipt-close"));
    let without = links::report_corrections(shown.report.id);
    Some(view! { <Receipt kind heading next without close /> }.into_any())
}

/// What a section is called, with the name of an area.
fn section_name(shown: &ReportCorrectionsView, section: &ReportSection, lang: Lang) -> String {
    let found = shown.sections.iter().find(|(one, _)| one == section);
    let area = found.and_then(|(_, area)| area.as_deref());
    said::section(lang, section, area)
}

fn made(shown: &ReportCorrectionsView, lang: Lang) -> AnyView {
    if shown.made.is_empty() {
        return view! {
            <Empty heading=lang.t("correction-none") text=lang.t("correction-none-text") page=true />
        }
        .into_any();
    }
    let replaced = replaced(&shown.made);
    let items: Vec<_> = shown
        .made
        .iter()
        .filter_map(|one| Some(made_item(shown, one, one.number()?, &replaced, lang)))
        .collect();
    let file = |format: Format, key: &'static str| {
        let href = links::report_corrections_file(shown.report.id, format.code());
        view! { <a class="btn quiet" href=href download="">{lang.t(key)}</a> }
    };
    view! {
        {items}
        <p>
            {file(Format::Pdf, "correction-file-pdf")} " " {file(Format::Json, "correction-file-json")}
        </p>
    }
    .into_any()
}

fn made_item(
    shown: &ReportCorrectionsView,
    one: &ReportCorrection,
    number: i32,
    replaced: &std::collections::BTreeMap<i32, i32>,
    lang: Lang,
) -> AnyView {
    let section = section_name(shown, &one.section, lang);
    let id = format!("rattelse-{number}");
    let places: Vec<_> = said::correction_place(lang, one, replaced.get(&number).copied())
        .into_iter()
        .map(|words| view! { <p>{words}</p> })
        .collect();
    view! {
        <section class="part" aria-labelledby=id.clone()>
            <h2 id=id.clone()>{said::correction_name(lang, number)} ": " {section}</h2>
            {places}
            {terms(one, lang)}
        </section>
    }
    .into_any()
}

fn proposed(shown: &ReportCorrectionsView, lang: Lang) -> Option<AnyView> {
    if shown.proposed.is_empty() {
        return None;
    }
    let items: Vec<_> = shown
        .proposed
        .iter()
        .map(|one| proposed_item(shown, one, lang))
        .collect();
    Some(
        view! {
            <section class="part next-step" aria-labelledby="h-forslag">
                <h2 id="h-forslag">{lang.t("correction-proposed")}</h2>
                <p>{lang.t("correction-proposed-text")}</p>
                {items}
            </section>
        }
        .into_any(),
    )
}

fn proposed_item(shown: &ReportCorrectionsView, one: &ProposedCorrection, lang: Lang) -> AnyView {
    let correction = &one.correction;
    let id = format!("forslag-{}", correction.id);
    let section = section_name(shown, &correction.section, lang);
    let base = format!("{}/{}", links::report_corrections(shown.report.id), correction.id);
    let decide = match one.may_decide {
        true => {
            let href = format!("{base}/beslut");
            view! { <a class="btn primary" href=href>{lang.t("correction-to-decision")}</a> }.into_any()
        }
        false => view! { <Gap text=lang.t("correction-waits") /> }.into_any(),
    };
    let change = shown.may_write.then(|| {
        view! {
            " "
            <a class="btn" href=base>{lang.t("correction-change")}</a>
            " "
            <form class="in-line" method="post" action="/api/report_correction_withdraw">
                <input type="hidden" name="id" value=correction.id.to_string() />
                <input type="hidden" name="version" value=one.version.to_string() />
                <button class="btn quiet" type="submit">{lang.t("correction-withdraw")}</button>
            </form>
        }
    });
    let places: Vec<_> = said::correction_place(lang, correction, None)
        .into_iter()
        .map(|words| view! { <p>{words}</p> })
        .collect();
    view! {
        <section aria-labelledby=id.clone()>
            <h3 id=id.clone()>{section}</h3>
            {places}
            {terms(correction, lang)}
            <div class="actions">{decide} {change}</div>
        </section>
    }
    .into_any()
}
