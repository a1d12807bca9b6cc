//! Every form that somebody types into, sent with each field wrong: it comes back with all that was typed, and says what to mend.

use std::collections::{BTreeMap, BTreeSet};

use domain::form::TEXT_MAX;
use domain::report::life::ReportStep;
use domain::role::Role;
use reqwest::Client;

use super::decision::graded;
use super::edge::{ACTIONS, HALFWAY};
use super::html::{Field, Form, attributes, forms, summary, text, texts};
use super::site::Site;
use crate::support::repository_file;
use crate::support::rows::things_done;

/// A chapter of a report is ten times as long as other texts at most.
const CHAPTER_MAX: usize = 100_000;

const NOTE: &str = "a note is taken whole however long it is: nothing that is typed there can be wrong";
const NAME: &str = "a name that is not taken is shown, to be copied (`web::kept_note`)";
const CODE: &str = "a code holds for half a minute, and is typed anew";
const NOTHING: &str = "whatever was wrong, who signs in is told one thing and given nothing back";

/// Actions with something typed that do not answer with a draft, each with the reason.
const NO_DRAFT: &[(&str, &str)] = &[
    ("/api/password_sign_in", NOTHING),
    ("/api/second_factor_check", CODE),
    ("/api/second_factor_replace", CODE),
    ("/kod", CODE),
    ("/konto/koder", CODE),
    ("/api/assessment_return", NOTE),
    ("/api/benefit_move", NOTE),
    ("/api/benefit_not_measurable", NOTE),
    ("/api/calculation_alternative", NAME),
    ("/api/calculation_move", NOTE),
    ("/api/effect_goal_review", NOTE),
    ("/api/factor_move", NOTE),
    ("/api/freed_time_review", NOTE),
    ("/api/initiative_move", NOTE),
    ("/api/measurement_review", NOTE),
    ("/api/report_comment_change", NOTE),
    ("/api/report_scope_change", NOTE),
    ("/api/report_step_take", NOTE),
    ("/api/round_answer", NOTE),
    ("/api/statement_review", NOTE),
];

/// Forms of `domain::form` that nobody types into, each with the reason.
const NOTHING_TYPED: &[(&str, &str)] = &[
    ("bulk_approval", "ticks alone"),
    ("measurement_file", "a file, sent as multipart"),
    ("measurement_sheet", "a file that was read, and buttons"),
    ("note", "kept of small forms: no page sends it"),
    ("parked", "what an ended session sent, kept beside its own form"),
    ("workbook", "a file, sent as multipart"),
];

/// Fields that are not read as long as something else is not chosen, each with the reason: nothing is said of them.
const NOT_READ: &[(&str, &str, &str)] = &[
    (
        "/api/statement_save",
        "follow_up",
        "unless it is found to be too early",
    ),
    ("/api/sus_save", "answers", "unless it is said to be known"),
    ("/api/sus_save", "score", "unless it is said to be known"),
];

/// Where a form of `domain::form` is sent.
fn action_of(form: &str) -> String {
    match form {
        "follow_up_round" => "/api/round_save".to_owned(),
        "report_correction_decision" => "/api/report_correction_decide".to_owned(),
        "report_decision" => "/api/report_decide".to_owned(),
        "report_link" => "/rapporter/{id}/delning".to_owned(),
        "report_sources" => "/api/report_source_save".to_owned(),
        "report_texts" => "/api/report_text_save".to_owned(),
        "sus_evaluation" => "/api/sus_save".to_owned(),
        other => format!("/api/{other}_save"),
    }
}

/// The names of all forms, as the list in the code has them.
fn listed() -> BTreeSet<String> {
    let source = repository_file("app/domain/src/form.rs");
    let list = source.split("\nforms!(\n").nth(1).expect("the list of forms");
    let list = list.split("\n);").next().expect("its end");
    let names = list.lines().filter_map(|line| line.split('"').nth(1));
    names.map(str::to_owned).collect()
}

/// An action without the identities in it.
fn kind_of(action: &str) -> String {
    let parts = action.split('/');
    let parts = parts.map(|part| if part.len() == 36 { "{id}" } else { part });
    parts.collect::<Vec<_>>().join("/")
}

