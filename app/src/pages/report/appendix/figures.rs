//! Appendix A: every figure with its place.

use domain::report_model::{Place, PlacedFigure, placed};
use leptos::prelude::*;
use text::{date, figure, name, report};

use super::super::document::{Doc, caption};
use crate::components::figures::place_href;
use crate::components::finding::Interpreted;
use crate::components::links::delivery_anchor;
use crate::components::scroll::scroll;

/// The appendix.
pub(super) fn figures(doc: Doc) -> AnyView {
    let Doc { model, lang, .. } = doc;
    let has_sources = report::has_sources(model);
    let rows: Vec<_> = (1..)
        .zip(placed(model))
        .map(|(number, placed)| figure_row(number, placed, has_sources, doc))
        .collect();
    if rows.is_empty() {
        return doc.gap("report-no-figures");
    }
    let table = view! {
        <table class="data compact sources">
            <caption>
                {caption(
                    lang.t_with("report-table", &[("number", "A.1".into())]),
                    lang.t("report-figures-caption"),
                )}
            </caption>
            <thead>
                <tr>
                    <th scope="col" class="n">{lang.t("report-figure-number")}</th>
                    <th scope="col">{lang.t("report-figure")}</th>
                    <th scope="col" class="n">{lang.t("report-figure-value")}</th>
                    <th scope="col">{lang.t("report-figure-period")}</th>
                    <th scope="col">{lang.t("report-figure-role")}</th>
                    <th scope="col">{lang.t("report-figure-place")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    view! {
        <p>{report::figures_text(lang, has_sources)}</p>
        {scroll("ka", "outset", table.into_any())}
    }
    .into_any()
}

fn figure_row(number: usize, placed: PlacedFigure, has_sources: bool, doc: Doc) -> AnyView {
    let Doc { lang, linked, .. } = doc;
    let figure = placed.figure;
    let period = figure
        .period
        .as_ref()
        .map_or_else(|| "–".to_owned(), |period| date::period(lang, period));
    let delivery = placed.delivery.map(|delivery| {
        view! { <a href=format!("#{}", delivery_anchor(delivery.id))>{delivery.name.clone()}</a> }
    });
    let place = lang.t(match placed.place {
        Place::Delivery(_) => "report-place-delivery",
        Place::Expected(_) => "report-place-expected",
        Place::Realised(_) => "report-place-realised",
    });
    // What stands alone leads nowhere else.
    let place = match linked {
        true => view! { <a href=place_href(placed.place)>{place}</a> }.into_any(),
        false => place.into_any(),
    };
    let sources = match placed.place {
        Place::Realised(statement) => statement.sources.as_slice(),
        Place::Delivery(_) | Place::Expected(_) => &[],
    };
    let sources = report::figure_sources(lang, has_sources, sources);
    view! {
        <tr id=format!("siffra-{number}")>
            <td class="n">{number}</td>
            <th scope="row">{figure.what.clone()}</th>
            <td class="n">{figure::written(lang, figure)}</td>
            <td>{period}</td>
            <td>
                <Interpreted
                    text=name::figure_role(lang, figure.role.value)
                    interpreted=figure.role.interpreted
                    lang
                />
            </td>
            <td>{placed.area.to_owned()} " " {delivery} " " <small>
                    {place}
                    {sources}
                </small></td>
        </tr>
    }
    .into_any()
}
