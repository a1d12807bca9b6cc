//! All that the portfolio is ordered by, with ways to change it.

use chrono::NaiveDate;
use domain::area::Budget;
use leptos::prelude::*;
use service::{AreaSetView, StructureView};
use text::{Lang, date, name, number};

use crate::api;
use crate::components::empty::{Empty, Quiet};
use crate::components::form_page::query_part;
use crate::components::links;
use crate::components::page::{Loaded, Title};
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::receipt::{Receipt, ReceiptKind};
use crate::components::scroll::scroll;

/// The structure.
#[component]
pub fn StructurePage() -> impl IntoView {
    let lang = api::lang();
    let done = query_part("klart");
    view! { <Loaded load=api::structure() view=move |shown| page(&shown, done.as_deref(), lang) /> }
        .into_any()
}

fn page(shown: &StructureView, done: Option<&str>, lang: Lang) -> AnyView {
    let areas: usize = shown.sets.iter().map(|set| set.areas.len()).sum();
    let existing = shown
        .units
        .iter()
        .filter(|unit| !unit.value.has_ended(shown.today))
        .count();
    let heading = lang.t_with(
        "structure-heading",
        &[
            ("areas", areas.into()),
            ("areas-text", number::len(lang, areas).into()),
            ("groups", shown.groups.len().into()),
            ("groups-text", number::len(lang, shown.groups.len()).into()),
            ("units", existing.into()),
            ("units-text", number::len(lang, existing).into()),
        ],
    );
    let start = shown.is_unfinished.then(|| {
        view! {
            <p>{lang.t("start-link-text")} " " <a href=links::START>{lang.t("start-link")}</a></p>
        }
    });
    view! {
        <Title text=lang.t("structure-title") />
        <Crumbs here=lang.t("structure-title") lang />
        {notice(done, lang)}
        <PageHead heading=heading.into_any()>
            <p class="lead">{lang.t("structure-lead")}</p>
            {start}
        </PageHead>
        {agency(shown, lang)}
        {sets(shown, lang)}
        {groups(shown, lang)}
        {units(shown, lang)}
        {orphans(shown, lang)}
        {portfolios(shown, lang)}
    }
    .into_any()
}

fn notice(done: Option<&str>, lang: Lang) -> Option<AnyView> {
    let (kind, heading, next) = match done? {
        "sparat" => (ReceiptKind::Done, "structure-done", "structure-done-next"),
        "borttaget" => (ReceiptKind::Done, "structure-removed", "structure-removed-next"),
        "anvands" => (ReceiptKind::NotDone, "structure-in-use", "structure-in-use-next"),
        "hann-fore" => (
            ReceiptKind::NotDone,
            "structure-not-first",
            "structure-not-first-next",
        ),
        _ => return None,
    };
    let (heading, next, close) = (lang.t(heading), lang.t(next), lang.t("form-receipt-close"));
    Some(view! { <Receipt kind heading next without="/struktur" close /> }.into_any())
}

/// The link to a form, where the actor may use it.
fn change(shown: &StructureView, path: String, what: &str, lang: Lang) -> Option<AnyView> {
    shown.may_write.then(|| {
        view! {
            <a href=path>
                {lang.t("structure-change")} <span class="vh">" " {what.to_owned()}</span>
            </a>
        }
        .into_any()
    })
}

fn head(id: &'static str, heading: String, add: Option<(String, String)>, shown: &StructureView) -> AnyView {
    let add = add.filter(|_| shown.may_write).map(|(path, text)| {
        view! {
            <div class="actions">
                <a class="btn" href=path>
                    {text}
                </a>
            </div>
        }
    });
    view! {
        <div class="block-head">
            <h2 id=id>{heading}</h2>
            {add}
        </div>
    }
    .into_any()
}

fn agency(shown: &StructureView, lang: Lang) -> AnyView {
    let add = match shown.agency {
        Some(_) => None,
        None => Some(("/struktur/myndighet".to_owned(), lang.t("structure-agency-new"))),
    };
    let content = match &shown.agency {
        Some(agency) => {
            let change = change(shown, "/struktur/myndighet".to_owned(), &agency.name, lang);
            let currency = lang.t_with("structure-agency-in", &[("currency", (&agency.currency).into())]);
            view! { <p><b>{agency.name.clone()}</b> ", " {currency} " " {change}</p> }.into_any()
        }
        None => view! {
            <Empty heading=lang.t("structure-agency-none") text=lang.t("structure-agency-none-text") />
        }
        .into_any(),
    };
    view! {
        <section class="block" id="myndighet" tabindex="-1" aria-labelledby="h-myndighet">
            {head("h-myndighet", lang.t("structure-agency"), add, shown)}
            {content}
        </section>
    }
    .into_any()
}

/// "från 1 januari 2022 till 31 december 2024", as far as it is known.
fn validity(from: Option<NaiveDate>, to: Option<NaiveDate>, lang: Lang) -> String {
    let day = |day| date::day(lang, day).into();
    match (from, to) {
        (Some(from), Some(to)) => lang.t_with("structure-between", &[("from", day(from)), ("to", day(to))]),
        (Some(from), None) => lang.t_with("structure-from", &[("from", day(from))]),
        (None, Some(to)) => lang.t_with("structure-to", &[("to", day(to))]),
        (None, None) => lang.t("structure-always"),
    }
}

