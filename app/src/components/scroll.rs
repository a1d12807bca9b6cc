//! A frame for what may be wider than the page.

use leptos::prelude::*;

/// Scrolls sideways, by keyboard too.
#[component]
pub fn Scroll(
    /// Id of what names it.
    #[prop(into)]
    labelled_by: String,
    /// Further classes.
    #[prop(default = "")]
    class: &'static str,
    /// What may be wide.
    children: Children,
) -> impl IntoView {
    let class = format!("{class} scroll").trim_start().to_owned();
    view! {
        <div class=class role="group" aria-labelledby=labelled_by tabindex="0">
            {children()}
        </div>
    }
}
