//! Warns before one is signed out.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Response;
use wasm_bindgen_futures::JsFuture;

/// How long before the end it is said, in seconds.
const BEFORE: u32 = 300;

/// What is said now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Say {
    Nothing,
    /// It ends unless one goes on.
    Idle,
    /// It ends, whatever one does.
    Latest,
    /// It has ended.
    Ended,
}

/// Says some minutes before that one is about to be signed out, and offers to go on; says when it has
/// happened, and that what is typed on the page is still there. Without a script nothing is said before,
/// and what is sent too late is lost.
#[island]
pub fn SessionWatch(
    /// Seconds until the session ends without another request.
    idle: u32,
    /// Seconds until it ends whatever happens.
    latest: u32,
    /// A page to ask for, which goes on with the session.
    ping: String,
    /// Where one signs in.
    sign_in: String,
    /// It ends soon unless one goes on.
    soon: String,
    /// It ends soon, whatever one does.
    latest_soon: String,
    /// It has ended.
    ended: String,
    /// Text of the button that goes on.
    go_on: String,
    /// Text of the link to signing in.
    again: String,
) -> impl IntoView {
    let (ready, set_ready) = signal(false);
    let (say, set_say) = signal(Say::Nothing);
    // Whoever goes on has the whole time anew: timers of before are no longer heeded.
    let round = StoredValue::new(0_u32);
    let begun = StoredValue::new(0_u32);
    let watch = move |elapsed: u32| {
        round.update_value(|round| *round = round.wrapping_add(1));
        begun.set_value(elapsed);
        let this = round.get_value();
        let left = latest.saturating_sub(elapsed);
        let (end, what) = if idle < left {
            (idle, Say::Idle)
        } else {
            (left, Say::Latest)
        };
        let later = move |after: u32, what: Say| {
            let say = move || {
                if round.get_value() == this {
                    set_say.set(what);
                }
            };
            drop(set_timeout_with_handle(say, Duration::from_secs(after.into())));
        };
        later(end.saturating_sub(BEFORE), what);
        later(end, Say::Ended);
    };
    Effect::new(move |_| {
        watch(0);
        set_ready.set(true);
    });
    let go = move |_| {
        let ping = ping.clone();
        let elapsed = begun.get_value().saturating_add(idle.saturating_sub(BEFORE));
        spawn_local(async move {
            let answered = JsFuture::from(window().fetch_with_str(&ping)).await;
            let response = answered
                .ok()
                .and_then(|answer| answer.dyn_into::<Response>().ok());
            if response.is_some_and(|response| response.ok() && !response.redirected()) {
                set_say.set(Say::Nothing);
                watch(elapsed);
            } else {
                set_say.set(Say::Ended);
            }
        });
    };
    let text = move || match say.get() {
        Say::Nothing => String::new(),
        Say::Idle => soon.clone(),
        Say::Latest => latest_soon.clone(),
        Say::Ended => ended.clone(),
    };
    view! {
        <div
            class="session-watch"
            class:shown=move || say.get() != Say::Nothing
            data-island=move || ready.get().then_some("ready")
        >
            <p role="alert">{text}</p>
            <button class="btn" type="button" hidden=move || say.get() != Say::Idle on:click=go>
                {go_on}
            </button>
            <a
                class="btn"
                href=sign_in
                target="_blank"
                hidden=move || !matches!(say.get(), Say::Latest | Say::Ended)
            >
                {again}
            </a>
        </div>
    }
}
