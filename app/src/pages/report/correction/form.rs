use ::text::{Lang, report as said};
use leptos::prelude::*;
use service::CorrectionFormView;

use super::crumbs;
use crate::api;
use crate::components::form::{Choice, FormFrame, FormView, Need, Select, TextArea};
use crate::components::form_page::{path_part, query_part};
use crate::components::links;
use crate::components::page::Loaded;

/// The form of a correction: a new one, or one that is proposed.
#[component]
pub fn CorrectionFormPage() -> impl IntoView {
    let lang = api::lang();
    let report = path_part("id").unwrap_or_default();
    let load = api::report_correction_form(report, path_part("correction"), query_part("draft"));
    view! { <Loaded load view=move |shown| form_view(&shown, lang) /> }.into_any()
}

fn form_view(shown: &CorrectionFormView, lang: Lang) -> AnyView {
    let report = &shown.report;
    let sections = shown.sections.iter().map(|(section, area)| {
        Choice::new(section.to_string(), said::section(lang, section, area.as_deref()))
    });
    let holding = shown.in_force.iter().filter_map(|one| {
        let number = one.number()?;
        Some(Choice::new(
            number.to_string(),
            said::correction_name(lang, number),
        ))
    });
    let form = FormView::of(lang, "correction-form", &shown.state)
        .one_of("section", lang.t("correction-section"), sections.collect())
        .field("wrong", lang.t("correction-wrong"))
        .field("correct", lang.t("correction-correct"))
        .field("reason", lang.t("correction-reason"))
        .one_of("replaces", lang.t("correction-form-replaces"), holding.collect());
    let list = links::report_corrections(report.id);
    let id = shown.state.form.id.clone();
    let (heading, afresh) = match id.is_empty() {
        true => (lang.t("correction-new"), format!("{list}/ny")),
        false => (lang.t("correction-change-heading"), format!("{list}/{id}")),
    };
    let hindered = shown.state.is_hindered().then(|| {
        let anew = format!("{list}/ny");
        view! {
            <div class="error-summary" id="fel" role="alert" aria-labelledby="fel-rubrik" tabindex="-1" autofocus>
                <h2 id="fel-rubrik">{lang.t("correction-made-meanwhile")}</h2>
                <p>{lang.t("correction-made-meanwhile-text")}</p>
                <p><a href=anew>{lang.t("correction-new")}</a></p>
            </div>
        }
        .into_any()
    });
    let replaces = (!shown.in_force.is_empty()).then(|| {
        view! {
            <Select
                form=form.clone()
                name="replaces"
                hint=lang.t("correction-form-replaces-hint")
                empty=lang.t("correction-form-replaces-none")
                need=Need::Never
            />
        }
        .into_any()
    });
    view! {
        <FormFrame
            form=form.clone()
            heading
            lead=lang.t("correction-form-lead")
            kicker=report.name()
            crumbs=crumbs(report, lang)
            action="/api/report_correction_save"
            back=list
            afresh
            hidden=vec!["report"]
            submit=lang.t("correction-form-submit")
            note=lang.t("correction-form-note")
            hindered
        >
            <Select form=form.clone() name="section" empty=lang.t("structure-choose") />
            <TextArea form=form.clone() name="wrong" hint=lang.t("correction-wrong-hint") rows=3 />
            <TextArea form=form.clone() name="correct" rows=3 />
            <TextArea form=form.clone() name="reason" hint=lang.t("correction-reason-hint") rows=3 />
            {replaces}
        </FormFrame>
    }
    .into_any()
}
