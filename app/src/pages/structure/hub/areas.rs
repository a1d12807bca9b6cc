//! Sets of investment areas, and what each area has to spend.

use domain::area::Budget;
use domain::report::years;
use leptos::prelude::*;
use service::{AreaSetView, StructureView};
use text::{Lang, number};

use super::{change_cell, change_head, head, validity};
use crate::components::empty::Empty;
use crate::components::scroll::scroll;

pub(super) fn sets(shown: &StructureView, lang: Lang) -> AnyView {
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
            let change = change_cell(shown, format!("/struktur/omrade/{}", area.id), &label, lang);
            let budgets = if budgets.is_empty() {
                "–".to_owned()
            } else {
                budgets.join("; ")
            };
            view! {
                <tr id=format!("area-{}", area.id) tabindex="-1">
                    <th scope="row"><span class="no">{area.number.clone()}</span> " " {area.name.clone()}</th>
                    <td>{budgets}</td>
                    {change}
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
    let change = shown.may_write.then(|| {
        view! {
            <a href=format!("/struktur/omradesmangd/{}", set.id)>
                {lang.t("structure-area-set-change")} <span class="vh">" " {set.name.clone()}</span>
            </a>
        }
    });
    let table = view! {
        <table class="data">
            <caption id=caption.clone()>
                <b>{set.name.clone()}</b> ", " {validity(set.valid_from, set.valid_to, lang)}
            </caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("structure-area")}</th>
                    <th scope="col">{lang.t("structure-area-budgets")}</th>
                    {change_head(shown, lang)}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    let empty = of
        .areas
        .is_empty()
        .then(|| view! { <p class="note">{lang.t("structure-set-empty")}</p> });
    view! {
        <div id=id tabindex="-1" class="structure-set">
            {scroll(&caption, "", table.into_any())}
            {empty}
            <p class="do">{add} " " {change}</p>
        </div>
    }
    .into_any()
}

/// "330 000 tkr 2022–2024".
fn budget_text(budget: &Budget, lang: Lang) -> String {
    let amount = lang.t_with("area-tkr", &[("amount", number::tkr(lang, budget.amount).into())]);
    format!("{amount} {}", years(budget.from_year, budget.to_year))
}
