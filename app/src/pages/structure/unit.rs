//! The form of an organisational unit.

use leptos::prelude::*;
use service::{StructureKind, UnitFormView};
use text::Lang;

use super::parts::{Remove, crumbs, form_path};
use crate::api;
use crate::components::form::{Choice, Field, FormFrame, FormView, Need, Select};
use crate::components::form_page::{path_part, query_part};
use crate::components::page::Loaded;

/// The form of a unit: new, or one that exists.
#[component]
pub fn UnitFormPage() -> impl IntoView {
    let lang = api::lang();
    let load = api::unit_form(path_part("id"), query_part("draft"));
    view! { <Loaded load view=move |shown| form_view(&shown, lang) /> }.into_any()
}

fn form_view(shown: &UnitFormView, lang: Lang) -> AnyView {
    let units = shown
        .units
        .iter()
        .map(|unit| Choice::new(unit.id.to_string(), unit.name.clone()));
    let form = FormView::of(lang, "structure-unit", &shown.state)
        .field("name", lang.t("structure-unit-name"))
        .field("kind", lang.t("structure-unit-kind"))
        .one_of("parent", lang.t("structure-unit-parent"), units.collect())
        .field("valid_from", lang.t("structure-valid-from"))
        .field("valid_to", lang.t("structure-valid-to"));
    let (id, version) = (shown.state.form.id.clone(), form.value("version"));
    let heading = lang.t(if id.is_empty() {
        "structure-unit-new"
    } else {
        "structure-unit-change"
    });
    view! {
        <FormFrame
            form=form.clone()
            heading
            lead=lang.t("structure-unit-lead")
            crumbs=crumbs(lang)
            action="/api/unit_save"
            back="/struktur"
            afresh=form_path("enhet", &id)
            submit=lang.t("structure-save")
        >
            <Field form=form.clone() name="name" />
            <Field form=form.clone() name="kind" hint=lang.t("structure-unit-kind-hint") need=Need::Never />
            <Select form=form.clone() name="parent" empty=lang.t("structure-unit-no-parent") need=Need::Never />
            <div class="two">
                <Field form=form.clone() name="valid_from" hint=lang.t("structure-day-hint") need=Need::Never />
                <Field form=form.clone() name="valid_to" hint=lang.t("structure-unit-valid-to-hint") need=Need::Never />
            </div>
        </FormFrame>
        <Remove kind=StructureKind::Unit id version lang />
    }
    .into_any()
}
