//! What the table is to read and to write in: its heads, and two groups of lines.

use leptos::prelude::*;
use text::Lang;

use crate::islands::{BENEFITS, COSTS};

/// A table with a column for each of the years, under these heads.
pub(super) fn framed<Y, L>(
    caption: String,
    years: Vec<Y>,
    (costs, benefits): (Vec<L>, Vec<L>),
    lang: Lang,
) -> AnyView
where
    Y: IntoView + 'static,
    L: IntoView + 'static,
{
    let span = years.len().saturating_add(2).to_string();
    let group = |id: &'static str, title: String, lines: Vec<L>| {
        view! {
            <tbody id=id>
                <tr><th scope="rowgroup" colspan=span.clone()>{title}</th></tr>
                {lines}
            </tbody>
        }
    };
    view! {
        <table class="data sheet" id="poster">
            <caption>{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("calculation-line")}</th>
                    <th scope="col">{lang.t("calculation-estimate")}</th>
                    {years}
                </tr>
            </thead>
            {group(COSTS, lang.t("calculation-costs"), costs)}
            {group(BENEFITS, lang.t("calculation-benefits"), benefits)}
        </table>
    }
    .into_any()
}
