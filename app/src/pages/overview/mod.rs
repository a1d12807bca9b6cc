//! The overview: where the portfolio stands, on one page, everything opening into what it is made of.

mod amounts;
mod beside;
mod body;
mod gap;

use domain::standing::Standing;
use leptos::prelude::*;
use service::OverviewView;
use text::Lang;

pub use amounts::AmountsPage;
pub use gap::GapPage;

use crate::api;
use crate::components::empty::Empty;
use crate::components::example_notice::ExampleNotice;
use crate::components::links::{self, Links};
use crate::components::page::{Loaded, Title};
use crate::components::switch::asked_year;

/// The first page.
#[component]
pub fn OverviewPage() -> impl IntoView {
    let lang = api::lang();
    view! {
        <Title text=lang.t("overview-title") />
        <Loaded load=api::overview(asked_year()) view=move |view| overview_view(&view, lang) />
    }
    .into_any()
}

fn overview_view(view: &OverviewView, lang: Lang) -> AnyView {
    match &view.standing {
        Some(standing) => {
            let may_remove = view.may_remove_example;
            let notice = view.example.then(|| view! { <ExampleNotice may_remove lang /> });
            let body = body::overview(view, standing, lang);
            view! {
                {notice}
                {body}
            }
            .into_any()
        }
        None => no_report(lang),
    }
}

/// What is said where there is no report yet.
fn no_report(lang: Lang) -> AnyView {
    view! {
        <header class="page-head">
            <h1>{lang.t("overview-title")}</h1>
        </header>
        <Empty heading=lang.t("overview-no-report") text=lang.t("overview-no-report-text") page=true />
        <p class="actions">
            <a class="btn primary" href=links::START>
                {lang.t("start-link")}
            </a>
        </p>
    }
    .into_any()
}

/// Addresses that keep the report of this standing.
fn links(standing: &Standing) -> Links {
    Links {
        year: standing.report.to_year,
    }
}
