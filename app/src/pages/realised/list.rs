//! What was freed and what came in kronor, by area, group, year and kind; every number leads to the initiatives that it is
//! made of.

use domain::id::{AreaId, BenefitGroupId};
use domain::parted::{by_initiative, fold, within};
use leptos::prelude::*;
use service::{Realised, RealisedView};
use text::{Lang, number, realised};

use crate::api;
use crate::components::empty::Empty;
use crate::components::form_page::query_part;
use crate::components::links::{self, Links};
use crate::components::page::{Loaded, Title};
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::realised::{
    Part, area_rows, group_rows, initiative_tables, kind_table, sek_table, time_legend, time_table, year_rows,
};
use crate::components::switch::{asked_year, report_switch};

/// What the address asks for beside the report.
#[derive(Clone, Debug, Default)]
struct Asked {
    year: Option<i32>,
    area: Option<String>,
    group: Option<String>,
}

impl Asked {
    fn read() -> Self {
        Self {
            year: query_part("ar").and_then(|year| year.parse().ok()),
            area: query_part("omrade").filter(|number| !number.is_empty()),
            group: query_part("grupp").filter(|code| !code.is_empty()),
        }
    }

    /// The page with this selection, at the initiatives that it is made of.
    fn href(&self, links: Links) -> String {
        let mut href = links.realised();
        if let Some(year) = self.year {
            href.push_str(&format!("&ar={year}"));
        }
        for (name, value) in [("omrade", &self.area), ("grupp", &self.group)] {
            if let Some(value) = value {
                let value: String = value
                    .chars()
                    .filter(|c| c.is_alphanumeric() || ".-_".contains(*c))
                    .collect();
                href.push_str(&format!("&{name}={value}"));
            }
        }
        format!("{href}#initiativ")
    }
}

/// The page.
#[component]
pub fn RealisedPage() -> impl IntoView {
    let lang = api::lang();
    let asked = Asked::read();
    let load = api::realised(asked_year());
    view! {
        <Title text=lang.t("realised-title") />
        <Loaded load view=move |shown| page(shown.as_ref(), &asked, lang) />
    }
    .into_any()
}

fn page(shown: Option<&RealisedView>, asked: &Asked, lang: Lang) -> AnyView {
    let Some(shown) = shown else {
        return view! {
            <header class="page-head">
                <h1>{lang.t("realised-title")}</h1>
            </header>
            <Empty
                heading=lang.t("overview-no-report")
                text=lang.t("realised-no-report-text")
                page=true
            />
        }
        .into_any();
    };
    let links = Links {
        year: shown.report.to_year,
    };
    let realised = &shown.realised;
    let area = asked.area.as_ref().and_then(|wanted| {
        let mut areas = realised.areas.iter();
        areas.find(|(_, number, _)| number == wanted).map(|(id, ..)| *id)
    });
    let group = asked.group.as_ref().and_then(|wanted| {
        let mut groups = realised.groups.iter();
        groups.find(|(_, code, _)| code == wanted).map(|(id, ..)| *id)
    });
    let period = asked
        .year
        .map_or_else(|| shown.report.period(), |year| year.to_string());
    let time = within(&realised.time, asked.year, area, group);
    let kicker = report_switch(&shown.reports, &shown.report, lang, Links::realised);
    let whole = fold(&time).whole;
    let lead = (!whole.added.is_zero() && !whole.freed().is_zero()).then(|| {
        let (added, net) = (
            realised::hours(lang, whole.added),
            realised::hours(lang, whole.net()),
        );
        let said = lang.t_with(
            "realised-lead-added",
            &[("added", added.into()), ("net", net.into())],
        );
        view! { " " {said} }
    });
    let waits = waits(shown, lang);
    let nothing = realised.time.is_empty() && realised.sek.is_empty();
    let content = if nothing {
        view! {
            {waits}
            <Empty heading=lang.t("realised-empty") text=lang.t("realised-empty-text") page=true />
        }
        .into_any()
    } else {
        view! {
            {filter(shown, asked, lang)}
            {waits}
            {tables(realised, asked, (area, group), &period, links, lang)}
        }
        .into_any()
    };
    view! {
        <Crumbs home=links.overview() here=lang.t("realised-title") lang />
        <PageHead heading=realised::heading(lang, &whole, &period).into_any() kicker=Some(kicker)>
            <p class="lead">{lang.t("realised-lead")} {lead}</p>
        </PageHead>
        {content}
    }
    .into_any()
}

/// What is sent in is in no sum yet; whoever may approve it is led to it.
fn waits(shown: &RealisedView, lang: Lang) -> Option<AnyView> {
    let count = shown.waiting;
    let review = shown.may_approve.then(|| {
        let href = links::REALISED_REVIEW;
        view! { " " <a href=href>{lang.t("realised-review-link")}</a> }
    });
    let args = [("count", count.into()), ("text", number::len(lang, count).into())];
    let said = lang.t_with("realised-waits", &args);
    (count > 0).then(|| view! { <p class="note">{said} {review}</p> }.into_any())
}

