//! The files that a measurement can be checked against, and the form that sends one more.

use domain::attachment::{FileKind, megabytes};
use leptos::prelude::*;
use service::{FileItem, MeasurementFilesView};
use text::{Lang, measure, name};

use crate::api;
use crate::components::finding::Gap;
use crate::components::form::{ErrorSummary, FieldProblem, FormView, Hidden};
use crate::components::form_page::{FormTitle, path_part, query_part};
use crate::components::links;
use crate::components::page::Loaded;
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::receipt::{Receipt, ReceiptKind};

/// The files of a measurement that nobody has approved.
#[component]
pub fn MeasurementFilesPage() -> impl IntoView {
    let lang = api::lang();
    let done = query_part("klart");
    let load = api::measurement_files(path_part("measurement"), query_part("draft"));
    view! { <Loaded load view=move |shown| page(&shown, done.as_deref(), lang) /> }.into_any()
}

fn page(shown: &MeasurementFilesView, done: Option<&str>, lang: Lang) -> AnyView {
    let form = FormView::of(lang, "measure-file", &shown.state).field("file", lang.t("measure-file-label"));
    let measurement = &shown.measurement;
    let crumbs = vec![
        (links::MEASURES.to_owned(), lang.t("measure-title")),
        (links::measure(shown.measure.id), shown.measure.name.clone()),
        (
            format!("/matningar/{}/andra", measurement.id),
            lang.t("measure-log-change"),
        ),
    ];
    let of = lang.t_with(
        "measure-of-period",
        &[("period", measure::period(lang, measurement.period).into())],
    );
    let kicker = view! { <p class="kicker">{shown.measure.name.clone()} ", " {of}</p> };
    let heading = lang.t("measure-file-heading");
    view! {
        <FormTitle text=heading.clone() came_back=form.came_back() lang />
        <Crumbs steps=crumbs here=heading.clone() lang />
        {notice(done, shown, lang)}
        <ErrorSummary form=form.clone() />
        <PageHead heading=heading.into_any() kicker=Some(kicker.into_any())>
            <p class="lead">{lang.t("measure-file-lead")}</p>
        </PageHead>
        {list(shown, lang)}
        {upload(&form, shown)}
        {onward(shown, lang)}
    }
    .into_any()
}

fn notice(code: Option<&str>, shown: &MeasurementFilesView, lang: Lang) -> Option<AnyView> {
    use ReceiptKind::{Done, NotDone};
    let (kind, heading, next) = match code? {
        "fil-tillagd" => (Done, "measure-file-added", "measure-file-added-next"),
        "fil-borttagen" => (Done, "measure-file-removed", "measure-file-removed-next"),
        "hann-fore" => (NotDone, "measure-not-first", "measure-not-first-next"),
        _ => return None,
    };
    let (heading, next) = (lang.t(heading), lang.t(next));
    let without = links::measurement_files(shown.measurement.id);
    let close = lang.t("form-receipt-close");
    Some(view! { <Receipt kind heading next without close /> }.into_any())
}

fn list(shown: &MeasurementFilesView, lang: Lang) -> AnyView {
    if shown.files.is_empty() {
        return view! { <p><Gap text=lang.t("measure-file-none") /></p> }.into_any();
    }
    let rows: Vec<_> = shown.files.iter().map(|file| row(file, shown, lang)).collect();
    view! { <ul class="plain">{rows}</ul> }.into_any()
}

fn row(file: &FileItem, shown: &MeasurementFilesView, lang: Lang) -> AnyView {
    let id = shown.measurement.id;
    let href = format!("{}/{}", links::measurement_files(id), file.hash);
    let hidden = format!(": {}", file.name);
    view! {
        <li>
            <a href=href download=file.name.clone()>{file.name.clone()}</a>
            " "
            <small>{size(file.size, lang)}</small>
            " "
            <form method="post" action="/api/measurement_file_remove">
                <input type="hidden" name="measurement" value=id.to_string() />
                <input type="hidden" name="version" value=shown.version.to_string() />
                <input type="hidden" name="hash" value=file.hash.clone() />
                <button class="btn quiet" type="submit">
                    {lang.t("measure-file-remove")} <span class="vh">{hidden}</span>
                </button>
            </form>
        </li>
    }
    .into_any()
}

/// "1,4 MB", as the language writes it.
fn size(bytes: u64, lang: Lang) -> String {
    let size = megabytes(bytes);
    let size = match lang {
        Lang::Sv => size,
        Lang::En => size.replace(',', "."),
    };
    lang.t_with("measure-file-size", &[("size", size.into())])
}

fn upload(form: &FormView, shown: &MeasurementFilesView) -> AnyView {
    let lang = form.lang;
    let accept: Vec<String> = FileKind::ALL
        .into_iter()
        .flat_map(FileKind::ends)
        .map(|end| format!(".{end}"))
        .collect();
    let described = if form.is_valid() {
        "file-hint"
    } else {
        "file-hint file-fel"
    };
    let class = if form.is_valid() {
        "field"
    } else {
        "field has-error"
    };
    view! {
        <form
            class="form"
            method="post"
            action=links::measurement_files(shown.measurement.id)
            enctype="multipart/form-data"
            novalidate=true
        >
            <Hidden form=form.clone() name="submission" />
            <div class=class>
                <label for="file">{form.label("file")}</label>
                <p class="hint" id="file-hint">{lang.t("measure-file-hint")}</p>
                <FieldProblem form=form.clone() name="file" />
                <input
                    type="file"
                    id="file"
                    name="file"
                    accept=accept.join(",")
                    aria-required="true"
                    aria-invalid=(!form.is_valid()).then_some("true")
                    aria-describedby=described
                />
            </div>
            <div class="actions">
                <button class="btn primary" type="submit">{lang.t("measure-file-add")}</button>
            </div>
        </form>
    }
    .into_any()
}

/// What comes after the files: to send the measurement in as it is, or to go on writing it.
fn onward(shown: &MeasurementFilesView, lang: Lang) -> AnyView {
    let form = FormView::of(lang, "measure-log", &shown.sending);
    let single = [
        "submission",
        "id",
        "version",
        "measure",
        "period",
        "preliminary",
        "value",
        "denominator",
    ];
    let more = ["source", "comment", "supersedes"];
    let single = single.into_iter().chain(more).map(|field| {
        let value = form.value(field);
        // An empty tick is no tick.
        (field != "preliminary" || !value.is_empty())
            .then(|| view! { <input type="hidden" name=field value=value /> })
    });
    let columns = [
        "split_key",
        "split_value",
        "split_denominator",
        "proof_kind",
        "proof_text",
        "proof_hash",
    ];
    let columns = columns.into_iter().flat_map(|field| {
        let values = form.values(field).into_iter();
        values.map(move |value| view! { <input type="hidden" name=format!("{field}[]") value=value /> })
    });
    let edit = format!("/matningar/{}/andra", shown.measurement.id);
    view! {
        <form class="actions" method="post" action="/api/measurement_save">
            {single.collect_view()}
            {columns.collect_view()}
            <button class="btn" type="submit" name="action" value="submit">
                {lang.t("measure-log-submit")}
            </button>
            <a class="btn quiet" href=edit>{name::upper_first(&lang.t("measure-log-change"))}</a>
        </form>
        <p class="note">{lang.t("measure-log-who")}</p>
    }
    .into_any()
}
