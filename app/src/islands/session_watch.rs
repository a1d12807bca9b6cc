//! Warns before one is signed out.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Response;
use wasm_bindgen_futures::JsFuture;

/// How long before the end it is said, in seconds.
const BEFORE: i64 = 300;

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

/// When a session ends, in seconds of the browser's clock.
#[derive(Clone, Copy, Debug)]
struct Ends {
    idle: i64,
    latest: i64,
}

impl Ends {
    /// As the server says, counted from now.
    fn of(idle: i64, latest: i64) -> Self {
        let now = now();
        Self {
            idle: now + idle,
            latest: now + latest,
        }
    }

    /// What is to be said now, and in how many seconds to look again.
    fn say(self, now: i64) -> (Say, i64) {
        let (end, what) = if self.idle < self.latest {
            (self.idle, Say::Idle)
        } else {
            (self.latest, Say::Latest)
        };
        let left = end - now;
        if left <= 0 {
            (Say::Ended, 0)
        } else if left <= BEFORE {
            (what, left)
        } else {
            (Say::Nothing, left - BEFORE)
        }
    }
}

/// Seconds of the browser's clock. Timers stand still while a machine sleeps; this does not.
fn now() -> i64 {
    js_sys::Date::now() as i64 / 1000
}

/// What the server says of the session, which this does not keep alive: other pages may have gone on with
/// it, or ended it.
async fn asked(status: &str) -> Option<Ends> {
    let answer = JsFuture::from(window().fetch_with_str(status)).await.ok()?;
    let answer: Response = answer.dyn_into().ok()?;
    let text = JsFuture::from(answer.text().ok()?).await.ok()?.as_string()?;
    let (idle, latest) = text.trim().split_once(' ')?;
    Some(Ends::of(idle.parse().ok()?, latest.parse().ok()?))
}

/// Says some minutes before that one is about to be signed out, and offers to go on; says when it has
/// happened, and that what is typed on the page is still there. Before it says anything it asks the
/// server. Without a script nothing is said before; what is sent too late is kept by the server.
#[island]
pub fn SessionWatch(
    /// Seconds until the session ends without another request.
    idle: u32,
    /// Seconds until it ends whatever happens.
    latest: u32,
    /// Tells how long it still holds, without going on with it.
    status: String,
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
    let ends = StoredValue::new(None::<Ends>);
    // The timer that counts: those that were set before are no longer heeded.
    let round = StoredValue::new(0_u32);
    // Counts up to be asked anew.
    let (look, set_look) = signal(0_u32);
    let wait = move |seconds: i64| {
        round.update_value(|round| *round = round.wrapping_add(1));
        let this = round.get_value();
        let then = move || {
            if round.get_value() == this {
                set_look.update(|look| *look = look.wrapping_add(1));
            }
        };
        drop(set_timeout_with_handle(
            then,
            Duration::from_secs(seconds.max(1).unsigned_abs()),
        ));
    };
    Effect::new(move |_| {
        let known = Ends::of(idle.into(), latest.into());
        ends.set_value(Some(known));
        wait(known.say(now()).1);
        set_ready.set(true);
    });
    let ask = {
        let status = status.clone();
        move || {
            let status = status.clone();
            spawn_local(async move {
                // Where the server does not answer, what was known last is all there is.
                let known = asked(&status).await.or_else(|| ends.get_value());
                let Some(known) = known else { return };
                ends.set_value(Some(known));
                let (what, seconds) = known.say(now());
                set_say.set(what);
                if what != Say::Ended {
                    wait(seconds);
                }
            });
        }
    };
    Effect::new({
        let ask = ask.clone();
        move |_| {
            if look.get() > 0 {
                ask();
            }
        }
    });
    // Whoever comes back from signing in on another page is not to read that they are signed out.
    let focused = window_event_listener(ev::focus, move |_| {
        if say.get_untracked() != Say::Nothing {
            set_look.update(|look| *look = look.wrapping_add(1));
        }
    });
    on_cleanup(move || focused.remove());
    let go = move |_| {
        let ping = ping.clone();
        spawn_local(async move {
            // Whatever it answers, what is asked next tells how it stands.
            drop(JsFuture::from(window().fetch_with_str(&ping)).await);
            set_look.update(|look| *look = look.wrapping_add(1));
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
