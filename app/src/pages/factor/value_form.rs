//! The form of a value of a factor.

use domain::factor::FactorKind;
use leptos::prelude::*;
use service::FactorValueFormView;
use text::{Lang, date, name};

use crate::api;
use crate::components::form::{Field, FormFrame, FormView, Need};
use crate::components::form_page::{path_part, query_part};
use crate::components::links;
use crate::components::page::Loaded;

/// The page.
#[component]
pub fn FactorValueFormPage() -> impl IntoView {
    let lang = api::lang();
    let load = api::factor_value_form(
        path_part("id").unwrap_or_default(),
        path_part("value"),
        query_part("draft"),
    );
    view! { <Loaded load view=move |shown| form_view(&shown, lang) /> }.into_any()
}

fn form_view(shown: &FactorValueFormView, lang: Lang) -> AnyView {
    let factor = &shown.factor;
    let unit = factor.unit.clone().unwrap_or_default();
    let label = match factor.kind {
        FactorKind::HourlyCost => lang.t("factor-form-value-hourly-cost"),
        FactorKind::FullTimeYearHours => lang.t("factor-form-value-full-time-year-hours"),
        FactorKind::DiscountRate => lang.t("factor-form-value-discount-rate"),
        FactorKind::UnitValue => lang.t_with("factor-form-value-unit-value", &[("unit", unit.into())]),
    };
    let form = FormView::of(lang, "factor-form", &shown.state)
        .field("value", label)
        .field("from", lang.t("factor-form-from"))
        .field("price_level", lang.t("factor-form-price-level"))
        .field("source", lang.t("factor-form-source"));
    let here = links::factor(factor.id);
    let id = &shown.state.form.id;
    let heading = lang.t(if id.is_empty() {
        "factor-value-new"
    } else {
        "factor-form-value-change"
    });
    let now = shown.in_force.as_ref().map(|value| {
        let args = [
            ("value", name::factor_value(lang, factor, value.value).into()),
            ("day", date::day(lang, value.from).into()),
        ];
        view! { <p class="note">{lang.t_with("factor-form-value-now", &args)}</p> }
    });
    let lead = lang.t_with("factor-form-value-lead", &[("name", factor.name.clone().into())]);
    let price = factor.kind.has_price_level().then(|| {
        let need = if factor.kind.is_money() {
            Need::Always
        } else {
            Need::Never
        };
        view! {
            <Field
                form=form.clone()
                name="price_level"
                hint=lang.t("factor-form-price-level-hint")
                inputmode="numeric"
                need
            />
        }
    });
    let crumbs = vec![
        (links::FACTORS.to_owned(), lang.t("factor-title")),
        (here.clone(), factor.name.clone()),
    ];
    view! {
        <FormFrame
            form=form.clone()
            heading
            lead
            kicker=name::factor_kind(lang, factor.kind)
            crumbs
            action="/api/factor_value_save"
            back=here.clone()
            // What was sent in meanwhile has no form any more: its page says how it stands.
            afresh=here
            hidden=vec!["factor"]
            submit=lang.t("factor-form-submit")
            draft=lang.t("factor-form-draft")
        >
            {now}
            <div class="two">
                <Field form=form.clone() name="value" inputmode="decimal" />
                <Field form=form.clone() name="from" hint=lang.t("factor-form-from-hint") />
            </div>
            {price}
            <Field form=form.clone() name="source" hint=lang.t("factor-form-source-hint") />
        </FormFrame>
    }
    .into_any()
}
