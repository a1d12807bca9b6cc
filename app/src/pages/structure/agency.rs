//! The form of the agency: the first thing that an empty installation is given.

use leptos::prelude::*;
use service::AgencyFormView;
use text::Lang;

use super::parts::crumbs;
use crate::api;
use crate::components::form::{Choice, Field, FormFrame, FormView, Need, TickBox};
use crate::components::form_page::query_part;
use crate::components::page::Loaded;

/// The form of the agency.
#[component]
pub fn AgencyFormPage() -> impl IntoView {
    let lang = api::lang();
    let load = api::agency_form(query_part("draft"));
    view! { <Loaded load view=move |shown| form_view(&shown, lang) /> }.into_any()
}

fn form_view(shown: &AgencyFormView, lang: Lang) -> AnyView {
    let usual = vec![
        Choice::new("on", lang.t("structure-agency-groups-choice")).with_hint(lang.t_with(
            "structure-agency-groups-hint",
            &[("names", shown.usual_groups.join(", ").into())],
        )),
    ];
    let form = FormView::of(lang, "structure-agency", &shown.state)
        .field("name", lang.t("structure-agency-name"))
        .field("currency", lang.t("structure-agency-currency"))
        .field("colour", lang.t("structure-agency-colour"))
        .one_of("usual_groups", lang.t("structure-agency-groups"), usual);
    let heading = lang.t(if shown.state.form.id.is_empty() {
        "structure-agency-new"
    } else {
        "structure-agency-change"
    });
    let groups = shown
        .without_groups
        .then(|| view! { <TickBox form=form.clone() name="usual_groups" /> }.into_any());
    view! {
        <FormFrame
            form=form.clone()
            heading
            lead=lang.t("structure-agency-lead")
            crumbs=crumbs(lang)
            action="/api/agency_save"
            back="/struktur"
            afresh="/struktur/myndighet"
            submit=lang.t("structure-save")
        >
            <Field form=form.clone() name="name" hint=lang.t("structure-agency-name-hint") autocomplete="organization" />
            <Field form=form.clone() name="currency" hint=lang.t("structure-agency-currency-hint") />
            <Field
                form=form.clone()
                name="colour"
                need=Need::Never
                hint=lang.t("structure-agency-colour-hint")
            />
            {groups}
        </FormFrame>
    }
    .into_any()
}
