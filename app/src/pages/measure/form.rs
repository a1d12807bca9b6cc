//! The form of a measure.

use domain::form::PER;
use domain::measure::{Aggregation, Cadence, Direction, MeasureUse};
use leptos::prelude::*;
use service::MeasureFormView;
use text::{Lang, measure, name, number};

use crate::api;
use crate::components::form::{Choice, Field, FormFrame, FormView, Need, Radios, Select, TextArea, TickBox};
use crate::components::form_page::{path_part, query_part};
use crate::components::links;
use crate::components::page::Loaded;

/// The form: of a new measure, or of one that exists.
#[component]
pub fn MeasureFormPage() -> impl IntoView {
    let lang = api::lang();
    let load = api::measure_form(path_part("id"), query_part("nytta"), query_part("draft"));
    view! { <Loaded load view=move |shown| form_view(&shown, lang) /> }.into_any()
}

fn fields(shown: &MeasureFormView, lang: Lang) -> FormView {
    let directions = Direction::ALL.map(|one| {
        let key = match one {
            Direction::Higher => "measure-form-direction-higher",
            Direction::Lower => "measure-form-direction-lower",
            Direction::NotStated => "measure-form-direction-not-stated",
        };
        Choice::new(one.code(), lang.t(key))
    });
    let aggregations = Aggregation::ALL.map(|one| {
        let key = match one {
            Aggregation::Latest => "measure-form-aggregation-latest",
            Aggregation::Sum => "measure-form-aggregation-sum",
            Aggregation::Mean => "measure-form-aggregation-mean",
            Aggregation::Ratio => "measure-form-aggregation-ratio",
        };
        Choice::new(one.code(), lang.t(key))
    });
    let cadences =
        Cadence::ALL.map(|one| Choice::new(one.code(), name::upper_first(&measure::cadence(lang, one))));
    let uses =
        MeasureUse::ALL.map(|one| Choice::new(one.code(), name::upper_first(&measure::used_for(lang, one))));
    let per = PER.map(|one| Choice::new(one.to_string(), number::count(lang, one)));
    let on = |key: &str| vec![Choice::new("on", lang.t(key))];
    FormView::of(lang, "measure", &shown.state)
        .field("name", lang.t("measure-name"))
        .field("definition", lang.t("measure-definition"))
        .field("unit", lang.t("measure-unit-head"))
        .one_of("direction", lang.t("measure-form-direction"), directions.to_vec())
        .one_of(
            "aggregation",
            lang.t("measure-form-aggregation"),
            aggregations.to_vec(),
        )
        .one_of("per", lang.t("measure-form-per"), per.to_vec())
        .field("numerator", lang.t("measure-numerator"))
        .field("denominator", lang.t("measure-denominator"))
        .one_of("frequency", lang.t("measure-form-frequency"), cadences.to_vec())
        .one_of("sex", lang.t("measure-form-split"), on("measure-form-sex"))
        .field("channels", lang.t("measure-form-channels"))
        .field("components", lang.t("measure-form-components"))
        .field("source", lang.t("measure-source"))
        .field("formula", lang.t("measure-formula"))
        .field("rationale", lang.t("measure-rationale"))
        .one_of("used_for", lang.t("measure-use"), uses.to_vec())
        .field("note", lang.t("measure-note"))
        .one_of(
            "redefined",
            lang.t("measure-form-redefined"),
            on("measure-form-redefined-choice"),
        )
        .field("from", lang.t("measure-form-from"))
        .field("reason", lang.t("measure-form-reason"))
}

fn form_view(shown: &MeasureFormView, lang: Lang) -> AnyView {
    let form = fields(shown, lang);
    let heading = lang.t(if shown.existing {
        "measure-form-change"
    } else {
        "measure-form-new"
    });
    let id = &shown.state.form.id;
    let (back, afresh) = if shown.existing {
        (
            format!("{}/{id}", links::MEASURES),
            format!("{}/{id}/andra", links::MEASURES),
        )
    } else {
        (links::MEASURES.to_owned(), format!("{}/nytt", links::MEASURES))
    };
    let crumbs = vec![(links::MEASURES.to_owned(), lang.t("measure-title"))];
    let redefined_hint = if shown.held_fast {
        "measure-form-held-fast"
    } else {
        "measure-form-redefined-hint"
    };
    let redefined = shown.existing.then(|| {
        view! {
            <fieldset class="part">
                <legend><h2>{lang.t("measure-form-redefined")}</h2></legend>
                <p class="hint">{lang.t(redefined_hint)}</p>
                <TickBox form=form.clone() name="redefined" />
                <Field form=form.clone() name="from" need=Need::Sometimes />
                <TextArea form=form.clone() name="reason" rows=2 need=Need::Sometimes />
            </fieldset>
        }
    });
    view! {
        <FormFrame
            form=form.clone()
            heading
            lead=lang.t("measure-form-lead")
            crumbs
            action="/api/measure_save"
            back
            afresh
            hidden=vec!["benefit"]
            submit=lang.t("measure-form-submit")
        >
            <Field form=form.clone() name="name" hint=lang.t("measure-form-name-hint") />
            <TextArea form=form.clone() name="definition" hint=lang.t("measure-form-definition-hint") rows=4 />
            <div class="two">
                <Field form=form.clone() name="unit" hint=lang.t("measure-form-unit-hint") need=Need::Never />
                <Select form=form.clone() name="frequency" empty=lang.t("measure-form-frequency-none") need=Need::Never />
            </div>
            <Radios form=form.clone() name="direction" />
            <Radios form=form.clone() name="aggregation" />
            {more(&form)}
            {redefined}
        </FormFrame>
    }
    .into_any()
}

/// What few measures need at once.
fn more(form: &FormView) -> AnyView {
    let lang = form.lang;
    view! {
        <fieldset class="part">
            <legend><h2>{lang.t("measure-form-more")}</h2></legend>
            <div class="two">
                <Field form=form.clone() name="numerator" need=Need::Never />
                <Field form=form.clone() name="denominator" need=Need::Never />
            </div>
            <Select form=form.clone() name="per" hint=lang.t("measure-form-per-hint") empty="100".to_owned() need=Need::Never />
            <TickBox form=form.clone() name="sex" />
            <div class="two">
                <TextArea form=form.clone() name="channels" hint=lang.t("measure-form-channels-hint") rows=3 need=Need::Never />
                <TextArea form=form.clone() name="components" hint=lang.t("measure-form-components-hint") rows=3 need=Need::Never />
            </div>
            <Field form=form.clone() name="source" need=Need::Never />
            <TextArea form=form.clone() name="formula" rows=2 need=Need::Never />
            <TextArea form=form.clone() name="rationale" rows=2 need=Need::Never />
            <Select form=form.clone() name="used_for" empty=lang.t("measure-not-stated") need=Need::Never />
            <TextArea form=form.clone() name="note" rows=2 need=Need::Never />
        </fieldset>
    }
    .into_any()
}
