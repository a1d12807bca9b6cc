//! What was freed and what came in kronor: tables with bars inside, for the whole and for one area.

use std::collections::BTreeMap;

use domain::freed_time::{Disposition, DispositionKind, TimeTally};
use domain::id::{AreaId, BenefitGroupId, InitiativeId};
use domain::parted::{Parted, by_initiative, fold};
use domain::percent::Percent;
use domain::sek_value::{SekTally, SekValue};
use leptos::prelude::*;
use rust_decimal::Decimal;
use service::Realised;
use text::{Lang, name, number, realised};

use super::bars::{Fill, bar, legend};
use super::scroll::scroll;

/// What some of the freed time was turned into.
pub fn disposition(one: &Disposition, lang: Lang) -> AnyView {
    let kind = realised::disposition(lang, one.kind);
    let said = match one.hours {
        Some(hours) => lang.t_with(
            "realised-time-hours-into",
            &[
                ("kind", kind.into()),
                ("hours", realised::hours(lang, hours).into()),
            ],
        ),
        None => lang.t_with("realised-time-words-into", &[("kind", kind.into())]),
    };
    let text = one.text.clone().map(|text| view! { ". " <span>{text}</span> });
    view! { <li>{said} {text}</li> }.into_any()
}

/// A row of a table: what it is called, where its number opens into what it is made of, and how much.
pub struct Row<T> {
    /// What it is called.
    pub name: String,
    /// Where it leads.
    pub href: Option<String>,
    /// How much.
    pub amount: T,
}

/// A part of the page that says what its rows are.
pub struct Part<'a, T> {
    /// Id of the heading.
    pub id: &'static str,
    /// The heading.
    pub heading: String,
    /// It is a part of a section that has a heading of its own.
    pub sub: bool,
    /// What a row is.
    pub what: String,
    /// The rows.
    pub rows: Vec<Row<T>>,
    /// All of it; none where the rows do not say it all.
    pub whole: Option<&'a T>,
}

/// Rows by area, those of the report in their order, and what lies in none.
pub fn area_rows<T: Clone>(
    all: &Parted<T>,
    realised: &Realised,
    href: impl Fn(AreaId, &str) -> String,
    lang: Lang,
) -> Vec<Row<T>> {
    let rows = realised.areas.iter().filter_map(|(id, number, name)| {
        Some(Row {
            name: format!("{number} {name}"),
            href: Some(href(*id, number)),
            amount: all.areas.get(id)?.clone(),
        })
    });
    let outside = all.outside.clone().map(|amount| Row {
        name: lang.t("realised-outside"),
        href: None,
        amount,
    });
    rows.chain(outside).collect()
}

/// Rows by group, in their order, and what belongs to none.
pub fn group_rows<T: Clone>(
    all: &Parted<T>,
    realised: &Realised,
    href: impl Fn(BenefitGroupId, &str) -> String,
    lang: Lang,
) -> Vec<Row<T>> {
    let rows = realised.groups.iter().filter_map(|(id, code, name)| {
        Some(Row {
            name: name.clone(),
            href: Some(href(*id, code)),
            amount: all.groups.get(id)?.clone(),
        })
    });
    let ungrouped = all.ungrouped.clone().map(|amount| Row {
        name: lang.t("realised-ungrouped"),
        href: None,
        amount,
    });
    rows.chain(ungrouped).collect()
}

/// Rows by year.
pub fn year_rows<T: Clone>(all: &Parted<T>, href: impl Fn(i32) -> String) -> Vec<Row<T>> {
    let rows = all.years.iter().map(|(year, amount)| Row {
        name: year.to_string(),
        href: Some(href(*year)),
        amount: amount.clone(),
    });
    rows.collect()
}

/// A part of the longest bar, in percent.
fn share(part: Decimal, longest: Decimal) -> Decimal {
    part.checked_mul(Decimal::ONE_HUNDRED)
        .and_then(|part| Percent::mean(part, longest))
        .map_or(Decimal::ZERO, |share| share.capped().value())
}

fn head<T>(row: &Row<T>, lang: Lang) -> AnyView {
    let name = row.name.clone();
    let content = match row.href.clone() {
        Some(href) => {
            let made_of = lang.t("realised-made-of");
            view! { <a href=href>{name} <span class="vh">": " {made_of}</span></a> }.into_any()
        }
        None => name.into_any(),
    };
    view! { <th scope="row">{content}</th> }.into_any()
}

/// A number that leads to what it is made of.
fn cell(text: String, href: Option<&String>) -> AnyView {
    match href {
        Some(href) => view! { <td class="n"><a href=href.clone()>{text}</a></td> }.into_any(),
        None => view! { <td class="n">{text}</td> }.into_any(),
    }
}

fn time_cells(tally: &TimeTally, href: Option<&String>, lang: Lang) -> AnyView {
    let hours = |number: Decimal| realised::hours(lang, number);
    view! {
        {cell(hours(tally.freed()), href)}
        {cell(hours(tally.known()), href)}
        {cell(hours(tally.unknown), href)}
        {cell(hours(tally.added), href)}
        {cell(hours(tally.net()), href)}
    }
    .into_any()
}

