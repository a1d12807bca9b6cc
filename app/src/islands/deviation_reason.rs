//! Says whether a reason is needed while one chooses the level.

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlInputElement;

use super::target;

/// Shows the field for the reason as soon as the chosen level differs from the proposal, and puts it
/// away while it does not and nothing is written in it. Without a script the field is always there.
#[island]
pub fn DeviationReason(
    /// Name of the radio buttons for the level.
    radios: String,
    /// Code of the level that the system proposes.
    proposal: String,
    /// Code of the level that is chosen as the page comes; empty for none.
    chosen: String,
    /// Something is written in the field, or wrong with it: it stays whatever is chosen.
    keep: bool,
    /// What to say for each level that differs: code and sentence.
    differs: Vec<(String, String)>,
    /// The field.
    children: Children,
) -> impl IntoView {
    let (ready, set_ready) = signal(false);
    let (chosen, set_chosen) = signal(chosen);
    Effect::new(move |_| {
        let radios = radios.clone();
        let change = window_event_listener(ev::change, move |event| {
            let input = target(&event).and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            if let Some(input) = input.filter(|input| input.name() == radios) {
                set_chosen.set(input.value());
            }
        });
        on_cleanup(move || change.remove());
        set_ready.set(true);
    });
    let needed = Memo::new(move |_| chosen.with(|chosen| !chosen.is_empty() && *chosen != proposal));
    let sentence = move || {
        let chosen = chosen.get();
        let found = differs.iter().find(|(code, _)| needed.get() && *code == chosen);
        found.map(|(_, sentence)| sentence.clone()).unwrap_or_default()
    };
    view! {
        <div
            class="deviation"
            class:needed=move || needed.get()
            hidden=move || ready.get() && !needed.get() && !keep
            data-island=move || ready.get().then_some("ready")
        >
            <p class="deviation-note" role="status">{sentence}</p>
            {children()}
        </div>
    }
}
