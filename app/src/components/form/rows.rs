//! Rows of fields, and the button that adds one.

use domain::figure::FigureRole;
use domain::form::{column_of, row_field};
use leptos::prelude::*;
use text::{Lang, name, number};

use super::{Choice, Field, FormView, Hidden, Need, Select};
use crate::components::help::{Help, HelpWord};

/// How many rows to show of some columns: those that are typed, and at least so many.
pub fn row_count(form: &FormView, columns: &[&str], least: usize) -> usize {
    let typed = columns.iter().map(|column| form.values(column).len()).max();
    typed.unwrap_or(0).max(least)
}

/// Whether a part that is folded away is to be open: something is typed in its columns or wrong with them,
/// or one more row of it was asked for.
pub fn is_in_use(form: &FormView, columns: &[&str], adds: &str) -> bool {
    let typed = columns
        .iter()
        .flat_map(|column| form.values(column))
        .any(|typed| !typed.trim().is_empty());
    let wrong = || {
        let messages = form.messages();
        messages
            .iter()
            .any(|(field, _)| columns.contains(&column_of(field)))
    };
    typed || form.asks_for(adds) || wrong()
}

/// Asks for one more row. Nothing is saved by it; what is typed stays.
#[component]
pub fn RowButton(
    /// What the form's parts share.
    form: FormView,
    /// What the form calls it: "add_launch".
    action: &'static str,
    /// Text of the button.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! {
        <p class="row-button">
            // Whoever has just asked for a row goes on beside it.
            <button class="btn quiet" type="submit" name="action" value=action autofocus=form.asks_for(action)>
                {text}
            </button>
        </p>
    }
}

/// Puts the fields of figures into a form.
pub fn with_figures(form: FormView) -> FormView {
    let lang = form.lang;
    // What nobody chose is not stated.
    let roles = std::iter::once(FigureRole::NotStated)
        .chain(
            FigureRole::ALL
                .into_iter()
                .filter(|role| *role != FigureRole::NotStated),
        )
        .map(|role| Choice::new(role.code(), name::upper_first(&name::figure_role(lang, role))));
    let exact = vec![
        Choice::new("", lang.t("form-figure-exact")),
        Choice::new("about", lang.t("form-figure-about")),
    ];
    let readings = vec![
        Choice::new("", lang.t("form-reading-stated")),
        Choice::new("interpreted", lang.t("form-reading-interpreted")),
    ];
    form.field("figure_what", lang.t("form-figure-what"))
        .one_of("figure_about", lang.t("form-figure-precision"), exact)
        .field("figure_value", lang.t("form-figure-value"))
        .field("figure_value_to", lang.t("form-figure-value-to"))
        .field("figure_unit", lang.t("form-figure-unit"))
        .field("figure_period", lang.t("form-figure-period"))
        .one_of("figure_role", lang.t("form-figure-role"), roles.collect())
        .one_of("figure_reading", lang.t("form-figure-reading"), readings)
}

/// The figures of a form, a row each: folded away while there are none.
#[component]
pub fn FigureFields(
    /// What the form's parts share, [`with_figures`].
    form: FormView,
) -> impl IntoView {
    let lang = form.lang;
    let rows = row_count(&form, &["figure_what", "figure_value"], 0);
    let columns = [
        "figure_what",
        "figure_value",
        "figure_value_to",
        "figure_unit",
        "figure_period",
    ];
    let open = is_in_use(&form, &columns, "add_figure");
    let fields: Vec<_> = (0..rows.max(1)).map(|row| figure_row(&form, row, lang)).collect();
    view! {
        <details class="part" open=open>
            <summary>{lang.t("form-figures")}</summary>
            <p class="hint">
                {lang.t("form-figures-hint")} " "
                <Help word=HelpWord::Baseline place="siffror" lang />
            </p>
            {fields}
            <RowButton form=form.clone() action="add_figure" text=lang.t("form-figure-add") />
        </details>
    }
}

fn figure_row(form: &FormView, row: usize, lang: Lang) -> AnyView {
    let field = |column: &str| row_field(column, row);
    let legend = lang.t_with(
        "form-figure-row",
        &[("row", number::len(lang, row.saturating_add(1)).into())],
    );
    let open = !form.value(&field("figure_reading")).is_empty();
    let reading = view! {
        <details class="read-from" open=open>
            <summary>{lang.t("form-read-from")}</summary>
            <Select form=form.clone() name=field("figure_reading") need=Need::Sometimes />
        </details>
    };
    view! {
        <fieldset class="row">
            <legend>{legend}</legend>
            <Hidden form=form.clone() name=field("figure_id") />
            <Field form=form.clone() name=field("figure_what") need=Need::Sometimes />
            <div class="four">
                <Select form=form.clone() name=field("figure_about") need=Need::Sometimes />
                <Field form=form.clone() name=field("figure_value") need=Need::Sometimes inputmode="decimal" />
                <Field form=form.clone() name=field("figure_value_to") need=Need::Never inputmode="decimal" />
                <Field form=form.clone() name=field("figure_unit") need=Need::Sometimes />
            </div>
            <div class="two">
                <Field form=form.clone() name=field("figure_period") need=Need::Never />
                <Select form=form.clone() name=field("figure_role") need=Need::Sometimes />
            </div>
            {reading}
        </fieldset>
    }
    .into_any()
}
