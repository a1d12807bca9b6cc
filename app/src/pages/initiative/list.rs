//! The register of initiatives.

use domain::id::InitiativeId;
use domain::initiative::InitiativeStatus;
use domain::reading::Reading;
use leptos::prelude::*;
use service::InitiativeListView;
use text::{Lang, name, number};

use crate::api;
use crate::components::empty::Empty;
use crate::components::finding::{DevelopmentObjectTag, Gap, InitiativeMark, Interpreted};
use crate::components::form_page::query_part;
use crate::components::help::{Help, HelpWord};
use crate::components::icon::{Icon, Symbol};
use crate::components::links;
use crate::components::page::{Loaded, Title};
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::scroll::scroll;
use crate::islands::{RowFilter, TableFilter};

/// What the area's filter has for initiatives without one.
const NO_AREA: &str = "utan";

/// A row of the register.
struct Line {
    id: InitiativeId,
    name: String,
    label: Option<Reading<String>>,
    development_object: bool,
    area: Option<(String, String)>,
    status: Reading<InitiativeStatus>,
    deliveries: u32,
    benefits: u32,
    statements: u32,
    /// What it is searched in, in small letters.
    searched: String,
}

impl Line {
    fn area_number(&self) -> &str {
        self.area.as_ref().map_or(NO_AREA, |(number, _)| number)
    }

    fn fits(&self, filter: &RowFilter) -> bool {
        filter.fits(&self.searched, self.area_number(), self.development_object)
    }
}

/// A key that sorts names as the Swedish alphabet does: å comes before ä, as it does not among
/// characters.
fn alphabetical(name: &str) -> String {
    name.to_lowercase().replace('å', "\u{e3}")
}

/// What the register is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Order {
    /// Area, then name: as it comes.
    #[default]
    Area,
    Name,
    Status,
    Deliveries,
    Benefits,
    Statements,
}

impl Order {
    const ALL: [Self; 6] = [
        Self::Name,
        Self::Area,
        Self::Status,
        Self::Deliveries,
        Self::Benefits,
        Self::Statements,
    ];

    fn code(self) -> &'static str {
        match self {
            Self::Area => "omrade",
            Self::Name => "namn",
            Self::Status => "status",
            Self::Deliveries => "leveranser",
            Self::Benefits => "nyttor",
            Self::Statements => "konstaterade",
        }
    }

    fn label(self, lang: Lang) -> String {
        lang.t(match self {
            Self::Area => "initiative-column-area",
            Self::Name => "initiative-column-name",
            Self::Status => "initiative-column-status",
            Self::Deliveries => "initiative-column-deliveries",
            Self::Benefits => "initiative-column-benefits",
            Self::Statements => "initiative-column-statements",
        })
    }

    /// Numbers are read from the largest.
    fn descends(self) -> bool {
        matches!(self, Self::Deliveries | Self::Benefits | Self::Statements)
    }

    fn sort(self, rows: &mut [Line]) {
        match self {
            Self::Area => {}
            Self::Name => rows.sort_by_cached_key(|row| alphabetical(&row.name)),
            Self::Status => rows.sort_by_key(|row| row.status.value),
            Self::Deliveries => rows.sort_by_key(|row| std::cmp::Reverse(row.deliveries)),
            Self::Benefits => rows.sort_by_key(|row| std::cmp::Reverse(row.benefits)),
            Self::Statements => rows.sort_by_key(|row| std::cmp::Reverse(row.statements)),
        }
    }
}

/// The register with search and filter; both stand in the address.
#[component]
pub fn InitiativeListPage() -> impl IntoView {
    let lang = api::lang();
    let filter = RowFilter {
        words: query_part("sok").unwrap_or_default(),
        area: query_part("omrade").unwrap_or_default(),
        development_objects: query_part("uo").is_some_and(|uo| uo == "1"),
    };
    let order = query_part("sortera").unwrap_or_default();
    let order = Order::ALL
        .into_iter()
        .find(|known| known.code() == order)
        .unwrap_or_default();
    view! { <Loaded load=api::initiatives() view=move |shown| page(shown, &filter, order, lang) /> }
        .into_any()
}

