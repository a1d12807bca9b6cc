use domain::standing::{GapKind, Standing};
use leptos::prelude::*;
use service::OverviewView;
use text::{Lang, name, number};

use super::beside::beside;
use crate::api::{self, ApiError};
use crate::components::empty::Quiet;
use crate::components::form_page::query_part;
use crate::components::gaps::{gap_names, why};
use crate::components::page::Loaded;
use crate::components::pager::{Cut, asked_page, numbered_pages};
use crate::components::switch::asked_year;

/// Names on a page.
const ON_PAGE: usize = 100;

/// All that is missing of a kind, by name, each leading to where it is worked on.
#[component]
pub fn GapPage() -> impl IntoView {
    let lang = api::lang();
    let (kind, page) = (query_part("vad"), asked_page());
    let kind = kind.as_deref().and_then(GapKind::from_code);
    let overview = api::overview(asked_year());
    let load = async move {
        let kind = kind.ok_or(ApiError::NotFound)?;
        Ok::<_, ApiError>((kind, overview.await?))
    };
    view! { <Loaded load view=move |(kind, view)| gap_view(kind, &view, page, lang) /> }.into_any()
}

fn gap_view(kind: GapKind, view: &OverviewView, page: Option<usize>, lang: Lang) -> AnyView {
    beside(
        view,
        lang,
        move |links| links.gaps(kind),
        |standing| shown(kind, standing, page, lang),
    )
}

/// The heading, and what stands below it.
fn shown(kind: GapKind, standing: &Standing, page: Option<usize>, lang: Lang) -> (String, AnyView) {
    let Some(gap) = standing.gaps.iter().find(|gap| gap.kind == kind) else {
        let none = view! { <Quiet heading=lang.t("overview-gap-none") text=lang.t("overview-gap-none-text") page=true /> };
        return (name::upper_first(&name::gap(lang, kind, 0)), none.into_any());
    };
    let links = super::links(standing);
    let Cut { page, pages, range } = Cut::of(gap.names.len(), ON_PAGE, page);
    let address = |page: usize| format!("{}&sida={page}", links.gaps(kind));
    let heading = format!(
        "{} {}",
        number::count(lang, gap.count),
        name::gap(lang, kind, gap.count)
    );
    let content = view! {
        {why(gap, standing, lang).map(|why| view! { <p class="lead">{why}</p> })}
        {gap_names(gap, range)}
        {numbered_pages((page, pages), lang.t("overview-gap-pages"), address, lang)}
    };
    (heading, content.into_any())
}
