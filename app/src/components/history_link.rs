//! The way from a thing to what was done to it.

use std::fmt::Display;

use domain::history::SubjectKind;
use leptos::prelude::*;
use text::Lang;

use super::links;

/// A link to the history of a thing.
#[component]
pub fn HistoryLink<I: Display>(
    /// What it is.
    kind: SubjectKind,
    /// Which.
    id: I,
    /// Its name, where several such links stand on a page.
    #[prop(optional, into)]
    of: Option<String>,
    /// Its look.
    class: &'static str,
    /// Language of the text.
    lang: Lang,
) -> impl IntoView {
    let of = of.map(|of| view! { <span class="vh">": " {of}</span> });
    let class = Some(class).filter(|class| !class.is_empty());
    view! {
        <a class=class href=links::history(kind, &id.to_string())>
            {lang.t("history-link")}
            {of}
        </a>
    }
}
