//! Reading pages as text.

use scraper::{ElementRef, Html, Selector};

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).expect("a selector"))
        .collect()
}

/// A form of a page, as a browser without scripts has it.
pub struct Form {
    pub action: String,
    /// It sends files.
    pub multipart: bool,
    /// What is sent with it as it stands, in order.
    pub fields: Vec<Field>,
    /// What its first button sends of those that stand out, where that has a name.
    pub button: Option<(String, String)>,
}

/// A field of a form, with what it holds.
pub struct Field {
    pub name: String,
    pub id: String,
    pub value: String,
    /// The type of what one types into; none of what is chosen, ticked or unseen.
    pub typed: Option<String>,
}

/// Types of inputs that one types into, and that give back what was typed.
const TYPED: [&str; 6] = ["text", "date", "email", "number", "tel", "url"];

/// The forms of a page that change something.
pub fn forms(page: &str) -> Vec<Form> {
    let page = Html::parse_document(page);
    let selector = |selector| Selector::parse(selector).expect("a selector");
    let (fields, button) = (
        selector("input[name], textarea[name], select[name]"),
        selector("button.primary[name]"),
    );
    let attr = |of: &ElementRef<'_>, name: &str| of.value().attr(name).unwrap_or_default().to_owned();
    let form = |form: ElementRef<'_>| Form {
        action: attr(&form, "action"),
        multipart: attr(&form, "enctype").starts_with("multipart"),
        fields: form.select(&fields).filter_map(field).collect(),
        button: form
            .select(&button)
            .next()
            .map(|button| (attr(&button, "name"), attr(&button, "value"))),
    };
    all(&page, "form[method=\"post\"]")
        .into_iter()
        .map(form)
        .collect()
}

/// What is sent of an element; nothing of one without a choice, or out of which rows are copied.
fn field(element: ElementRef<'_>) -> Option<Field> {
    let (of, attr) = (element.value(), |name| element.value().attr(name));
    let within = |name: &str| {
        let mut around = element.ancestors().filter_map(ElementRef::wrap);
        around.any(|one| one.value().name() == name)
    };
    let kind = match of.name() {
        "input" => attr("type").unwrap_or("text"),
        other => other,
    };
    let value = match kind {
        "textarea" => element.text().collect(),
        "select" => {
            let option = |selector| element.select(&Selector::parse(selector).expect("one")).next();
            let chosen = option("option[selected]").or_else(|| option("option"))?;
            chosen.value().attr("value").unwrap_or_default().to_owned()
        }
        "radio" | "checkbox" if attr("checked").is_none() => return None,
        "radio" | "checkbox" => attr("value").unwrap_or("on").to_owned(),
        _ => attr("value").unwrap_or_default().to_owned(),
    };
    if attr("disabled").is_some() || within("template") {
        return None;
    }
    let typed = kind == "textarea" || TYPED.contains(&kind);
    Some(Field {
        name: attr("name")?.to_owned(),
        id: attr("id").unwrap_or_default().to_owned(),
        value,
        typed: (typed && attr("readonly").is_none()).then(|| kind.to_owned()),
    })
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