fn page(shown: InitiativeListView, filter: &RowFilter, order: Order, lang: Lang) -> AnyView {
    let mut rows = lines(shown);
    let total = rows.len();
    let areas = areas(&rows);
    let marked = rows.iter().filter(|row| row.development_object).count();
    order.sort(&mut rows);
    let fitting = rows.iter().filter(|row| row.fits(filter)).count();
    let any_fits = fitting > 0;
    let heading = lang.t_with(
        "initiative-list-heading",
        &[
            ("count", total.into()),
            ("count-text", number::len(lang, total).into()),
            ("marked", marked.into()),
            ("marked-text", number::len(lang, marked).into()),
        ],
    );
    let register = if rows.is_empty() {
        let (heading, text) = (
            lang.t("initiative-list-none"),
            lang.t("initiative-list-none-text"),
        );
        view! { <Empty heading text page=true /> }.into_any()
    } else {
        let total = number::len(lang, total);
        let count = &[("shown", "{shown}".into()), ("total", total.into())];
        view! {
            {filter_form(filter, order, &areas, lang)}
            <div class="result-line">
                <TableFilter
                    form="filter".to_owned()
                    rows="rader".to_owned()
                    empty="inga-traffar".to_owned()
                    shown=u32::try_from(fitting).unwrap_or(u32::MAX)
                    sentence=lang.t_with("initiative-list-count", count)
                />
                <a href="/initiativ">{lang.t("initiative-filter-clear")}</a>
            </div>
            {table(&rows, filter, order, lang)}
            <div class="no-match" id="inga-traffar" hidden=any_fits>
                <Empty
                    heading=lang.t("initiative-list-no-match")
                    text=lang.t("initiative-list-no-match-text")
                    page=true
                />
            </div>
            <p class="note">
                {lang.t("initiative-list-note")} " " <Help word=HelpWord::Interpreted lang />
            </p>
        }
        .into_any()
    };
    view! {
        <Title text=lang.t("initiative-list-title") />
        <Crumbs here=lang.t("initiative-list-title") lang />
        <PageHead heading=heading.into_any()>
            <p class="meta-line">{lang.t("initiative-list-lead")}</p>
        </PageHead>
        {register}
    }
    .into_any()
}

fn lines(shown: InitiativeListView) -> Vec<Line> {
    let lines = shown.rows.into_iter().map(|row| {
        let area = row
            .area_number
            .map(|number| (number, row.area_name.unwrap_or_default()));
        let label = row.label.as_ref().map(|label| label.value.as_str());
        let (number, name) = area
            .as_ref()
            .map(|(number, name)| (number.as_str(), name.as_str()))
            .unzip();
        let parts = [Some(row.name.as_str()), label, number, name];
        let searched = parts
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
            .to_lowercase();
        Line {
            id: row.id,
            development_object: row.development_object,
            status: row.status,
            deliveries: row.deliveries,
            benefits: row.benefits,
            statements: row.statements,
            searched,
            area,
            label: row.label,
            name: row.name,
        }
    });
    lines.collect()
}

/// The areas that initiatives belong to, by number.
fn areas(rows: &[Line]) -> Vec<(String, String)> {
    let mut areas: Vec<(String, String)> = rows.iter().filter_map(|row| row.area.clone()).collect();
    areas.sort_by_cached_key(|(number, _)| domain::area::number_order(number));
    areas.dedup();
    areas
}

/// The form that searches and filters by a trip to the server.
fn filter_form(filter: &RowFilter, order: Order, areas: &[(String, String)], lang: Lang) -> AnyView {
    let option = |value: &str, label: String, chosen: &str| {
        let selected = value == chosen;
        view! {
            <option value=value.to_owned() selected=selected>
                {label}
            </option>
        }
    };
    let area_options: Vec<_> = areas
        .iter()
        .map(|(number, name)| option(number, format!("{number} {name}"), &filter.area))
        .collect();
    let kind = if filter.development_objects { "1" } else { "" };
    // The first button is the one that Enter presses: it keeps the order.
    let keep_order = (order != Order::default()).then_some("sortera");
    view! {
        <form
            class="filter"
            id="filter"
            method="get"
            action="/initiativ"
            role="search"
            aria-label=lang.t("initiative-search-label")
        >
            <div class="field grow">
                <label for="sok">{lang.t("initiative-search")}</label>
                <span class="search-field">
                    <Icon symbol=Symbol::Search />
                    <input type="search" id="sok" name="sok" autocomplete="off" value=filter.words.clone() />
                </span>
            </div>
            <div class="field">
                <label for="omrade">{lang.t("initiative-column-area")}</label>
                <select id="omrade" name="omrade">
                    {option("", lang.t("initiative-filter-area-all"), &filter.area)}
                    {area_options}
                    {option(NO_AREA, lang.t("initiative-no-area"), &filter.area)}
                </select>
            </div>
            <div class="field">
                <label for="uo">{lang.t("initiative-column-kind")}</label>
                <select id="uo" name="uo">
                    {option("", lang.t("initiative-filter-kind-all"), kind)}
                    {option("1", lang.t("initiative-filter-kind-marked"), kind)}
                </select>
            </div>
            <button class="btn" type="submit" name=keep_order value=order.code()>
                {lang.t("initiative-filter-submit")}
            </button>
        </form>
    }
    .into_any()
}

