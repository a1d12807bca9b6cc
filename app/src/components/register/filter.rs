//! Fields of the form that filters.

use domain::register::AreaChoice;
use leptos::prelude::*;
use service::AreaOption;
use text::Lang;

/// A menu: `all` is the choice that asks for nothing.
pub fn options_field(
    name: &'static str,
    label: String,
    all: String,
    chosen: Option<String>,
    choices: impl IntoIterator<Item = (String, String)>,
) -> AnyView {
    let chosen = chosen.unwrap_or_default();
    let options: Vec<_> = std::iter::once((String::new(), all))
        .chain(choices)
        .map(|(value, label)| {
            let selected = value == chosen;
            view! {
                <option value=value selected=selected>
                    {label}
                </option>
            }
        })
        .collect();
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <select id=name name=name>
                {options}
            </select>
        </div>
    }
    .into_any()
}

/// The menu of areas.
pub fn area_field(areas: &[AreaOption], chosen: Option<&AreaChoice>, lang: Lang) -> AnyView {
    let areas = areas
        .iter()
        .map(|area| (area.number.clone(), format!("{} {}", area.number, area.name)))
        .chain([(AreaChoice::NONE.to_owned(), lang.t("register-no-area"))]);
    options_field(
        "omrade",
        lang.t("register-column-area"),
        lang.t("register-all-areas"),
        chosen.map(|area| area.code().to_owned()),
        areas,
    )
}

/// A day.
pub fn day_field(name: &'static str, label: String, value: Option<chrono::NaiveDate>) -> AnyView {
    let value = value.map(|day| day.to_string()).unwrap_or_default();
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <input type="date" id=name name=name value=value />
        </div>
    }
    .into_any()
}
