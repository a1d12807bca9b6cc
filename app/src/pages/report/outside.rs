//! Decided reports as those without an account read them: by a link, or because they are public. Nothing on these pages
//! leads into the portfolio, and only corrections are newer than the decision.

use domain::local_time::local_time;
use http::{HeaderName, HeaderValue, StatusCode, header};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use service::{Format, PublicReports, ReportView, SharedReport};
use text::{Lang, date, number};

use super::document::{DocumentParts, report_document};
use super::life::format_name;
use crate::api::{self, ApiError};
use crate::components::empty::Empty;
use crate::components::form_page::path_part;
use crate::components::links;
use crate::components::page::{Loaded, Title};
use crate::components::page_head::PageHead;
use crate::components::scroll::scroll;

/// Files that are offered beside the page.
const FILES: [Format; 5] = [Format::Pdf, Format::Docx, Format::Xlsx, Format::Csv, Format::Json];

/// A report that somebody has been given a link to. Whatever is wrong with the link answers alike.
#[component]
pub fn SharedReportPage() -> impl IntoView {
    let lang = api::lang();
    let response = use_context::<ResponseOptions>();
    if let Some(response) = &response {
        // The address is the key: it is told to no other site, and kept by no search engine.
        response.insert_header(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
        response.insert_header(
            HeaderName::from_static("x-robots-tag"),
            HeaderValue::from_static("noindex, nofollow"),
        );
    }
    let secret = path_part("secret").unwrap_or_default();
    let shared = api::report_shared(secret.clone());
    let load = async move {
        match shared.await {
            Ok(shared) => Ok(Some(shared)),
            Err(ApiError::NotFound) => Ok(None),
            Err(error) => Err(error),
        }
    };
    let show = move |shared: Option<SharedReport>| match shared {
        Some(shared) => shared_view(&shared, &secret, lang),
        None => {
            if let Some(response) = &response {
                response.set_status(StatusCode::NOT_FOUND);
            }
            gone(lang)
        }
    };
    view! {
        <leptos_meta::Meta name="robots" content="noindex, nofollow" />
        <Loaded load view=show />
    }
    .into_any()
}

fn gone(lang: Lang) -> AnyView {
    view! {
        <Title text=lang.t("share-gone-title") />
        <PageHead heading=lang.t("share-gone-title").into_any()>
            <p class="lead">{lang.t("share-gone")}</p>
        </PageHead>
        <div class="error-page">
            <p>{lang.t("share-gone-do")}</p>
            <p>
                <a href=links::PUBLIC>{lang.t("share-to-public")}</a>
            </p>
        </div>
    }
    .into_any()
}

fn shared_view(shared: &SharedReport, secret: &str, lang: Lang) -> AnyView {
    let args = [("day", date::day(lang, shared.ends_on).into())];
    let told = lang.t_with("share-by-link", &args);
    reading(&shared.view, told, lang, |format| {
        links::shared_report_file(secret, format.code())
    })
}

/// A report that has been made public.
#[component]
pub fn PublicReportPage() -> impl IntoView {
    let lang = api::lang();
    let load = api::public_report(path_part("id").unwrap_or_default());
    let show = move |view: ReportView| {
        let id = view.model.report.id;
        let told = lang.t("share-public");
        reading(&view, told, lang, |format| {
            links::public_report_file(id, format.code())
        })
    };
    view! {
        <FeedLinks lang />
        <Loaded load view=show />
    }
    .into_any()
}

/// The report as it was decided, with its files and with what was corrected beside it, and nothing that leads further.
fn reading(view: &ReportView, told: String, lang: Lang, file: impl Fn(Format) -> String) -> AnyView {
    let files: Vec<_> = FILES
        .into_iter()
        .map(|format| {
            let class = if format == Format::Pdf {
                "btn primary"
            } else {
                "btn quiet"
            };
            view! {
                <a class=class href=file(format) download="">
                    {format_name(format, lang)}
                </a>
            }
        })
        .collect();
    let parts = DocumentParts {
        actions: Some(files.into_any()),
        linked: false,
        corrections: view.corrections.clone(),
        ..DocumentParts::default()
    };
    view! {
        <Title text=view.model.report.name() />
        <p class="outside-told">{told}</p>
        {report_document(&view.model, lang, parts)}
    }
    .into_any()
}

/// Tells programs that read feeds where these are.
#[component]
pub fn FeedLinks(
    /// Language of the text.
    lang: Lang,
) -> impl IntoView {
    view! {
        <leptos_meta::Link
            rel="alternate"
            type_="application/atom+xml"
            href=links::FEED_ATOM
            title=lang.t("share-feed")
        />
        <leptos_meta::Link
            rel="alternate"
            type_="application/feed+json"
            href=links::FEED_JSON
            title=lang.t("share-feed")
        />
    }
}

/// The public reports.
#[component]
pub fn PublicReportListPage() -> impl IntoView {
    let lang = api::lang();
    view! {
        <FeedLinks lang />
        <Loaded load=api::public_reports() view=move |shown| list(&shown, lang) />
    }
    .into_any()
}

fn list(shown: &PublicReports, lang: Lang) -> AnyView {
    let count = shown.reports.len();
    let args = [("count", count.into()), ("text", number::len(lang, count).into())];
    let heading = lang.t_with("share-public-heading", &args);
    let kicker = shown
        .agency
        .clone()
        .map(|name| view! { <p class="kicker">{name}</p> }.into_any());
    let content = if shown.reports.is_empty() {
        view! { <Empty heading=lang.t("share-public-none") text=lang.t("share-public-none-text") page=true /> }
            .into_any()
    } else {
        public_table(shown, lang)
    };
    view! {
        <Title text=lang.t("share-public-title") />
        <PageHead heading=heading.into_any() kicker>
            <p class="lead">{lang.t("share-public-lead")}</p>
        </PageHead>
        {content}
        <p class="note">
            {lang.t("share-feed-text")} " " <a href=links::FEED_ATOM>"Atom"</a> ", "
            <a href=links::FEED_JSON>"JSON Feed"</a> "."
        </p>
    }
    .into_any()
}

fn public_table(shown: &PublicReports, lang: Lang) -> AnyView {
    let rows: Vec<_> = shown
        .reports
        .iter()
        .map(|one| {
            let report = &one.report;
            let decided = report.decision.as_ref().map(|made| date::day(lang, made.on));
            let corrected =
                (one.updated > one.since).then(|| date::day(lang, local_time(one.updated).date()));
            let name = report.name();
            let pdf = lang.t_with("share-pdf-of", &[("report", (&name).into())]);
            view! {
                <tr>
                    <th scope="row">
                        <a href=links::public_report(report.id)>{name}</a>
                    </th>
                    <td>{decided}</td>
                    <td>{date::day(lang, local_time(one.since).date())}</td>
                    <td>{corrected.unwrap_or_else(|| "–".to_owned())}</td>
                    <td>
                        <a href=links::public_report_file(report.id, "pdf") download="" aria-label=pdf>
                            "PDF"
                        </a>
                    </td>
                </tr>
            }
        })
        .collect();
    let table = view! {
        <table class="data mid-table">
            <caption id="h-publicerat" class="vh">
                {lang.t("share-public-title")}
            </caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("report-list-report")}</th>
                    <th scope="col">{lang.t("report-decided")}</th>
                    <th scope="col">{lang.t("share-since")}</th>
                    <th scope="col">{lang.t("share-corrected")}</th>
                    <th scope="col">{lang.t("life-file")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    scroll("h-publicerat", "", table.into_any())
}