fn filter(shown: &RealisedView, asked: &Asked, lang: Lang) -> AnyView {
    let option = |value: String, label: String, chosen: bool| {
        view! { <option value=value selected=chosen>{label}</option> }.into_any()
    };
    let select = |id: &'static str, label: String, all: String, options: Vec<AnyView>| {
        view! {
            <div class="field">
                <label for=id>{label}</label>
                <select id=id name=id>
                    <option value="">{all}</option>
                    {options}
                </select>
            </div>
        }
        .into_any()
    };
    let years = (shown.report.from_year..=shown.report.to_year)
        .map(|year| option(year.to_string(), year.to_string(), asked.year == Some(year)));
    let areas = shown.realised.areas.iter().map(|(_, number, name)| {
        let chosen = asked.area.as_ref() == Some(number);
        option(number.clone(), format!("{number} {name}"), chosen)
    });
    let groups = shown
        .realised
        .groups
        .iter()
        .map(|(_, code, name)| option(code.clone(), name.clone(), asked.group.as_ref() == Some(code)));
    view! {
        <form class="filter" method="get" action=links::REALISED aria-label=lang.t("realised-filter")>
            <input type="hidden" name="rapport" value=shown.report.to_year.to_string() />
            {select("ar", lang.t("realised-filter-year"), lang.t("realised-filter-years"), years.collect())}
            {select("omrade", lang.t("realised-filter-area"), lang.t("realised-filter-areas"), areas.collect())}
            {select("grupp", lang.t("realised-filter-group"), lang.t("realised-filter-groups"), groups.collect())}
            <button class="btn" type="submit">{lang.t("realised-filter")}</button>
        </form>
    }
    .into_any()
}

fn tables(
    realised: &Realised,
    asked: &Asked,
    (area, group): (Option<AreaId>, Option<BenefitGroupId>),
    period: &str,
    links: Links,
    lang: Lang,
) -> AnyView {
    let time_leaves = within(&realised.time, asked.year, area, group);
    let sek_leaves = within(&realised.sek, asked.year, area, group);
    let (time, sek) = (fold(&time_leaves), fold(&sek_leaves));
    let of_area = |number: &str| {
        let area = Some(number.to_owned());
        Asked {
            area,
            ..asked.clone()
        }
        .href(links)
    };
    let of_group = |code: &str| {
        let group = Some(code.to_owned());
        Asked {
            group,
            ..asked.clone()
        }
        .href(links)
    };
    let of_year = |year: i32| {
        let year = Some(year);
        Asked {
            year,
            ..asked.clone()
        }
        .href(links)
    };
    let here = asked.href(links);
    let time_by_area = Part {
        id: "tid-omraden",
        sub: false,
        heading: lang.t("realised-by-area"),
        what: lang.t("realised-area"),
        rows: area_rows(&time, realised, |_, number| of_area(number), lang),
        whole: Some(&time.whole),
    };
    let time_by_group = Part {
        id: "tid-grupper",
        sub: false,
        heading: lang.t("realised-by-group"),
        what: lang.t("realised-group"),
        rows: group_rows(&time, realised, |_, code| of_group(code), lang),
        whole: Some(&time.whole),
    };
    let time_by_year = Part {
        id: "tid-ar",
        sub: false,
        heading: lang.t("realised-by-year"),
        what: lang.t("realised-year"),
        rows: year_rows(&time, of_year),
        whole: Some(&time.whole),
    };
    let sek_by_area = Part {
        id: "kronor-omraden",
        sub: false,
        heading: lang.t("realised-sek-by-area"),
        what: lang.t("realised-area"),
        rows: area_rows(&sek, realised, |_, number| of_area(number), lang),
        whole: Some(&sek.whole),
    };
    let sek_by_group = Part {
        id: "kronor-grupper",
        sub: false,
        heading: lang.t("realised-sek-by-group"),
        what: lang.t("realised-group"),
        rows: group_rows(&sek, realised, |_, code| of_group(code), lang),
        whole: Some(&sek.whole),
    };
    let sek_by_year = Part {
        id: "kronor-ar",
        sub: false,
        heading: lang.t("realised-sek-by-year"),
        what: lang.t("realised-year"),
        rows: year_rows(&sek, of_year),
        whole: Some(&sek.whole),
    };
    let none = sek.whole.is_empty().then(|| {
        let said = lang.t_with("realised-sek-none", &[("period", period.into())]);
        view! { <p>{said}</p> }
    });
    let initiatives = initiative_tables(
        ("initiativ-tid", "initiativ-kronor", false),
        realised,
        &by_initiative(&time_leaves),
        &by_initiative(&sek_leaves),
        lang,
    );
    view! {
        {time_legend(lang)}
        {time_table(time_by_area, lang)}
        {time_table(time_by_group, lang)}
        {kind_table(("tid-omsatt", false), &time.whole, Some(&here), lang)}
        {time_table(time_by_year, lang)}
        {sek_table(sek_by_area, lang)}
        {sek_table(sek_by_group, lang)}
        {sek_table(sek_by_year, lang)}
        {none}
        <div id="initiativ">{initiatives}</div>
    }
    .into_any()
}
