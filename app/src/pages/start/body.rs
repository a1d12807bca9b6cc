//! What the page shows: whose turn it is, and all steps.

use std::collections::BTreeSet;

use domain::role::Role;
use domain::start::StartState;
use leptos::prelude::*;
use service::{ExampleState, StartStepView, StartView};
use text::{Lang, name, number};

use super::example::{example, receipt};
use super::file::from_file;
use super::step;
use crate::components::empty::Quiet;
use crate::components::example_notice::ExampleNotice;
use crate::components::icon::{Icon, Symbol};
use crate::components::page::Title;
use crate::components::page_head::{Crumbs, PageHead};

/// The whole page.
pub(super) fn page(shown: &StartView, done: Option<&str>, lang: Lang) -> AnyView {
    let taken = shown.steps.iter().filter(|of| is_done(of)).count();
    let (heading, lead) = if shown.is_started {
        (lang.t("start-heading-done"), lang.t("start-lead-done"))
    } else {
        let args = [
            ("done", taken.into()),
            ("done-text", number::len(lang, taken).into()),
            ("all", number::len(lang, shown.steps.len()).into()),
        ];
        (lang.t_with("start-heading", &args), lang.t("start-lead"))
    };
    let on = shown.is_started.then(|| {
        view! {
            <a class="btn primary" href="/">
                {lang.t("start-to-overview")}
            </a>
        }
        .into_any()
    });
    let may_remove = shown.may_load;
    let notice = (shown.example == ExampleState::Loaded).then(|| view! { <ExampleNotice may_remove lang /> });
    let turn = (!shown.is_started).then(|| turn(shown, lang));
    // It can be loaded only while nothing else is there: whoever wants to look first meets it first.
    let is_offered = shown.example == ExampleState::Offered && shown.may_load;
    let (first, last) = if is_offered {
        (Some(example(shown, lang)), None)
    } else {
        (None, Some(example(shown, lang)))
    };
    // Whoever has the portfolio in a spreadsheet is not to type it step by step first.
    let (file_first, file_last) = if shown.is_started {
        (None, Some(from_file(lang)))
    } else {
        (Some(from_file(lang)), None)
    };
    let people = (!shown.is_started).then(|| view! { <p class="note">{lang.t("start-people")}</p> });
    view! {
        <Title text=lang.t("start-title") />
        <Crumbs here=lang.t("start-title") lang />
        {receipt(done, lang)}
        {notice}
        <PageHead heading=heading.into_any() actions=on>
            <p class="lead">{lead}</p>
        </PageHead>
        {first}
        {turn}
        {file_first}
        {all(shown, lang)}
        {people}
        {file_last}
        {last}
    }
    .into_any()
}

fn is_done(of: &StartStepView) -> bool {
    matches!(of.state, StartState::Done(_))
}

/// What whoever looks can do now; where that is nothing, whose turn it is.
fn turn(shown: &StartView, lang: Lang) -> AnyView {
    let next: Vec<&StartStepView> = shown
        .steps
        .iter()
        .filter(|of| of.state == StartState::Next)
        .collect();
    // What is needed comes before what is optional.
    let mut mine: Vec<&StartStepView> = next.iter().copied().filter(|of| of.may).collect();
    mine.sort_by_key(|of| of.step.is_optional());
    if mine.is_empty() {
        let waits = shown.steps.iter().any(|of| of.may && !is_done(of));
        let roles: BTreeSet<Role> = next.iter().flat_map(|of| of.roles.iter().copied()).collect();
        let key = if waits {
            "start-others-text"
        } else {
            "start-others-none-text"
        };
        let text = lang.t_with(key, &[("roles", roles_text(roles, lang).into())]);
        return view! { <Quiet heading=lang.t("start-others") text page=true /> }.into_any();
    }
    let rows: Vec<_> = mine
        .into_iter()
        .enumerate()
        .map(|(place, of)| {
            let (path, action) = step::way(of.step, shown, lang);
            let class = if place == 0 { "btn primary" } else { "btn" };
            view! {
                <li>
                    <div>
                        <h3>{step::name(of.step, lang)}</h3>
                        <p>{optional(of, lang)} {step::why(of.step, lang)}</p>
                    </div>
                    <div class="actions">
                        <a class=class href=path>
                            {action}
                        </a>
                    </div>
                </li>
            }
        })
        .collect();
    view! {
        <section class="block" aria-labelledby="h-din-tur">
            <h2 id="h-din-tur">{lang.t("start-yours")}</h2>
            <ul class="work">{rows}</ul>
        </section>
    }
    .into_any()
}

fn optional(of: &StartStepView, lang: Lang) -> Option<String> {
    of.step
        .is_optional()
        .then(|| format!("{} ", lang.t("start-optional")))
}

/// The roles' names: "Portföljansvarig, Styrning och uppföljning".
fn roles_text(roles: impl IntoIterator<Item = Role>, lang: Lang) -> String {
    let names: Vec<String> = roles.into_iter().map(|role| name::role(lang, role)).collect();
    names.join(", ")
}

fn all(shown: &StartView, lang: Lang) -> AnyView {
    let rows: Vec<_> = (1..)
        .zip(&shown.steps)
        .map(|(place, of)| row(place, of, shown, lang))
        .collect();
    view! {
        <section class="block" aria-labelledby="h-alla-steg">
            <h2 id="h-alla-steg">{lang.t("start-all")}</h2>
            <ol class="work">{rows}</ol>
        </section>
    }
    .into_any()
}

fn row(place: usize, of: &StartStepView, shown: &StartView, lang: Lang) -> AnyView {
    let (class, symbol, state) = match of.state {
        StartState::Done(count) => ("status", Symbol::Done, step::done(of.step, count, lang)),
        StartState::Next => ("status s-run", Symbol::Running, lang.t("start-next")),
        StartState::Later => ("status s-off", Symbol::None, lang.t("start-later")),
    };
    let link = (of.may && of.state == StartState::Next).then(|| {
        let (path, action) = step::way(of.step, shown, lang);
        view! { <a href=path>{action}</a> }
    });
    let by = lang.t_with(
        "start-by",
        &[("roles", roles_text(of.roles.iter().copied(), lang).into())],
    );
    view! {
        <li>
            <div>
                <h3><span class="no">{format!("{place}.")}</span> " " {step::name(of.step, lang)}</h3>
                <p>{optional(of, lang)} {step::why(of.step, lang)} " " {link}</p>
                <p class="note">{by}</p>
            </div>
            <p class="due"><span class=class><Icon symbol /> {state}</span></p>
        </li>
    }
    .into_any()
}
