use ::text::{Lang, number};
use domain::form::row_field;
use leptos::prelude::*;
use service::ReportSourceFormView;

use super::crumbs;
use crate::api;
use crate::components::form::{Field, FormFrame, FormView, Need, RowButton, TextArea, row_count};
use crate::components::form_page::{path_part, query_part};
use crate::components::links;
use crate::components::page::Loaded;

/// The form of what a report rests on.
#[component]
pub fn ReportSourceFormPage() -> impl IntoView {
    let lang = api::lang();
    let load = api::report_source_form(path_part("id").unwrap_or_default(), query_part("draft"));
    view! { <Loaded load view=move |shown| form_view(&shown, lang) /> }.into_any()
}

fn form_view(shown: &ReportSourceFormView, lang: Lang) -> AnyView {
    let form = FormView::of(lang, "report-sources", &shown.state)
        .field("requirement_from", lang.t("report-sources-requirement-from"))
        .field("requirement_to", lang.t("report-sources-requirement-to"))
        .field("requirement_what", lang.t("report-sources-requirement-what"))
        .field("material_name", lang.t("report-sources-material-name"))
        .field("material_units", lang.t("report-sources-material-units"))
        .field("material_systems", lang.t("report-sources-material-systems"))
        .field("material_frequency", lang.t("report-sources-material-frequency"))
        .field("material_numbers", lang.t("report-sources-numbers"))
        .field("reference_what", lang.t("report-sources-reference-what"))
        .field("reference_numbers", lang.t("report-sources-numbers"));
    let back = links::report(shown.report.id);
    let parts = (requirements(&form), materials(&form), references(&form));
    view! {
        <FormFrame
            form=form.clone()
            heading=lang.t("report-sources-heading")
            lead=lang.t("report-sources-lead")
            kicker=shown.report.name()
            crumbs=crumbs(&shown.report, lang)
            action="/api/report_source_save"
            back=back.clone()
            afresh=format!("{back}/kallor")
            submit=lang.t("report-sources-submit")
        >
            {parts}
        </FormFrame>
    }
    .into_any()
}

fn part(
    form: &FormView,
    (heading, hint): (String, String),
    rows: Vec<AnyView>,
    add: (&'static str, String),
) -> AnyView {
    let (action, text) = add;
    view! {
        <fieldset class="part">
            <legend>
                <h2>{heading}</h2>
            </legend>
            <p class="hint">{hint}</p>
            {rows}
            <RowButton form=form.clone() action text />
        </fieldset>
    }
    .into_any()
}

fn legend(key: &str, row: usize, lang: Lang) -> String {
    lang.t_with(key, &[("row", number::len(lang, row.saturating_add(1)).into())])
}

fn requirements(form: &FormView) -> AnyView {
    let lang = form.lang;
    let rows = (0..row_count(form, &["requirement_what", "requirement_to"], 1)).map(|row| {
        let field = |column: &str| row_field(column, row);
        view! {
            <fieldset class="row">
                <legend>{legend("report-sources-requirement-row", row, lang)}</legend>
                <div class="two">
                    <Field form=form.clone() name=field("requirement_to") need=Need::Sometimes />
                    <Field form=form.clone() name=field("requirement_from") need=Need::Never />
                </div>
                <Field form=form.clone() name=field("requirement_what") need=Need::Sometimes />
            </fieldset>
        }
        .into_any()
    });
    part(
        form,
        (
            lang.t("report-sources-requirements"),
            lang.t("report-sources-requirements-hint"),
        ),
        rows.collect(),
        ("add_requirement", lang.t("report-sources-add")),
    )
}

fn materials(form: &FormView) -> AnyView {
    let lang = form.lang;
    let one_a_line = lang.t("report-sources-lines-hint");
    let rows = (0..row_count(form, &["material_name"], 1)).map(|row| {
        let field = |column: &str| row_field(column, row);
        view! {
            <fieldset class="row">
                <legend>{legend("report-sources-material-row", row, lang)}</legend>
                <Field form=form.clone() name=field("material_name") need=Need::Sometimes />
                <div class="two">
                    <TextArea form=form.clone() name=field("material_units") hint=one_a_line.clone() rows=2 need=Need::Never />
                    <TextArea form=form.clone() name=field("material_systems") hint=one_a_line.clone() rows=2 need=Need::Never />
                </div>
                <div class="two">
                    <Field form=form.clone() name=field("material_frequency") need=Need::Never />
                    <TextArea form=form.clone() name=field("material_numbers") hint=one_a_line.clone() rows=2 need=Need::Never />
                </div>
            </fieldset>
        }
        .into_any()
    });
    part(
        form,
        (
            lang.t("report-sources-materials"),
            lang.t("report-sources-materials-hint"),
        ),
        rows.collect(),
        ("add_material", lang.t("report-sources-add")),
    )
}

fn references(form: &FormView) -> AnyView {
    let lang = form.lang;
    let one_a_line = lang.t("report-sources-lines-hint");
    let rows = (0..row_count(form, &["reference_what"], 1)).map(|row| {
        let field = |column: &str| row_field(column, row);
        view! {
            <fieldset class="row">
                <legend>{legend("report-sources-reference-row", row, lang)}</legend>
                <Field form=form.clone() name=field("reference_what") need=Need::Sometimes />
                <TextArea form=form.clone() name=field("reference_numbers") hint=one_a_line.clone() rows=2 need=Need::Never />
            </fieldset>
        }
        .into_any()
    });
    part(
        form,
        (
            lang.t("report-sources-references"),
            lang.t("report-sources-references-hint"),
        ),
        rows.collect(),
        ("add_reference", lang.t("report-sources-add")),
    )
}
