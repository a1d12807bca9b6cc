//! The lines of an alternative: a table to read, or one to write in.

use std::collections::BTreeMap;

use domain::calculation::{Alternative, Calculation, LineClass};
use domain::form::{CalculationLinesForm, ESTIMATES, LINES_MAX, Problem};
use leptos::prelude::*;
use service::{BenefitOption, CalculationView, FormState, LineBuilt, Outcome};
use text::{Lang, name};

use super::build::built_of;
use super::words::{estimates, sheet_words};
use crate::components::form::{FormView, Stale, SubmissionKey};
use crate::components::icon::{Icon, Symbol};
use crate::components::links;
use crate::components::scroll::scroll;
use crate::islands::{Sheet, Shown, UnsavedGuard};

/// Id of the form that the calculator follows.
pub(super) const FORM: &str = "kalkyl";

/// What is wrong with the lines, each with the line and year that it is about, in the order of the table.
pub(super) fn messages(form: &CalculationLinesForm, view: &FormView) -> Vec<(String, String)> {
    let lang = view.lang;
    let names = estimates(lang);
    let line = |row: usize| {
        let named = form
            .line_name
            .get(row)
            .map(|name| name.trim())
            .filter(|name| !name.is_empty());
        named.map_or_else(
            || lang.t_with("calculation-sheet-row", &[("row", (row + 1).to_string().into())]),
            |name| cut(name, 40),
        )
    };
    view.problems()
        .into_iter()
        .map(|(field, problem)| {
            let (column, place) = field.rsplit_once('-').unwrap_or((field.as_str(), ""));
            let place: Option<usize> = place.parse().ok();
            let estimate = ESTIMATES.iter().position(|name| *name == column);
            let label = match (estimate, place) {
                (Some(estimate), Some(place)) => match form.line_and_column(place) {
                    Some((row, year)) => {
                        let year = form.year.get(year).cloned().unwrap_or_default();
                        let estimate = names.get(estimate).map(|name| name.to_lowercase());
                        match estimate.filter(|_| problem != Problem::NotAllThree) {
                            Some(estimate) => format!("{}, {estimate} {year}", line(row)),
                            // It is about all of them.
                            None => format!("{}, {year}", line(row)),
                        }
                    }
                    None => view.label(column),
                },
                (None, Some(row)) => format!("{}, {}", line(row), view.label(column).to_lowercase()),
                _ => view.label(&field),
            };
            let said = name::problem(lang, "calculation", column, &label, &problem);
            (field, said)
        })
        .collect()
}

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

/// What the rows of the table share.
struct Rows<'a> {
    form: &'a CalculationLinesForm,
    /// What is wrong, by field: looked up for each of thousands of cells, of which all may be wrong.
    messages: BTreeMap<&'a str, &'a str>,
    /// The same by line, in the order of the summary.
    said: BTreeMap<usize, Vec<(&'a str, &'a str)>>,
    benefits: &'a [BenefitOption],
    /// The alternative as it is stored: what its lines were built of.
    stored: Option<&'a Alternative>,
    built: &'a [LineBuilt],
    unit: String,
    /// The line that was asked for, and where one goes on.
    added: Option<usize>,
    lang: Lang,
}

