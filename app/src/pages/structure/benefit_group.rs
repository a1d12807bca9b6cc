//! The form of a benefit group.

use domain::benefit_group::GroupKind;
use leptos::prelude::*;
use service::{BenefitGroupFormView, StructureKind};
use text::{Lang, name};

use super::parts::{Remove, crumbs, form_path};
use crate::api;
use crate::components::form::{Choice, Field, FormFrame, FormView, Need, Radios};
use crate::components::form_page::{path_part, query_part};
use crate::components::page::Loaded;

/// The form of a benefit group: new, or one that exists.
#[component]
pub fn BenefitGroupFormPage() -> impl IntoView {
    let lang = api::lang();
    let load = api::benefit_group_form(path_part("id"), query_part("draft"));
    view! { <Loaded load view=move |shown| form_view(&shown, lang) /> }.into_any()
}

fn form_view(shown: &BenefitGroupFormView, lang: Lang) -> AnyView {
    let kinds = GroupKind::ALL
        .into_iter()
        .map(|kind| Choice::new(kind.code(), name::group_kind(lang, kind)));
    let form = FormView::of(lang, "structure-group", &shown.state)
        .field("name", lang.t("structure-group-name"))
        .field("short_name", lang.t("structure-group-short-name"))
        .one_of("kind", lang.t("structure-group-kind"), kinds.collect())
        .field("ordinal", lang.t("structure-group-ordinal"))
        .field("code", lang.t("structure-group-code"))
        .field("ended_on", lang.t("structure-ended-on"));
    let (id, version) = (shown.state.form.id.clone(), form.value("version"));
    let heading = lang.t(if id.is_empty() {
        "structure-group-new"
    } else {
        "structure-group-change"
    });
    view! {
        <FormFrame
            form=form.clone()
            heading
            lead=lang.t("structure-group-lead")
            crumbs=crumbs(lang)
            action="/api/benefit_group_save"
            back="/struktur"
            afresh=form_path("nyttogrupp", &id)
            submit=lang.t("structure-save")
        >
            <Field form=form.clone() name="name" />
            <Field form=form.clone() name="short_name" hint=lang.t("structure-group-short-name-hint") need=Need::Never />
            <Radios form=form.clone() name="kind" />
            <div class="two">
                <Field
                    form=form.clone()
                    name="ordinal"
                    hint=lang.t("structure-group-ordinal-hint")
                    need=Need::Never
                    inputmode="numeric"
                />
                <Field form=form.clone() name="code" hint=lang.t("structure-group-code-hint") need=Need::Never />
            </div>
            <Field form=form.clone() name="ended_on" hint=lang.t("structure-group-ended-hint") need=Need::Never />
        </FormFrame>
        <Remove kind=StructureKind::BenefitGroup id version lang />
    }
    .into_any()
}
