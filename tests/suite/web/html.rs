//! Reading pages as text.

use scraper::{ElementRef, Html, Selector};

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).expect("a selector"))
        .collect()
}

/// What a named field holds: text, choice or ticks, in order.
pub fn values(page: &str, name: &str) -> Vec<String> {
    let page = Html::parse_document(page);
    let mut values = Vec::new();
    for field in all(&page, &format!("[name=\"{name}\"]")) {
        let element = field.value();
        match (element.name(), element.attr("type")) {
            ("textarea", _) => values.push(field.text().collect()),
            ("select", _) => {
                let selected = Selector::parse("option[selected]").expect("a selector");
                values.extend(
                    field
                        .select(&selected)
                        .filter_map(|option| option.value().attr("value"))
                        .map(str::to_owned),
                );
            }
            ("input", Some("radio" | "checkbox")) if element.attr("checked").is_none() => {}
            ("input", Some("radio" | "checkbox")) => {
                values.push(element.attr("value").unwrap_or("on").to_owned());
            }
            ("input", _) => values.push(element.attr("value").unwrap_or_default().to_owned()),
            _ => {}
        }
    }
    values
}

/// What a named field holds; the first, where there are several.
pub fn value(page: &str, name: &str) -> String {
    values(page, name).into_iter().next().unwrap_or_default()
}

/// All that can be chosen for a named field.
pub fn choices(page: &str, name: &str) -> Vec<String> {
    let page = Html::parse_document(page);
    let options = all(
        &page,
        &format!("select[name=\"{name}\"] option, input[name=\"{name}\"]"),
    );
    options
        .iter()
        .filter_map(|option| option.value().attr("value"))
        .filter(|v| !v.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Links of the error summary, without the `#`.
pub fn summary(page: &str) -> Vec<String> {
    let page = Html::parse_document(page);
    all(&page, ".error-summary a[href^=\"#\"]")
        .iter()
        .filter_map(|link| link.value().attr("href"))
        .map(|href| href.trim_start_matches('#').to_owned())
        .collect()
}

/// Where the links lead that a selector finds, in order.
pub fn hrefs(page: &str, selector: &str) -> Vec<String> {
    attributes(page, selector, "href")
}

/// Text of all that a selector finds, one after the other.
pub fn text(page: &str, selector: &str) -> String {
    let page = Html::parse_document(page);
    let texts: Vec<String> = all(&page, selector)
        .iter()
        .map(|element| element.text().collect())
        .collect();
    texts.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text of each that a selector finds.
pub fn texts(page: &str, selector: &str) -> Vec<String> {
    let page = Html::parse_document(page);
    let found = all(&page, selector);
    found
        .iter()
        .map(|element| element.text().collect::<String>().trim().to_owned())
        .collect()
}

/// How many a selector finds.
pub fn count(page: &str, selector: &str) -> usize {
    all(&Html::parse_document(page), selector).len()
}

pub fn attribute(page: &str, selector: &str, name: &str) -> Option<String> {
    let selector = Selector::parse(selector).expect("a selector");
    let page = Html::parse_document(page);
    let found = page.select(&selector).next()?;
    found.value().attr(name).map(str::to_owned)
}

/// An attribute of each that a selector finds and that has it.
pub fn attributes(page: &str, selector: &str, name: &str) -> Vec<String> {
    let page = Html::parse_document(page);
    let found = all(&page, selector);
    let found = found.iter().filter_map(|element| element.value().attr(name));
    found.map(str::to_owned).collect()
}
