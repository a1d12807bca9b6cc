use leptos::prelude::*;
use service::OverviewView;
use text::Lang;

use super::list_body;
use crate::api;
use crate::components::empty::Empty;
use crate::components::links;
use crate::components::page::{Loaded, Title};
use crate::components::switch::asked_year;

/// The areas of a report.
#[component]
pub fn AreaListPage() -> impl IntoView {
    let lang = api::lang();
    view! {
        <Title text=lang.t("area-list-title") />
        <Loaded load=api::overview(asked_year()) view=move |view| list_view(&view, lang) />
    }
    .into_any()
}

fn list_view(view: &OverviewView, lang: Lang) -> AnyView {
    match &view.standing {
        Some(standing) => list_body::area_list(&view.reports, standing, lang),
        None => view! {
            <header class="page-head">
                <h1>{lang.t("area-list-title")}</h1>
            </header>
            <Empty heading=lang.t("overview-no-report") text=lang.t("area-list-no-report-text") page=true />
            <p class="actions">
                <a class="btn" href="/struktur">
                    {lang.t("area-list-to-structure")}
                </a>
                <a class="btn quiet" href=links::START>
                    {lang.t("start-link")}
                </a>
            </p>
        }
        .into_any(),
    }
}
