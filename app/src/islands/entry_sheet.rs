//! A column of values that is filled in as in a spreadsheet.

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{ClipboardEvent, HtmlElement};

use super::grid::{block, changed, field, form_of, go, grid, place};
use super::is_inside;

/// The rows with values.
const ROWS: &str = "tr[data-row]";

/// Enter goes down to the next row's value, and after the last one to what sends the form; a column that is pasted fills
/// the fields downwards. Without a script Tab does the one, and the other is typed.
#[island]
pub fn EntrySheet(
    /// Id of the form.
    form: String,
    /// What is said once something is pasted, with the number of rows in the place of `{0}`.
    pasted: String,
) -> impl IntoView {
    let (ready, set_ready) = signal(false);
    let said = RwSignal::new(String::new());
    let id = StoredValue::new(form);
    let sentence = StoredValue::new(pasted);
    Effect::new(move |_| {
        let inside = format!("#{}", id.get_value());
        let typed_in = inside.clone();
        let keys = window_event_listener(ev::keydown, move |event| {
            let form = form_of(&id.get_value()).filter(|_| is_inside(&event, &typed_in));
            let Some(form) = form else { return };
            if go(&event, &grid(&form, ROWS), Some(0))
                && let Ok(Some(next)) = form.query_selector("[data-after]")
                && let Ok(next) = next.dyn_into::<HtmlElement>()
            {
                drop(next.focus());
            }
        });
        let pasted_in = inside.clone();
        let pasted = window_event_listener(ev::paste, move |event| {
            let event: ClipboardEvent = event.unchecked_into();
            if is_inside(&event, &pasted_in)
                && let Some(rows) = paste(&event, &id.get_value())
            {
                let rows = rows.to_string();
                said.set(sentence.with_value(|said| said.replace("{0}", &rows)));
                changed(&id.get_value());
            }
        });
        on_cleanup(move || {
            keys.remove();
            pasted.remove();
        });
        set_ready.set(true);
    });
    view! {
        <p class="entry-said" role="status" data-island=move || ready.get().then_some("ready")>
            {move || said.get()}
        </p>
    }
}

/// Puts a block in place from the field on, as far as there are fields. Tells how many rows it filled.
fn paste(event: &ClipboardEvent, id: &str) -> Option<usize> {
    let field = field(event)?;
    let block = block(event)?;
    let form = form_of(id)?;
    let grid = grid(&form, ROWS);
    let (row, column) = place(&grid, &field)?;
    event.prevent_default();
    let rows = grid.get(row..)?;
    for (cells, values) in rows.iter().zip(&block) {
        for (cell, value) in cells.get(column..).unwrap_or_default().iter().zip(values) {
            cell.set_value(value);
        }
    }
    Some(rows.len().min(block.len()))
}
