//! The form of a factor: a new one with its first value, or what one is called and covers.

use domain::factor::FactorKind;
use leptos::prelude::*;
use service::FactorFormView;
use text::{Lang, name};

use crate::api;
use crate::components::form::{Choice, Field, FormFrame, FormView, Need, Radios, TextArea};
use crate::components::form_page::{path_part, query_part};
use crate::components::links;
use crate::components::page::Loaded;

/// The page.
#[component]
pub fn FactorFormPage() -> impl IntoView {
    let lang = api::lang();
    let load = api::factor_form(path_part("id"), query_part("draft"));
    view! { <Loaded load view=move |shown| form_view(&shown, lang) /> }.into_any()
}

fn form_view(shown: &FactorFormView, lang: Lang) -> AnyView {
    let kinds = FactorKind::ALL.into_iter().map(|kind| kind_choice(kind, lang));
    let form = FormView::of(lang, "factor-form", &shown.state)
        .field("name", lang.t("factor-form-name"))
        .one_of("kind", lang.t("factor-form-kind"), kinds.collect())
        .field("unit", lang.t("factor-form-unit"))
        .field("description", lang.t("factor-form-description"))
        .field("ended_on", lang.t("factor-form-ended-on"))
        .field("from", lang.t("factor-form-from"))
        .field("value", lang.t("factor-form-value"))
        .field("price_level", lang.t("factor-form-price-level"))
        .field("source", lang.t("factor-form-source"));
    let crumbs = vec![(links::FACTORS.to_owned(), lang.t("factor-title"))];
    match &shown.factor {
        None => new(form, crumbs, lang),
        Some(factor) => {
            let here = links::factor(factor.id);
            let mut crumbs = crumbs;
            crumbs.push((here.clone(), factor.name.clone()));
            // What its values are for stays as it is once one of them is approved.
            let asks_unit = factor.kind == FactorKind::UnitValue && !factor.is_settled();
            let hidden = if asks_unit {
                vec!["kind"]
            } else {
                vec!["kind", "unit"]
            };
            let unit = asks_unit.then(|| {
                view! { <Field form=form.clone() name="unit" hint=lang.t("factor-form-unit-hint") /> }
            });
            view! {
                <FormFrame
                    form=form.clone()
                    heading=lang.t("factor-form-change")
                    lead=lang.t("factor-form-change-lead")
                    kicker=name::factor_kind(lang, factor.kind)
                    crumbs
                    action="/api/factor_save"
                    back=here.clone()
                    afresh=format!("{here}/andra")
                    hidden
                    submit=lang.t("factor-form-save")
                >
                    <Field form=form.clone() name="name" hint=lang.t("factor-form-name-hint") />
                    {unit}
                    {description(&form)}
                    <Field
                        form=form.clone()
                        name="ended_on"
                        hint=lang.t("factor-form-ended-on-hint")
                        need=Need::Never
                    />
                </FormFrame>
            }
            .into_any()
        }
    }
}

fn new(form: FormView, crumbs: Vec<(String, String)>, lang: Lang) -> AnyView {
    view! {
        <FormFrame
            form=form.clone()
            heading=lang.t("factor-form-new")
            lead=lang.t("factor-form-lead")
            crumbs
            action="/api/factor_save"
            back=links::FACTORS
            afresh=links::FACTOR_NEW
            submit=lang.t("factor-form-submit")
            draft=lang.t("factor-form-draft")
        >
            <Field form=form.clone() name="name" hint=lang.t("factor-form-name-hint") />
            <Radios form=form.clone() name="kind" />
            <Field form=form.clone() name="unit" hint=lang.t("factor-form-unit-hint") need=Need::Sometimes />
            {description(&form)}
            <div class="two">
                <Field
                    form=form.clone()
                    name="value"
                    hint=lang.t("factor-form-value-hint")
                    inputmode="decimal"
                />
                <Field form=form.clone() name="from" hint=lang.t("factor-form-from-hint") />
            </div>
            <div class="two">
                <Field
                    form=form.clone()
                    name="price_level"
                    hint=lang.t("factor-form-price-level-hint")
                    inputmode="numeric"
                    need=Need::Sometimes
                />
                <Field form=form.clone() name="source" hint=lang.t("factor-form-source-hint") />
            </div>
        </FormFrame>
    }
    .into_any()
}

fn description(form: &FormView) -> AnyView {
    let lang = form.lang;
    view! {
        <TextArea
            form=form.clone()
            name="description"
            hint=lang.t("factor-form-description-hint")
            rows=3
            need=Need::Never
        />
    }
    .into_any()
}

fn kind_choice(kind: FactorKind, lang: Lang) -> Choice {
    let hint = lang.t(match kind {
        FactorKind::HourlyCost => "factor-kind-hourly-cost-hint",
        FactorKind::FullTimeYearHours => "factor-kind-full-time-year-hours-hint",
        FactorKind::DiscountRate => "factor-kind-discount-rate-hint",
        FactorKind::UnitValue => "factor-kind-unit-value-hint",
    });
    Choice::new(kind.code(), name::factor_kind(lang, kind)).with_hint(hint)
}
