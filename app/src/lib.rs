//! Pages, components, server functions and islands.
//!
//! Pages are documents that the server renders; the browser gets a bundle for the islands alone. So
//! all but [`islands`] exists under `ssr` only: no page, no route and no text is compiled into it.

#![recursion_limit = "256"]

pub mod islands;

#[cfg(feature = "ssr")]
pub mod api;
#[cfg(feature = "ssr")]
pub mod components;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod shell;

/// Design tokens: the one file that an agency overrides.
#[cfg(feature = "ssr")]
pub const STYLE_TOKENS: &str = include_str!("../style/tokens.css");
/// Layout and components.
#[cfg(feature = "ssr")]
pub const STYLE: &str = include_str!("../style/app.css");
