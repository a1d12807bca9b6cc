//! A question of a follow-up round: what is asked of whom, and the answer or ways to give one.

use domain::history::Named;
use domain::round::{AnswerKind, AskedAbout, FollowUpRequest, RoundAnswer, RoundState, Selection};
use leptos::prelude::*;
use service::{RoundRow, RoundView};
use text::{Lang, date, headline, name};

use super::detail::asked_name;
use crate::components::finding::Gap;
use crate::components::icon::{Icon, Symbol};
use crate::components::links;
use crate::components::register::excerpt;

/// An item of the round's list.
pub(super) fn question(row: &RoundRow, shown: &RoundView, ask_reason: bool, lang: Lang) -> AnyView {
    let request = &row.request;
    let named = |found: Option<&Named>| found.map(|named| named.name.clone());
    let (kind, about, anchor) = match request.about {
        AskedAbout::Benefit(id) => (
            lang.t("round-about-benefit"),
            named(shown.names.get(&id.0)),
            format!("nytta-{id}"),
        ),
        AskedAbout::Delivery(id) => (
            lang.t("round-about-delivery"),
            named(shown.names.get(&id.0)),
            links::delivery_anchor(id),
        ),
    };
    let about = about.unwrap_or_else(|| lang.t("history-unknown"));
    let of = links::initiative(request.initiative);
    let initiative = named(shown.names.get(&request.initiative.0)).unwrap_or_default();
    let initiative = lang.t_with("work-of-initiative", &[("name", initiative.into())]);
    let who = asked_name(request.unit, &shown.names, lang);
    let managed: Vec<String> = match request.unit {
        Some(_) => Vec::new(),
        None => {
            let portfolios = row.portfolios.iter();
            portfolios
                .filter_map(|id| named(shown.names.get(&id.0)))
                .collect()
        }
    };
    let asked = if managed.is_empty() {
        lang.t_with("round-asked-of", &[("who", who.into())])
    } else {
        let of = headline::list(lang, &managed);
        lang.t_with(
            "round-asked-of-portfolio",
            &[("who", who.into()), ("of", of.into())],
        )
    };
    let is_benefit = matches!(request.about, AskedAbout::Benefit(_));
    let no_owner = (is_benefit && request.unit.is_none())
        .then(|| view! { <p class="note">{lang.t("round-asked-no-owner")}</p> });
    let state = match &request.answer {
        Some(answer) => answer_line(answer, row.answered_by.as_deref(), &of, lang),
        None if shown.round.state == RoundState::Prepared => None,
        None => Some(view! { <p><Gap text=lang.t("round-no-answer") /></p> }.into_any()),
    };
    let answer = row
        .may_answer
        .then(|| ways_to_answer(request, shown, &about, ask_reason, lang));
    let withdraw = (shown.may_write && request.answer.is_none() && shown.round.state != RoundState::Closed)
        .then(|| withdraw(request, shown, &about, lang));
    view! {
        <li id=format!("fraga-{}", request.id) tabindex="-1">
            <div>
                <h3>
                    <a href=format!("{of}#{anchor}")>{excerpt(&about)}</a>
                </h3>
                <p>{kind} " " {initiative}</p>
                {why(request.rule, lang)}
                {state}
                {answer}
            </div>
            <div class="due">
                <p>{asked}</p>
                {no_owner}
                {withdraw}
            </div>
        </li>
    }
    .into_any()
}

/// Why it is asked.
fn why(rule: Option<Selection>, lang: Lang) -> Option<AnyView> {
    let key = match rule? {
        Selection::Missing => "round-why-missing",
        Selection::FollowUps => "round-why-follow-ups",
        Selection::Due => "round-why-due",
        Selection::Deliveries => "round-why-deliveries",
    };
    Some(view! { <p class="note">{lang.t(key)}</p> }.into_any())
}

/// How it was answered, by whom and when.
fn answer_line(answer: &RoundAnswer, by: Option<&str>, of: &str, lang: Lang) -> Option<AnyView> {
    let said = name::round_answer(lang, answer.kind);
    let day = ("day", date::moment(lang, answer.at).into());
    let when = match by {
        Some(who) => lang.t_with("round-answered-by", &[("who", who.into()), day]),
        None => lang.t_with("round-answered-at", &[day]),
    };
    let said = match answer.statement {
        Some(id) => view! { <a href=format!("{of}#konstaterad-{id}")>{said}</a> }.into_any(),
        None => said.into_any(),
    };
    let note = answer.note.as_ref().map(|note| view! { <p>{note.clone()}</p> });
    let symbol = match answer.kind {
        AnswerKind::Withdrawn => Symbol::Cancelled,
        _ => Symbol::Ok,
    };
    Some(
        view! {
            <p>
                <span class="status s-done">
                    <Icon symbol />
                    {said}
                </span>
                " "
                <small>{when}</small>
            </p>
            {note}
        }
        .into_any(),
    )
}

/// The form where it is answered, with what is asked about chosen; or a word that there is nothing new.
fn ways_to_answer(
    request: &FollowUpRequest,
    shown: &RoundView,
    about: &str,
    ask_reason: bool,
    lang: Lang,
) -> AnyView {
    let of = links::initiative(request.initiative);
    let (href, text) = match request.about {
        AskedAbout::Benefit(id) => (
            format!("{of}/konstaterad?nytta={id}"),
            lang.t("round-answer-benefit"),
        ),
        AskedAbout::Delivery(id) => (format!("{of}/leverans/{id}"), lang.t("round-answer-delivery")),
    };
    let id = request.id.to_string();
    let field = format!("varfor-{id}");
    let hint = format!("{field}-hint");
    let about = about.to_owned();
    view! {
        <p class="do">
            <a href=href>{text} <span class="vh">": " {about.clone()}</span></a>
        </p>
        <details class="step" open=ask_reason>
            <summary>{lang.t("round-answer-nothing")} <span class="vh">": " {about}</span></summary>
            <form class="return-form" method="post" action="/api/round_answer" novalidate=true>
                <input type="hidden" name="id" value=shown.round.id.to_string() />
                <input type="hidden" name="question" value=id />
                <div class="field">
                    <label for=field.clone()>{lang.t("round-answer-why")}</label>
                    <p class="hint" id=hint.clone()>
                        {lang.t("round-answer-why-hint")}
                    </p>
                    <textarea id=field name="note" rows="2" required=true aria-describedby=hint></textarea>
                </div>
                <button class="btn" type="submit">
                    {lang.t("round-answer-submit")}
                </button>
            </form>
        </details>
    }
    .into_any()
}

fn withdraw(request: &FollowUpRequest, shown: &RoundView, about: &str, lang: Lang) -> AnyView {
    // What nobody has been asked yet is taken out; what has been asked is taken back.
    let text = match shown.round.state {
        RoundState::Prepared => lang.t("round-remove"),
        _ => lang.t("round-withdraw"),
    };
    view! {
        <form class="in-line" method="post" action="/api/round_withdraw">
            <input type="hidden" name="id" value=shown.round.id.to_string() />
            <input type="hidden" name="question" value=request.id.to_string() />
            <button class="as-link" type="submit">
                {text} <span class="vh">": " {about.to_owned()}</span>
            </button>
        </form>
    }
    .into_any()
}
