//! Which groups each area is mainly about, and what both have come to.

use domain::standing::{AreaStanding, Standing};
use leptos::prelude::*;
use text::{Lang, hyphen};

use super::super::document::{Doc, caption};
use crate::components::icon::{Icon, Symbol};
use crate::components::level::{JudgedChip, LevelSize};
use crate::components::links::area_anchor;
use crate::components::scroll::scroll;

fn marks_row(area: &AreaStanding, standing: &Standing, lang: Lang) -> AnyView {
    let marks: Vec<_> = standing
        .groups
        .iter()
        .map(|of| {
            let marked = area.main_groups.contains(&of.group.id).then(|| {
                view! {
                    <Icon symbol=Symbol::Ticked />
                    <span class="vh">{lang.t("common-main-group")}</span>
                }
            });
            view! { <td class="c">{marked}</td> }
        })
        .collect();
    view! {
        <tr>
            <th scope="row">
                <a href=format!("#{}", area_anchor(&area.number))>
                    <span class="no">{area.number.clone()}</span>
                    " "
                    {area.name.clone()}
                </a>
            </th>
            {marks}
            <td>
                <JudgedChip judged=area.assessment.clone() lang />
            </td>
        </tr>
    }
    .into_any()
}

pub(super) fn marks_table(doc: Doc) -> AnyView {
    let Doc { model, lang, .. } = doc;
    let standing = &model.standing;
    let heads: Vec<_> = standing
        .groups
        .iter()
        .map(|of| view! { <th scope="col" class="c">{hyphen::soft(&of.group.short_name)}</th> })
        .collect();
    let rows: Vec<_> = standing
        .areas
        .iter()
        .map(|area| marks_row(area, standing, lang))
        .collect();
    let levels: Vec<_> = standing
        .groups
        .iter()
        .map(|of| {
            view! {
                <td class="c">
                    <JudgedChip judged=of.assessment.clone() lang size=LevelSize::Tiny />
                </td>
            }
        })
        .collect();
    let table = view! {
        <table class="data marks">
            <caption>
                {caption(lang.t_with("report-table", &[("number", "3.2".into())]), lang.t("report-marks-caption"))}
            </caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("overview-area")}</th>
                    {heads}
                    <th scope="col">{lang.t("report-fulfilment")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            <tfoot>
                <tr>
                    <th scope="row">{lang.t("report-group-level")}</th>
                    {levels}
                    <td>
                        <JudgedChip judged=standing.assessment.clone() lang />
                    </td>
                </tr>
            </tfoot>
        </table>
    };
    scroll("k33", "outset", table.into_any())
}
