//! The portfolio from a workbook: the file to fill in, the way to send it, and what it would do.

use domain::form::WorkbookForm;
use domain::workbook::{RowProblem, SheetCount, SheetKind, Trial, WorkbookFault};
use leptos::prelude::*;
use service::WorkbookView;
use text::{Lang, headline, number, workbook as words};

use crate::api;
use crate::components::form_page::{FormTitle, query_part};
use crate::components::links;
use crate::components::page::Loaded;
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::register::excerpt;
use crate::components::scroll::scroll;

/// So many problems are told one by one: enough to see a pattern.
const MOST_TOLD: usize = 200;

/// Sends a workbook, and shows what it would do before anything is taken in.
#[component]
pub fn WorkbookPage() -> impl IntoView {
    let lang = api::lang();
    let draft = query_part("draft");
    let load = api::workbook(draft.clone());
    view! { <Loaded load view=move |shown| page(&shown, draft.as_deref().unwrap_or_default(), lang) /> }
        .into_any()
}

fn page(shown: &WorkbookView, draft: &str, lang: Lang) -> AnyView {
    let form = shown.state.as_ref().map(|state| &state.form);
    let (heading, lead, content) = match form {
        None if !shown.has_groups => (
            lang.t("start-workbook-agency"),
            lang.t("start-workbook-agency-text"),
            to_start(lang),
        ),
        None => (
            lang.t("start-workbook-heading"),
            lang.t("start-workbook-lead"),
            first(shown, lang),
        ),
        Some(form) => match (&form.fault, form.trial.problems.is_empty()) {
            (Some(WorkbookFault::NoFile), _) => (
                lang.t("start-workbook-no-file"),
                lang.t("start-workbook-no-file-text"),
                again(lang),
            ),
            (Some(fault), _) => (
                lang.t_with("start-workbook-unread", &[("file", (&form.file).into())]),
                said(fault, lang),
                again(lang),
            ),
            (None, false) => (
                mend_heading(form, lang),
                lang.t("start-workbook-mend-lead"),
                problems(form, lang),
            ),
            (None, true) => (
                take_heading(form, lang),
                lang.t_with("start-workbook-take-lead", &[("file", (&form.file).into())]),
                what_comes(&form.trial, draft, lang),
            ),
        },
    };
    let crumbs = vec![(links::START.to_owned(), lang.t("start-title"))];
    let came_back = form.is_some_and(|form| form.fault.is_some() || !form.trial.problems.is_empty());
    let title = lang.t("start-workbook-title");
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

fn mend_heading(form: &WorkbookForm, lang: Lang) -> String {
    let count = form.trial.problems.len();
    lang.t_with(
        "start-workbook-mend",
        &[
            ("count", count.into()),
            ("text", number::len(lang, count).into()),
            ("file", (&form.file).into()),
        ],
    )
}

fn take_heading(form: &WorkbookForm, lang: Lang) -> String {
    let count = form.trial.all_added();
    lang.t_with(
        "start-workbook-take",
        &[("count", count.into()), ("text", number::len(lang, count).into())],
    )
}

/// The way back to what comes first.
fn to_start(lang: Lang) -> AnyView {
    view! {
        <p class="actions">
            <a class="btn" href=links::START>
                {lang.t("start-link")}
            </a>
        </p>
    }
    .into_any()
}

/// How it is done, before a file is sent.
fn first(shown: &WorkbookView, lang: Lang) -> AnyView {
    let own: Vec<String> = shown
        .sheets
        .iter()
        .map(|sheet| words::sheet(lang, *sheet))
        .collect();
    let others: Vec<String> = SheetKind::ALL
        .into_iter()
        .filter(|sheet| !shown.sheets.contains(sheet))
        .map(|sheet| words::sheet(lang, sheet))
        .collect();
    let own = headline::list(lang, &own);
    let others = (!others.is_empty()).then(|| {
        let others = headline::list(lang, &others);
        view! { <p class="note">{lang.t_with("start-workbook-others", &[("sheets", others.into())])}</p> }
    });
    view! {
        <section class="block" aria-labelledby="h-mall">
            <h2 id="h-mall">{lang.t("start-workbook-fill")}</h2>
            <p class="prose">{lang.t_with("start-workbook-fill-text", &[("sheets", own.into())])}</p>
            <p class="actions start-actions">
                <a class="btn" href=links::WORKBOOK_TEMPLATE download="nytta-mall.xlsx">
                    {lang.t("start-file-download")}
                </a>
            </p>
            {others}
        </section>
        <section class="block" aria-labelledby="h-skicka">
            <h2 id="h-skicka">{lang.t("start-workbook-send")}</h2>
            {upload("start-workbook-try", true, lang)}
        </section>
    }
    .into_any()
}

/// The form that sends a file. Nothing is taken in by it.
fn upload(button: &str, is_first: bool, lang: Lang) -> AnyView {
    let class = if is_first { "btn primary" } else { "btn" };
    view! {
        <form class="form" method="post" action=links::WORKBOOK enctype="multipart/form-data" novalidate=true>
            <div class="field">
                <label for="file">{lang.t("start-workbook-file")}</label>
                <p class="hint" id="file-hint">
                    {lang.t("start-workbook-file-hint")}
                </p>
                <input
                    type="file"
                    id="file"
                    name="file"
                    required=true
                    accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                    aria-describedby="file-hint"
                />
            </div>
            <div class="actions">
                <button class=class type="submit">
                    {lang.t(button)}
                </button>
                <a class="btn quiet" href=links::START>
                    {lang.t("start-removal-back")}
                </a>
            </div>
        </form>
    }
    .into_any()
}

fn again(lang: Lang) -> AnyView {
    view! {
        {upload("start-workbook-try-again", true, lang)}
        <p class="note">{lang.t("start-workbook-nothing-taken")}</p>
    }
    .into_any()
}

/// What is wrong, row by row, and the way to send the mended file.
fn problems(form: &WorkbookForm, lang: Lang) -> AnyView {
    let trial = &form.trial;
    let file = Lang::from_code(&form.workbook.lang).unwrap_or(lang);
    let row = |problem: &RowProblem| {
        view! {
            <tr>
                <th scope="row">{words::place(lang, file, problem)}</th>
                <td>{words::problem(lang, file, problem)}</td>
            </tr>
        }
    };
    let rows: Vec<_> = trial.problems.iter().take(MOST_TOLD).map(row).collect();
    let more = trial.problems.len().saturating_sub(MOST_TOLD);
    let more = (more > 0).then(|| {
        let args = [("text", number::len(lang, more).into())];
        view! { <p class="note">{lang.t_with("start-workbook-more", &args)}</p> }
    });
    let table = view! {
        <table class="data workbook-problems">
            <caption id="h-ratta">{lang.t("start-workbook-problems")}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("start-workbook-where")}</th>
                    <th scope="col">{lang.t("start-workbook-what")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    view! {
        {scroll("h-ratta", "", table.into_any())}
        {more}
        {upload("start-workbook-try-again", true, lang)}
    }
    .into_any()
}

/// What would be added, and the button that does it.
fn what_comes(trial: &Trial, draft: &str, lang: Lang) -> AnyView {
    let n = |count: usize| match count {
        0 => "–".to_owned(),
        count => number::len(lang, count),
    };
    let row = |of: &SheetCount| {
        let name = words::sheet(lang, of.sheet);
        let names = of.added.iter().map(|name| view! { <li>{excerpt(name)}</li> });
        let named = if of.added.is_empty() {
            name.into_any()
        } else {
            view! {
                <details class="how">
                    <summary>{name}</summary>
                    <ul>{names.collect_view()}</ul>
                </details>
            }
            .into_any()
        };
        view! {
            <tr>
                <th scope="row">{named}</th>
                <td class="n">{n(of.added.len())}</td>
                <td class="n">{n(usize::try_from(of.there).unwrap_or(usize::MAX))}</td>
            </tr>
        }
    };
    let rows: Vec<_> = trial.counts.iter().map(row).collect();
    let there = trial.all_there();
    let left = (there > 0).then(|| {
        let args = [
            ("count", there.into()),
            ("text", number::count(lang, there).into()),
        ];
        view! { <p class="prose">{lang.t_with("start-workbook-left", &args)}</p> }
    });
    let stated = trial
        .counts
        .iter()
        .any(|of| of.sheet == SheetKind::Statements && !of.added.is_empty())
        .then(|| view! { <p class="prose">{lang.t("start-workbook-take-statements")}</p> });
    let table = view! {
        <table class="data workbook-comes">
            <caption id="h-laggs-till">{lang.t("start-workbook-comes")}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("workbook-column-sheet")}</th>
                    <th scope="col" class="n">{lang.t("start-workbook-added")}</th>
                    <th scope="col" class="n">{lang.t("start-workbook-there")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    let take = trial.may_be_taken().then(|| {
        let added = trial.all_added();
        let args = [("count", added.into()), ("text", number::len(lang, added).into())];
        let draft = draft.to_owned();
        view! {
            <form class="actions start-actions" method="post" action="/api/workbook_take">
                <input type="hidden" name="draft" value=draft />
                <button class="btn primary" type="submit">
                    {lang.t_with("start-workbook-take-submit", &args)}
                </button>
                <a class="btn quiet" href=links::WORKBOOK>
                    {lang.t("start-workbook-other-file")}
                </a>
            </form>
            <p class="note">{lang.t("start-workbook-take-note")}</p>
        }
        .into_any()
    });
    let take = take.unwrap_or_else(|| {
        view! {
            <p class="actions start-actions">
                <a class="btn" href=links::WORKBOOK>
                    {lang.t("start-workbook-other-file")}
                </a>
            </p>
        }
        .into_any()
    });
    view! {
        {left}
        {stated}
        {scroll("h-laggs-till", "", table.into_any())}
        {take}
    }
    .into_any()
}

/// Why the file was not read, and what to do.
fn said(fault: &WorkbookFault, lang: Lang) -> String {
    match fault {
        WorkbookFault::NoFile => lang.t("start-workbook-no-file-text"),
        WorkbookFault::NotAWorkbook => lang.t("start-workbook-not-a-workbook"),
        WorkbookFault::TooLarge => lang.t("start-workbook-too-large"),
        WorkbookFault::TooManyRows { most } => lang.t_with(
            "start-workbook-too-many",
            &[("most", number::count(lang, *most).into())],
        ),
        WorkbookFault::NoKnownSheet => {
            let all = SheetKind::ALL.map(|sheet| words::sheet(lang, sheet));
            let names = headline::list(lang, &all);
            lang.t_with("start-workbook-no-sheet", &[("sheets", names.into())])
        }
        WorkbookFault::UnknownHead { sheet, head } => lang.t_with(
            "start-workbook-unknown-head",
            &[
                ("sheet", words::sheet(lang, *sheet).into()),
                ("head", head.into()),
            ],
        ),
        WorkbookFault::MissingColumn { sheet, field } => lang.t_with(
            "start-workbook-missing-column",
            &[
                ("sheet", words::sheet(lang, *sheet).into()),
                ("head", words::head(lang, field).into()),
            ],
        ),
        WorkbookFault::SheetTwice { sheet } => lang.t_with(
            "start-workbook-sheet-twice",
            &[("sheet", words::sheet(lang, *sheet).into())],
        ),
        WorkbookFault::BrokenCell { sheet, row } => lang.t_with(
            "start-workbook-broken-cell",
            &[
                ("sheet", words::sheet(lang, *sheet).into()),
                ("row", row.to_string().into()),
            ],
        ),
        WorkbookFault::Empty => lang.t("start-workbook-empty"),
    }
}
