//! The form of a set of areas.

use leptos::prelude::*;
use service::{AreaSetFormView, StructureKind};
use text::Lang;

use super::parts::{Remove, crumbs, form_path};
use crate::api;
use crate::components::form::{Field, FormFrame, FormView, Need};
use crate::components::form_page::{path_part, query_part};
use crate::components::page::Loaded;

/// The form of a set of areas: new, or one that exists.
#[component]
pub fn AreaSetFormPage() -> impl IntoView {
    let lang = api::lang();
    let load = api::area_set_form(path_part("id"), query_part("draft"));
    view! { <Loaded load view=move |shown| form_view(&shown, lang) /> }.into_any()
}

fn form_view(shown: &AreaSetFormView, lang: Lang) -> AnyView {
    let form = FormView::of(lang, "structure-area-set", &shown.state)
        .field("name", lang.t("structure-area-set-name"))
        .field("valid_from", lang.t("structure-valid-from"))
        .field("valid_to", lang.t("structure-valid-to"));
    let (id, version) = (shown.state.form.id.clone(), form.value("version"));
    let heading = lang.t(if id.is_empty() {
        "structure-area-set-new"
    } else {
        "structure-area-set-change"
    });
    view! {
        <FormFrame
            form=form.clone()
            heading
            lead=lang.t("structure-area-set-lead")
            crumbs=crumbs(lang)
            action="/api/area_set_save"
            back="/struktur"
            afresh=form_path("omradesmangd", &id)
            submit=lang.t("structure-save")
        >
            <Field form=form.clone() name="name" hint=lang.t("structure-area-set-name-hint") />
            <div class="two">
                <Field form=form.clone() name="valid_from" hint=lang.t("structure-day-hint") need=Need::Never />
                <Field form=form.clone() name="valid_to" hint=lang.t("structure-valid-to-hint") need=Need::Never />
            </div>
        </FormFrame>
        <Remove kind=StructureKind::AreaSet id version lang />
    }
    .into_any()
}
