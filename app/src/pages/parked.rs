//! What was sent when the session had ended, offered once more.

use domain::form::ParkedForm;
use leptos::prelude::*;
use text::Lang;

use crate::api;
use crate::components::empty::Quiet;
use crate::components::form_page::query_part;
use crate::components::page::{Loaded, Title};
use crate::components::page_head::{Crumbs, PageHead};

/// Shows what was written, and sends it where it was sent before.
#[component]
pub fn ParkedPage() -> impl IntoView {
    let lang = api::lang();
    let load = api::parked(query_part("draft").unwrap_or_default());
    view! { <Loaded load view=move |parked| page(parked, lang) /> }.into_any()
}

fn page(parked: Option<ParkedForm>, lang: Lang) -> AnyView {
    let title = lang.t("sign-in-late-title");
    let Some((action, fields)) =
        parked.and_then(|form| Some((form.action.clone(), api::parked_fields(&form)?)))
    else {
        return view! {
            <Title text=title.clone() />
            <Crumbs here=title.clone() lang />
            <PageHead heading=title.into_any() />
            <Quiet heading=lang.t("sign-in-late-none") text=lang.t("sign-in-late-none-text") page=true />
        }
        .into_any();
    };
    // Identities and codes say nothing to a person: what is shown is what somebody has written.
    let written = fields.iter().filter(|(_, value)| value.trim().contains(' '));
    let written: Vec<_> = written
        .map(|(_, value)| view! { <blockquote class="kept-note">{value.clone()}</blockquote> })
        .collect();
    let hidden: Vec<_> = fields
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value /> })
        .collect();
    view! {
        <Title text=title.clone() />
        <Crumbs here=title.clone() lang />
        <PageHead heading=title.into_any()>
            <p class="lead">{lang.t("sign-in-late-lead")}</p>
        </PageHead>
        {written}
        <form class="actions start-actions" method="post" action=action>
            {hidden}
            <button class="btn primary" type="submit">
                {lang.t("sign-in-late-send")}
            </button>
            <a class="btn quiet" href="/">
                {lang.t("sign-in-late-leave")}
            </a>
        </form>
        <p class="note">{lang.t("sign-in-late-note")}</p>
    }
    .into_any()
}
