//! The choice of report, on pages that show where it stands.

use domain::standing::ReportHead;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use text::{Lang, date, name};

use super::links::Links;

/// All reports that can be turned to, the one that is shown marked. `href` gives the same page for
/// another report.
pub fn report_switch(
    reports: &[ReportHead],
    shown: &ReportHead,
    lang: Lang,
    href: impl Fn(Links) -> String,
) -> AnyView {
    let items: Vec<_> = reports
        .iter()
        .map(|report| {
            let current = (report.id == shown.id).then_some("true");
            let href = href(Links { year: report.to_year });
            view! { <a href=href aria-current=current>{switch_name(report, lang)}</a> }
        })
        .collect();
    view! { <nav class="switch kicker" aria-label=lang.t("overview-switch")>{items}</nav> }.into_any()
}

/// "Återrapport 2022–2024, beslutad 18 februari 2025", "2023–2025, utkast".
pub fn switch_name(report: &ReportHead, lang: Lang) -> String {
    match report.decision.as_ref().filter(|_| report.state.is_decided()) {
        Some(decision) => lang.t_with(
            "overview-switch-decided",
            &[
                ("period", report.period().into()),
                ("day", date::day(lang, decision.on).into()),
            ],
        ),
        None => {
            let state = name::lower_first(&name::report_state(lang, report.state));
            lang.t_with(
                "overview-switch-open",
                &[("period", report.period().into()), ("state", state.into())],
            )
        }
    }
}

/// The last year of the report that is asked for (`?rapport=2024`); none for the newest.
pub fn asked_year() -> Option<i32> {
    use_query_map().read_untracked().get("rapport")?.parse().ok()
}
