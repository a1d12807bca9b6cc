//! What the registers share: search and filter, heads that sort, pages, files, kept views.
//!
//! All of it works by links and by one form that is sent by GET: what is asked for stands in the
//! address. [`crate::islands::LiveRegister`] does the same without a new page.

mod filter;
mod frame;
mod notice;
mod table;
mod tools;

pub use filter::{area_field, day_field, options_field};
pub use frame::{RegisterParts, register_page};
pub use notice::kept_view_notice;
pub use table::{area_cell, excerpt, plain_head, sort_head};

use domain::register::{Filter, Query};
use leptos::prelude::ReadUntracked;
use leptos_router::hooks::use_query_map;

/// Id of the form that searches and filters.
pub(crate) const FORM: &str = "filter";
/// Id of what changes with what is asked for.
pub(crate) const REGION: &str = "urval";

/// What the address asks for.
pub fn asked<F: Filter>() -> Query<F> {
    let map = use_query_map();
    let map = map.read_untracked();
    Query::parse(|name| map.get(name))
}

/// The register with what is asked for, from its first page.
pub fn address<F: Filter>(asked: &Query<F>) -> String {
    with_query(&format!("/{}", F::KIND.code()), &asked.to_query())
}

/// A path with a query, where there is one.
pub(crate) fn with_query(path: &str, query: &str) -> String {
    if query.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{query}")
    }
}
