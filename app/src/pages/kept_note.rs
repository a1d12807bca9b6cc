//! A note that was typed while somebody else was first, or that was not taken for another reason.

use leptos::prelude::*;

use crate::api;
use crate::components::form_page::query_part;
use crate::components::prose::Paragraphs;

/// What was typed, to be read and used again; nothing where the address names no note, or its time is
/// over.
#[component]
pub fn KeptNote() -> impl IntoView {
    let lang = api::lang();
    query_part("anteckning").map(|key| {
        let load = api::kept_note(key);
        let shown = Suspend::new(async move {
            let note = load.await.ok().flatten()?;
            Some(view! {
                <p>{lang.t("form-kept-note")}</p>
                <blockquote class="kept-note">
                    <Paragraphs text=note />
                </blockquote>
            })
        });
        view! { <Suspense>{shown}</Suspense> }
    })
}
