//! Portfolios.

use leptos::prelude::*;
use service::StructureView;
use text::{Lang, name};

use super::{change_cell, head, table, validity};
use crate::components::empty::Empty;

pub(super) fn portfolios(shown: &StructureView, lang: Lang) -> AnyView {
    let rows: Vec<_> = shown
        .portfolios
        .iter()
        .map(|portfolio| {
            let portfolio = &portfolio.value;
            let change = change_cell(
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
                    {change}
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
            shown,
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