fn sets(shown: &StructureView, lang: Lang) -> AnyView {
    let sets: Vec<_> = shown.sets.iter().map(|set| area_set(set, shown, lang)).collect();
    let content = if sets.is_empty() {
        view! { <Empty heading=lang.t("structure-sets-none") text=lang.t("structure-sets-none-text") /> }
            .into_any()
    } else {
        sets.into_any()
    };
    let add = (
        "/struktur/omradesmangd".to_owned(),
        lang.t("structure-area-set-new"),
    );
    view! {
        <section class="block" aria-labelledby="h-omraden">
            {head("h-omraden", lang.t("structure-areas"), Some(add), shown)}
            {content}
        </section>
    }
    .into_any()
}

fn area_set(of: &AreaSetView, shown: &StructureView, lang: Lang) -> AnyView {
    let set = &of.set.value;
    let id = format!("area_set-{}", set.id);
    let rows: Vec<_> = of
        .areas
        .iter()
        .map(|area| {
            let area = &area.value;
            let budgets: Vec<String> = area
                .budgets
                .iter()
                .map(|budget| budget_text(budget, lang))
                .collect();
            let label = format!("{} {}", area.number, area.name);
            let change = change(shown, format!("/struktur/omrade/{}", area.id), &label, lang);
            let budgets = if budgets.is_empty() {
                "–".to_owned()
            } else {
                budgets.join("; ")
            };
            view! {
                <tr id=format!("area-{}", area.id) tabindex="-1">
                    <th scope="row"><span class="no">{area.number.clone()}</span> " " {area.name.clone()}</th>
                    <td>{budgets}</td>
                    <td>{change}</td>
                </tr>
            }
        })
        .collect();
    let caption = format!("h-{id}");
    let what = set.name.clone();
    let add = shown.may_write.then(|| {
        view! {
            " "
            <a href=format!("/struktur/omrade?mangd={}", set.id)>
                {lang.t("structure-area-add")} <span class="vh">" " {what.clone()}</span>
            </a>
        }
    });
    let change = change(
        shown,
        format!("/struktur/omradesmangd/{}", set.id),
        &set.name,
        lang,
    );
    let table = view! {
        <table class="data">
            <caption id=caption.clone()>
                <b>{set.name.clone()}</b> ", " {validity(set.valid_from, set.valid_to, lang)}
            </caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("structure-area")}</th>
                    <th scope="col">{lang.t("structure-area-budgets")}</th>
                    <th scope="col"><span class="vh">{lang.t("structure-change")}</span></th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    view! {
        <div id=id tabindex="-1" class="structure-set">
            {scroll(&caption, "", table.into_any())}
            <p class="do">{change} {add}</p>
        </div>
    }
    .into_any()
}

/// "330 000 tkr 2022–2024".
fn budget_text(budget: &Budget, lang: Lang) -> String {
    let amount = lang.t_with("area-tkr", &[("amount", number::tkr(lang, budget.amount).into())]);
    if budget.from_year == budget.to_year {
        format!("{amount} {}", budget.from_year)
    } else {
        format!("{amount} {}–{}", budget.from_year, budget.to_year)
    }
}

fn groups(shown: &StructureView, lang: Lang) -> AnyView {
    let rows: Vec<_> = shown
        .groups
        .iter()
        .map(|group| {
            let group = &group.value;
            let change = change(
                shown,
                format!("/struktur/nyttogrupp/{}", group.id),
                &group.name,
                lang,
            );
            let ended = group.ended_on.map(|day| validity(None, Some(day), lang));
            view! {
                <tr id=format!("benefit_group-{}", group.id) tabindex="-1">
                    <th scope="row">{group.name.clone()}</th>
                    <td>{name::group_kind(lang, group.kind)}</td>
                    <td>{group.short_name.clone()}</td>
                    <td>{ended}</td>
                    <td>{change}</td>
                </tr>
            }
        })
        .collect();
    let heads = [
        "structure-group",
        "structure-group-kind",
        "structure-group-short",
        "structure-validity",
    ];
    let add = ("/struktur/nyttogrupp".to_owned(), lang.t("structure-group-new"));
    let table = table(
        "h-grupper",
        lang.t("structure-groups-caption"),
        &heads,
        rows.into_any(),
        lang,
    );
    view! {
        <section class="block" aria-label=lang.t("structure-groups")>
            {head("h-nyttogrupper", lang.t("structure-groups"), Some(add), shown)}
            {table}
        </section>
    }
    .into_any()
}

