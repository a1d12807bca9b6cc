//! Fields in rows and columns, as in a spreadsheet: where one is, where a key leads, and what is pasted.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{
    ClipboardEvent, Element, Event, EventInit, HtmlFormElement, HtmlInputElement, KeyboardEvent,
};

/// The form with this id.
pub(super) fn form_of(id: &str) -> Option<HtmlFormElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Tells whoever follows the form that it has changed.
pub(super) fn changed(id: &str) {
    let init = EventInit::new();
    init.set_bubbles(true);
    if let (Some(form), Ok(event)) = (form_of(id), Event::new_with_event_init_dict("input", &init)) {
        drop(form.dispatch_event(&event));
    }
}

/// All that a selector finds.
pub(super) fn all<T: JsCast>(within: &Element, selector: &str) -> Vec<T> {
    let Ok(found) = within.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|place| found.get(place)?.dyn_into().ok())
        .collect()
}

/// The fields of the rows that a selector finds.
pub(super) fn grid(form: &Element, rows: &str) -> Vec<Vec<HtmlInputElement>> {
    let rows: Vec<Element> = all(form, rows);
    rows.iter().map(|row| all(row, "input.cell")).collect()
}

/// Row and column of a field.
pub(super) fn place(grid: &[Vec<HtmlInputElement>], field: &Element) -> Option<(usize, usize)> {
    grid.iter().enumerate().find_map(|(row, cells)| {
        let column = cells.iter().position(|cell| cell.is_same_node(Some(field)))?;
        Some((row, column))
    })
}

/// The field of the table that something happened in.
pub(super) fn field(event: &Event) -> Option<HtmlInputElement> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    field.class_list().contains("cell").then_some(field)
}

/// Moves from field to field. Left and right only where the caret is at that end of what is typed. `enter` is the
/// column that Enter leads to in the next row; that of the field where none is given. Tells whether Enter was pressed in
/// the last row.
pub(super) fn go(event: &KeyboardEvent, grid: &[Vec<HtmlInputElement>], enter: Option<usize>) -> bool {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return false;
    }
    let Some(field) = field(event) else { return false };
    let Some((row, column)) = place(grid, &field) else {
        return false;
    };
    let length = u32::try_from(field.value().encode_utf16().count()).unwrap_or(u32::MAX);
    let start = field.selection_start().ok().flatten().unwrap_or(0);
    let end = field.selection_end().ok().flatten().unwrap_or(length);
    let key = event.key();
    let first = enter.unwrap_or(column);
    let to = match key.as_str() {
        "Enter" if event.shift_key() => (row.checked_sub(1), Some(first)),
        "Enter" => (row.checked_add(1), Some(first)),
        "ArrowDown" => (row.checked_add(1), Some(column)),
        "ArrowUp" => (row.checked_sub(1), Some(column)),
        "ArrowLeft" if start == 0 && (end == 0 || end == length) => (Some(row), column.checked_sub(1)),
        "ArrowRight" if end == length && (start == length || start == 0) => {
            (Some(row), column.checked_add(1))
        }
        _ => return false,
    };
    // Enter never sends the form from such a field: whoever enters a column presses it after each.
    event.prevent_default();
    let cell =
        to.0.zip(to.1)
            .and_then(|(row, column)| grid.get(row)?.get(column));
    if let Some(cell) = cell {
        drop(cell.focus());
        cell.select();
    }
    key == "Enter" && !event.shift_key() && cell.is_none()
}

/// What is pasted, row by row; none where it is a single value: the browser does that.
pub(super) fn block(event: &ClipboardEvent) -> Option<Vec<Vec<String>>> {
    let text = event.clipboard_data()?.get_data("text/plain").ok()?;
    let block: Vec<Vec<String>> = text
        .trim_end_matches(['\r', '\n'])
        .split('\n')
        .map(|row| {
            let cells = row.trim_end_matches('\r').split('\t');
            cells.map(|cell| cell.trim().to_owned()).collect()
        })
        .collect();
    (block.len() > 1 || block.iter().any(|row| row.len() > 1)).then_some(block)
}
