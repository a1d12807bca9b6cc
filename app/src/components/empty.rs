//! Nothing to show, and why.

use leptos::prelude::*;

use super::icon::{Icon, Symbol};

/// Something is missing: dashed, with what would make it appear.
#[component]
pub fn Empty(
    /// What is missing.
    #[prop(into)]
    heading: String,
    /// What follows from it, or what to do.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! {
        <div class="empty">
            <h3>
                <Icon symbol=Symbol::Gap />
                {heading}
            </h3>
            <p>{text}</p>
        </div>
    }
}

/// Nothing there, and that is good: a solid hairline.
#[component]
pub fn Quiet(
    /// What is good.
    #[prop(into)]
    heading: String,
    /// Why, or since when.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! {
        <div class="empty quiet">
            <h3>
                <Icon symbol=Symbol::Ok />
                {heading}
            </h3>
            <p>{text}</p>
        </div>
    }
}
