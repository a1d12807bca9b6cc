//! A register's page, around its table.

use domain::register::{Filter, Order, Query};
use leptos::prelude::*;
use service::RegisterView;
use service::rows::Tally;
use text::{Lang, number};

use super::tools::{pager, tools, views};
use super::{FORM, REGION};
use crate::components::empty::Empty;
use crate::components::help::{Help, HelpWord};
use crate::components::icon::{Icon, Symbol};
use crate::components::page::Title;
use crate::components::page_head::{Crumbs, PageHead};
use crate::islands::LiveRegister;

/// What differs between registers.
pub struct RegisterParts {
    /// What the page is.
    pub title: String,
    /// What it says.
    pub heading: String,
    /// A sentence below.
    pub lead: String,
    /// A word of it that is explained.
    pub lead_help: Option<HelpWord>,
    /// Label of the search field.
    pub search: String,
    /// What the form is, for those who do not see it.
    pub search_label: String,
    /// What is said where the register is empty: heading and text.
    pub empty: (String, String),
    /// Fields of the filter.
    pub fields: Vec<AnyView>,
    /// The table.
    pub table: AnyView,
    /// A sentence below the table.
    pub note: Option<AnyView>,
    /// What else may be done here.
    pub actions: Option<AnyView>,
    /// What was done.
    pub notice: Option<AnyView>,
}

/// The page.
pub fn register_page<F: Filter, R>(
    asked: &Query<F>,
    shown: &RegisterView<R>,
    parts: RegisterParts,
    lang: Lang,
) -> AnyView {
    let body = if shown.tally.total == 0 {
        let (heading, text) = parts.empty;
        view! { <Empty heading text page=true /> }.into_any()
    } else {
        let count = count(shown.tally, lang);
        let order = (asked.order != Order::default()).then(|| asked.order.code());
        let rows = if shown.page.rows.is_empty() {
            view! {
                <Empty
                    heading=lang.t("register-no-match")
                    text=lang.t("register-no-match-text")
                    page=true
                />
            }
            .into_any()
        } else {
            parts.table
        };
        view! {
            {views(&shown.frame, asked, lang)}
            {form(asked, parts.search, parts.search_label, parts.fields, lang)}
            <div class="result-line">
                <LiveRegister form=FORM.to_owned() region=REGION.to_owned() count=count.clone() />
            </div>
            <div id=REGION data-count=count data-order=order>
                {tools(asked, shown.frame.may_keep, lang)}
                {rows}
                {pager(asked, &shown.page, lang)}
                {parts.note.map(|note| view! { <p class="note">{note}</p> })}
            </div>
        }
        .into_any()
    };
    view! {
        <Title text=parts.title.clone() />
        <Crumbs here=parts.title lang />
        {parts.notice}
        <PageHead heading=parts.heading.into_any() actions=parts.actions>
            <p class="meta-line">
                {parts.lead}
                {parts.lead_help.map(|word| view! { " " <Help word lang /> })}
            </p>
        </PageHead>
        {body}
    }
    .into_any()
}

/// How many rows fit, of how many.
fn count(tally: Tally, lang: Lang) -> String {
    let (total, matching) = (tally.total, tally.matching);
    let args = [
        ("total", total.into()),
        ("total-text", number::count(lang, total).into()),
        ("matching", matching.into()),
        ("matching-text", number::count(lang, matching).into()),
    ];
    if matching == total {
        lang.t_with("register-count-all", &args)
    } else {
        lang.t_with("register-count-some", &args)
    }
}

/// The form that searches and filters by a trip to the server.
fn form<F: Filter>(
    asked: &Query<F>,
    search: String,
    label: String,
    fields: Vec<AnyView>,
    lang: Lang,
) -> AnyView {
    // The first button is the one that Enter presses: it keeps the order.
    let keep_order = (asked.order != Order::default()).then_some("sortera");
    view! {
        <form
            class="filter"
            id=FORM
            method="get"
            action=format!("/{}", F::KIND.code())
            role="search"
            aria-label=label
        >
            <div class="field grow">
                <label for="sok">{search}</label>
                <span class="search-field">
                    <Icon symbol=Symbol::Search />
                    <input
                        type="search"
                        id="sok"
                        name="sok"
                        autocomplete="off"
                        maxlength="200"
                        value=asked.search.clone()
                    />
                </span>
            </div>
            {fields}
            <button class="btn" type="submit" name=keep_order value=asked.order.code()>
                {lang.t("register-filter-submit")}
            </button>
        </form>
    }
    .into_any()
}
