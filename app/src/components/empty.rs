//! Nothing to show, and why.

use leptos::prelude::*;

use super::icon::{Icon, Symbol};

/// The heading of an empty part: of the page itself, or of a section.
fn heading(symbol: Symbol, heading: String, page: bool) -> AnyView {
    if page {
        view! {
            <h2>
                <Icon symbol />
                {heading}
            </h2>
        }
        .into_any()
    } else {
        view! {
            <h3>
                <Icon symbol />
                {heading}
            </h3>
        }
        .into_any()
    }
}

/// Something is missing: dashed, with what would make it appear.
#[component]
pub fn Empty(
    /// What is missing.
    #[prop(into)]
    heading: String,
    /// What follows from it, or what to do.
    #[prop(into)]
    text: String,
    /// It stands right below the page's heading, not within a section.
    #[prop(optional)]
    page: bool,
) -> impl IntoView {
    view! {
        <div class="empty">
            {self::heading(Symbol::Gap, heading, page)} <p>{text}</p>
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
    /// It stands right below the page's heading, not within a section.
    #[prop(optional)]
    page: bool,
) -> impl IntoView {
    view! {
        <div class="empty quiet">
            {self::heading(Symbol::Ok, heading, page)} <p>{text}</p>
        </div>
    }
}
