//! The follow-up rounds.

use domain::round::{FollowUpRound, RoundState};
use leptos::prelude::*;
use service::RoundsView;
use text::{Lang, date, name, number};

use crate::api;
use crate::components::empty::Empty;
use crate::components::finding::{Gap, RoundMark};
use crate::components::links;
use crate::components::page::{Loaded, Title};
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::scroll::scroll;

/// The page.
#[component]
pub fn RoundListPage() -> impl IntoView {
    let lang = api::lang();
    view! { <Loaded load=api::rounds() view=move |shown| page(&shown, lang) /> }.into_any()
}

fn page(shown: &RoundsView, lang: Lang) -> AnyView {
    let open: usize = shown
        .rounds
        .iter()
        .filter(|round| round.state == RoundState::Open)
        .map(|round| round.tally().open())
        .sum();
    let heading = lang.t_with(
        "round-list-heading",
        &[
            ("count", open.into()),
            ("count-text", number::len(lang, open).into()),
        ],
    );
    let new = shown.may_write.then(|| {
        view! {
            <a class="btn primary" href="/uppfoljning/ny">
                {lang.t("round-new")}
            </a>
        }
        .into_any()
    });
    let none = shown.rounds.is_empty().then(|| {
        let text = if shown.may_write {
            lang.t("round-list-empty-write")
        } else {
            lang.t("round-list-empty-read")
        };
        view! { <Empty heading=lang.t("round-list-empty") text page=true /> }
    });
    view! {
        <Title text=lang.t("round-list-title") />
        <Crumbs here=lang.t("round-list-title") lang />
        <PageHead heading=heading.into_any() actions=new>
            <p class="lead">{lang.t("round-list-lead")}</p>
        </PageHead>
        {none}
        {table(shown, lang)}
    }
    .into_any()
}

fn table(shown: &RoundsView, lang: Lang) -> Option<AnyView> {
    if shown.rounds.is_empty() {
        return None;
    }
    let rows: Vec<_> = shown
        .rounds
        .iter()
        .map(|round| row(round, shown.today, lang))
        .collect();
    let table = view! {
        <table class="data">
            <caption id="omgangar">{lang.t("round-list-caption")}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("round-column-round")}</th>
                    <th scope="col">{lang.t("round-column-state")}</th>
                    <th scope="col">{lang.t("round-column-due")}</th>
                    <th scope="col" class="n">
                        {lang.t("round-column-asked")}
                    </th>
                    <th scope="col" class="n">
                        {lang.t("round-column-answered")}
                    </th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    Some(view! { <div class="block">{scroll("omgangar", "", table.into_any())}</div> }.into_any())
}

fn row(round: &FollowUpRound, today: chrono::NaiveDate, lang: Lang) -> AnyView {
    let tally = round.tally();
    let late = round
        .is_overdue(today)
        .then(|| view! { " " <Gap text=lang.t("round-overdue") /> });
    view! {
        <tr>
            <th scope="row">
                <a href=links::round(round.id)>{name::round(lang, round.year, round.part)}</a>
            </th>
            <td>
                <RoundMark state=round.state lang />
            </td>
            <td>{date::day(lang, round.due)} {late}</td>
            <td class="n">{number::len(lang, tally.asked)}</td>
            <td class="n">{number::len(lang, tally.answered)}</td>
        </tr>
    }
    .into_any()
}
