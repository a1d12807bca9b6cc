//! A frame for what may be wider than the page.

use leptos::prelude::*;

/// Scrolls sideways, by keyboard too. `labelled_by` is the id of what names it.
pub fn scroll(labelled_by: &str, class: &'static str, content: AnyView) -> AnyView {
    let class = format!("{class} scroll").trim_start().to_owned();
    view! {
        <div class=class role="group" aria-labelledby=labelled_by.to_owned() tabindex="0">
            {content}
        </div>
    }
    .into_any()
}
