use domain::history::SubjectKind;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use service::{Format, ReportView};
use text::Lang;

use super::document::{DocumentParts, report_document};
use crate::api;
use crate::components::form_page::query_part;
use crate::components::history_link::HistoryLink;
use crate::components::links::{self, Links};
use crate::components::page::{Loaded, Title};
use crate::components::page_head::Crumbs;
use crate::components::receipt::{Receipt, ReceiptKind};

/// A report, whole.
#[component]
pub fn ReportPage() -> impl IntoView {
    let lang = api::lang();
    let id = use_params_map().read_untracked().get("id").unwrap_or_default();
    let done = query_part("klart");
    view! { <Loaded load=api::report(id) view=move |view| report_view(&view, done.as_deref(), lang) /> }
        .into_any()
}

/// The ways to write the report, for those who may and while it is open; its files, and where it is in its life.
fn actions(view: &ReportView, lang: Lang) -> AnyView {
    let id = view.model.report.id;
    let base = links::report(id);
    let write = view.may_write.then(|| {
        view! {
            <a class="btn" href=format!("{base}/andra")>{lang.t("report-form-change")}</a>
            <a class="btn" href=format!("{base}/texter")>{lang.t("report-texts-heading")}</a>
            <a class="btn" href=format!("{base}/kallor")>{lang.t("report-sources-heading")}</a>
            <a class="btn" href=format!("{base}/omfattning")>{lang.t("report-scope-change-link")}</a>
        }
    });
    let file = |format: Format, key: &'static str| {
        view! {
            <a class="btn quiet" href=links::report_file(id, format.code()) download="">
                {lang.t(key)}
            </a>
        }
    };
    view! {
        <a class="btn primary" href=links::report_course(id)>{lang.t("life-title")}</a>
        {write}
        <a class="btn quiet" href=links::report_comparison(id)>{lang.t("comparison-link")}</a>
        <a class="btn quiet" href=links::report_as_of(id)>{lang.t("as-of-link")}</a>
        <a class="btn quiet" href=links::report_presentation(id)>{lang.t("presentation-link")}</a>
        {file(Format::Pdf, "life-format-pdf")}
        {file(Format::Docx, "life-format-docx")}
    }
    .into_any()
}

fn notice(view: &ReportView, done: Option<&str>, lang: Lang) -> Option<AnyView> {
    let heading = match done? {
        "rapport" => "report-done",
        "texter" => "report-done-texts",
        "kallor" => "report-done-sources",
        _ => return None,
    };
    let (heading, next, close) = (
        lang.t(heading),
        lang.t("report-done-next"),
        lang.t("form-receipt-close"),
    );
    let without = links::report(view.model.report.id);
    Some(view! { <Receipt kind=ReceiptKind::Done heading next without close /> }.into_any())
}

fn report_view(view: &ReportView, done: Option<&str>, lang: Lang) -> AnyView {
    let report = &view.model.report;
    let name = report.name();
    let history = view! { <HistoryLink kind=SubjectKind::Report id=report.id class="btn quiet" lang /> };
    let links = Links { year: report.to_year };
    let parts = DocumentParts {
        actions: Some(view! { {actions(view, lang)} {history} }.into_any()),
        linked: true,
        corrections: view.corrections.clone(),
        ..DocumentParts::default()
    };
    let steps = vec![("/rapporter".to_owned(), lang.t("report-list-title"))];
    view! {
        <Title text=name.clone() />
        <Crumbs home=links.overview() steps here=name lang />
        {notice(view, done, lang)}
        {report_document(&view.model, lang, parts)}
    }
    .into_any()
}