/// All rows; those that do not fit are hidden, so that the island can bring them back.
fn table(rows: &[Line], filter: &RowFilter, order: Order, lang: Lang) -> AnyView {
    let sorted = [("order", name::lower_first(&order.label(lang)).into())];
    let body: Vec<_> = rows
        .iter()
        .map(|row| table_row(row, !row.fits(filter), lang))
        .collect();
    let table = view! {
        <table class="data register initiatives">
            <caption class="vh" id="registret">
                {lang.t_with("initiative-list-caption", &sorted)}
            </caption>
            <thead>
                <tr>
                    {heading(Order::Name, order, lang)}
                    <th scope="col">{lang.t("initiative-column-kind")}</th>
                    {heading(Order::Area, order, lang)}
                    {heading(Order::Status, order, lang)}
                    {heading(Order::Deliveries, order, lang)}
                    {heading(Order::Benefits, order, lang)}
                    {heading(Order::Statements, order, lang)}
                </tr>
            </thead>
            <tbody id="rader">{body}</tbody>
        </table>
    };
    scroll("registret", "", table.into_any())
}

/// A column's head: a button of the filter's form, so that sorting needs no script.
fn heading(column: Order, order: Order, lang: Lang) -> AnyView {
    let here = column == order;
    let direction = if column.descends() {
        "descending"
    } else {
        "ascending"
    };
    let symbol = if here { Symbol::Up } else { Symbol::Sort };
    view! {
        <th scope="col" class=column.descends().then_some("n") aria-sort=here.then_some(direction)>
            <button class="sort" type="submit" form="filter" name="sortera" value=column.code()>
                {column.label(lang)}
                <Icon symbol />
            </button>
        </th>
    }
    .into_any()
}

fn table_row(row: &Line, hidden: bool, lang: Lang) -> AnyView {
    let label = row.label.clone().map(|label| {
        view! {
            " "
            <small>
                <Interpreted text=label.value interpreted=label.interpreted lang />
            </small>
        }
    });
    let kind = if row.development_object {
        view! { <DevelopmentObjectTag lang /> }.into_any()
    } else {
        view! {
            <span class="muted" aria-hidden="true">"–"</span>
            <span class="vh">{lang.t("initiative-not-marked")}</span>
        }
        .into_any()
    };
    let area = match row.area.clone() {
        Some((number, name)) => view! { <span class="no" title=name>{number}</span> }.into_any(),
        None => view! { <Gap text=lang.t("initiative-no-area") /> }.into_any(),
    };
    // Nothing there yet is a gap, not a number among numbers.
    let count = |count: u32| match count {
        0 => view! { <Gap text=lang.t("initiative-none") /> }.into_any(),
        count => number::count(lang, count).into_any(),
    };
    view! {
        <tr
            hidden=hidden
            data-text=row.searched.clone()
            data-area=row.area_number().to_owned()
            data-uo=row.development_object.then_some("1")
        >
            <th scope="row">
                <a href=links::initiative(row.id)>{row.name.clone()}</a>
                {label}
            </th>
            <td>{kind}</td>
            <td>{area}</td>
            <td>
                <InitiativeMark status=row.status lang />
            </td>
            <td class="n">{count(row.deliveries)}</td>
            <td class="n">{count(row.benefits)}</td>
            <td class="n">{count(row.statements)}</td>
        </tr>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swedish_letters_come_last_in_their_order() {
        let mut names = ["Öppna data", "Ärenden", "Åtgärder", "Zoner", "arkiv"];
        names.sort_by_cached_key(|name| alphabetical(name));
        assert_eq!(names, ["arkiv", "Zoner", "Åtgärder", "Ärenden", "Öppna data"]);
    }
}
