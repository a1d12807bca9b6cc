//! Measurements from a file: the way to send it, and what it would do.

use domain::form::MeasurementSheetForm;
use domain::measurement_sheet::{LineProblem, LineRead, SheetColumn, SheetFileFault};
use leptos::prelude::*;
use rust_decimal::Decimal;
use service::MeasurementSheetView;
use text::{Lang, measure, measurement_sheet as words, number};

use crate::api;
use crate::components::form_page::{FormTitle, query_part};
use crate::components::links;
use crate::components::page::Loaded;
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::register::excerpt;
use crate::components::scroll::scroll;

/// Sends a file of measurements, and shows what it would do before anything is taken in.
#[component]
pub fn MeasurementSheetPage() -> impl IntoView {
    let lang = api::lang();
    let draft = query_part("draft");
    let load = api::measurement_sheet(draft.clone());
    view! { <Loaded load view=move |shown| page(&shown, draft.as_deref().unwrap_or_default(), lang) /> }
        .into_any()
}

fn counted(key: &str, count: usize, lang: Lang) -> String {
    lang.t_with(
        key,
        &[("count", count.into()), ("text", number::len(lang, count).into())],
    )
}

fn page(shown: &MeasurementSheetView, draft: &str, lang: Lang) -> AnyView {
    let form = shown.state.as_ref().map(|state| &state.form);
    let title = lang.t("measurements-file-title");
    let (heading, lead, content) = match form {
        None => (title.clone(), lang.t("measurements-file-lead"), first(lang)),
        Some(form) => match (&form.fault, form.trial.problems.len()) {
            (Some(SheetFileFault::NoFile), _) => (
                lang.t("measurements-file-none"),
                lang.t("measurements-file-no-file"),
                upload("measurements-file-try-again", lang),
            ),
            (Some(fault), _) => (
                lang.t_with("measurements-file-unread", &[("file", (&form.file).into())]),
                words::fault(lang, fault),
                upload("measurements-file-try-again", lang),
            ),
            (None, 0) => (
                counted("measurements-file-take", form.trial.added.len(), lang),
                lang.t_with("measurements-file-take-lead", &[("file", (&form.file).into())]),
                what_comes(form, draft, lang),
            ),
            (None, count) => (
                counted("measurements-file-mend", count, lang),
                lang.t_with("measurements-file-mend-lead", &[("file", (&form.file).into())]),
                problems(form, lang),
            ),
        },
    };
    let crumbs = vec![
        (links::MEASURES.to_owned(), lang.t("measure-title")),
        (links::MEASUREMENTS.to_owned(), lang.t("measurements-title")),
    ];
    let came_back = form.is_some_and(|form| form.fault.is_some() || !form.trial.problems.is_empty());
    let head = if came_back {
        view! {
            <div class="error-summary" id="fel" role="alert" aria-labelledby="fel-rubrik" tabindex="-1" autofocus>
                <h2 id="fel-rubrik">{heading}</h2>
                <p>{lead}</p>
            </div>
            <PageHead heading=title.clone().into_any() />
        }
        .into_any()
    } else {
        view! {
            <PageHead heading=heading.into_any()>
                <p class="lead">{lead}</p>
            </PageHead>
        }
        .into_any()
    };
    view! {
        <FormTitle text=title.clone() came_back lang />
        <Crumbs steps=crumbs here=title lang />
        {head}
        {content}
    }
    .into_any()
}

/// How it is done, before a file is sent.
fn first(lang: Lang) -> AnyView {
    let columns = SheetColumn::ALL.map(|column| {
        let text = match column {
            SheetColumn::Measure => "measurements-file-measure-text",
            SheetColumn::Period => "measurements-file-period-text",
            SheetColumn::Value => "measurements-file-value-text",
            SheetColumn::Numerator | SheetColumn::Denominator => "measurements-file-ratio-text",
            SheetColumn::Source => "measurements-file-source-text",
            SheetColumn::Comment => "measurements-file-comment-text",
            SheetColumn::Link => "measurements-file-link-text",
            SheetColumn::RegistryNumber => "measurements-file-registry-number-text",
        };
        view! {
            <tr>
                <th scope="row">{words::head(lang, column)}</th>
                <td>{lang.t(text)}</td>
            </tr>
        }
    });
    let table = view! {
        <table class="data">
            <caption class="vh" id="h-kolumner">{lang.t("measurements-file-columns")}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("measurements-file-column")}</th>
                    <th scope="col">{lang.t("measurements-file-holds")}</th>
                </tr>
            </thead>
            <tbody>{columns.collect_view()}</tbody>
        </table>
    };
    view! {
        <section class="block" aria-labelledby="h-fil-form">
            <h2 id="h-fil-form">{lang.t("measurements-file-columns")}</h2>
            <p class="prose">{lang.t("measurements-file-columns-text")}</p>
            {scroll("h-kolumner", "", table.into_any())}
            <p class="actions start-actions">
                <a class="btn" href="/matningar/mall.xlsx" download="matningar.xlsx">
                    {lang.t("measurements-file-template")}
                </a>
            </p>
        </section>
        <section class="block" aria-labelledby="h-skicka">
            <h2 id="h-skicka">{lang.t("measurements-file-send")}</h2>
            {upload("measurements-file-try", lang)}
        </section>
    }
    .into_any()
}