impl Rows<'_> {
    fn is_wrong(&self, field: &str) -> bool {
        self.messages.contains_key(field)
    }

    /// What is wrong with a line, in a row below it: a cell has no room for it. Each message is heard with its field too.
    fn said(&self, row: usize) -> Option<AnyView> {
        let said: Vec<_> = self
            .said
            .get(&row)?
            .iter()
            .map(|(field, said)| {
                view! {
                    <p class="error" id=format!("{field}-fel")>
                        <Icon symbol=Symbol::Weak />
                        <span>
                            <span class="vh">{self.lang.t("common-error-prefix")} " "</span>
                            {(*said).to_owned()}
                        </span>
                    </p>
                }
            })
            .collect();
        let span = self.form.year.len().saturating_add(2).to_string();
        Some(view! { <tr class="line-said"><td colspan=span><div>{said}</div></td></tr> }.into_any())
    }

    /// The id of what is wrong with a field, where something is.
    fn described(&self, field: Option<String>) -> Option<String> {
        let field = field.filter(|field| self.is_wrong(field))?;
        Some(format!("{field}-fel"))
    }

    fn cell(all: &[String], at: usize) -> String {
        all.get(at).cloned().unwrap_or_default()
    }

    /// The three rows of a line, and one for what is wrong with it. None is the line that a new one is copied from: without
    /// identities.
    fn line(&self, row: Option<usize>) -> AnyView {
        let lang = self.lang;
        let form = self.form;
        let names = estimates(lang);
        let at = |all: &[String]| row.map(|row| Self::cell(all, row)).unwrap_or_default();
        let title = Some(at(&form.line_name)).filter(|name| !name.trim().is_empty());
        let title = title.unwrap_or_else(|| lang.t("calculation-sheet-new"));
        let rows: Vec<_> = ESTIMATES
            .into_iter()
            .zip(names)
            .enumerate()
            .map(|(index, (estimate, word))| {
                let column = match estimate {
                    "low" => &form.low,
                    "likely" => &form.likely,
                    _ => &form.high,
                };
                let cells: Vec<_> = form
                    .year
                    .iter()
                    .enumerate()
                    .map(|(year_at, year)| {
                        let place = row.map(|row| form.place(row, year_at));
                        let id = place.map(|place| format!("{estimate}-{place}"));
                        let wrong = id.as_deref().is_some_and(|id| self.is_wrong(id)).then_some("true");
                        let value = place.map(|place| Self::cell(column, place)).unwrap_or_default();
                        let label = format!("{title}, {}, {} {year}", word.to_lowercase(), self.unit);
                        let described = self.described(id.clone());
                        view! {
                            <td class="n">
                                <input
                                    class="cell"
                                    type="text"
                                    inputmode="decimal"
                                    autocomplete="off"
                                    id=id
                                    name=format!("{estimate}[]")
                                    value=value
                                    aria-label=label
                                    aria-invalid=wrong
                                    aria-describedby=described
                                />
                            </td>
                        }
                    })
                    .collect();
                let head = (index == 0).then(|| self.head(row, &title));
                view! {
                    <tr class=if index == 0 { format!("first {estimate}") } else { estimate.to_owned() } data-estimate=estimate>
                        {head}
                        <td>{word}</td>
                        {cells}
                    </tr>
                }
            })
            .collect();
        view! { {rows} {row.and_then(|row| self.said(row))} }.into_any()
    }

    /// What a line is, over its three rows.
    fn head(&self, row: Option<usize>, title: &str) -> AnyView {
        let lang = self.lang;
        let form = self.form;
        let at = |all: &[String]| row.map(|row| Self::cell(all, row)).unwrap_or_default();
        let id = |column: &str| row.map(|row| format!("{column}-{row}"));
        let wrong = |column: &str| {
            let field = id(column)?;
            self.is_wrong(&field).then_some("true")
        };
        let label = |key: &str| lang.t_with(key, &[("line", title.into())]);
        let class = at(&form.line_class);
        let classes: Vec<_> = LineClass::ALL
            .into_iter()
            .map(|one| {
                view! {
                    <option value=one.code() selected=one.code() == class>
                        {name::line_class(lang, one)}
                    </option>
                }
            })
            .collect();
        let chosen = at(&form.line_benefit);
        let benefits: Vec<_> = self
            .benefits
            .iter()
            .map(|benefit| {
                let id = benefit.id.to_string();
                let selected = id == chosen;
                view! { <option value=id selected=selected>{short(&benefit.name)}</option> }
            })
            .collect();
        let note = at(&form.line_note);
        let remove = row.unwrap_or_default();
        let built = self.built(&at(&form.line_id));
        let (build, build_of) = if built.is_some() {
            (lang.t("line-build-again"), label("line-build-again-of"))
        } else {
            (lang.t("line-build-button"), label("line-build-button-of"))
        };
        // Its place among the identities tells which line it is, however a script has moved them: it comes right after
        // the line's own (`CalculationLinesForm::settled`).
        let build = LineClass::from_code(&class)
            .is_none_or(LineClass::is_monetary)
            .then(|| {
                view! {
                    <button class="as-link" type="submit" name="line_id[]" value="build" aria-label=build_of>
                        {build}
                    </button>
                    " "
                }
            });
        view! {
            <th scope="rowgroup" rowspan="3" class="line-head">
                <input type="hidden" name="line_id[]" value=at(&form.line_id) />
                <input
                    type="text"
                    id=id("line_name")
                    name="line_name[]"
                    value=at(&form.line_name)
                    autofocus=row.is_some() && row == self.added
                    placeholder=lang.t("calculation-sheet-name")
                    aria-label=label("calculation-sheet-name-of")
                    aria-invalid=wrong("line_name")
                    aria-describedby=self.described(id("line_name"))
                />
                <select
                    id=id("line_class")
                    name="line_class[]"
                    aria-label=label("calculation-sheet-class-of")
                    aria-invalid=wrong("line_class")
                    aria-describedby=self.described(id("line_class"))
                >
                    {classes}
                </select>
                <select
                    class="line-benefit"
                    id=id("line_benefit")
                    name="line_benefit[]"
                    aria-label=label("calculation-sheet-benefit-of")
                    aria-invalid=wrong("line_benefit")
                    aria-describedby=self.described(id("line_benefit"))
                >
                    <option value="">{lang.t("calculation-sheet-no-benefit")}</option>
                    {benefits}
                </select>
                <input
                    class="line-note"
                    type="text"
                    id=id("line_note")
                    name="line_note[]"
                    value=note
                    placeholder=lang.t("calculation-sheet-note")
                    aria-label=label("calculation-sheet-note-of")
                    aria-invalid=wrong("line_note")
                    aria-describedby=self.described(id("line_note"))
                />
                {built}
                {build}
                <button
                    class="as-link"
                    type="submit"
                    name="action"
                    value=format!("remove_{remove}")
                    aria-label=label("calculation-sheet-remove-of")
                >
                    {lang.t("calculation-sheet-remove")}
                </button>
            </th>
        }
        .into_any()
    }
}

