//! A follow-up round.

use domain::history::{Names, SubjectKind};
use domain::id::UnitId;
use domain::round::{RoundState, RoundTally, Selection};
use domain::work::WorkKind;
use leptos::prelude::*;
use service::{RoundRow, RoundView};
use text::{Lang, date, headline, name, number};

use super::question::question;
use crate::api;
use crate::components::empty::Quiet;
use crate::components::finding::{Gap, RoundMark};
use crate::components::form_page::{path_part, query_part};
use crate::components::history_link::HistoryLink;
use crate::components::links;
use crate::components::page::{Loaded, Title};
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::prose::Prose;
use crate::components::receipt::{Receipt, ReceiptKind};
use crate::components::scroll::scroll;
use crate::islands::UnsavedGuard;

/// The page.
#[component]
pub fn RoundPage() -> impl IntoView {
    let lang = api::lang();
    let (done, about) = (query_part("klart"), query_part("om"));
    let load = api::round(path_part("id").unwrap_or_default());
    view! { <Loaded load view=move |shown| page(&shown, done.as_deref(), about.as_deref(), lang) /> }
        .into_any()
}

fn page(shown: &RoundView, done: Option<&str>, about: Option<&str>, lang: Lang) -> AnyView {
    let round = &shown.round;
    let state = round.state;
    let title = name::round(lang, round.year, round.part);
    let tally = round.tally();
    let args = [
        ("asked", tally.asked.into()),
        ("asked-text", number::len(lang, tally.asked).into()),
        ("answered", tally.answered.into()),
        ("answered-text", number::len(lang, tally.answered).into()),
    ];
    let heading = match state {
        RoundState::Prepared => lang.t_with("round-heading-prepared", &args),
        RoundState::Open => lang.t_with("round-heading-open", &args),
        RoundState::Closed => lang.t_with("round-heading-closed", &args),
    };
    let kicker = lang.t_with("round-kicker", &[("name", title.clone().into())]);
    let kicker = Some(view! { <p class="kicker">{kicker}</p> }.into_any());
    let due = lang.t_with("round-due", &[("day", date::day(lang, round.due).into())]);
    let late = round
        .is_overdue(shown.today)
        .then(|| view! { " " <Gap text=lang.t("round-overdue") /> });
    let message = round
        .message
        .as_ref()
        .map(|message| view! { <Prose text=message.clone() /> });
    // Who has just forgotten to say why sees the field again.
    let ask_reason = |row: &RoundRow| {
        done == Some("skriv-varfor") && about.is_some_and(|id| row.request.id.to_string() == id)
    };
    let list = |answered: bool| -> Vec<AnyView> {
        shown
            .rows
            .iter()
            .filter(|row| row.request.answer.is_some() == answered)
            .map(|row| question(row, shown, ask_reason(row), lang))
            .collect()
    };
    let (waiting, answered) = (list(false), list(true));
    view! {
        <Title text=title.clone() />
        <Crumbs steps=vec![(links::ROUNDS.to_owned(), lang.t("round-list-title"))] here=title lang />
        {notice(done, shown, lang)}
        <PageHead heading=heading.into_any() kicker actions=Some(actions(shown, lang))>
            <p class="meta-line">
                <RoundMark state lang />
                " "
                <span>{due}</span>
                {late}
            </p>
        </PageHead>
        {message}
        {by_unit(shown, lang)}
        {section("vantar", waiting, state, shown.may_write, lang)}
        {section("besvarade", answered, state, shown.may_write, lang)}
        <UnsavedGuard form=".return-form".to_owned() dirty=false />
    }
    .into_any()
}

/// The one step that there is, the form, and the history.
fn actions(shown: &RoundView, lang: Lang) -> AnyView {
    let round = &shown.round;
    let history =
        view! { <HistoryLink kind=SubjectKind::FollowUpRound id=round.id class="btn quiet" lang /> };
    let step = shown.may_write.then(|| {
        let (text, class) = match round.state {
            RoundState::Prepared => {
                let count = round.tally().open();
                let args = [
                    ("count", count.into()),
                    ("count-text", number::len(lang, count).into()),
                ];
                (lang.t_with("round-open", &args), "btn primary")
            }
            RoundState::Open => (lang.t("round-close"), "btn"),
            RoundState::Closed => (lang.t("round-reopen"), "btn"),
        };
        view! {
            <form class="in-line" method="post" action="/api/round_move">
                <input type="hidden" name="id" value=round.id.to_string() />
                <input type="hidden" name="version" value=shown.version.to_string() />
                <input type="hidden" name="from" value=round.state.code() />
                <button class=class type="submit">
                    {text}
                </button>
            </form>
        }
    });
    let change = (shown.may_write && round.state != RoundState::Closed).then(|| {
        let href = format!("{}/andra", links::round(round.id));
        view! {
            <a class="btn quiet" href=href>
                {lang.t("round-change")}
            </a>
        }
    });
    view! { {step} {change} {history} }.into_any()
}

