//! The few parts that wake up in the browser.
//!
//! Every page works without them: they save a trip to the server or say something sooner. They are
//! compiled for both halves, get their strings as props, and set `data-island="ready"` on their root
//! once alive, so that a test can wait for it.

mod calculator;
mod deviation_reason;
mod entry_sheet;
mod grid;
mod live_register;
mod session_watch;
mod slide_keys;
mod unsaved_guard;

pub use calculator::{Axis, BENEFITS, COSTS, Calculator, Sheet, SheetWords, Shown, Start, Words, filled};
pub use deviation_reason::DeviationReason;
pub use entry_sheet::EntrySheet;
pub use live_register::LiveRegister;
pub use session_watch::SessionWatch;
pub use slide_keys::SlideKeys;
pub use unsaved_guard::UnsavedGuard;

use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event};

/// What an event happened to.
fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The event happened inside an element that the selector names.
fn is_inside(event: &Event, selector: &str) -> bool {
    let inside = |element: Element| element.closest(selector).ok().flatten();
    target(event).and_then(inside).is_some()
}
