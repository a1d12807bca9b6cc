//! The browser bundle: wakes the islands and nothing else.

use wasm_bindgen::prelude::wasm_bindgen;

/// Called by the page's script once the bundle is loaded.
#[wasm_bindgen]
pub fn hydrate() {
    // Named so that the linker keeps the islands, which nothing here calls.
    use app as _;
    leptos::mount::hydrate_islands();
}
