//! The table in which many measures are logged.

use domain::form::row_field;
use domain::measure::Aggregation;
use leptos::prelude::*;
use rust_decimal::Decimal;
use service::rows::MeasureGround;
use service::{MeasurementRow, MeasurementsView};
use text::{Lang, measure};

use crate::components::finding::ApprovalMark;
use crate::components::form::{FieldProblem, FormView};
use crate::components::links;
use crate::components::scroll::scroll;

/// A row a measure.
pub(super) fn table(shown: &MeasurementsView, form: &FormView) -> AnyView {
    let lang = form.lang;
    let ratios = shown.rows.iter().any(is_ratio);
    let rows: Vec<_> = shown.rows.iter().map(|of| row(of, ratios, form)).collect();
    let below = ratios.then(|| view! { <th scope="col">{lang.t("measure-log-denominator")}</th> });
    let table = view! {
        <table class="data entry">
            <caption class="vh" id="h-rader">{lang.t("measurements-caption")}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("measure-name")}</th>
                    <th scope="col" class="n">{lang.t("measurements-before")}</th>
                    <th scope="col" class="n">{lang.t("measurements-target")}</th>
                    <th scope="col">{lang.t("measurements-value")}</th>
                    {below}
                    <th scope="col">{lang.t("measure-log-comment")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    view! { <p class="hint">{lang.t("measurements-keys")}</p> {scroll("h-rader", "", table.into_any())} }
        .into_any()
}

fn is_ratio(of: &MeasurementRow) -> bool {
    let now = of.measure.current();
    now.is_some_and(|now| now.aggregation == Aggregation::Ratio)
}

/// The names of the benefits, or whose the measure is else.
pub(super) fn benefits(ground: &[MeasureGround], lang: Lang) -> AnyView {
    if ground.is_empty() {
        return view! { <small>{lang.t("measure-goal-agency")}</small> }.into_any();
    }
    let names: Vec<_> = ground
        .iter()
        .map(|of| view! { <small>{of.benefit_name.clone()}</small> })
        .collect();
    names.into_any()
}

fn row(of: &MeasurementRow, ratios: bool, form: &FormView) -> AnyView {
    let lang = form.lang;
    let field = |column: &str| row_field(column, of.row);
    let now = of.measure.current();
    let per = now.map_or(Decimal::ONE_HUNDRED, |now| now.per());
    let unit = of.measure.unit();
    let before = of.before.map(|(period, value)| {
        view! { {measure::value(lang, value, per, unit)} <small>{measure::period(lang, period)}</small> }
    });
    let none = || view! { <span class="no-value">"–"</span> }.into_any();
    let targets: Vec<String> = of
        .targets
        .iter()
        .map(|target| measure::amount(lang, *target, unit))
        .collect();
    let source = of.source.clone().map(|source| {
        let said = lang.t_with("measurements-source-usual", &[("source", source.into())]);
        view! { <small>{said}</small> }
    });
    let source = source.map_or_else(
        || view! { <small>{lang.t("measurements-source-none")}</small> }.into_any(),
        IntoAny::into_any,
    );
    let begun = of.begun.map(|state| view! { <ApprovalMark state lang /> });
    let hidden = ["row_measure", "row_id", "row_version"].map(|column| {
        let value = form.value(&field(column));
        view! { <input type="hidden" name=format!("{column}[]") value=value /> }
    });
    let ratio = is_ratio(of);
    let (above, below) = match now {
        Some(now) if ratio => (now.numerator.clone(), now.denominator.clone()),
        _ => (None, None),
    };
    let above = match above {
        Some(what) => lang.t_with("measure-log-numerator-of", &[("what", what.into())]),
        None if ratio => lang.t("measure-log-numerator"),
        None if unit.is_empty() => lang.t("measurements-value"),
        None => lang.t_with("measure-log-value-unit", &[("unit", unit.into())]),
    };
    let below = match below {
        Some(what) => lang.t_with("measure-log-denominator-of", &[("what", what.into())]),
        None => lang.t("measure-log-denominator"),
    };
    let name = of.measure.name.clone();
    let shown_unit = (!ratio && !unit.is_empty()).then(|| view! { " " <small>{unit.to_owned()}</small> });
    let below = if ratio {
        view! {
            <td data-label=lang.t("measure-log-denominator")>
                {input(form, &field("denominator"), &format!("{below}, {name}"), "cell", Some("decimal"))}
            </td>
        }
        .into_any()
    } else {
        let empty = view! { <input type="hidden" name="denominator[]" value="" /> };
        if ratios {
            view! { <td>{empty}</td> }.into_any()
        } else {
            empty.into_any()
        }
    };
    let comment = lang.t("measure-log-comment");
    // A denominator that nobody sees stands beside the value: the columns are as many in each row.
    let (below, unseen) = if ratio || ratios {
        (Some(below), None)
    } else {
        (None, Some(below))
    };
    view! {
        <tr data-row="">
            <th scope="row">
                <a href=links::measure(of.measure.id)>{name.clone()}</a>
                {begun}
                {benefits(&of.ground, lang)}
                {source}
                {hidden}
            </th>
            <td class="n" data-label=lang.t("measurements-before")>{before.map_or_else(none, IntoAny::into_any)}</td>
            <td class="n" data-label=lang.t("measurements-target")>
                {if targets.is_empty() { none() } else { targets.join(", ").into_any() }}
            </td>
            <td data-label=lang.t("measurements-value")>
                {input(form, &field("value"), &format!("{above}, {name}"), "cell", Some("decimal"))}
                {shown_unit}
                {unseen}
            </td>
            {below}
            <td data-label=comment.clone()>{input(form, &field("comment"), &format!("{comment}, {name}"), "", None)}</td>
        </tr>
    }
    .into_any()
}

fn input(
    form: &FormView,
    field: &str,
    label: &str,
    class: &'static str,
    mode: Option<&'static str>,
) -> AnyView {
    let wrong = form.message(field).is_some();
    let column = domain::form::column_of(field).to_owned();
    view! {
        <FieldProblem form=form.clone() name=field.to_owned() />
        <input
            type="text"
            class=class
            id=field.to_owned()
            name=format!("{column}[]")
            value=form.value(field)
            autocomplete="off"
            inputmode=mode
            aria-label=label.to_owned()
            aria-invalid=wrong.then_some("true")
            aria-describedby=wrong.then(|| format!("{field}-fel"))
        />
    }
    .into_any()
}