/// A text that no field takes: it is no number and no date, and longer than any text may be. It is unlike that of every
/// other field, and has in it what is easily lost: marks of HTML, letters, spaces and line breaks at its ends.
fn wrong_text(of: &Field, place: usize, longest: usize) -> String {
    let name = &of.name;
    let long = "x".repeat(longest);
    match of.typed.as_deref() {
        // Of such a field a browser sends a day or nothing: one that has passed.
        Some("date") => format!("1900-01-{:02}", place % 28 + 1),
        Some("textarea") => {
            format!("\r\n {name} {place}\r\n\r\n\"åäö\" <b>&amp; </textarea>{long}.\r\n")
        }
        _ => format!(" {name} {place} \"åäö\" '<b>&amp;{long}. "),
    }
}

/// The fields of a form that one types into, in their order.
fn typed(form: &Form) -> impl Iterator<Item = &Field> {
    form.fields.iter().filter(|field| field.typed.is_some())
}

/// The form of the action that has something typed.
fn of_action(page: &str, action: &str) -> Option<Form> {
    let mut there = forms(page).into_iter();
    there.find(|form| form.action == action && typed(form).next().is_some())
}

/// Line breaks as a page has them; how they are sent is the browser's matter.
fn as_read(text: &str) -> String {
    text.replace("\r\n", "\n")
}

/// How a text begins, and how long it is.
fn short(text: &str) -> String {
    let begins: String = text.chars().take(60).collect();
    format!("{begins:?} ({} characters)", text.chars().count())
}

/// Sends the form with each field wrong, and tells all that is not as promised.
async fn sent_wrongly(site: &Site, client: &Client, form: &Form) -> Vec<String> {
    let longest = match form.action.as_str() {
        "/api/report_text_save" => CHAPTER_MAX,
        _ => TEXT_MAX,
    };
    let mut fields: Vec<(&str, String)> = Vec::new();
    for (place, field) in form.fields.iter().enumerate() {
        let value = match field.typed {
            Some(_) => wrong_text(field, place, longest),
            None => field.value.clone(),
        };
        fields.push((&field.name, value));
    }
    let button = form
        .button
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()));
    let sent: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .chain(button)
        .collect();
    let before = things_done(&site.services.store).await;
    let answer = site.post(client, &form.action, &sent).await;
    let status = answer.status();
    let to = answer.headers().get("location").and_then(|to| to.to_str().ok());
    let to = to.unwrap_or_default().to_owned();
    let mut amiss = Vec::new();
    if things_done(&site.services.store).await != before {
        amiss.push("something was written".to_owned());
    }
    if status != 303 || !to.contains("draft=") {
        amiss.push(format!("is no draft: {status} to {to:?}"));
        return amiss;
    }
    let page = site.page(client, to.split('#').next().unwrap_or_default()).await;
    amiss.extend(lost(&page, form, &fields));
    amiss.extend(unsaid(&page, form));
    amiss
}

/// What was typed and does not stand in its field again.
fn lost(page: &str, form: &Form, sent: &[(&str, String)]) -> Vec<String> {
    let Some(back) = of_action(page, &form.action) else {
        return vec!["the page that it came back to does not have it".to_owned()];
    };
    // Names come in rows: what was sent first under a name stands first under it.
    let mut held: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for field in back.fields.iter().rev() {
        held.entry(&field.name).or_default().push(&field.value);
    }
    let mut amiss = Vec::new();
    for (field, (name, value)) in form.fields.iter().zip(sent) {
        let there = held.get_mut(name).and_then(Vec::pop);
        if field.typed.is_some() && there != Some(as_read(value).as_str()) {
            let there = there.map_or("nothing".to_owned(), short);
            amiss.push(format!(
                "{}: {} is lost, there is {there}",
                field.id,
                short(value)
            ));
        }
    }
    amiss
}

