//! Warns before typing is lost.

use leptos::ev;
use leptos::prelude::*;

use super::is_inside;

/// Asks before the browser leaves forms with typing that was not sent. The browser asks in its own
/// words, so there is no text here.
#[island]
pub fn UnsavedGuard(
    /// The forms, as a selector: `#formular`.
    form: String,
    /// The form came back with typing that is not stored where others see it.
    dirty: bool,
) -> impl IntoView {
    let (ready, set_ready) = signal(false);
    let dirty = StoredValue::new(dirty);
    Effect::new(move |_| {
        let typed_in = form.clone();
        let typed = window_event_listener(ev::input, move |event| {
            if is_inside(&event, &typed_in) {
                dirty.set_value(true);
            }
        });
        let sent_from = form.clone();
        let sent = window_event_listener(ev::submit, move |event| {
            if is_inside(&event, &sent_from) {
                dirty.set_value(false);
            }
        });
        let leaving = window_event_listener(ev::beforeunload, move |event| {
            if dirty.get_value() {
                event.prevent_default();
                event.set_return_value("unsaved");
            }
        });
        on_cleanup(move || {
            typed.remove();
            sent.remove();
            leaving.remove();
        });
        set_ready.set(true);
    });
    view! { <span hidden=true data-island=move || ready.get().then_some("ready")></span> }
}
