use domain::history::SubjectKind;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use service::ReportView;
use text::Lang;

use super::document::{DocumentParts, report_document};
use crate::api;
use crate::components::history_link::HistoryLink;
use crate::components::links::Links;
use crate::components::page::{Loaded, Title};
use crate::components::page_head::Crumbs;

/// A report, whole.
#[component]
pub fn ReportPage() -> impl IntoView {
    let lang = api::lang();
    let id = use_params_map().read_untracked().get("id").unwrap_or_default();
    view! { <Loaded load=api::report(id) view=move |view| report_view(&view, lang) /> }.into_any()
}

fn report_view(view: &ReportView, lang: Lang) -> AnyView {
    let report = &view.model.report;
    let name = format!("{} {}", report.title, report.period());
    let history = view! { <HistoryLink kind=SubjectKind::Report id=report.id class="btn quiet" lang /> };
    let parts = DocumentParts {
        actions: Some(history.into_any()),
        ..DocumentParts::default()
    };
    let links = Links { year: report.to_year };
    let steps = vec![("/rapporter".to_owned(), lang.t("report-list-title"))];
    view! {
        <Title text=name.clone() />
        <Crumbs home=links.overview() steps here=name lang />
        {report_document(&view.model, lang, parts)}
    }
    .into_any()
}
