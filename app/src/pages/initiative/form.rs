//! The form of an initiative.

use domain::initiative::{InitiativeSize, InitiativeStatus};
use leptos::prelude::*;
use service::InitiativeFormView;
use text::{Lang, name};

use crate::api;
use crate::components::form::{
    Choice, Field, FormFrame, FormView, Need, Radios, ReadFrom, Select, TextArea, TickBox, TickBoxes,
};
use crate::components::form_page::{path_part, query_part};
use crate::components::page::Loaded;

/// The form of an initiative: new, or one that exists.
#[component]
pub fn InitiativeFormPage() -> impl IntoView {
    let lang = api::lang();
    let load = api::initiative_form(path_part("id"), query_part("draft"));
    view! { <Loaded load view=move |shown| form_view(&shown, lang) /> }.into_any()
}

fn form_view(shown: &InitiativeFormView, lang: Lang) -> AnyView {
    let form = fields(shown, lang);
    let id = shown.state.form.id.clone();
    let (heading, back, afresh) = if shown.existing {
        let page = format!("/initiativ/{id}");
        (
            lang.t("form-initiative-change"),
            page.clone(),
            format!("{page}/andra"),
        )
    } else {
        let list = "/initiativ".to_owned();
        (lang.t("form-initiative-new"), list.clone(), list)
    };
    let crumbs = vec![("/initiativ".to_owned(), lang.t("initiative-list-title"))];
    // Where it stands is chosen once; afterwards it moves step by step, from its page.
    let status = (!shown.existing).then(|| {
        view! {
            <Radios form=form.clone() name="status" hint=lang.t("form-initiative-status-hint") />
            <ReadFrom form=form.clone() names=vec!["status_interpreted"] />
        }
        .into_any()
    });
    let need = if shown.portfolio_required {
        Need::Sometimes
    } else {
        Need::Never
    };
    let portfolios = (!shown.portfolios.is_empty()).then(|| {
        view! {
            <TickBoxes
                form=form.clone()
                name="portfolios"
                hint=lang.t("form-initiative-portfolios-hint")
                need
            />
        }
        .into_any()
    });
    view! {
        <FormFrame
            form=form.clone()
            heading
            lead=lang.t("form-initiative-lead")
            crumbs
            action="/api/initiative_save"
            back
            afresh
            submit=lang.t("form-initiative-submit")
        >
            <Field form=form.clone() name="name" />
            <TextArea form=form.clone() name="summary" hint=lang.t("form-initiative-summary-hint") need=Need::Never />
            {status}
            <TickBox form=form.clone() name="development_object" />
            <Field
                form=form.clone()
                name="development_object_since"
                hint=lang.t("form-initiative-object-since-hint")
                need=Need::Never
            />
            <Radios form=form.clone() name="size" need=Need::Never />
            <div class="two">
                <Select
                    form=form.clone()
                    name="area"
                    hint=lang.t("form-initiative-area-hint")
                    empty=lang.t("form-delivery-area-empty")
                    need=Need::Never
                />
                <Select
                    form=form.clone()
                    name="owner"
                    hint=lang.t("form-initiative-owner-hint")
                    empty=lang.t("form-unit-empty")
                    need=Need::Never
                />
            </div>
            {portfolios}
            <div class="two">
                <Field form=form.clone() name="started_year" need=Need::Never inputmode="numeric" />
                <Field
                    form=form.clone()
                    name="statutory_on"
                    hint=lang.t("form-initiative-statutory-hint")
                    need=Need::Never
                />
            </div>
            <Field form=form.clone() name="focus_area" need=Need::Never />
            <Field form=form.clone() name="label" hint=lang.t("form-initiative-label-hint") need=Need::Never />
            <ReadFrom form=form.clone() names=vec!["label_interpreted"] />
        </FormFrame>
    }
    .into_any()
}

fn fields(shown: &InitiativeFormView, lang: Lang) -> FormView {
    let statuses = InitiativeStatus::ALL
        .into_iter()
        .map(|status| Choice::new(status.code(), name::initiative_status(lang, status)));
    let sizes = InitiativeSize::ALL
        .into_iter()
        .map(|size| Choice::new(size.code(), name::initiative_size(lang, size)));
    let areas = shown
        .areas
        .iter()
        .map(|area| Choice::new(area.id.to_string(), format!("{} {}", area.number, area.name)));
    let portfolios = shown
        .portfolios
        .iter()
        .map(|portfolio| Choice::new(portfolio.id.to_string(), portfolio.name.clone()));
    let units = shown
        .units
        .iter()
        .map(|unit| Choice::new(unit.id.to_string(), unit.name.clone()));
    let on = |key: &str| vec![Choice::new("on", lang.t(key))];
    FormView::of(lang, "form-initiative", &shown.state)
        .field("name", lang.t("form-initiative-name"))
        .field("summary", lang.t("form-initiative-summary"))
        .one_of("status", lang.t("form-initiative-status"), statuses.collect())
        .one_of(
            "status_interpreted",
            lang.t("form-delivery-status-reading"),
            on("form-interpreted"),
        )
        .one_of(
            "development_object",
            lang.t("common-development-object"),
            on("form-initiative-object-choice"),
        )
        .field("development_object_since", lang.t("form-initiative-object-since"))
        .one_of("size", lang.t("form-initiative-size"), sizes.collect())
        .one_of("area", lang.t("form-delivery-area"), areas.collect())
        .one_of(
            "portfolios",
            lang.t("form-initiative-portfolios"),
            portfolios.collect(),
        )
        .one_of("owner", lang.t("form-initiative-owner"), units.collect())
        .field("started_year", lang.t("form-initiative-started"))
        .field("statutory_on", lang.t("form-initiative-statutory"))
        .field("focus_area", lang.t("form-initiative-focus"))
        .field("label", lang.t("form-initiative-label"))
        .one_of(
            "label_interpreted",
            lang.t("form-initiative-label-reading"),
            on("form-initiative-label-interpreted"),
        )
}
