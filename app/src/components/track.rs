//! The way of a level from one report to another on a track of five steps, inside the table that says it in words.

use domain::level::FulfilmentLevel;
use domain::report_comparison::Pair;
use leptos::prelude::*;

/// Where a level stands, in percent of the track.
fn place(level: FulfilmentLevel) -> String {
    format!("{}%", i32::from(level.rank()) * 20 - 10)
}

/// The track: a ring for the earlier level, a dot for the later, a line between. What is missing is not drawn.
pub fn level_track(levels: Pair<FulfilmentLevel>) -> AnyView {
    let steps: Vec<_> = FulfilmentLevel::ALL
        .into_iter()
        .map(|level| {
            let x = place(level);
            view! { <line class="grid" x1=x.clone() x2=x y1="4" y2="16"></line> }
        })
        .collect();
    let way = levels.before.zip(levels.now).map(|(before, now)| {
        view! { <line class="line" x1=place(before) x2=place(now) y1="10" y2="10"></line> }
    });
    let before = levels
        .before
        .map(|level| view! { <circle class="pt hollow" cx=place(level) cy="10" r="7"></circle> });
    let now = levels
        .now
        .map(|level| view! { <circle class="pt" cx=place(level) cy="10" r="3.5"></circle> });
    view! {
        <svg class="track" width="100%" height="20" aria-hidden="true" focusable="false">
            <line class="grid" x1="0" x2="100%" y1="10" y2="10"></line>
            {steps}
            {way}
            {before}
            {now}
        </svg>
    }
    .into_any()
}
