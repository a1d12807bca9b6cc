//! All words of the method on one page.

use leptos::prelude::*;

use crate::api;
use crate::components::help::HelpWord;
use crate::components::page::Title;
use crate::components::page_head::PageHead;

/// The glossary; open to everybody, as it says nothing of any portfolio.
#[component]
pub fn GlossaryPage() -> impl IntoView {
    let lang = api::lang();
    let heading = lang.t_with("help-heading", &[("count", HelpWord::ALL.len().into())]);
    let words: Vec<_> = HelpWord::ALL
        .into_iter()
        .map(|word| {
            view! {
                <div id=word.code()>
                    <dt>{word.word(lang)}</dt>
                    <dd>{word.text(lang)}</dd>
                </div>
            }
        })
        .collect();
    view! {
        <Title text=lang.t("help-title") />
        <PageHead heading=heading.into_any()>
            <p class="lead">{lang.t("help-lead")}</p>
        </PageHead>
        <dl class="glossary">{words}</dl>
    }
    .into_any()
}
