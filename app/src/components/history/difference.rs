//! What an event changed, field by field.

use domain::history::{Change, Event, Happened, Piece, PieceKind, Row, rows, words};
use leptos::prelude::*;
use serde_json::Value;
use text::{Lang, history};

use super::Told;
use super::value::Reader;

/// Texts from this length on are shown as one, with the words marked that changed.
const LONG: usize = 60;

/// What people look for first; everything else follows by name.
const FIRST: [&str; 10] = [
    "name",
    "title",
    "subject",
    "state",
    "status",
    "finding",
    "level",
    "text",
    "description",
    "motivation",
];

fn rank(change: &Change) -> usize {
    match change.path.first().map(String::as_str) {
        None => 0,
        Some(first) => FIRST
            .iter()
            .position(|name| *name == first)
            .unwrap_or(FIRST.len()),
    }
}

/// What the product keeps for itself and means nothing to those who read.
fn is_bookkeeping(change: &Change) -> bool {
    const ITS_OWN: [&str; 3] = ["id", "ordinal", "imported"];
    matches!(change.path.as_slice(), [only] if ITS_OWN.contains(&only.as_str()))
}

/// The table: field, before, after; of what is new, field and content.
pub(super) fn difference_table(event: &Event, happened: &Happened, told: Told) -> AnyView {
    let lang = told.lang;
    let reader = Reader {
        names: told.names,
        kind: &event.kind,
        lang,
    };
    let mut changes: Vec<&Change> = happened
        .changes
        .iter()
        .filter(|change| !is_bookkeeping(change))
        .collect();
    changes.sort_by_key(|change| rank(change));
    let is_new = happened.is_new;
    let lines: Vec<_> = changes
        .into_iter()
        .map(|change| {
            let field = field_of(change);
            let cells = if is_new {
                view! { <td class="as-typed">{reader.read(field, change.after.as_ref())}</td> }.into_any()
            } else {
                both(reader, field, change)
            };
            view! {
                <tr>
                    <th scope="row">{label(change, lang)}</th>
                    {cells}
                </tr>
            }
        })
        .collect();
    let (caption, columns) = if is_new {
        ("history-caption-new", vec!["history-column-value"])
    } else {
        (
            "history-caption",
            vec!["history-column-before", "history-column-after"],
        )
    };
    let heads: Vec<_> = columns
        .into_iter()
        .map(|key| view! { <th scope="col">{lang.t(key)}</th> })
        .collect();
    view! {
        <table class="data difference">
            <caption class="vh">{lang.t(caption)}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("history-column-field")}</th>
                    {heads}
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </table>
    }
    .into_any()
}

/// The innermost field; a bare value is the state of the thing.
fn field_of(change: &Change) -> &str {
    change.path.last().map_or("state", String::as_str)
}

fn label(change: &Change, lang: Lang) -> String {
    if change.path.is_empty() {
        return history::field(lang, "state");
    }
    let names: Vec<String> = change
        .path
        .iter()
        .map(|name| history::field(lang, name))
        .collect();
    names.join(" – ")
}

/// Before and after: side by side, or as one where that is easier to follow.
fn both(reader: Reader, field: &str, change: &Change) -> AnyView {
    let lang = reader.lang;
    let list = |value: &Option<Value>| match value {
        Some(Value::Array(list)) => Some(list.clone()),
        None | Some(Value::Null) => Some(Vec::new()),
        Some(_) => None,
    };
    let is_list =
        matches!(change.before, Some(Value::Array(_))) || matches!(change.after, Some(Value::Array(_)));
    if is_list && let (Some(before), Some(after)) = (list(&change.before), list(&change.after)) {
        return view! { <td colspan="2">{row_list(reader, field, &before, &after)}</td> }.into_any();
    }
    let before = reader.read(field, change.before.as_ref());
    let after = reader.read(field, change.after.as_ref());
    if let (Some(Value::String(_)), Some(Value::String(_))) = (&change.before, &change.after)
        && before.chars().count().max(after.chars().count()) >= LONG
    {
        return view! { <td colspan="2" class="as-typed">{marked(&before, &after, lang)}</td> }.into_any();
    }
    view! {
        <td class="as-typed" data-label=lang.t("history-column-before")>
            {before}
        </td>
        <td class="as-typed" data-label=lang.t("history-column-after")>
            {after}
        </td>
    }
    .into_any()
}

/// A text with the words marked that went and came: struck and underlined, and said aloud.
fn marked(before: &str, after: &str, lang: Lang) -> AnyView {
    words(before, after)
        .into_iter()
        .map(|Piece { kind, text }| match kind {
            PieceKind::Same => text.into_any(),
            PieceKind::Removed => removed(text.into_any(), lang),
            PieceKind::Added => added(text.into_any(), lang),
        })
        .collect_view()
        .into_any()
}

fn removed(content: AnyView, lang: Lang) -> AnyView {
    view! { <del><span class="vh">{lang.t("history-removed")} ": "</span>{content}</del> }.into_any()
}

fn added(content: AnyView, lang: Lang) -> AnyView {
    view! { <ins><span class="vh">{lang.t("history-added")} ": "</span>{content}</ins> }.into_any()
}

/// The rows of a list that went, came and changed, and how many did neither.
fn row_list(reader: Reader, field: &str, before: &[Value], after: &[Value]) -> AnyView {
    let lang = reader.lang;
    let read = |row: &Value| reader.read(field, Some(row));
    let mut kept = 0_usize;
    let mut items: Vec<AnyView> = Vec::new();
    let mut item = |key: &str, content: AnyView| {
        let word = lang.t(key);
        items.push(view! { <li><span class="row-mark">{word} ":"</span> " " {content}</li> }.into_any());
    };
    for row in rows(before, after) {
        match row {
            Row::Kept(_) => kept += 1,
            Row::Removed(row) => {
                let text = read(&row);
                item("history-removed", view! { <del>{text}</del> }.into_any());
            }
            Row::Added(row) => {
                let text = read(&row);
                item("history-added", view! { <ins>{text}</ins> }.into_any());
            }
            Row::Changed(old, new) => item("history-changed", marked(&read(&old), &read(&new), lang)),
        }
    }
    let unchanged = (kept > 0).then(|| {
        view! { <li><small>{lang.t_with("history-kept", &[("count", kept.into())])}</small></li> }
    });
    view! { <ul class="row-list">{items} {unchanged}</ul> }.into_any()
}
