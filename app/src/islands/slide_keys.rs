//! Leads from one page of a presentation to the next by key.

use leptos::ev;
use leptos::prelude::*;
use leptos::web_sys::{Element, KeyboardEvent};

use super::is_inside;

/// Where arrows and page keys have something else to do.
const BUSY: &str = ".scroll, input, select, textarea, [popover]";

/// The page that stands in the middle of the window.
fn shown(slides: &str) -> Option<Element> {
    let window = document().document_element()?;
    let middle = |size: i32| i16::try_from(size / 2).ok().map(f32::from);
    let (x, y) = (middle(window.client_width())?, middle(window.client_height())?);
    let there = document().element_from_point(x, y)?;
    there.closest(slides).ok().flatten()
}

/// All of it is in the window, but for what a border may add: there is nothing to scroll within it.
fn fits(slide: &Element) -> bool {
    let window = document().document_element();
    window.is_some_and(|window| slide.client_height() <= window.client_height() + 8)
}

/// How far a key leads; nowhere where it is somebody else's. The keys of remote controls are the page keys; a page that
/// is higher than the window is scrolled by those, as everywhere.
fn way(event: &KeyboardEvent, slide: &Element) -> i32 {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key() || is_inside(event, BUSY)
    {
        return 0;
    }
    match event.key().as_str() {
        "ArrowRight" => 1,
        "ArrowLeft" => -1,
        "PageDown" if fits(slide) => 1,
        "PageUp" if fits(slide) => -1,
        _ => 0,
    }
}

/// Leads to the next page and back by arrow and page keys. Without a script the links below each page do.
#[island]
pub fn SlideKeys(
    /// What a page is, as a selector; their ids end in their numbers.
    slides: String,
    /// How their ids begin.
    prefix: String,
    /// How many there are.
    count: i32,
) -> impl IntoView {
    let (ready, set_ready) = signal(false);
    Effect::new(move |_| {
        let (slides, prefix) = (slides.clone(), prefix.clone());
        let pressed = window_event_listener(ev::keydown, move |event| {
            let Some(slide) = shown(&slides) else { return };
            let number = slide
                .id()
                .strip_prefix(prefix.as_str())
                .and_then(|number| number.parse::<i32>().ok());
            let (Some(number), way) = (number, way(&event, &slide)) else {
                return;
            };
            let to = number + way;
            if way != 0 && (1..=count).contains(&to) {
                event.prevent_default();
                drop(window().location().set_hash(&format!("{prefix}{to}")));
            }
        });
        on_cleanup(move || pressed.remove());
        set_ready.set(true);
    });
    view! { <span hidden=true data-island=move || ready.get().then_some("ready")></span> }
}