/// The form that sends a file. Nothing is taken in by it.
fn upload(button: &str, lang: Lang) -> AnyView {
    view! {
        <form class="form" method="post" action=links::MEASUREMENTS_FILE enctype="multipart/form-data" novalidate=true>
            <div class="field">
                <label for="file">{lang.t("measurements-file-label")}</label>
                <p class="hint" id="file-hint">{lang.t("measurements-file-hint")}</p>
                <input
                    type="file"
                    id="file"
                    name="file"
                    required=true
                    accept=".xlsx,.csv,.txt"
                    aria-describedby="file-hint"
                />
            </div>
            <div class="actions">
                <button class="btn primary" type="submit">{lang.t(button)}</button>
                <a class="btn quiet" href=links::MEASUREMENTS>{lang.t("form-cancel")}</a>
            </div>
        </form>
    }
    .into_any()
}

/// What is wrong, cell by cell, and the way to send the mended file.
fn problems(form: &MeasurementSheetForm, lang: Lang) -> AnyView {
    let row = |problem: &LineProblem| {
        view! {
            <tr>
                <th scope="row" class="n">{problem.row.to_string()}</th>
                <td>{words::head(lang, problem.column)}</td>
                <td>{excerpt(&problem.given)}</td>
                <td>{words::problem(lang, problem)}</td>
            </tr>
        }
    };
    let rows: Vec<_> = form.trial.problems.iter().map(row).collect();
    let table = view! {
        <table class="data sheet-problems">
            <caption class="vh" id="h-ratta">{lang.t("measurements-file-problems")}</caption>
            <thead>
                <tr>
                    <th scope="col" class="n">{lang.t("measurements-file-row")}</th>
                    <th scope="col">{lang.t("measurements-file-column")}</th>
                    <th scope="col">{lang.t("measurements-file-stands")}</th>
                    <th scope="col">{lang.t("measurements-file-wrong")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    view! {
        {scroll("h-ratta", "", table.into_any())}
        {upload("measurements-file-try-again", lang)}
        <p class="note">{lang.t("measurements-file-nothing-taken")}</p>
    }
    .into_any()
}

/// What would be added, and the buttons that do it.
fn what_comes(form: &MeasurementSheetForm, draft: &str, lang: Lang) -> AnyView {
    let trial = &form.trial;
    let row = |of: &LineRead, there: bool| {
        let said = lang.t(if there {
            "measurements-file-there"
        } else {
            "measurements-file-new"
        });
        view! {
            <tr>
                <td class="n">{of.row.to_string()}</td>
                <th scope="row">{of.measure.clone()}</th>
                <td>{measure::period(lang, of.period)}</td>
                <td class="n">{measure::value(lang, of.value, Decimal::from(of.per), &of.unit)}</td>
                <td>{said}</td>
            </tr>
        }
    };
    let added = trial.added.iter().map(|of| row(of, false));
    let rows: Vec<_> = added.chain(trial.there.iter().map(|of| row(of, true))).collect();
    let table = view! {
        <table class="data sheet-comes">
            <caption class="vh" id="h-laggs-till">{lang.t("measurements-file-comes")}</caption>
            <thead>
                <tr>
                    <th scope="col" class="n">{lang.t("measurements-file-row")}</th>
                    <th scope="col">{lang.t("measure-name")}</th>
                    <th scope="col">{lang.t("measure-period-head")}</th>
                    <th scope="col" class="n">{lang.t("measure-value-head")}</th>
                    <th scope="col">{lang.t("measurements-file-becomes")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    let there = trial.there.len();
    let left = (there > 0).then(|| {
        view! { <p class="prose">{counted("measurements-file-left", there, lang)}</p> }
    });
    let take = trial.may_be_taken().then(|| {
        view! {
            <button class="btn primary" type="submit" name="action" value="submit">
                {lang.t("measurements-submit")}
            </button>
            <button class="btn quiet" type="submit" name="action" value="draft">
                {lang.t("measurements-file-drafts")}
            </button>
        }
    });
    view! {
        {left}
        {scroll("h-laggs-till", "", table.into_any())}
        <form class="actions start-actions" method="post" action="/api/measurement_sheet_take">
            <input type="hidden" name="draft" value=draft.to_owned() />
            {take}
            <a class="btn quiet" href=links::MEASUREMENTS_FILE>{lang.t("measurements-file-other")}</a>
        </form>
    }
    .into_any()
}
