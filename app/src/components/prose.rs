//! Plain text with paragraphs, as it is stored.

use leptos::prelude::*;

/// The paragraphs of a text: what a blank line separates. Single line breaks are spaces.
pub fn paragraphs(text: &str) -> impl Iterator<Item = String> {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim).chain([""]) {
        if !line.is_empty() {
            lines.push(line);
        } else if !lines.is_empty() {
            paragraphs.push(lines.join(" "));
            lines.clear();
        }
    }
    paragraphs.into_iter()
}

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
