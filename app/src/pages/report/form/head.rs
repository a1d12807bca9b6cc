use ::text::Lang;
use leptos::prelude::*;
use service::ReportFormView;

use crate::api;
use crate::components::form::{Choice, Field, FormFrame, FormView, Need, Select, TextArea};
use crate::components::form_page::{path_part, query_part};
use crate::components::page::Loaded;

/// The form of what a report is: a new one, or one that is open.
#[component]
pub fn ReportFormPage() -> impl IntoView {
    let lang = api::lang();
    let load = api::report_form(path_part("id"), query_part("draft"));
    view! { <Loaded load view=move |shown| form_view(&shown, lang) /> }.into_any()
}

fn form_view(shown: &ReportFormView, lang: Lang) -> AnyView {
    let sets = shown
        .sets
        .iter()
        .map(|set| Choice::new(set.id.to_string(), set.name.clone()));
    let form = FormView::of(lang, "report-form", &shown.state)
        .field("title", lang.t("report-form-title"))
        .field("from_year", lang.t("report-form-from-year"))
        .field("to_year", lang.t("report-form-to-year"))
        .one_of("area_set", lang.t("structure-area-set"), sets.collect())
        .field("cut_off", lang.t("report-cut-off"))
        .field("letter", lang.t("report-form-letter"))
        .field("number", lang.t("report-form-number"))
        .field("name", lang.t("report-form-name"))
        .field("due", lang.t("report-due"))
        .field("recipient", lang.t("report-recipient"))
        .field("registry_number", lang.t("report-form-registry-number"))
        .field("presenters", lang.t("report-form-presenters"));
    let id = shown.state.form.id.clone();
    let (heading, back, afresh) = if id.is_empty() {
        let list = "/rapporter".to_owned();
        (lang.t("report-form-new"), list.clone(), list)
    } else {
        let page = format!("/rapporter/{id}");
        (
            lang.t("report-form-change"),
            page.clone(),
            format!("{page}/andra"),
        )
    };
    let crumbs = vec![("/rapporter".to_owned(), lang.t("report-list-title"))];
    view! {
        <FormFrame
            form=form.clone()
            heading
            lead=lang.t("report-form-lead")
            crumbs
            action="/api/report_save"
            back
            afresh
            submit=lang.t("report-form-submit")
        >
            <Field form=form.clone() name="title" />
            <div class="two">
                <Field form=form.clone() name="from_year" inputmode="numeric" />
                <Field form=form.clone() name="to_year" inputmode="numeric" />
            </div>
            <Select form=form.clone() name="area_set" hint=lang.t("report-form-set-hint") empty=lang.t("structure-choose") />
            <Field form=form.clone() name="cut_off" hint=lang.t("report-form-cut-off-hint") need=Need::Never />
            <fieldset class="part">
                <legend>
                    <h2>{lang.t("report-form-assignment")}</h2>
                </legend>
                <p class="hint">{lang.t("report-form-assignment-hint")}</p>
                <div class="two">
                    <Field form=form.clone() name="letter" need=Need::Never />
                    <Field form=form.clone() name="number" need=Need::Never />
                </div>
                <Field form=form.clone() name="name" need=Need::Never />
                <div class="two">
                    <Field form=form.clone() name="due" need=Need::Never />
                    <Field form=form.clone() name="recipient" need=Need::Never />
                </div>
            </fieldset>
            <Field form=form.clone() name="registry_number" need=Need::Never />
            <TextArea
                form=form.clone()
                name="presenters"
                hint=lang.t("report-form-presenters-hint")
                rows=2
                need=Need::Never
            />
        </FormFrame>
    }
    .into_any()
}