fn table(id: &'static str, caption: String, heads: &[&str], rows: AnyView, lang: Lang) -> AnyView {
    let heads: Vec<_> = heads
        .iter()
        .map(|key| view! { <th scope="col">{lang.t(key)}</th> })
        .collect();
    let table = view! {
        <table class="data">
            <caption id=id>{caption}</caption>
            <thead>
                <tr>
                    {heads}
                    <th scope="col"><span class="vh">{lang.t("structure-change")}</span></th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    scroll(id, "", table.into_any())
}

fn units(shown: &StructureView, lang: Lang) -> AnyView {
    let parent = |id: Option<domain::id::UnitId>| {
        let found = shown.units.iter().find(|unit| Some(unit.value.id) == id);
        found.map(|unit| unit.value.name.clone()).unwrap_or_default()
    };
    let rows: Vec<_> = shown
        .units
        .iter()
        .map(|unit| {
            let unit = &unit.value;
            let change = change(shown, format!("/struktur/enhet/{}", unit.id), &unit.name, lang);
            let ended = unit
                .has_ended(shown.today)
                .then(|| view! { " " <span class="tag">{lang.t("structure-ended")}</span> });
            view! {
                <tr id=format!("unit-{}", unit.id) tabindex="-1">
                    <th scope="row">{unit.name.clone()}</th>
                    <td>{unit.kind.clone()}</td>
                    <td>{parent(unit.parent)}</td>
                    <td>{validity(unit.valid_from, unit.valid_to, lang)} {ended}</td>
                    <td>{change}</td>
                </tr>
            }
        })
        .collect();
    let heads = [
        "structure-unit",
        "structure-unit-kind",
        "structure-unit-parent",
        "structure-validity",
    ];
    let content = if rows.is_empty() {
        view! { <Empty heading=lang.t("structure-units-none") text=lang.t("structure-units-none-text") /> }
            .into_any()
    } else {
        table(
            "h-enhetslista",
            lang.t("structure-units-caption"),
            &heads,
            rows.into_any(),
            lang,
        )
    };
    let add = ("/struktur/enhet".to_owned(), lang.t("structure-unit-new"));
    view! {
        <section class="block" aria-labelledby="h-enheter">
            {head("h-enheter", lang.t("structure-units"), Some(add), shown)}
            {content}
        </section>
    }
    .into_any()
}

/// Benefits whose unit has ended: somebody has to take them over.
fn orphans(shown: &StructureView, lang: Lang) -> AnyView {
    let rows: Vec<_> = shown
        .orphans
        .iter()
        .map(|orphan| {
            let key = if orphan.is_owner {
                "structure-orphan-owner"
            } else {
                "structure-orphan-recipient"
            };
            let ended = date::day(lang, orphan.ended);
            let why = lang.t_with(key, &[("unit", (&orphan.unit).into()), ("day", ended.into())]);
            let path = format!(
                "{}/nytta/{}",
                links::initiative(orphan.initiative),
                orphan.benefit
            );
            let change = change(shown, path, &orphan.name, lang);
            view! {
                <tr>
                    <th scope="row">{orphan.name.clone()}</th>
                    <td>
                        <a href=links::initiative(orphan.initiative)>{orphan.initiative_name.clone()}</a>
                    </td>
                    <td>{why}</td>
                    <td>{change}</td>
                </tr>
            }
        })
        .collect();
    let heads = [
        "structure-orphan-benefit",
        "structure-orphan-initiative",
        "structure-orphan-why",
    ];
    let content = if rows.is_empty() {
        view! { <Quiet heading=lang.t("structure-orphans-none") text=lang.t("structure-orphans-none-text") /> }
            .into_any()
    } else {
        table(
            "h-herrelosa",
            lang.t("structure-orphans-caption"),
            &heads,
            rows.into_any(),
            lang,
        )
    };
    view! {
        <section class="block" aria-labelledby="h-utan-enhet">
            {head("h-utan-enhet", lang.t("structure-orphans"), None, shown)}
            {content}
        </section>
    }
    .into_any()
}

fn portfolios(shown: &StructureView, lang: Lang) -> AnyView {
    let rows: Vec<_> = shown
        .portfolios
        .iter()
        .map(|portfolio| {
            let portfolio = &portfolio.value;
            let change = change(
                shown,
                format!("/struktur/portfolj/{}", portfolio.id),
                &portfolio.name,
                lang,
            );
            let ended = portfolio.ended_on.map(|day| validity(None, Some(day), lang));
            view! {
                <tr id=format!("portfolio-{}", portfolio.id) tabindex="-1">
                    <th scope="row">{portfolio.name.clone()}</th>
                    <td>{name::portfolio_kind(lang, portfolio.kind)}</td>
                    <td>{ended}</td>
                    <td>{change}</td>
                </tr>
            }
        })
        .collect();
    let heads = [
        "structure-portfolio",
        "structure-portfolio-kind",
        "structure-validity",
    ];
    let content = if rows.is_empty() {
        view! {
            <Empty heading=lang.t("structure-portfolios-none") text=lang.t("structure-portfolios-none-text") />
        }
        .into_any()
    } else {
        table(
            "h-portfoljlista",
            lang.t("structure-portfolios-caption"),
            &heads,
            rows.into_any(),
            lang,
        )
    };
    let add = ("/struktur/portfolj".to_owned(), lang.t("structure-portfolio-new"));
    view! {
        <section class="block" aria-labelledby="h-portfoljer">
            {head("h-portfoljer", lang.t("structure-portfolios"), Some(add), shown)}
            {content}
        </section>
    }
    .into_any()
}
