//! The form of a calculation as a whole.

use domain::calculation::AmountUnit;
use leptos::prelude::*;
use service::CalculationFormView;
use text::{Lang, date, name};

use crate::api;
use crate::components::form::{Choice, Field, FormFrame, FormView, Need, Select, TextArea};
use crate::components::form_page::{path_part, query_part};
use crate::components::links;
use crate::components::page::Loaded;

/// The form: of an initiative's first calculation, or of one that exists.
#[component]
pub fn CalculationFormPage() -> impl IntoView {
    let lang = api::lang();
    // One address begins with the initiative, the other with the calculation.
    let load = api::calculation_form(path_part("id"), path_part("calculation"), query_part("draft"));
    view! { <Loaded load view=move |shown| form_view(&shown, lang) /> }.into_any()
}

fn form_view(shown: &CalculationFormView, lang: Lang) -> AnyView {
    let units = AmountUnit::ALL
        .into_iter()
        .map(|unit| Choice::new(unit.code(), name::amount_unit(lang, unit)));
    let form = FormView::of(lang, "calculation", &shown.state)
        .field("base_year", lang.t("calculation-base-year"))
        .field("horizon_years", lang.t("calculation-horizon"))
        .field("discount_rate", lang.t("calculation-rate"))
        .field("rate_source", lang.t("calculation-rate-source"))
        .field("price_level", lang.t("calculation-price-level"))
        .one_of("unit", lang.t("calculation-unit"), units.collect())
        .field("zero_alternative", lang.t("calculation-zero"))
        .field("assumptions", lang.t("calculation-assumptions"));
    let id = &shown.state.form.id;
    let initiative = links::initiative(shown.initiative.id);
    let (heading, back, afresh) = if shown.existing {
        let back = format!("{}/{id}", links::CALCULATIONS);
        (
            lang.t("calculation-form-change"),
            back.clone(),
            format!("{back}/andra"),
        )
    } else {
        (
            lang.t("calculation-form-new"),
            initiative.clone(),
            format!("{initiative}/kalkyl"),
        )
    };
    let crumbs = vec![
        ("/initiativ".to_owned(), lang.t("initiative-list-title")),
        (initiative, shown.initiative.name.clone()),
    ];
    let rate_from = shown.rate_from.as_ref().map(|rate| {
        let args = [
            ("name", rate.name.clone().into()),
            ("day", date::day(lang, rate.from).into()),
        ];
        let said = lang.t_with("line-build-rate-from", &args);
        let href = links::factor(rate.factor);
        view! { <p class="note"><a href=href>{lang.t("factor-title")}</a> ": " {said}</p> }
    });
    view! {
        <FormFrame
            form=form.clone()
            heading
            lead=lang.t("calculation-form-lead")
            kicker=shown.initiative.name.clone()
            crumbs
            action="/api/calculation_save"
            back
            afresh
            hidden=vec!["initiative"]
            submit=lang.t("calculation-form-submit")
        >
            <div class="two">
                <Field form=form.clone() name="base_year" hint=lang.t("calculation-base-year-hint") inputmode="numeric" />
                <Field form=form.clone() name="horizon_years" hint=lang.t("calculation-horizon-hint") inputmode="numeric" />
            </div>
            {rate_from}
            <div class="two">
                <Field
                    form=form.clone()
                    name="discount_rate"
                    hint=lang.t("calculation-rate-hint")
                    inputmode="decimal"
                    need=Need::Sometimes
                />
                <Field
                    form=form.clone()
                    name="rate_source"
                    hint=lang.t("calculation-rate-source-hint")
                    need=Need::Sometimes
                />
            </div>
            <div class="two">
                <Field
                    form=form.clone()
                    name="price_level"
                    hint=lang.t("calculation-price-level-hint")
                    inputmode="numeric"
                    need=Need::Sometimes
                />
                <Select form=form.clone() name="unit" hint=lang.t("calculation-unit-hint") />
            </div>
            <TextArea
                form=form.clone()
                name="zero_alternative"
                hint=lang.t("calculation-zero-hint")
                rows=3
                need=Need::Sometimes
            />
            <TextArea
                form=form.clone()
                name="assumptions"
                hint=lang.t("calculation-assumptions-hint")
                rows=4
                need=Need::Never
            />
        </FormFrame>
    }
    .into_any()
}
