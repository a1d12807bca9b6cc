//! A table of fields that behaves like a spreadsheet.

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{
    ClipboardEvent, Element, HtmlElement, HtmlInputElement, HtmlTemplateElement, SubmitEvent,
};
use serde::{Deserialize, Serialize};

use super::words::filled;
use crate::islands::grid::{all, block, changed, field, form_of, go, grid as cells, place};
use crate::islands::is_inside;

/// Id of the group of lines that are costs, to which such a line is added.
pub const COSTS: &str = "poster-kostnader";
/// Id of the group of lines that are benefits.
pub const BENEFITS: &str = "poster-nyttor";

/// What the table says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it, and the catalogue has the words")]
pub struct SheetWords {
    pub pasted: String,
    pub too_many: String,
    pub removed: String,
    pub filled: String,
    pub undo: String,
    pub undone: String,
}

/// Arrow keys and Enter go from field to field, a block from a spreadsheet is pasted where one stands, and buttons that
/// add a line or a year do so at once. Without a script the browser sends the form, and the server does the same.
#[island]
pub fn Sheet(
    /// Id of the form.
    form: String,
    /// Most lines.
    most: u32,
    /// What is said.
    words: SheetWords,
) -> impl IntoView {
    let (ready, set_ready) = signal(false);
    let said = RwSignal::new(String::new());
    let can_undo = RwSignal::new(false);
    let words = StoredValue::new(words);
    let id = StoredValue::new(form);
    // The way back stands in the page: what fields held before, and rows that are hidden. An element in a signal would
    // belong to one thread of the server.
    let did = move |sentence: String| {
        can_undo.set(true);
        said.set(sentence);
    };
    Effect::new(move |_| {
        let inside = format!("#{}", id.get_value());
        let typed_in = inside.clone();
        let keys = window_event_listener(ev::keydown, move |event| {
            if is_inside(&event, &typed_in)
                && let Some(form) = form_of(&id.get_value())
            {
                go(&event, &grid(&form), None);
            }
        });
        let pasted_in = inside.clone();
        let pasted = window_event_listener(ev::paste, move |event| {
            let event: ClipboardEvent = event.unchecked_into();
            if !is_inside(&event, &pasted_in) {
                return;
            }
            let most = usize::try_from(most).unwrap_or(usize::MAX);
            match paste(&event, &id.get_value(), most) {
                Some(Pasted::Block { rows, columns }) => {
                    let sentence = words.with_value(|words| words.pasted.clone());
                    did(filled(&sentence, &[&rows.to_string(), &columns.to_string()]));
                    changed(&id.get_value());
                }
                Some(Pasted::TooMuch) => said.set(words.with_value(|words| words.too_many.clone())),
                None => {}
            }
        });
        let sent_from = inside.clone();
        let sent = window_event_listener(ev::submit, move |event| {
            if !is_inside(&event, &sent_from) {
                return;
            }
            let Some(button) = event.dyn_ref::<SubmitEvent>().and_then(SubmitEvent::submitter) else {
                return;
            };
            let action = button.get_attribute("value").unwrap_or_default();
            let form = id.get_value();
            let done = if action == "add_year" {
                add_year(&form).is_some()
            } else if action == "fill" {
                let count = fill(&form).to_string();
                did(words.with_value(|words| filled(&words.filled, &[&count])));
                true
            } else if action.starts_with("remove_") {
                let removed = remove(&form, &button).is_some();
                if removed {
                    did(words.with_value(|words| words.removed.clone()));
                }
                removed
            } else if let Some(class) = action.strip_prefix("add_") {
                lines(&form) < usize::try_from(most).unwrap_or(usize::MAX) && add_line(&form, class).is_some()
            } else {
                false
            };
            if done {
                event.prevent_default();
                event.stop_immediate_propagation();
                changed(&form);
            }
        });
        on_cleanup(move || {
            keys.remove();
            pasted.remove();
            sent.remove();
        });
        set_ready.set(true);
    });
    let back = move |_| {
        take_back(&id.get_value());
        can_undo.set(false);
        said.set(words.with_value(|words| words.undone.clone()));
        changed(&id.get_value());
    };
    let button = words.with_value(|words| words.undo.clone());
    view! {
        <p class="sheet-said" data-island=move || ready.get().then_some("ready")>
            <span role="status">{move || said.get()}</span>
            " "
            <button class="btn quiet" type="button" hidden=move || !can_undo.get() on:click=back>
                {button}
            </button>
        </p>
    }
}

