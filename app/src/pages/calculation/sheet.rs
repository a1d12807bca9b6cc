//! The lines of an alternative: a table to read, or one to write in.

mod frame;
mod problems;
mod read;
mod rows;
mod short;

use domain::calculation::LineClass;
use domain::form::{CalculationLinesForm, LINES_MAX};
use leptos::prelude::*;
use service::{CalculationView, FormState, Outcome};
use text::{Lang, name};

use self::frame::framed;
use self::problems::by_line;
use self::rows::Rows;
use super::words::sheet_words;
use crate::components::form::{FormView, Stale, SubmissionKey};
use crate::components::links;
use crate::components::scroll::scroll;
use crate::islands::{Sheet, UnsavedGuard};

pub(super) use problems::messages;
pub(super) use read::sheet_read;

/// Id of the form that the calculator follows.
pub(super) const FORM: &str = "kalkyl";

/// The form of the lines, with words for its fields.
pub(super) fn form_view(state: &FormState<CalculationLinesForm>, lang: Lang) -> FormView {
    let classes = LineClass::ALL
        .into_iter()
        .map(|class| crate::components::form::Choice::new(class.code(), name::line_class(lang, class)));
    FormView::of(lang, "calculation", state)
        .field("year", lang.t("calculation-years-field"))
        .field("line_name", lang.t("calculation-line"))
        .one_of("line_class", lang.t("calculation-class"), classes.collect())
        .field("line_benefit", lang.t("calculation-benefit"))
        .field("line_note", lang.t("calculation-note"))
        .field("low", lang.t("calculation-estimate-low"))
        .field("likely", lang.t("calculation-estimate-likely"))
        .field("high", lang.t("calculation-estimate-high"))
}

/// The button adds a line.
fn adds_line(action: &str) -> bool {
    let class = action.strip_prefix("add_").and_then(LineClass::from_code);
    class.is_some()
}

/// The table to write in.
pub(super) fn sheet_form(
    shown: &CalculationView,
    state: &FormState<CalculationLinesForm>,
    lang: Lang,
) -> AnyView {
    let view = form_view(state, lang);
    let form = &state.form;
    let messages = messages(form, &view);
    let unit = name::amount_unit(lang, shown.calculation.unit);
    let rows = Rows {
        form,
        // Of what is said of a field more than once, the first.
        messages: messages
            .iter()
            .rev()
            .map(|(field, said)| (field.as_str(), said.as_str()))
            .collect(),
        said: by_line(form, &messages),
        benefits: &shown.benefits,
        stored: shown.shown().map(|one| &one.alternative),
        built: &shown.built,
        unit: unit.clone(),
        added: (state.outcome == Some(Outcome::Row) && adds_line(&form.action))
            .then(|| form.rows().checked_sub(1))
            .flatten(),
        lang,
    };
    let is_cost = |row: &usize| {
        let class = form
            .line_class
            .get(*row)
            .and_then(|code| LineClass::from_code(code));
        class.is_none_or(LineClass::is_cost)
    };
    let all = 0..form.rows();
    let costs: Vec<_> = all
        .clone()
        .filter(is_cost)
        .map(|row| rows.line(Some(row)))
        .collect();
    let benefits: Vec<_> = all
        .filter(|row| !is_cost(row))
        .map(|row| rows.line(Some(row)))
        .collect();
    let years: Vec<_> = form
        .year
        .iter()
        .map(|year| {
            view! {
                <th scope="col" class="n" data-year=year.clone()>
                    <input type="hidden" name="year[]" value=year.clone() />
                    <span>{year.clone()}</span>
                </th>
            }
        })
        .collect();
    let price = shown.calculation.price_level.map_or_else(
        || lang.t("calculation-sheet-no-price"),
        |year| lang.t_with("calculation-sheet-price", &[("year", year.to_string().into())]),
    );
    let caption = lang.t_with(
        "calculation-sheet-caption",
        &[("unit", unit.into()), ("price", price.into())],
    );
    let back = links::calculation(shown.calculation.id);
    let button = |action: &'static str, text: String| {
        view! { <button class="btn quiet" type="submit" name="action" value=action>{text}</button> }
    };
    let table = framed(caption, years, (costs, benefits), lang);
    let most = u32::try_from(LINES_MAX).unwrap_or(u32::MAX);
    view! {
        <section class="block" aria-labelledby="h-poster">
            <h2 id="h-poster">{lang.t("calculation-lines")}</h2>
            <p class="note">{lang.t("calculation-sheet-help")}</p>
            <Stale form=view.clone() afresh=back />
            <form id=FORM method="post" action="/api/calculation_lines_save" novalidate=true>
                <SubmissionKey form=view.clone() />
                <input type="hidden" name="alternative" value=form.alternative.clone() />
                <input type="hidden" name="unit" value=form.unit.clone() />
                // Enter in a name presses the first button: it has to be the one that saves.
                <button class="default-button" type="submit" name="action" value="save" tabindex="-1" aria-hidden="true"></button>
                {scroll("h-poster", "", table)}
                <template id="ny-post">{rows.line(None)}</template>
                <p class="sheet-buttons">
                    {button("add_development", lang.t("calculation-sheet-add-cost"))}
                    {button("add_financial", lang.t("calculation-sheet-add-benefit"))}
                    {button("add_year", lang.t("calculation-sheet-add-year"))}
                    {button("fill", lang.t("calculation-sheet-fill"))}
                </p>
                <Sheet form=FORM.to_owned() most words=sheet_words(lang) />
                <div class="actions">
                    <button class="btn primary" type="submit" name="action" value="save">
                        {lang.t("calculation-save")}
                    </button>
                    <button class="btn" type="submit" name="action" value="submit">
                        {lang.t("calculation-submit")}
                    </button>
                </div>
            </form>
            {file(shown, form, lang)}
            <UnsavedGuard form=format!("#{FORM}") dirty=view.came_back() || state.outcome.is_some() />
        </section>
    }
    .into_any()
}

/// The lines as a workbook: out, and in again.
fn file(shown: &CalculationView, form: &CalculationLinesForm, lang: Lang) -> AnyView {
    let here = links::calculation(shown.calculation.id);
    view! {
        <details class="part" id="fil">
            <summary>{lang.t("calculation-sheet-file-heading")}</summary>
            <p class="hint">{lang.t("calculation-sheet-file-help")}</p>
            <p>
                <a href=format!("{here}/kalkyl.xlsx") download="">{lang.t("calculation-sheet-file-out")}</a>
            </p>
            <form method="post" action=format!("{here}/fil") enctype="multipart/form-data">
                <input type="hidden" name="alternative" value=form.alternative.clone() />
                <div class="field">
                    <label for="file">{lang.t("calculation-sheet-file")}</label>
                    <input type="file" id="file" name="file" accept=".xlsx" required=true />
                </div>
                <button class="btn" type="submit">{lang.t("calculation-sheet-file-in")}</button>
            </form>
        </details>
    }
    .into_any()
}
