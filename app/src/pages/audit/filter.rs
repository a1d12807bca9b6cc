//! The filter, which stands in the address.

use domain::history::SubjectKind;
use domain::id::AccountId;
use leptos::prelude::*;
use text::{Lang, history};

use crate::api::{AuditQuery, FilterField};
use crate::components::icon::{Icon, Symbol};

/// What is asked for, by its name in the address.
fn asked(query: &AuditQuery) -> Vec<(&'static str, &str)> {
    [
        ("vem", query.who.as_str()),
        ("vad", query.action.as_str()),
        ("sak", query.kind.as_str()),
        ("fran", query.from.as_str()),
        ("till", query.to.as_str()),
        ("anrop", query.request.as_str()),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .collect()
}

/// The address with the same filter, on the page before an event or on the newest.
pub(super) fn query_string(query: &AuditQuery, before: Option<i64>) -> String {
    let mut parts: Vec<String> = asked(query)
        .into_iter()
        .map(|(name, value)| format!("{name}={}", encoded(value)))
        .collect();
    parts.extend(before.map(|seq| format!("fore={seq}")));
    if parts.is_empty() {
        return "/revision".to_owned();
    }
    format!("/revision?{}", parts.join("&"))
}

/// A value of an address: everything but letters, figures and a few marks is written in bytes.
fn encoded(value: &str) -> String {
    value
        .bytes()
        .fold(String::with_capacity(value.len()), |mut text, byte| {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => text.push(char::from(byte)),
                _ => text.push_str(&format!("%{byte:02X}")),
            }
            text
        })
}

/// The same filter in another form.
pub(super) fn hidden_fields(query: &AuditQuery) -> AnyView {
    asked(query)
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value.to_owned() /> })
        .collect_view()
        .into_any()
}

/// What does not read is left out, and said so.
pub(super) fn wrong_fields(wrong: &[FilterField], lang: Lang) -> Option<AnyView> {
    if wrong.is_empty() {
        return None;
    }
    let names: Vec<String> = wrong.iter().map(|field| label(*field, lang)).collect();
    let text = lang.t_with(
        "history-filter-wrong-text",
        &[("fields", names.join(", ").into())],
    );
    Some(
        view! {
            <div class="chain-result damaged" role="status">
                <Icon symbol=Symbol::Weak />
                <div>
                    <h2>{lang.t("history-filter-wrong")}</h2>
                    <p>{text}</p>
                </div>
            </div>
        }
        .into_any(),
    )
}

fn label(field: FilterField, lang: Lang) -> String {
    lang.t(match field {
        FilterField::Who => "history-filter-who",
        FilterField::Kind => "history-filter-kind",
        FilterField::From => "history-filter-from",
        FilterField::To => "history-filter-to",
        FilterField::Request => "history-filter-request",
    })
}

/// The form: it sends itself by GET, so the address can be kept and passed on.
pub(super) fn filter_form(query: &AuditQuery, accounts: &[(AccountId, String)], lang: Lang) -> AnyView {
    let nobody = ("ingen".to_owned(), lang.t("history-filter-no-account"));
    let people = accounts.iter().map(|(id, name)| (id.to_string(), name.clone()));
    let who = people.chain([nobody]).collect();
    let actions = history::ACTIONS
        .iter()
        .map(|(code, _)| ((*code).to_owned(), history::action(lang, code)))
        .collect();
    let kinds = SubjectKind::ALL
        .into_iter()
        .map(|kind| (kind.segment().to_owned(), history::kind(lang, kind)))
        .collect();
    let select =
        |name: &'static str, label: &str, any: &str, options: Vec<(String, String)>, chosen: &str| {
            let options = options
                .into_iter()
                .map(|(value, text)| {
                    let selected = value == chosen;
                    view! { <option value=value selected=selected>{text}</option> }
                })
                .collect_view();
            view! {
                <div class="field">
                    <label for=name>{lang.t(label)}</label>
                    <select id=name name=name>
                        <option value="">{lang.t(any)}</option>
                        {options}
                    </select>
                </div>
            }
        };
    let input = |name: &'static str, label: &str, kind: &'static str, value: &str| {
        view! {
            <div class="field">
                <label for=name>{lang.t(label)}</label>
                <input id=name name=name type=kind value=value.to_owned() autocomplete="off" />
            </div>
        }
    };
    view! {
        <form class="filter" method="get" action="/revision" role="search" aria-label=lang.t("history-filter-label")>
            {select("vem", "history-filter-who", "history-filter-anyone", who, &query.who)}
            {select("vad", "history-filter-action", "history-filter-any-action", actions, &query.action)}
            {select("sak", "history-filter-kind", "history-filter-any-kind", kinds, &query.kind)}
            {input("fran", "history-filter-from", "date", &query.from)}
            {input("till", "history-filter-to", "date", &query.to)}
            {input("anrop", "history-filter-request", "text", &query.request)}
            <button class="btn" type="submit">
                {lang.t("history-filter-submit")}
            </button>
            <a class="btn quiet" href="/revision">
                {lang.t("history-filter-clear")}
            </a>
        </form>
    }
    .into_any()
}
