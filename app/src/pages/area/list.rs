use leptos::prelude::*;
use service::OverviewView;
use text::Lang;

use super::list_body;
use crate::api;
use crate::components::empty::Empty;
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
            <Empty heading=lang.t("overview-no-report") text=lang.t("overview-no-report-text") page=true />
        }
        .into_any(),
    }
}
