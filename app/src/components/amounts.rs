//! Amounts that statements mention, each leading to the initiative that it comes from.

use domain::standing::{Amount, Standing};
use leptos::prelude::*;
use text::{Lang, date, figure, name, number};

use super::empty::Empty;
use super::links::{self, Links};

/// Amounts that stand among other things.
const AMONG_OTHERS: usize = 25;

/// The first amounts, and the way to all of them where there are more.
pub fn first_amounts(standing: &Standing, lang: Lang) -> AnyView {
    let amounts = &standing.amounts;
    if amounts.is_empty() {
        return no_amounts(false, lang);
    }
    let first = amounts.get(..AMONG_OTHERS).unwrap_or(amounts);
    let all = (amounts.len() > AMONG_OTHERS).then(|| {
        let links = Links {
            year: standing.report.to_year,
        };
        let text = lang.t_with(
            "overview-all",
            &[("count", number::len(lang, amounts.len()).into())],
        );
        view! { <p class="do"><a href=links.amounts()>{text}</a></p> }
    });
    view! { {amount_table(first, lang)} {all} }.into_any()
}

/// What is said where no statement mentions an amount: in a section, or right below the page's heading.
pub fn no_amounts(page: bool, lang: Lang) -> AnyView {
    view! { <Empty heading=lang.t("overview-amounts-none") text=lang.t("overview-amounts-none-text") page /> }
        .into_any()
}

/// The table of some amounts.
pub fn amount_table(amounts: &[Amount], lang: Lang) -> AnyView {
    let rows: Vec<_> = amounts.iter().map(|amount| row(amount, lang)).collect();
    view! {
        <table class="data">
            <caption>{lang.t("overview-amounts-caption")}</caption>
            <thead class="vh">
                <tr>
                    <th scope="col">{lang.t("overview-amount")}</th>
                    <th scope="col">{lang.t("overview-amount-what")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(amount: &Amount, lang: Lang) -> AnyView {
    let value = figure::amount(
        lang,
        amount.value,
        amount.value_to,
        &amount.unit,
        amount.approximate,
    );
    let role = name::figure_role(lang, amount.role.value);
    let remark = match &amount.period {
        Some(period) => format!("{}, {role}", date::period(lang, period)),
        None => role,
    };
    view! {
        <tr>
            <td class="n">
                <b>{value}</b>
            </td>
            <th scope="row">
                <a href=links::initiative(amount.initiative)>{name::upper_first(&amount.what)}</a>
                " "
                <small>{remark}</small>
            </th>
        </tr>
    }
    .into_any()
}
