//! The form of a value in kronor.

use domain::calculation::AmountUnit;
use domain::sek_value::{SekFrequency, SekKind, SekValue};
use leptos::prelude::*;
use service::SekValueFormView;
use text::{Lang, name, realised};

use crate::api;
use crate::components::empty::Empty;
use crate::components::form::{Choice, Field, FormFrame, FormView, Need, Radios, Select, TickBox};
use crate::components::form_page::{path_part, query_part};
use crate::components::links;
use crate::components::page::{Loaded, Title};
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::register::excerpt;

/// The form of a value: of a benefit's next, or of one that exists.
#[component]
pub fn SekValueFormPage() -> impl IntoView {
    let lang = api::lang();
    let load = api::sek_value_form(
        path_part("benefit"),
        path_part("value"),
        query_part("underlag"),
        query_part("draft"),
    );
    view! { <Loaded load view=move |shown| page(&shown, lang) /> }.into_any()
}

fn fields(shown: &SekValueFormView, lang: Lang) -> FormView {
    let grounds = shown
        .grounds
        .iter()
        .map(|one| Choice::new(one.ground.key(), excerpt(&one.name)));
    let units = AmountUnit::ALL.map(|unit| Choice::new(unit.code(), name::amount_unit(lang, unit)));
    let often = SekFrequency::ALL.map(|one| Choice::new(one.code(), realised::frequency(lang, one)));
    let classes = SekValue::CLASSES.map(|class| Choice::new(class.code(), name::value_class(lang, class)));
    let kinds = SekKind::ALL.map(|kind| Choice::new(kind.code(), realised::sek_kind(lang, kind)));
    let counts = Choice::new("on", lang.t("realised-sek-form-counts-in-sum"))
        .with_hint(lang.t("realised-sek-form-counts-in-sum-hint"));
    FormView::of(lang, "realised-sek-form", &shown.state)
        .one_of("ground", lang.t("realised-sek-form-ground"), grounds.collect())
        .field("amount", lang.t("realised-sek-form-amount"))
        .one_of("unit", lang.t("realised-sek-form-unit"), units.to_vec())
        .one_of("kind", lang.t("realised-sek-form-kind"), kinds.to_vec())
        .one_of("frequency", lang.t("realised-sek-form-frequency"), often.to_vec())
        .field("from_year", lang.t("realised-sek-form-from-year"))
        .field("to_year", lang.t("realised-sek-form-to-year"))
        .one_of("class", lang.t("realised-sek-form-class"), classes.to_vec())
        .field("compared_with", lang.t("realised-sek-form-compared-with"))
        .one_of(
            "counts_in_sum",
            lang.t("realised-sek-form-counts-in-sum"),
            vec![counts],
        )
}

fn benefit_name(shown: &SekValueFormView) -> String {
    let benefit = &shown.benefit;
    benefit
        .title
        .clone()
        .unwrap_or_else(|| benefit.description.clone())
}

fn crumbs(shown: &SekValueFormView, lang: Lang) -> Vec<(String, String)> {
    vec![
        ("/initiativ".to_owned(), lang.t("initiative-list-title")),
        (
            links::initiative(shown.initiative.id),
            shown.initiative.name.clone(),
        ),
    ]
}

fn page(shown: &SekValueFormView, lang: Lang) -> AnyView {
    let fresh = !shown.existing && shown.state.outcome.is_none();
    if shown.grounds.is_empty() && fresh {
        return no_ground(shown, lang);
    }
    form_view(shown, lang)
}

/// Nothing is open that it could hang on: what to do first.
fn no_ground(shown: &SekValueFormView, lang: Lang) -> AnyView {
    let heading = lang.t("realised-sek-form-new");
    let kicker = Some(view! { <p class="kicker">{benefit_name(shown)}</p> }.into_any());
    let state = format!(
        "{}/konstaterad?nytta={}",
        links::initiative(shown.initiative.id),
        shown.benefit.id
    );
    view! {
        <Title text=heading.clone() />
        <Crumbs steps=crumbs(shown, lang) here=heading.clone() lang />
        <PageHead heading=heading.into_any() kicker>
            <p class="lead">{lang.t("realised-sek-form-lead")}</p>
        </PageHead>
        <Empty
            heading=lang.t("realised-sek-form-no-ground")
            text=lang.t("realised-sek-form-no-ground-text")
            page=true
        />
        <p class="actions">
            <a class="btn primary" href=state>
                {lang.t("realised-sek-form-state")}
            </a>
        </p>
    }
    .into_any()
}

fn form_view(shown: &SekValueFormView, lang: Lang) -> AnyView {
    let form = fields(shown, lang);
    let heading = lang.t(if shown.existing {
        "realised-sek-form-change"
    } else {
        "realised-sek-form-new"
    });
    let afresh = if shown.existing {
        format!("/varden/{}", shown.state.form.id)
    } else {
        format!("/nyttor/{}/varde", shown.benefit.id)
    };
    let (value, years) = (value(&form), years(&form));
    view! {
        <FormFrame
            form=form.clone()
            heading
            lead=lang.t("realised-sek-form-lead")
            kicker=benefit_name(shown)
            crumbs=crumbs(shown, lang)
            action="/api/sek_value_save"
            back=links::benefit(shown.initiative.id, shown.benefit.id)
            afresh
            hidden=vec!["benefit"]
            submit=lang.t("realised-sek-form-submit")
        >
            <Select
                form=form.clone()
                name="ground"
                hint=lang.t("realised-sek-form-ground-hint")
                empty=lang.t("realised-sek-form-ground-empty")
            />
            {value}
            {years}
            <Select form=form.clone() name="class" empty=lang.t("realised-sek-form-class-empty") />
            <Field
                form=form.clone()
                name="compared_with"
                hint=lang.t("realised-sek-form-compared-with-hint")
                need=Need::Never
            />
            <TickBox form=form.clone() name="counts_in_sum" />
        </FormFrame>
    }
    .into_any()
}

fn value(form: &FormView) -> AnyView {
    let lang = form.lang;
    view! {
        <div class="two">
            <Field
                form=form.clone()
                name="amount"
                hint=lang.t("realised-sek-form-amount-hint")
                inputmode="decimal"
            />
            <Select form=form.clone() name="unit" />
        </div>
        <Select form=form.clone() name="kind" empty=lang.t("realised-sek-form-kind-empty") />
        <Radios form=form.clone() name="frequency" />
    }
    .into_any()
}

fn years(form: &FormView) -> AnyView {
    let lang = form.lang;
    view! {
        <div class="two">
            <Field form=form.clone() name="from_year" inputmode="numeric" />
            <Field
                form=form.clone()
                name="to_year"
                hint=lang.t("realised-sek-form-to-year-hint")
                inputmode="numeric"
                need=Need::Never
            />
        </div>
    }
    .into_any()
}