/// What the page should say of what is wrong, and does not.
fn unsaid(page: &str, form: &Form) -> Vec<String> {
    let mut amiss = Vec::new();
    let title = text(page, "title");
    if !title.starts_with("Fel:") {
        amiss.push(format!("the title is {title:?}"));
    }
    let told = summary(page);
    if told.is_empty() {
        amiss.push("there is no summary".to_owned());
    }
    let ids = attributes(page, "[id]", "id");
    let described = attributes(page, "[aria-describedby]", "aria-describedby");
    let marked = attributes(page, "[aria-invalid=\"true\"]", "id");
    let messages = "[id$=\"-fel\"]";
    let messages = attributes(page, messages, "id")
        .into_iter()
        .zip(texts(page, messages));
    let messages: BTreeMap<String, String> = messages.collect();
    for field in &told {
        if !ids.contains(field) {
            amiss.push(format!("{field}: the summary leads nowhere"));
        }
        let message = format!("{field}-fel");
        if messages.get(&message).is_none_or(String::is_empty) {
            amiss.push(format!("{field}: has no message of its own"));
        }
        if ids.iter().filter(|id| **id == message).count() > 1 {
            amiss.push(format!("{field}: says more than once what is wrong"));
        }
        if !described.iter().any(|by| by.split(' ').any(|id| id == message)) {
            amiss.push(format!("{field}: is not described by its message"));
        }
    }
    for field in typed(form).filter(|field| !told.contains(&field.id)) {
        let column = field.name.trim_end_matches("[]");
        let mut not_read = NOT_READ.iter();
        if !not_read.any(|(action, one, _)| *action == form.action && *one == column) {
            amiss.push(format!("{}: nothing is said of it", field.id));
        }
    }
    for field in typed(form).filter(|field| told.contains(&field.id)) {
        if !marked.contains(&field.id) {
            amiss.push(format!("{}: is not marked as wrong", field.id));
        }
    }
    amiss
}

/// Sends every form of some pages wrongly. Gives the actions that were tried.
async fn walk(site: &Site, pages: Vec<(Option<Role>, String)>, amiss: &mut Vec<String>) -> BTreeSet<String> {
    let mut clients: BTreeMap<Option<Role>, Client> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for (role, path) in pages.into_iter().filter(|(_, path)| !path.starts_with("/fel")) {
        let client = match (clients.get(&role), role) {
            (Some(client), _) => client.clone(),
            (None, Some(role)) => site.signed_in(role).await,
            (None, None) => site.client(),
        };
        clients.insert(role, client.clone());
        let page = site.page(&client, &path).await;
        let mut here = BTreeSet::new();
        for form in forms(&page) {
            let kind = kind_of(&form.action);
            let excepted = NO_DRAFT.iter().any(|(action, _)| *action == kind);
            if form.multipart || excepted || typed(&form).next().is_none() || !here.insert(kind.clone()) {
                continue;
            }
            let found = sent_wrongly(site, &client, &form).await;
            amiss.extend(found.into_iter().map(|one| format!("{kind} of {path}: {one}")));
            seen.insert(kind);
        }
    }
    seen
}

#[tokio::test]
async fn every_form_comes_back_with_all_that_was_typed() {
    let mut amiss = Vec::new();
    let site = Site::demo().await;
    let pages = site.pages().await.into_iter().map(|page| (page.role, page.path));
    let mut seen = walk(&site, pages.collect(), &mut amiss).await;

    // A report that is under review has forms of its own.
    let site = Site::demo().await;
    graded(&site, true).await;
    let (steering, services, open) = (site.as_steering_unit(), &site.services, site.report(2025).await);
    let id = open.parse().expect("a report");
    let life = service::report_life(&steering, services, id).await;
    let version = life.expect("may read").version;
    let sent = service::report_step_take(&steering, services, id, version, ReportStep::Review, "").await;
    sent.expect("may send it for review");
    let pages =
        ["granskning", "beslut"].map(|page| (Some(Role::Leadership), format!("/rapporter/{open}/{page}")));
    seen.extend(walk(&site, Vec::from(pages), &mut amiss).await);

    for (action, _) in NO_DRAFT {
        let is_there = ACTIONS.contains(action) || HALFWAY.contains(action);
        assert!(is_there, "{action} is excepted, and nothing is sent there");
    }
    let listed = listed();
    for (form, _) in NOTHING_TYPED {
        assert!(listed.contains(*form), "{form} is excepted, and is no form");
    }
    let not_typed = |form: &&String| NOTHING_TYPED.iter().any(|(one, _)| one == form);
    let wanted = listed
        .iter()
        .filter(|form| !not_typed(form))
        .map(|form| action_of(form));
    let unseen = wanted.filter(|action| !seen.contains(action));
    amiss.extend(unseen.map(|action| format!("{action}: no page had it")));
    assert!(amiss.is_empty(), "{} amiss:\n{}", amiss.len(), amiss.join("\n"));
}