impl Rows<'_> {
    /// What a line that is stored was built of.
    fn built(&self, id: &str) -> Option<AnyView> {
        let id = id.parse().ok()?;
        let line = self.stored?.lines.iter().find(|line| line.id == id)?;
        let stands = self.built.iter().find(|built| built.line == id);
        Some(built_of(line.build.as_ref()?, stands, self.lang))
    }
}

/// The button adds a line.
fn adds_line(action: &str) -> bool {
    let class = action.strip_prefix("add_").and_then(LineClass::from_code);
    class.is_some()
}

/// What is said of each line; of what is said of a field more than once, the first.
fn by_line<'a>(
    form: &CalculationLinesForm,
    messages: &'a [(String, String)],
) -> BTreeMap<usize, Vec<(&'a str, &'a str)>> {
    let mut by_line: BTreeMap<usize, Vec<(&str, &str)>> = BTreeMap::new();
    for (field, said) in messages {
        let Some(line) = line_of(form, field) else {
            continue;
        };
        let line = by_line.entry(line).or_default();
        if line.iter().all(|(before, _)| before != field) {
            line.push((field.as_str(), said.as_str()));
        }
    }
    by_line
}

/// The line that a field belongs to.
fn line_of(form: &CalculationLinesForm, field: &str) -> Option<usize> {
    let (column, place) = field.rsplit_once('-')?;
    let place = place.parse().ok()?;
    if ESTIMATES.contains(&column) {
        return Some(form.line_and_column(place)?.0);
    }
    Some(place)
}

/// A name as an option can hold it.
fn short(name: &str) -> String {
    cut(name.lines().next().unwrap_or_default(), 60)
}

/// The beginning of a name that has more letters than so many.
fn cut(name: &str, most: usize) -> String {
    if name.chars().count() <= most {
        return name.to_owned();
    }
    let kept: String = name.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
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
    let span = form.year.len().saturating_add(2).to_string();
    let price = shown.calculation.price_level.map_or_else(
        || lang.t("calculation-sheet-no-price"),
        |year| lang.t_with("calculation-sheet-price", &[("year", year.to_string().into())]),
    );
    let caption = lang.t_with(
        "calculation-sheet-caption",
        &[("unit", unit.into()), ("price", price.into())],
    );
    let group = |title: String| view! { <tr><th scope="rowgroup" colspan=span.clone()>{title}</th></tr> };
    let back = links::calculation(shown.calculation.id);
    let button = |action: &'static str, text: String| {
        view! { <button class="btn quiet" type="submit" name="action" value=action>{text}</button> }
    };
    let table = view! {
        <table class="data sheet" id="poster">
            <caption>{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("calculation-line")}</th>
                    <th scope="col">{lang.t("calculation-estimate")}</th>
                    {years}
                </tr>
            </thead>
            <tbody id="poster-kostnader">
                {group(lang.t("calculation-costs"))}
                {costs}
            </tbody>
            <tbody id="poster-nyttor">
                {group(lang.t("calculation-benefits"))}
                {benefits}
            </tbody>
        </table>
    };
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
                {scroll("h-poster", "", table.into_any())}
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

