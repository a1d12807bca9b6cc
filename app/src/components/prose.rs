//! Plain text with paragraphs, as it is stored.

use leptos::prelude::*;
use text::prose::paragraphs;

/// The paragraphs of a text, without anything around them.
#[component]
pub fn Paragraphs(
    /// Plain text with paragraphs.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    paragraphs(&text)
        .map(|paragraph| view! { <p>{paragraph}</p> })
        .collect_view()
}

/// A text to be read: 66 characters a line.
#[component]
pub fn Prose(
    /// Plain text with paragraphs.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! {
        <div class="prose">
            <Paragraphs text />
        </div>
    }
}