/// Freed time by something, with a bar a row: where it went is known, unknown, or it was added instead.
pub fn time_table(part: Part<TimeTally>, lang: Lang) -> AnyView {
    let Part {
        id,
        heading,
        sub,
        what,
        rows,
        whole,
    } = part;
    if rows.is_empty() {
        return ().into_any();
    }
    let longest = rows.iter().map(|row| row.amount.freed() + row.amount.added).max();
    let longest = longest.unwrap_or_default();
    let rows: Vec<_> = rows
        .iter()
        .map(|row| {
            let tally = &row.amount;
            let bar = bar([
                (share(tally.known(), longest), Fill::Solid),
                (share(tally.unknown, longest), Fill::Dashed),
                (share(tally.added, longest), Fill::Hatched),
            ]);
            view! {
                <tr>
                    {head(row, lang)} <td class="plot">{bar}</td> {time_cells(tally, row.href.as_ref(), lang)}
                </tr>
            }
        })
        .collect();
    let whole = whole.map(|tally| {
        view! {
            <tfoot>
                <tr>
                    <th scope="row">{lang.t("realised-whole")}</th>
                    <td class="plot"></td>
                    {time_cells(tally, None, lang)}
                </tr>
            </tfoot>
        }
    });
    let table = view! {
        <table class="bars">
            <caption class="vh">{heading.clone()}</caption>
            <thead>
                <tr>
                    <th scope="col">{what}</th>
                    <th scope="col">
                        <span class="vh">{lang.t("realised-bar")}</span>
                    </th>
                    <th scope="col" class="n">{lang.t("realised-freed")}</th>
                    <th scope="col" class="n">{lang.t("realised-known")}</th>
                    <th scope="col" class="n">{lang.t("realised-unknown")}</th>
                    <th scope="col" class="n">{lang.t("realised-added")}</th>
                    <th scope="col" class="n">{lang.t("realised-net")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            {whole}
        </table>
    };
    block(id, heading, sub, scroll(id, "", table.into_any()))
}

fn block(id: &'static str, heading: String, sub: bool, content: AnyView) -> AnyView {
    let heading = if sub {
        view! { <h3 id=id>{heading}</h3> }.into_any()
    } else {
        view! { <h2 id=id>{heading}</h2> }.into_any()
    };
    view! { <section class="block" aria-labelledby=id>{heading} {content}</section> }.into_any()
}

/// What the time was turned into, the unknown among it.
pub fn kind_table(
    (id, sub): (&'static str, bool),
    tally: &TimeTally,
    href: Option<&String>,
    lang: Lang,
) -> AnyView {
    if tally.freed().is_zero() {
        return ().into_any();
    }
    let freed = tally.freed();
    let known = DispositionKind::ALL
        .into_iter()
        .map(|kind| {
            (
                realised::disposition(lang, kind),
                tally.into_kind(kind),
                Fill::Solid,
            )
        })
        .filter(|(_, hours, _)| !hours.is_zero());
    let unknown = (
        lang.t("realised-disposition-unknown"),
        tally.unknown,
        Fill::Dashed,
    );
    let all: Vec<_> = known.chain([unknown]).collect();
    let longest = all.iter().map(|(_, hours, _)| *hours).max().unwrap_or_default();
    let rows: Vec<_> = all
        .into_iter()
        .map(|(name, hours, fill)| {
            let part = hours.checked_mul(Decimal::ONE_HUNDRED);
            let part = part.and_then(|part| Percent::mean(part, freed));
            let part = part.map_or_else(|| "–".to_owned(), |part| number::share(lang, part, 0));
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td class="plot">{bar([(share(hours, longest), fill)])}</td>
                    {cell(realised::hours(lang, hours), href)}
                    <td class="n">{part}</td>
                </tr>
            }
        })
        .collect();
    let heading = lang.t("realised-by-kind");
    let table = view! {
        <table class="bars">
            <caption class="vh">{heading.clone()}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("realised-kind")}</th>
                    <th scope="col">
                        <span class="vh">{lang.t("realised-bar")}</span>
                    </th>
                    <th scope="col" class="n">{lang.t("realised-hours-head")}</th>
                    <th scope="col" class="n">{lang.t("realised-share")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            <tfoot>
                <tr>
                    <th scope="row">{lang.t("realised-whole")}</th>
                    <td class="plot"></td>
                    <td class="n">{realised::hours(lang, freed)}</td>
                    <td class="n">{number::share(lang, Percent::HUNDRED, 0)}</td>
                </tr>
            </tfoot>
        </table>
    };
    block(id, heading, sub, scroll(id, "", table.into_any()))
}

/// Outcomes in kronor by something, a column a class: classes are never added up.
pub fn sek_table(part: Part<SekTally>, lang: Lang) -> AnyView {
    let Part {
        id,
        heading,
        sub,
        what,
        rows,
        whole,
    } = part;
    if rows.is_empty() {
        return ().into_any();
    }
    let cells = |tally: &SekTally, href: Option<&String>| {
        let cells: Vec<AnyView> = SekValue::CLASSES
            .into_iter()
            .map(|class| match tally.of(class) {
                Some(money) => cell(number::tkr(lang, money), href),
                None => view! { <td class="n">"–"</td> }.into_any(),
            })
            .collect();
        cells.into_any()
    };
    let heads: Vec<_> = SekValue::CLASSES
        .into_iter()
        .map(|class| view! { <th scope="col" class="n">{name::value_class(lang, class)}</th> })
        .collect();
    let rows: Vec<_> = rows
        .iter()
        .map(|row| view! { <tr>{head(row, lang)} {cells(&row.amount, row.href.as_ref())}</tr> })
        .collect();
    let whole = whole.map(|tally| {
        view! {
            <tfoot>
                <tr>
                    <th scope="row">{lang.t("realised-whole")}</th>
                    {cells(tally, None)}
                </tr>
            </tfoot>
        }
    });
    let table = view! {
        <table class="data">
            <caption class="vh">{heading.clone()}</caption>
            <thead>
                <tr>
                    <th scope="col">{what}</th>
                    {heads}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            {whole}
        </table>
    };
    block(id, heading, sub, scroll(id, "", table.into_any()))
}

/// What the patterns of the bars mean.
pub fn time_legend(lang: Lang) -> AnyView {
    legend([
        (Fill::Solid, lang.t("realised-legend-known")),
        (Fill::Dashed, lang.t("realised-legend-unknown")),
        (Fill::Hatched, lang.t("realised-legend-added")),
    ])
}

/// The initiatives that the hours and kronor are of, each with both.
pub fn initiative_tables(
    (time_id, sek_id, sub): (&'static str, &'static str, bool),
    realised: &Realised,
    time: &BTreeMap<InitiativeId, TimeTally>,
    sek: &BTreeMap<InitiativeId, SekTally>,
    lang: Lang,
) -> AnyView {
    let named = |of: &InitiativeId| realised.initiatives.get(of).cloned().unwrap_or_default();
    let href = |of: &InitiativeId| Some(super::links::initiative(*of));
    let mut time_rows: Vec<Row<TimeTally>> = time
        .iter()
        .map(|(of, amount)| Row {
            name: named(of),
            href: href(of),
            amount: amount.clone(),
        })
        .collect();
    time_rows.sort_by(|one, other| one.name.cmp(&other.name));
    let mut sek_rows: Vec<Row<SekTally>> = sek
        .iter()
        .map(|(of, amount)| Row {
            name: named(of),
            href: href(of),
            amount: amount.clone(),
        })
        .collect();
    sek_rows.sort_by(|one, other| one.name.cmp(&other.name));
    let (whole_time, whole_sek) = (
        time.values()
            .cloned()
            .fold(TimeTally::default(), std::ops::Add::add),
        sek.values()
            .cloned()
            .fold(SekTally::default(), std::ops::Add::add),
    );
    let time = time_table(
        Part {
            id: time_id,
            sub,
            heading: lang.t("realised-by-initiative"),
            what: lang.t("realised-initiative"),
            rows: time_rows,
            whole: Some(&whole_time),
        },
        lang,
    );
    let sek = sek_table(
        Part {
            id: sek_id,
            sub,
            heading: lang.t("realised-sek-by-initiative"),
            what: lang.t("realised-initiative"),
            rows: sek_rows,
            whole: Some(&whole_sek),
        },
        lang,
    );
    view! { {time} {sek} }.into_any()
}

/// The section of one area: what its benefits freed and gave, where the time went, and the initiatives behind it.
pub fn area_section(realised: &Realised, period: &str, all: String, lang: Lang) -> AnyView {
    if realised.time.is_empty() && realised.sek.is_empty() {
        return ().into_any();
    }
    let (time, sek) = (fold(&realised.time), fold(&realised.sek));
    let said = realised::heading(lang, &time.whole, period);
    let kinds = kind_table(("frigjord-omsatt", true), &time.whole, None, lang);
    let time = by_initiative(&realised.time);
    let none = sek
        .whole
        .is_empty()
        .then(|| lang.t_with("realised-sek-none", &[("period", period.into())]));
    let sek = by_initiative(&realised.sek);
    view! {
        <section class="block" id="frigjord-tid" aria-labelledby="h-frigjord">
            <h2 id="h-frigjord">{said}</h2>
            {time_legend(lang)}
            {kinds}
            {initiative_tables(("frigjord-initiativ", "kronor-initiativ", true), realised, &time, &sek, lang)}
            {none.map(|said| view! { <p>{said}</p> })}
            <p class="do">
                <a href=all>{lang.t("realised-link")}</a>
            </p>
        </section>
    }
    .into_any()
}