/// The table to read.
pub(super) fn sheet_read(shown: &CalculationView, calculation: &Calculation, lang: Lang) -> AnyView {
    let names = estimates(lang);
    let unit = calculation.unit;
    let Some(result) = shown.shown() else {
        return ().into_any();
    };
    let written = Shown { lang, unit };
    let line = |line: &domain::calculation::Line| {
        let benefit = line
            .benefit
            .and_then(|id| shown.benefits.iter().find(|one| one.id == id));
        let benefit = || {
            benefit.map(|benefit| {
                let href = format!("{}#nytta-{}", links::initiative(shown.initiative.id), benefit.id);
                view! { <br /><a href=href>{short(&benefit.name)}</a> }
            })
        };
        let built = || {
            let stands = shown.built.iter().find(|built| built.line == line.id);
            line.build.as_ref().map(|build| built_of(build, stands, lang))
        };
        let note = || {
            line.note
                .clone()
                .map(|note| view! { <br /><small>{note}</small> })
        };
        let rows: Vec<_> = ESTIMATES
            .into_iter()
            .zip(names.clone())
            .enumerate()
            .map(|(index, (estimate, word))| {
                let cells: Vec<_> = calculation
                    .years()
                    .map(|year| {
                        let amount = line.in_year(year).map(|all| match estimate {
                            "low" => all.low,
                            "likely" => all.likely,
                            _ => all.high,
                        });
                        let text = amount
                            .map(|amount| written.amount(amount.kronor()))
                            .unwrap_or_default();
                        view! { <td class="n">{text}</td> }
                    })
                    .collect();
                let head = (index == 0).then(|| {
                    view! {
                        <th scope="rowgroup" rowspan="3">
                            {line.name.clone()}
                            <br />
                            <small>{name::line_class(lang, line.class)}</small>
                            {benefit()}
                            {note()}
                            {built()}
                        </th>
                    }
                });
                view! {
                    <tr class=if index == 0 { format!("first {estimate}") } else { estimate.to_owned() }>
                        {head}
                        <td>{word}</td>
                        {cells}
                    </tr>
                }
            })
            .collect();
        rows
    };
    let lines = &result.alternative.lines;
    let costs: Vec<_> = lines.iter().filter(|one| one.class.is_cost()).map(line).collect();
    let benefits: Vec<_> = lines
        .iter()
        .filter(|one| !one.class.is_cost())
        .map(line)
        .collect();
    let years: Vec<_> = calculation
        .years()
        .map(|year| view! { <th scope="col" class="n">{year.to_string()}</th> })
        .collect();
    let span = years.len().saturating_add(2).to_string();
    let group = |title: String| view! { <tr><th scope="rowgroup" colspan=span.clone()>{title}</th></tr> };
    let caption = lang.t_with(
        "calculation-sheet-read-caption",
        &[("unit", name::amount_unit(lang, unit).into())],
    );
    let table = view! {
        <table class="data sheet" id="poster">
            <caption>{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("calculation-line")}</th>
                    <th scope="col">{lang.t("calculation-estimate")}</th>
                    {years}
                </tr>
            </thead>
            <tbody>
                {group(lang.t("calculation-costs"))}
                {costs}
            </tbody>
            <tbody>
                {group(lang.t("calculation-benefits"))}
                {benefits}
            </tbody>
        </table>
    };
    view! {
        <section class="block" aria-labelledby="h-poster">
            <h2 id="h-poster">{lang.t("calculation-lines")}</h2>
            {scroll("h-poster", "", table.into_any())}
            <p>
                <a href=format!("{}/kalkyl.xlsx", links::calculation(calculation.id)) download="">
                    {lang.t("calculation-sheet-file-out")}
                </a>
            </p>
        </section>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_is_cut() {
        assert_eq!(cut("Utveckling", 40), "Utveckling");
        assert_eq!(cut(&"å".repeat(40), 40), "å".repeat(40));
        assert_eq!(cut(&"å".repeat(41), 40), format!("{}…", "å".repeat(39)));
        assert_eq!(cut("Drift och förvaltning", 7), "Drift…");
    }
}
