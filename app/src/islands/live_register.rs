//! A register that follows what one types and chooses.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{
    Document, DomParser, Element, FormData, HtmlElement, HtmlFormElement, HtmlInputElement, Response,
    SubmitEvent, SupportedType, UrlSearchParams,
};
use wasm_bindgen_futures::JsFuture;

use super::is_inside;

/// How long typing rests before the server is asked.
const REST: Duration = Duration::from_millis(150);

/// Asks the server for the register as the form has it now – the same page that the form itself leads
/// to – and puts its rows in place of those that are there. The address stays in step, so that the page
/// can be reloaded, shared and exported; the focus stays where it is, as do ticks; and what fits is counted aloud.
/// Where the server does not answer, the browser goes to the page as it would have without a script.
#[island]
pub fn LiveRegister(
    /// Id of the form.
    form: String,
    /// Id of what changes. It has `data-count`, the sentence that counts, and `data-order`.
    region: String,
    /// The sentence that counts, as the page comes.
    count: String,
) -> impl IntoView {
    let (ready, set_ready) = signal(false);
    let (count, set_count) = signal(count);
    // Answers may overtake each other: only the last one asked for is shown.
    let asked = StoredValue::new(0_u32);
    let waiting: StoredValue<Option<TimeoutHandle>> = StoredValue::new(None);
    Effect::new(move |_| {
        let ask = {
            let (form, region) = (form.clone(), region.clone());
            move |order: Option<String>| {
                asked.update_value(|number| *number = number.wrapping_add(1));
                let number = asked.get_value();
                let Some(address) = address(&form, &region, order) else {
                    return;
                };
                let region = region.clone();
                spawn_local(async move {
                    match page(&address).await {
                        Ok(_) if asked.get_value() != number => {}
                        Ok(page) => match show(&page, &region, &address) {
                            Some(sentence) => set_count.set(sentence),
                            None => go(&address),
                        },
                        Err(_) if asked.get_value() != number => {}
                        Err(_) => go(&address),
                    }
                });
            }
        };
        let typed_in = format!("#{form}");
        let ask_at_rest = ask.clone();
        let typed = window_event_listener(ev::input, move |event| {
            if !is_inside(&event, &typed_in) {
                return;
            }
            if let Some(before) = waiting.get_value() {
                before.clear();
            }
            let ask = ask_at_rest.clone();
            waiting.set_value(set_timeout_with_handle(move || ask(None), REST).ok());
        });
        let sent_from = format!("#{form}");
        let sent = window_event_listener(ev::submit, move |event| {
            if !is_inside(&event, &sent_from) {
                return;
            }
            event.prevent_default();
            // What was typed last is sent along: it need not be asked for again.
            if let Some(before) = waiting.get_value() {
                before.clear();
            }
            ask(pressed_order(&event));
        });
        on_cleanup(move || {
            typed.remove();
            sent.remove();
        });
        set_ready.set(true);
    });
    view! {
        <p class="count" role="status" data-island=move || ready.get().then_some("ready")>
            {move || count.get()}
        </p>
    }
}

/// The order that was asked for by a column's head; none where another button was pressed.
fn pressed_order(event: &SubmitEvent) -> Option<String> {
    let button = event.submitter()?;
    button
        .class_list()
        .contains("sort")
        .then(|| button.get_attribute("value"))
        .flatten()
}

/// The address that the form leads to, with the order that is asked for or else the one that is shown.
fn address(form: &str, region: &str, order: Option<String>) -> Option<String> {
    let form: HtmlFormElement = document().get_element_by_id(form)?.dyn_into().ok()?;
    let fields = FormData::new_with_form(&form).ok()?;
    let query = UrlSearchParams::new().ok()?;
    for field in js_sys::Array::from(&fields).iter() {
        let pair: js_sys::Array = field.dyn_into().ok()?;
        let (name, value) = (pair.get(0).as_string()?, pair.get(1).as_string()?);
        if !value.trim().is_empty() {
            query.append(&name, value.trim());
        }
    }
    let order = order.or_else(|| document().get_element_by_id(region)?.get_attribute("data-order"));
    if let Some(order) = order {
        query.append("sortera", &order);
    }
    let path = form.get_attribute("action")?;
    let query = String::from(query.to_string());
    Some(if query.is_empty() {
        path
    } else {
        format!("{path}?{query}")
    })
}

/// The page at an address; an error where it is no page, or another one.
async fn page(address: &str) -> Result<Document, JsValue> {
    let response: Response = JsFuture::from(window().fetch_with_str(address))
        .await?
        .dyn_into()?;
    if !response.ok() || response.redirected() {
        return Err(JsValue::NULL);
    }
    let text = JsFuture::from(response.text()?).await?;
    let text = text.as_string().unwrap_or_default();
    DomParser::new()?.parse_from_string(&text, SupportedType::TextHtml)
}

/// Puts the page's rows in place and the address in step; gives the sentence that counts.
fn show(page: &Document, region: &str, address: &str) -> Option<String> {
    let new = page.get_element_by_id(region)?;
    let old = document().get_element_by_id(region)?;
    let sentence = new.get_attribute("data-count")?;
    // What has the focus is put in place anew where it is among the rows: a column's head.
    let focused = document()
        .active_element()
        .filter(|element| old.contains(Some(element)))
        .map(|element| element.id());
    keep_ticks(&old, &new);
    // What was done stands no longer beside the rows that are shown.
    if let Ok(Some(receipt)) = document().query_selector(".receipt") {
        receipt.remove();
    }
    old.replace_with_with_node_1(&new).ok()?;
    let again = focused
        .filter(|id| !id.is_empty())
        .and_then(|id| document().get_element_by_id(&id));
    if let Some(again) = again.as_ref().and_then(Element::dyn_ref::<HtmlElement>) {
        drop(again.focus());
    }
    if let Ok(history) = window().history() {
        // Where the browser refuses, the address stays as it was and nothing else is lost.
        drop(history.replace_state_with_url(&JsValue::NULL, "", Some(address)));
    }
    Some(sentence)
}

/// What was ticked stays so in the rows that are still there. What is no longer shown is not ticked
/// either: nobody approves what they do not see.
fn keep_ticks(old: &Element, new: &Element) {
    let ticked: Vec<String> = boxes(old)
        .into_iter()
        .filter(HtmlInputElement::checked)
        .map(|tick| tick.value())
        .collect();
    for tick in boxes(new) {
        if ticked.contains(&tick.value()) {
            tick.set_checked(true);
        }
    }
}

fn boxes(region: &Element) -> Vec<HtmlInputElement> {
    let Ok(found) = region.query_selector_all("input[type=checkbox]") else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|place| found.get(place)?.dyn_into().ok())
        .collect()
}

/// Goes to the page, as the form would have.
fn go(address: &str) {
    drop(window().location().set_href(address));
}
