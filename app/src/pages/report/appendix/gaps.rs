//! Appendix D: what is missing or remains.

use leptos::prelude::*;
use text::{name, report};

use super::super::document::{Doc, caption};
use crate::components::finding::Gap;
use crate::components::scroll::scroll;

/// The appendix.
pub(super) fn gaps(doc: Doc) -> AnyView {
    let Doc { model, lang, .. } = doc;
    let standing = &model.standing;
    let registry = (model.report.registry_number.is_none()).then(|| {
        view! {
            <tr>
                <th scope="row">{lang.t("report-registry-number-own")}</th>
                <td>
                    <Gap text=lang.t("report-missing") />
                </td>
                <td></td>
            </tr>
        }
    });
    let rows: Vec<_> = standing
        .gaps
        .iter()
        .map(|gap| {
            let count = report::gap_count(lang, gap, standing);
            let listed = report::gap_listed(lang, gap);
            view! {
                <tr>
                    <th scope="row">{name::upper_first(&name::gap(lang, gap.kind, gap.count))}</th>
                    <td class="nb">
                        <Gap text=count />
                    </td>
                    <td>{listed}</td>
                </tr>
            }
        })
        .collect();
    if rows.is_empty() && registry.is_none() {
        return view! { <p>{lang.t("overview-gaps-none-text")}</p> }.into_any();
    }
    let table = view! {
        <table class="data gap-table">
            <caption>
                {caption(lang.t_with("report-table", &[("number", "D.1".into())]), lang.t("report-gaps-caption"))}
            </caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("report-gap-what")}</th>
                    <th scope="col">{lang.t("report-gap-count")}</th>
                    <th scope="col">{lang.t("report-gap-which")}</th>
                </tr>
            </thead>
            <tbody>{rows} {registry}</tbody>
        </table>
    };
    scroll("kd", "outset", table.into_any())
}
