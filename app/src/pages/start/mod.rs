//! The guided start.

mod body;
mod file;
mod step;

use leptos::prelude::*;

use crate::api;
use crate::components::page::Loaded;

/// What to do first in an installation that is not filled yet.
#[component]
pub fn StartPage() -> impl IntoView {
    let lang = api::lang();
    view! { <Loaded load=api::start() view=move |shown| body::page(&shown, lang) /> }.into_any()
}