/// Who was asked, how much, and how much of it they have answered.
fn by_unit(shown: &RoundView, lang: Lang) -> Option<AnyView> {
    let units = shown.round.by_unit();
    if units.is_empty() {
        return None;
    }
    let mut rows: Vec<(String, RoundTally)> = units
        .into_iter()
        .map(|(unit, tally)| (asked_name(unit, &shown.names, lang), tally))
        .collect();
    rows.sort_by_cached_key(|(name, _)| name.to_lowercase());
    let rows: Vec<_> = rows
        .into_iter()
        .map(|(name, tally)| {
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td class="n">{number::len(lang, tally.asked)}</td>
                    <td class="n">{number::len(lang, tally.answered)}</td>
                    <td class="n">{number::len(lang, tally.open())}</td>
                </tr>
            }
        })
        .collect();
    let table = view! {
        <table class="data">
            <caption id="tillfragade">{lang.t("round-asked-caption")}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("round-column-who")}</th>
                    <th scope="col" class="n">
                        {lang.t("round-column-asked")}
                    </th>
                    <th scope="col" class="n">
                        {lang.t("round-column-answered")}
                    </th>
                    <th scope="col" class="n">
                        {lang.t("round-column-open")}
                    </th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    Some(view! { <div class="block">{scroll("tillfragade", "", table.into_any())}</div> }.into_any())
}

/// The unit that is asked, or whoever manages the portfolio.
pub(super) fn asked_name(unit: Option<UnitId>, names: &Names, lang: Lang) -> String {
    match unit {
        None => lang.t("common-role-portfolio-manager"),
        Some(id) => names
            .get(&id.0)
            .map_or_else(|| lang.t("history-unknown"), |named| named.name.clone()),
    }
}

fn section(
    id: &'static str,
    items: Vec<AnyView>,
    state: RoundState,
    may_write: bool,
    lang: Lang,
) -> Option<AnyView> {
    let answered = id == "besvarade";
    if items.is_empty() {
        let none = !answered && state == RoundState::Open;
        let text = if may_write {
            "round-all-answered-text"
        } else {
            "round-all-answered-read"
        };
        return none
            .then(|| view! { <Quiet heading=lang.t("round-all-answered") text=lang.t(text) /> }.into_any());
    }
    let heading = match (answered, state) {
        (true, _) => lang.t("round-answered"),
        (false, RoundState::Prepared) => lang.t("round-questions"),
        (false, RoundState::Open) => lang.t("round-waiting"),
        (false, RoundState::Closed) => lang.t("round-unanswered"),
    };
    Some(
        view! {
            <section class="block" aria-labelledby=id>
                <h2 id=id>
                    {heading} " " <span class="count">{number::len(lang, items.len())}</span>
                </h2>
                <ul class="work">{items}</ul>
            </section>
        }
        .into_any(),
    )
}

/// The receipt that an address asks for by `?klart=`.
fn notice(done: Option<&str>, shown: &RoundView, lang: Lang) -> Option<AnyView> {
    let (yes, no) = (ReceiptKind::Done, ReceiptKind::NotDone);
    let silent = query_part("utan").unwrap_or_default();
    let silent: Vec<String> = silent
        .split(',')
        .filter_map(Selection::from_code)
        .map(|rule| name::lower_first(&name::round_rule(lang, rule)))
        .collect();
    let (kind, heading, next) = match done? {
        "sparad" if shown.round.state == RoundState::Open => {
            (yes, lang.t("round-done-saved"), lang.t("round-done-saved-open"))
        }
        "sparad" => (yes, lang.t("round-done-saved"), lang.t("round-done-saved-next")),
        "utskickad" => (yes, lang.t("round-done-open"), lang.t("round-done-open-next")),
        "stangd" => (yes, lang.t("round-done-closed"), lang.t("round-done-closed-next")),
        "oppnad" => (yes, lang.t("round-done-reopened"), lang.t("round-done-open-next")),
        "tillbakatagen" => (
            yes,
            lang.t("round-done-withdrawn"),
            lang.t("round-done-withdrawn-next"),
        ),
        "borttagen" => (
            yes,
            lang.t("round-done-removed"),
            lang.t("round-done-removed-next"),
        ),
        "besvarad" => (
            yes,
            lang.t("round-done-answered"),
            lang.t("round-done-answered-next"),
        ),
        "skriv-varfor" => (no, lang.t("round-not-why"), lang.t("round-not-why-next")),
        "inget-att-fraga" => (no, lang.t("round-not-asked"), lang.t("round-not-asked-next")),
        "hann-fore" => (no, lang.t("round-not-first"), lang.t("round-not-first-next")),
        _ => return None,
    };
    // A rule that was ticked and chose nothing: what it would ask about is asked already, or is not there.
    let next = if silent.is_empty() {
        next
    } else {
        let rules = headline::list(lang, &silent);
        let nothing = lang.t_with("round-done-saved-nothing", &[("rules", rules.into())]);
        format!("{next} {nothing}")
    };
    let without = links::round(shown.round.id);
    let close = lang.t("form-receipt-close");
    let onward = (done == Some("besvarad")).then(|| {
        let next = links::work_next(WorkKind::Answer);
        (next, lang.t("initiative-onward-answer"))
    });
    Some(view! { <Receipt kind heading next onward without close /> }.into_any())
}
