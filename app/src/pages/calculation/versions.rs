//! All versions of an initiative's calculation.

use leptos::prelude::*;
use service::CalculationView;
use text::{Lang, date};

use crate::components::finding::ApprovalMark;
use crate::components::links;
use crate::components::scroll::scroll;

/// The versions, the newest first, each held against the one on the page.
pub(super) fn versions(shown: &CalculationView, lang: Lang) -> AnyView {
    let here = shown.calculation.id;
    let rows: Vec<_> = shown
        .versions
        .iter()
        .map(|version| {
            let number = version.number.to_string();
            let name = lang.t_with("calculation-version-name", &[("number", number.clone().into())]);
            let name = if version.id == here {
                view! { <b aria-current="page">{name}</b> }.into_any()
            } else {
                view! { <a href=links::calculation(version.id)>{name}</a> }.into_any()
            };
            let promise = version
                .promise
                .then(|| view! { " " <span class="tag">{lang.t("calculation-promise")}</span> });
            let reviewed = version.reviewed.clone().map(|(by, at)| {
                let args = [("name", by.into()), ("day", date::moment(lang, at).into())];
                lang.t_with("calculation-reviewed-by", &args)
            });
            let compare = (version.id != here).then(|| {
                let href = format!("{}?jamfor={number}#h-jamfor", links::calculation(here));
                view! { <a href=href>{lang.t_with("calculation-compare", &[("number", number.into())])}</a> }
            });
            view! {
                <tr>
                    <th scope="row">{name} {promise}</th>
                    <td><ApprovalMark state=version.state lang /></td>
                    <td>{reviewed}</td>
                    <td>{compare}</td>
                </tr>
            }
        })
        .collect();
    let table = view! {
            <table class="data compact">
                <caption class="vh">{lang.t("calculation-versions")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{lang.t("calculation-version-head")}</th>
                        <th scope="col">{lang.t("calculation-state-head")}</th>
                        <th scope="col">{lang.t("calculation-reviewed-head")}</th>
                        <th scope="col">{lang.t("calculation-compare-head")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
    };
    view! {
        <section class="block" aria-labelledby="h-versioner">
            <h2 id="h-versioner">{lang.t("calculation-versions")}</h2>
            <p class="note">{lang.t("calculation-versions-note")}</p>
            {scroll("h-versioner", "", table.into_any())}
        </section>
    }
    .into_any()
}