/// The rows that are there: those that were removed are hidden until the form is sent.
const ROWS: &str = "tr[data-estimate]:not([hidden])";
/// What a field held before the last thing that was done to many at once.
const BEFORE: &str = "data-before";
/// A row that was removed last.
const REMOVED: &str = "data-removed";

/// Begins something that can be taken back: what was done before that no longer can.
fn begin(form: &Element) {
    for (selector, mark) in [("[data-before]", BEFORE), ("[data-removed]", REMOVED)] {
        for marked in all::<Element>(form, selector) {
            // A mark that stays would only take back more than the last thing.
            drop(marked.remove_attribute(mark));
        }
    }
}

/// Sets a field, and notes what it held.
fn set(field: &HtmlInputElement, value: &str) {
    drop(field.set_attribute(BEFORE, &field.value()));
    field.set_value(value);
}

/// Takes back the last thing that was done to many fields.
fn take_back(id: &str) {
    let Some(form) = form_of(id) else { return };
    for field in all::<HtmlInputElement>(&form, "[data-before]") {
        field.set_value(&field.get_attribute(BEFORE).unwrap_or_default());
    }
    for row in all::<HtmlElement>(&form, "[data-removed]") {
        row.set_hidden(false);
        enable(&row, true);
    }
    begin(&form);
}

/// A field that is not enabled is not sent.
fn enable(row: &Element, enabled: bool) {
    for field in all::<Element>(row, "input, select, button") {
        drop(if enabled {
            field.remove_attribute("disabled")
        } else {
            field.set_attribute("disabled", "")
        });
    }
}

/// The amounts, row by row: three rows a line.
fn grid(form: &Element) -> Vec<Vec<HtmlInputElement>> {
    cells(form, ROWS)
}

enum Pasted {
    Block { rows: usize, columns: usize },
    TooMuch,
}

/// Puts a block in place from the field on, and adds lines and years that it takes. None where what is pasted is a
/// single value: the browser does that.
fn paste(event: &ClipboardEvent, id: &str, most: usize) -> Option<Pasted> {
    let field = field(event)?;
    let block = block(event)?;
    let columns = block.iter().map(Vec::len).max()?;
    event.prevent_default();
    let form = form_of(id)?;
    let (row, column) = place(&grid(&form), &field)?;
    let (rows, width) = (row + block.len(), column + columns);
    if rows.div_ceil(3) > most {
        return Some(Pasted::TooMuch);
    }
    while grid(&form).first()?.len() < width {
        if add_year(id).is_none() {
            return Some(Pasted::TooMuch);
        }
    }
    let class = class_of(&field);
    while grid(&form).len() < rows {
        add_line(id, &class)?;
    }
    let grid = grid(&form);
    begin(&form);
    for (cells, values) in grid.get(row..)?.iter().zip(&block) {
        for (cell, value) in cells.get(column..)?.iter().zip(values) {
            set(cell, value);
        }
    }
    drop(field.focus());
    Some(Pasted::Block {
        rows: block.len(),
        columns,
    })
}

/// The class of the line that a field is in, as its choice stands.
fn class_of(field: &Element) -> String {
    let mut row = field.closest("tr").ok().flatten();
    while let Some(here) = row {
        if let Ok(Some(choice)) = here.query_selector("select[name='line_class[]']") {
            return js_sys::Reflect::get(&choice, &"value".into())
                .ok()
                .and_then(|value| value.as_string())
                .unwrap_or_default();
        }
        row = here.previous_element_sibling();
    }
    "development".to_owned()
}

fn lines(id: &str) -> usize {
    form_of(id).map_or(0, |form| {
        all::<Element>(&form, "tr[data-estimate=low]:not([hidden])").len()
    })
}

