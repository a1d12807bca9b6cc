//! What was sent when the session had ended, offered once more.

use domain::form::ParkedForm;
use leptos::prelude::*;
use text::{Lang, history};
use uuid::Uuid;

use crate::api;
use crate::components::empty::Quiet;
use crate::components::page::{Loaded, Title};
use crate::components::page_head::{Crumbs, PageHead};

/// Shows what was written, and sends it where it was sent before.
#[component]
pub fn ParkedPage() -> impl IntoView {
    let lang = api::lang();
    view! { <Loaded load=api::parked() view=move |parked| page(&parked, lang) /> }.into_any()
}

fn page(parked: &[ParkedForm], lang: Lang) -> AnyView {
    let title = lang.t("sign-in-late-title");
    let forms: Vec<_> = parked
        .iter()
        .enumerate()
        .filter_map(|(place, form)| offered(place, form, lang.t("sign-in-late-send"), lang))
        .collect();
    let lead = (!forms.is_empty()).then(|| view! { <p class="lead">{lang.t("sign-in-late-lead")}</p> });
    let content = if forms.is_empty() {
        let (heading, text) = (lang.t("sign-in-late-none"), lang.t("sign-in-late-none-text"));
        view! { <Quiet heading text page=true /> }.into_any()
    } else {
        view! {
            {forms}
            <form class="actions start-actions" method="post" action="/api/parked_drop">
                <button class="btn quiet" type="submit">
                    {lang.t("sign-in-late-leave")}
                </button>
            </form>
            <p class="note">{lang.t("sign-in-late-note")}</p>
        }
        .into_any()
    };
    view! {
        <Title text=title.clone() />
        <Crumbs here=title.clone() lang />
        <PageHead heading=title.into_any()>{lead}</PageHead>
        {content}
    }
    .into_any()
}

/// One form: what it writes, what somebody has written in it, and the button that sends it.
pub(crate) fn offered(place: usize, form: &ParkedForm, send: String, lang: Lang) -> Option<AnyView> {
    let kind = ParkedForm::writes(&form.action)?;
    let fields = api::parked_fields(form)?;
    let written: Vec<_> = fields
        .iter()
        .filter(|(name, value)| says_something(name, value))
        .map(|(_, value)| view! { <blockquote class="kept-note">{value.clone()}</blockquote> })
        .collect();
    let hidden: Vec<_> = fields
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value /> })
        .collect();
    let id = format!("h-sent-{place}");
    let labelled = id.clone();
    Some(
        view! {
            <section class="block" aria-labelledby=labelled>
                <h2 id=id>{history::kind(lang, kind)}</h2>
                {written}
                <form class="actions start-actions" method="post" action=form.action.clone()>
                    {hidden}
                    <button class="btn primary" type="submit">
                        {send}
                    </button>
                </form>
            </section>
        }
        .into_any(),
    )
}

/// Identities and what the form carries for itself say nothing to a person.
fn says_something(name: &str, value: &str) -> bool {
    let is_its_own = matches!(name, "submission" | "id" | "version" | "action");
    !is_its_own && !value.trim().is_empty() && value.trim().parse::<Uuid>().is_err()
}
