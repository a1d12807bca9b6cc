//! Units, and the benefits whose unit has ended.

use leptos::prelude::*;
use service::StructureView;
use text::{Lang, date};

use super::{change_cell, head, table, validity};
use crate::components::empty::{Empty, Quiet};
use crate::components::links;

pub(super) fn units(shown: &StructureView, lang: Lang) -> AnyView {
    let parent = |id: Option<domain::id::UnitId>| {
        let found = shown.units.iter().find(|unit| Some(unit.value.id) == id);
        found.map(|unit| unit.value.name.clone()).unwrap_or_default()
    };
    let rows: Vec<_> = shown
        .units
        .iter()
        .map(|unit| {
            let unit = &unit.value;
            let change = change_cell(shown, format!("/struktur/enhet/{}", unit.id), &unit.name, lang);
            let ended = unit
                .has_ended(shown.today)
                .then(|| view! { " " <span class="tag">{lang.t("structure-ended")}</span> });
            view! {
                <tr id=format!("unit-{}", unit.id) tabindex="-1">
                    <th scope="row">{unit.name.clone()}</th>
                    <td>{unit.kind.clone()}</td>
                    <td>{parent(unit.parent)}</td>
                    <td>{validity(unit.valid_from, unit.valid_to, lang)} {ended}</td>
                    {change}
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
            shown,
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

/// Benefits whose unit has ended: somebody has to take them over. Nothing before there is a portfolio.
pub(super) fn orphans(shown: &StructureView, lang: Lang) -> Option<AnyView> {
    if shown.is_unfinished && shown.orphans.is_empty() {
        return None;
    }
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
            let change = change_cell(shown, path, &orphan.name, lang);
            view! {
                <tr>
                    <th scope="row">{orphan.name.clone()}</th>
                    <td>
                        <a href=links::initiative(orphan.initiative)>{orphan.initiative_name.clone()}</a>
                    </td>
                    <td>{why}</td>
                    {change}
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
            shown,
            "h-herrelosa",
            lang.t("structure-orphans-caption"),
            &heads,
            rows.into_any(),
            lang,
        )
    };
    Some(
        view! {
            <section class="block" aria-labelledby="h-utan-enhet">
                {head("h-utan-enhet", lang.t("structure-orphans"), None, shown)}
                {content}
            </section>
        }
        .into_any(),
    )
}