/// One more line at the end of those of its kind, with the focus on its name.
fn add_line(id: &str, class: &str) -> Option<()> {
    let form = form_of(id)?;
    let columns = all::<Element>(&form, "thead th[data-year]").len();
    let template: HtmlTemplateElement = document().get_element_by_id("ny-post")?.dyn_into().ok()?;
    let costs = ["development", "introduction", "operation", "other_cost"].contains(&class);
    let body = document().get_element_by_id(if costs { COSTS } else { BENEFITS })?;
    let copy = template.content().clone_node_with_deep(true).ok()?;
    body.append_child(&copy).ok()?;
    let rows: Vec<Element> = all(&body, ROWS);
    let new = rows.get(rows.len().checked_sub(3)?..)?;
    let first = new.first()?;
    if let Ok(Some(choice)) = first.query_selector("select[name='line_class[]']") {
        js_sys::Reflect::set(&choice, &"value".into(), &class.into()).ok()?;
    }
    for row in new {
        while all::<Element>(row, "input.cell").len() < columns {
            widen(row)?;
        }
    }
    let name: HtmlElement = first
        .query_selector("input[name='line_name[]']")
        .ok()??
        .dyn_into()
        .ok()?;
    drop(name.focus());
    Some(())
}

/// One more year after the last.
fn add_year(id: &str) -> Option<()> {
    const MOST: usize = 50;
    let form = form_of(id)?;
    let heads: Vec<Element> = all(&form, "thead th[data-year]");
    if heads.len() >= MOST {
        return None;
    }
    let last = heads.last()?;
    let year: i32 = last.get_attribute("data-year")?.parse().ok()?;
    let next = year.checked_add(1)?.to_string();
    let head: Element = last.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    head.set_attribute("data-year", &next).ok()?;
    let field: HtmlInputElement = head.query_selector("input").ok()??.dyn_into().ok()?;
    field.set_attribute("value", &next).ok()?;
    field.set_value(&next);
    head.query_selector("span").ok()??.set_text_content(Some(&next));
    last.after_with_node_1(&head).ok()?;
    let rows: Vec<Element> = all(&form, "tr[data-estimate]");
    rows.iter().try_for_each(widen)
}

/// One more field at the end of a row, for the year after.
fn widen(row: &Element) -> Option<()> {
    let cells: Vec<Element> = all(row, "input.cell");
    let last = cells.last()?;
    let cell = last.closest("td").ok()??;
    let copy: Element = cell.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    let field: HtmlInputElement = copy.query_selector("input.cell").ok()??.dyn_into().ok()?;
    field.set_value("");
    for gone in ["id", "value", "aria-invalid", "aria-describedby"] {
        field.remove_attribute(gone).ok()?;
    }
    if let Some(label) = field.get_attribute("aria-label") {
        field.set_attribute("aria-label", &one_year_on(&label)).ok()?;
    }
    cell.after_with_node_1(&copy).ok()
}

/// A label that ends with a year, for the year after.
fn one_year_on(label: &str) -> String {
    let (before, year) = label.rsplit_once(' ').unwrap_or(("", label));
    match year.parse::<i32>() {
        Ok(year) => format!("{before} {}", year.saturating_add(1)),
        Err(_) => label.to_owned(),
    }
}

/// Takes a line's rows out of sight and out of what is sent.
fn remove(id: &str, button: &HtmlElement) -> Option<()> {
    let form = form_of(id)?;
    let first: HtmlElement = button.closest("tr[data-estimate=low]").ok()??.dyn_into().ok()?;
    let second: HtmlElement = first.next_element_sibling()?.dyn_into().ok()?;
    let third: HtmlElement = second.next_element_sibling()?.dyn_into().ok()?;
    // What was said of it goes with it.
    let said = third.next_element_sibling();
    let said = said.filter(|row| row.matches(".line-said").is_ok_and(|is| is));
    let said = said.and_then(|row| row.dyn_into::<HtmlElement>().ok());
    begin(&form);
    for row in [first, second, third].into_iter().chain(said) {
        row.set_attribute(REMOVED, "").ok()?;
        row.set_hidden(true);
        enable(&row, false);
    }
    Some(())
}

/// Puts the likely amount where low or high is left out. Tells how many.
fn fill(id: &str) -> usize {
    let Some(form) = form_of(id) else { return 0 };
    begin(&form);
    let mut count = 0_usize;
    for line in grid(&form).chunks(3) {
        let [low, likely, high] = line else { continue };
        for (index, likely) in likely.iter().enumerate() {
            for other in [low, high].into_iter().filter_map(|row| row.get(index)) {
                if other.value().trim().is_empty() && !likely.value().trim().is_empty() {
                    set(other, &likely.value());
                    count = count.saturating_add(1);
                }
            }
        }
    }
    count
}
