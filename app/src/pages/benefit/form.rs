//! The form that adds or changes an expected benefit.

use domain::benefit::ValueClass;
use leptos::prelude::*;
use service::BenefitFormView;
use text::{Lang, name};

use crate::api;
use crate::components::form::{
    Choice, Field, FigureFields, FormFrame, FormView, Need, Radios, Select, TextArea, TickBox, TickBoxes,
    with_figures,
};
use crate::components::form_page::{path_part, query_part};
use crate::components::links;
use crate::components::page::Loaded;

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
    view! { <Loaded load view=move |shown| form_view(&shown, lang) /> }.into_any()
}

fn form_view(shown: &BenefitFormView, lang: Lang) -> AnyView {
    let form = fields(shown, lang);
    let heading = lang.t(if shown.existing {
        "form-benefit-change"
    } else {
        "form-benefit-new"
    });
    let back = links::initiative(shown.initiative.id);
    let crumbs = vec![
        ("/initiativ".to_owned(), lang.t("initiative-list-title")),
        (back.clone(), shown.initiative.name.clone()),
    ];
    let afresh = format!("{back}/nytta/{}", shown.state.form.id);
    view! {
        <FormFrame
            form=form.clone()
            heading
            lead=lang.t("form-benefit-lead")
            kicker=shown.initiative.name.clone()
            crumbs
            action="/api/benefit_save"
            back
            afresh
            hidden=vec!["initiative"]
            submit=lang.t("form-benefit-submit")
        >
            <Select
                form=form.clone()
                name="delivery"
                hint=lang.t("form-benefit-delivery-hint")
                empty=lang.t("form-benefit-delivery-empty")
                need=Need::Never
            />
            <Field form=form.clone() name="title" need=Need::Never />
            <TextArea form=form.clone() name="description" />
            <TickBoxes form=form.clone() name="groups" hint=lang.t("form-benefit-groups-hint") />
            <Radios form=form.clone() name="value_class" need=Need::Never />
            <div class="two">
                <Select
                    form=form.clone()
                    name="owner"
                    hint=lang.t("form-benefit-owner-hint")
                    empty=lang.t("form-unit-empty")
                    need=Need::Never
                />
                <Select
                    form=form.clone()
                    name="recipient"
                    hint=lang.t("form-benefit-recipient-hint")
                    empty=lang.t("form-unit-empty")
                    need=Need::Never
                />
            </div>
            <div class="two">
                <Field
                    form=form.clone()
                    name="expected_from"
                    hint=lang.t("form-benefit-day-hint")
                    need=Need::Never
                />
                <Field
                    form=form.clone()
                    name="expected_to"
                    hint=lang.t("form-benefit-day-to-hint")
                    need=Need::Never
                />
            </div>
            <TickBox form=form.clone() name="unplanned" />
            <FigureFields form=form.clone() />
        </FormFrame>
    }
    .into_any()
}

fn fields(shown: &BenefitFormView, lang: Lang) -> FormView {
    let deliveries = shown
        .deliveries
        .iter()
        .map(|delivery| Choice::new(delivery.id.to_string(), delivery.name.clone()));
    let groups = shown
        .groups
        .iter()
        .map(|group| Choice::new(group.id.to_string(), group.name.clone()));
    let classes = ValueClass::ALL.into_iter().map(|class| {
        let choice = Choice::new(class.code(), name::value_class(lang, class));
        match class {
            ValueClass::Financial => choice.with_hint(lang.t("form-benefit-value-financial")),
            ValueClass::Redistribution => choice.with_hint(lang.t("form-benefit-value-redistribution")),
            ValueClass::Qualitative => choice.with_hint(lang.t("form-benefit-value-qualitative")),
            ValueClass::NotStated => choice,
        }
    });
    let units: Vec<Choice> = shown
        .units
        .iter()
        .map(|unit| Choice::new(unit.id.to_string(), unit.name.clone()))
        .collect();
    let unplanned = vec![Choice::new("on", lang.t("form-benefit-unplanned-choice"))];
    let form = FormView::of(lang, "form-benefit", &shown.state)
        .one_of("delivery", lang.t("form-benefit-delivery"), deliveries.collect())
        .field("title", lang.t("form-benefit-title"))
        .field("description", lang.t("form-benefit-description"))
        .one_of("groups", lang.t("form-benefit-groups"), groups.collect())
        .one_of(
            "value_class",
            lang.t("form-benefit-value-class"),
            classes.collect(),
        )
        .one_of("owner", lang.t("form-benefit-owner"), units.clone())
        .one_of("recipient", lang.t("form-benefit-recipient"), units)
        .field("expected_from", lang.t("form-benefit-expected-from"))
        .field("expected_to", lang.t("form-benefit-expected-to"))
        .one_of("unplanned", lang.t("form-benefit-unplanned"), unplanned);
    with_figures(form)
}
