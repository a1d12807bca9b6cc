use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use service::AreaView;
use text::Lang;

use super::body::{self, AreaContent};
use super::shown::Shown;
use crate::api;
use crate::components::page::{Loaded, Title};
use crate::components::pager::asked_page;
use crate::components::switch::asked_year;

/// An area, written like its section of the report.
#[component]
pub fn AreaPage() -> impl IntoView {
    let lang = api::lang();
    let number = use_params_map()
        .read_untracked()
        .get("number")
        .unwrap_or_default();
    view! { <Loaded load=api::area(number, asked_year()) view=move |view| area_view(&view, lang) /> }
        .into_any()
}

fn area_view(view: &AreaView, lang: Lang) -> AnyView {
    let area = &view.section.area;
    let content = AreaContent {
        reports: &view.reports,
        standing: &view.standing,
        section: &view.section,
        realised: &view.realised,
        may_assess: view.may_assess,
        shown: Shown::of(&view.section, asked_page()),
    };
    view! {
        <Title text=format!("{} {}", area.number, area.name) />
        {body::area(content, lang)}
    }
    .into_any()
}
