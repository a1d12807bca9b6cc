//! Filters the register while one types.

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::UrlSearchParams;

use super::{field_value, is_inside, set_hidden};

/// What the register is searched by. The server and the island ask the same question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowFilter {
    /// Words that a row holds, all of them, in any order.
    pub words: String,
    /// Number of the area; empty for all.
    pub area: String,
    /// Development objects alone.
    pub development_objects: bool,
}

impl RowFilter {
    /// Nothing is asked for.
    pub fn is_empty(&self) -> bool {
        self.words.trim().is_empty() && self.area.is_empty() && !self.development_objects
    }

    /// A row fits: `text` is what it holds in small letters.
    pub fn fits(&self, text: &str, area: &str, development_object: bool) -> bool {
        (self.area.is_empty() || self.area == area)
            && (!self.development_objects || development_object)
            && self
                .words
                .to_lowercase()
                .split_whitespace()
                .all(|word| text.contains(word))
    }

    /// The filter as the form has it now.
    fn from_form() -> Self {
        Self {
            words: field_value("sok"),
            area: field_value("omrade"),
            development_objects: field_value("uo") == "1",
        }
    }
}

/// Hides the rows that do not fit while one types, counts the rest, and keeps the address in step, so
/// that the page can be reloaded, shared and come back to. The form itself does the same by a trip to
/// the server.
#[island]
pub fn TableFilter(
    /// Id of the form.
    form: String,
    /// Id of the table's body. Its rows have `data-text`, `data-area` and `data-uo`.
    rows: String,
    /// Id of what is said where nothing fits.
    empty: String,
    /// Rows that fit as the page comes.
    shown: u32,
    /// The sentence that counts, with `{shown}` for the number that fit.
    sentence: String,
) -> impl IntoView {
    let (ready, set_ready) = signal(false);
    let (shown, set_shown) = signal(shown);
    Effect::new(move |_| {
        let (form, rows, empty) = (form.clone(), rows.clone(), empty.clone());
        let input = window_event_listener(ev::input, move |event| {
            if is_inside(&event, &form) {
                let filter = RowFilter::from_form();
                let fitting = narrow(&rows, &filter);
                set_shown.set(fitting);
                if let Some(empty) = document().get_element_by_id(&empty) {
                    set_hidden(&empty, fitting > 0);
                }
                keep_address(&filter);
            }
        });
        on_cleanup(move || input.remove());
        set_ready.set(true);
    });
    view! {
        <p class="count" role="status" data-island=move || ready.get().then_some("ready")>
            {move || sentence.replace("{shown}", &shown.get().to_string())}
        </p>
    }
}

/// Hides rows that do not fit, and counts those that do.
fn narrow(rows: &str, filter: &RowFilter) -> u32 {
    let Some(body) = document().get_element_by_id(rows) else {
        return 0;
    };
    let rows = body.children();
    (0..rows.length())
        .filter_map(|index| rows.item(index))
        .filter(|row| {
            let data = |name: &str| row.get_attribute(name).unwrap_or_default();
            let fits = filter.fits(&data("data-text"), &data("data-area"), data("data-uo") == "1");
            set_hidden(row, !fits);
            fits
        })
        .fold(0, |count, _| count + 1)
}

/// Writes the filter into the address, beside the order that is there.
fn keep_address(filter: &RowFilter) {
    let location = window().location();
    let (Ok(search), Ok(history)) = (location.search(), window().history()) else {
        return;
    };
    let Ok(query) = UrlSearchParams::new_with_str(&search) else {
        return;
    };
    let uo = if filter.development_objects { "1" } else { "" };
    for (name, value) in [
        ("sok", filter.words.trim()),
        ("omrade", filter.area.as_str()),
        ("uo", uo),
    ] {
        if value.is_empty() {
            query.delete(name);
        } else {
            query.set(name, value);
        }
    }
    let query = String::from(query.to_string());
    let address = if query.is_empty() {
        "/initiativ".to_owned()
    } else {
        format!("/initiativ?{query}")
    };
    // Where the browser refuses, the address stays as it was and nothing else is lost.
    drop(history.replace_state_with_url(&JsValue::NULL, "", Some(&address)));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(words: &str) -> RowFilter {
        RowFilter {
            words: words.to_owned(),
            ..RowFilter::default()
        }
    }

    #[test]
    fn every_word_has_to_be_there_in_any_order_and_case() {
        let text = "ökad kvalitet handlingsplan arbetssökandes handlingsplan";
        assert!(words("  HANDLINGSPLAN öka ").fits(text, "4.1", false));
        assert!(!words("handlingsplan kalkyl").fits(text, "4.1", false));
        assert!(words("").fits(text, "4.1", false));
    }

    #[test]
    fn area_and_mark_narrow_further() {
        let area = RowFilter {
            area: "4.1".to_owned(),
            ..RowFilter::default()
        };
        assert!(area.fits("", "4.1", false));
        assert!(!area.fits("", "4.10", false), "4.10 is another area");
        assert!(!area.fits("", "", false));
        let marked = RowFilter {
            development_objects: true,
            ..RowFilter::default()
        };
        assert!(marked.fits("", "", true) && !marked.fits("", "", false));
        assert!(!marked.is_empty() && words(" ").is_empty());
    }
}
