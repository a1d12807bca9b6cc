//! What one version has that another has not, in words and amounts.

use domain::calculation::difference::{Change, Head, difference};
use domain::calculation::{Calculation, Estimate, Evaluation, Line, Scenario, Scope};
use domain::money::Money;
use leptos::prelude::*;
use service::CalculationView;
use text::{Lang, name, number};

use crate::components::scroll::scroll;
use crate::islands::Shown;

/// The version on the page against the one that was chosen; the earlier of the two stands to the left.
pub(super) fn comparison(shown: &CalculationView, lang: Lang) -> Option<AnyView> {
    let chosen = shown.comparison.as_ref()?;
    let mine = &shown.calculation;
    let preferred = mine.preferred()?.id;
    let own = shown.results.iter().find(|one| one.alternative.id == preferred)?;
    let (before, after) = if chosen.other.number < mine.number {
        ((&chosen.other, &chosen.evaluation), (mine, &own.evaluation))
    } else {
        ((mine, &own.evaluation), (&chosen.other, &chosen.evaluation))
    };
    let written = Shown {
        lang,
        unit: after.0.unit,
    };
    let changes = difference(before.0, after.0);
    let rows: Vec<_> = changes
        .iter()
        .map(|change| row(change, before.0, after.0, written, lang))
        .collect();
    let none = rows
        .is_empty()
        .then(|| view! { <p class="note">{lang.t("calculation-compare-none")}</p> });
    let column = |calculation: &Calculation| {
        lang.t_with(
            "calculation-version-name",
            &[("number", calculation.number.to_string().into())],
        )
    };
    let (left, right) = (column(before.0), column(after.0));
    let nnv = Scope::ALL.map(|scope| {
        let title = lang.t(match scope {
            Scope::Financial => "calculation-compare-nnv-financial",
            Scope::FinancialAndRedistribution => "calculation-compare-nnv-both",
        });
        let value = |evaluation: &Evaluation| {
            let key = evaluation
                .results
                .get(&scope)
                .and_then(|all| all.get(&Scenario::Likely));
            key.map(|key| written.amount(key.nnv)).unwrap_or_default()
        };
        view! {
            <tr>
                <th scope="row">{title}</th>
                <td>{value(before.1)}</td>
                <td>{value(after.1)}</td>
            </tr>
        }
    });
    let caption = lang.t_with(
        "calculation-compare-caption",
        &[("unit", name::amount_unit(lang, after.0.unit).into())],
    );
    let table = view! {
        <table class="data">
            <caption>{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("calculation-compare-what")}</th>
                    <th scope="col">{left.clone()}</th>
                    <th scope="col">{right.clone()}</th>
                </tr>
            </thead>
            <tbody>{nnv.into_iter().collect::<Vec<_>>()} {rows}</tbody>
        </table>
    };
    let heading = lang.t_with(
        "calculation-compare-title",
        &[("before", left.into()), ("after", right.into())],
    );
    Some(
        view! {
            <section class="block" aria-labelledby="h-jamfor">
                <h2 id="h-jamfor">{heading}</h2>
                {none}
                {scroll("h-jamfor", "", table.into_any())}
            </section>
        }
        .into_any(),
    )
}

fn row(
    change: &Change<'_>,
    before: &Calculation,
    after: &Calculation,
    written: Shown,
    lang: Lang,
) -> AnyView {
    let dash = || "–".to_owned();
    let (what, old, new) = match change {
        Change::Head(head) => {
            let (key, value) = head_of(*head);
            let said = |calculation| value(calculation, lang).unwrap_or_else(dash);
            (lang.t(key), said(before), said(after))
        }
        Change::AlternativeAdded(one) => (lang.t("calculation-alternative"), dash(), one.name.clone()),
        Change::AlternativeRemoved(one) => (lang.t("calculation-alternative"), one.name.clone(), dash()),
        Change::LineAdded(_, line) => (line.name.clone(), dash(), summed(line, written, lang)),
        Change::LineRemoved(_, line) => (line.name.clone(), summed(line, written, lang), dash()),
        Change::LineWorded(old, new) => (new.name.clone(), worded(old, new, lang), worded(new, old, lang)),
        Change::Amount {
            line,
            year,
            before,
            after,
        } => {
            let said =
                |amount: &Option<Estimate<Money>>| amount.map_or_else(dash, |amount| three(amount, written));
            (format!("{}, {year}", line.name), said(before), said(after))
        }
    };
    view! {
        <tr>
            <th scope="row">{what}</th>
            <td>{old}</td>
            <td>{new}</td>
        </tr>
    }
    .into_any()
}

type Say = fn(&Calculation, Lang) -> Option<String>;

fn head_of(head: Head) -> (&'static str, Say) {
    match head {
        Head::BaseYear => ("calculation-base-year", |of, _| Some(of.base_year.to_string())),
        Head::Horizon => ("calculation-horizon", |of, _| Some(of.horizon_years.to_string())),
        Head::Rate => ("calculation-rate-short", |of, lang| {
            of.discount_rate.map(|rate| number::threshold(lang, rate))
        }),
        Head::RateSource => ("calculation-rate-source", |of, _| of.rate_source.clone()),
        Head::PriceLevel => ("calculation-price-level", |of, _| {
            of.price_level.map(|year| year.to_string())
        }),
        Head::ZeroAlternative => ("calculation-zero", |of, _| of.zero_alternative.clone()),
        Head::Assumptions => ("calculation-assumptions", |of, _| of.assumptions.clone()),
        Head::Preferred => ("calculation-preferred", |of, _| {
            of.preferred().map(|one| one.name.clone())
        }),
    }
}

/// Low, likely and high of a year.
fn three(amount: Estimate<Money>, written: Shown) -> String {
    let said = |money: Money| written.amount(money.kronor());
    format!(
        "{} – {} – {}",
        said(amount.low),
        said(amount.likely),
        said(amount.high)
    )
}

/// What a line is and comes to over all years, as likely.
fn summed(line: &Line, written: Shown, lang: Lang) -> String {
    let sum: Money = line.amounts.iter().map(|amount| amount.likely).sum();
    let class = name::line_class(lang, line.class);
    if line.amounts.is_empty() {
        class
    } else {
        format!("{class}, {}", written.amount(sum.kronor()))
    }
}

/// What of a line's words differs from the other.
fn worded(line: &Line, other: &Line, lang: Lang) -> String {
    let mut said = Vec::new();
    if line.name != other.name {
        said.push(line.name.clone());
    }
    if line.class != other.class {
        said.push(name::line_class(lang, line.class));
    }
    if line.benefit != other.benefit {
        said.push(lang.t(if line.benefit.is_some() {
            "calculation-compare-benefit"
        } else {
            "calculation-compare-no-benefit"
        }));
    }
    if line.note != other.note {
        said.push(line.note.clone().unwrap_or_else(|| "–".to_owned()));
    }
    said.join("; ")
}
