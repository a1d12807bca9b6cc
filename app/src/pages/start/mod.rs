//! The guided start.

mod body;
mod example;
mod file;
mod removal;
mod step;
mod workbook;

use leptos::prelude::*;

use crate::api;
use crate::components::form_page::query_part;
use crate::components::page::Loaded;

pub use removal::ExamplePage;
pub use workbook::WorkbookPage;

/// What to do first in an installation that is not filled yet.
#[component]
pub fn StartPage() -> impl IntoView {
    let lang = api::lang();
    let done = query_part("klart");
    view! { <Loaded load=api::start() view=move |shown| body::page(&shown, done.as_deref(), lang) /> }
        .into_any()
}
