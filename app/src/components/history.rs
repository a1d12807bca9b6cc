//! Events: who did what and when, each with the difference that it made.

mod difference;
mod value;

use domain::history::{Event, Happened, Names, SIGNING_IN, SubjectKind, Who, identity};
use leptos::prelude::*;
use text::{Lang, date, name};

use self::difference::difference_table;
use super::finding::Gap;
use super::links;
use super::prose::Prose;

/// Longest name in a line; the rest is on the thing's own page.
const NAME_MAX: usize = 90;

/// What a list of events needs to know.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// Names of what the events speak of.
    pub names: &'a Names,
    /// The thing whose page it is: what an event concerns is said where it is something else.
    pub subject: Option<(SubjectKind, &'a str)>,
    /// For the auditor: number in the chain and number of the request too.
    pub numbers: bool,
    /// Language of the text.
    pub lang: Lang,
}

/// The list, newest first.
pub fn event_list(events: &[Event], told: Told) -> AnyView {
    let items: Vec<_> = events
        .iter()
        .map(|event| {
            let anchor = format!("handelse-{}", event.seq);
            view! { <li id=anchor>{item(event, told)}</li> }
        })
        .collect();
    view! { <ol class="events">{items}</ol> }.into_any()
}

fn item(event: &Event, told: Told) -> AnyView {
    let lang = told.lang;
    let at = event.at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
    let rest = match &event.happened {
        Some(happened) => rest(event, happened, told),
        None => view! {
            <p>
                <Gap text=lang.t("history-erased") /> " " <small>{lang.t("history-erased-text")}</small>
            </p>
        }
        .into_any(),
    };
    let numbers = told.numbers.then(|| {
        let request = event.request.to_string();
        let same = format!("/revision?anrop={request}");
        view! {
            <p class="event-numbers">
                <span>{lang.t_with("history-seq", &[("seq", event.seq.to_string().into())])}</span>
                " "
                <span>
                    {lang.t("history-request")} " " <a href=same>{request}</a>
                </span>
            </p>
        }
    });
    view! {
        <p class="event-what">
            <b>{text::history::action(lang, &event.action)}</b>
            {concerns(event, told)}
        </p>
        <p class="event-who">
            <time datetime=at>{date::moment(lang, event.at)}</time>
            {who(event, lang).map(|who| view! { " · " {who} })}
        </p>
        {rest}
        {numbers}
    }
    .into_any()
}

/// By whom; not said where the event says it itself: whoever signs in is nobody until then.
fn who(event: &Event, lang: Lang) -> Option<String> {
    let Some(happened) = &event.happened else {
        return Some(by(lang, lang.t("history-who-erased")));
    };
    if SIGNING_IN.contains(&event.action.as_str()) && happened.who == Who::Nobody {
        return None;
    }
    let who = match &happened.who {
        Who::Nobody => lang.t("history-nobody"),
        Who::Operator => lang.t("history-operator"),
        Who::Person(name) => name.clone(),
        Who::Erased => lang.t("history-who-erased"),
    };
    let roles: Vec<String> = happened
        .roles
        .iter()
        .map(|role| name::role(lang, *role))
        .collect();
    if roles.is_empty() {
        return Some(by(lang, who));
    }
    let role = lang.t_with("history-role", &[("roles", roles.join(", ").into())]);
    Some(format!("{} {role}", by(lang, who)))
}

fn by(lang: Lang, who: String) -> String {
    lang.t_with("history-by", &[("who", who.into())])
}

/// What the event concerns, where that is not the thing whose page it is; with its own history behind.
fn concerns(event: &Event, told: Told) -> Option<AnyView> {
    let lang = told.lang;
    let kind = SubjectKind::from_code(&event.kind)?;
    if told.subject == Some((kind, event.subject.as_str())) {
        return None;
    }
    let words = lang.t_with(
        "history-about",
        &[("kind", text::history::kind_in_sentence(lang, kind).into())],
    );
    let named = identity(&event.subject).and_then(|id| told.names.get(&id));
    let name = match (named, kind) {
        (Some(named), SubjectKind::Account) => named.name.clone().into_any(),
        (Some(named), _) => {
            let name = short(&text::history::subject(lang, named));
            view! { <a href=links::history(kind, &event.subject)>{name}</a> }.into_any()
        }
        // The import of a file is about all of it.
        (None, SubjectKind::Portfolio) => {
            let whole = lang.t("history-of-whole");
            return Some(view! { " " <span class="event-about">{whole}</span> }.into_any());
        }
        (None, SubjectKind::Agency) => return None,
        (None, _) => lang.t("history-unknown").into_any(),
    };
    Some(view! { " " <span class="event-about">{words} " " {name}</span> }.into_any())
}

/// A name cut to fit a line.
pub fn short(name: &str) -> String {
    if name.chars().count() <= NAME_MAX {
        return name.to_owned();
    }
    let cut: String = name.chars().take(NAME_MAX).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{whole} …")
}

fn rest(event: &Event, happened: &Happened, told: Told) -> AnyView {
    let lang = told.lang;
    // The note of a link is a word for its purpose, which the action says already.
    let note = happened.note.as_ref().filter(|_| event.action != "link.issue");
    let note = note.map(|note| {
        let note = lang.t_with("history-note", &[("note", note.into())]);
        view! { <div class="event-note"><Prose text=note /></div> }
    });
    let changed = (!happened.changes.is_empty()).then(|| {
        let key = if happened.is_new {
            "history-show-new"
        } else {
            "history-show"
        };
        // What is new is long and stands on the thing's page anyway; what changed is why one is here.
        let open = !happened.is_new && !told.numbers;
        view! {
            <details open=open>
                <summary>
                    {lang.t(key)}
                    <span class="vh">
                        ": " {lang.t_with("history-seq", &[("seq", event.seq.to_string().into())])}
                    </span>
                </summary>
                {difference_table(event, happened, told)}
            </details>
        }
    });
    let changes_things = event.action.ends_with(".change") || event.action.ends_with(".import");
    let nothing = (happened.changes.is_empty() && changes_things)
        .then(|| view! { <p class="note">{lang.t("history-no-difference")}</p> });
    view! { {note} {changed} {nothing} }.into_any()
}
