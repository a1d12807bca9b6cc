//! The few parts that wake up in the browser.
//!
//! Every page works without them: they save a trip to the server or say something sooner. They are
//! compiled for both halves, get their strings as props, and set `data-island="ready"` on their root
//! once alive, so that a test can wait for it.

mod deviation_reason;
mod table_filter;
mod unsaved_guard;

pub use deviation_reason::DeviationReason;
pub use table_filter::{RowFilter, TableFilter};
pub use unsaved_guard::UnsavedGuard;

use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement};

/// The value of a field, by its id; empty where there is no such field.
fn field_value(id: &str) -> String {
    let Some(field) = document().get_element_by_id(id) else {
        return String::new();
    };
    if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
        input.value()
    } else {
        field
            .dyn_ref::<HtmlSelectElement>()
            .map(HtmlSelectElement::value)
            .unwrap_or_default()
    }
}

/// What an event happened to.
fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The event happened inside the element with this id.
fn is_inside(event: &Event, id: &str) -> bool {
    let inside = |element: Element| element.closest(&format!("#{id}")).ok().flatten();
    target(event).and_then(inside).is_some()
}

/// Shows or hides the element.
fn set_hidden(element: &Element, hidden: bool) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        element.set_hidden(hidden);
    }
}
