//! Benefit groups.

use leptos::prelude::*;
use service::StructureView;
use text::{Lang, name};

use super::{change_cell, head, table, validity};
use crate::components::empty::Empty;

pub(super) fn groups(shown: &StructureView, lang: Lang) -> AnyView {
    let rows: Vec<_> = shown
        .groups
        .iter()
        .map(|group| {
            let group = &group.value;
            let change = change_cell(
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
                    {change}
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
    let content = if rows.is_empty() {
        view! { <Empty heading=lang.t("structure-groups-none") text=lang.t("structure-groups-none-text") /> }
            .into_any()
    } else {
        table(
            shown,
            "h-grupper",
            lang.t("structure-groups-caption"),
            &heads,
            rows.into_any(),
            lang,
        )
    };
    view! {
        <section class="block" aria-label=lang.t("structure-groups")>
            {head("h-nyttogrupper", lang.t("structure-groups"), Some(add), shown)}
            {content}
        </section>
    }
    .into_any()
}
