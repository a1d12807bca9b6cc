//! Appendix D: what is missing or remains.

use domain::standing::{GapKind, Standing};
use leptos::prelude::*;
use text::{name, number};

use super::super::document::{Doc, caption};
use crate::components::finding::Gap;
use crate::components::scroll::scroll;

/// What a gap is counted among.
fn out_of(kind: GapKind, standing: &Standing) -> Option<u32> {
    let count = |n: usize| u32::try_from(n).ok();
    match kind {
        GapKind::Unmeasured | GapKind::Missing => Some(standing.tally.due()),
        GapKind::Undated => Some(standing.tally.benefits()),
        GapKind::WithoutCalculation | GapKind::WithoutPlan => Some(standing.totals.development_objects),
        GapKind::GroupsUnjudged => count(standing.groups.len()),
        GapKind::AreasUnjudged => count(standing.areas.len()),
        GapKind::Late | GapKind::PartlyDelivered | GapKind::SusNeedsAction => {
            Some(standing.totals.deliveries)
        }
        GapKind::WithoutDelivery | GapKind::PlannedFollowups => None,
    }
}

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
            let count = match out_of(gap.kind, standing) {
                Some(all) => lang.t_with(
                    "report-gap-of",
                    &[
                        ("count", number::count(lang, gap.count).into()),
                        ("all", number::count(lang, all).into()),
                    ],
                ),
                None => number::count(lang, gap.count),
            };
            // What is listed elsewhere in the report is not listed twice.
            let listed = match gap.kind {
                GapKind::Unmeasured => lang.t("report-gap-in-chapter-4"),
                GapKind::WithoutCalculation | GapKind::WithoutPlan => lang.t("report-gap-in-appendix-b"),
                _ => {
                    // A name may be a sentence, and these stand within one.
                    let names = gap.names.iter().map(|name| name.trim_end_matches('.'));
                    names.collect::<Vec<_>>().join("; ")
                }
            };
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
                {caption(lang.t_with("report-appendix", &[("letter", "D".into())]), lang.t("report-gaps-caption"))}
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
