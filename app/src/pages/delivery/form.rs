//! The form that logs or changes a delivery.

use domain::delivery::DeliveryStatus;
use domain::form::DeliveryForm;
use leptos::prelude::*;
use service::DeliveryFormView;
use text::{Lang, name};

use crate::api;
use crate::components::form::{
    Choice, ErrorSummary, Field, FormView, Hidden, Radios, Select, SubmissionKey, TextArea,
};
use crate::components::form_page::{FormTitle, path_part, query_part, theirs};
use crate::components::links;
use crate::components::page::Loaded;
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::stale::{BothVersions, StalePanel};
use crate::islands::UnsavedGuard;

/// The form of a delivery: new, or one that exists.
#[component]
pub fn DeliveryFormPage() -> impl IntoView {
    let lang = api::lang();
    let initiative = path_part("id").unwrap_or_default();
    let load = api::delivery_form(initiative, path_part("delivery"), query_part("draft"));
    view! { <Loaded load view=move |shown| form_view(shown, lang) /> }.into_any()
}

fn form_view(shown: DeliveryFormView, lang: Lang) -> AnyView {
    let typed = shown.state.form.clone();
    let stale = theirs(&shown.state).cloned();
    let form = FormView::new(lang, "form-delivery", labels(lang), shown.state.errors());
    let came_back = stale.is_some() || !form.is_valid();
    let heading = lang.t(if shown.existing {
        "form-delivery-change"
    } else {
        "form-delivery-new"
    });
    let back = links::initiative(shown.initiative.id);
    let version = stale
        .as_ref()
        .map_or_else(|| typed.version.clone(), |theirs| theirs.version.clone());
    let panel = stale.map(|theirs| {
        let fields = BothVersions::pair(fields(&typed, &shown, lang), fields(&theirs, &shown, lang));
        view! {
            <StalePanel
                fields
                heading=lang.t("form-delivery-stale")
                advice=lang.t("form-delivery-stale-advice")
                afresh=format!("{back}/leverans/{}", typed.id)
                lang
            />
        }
    });
    let crumbs = vec![
        ("/initiativ".to_owned(), lang.t("initiative-list-title")),
        (back.clone(), shown.initiative.name.clone()),
    ];
    let kicker = Some(view! { <p class="kicker">{shown.initiative.name.clone()}</p> }.into_any());
    view! {
        <FormTitle text=heading.clone() came_back lang />
        <Crumbs steps=crumbs here=heading.clone() lang />
        <ErrorSummary form=form.clone() />
        {panel}
        <PageHead heading=heading.into_any() kicker>
            <p class="lead">{lang.t("form-delivery-lead")}</p>
        </PageHead>
        <form class="form" id="formular" method="post" action="/api/delivery_save" novalidate=true>
            <SubmissionKey submission=typed.submission.clone() id=typed.id.clone() version />
            <Hidden name="initiative" value=typed.initiative.clone() />
            <What form=form.clone() typed=typed.clone() shown />
            <Launched form typed />
            <div class="actions">
                <button class="btn primary" type="submit">{lang.t("form-delivery-submit")}</button>
                <a class="btn quiet" href=back>{lang.t("form-cancel")}</a>
            </div>
        </form>
        <UnsavedGuard form="formular".to_owned() dirty=came_back />
    }
    .into_any()
}

/// What it is and how far it has come.
#[component]
fn What(form: FormView, typed: DeliveryForm, shown: DeliveryFormView) -> impl IntoView {
    let lang = form.lang;
    let areas = shown
        .areas
        .iter()
        .map(|area| Choice::new(area.id.to_string(), format!("{} {}", area.number, area.name)));
    // An area that is set can be changed but not taken away, so there is no empty choice then.
    let nothing = typed
        .area
        .is_empty()
        .then(|| Choice::new("", lang.t("form-delivery-area-empty")));
    let areas: Vec<Choice> = nothing.into_iter().chain(areas).collect();
    let statuses = DeliveryStatus::ALL.into_iter().map(|status| {
        Choice::new(status.code(), name::delivery_status(lang, status)).with_hint(lang.t(match status {
            DeliveryStatus::Planned => "form-delivery-status-planned",
            DeliveryStatus::PartlyDelivered => "form-delivery-status-partly",
            DeliveryStatus::Delivered => "form-delivery-status-delivered",
            DeliveryStatus::Cancelled => "form-delivery-status-cancelled",
        }))
    });
    view! {
        <Field form=form.clone() name="name" value=typed.name />
        <TextArea
            form=form.clone()
            name="description"
            value=typed.description
            hint=lang.t("form-delivery-description-hint")
        />
        <Select
            form=form.clone()
            name="area"
            options=areas
            selected=typed.area
            hint=lang.t("form-delivery-area-hint")
            optional=true
        />
        <Radios form name="status" options=statuses.collect() selected=typed.status />
    }
}

/// When it was put to use.
#[component]
fn Launched(form: FormView, typed: DeliveryForm) -> impl IntoView {
    let lang = form.lang;
    let last =
        (!typed.id.is_empty()).then(|| view! { <p class="hint">{lang.t("form-delivery-launch-last")}</p> });
    view! {
        <fieldset class="part">
            <legend>
                <h2>{lang.t("form-delivery-launch")}</h2>
            </legend>
            <p class="hint">{lang.t("form-delivery-launch-hint")}</p>
            {last}
            <Field
                form=form.clone()
                name="launch_what"
                value=typed.launch_what
                hint=lang.t("form-delivery-launch-what-hint")
                optional=true
            />
            <div class="two">
                <Field form=form.clone() name="planned" value=typed.planned optional=true />
                <Field
                    form
                    name="actual"
                    value=typed.actual
                    hint=lang.t("form-delivery-actual-hint")
                />
            </div>
        </fieldset>
    }
}

fn labels(lang: Lang) -> [(&'static str, String); 7] {
    [
        ("name", lang.t("form-delivery-name")),
        ("description", lang.t("form-delivery-description")),
        ("area", lang.t("form-delivery-area")),
        ("status", lang.t("form-delivery-status")),
        ("launch_what", lang.t("form-delivery-launch-what")),
        ("planned", lang.t("form-delivery-planned")),
        ("actual", lang.t("form-delivery-actual")),
    ]
}

/// The fields as people read them, in the order of [`labels`].
fn fields(form: &DeliveryForm, shown: &DeliveryFormView, lang: Lang) -> Vec<(String, String)> {
    let area = shown.areas.iter().find(|area| area.id.to_string() == form.area);
    let area = area
        .map(|area| format!("{} {}", area.number, area.name))
        .unwrap_or_default();
    let status = DeliveryStatus::from_code(&form.status);
    let status = status
        .map(|status| name::delivery_status(lang, status))
        .unwrap_or_default();
    let values = [
        form.name.clone(),
        form.description.clone(),
        area,
        status,
        form.launch_what.clone(),
        form.planned.clone(),
        form.actual.clone(),
    ];
    labels(lang)
        .into_iter()
        .map(|(_, label)| label)
        .zip(values)
        .collect()
}
