//! The form that adds or changes an expected benefit.

use domain::benefit::ValueClass;
use domain::form::BenefitForm;
use leptos::prelude::*;
use service::BenefitFormView;
use text::{Lang, name};

use crate::api;
use crate::components::form::{
    Checkboxes, Choice, ErrorSummary, Field, FormView, Hidden, Radios, Select, SubmissionKey, TextArea,
};
use crate::components::form_page::{FormTitle, path_part, query_part, theirs};
use crate::components::links;
use crate::components::page::Loaded;
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::stale::{BothVersions, StalePanel};
use crate::components::tick_boxes::TickBoxes;
use crate::islands::UnsavedGuard;

/// The form of a benefit: new, or one that exists.
#[component]
pub fn BenefitFormPage() -> impl IntoView {
    let lang = api::lang();
    let initiative = path_part("id").unwrap_or_default();
    let load = api::benefit_form(
        initiative,
        query_part("leverans"),
        path_part("benefit"),
        query_part("draft"),
    );
    view! { <Loaded load view=move |shown| form_view(shown, lang) /> }.into_any()
}

fn form_view(shown: BenefitFormView, lang: Lang) -> AnyView {
    let typed = shown.state.form.clone();
    let stale = theirs(&shown.state).cloned();
    let form = FormView::new(lang, "form-benefit", labels(lang), shown.state.errors());
    let came_back = stale.is_some() || !form.is_valid();
    let heading = lang.t(if shown.existing {
        "form-benefit-change"
    } else {
        "form-benefit-new"
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
                heading=lang.t("form-benefit-stale")
                advice=lang.t("form-benefit-stale-advice")
                afresh=format!("{back}/nytta/{}", typed.id)
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
            <p class="lead">{lang.t("form-benefit-lead")}</p>
        </PageHead>
        <form class="form" id="formular" method="post" action="/api/benefit_save" novalidate=true>
            <SubmissionKey submission=typed.submission.clone() id=typed.id.clone() version />
            <Hidden name="initiative" value=typed.initiative.clone() />
            <What form=form.clone() typed=typed.clone() shown=shown.clone() />
            <Value form typed shown />
            <div class="actions">
                <button class="btn primary" type="submit">{lang.t("form-benefit-submit")}</button>
                <a class="btn quiet" href=back>{lang.t("form-cancel")}</a>
            </div>
        </form>
        <UnsavedGuard form="formular".to_owned() dirty=came_back />
    }
    .into_any()
}

/// Where it comes from, what it is and which groups it belongs to.
#[component]
fn What(form: FormView, typed: BenefitForm, shown: BenefitFormView) -> impl IntoView {
    let lang = form.lang;
    let deliveries = shown
        .deliveries
        .iter()
        .map(|delivery| Choice::new(delivery.id.to_string(), delivery.name.clone()));
    let groups = shown
        .groups
        .iter()
        .map(|group| Choice::new(group.id.to_string(), group.name.clone()));
    view! {
        <Select
            form=form.clone()
            name="delivery"
            options=deliveries.collect()
            selected=typed.delivery
            hint=lang.t("form-benefit-delivery-hint")
            empty=lang.t("form-benefit-delivery-empty")
            optional=true
        />
        <Field form=form.clone() name="title" value=typed.title optional=true />
        <TextArea form=form.clone() name="description" value=typed.description />
        <TickBoxes
            form
            name="groups"
            options=groups.collect()
            selected=typed.groups
            hint=lang.t("form-benefit-groups-hint")
        />
    }
}

/// How it can be valued, who answers for it, and when it is expected.
#[component]
fn Value(form: FormView, typed: BenefitForm, shown: BenefitFormView) -> impl IntoView {
    let lang = form.lang;
    let classes = ValueClass::ALL.into_iter().map(|class| {
        let choice = Choice::new(class.code(), name::value_class(lang, class));
        match class {
            ValueClass::Financial => choice.with_hint(lang.t("form-benefit-value-financial")),
            ValueClass::Redistribution => choice.with_hint(lang.t("form-benefit-value-redistribution")),
            ValueClass::Qualitative => choice.with_hint(lang.t("form-benefit-value-qualitative")),
            ValueClass::NotStated => choice,
        }
    });
    let units = shown
        .units
        .iter()
        .map(|unit| Choice::new(unit.id.to_string(), unit.name.clone()));
    let unplanned = vec![Choice::new("on", lang.t("form-benefit-unplanned-choice"))];
    view! {
        <Radios
            form=form.clone()
            name="value_class"
            options=classes.collect()
            selected=typed.value_class
            optional=true
        />
        <Select
            form=form.clone()
            name="owner"
            options=units.collect()
            selected=typed.owner
            hint=lang.t("form-benefit-owner-hint")
            empty=lang.t("form-benefit-owner-empty")
            optional=true
        />
        <div class="two">
            <Field
                form=form.clone()
                name="expected_from"
                value=typed.expected_from
                hint=lang.t("form-benefit-day-hint")
                optional=true
            />
            <Field
                form=form.clone()
                name="expected_to"
                value=typed.expected_to
                hint=lang.t("form-benefit-day-to-hint")
                optional=true
            />
        </div>
        <Checkboxes form name="unplanned" options=unplanned selected=vec![typed.unplanned] optional=true />
    }
}

fn labels(lang: Lang) -> [(&'static str, String); 9] {
    [
        ("delivery", lang.t("form-benefit-delivery")),
        ("title", lang.t("form-benefit-title")),
        ("description", lang.t("form-benefit-description")),
        ("groups", lang.t("form-benefit-groups")),
        ("value_class", lang.t("form-benefit-value-class")),
        ("owner", lang.t("form-benefit-owner")),
        ("expected_from", lang.t("form-benefit-expected-from")),
        ("expected_to", lang.t("form-benefit-expected-to")),
        ("unplanned", lang.t("form-benefit-unplanned")),
    ]
}

/// The fields as people read them, in the order of [`labels`].
fn fields(form: &BenefitForm, shown: &BenefitFormView, lang: Lang) -> Vec<(String, String)> {
    let delivery = shown
        .deliveries
        .iter()
        .find(|delivery| delivery.id.to_string() == form.delivery);
    let groups = shown
        .groups
        .iter()
        .filter(|group| form.groups.contains(&group.id.to_string()));
    let groups: Vec<&str> = groups.map(|group| group.name.as_str()).collect();
    let owner = shown.units.iter().find(|unit| unit.id.to_string() == form.owner);
    let class = ValueClass::from_code(&form.value_class).unwrap_or_default();
    let unplanned = !form.unplanned.is_empty();
    let values = [
        delivery.map(|delivery| delivery.name.clone()).unwrap_or_default(),
        form.title.clone(),
        form.description.clone(),
        groups.join(", "),
        name::value_class(lang, class),
        owner.map(|unit| unit.name.clone()).unwrap_or_default(),
        form.expected_from.clone(),
        form.expected_to.clone(),
        if unplanned {
            lang.t("form-benefit-unplanned-choice")
        } else {
            String::new()
        },
    ];
    labels(lang)
        .into_iter()
        .map(|(_, label)| label)
        .zip(values)
        .collect()
}
