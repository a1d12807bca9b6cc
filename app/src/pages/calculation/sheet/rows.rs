//! The rows of the table to write in: three for each line, and one for what is wrong with it.

use std::collections::BTreeMap;

use domain::calculation::{Alternative, LineClass};
use domain::form::{CalculationLinesForm, ESTIMATES};
use leptos::prelude::*;
use service::{BenefitOption, LineBuilt};
use text::{Lang, name};

use super::super::build::built_of;
use super::super::words::estimates;
use super::short::short;
use crate::components::icon::{Icon, Symbol};

/// What the rows of the table share.
pub(super) struct Rows<'a> {
    pub(super) form: &'a CalculationLinesForm,
    /// What is wrong, by field: looked up for each of thousands of cells, of which all may be wrong.
    pub(super) messages: BTreeMap<&'a str, &'a str>,
    /// The same by line, in the order of the summary.
    pub(super) said: BTreeMap<usize, Vec<(&'a str, &'a str)>>,
    pub(super) benefits: &'a [BenefitOption],
    /// The alternative as it is stored: what its lines were built of.
    pub(super) stored: Option<&'a Alternative>,
    pub(super) built: &'a [LineBuilt],
    pub(super) unit: String,
    /// The line that was asked for, and where one goes on.
    pub(super) added: Option<usize>,
    pub(super) lang: Lang,
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
    pub(super) fn line(&self, row: Option<usize>) -> AnyView {
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
