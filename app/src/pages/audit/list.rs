//! The audit log: what was done by anybody to anything.

use leptos::prelude::*;
use text::{Lang, number};

use super::chain::{chain, chain_state};
use super::filter::{filter_form, query_string, wrong_fields};
use crate::api::{self, AuditPageData, AuditQuery};
use crate::components::empty::Empty;
use crate::components::form_page::query_part;
use crate::components::history::{Told, event_list};
use crate::components::page::{Loaded, Title};
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::pager::Pager;

/// The page.
#[component]
pub fn AuditPage() -> impl IntoView {
    let lang = api::lang();
    let part = |name: &str| query_part(name).unwrap_or_default();
    let query = AuditQuery {
        who: part("vem"),
        action: part("vad"),
        kind: part("sak"),
        from: part("fran"),
        to: part("till"),
        request: part("anrop"),
        before: part("fore"),
        verify: query_part("kontrollera").is_some(),
        expected: part("huvud"),
    };
    let load = api::audit(query.clone());
    view! { <Loaded load view=move |shown| page(&shown, &query, lang) /> }.into_any()
}

fn page(shown: &AuditPageData, query: &AuditQuery, lang: Lang) -> AnyView {
    let count = i64::try_from(shown.view.count).unwrap_or(i64::MAX);
    let args = [
        ("count", count.into()),
        ("count-text", number::count(lang, count).into()),
        ("chain", chain_state(&shown.verification).into()),
    ];
    let heading = if shown.filtered {
        lang.t_with("history-audit-heading-fit", &args)
    } else {
        lang.t_with("history-audit-heading", &args)
    };
    let told = Told {
        names: &shown.view.names,
        subject: None,
        numbers: true,
        lang,
    };
    let none = shown.view.events.is_empty().then(|| {
        let (heading, text) = (lang.t("history-audit-none"), lang.t("history-audit-none-text"));
        view! { <Empty heading text page=true /> }
    });
    let next = shown.view.next.map(|seq| query_string(query, Some(seq)));
    let newest = shown.view.before.map(|_| query_string(query, None));
    view! {
        <Title text=lang.t("history-audit-title") />
        <Crumbs here=lang.t("history-audit-title") lang />
        <PageHead heading=heading.into_any()>
            <p class="lead">{lang.t("history-audit-lead")}</p>
        </PageHead>
        {chain(shown, query, lang)}
        {wrong_fields(&shown.wrong, lang)}
        {filter_form(query, &shown.view.accounts, lang)}
        {none}
        {event_list(&shown.view.events, told)}
        <Pager next newest lang />
    }
    .into_any()
}
