//! The form of a portfolio.

use domain::portfolio::PortfolioKind;
use leptos::prelude::*;
use service::{PortfolioFormView, StructureKind};
use text::{Lang, name};

use super::parts::{Remove, crumbs, form_path};
use crate::api;
use crate::components::form::{Choice, Field, FormFrame, FormView, Need, Radios};
use crate::components::form_page::{path_part, query_part};
use crate::components::page::Loaded;

/// The form of a portfolio: new, or one that exists.
#[component]
pub fn PortfolioFormPage() -> impl IntoView {
    let lang = api::lang();
    let load = api::portfolio_form(path_part("id"), query_part("draft"));
    view! { <Loaded load view=move |shown| form_view(&shown, lang) /> }.into_any()
}

fn form_view(shown: &PortfolioFormView, lang: Lang) -> AnyView {
    let kinds = PortfolioKind::ALL.into_iter().map(|kind| {
        Choice::new(kind.code(), name::portfolio_kind(lang, kind)).with_hint(lang.t(match kind {
            PortfolioKind::Strategic => "structure-portfolio-strategic-hint",
            PortfolioKind::Tactical => "structure-portfolio-tactical-hint",
        }))
    });
    let form = FormView::of(lang, "structure-portfolio", &shown.state)
        .field("name", lang.t("structure-portfolio-name"))
        .one_of("kind", lang.t("structure-portfolio-kind"), kinds.collect())
        .field("ended_on", lang.t("structure-ended-on"));
    let (id, version) = (shown.state.form.id.clone(), form.value("version"));
    let heading = lang.t(if id.is_empty() {
        "structure-portfolio-new"
    } else {
        "structure-portfolio-change"
    });
    view! {
        <FormFrame
            form=form.clone()
            heading
            lead=lang.t("structure-portfolio-lead")
            crumbs=crumbs(lang)
            action="/api/portfolio_save"
            back="/struktur"
            afresh=form_path("portfolj", &id)
            submit=lang.t("structure-save")
        >
            <Field form=form.clone() name="name" />
            <Radios form=form.clone() name="kind" />
            <Field form=form.clone() name="ended_on" hint=lang.t("structure-portfolio-ended-hint") need=Need::Never />
        </FormFrame>
        <Remove kind=StructureKind::Portfolio id version lang />
    }
    .into_any()
}
