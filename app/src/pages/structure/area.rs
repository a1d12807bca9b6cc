//! The form of an investment area.

use domain::form::row_field;
use leptos::prelude::*;
use service::{AreaFormView, StructureKind};
use text::{Lang, number};

use super::parts::{Remove, crumbs, form_path};
use crate::api;
use crate::components::form::{
    Choice, Field, FormFrame, FormView, Need, RowButton, Select, TextArea, TickBoxes, row_count,
};
use crate::components::form_page::{path_part, query_part};
use crate::components::page::Loaded;

/// The form of an area: new, or one that exists.
#[component]
pub fn AreaFormPage() -> impl IntoView {
    let lang = api::lang();
    let load = api::area_form(query_part("mangd"), path_part("id"), query_part("draft"));
    view! { <Loaded load view=move |shown| form_view(&shown, lang) /> }.into_any()
}

fn form_view(shown: &AreaFormView, lang: Lang) -> AnyView {
    let sets = shown
        .sets
        .iter()
        .map(|set| Choice::new(set.id.to_string(), set.name.clone()));
    let groups = shown
        .groups
        .iter()
        .map(|group| Choice::new(group.id.to_string(), group.name.clone()));
    let form = FormView::of(lang, "structure-area", &shown.state)
        .one_of("area_set", lang.t("structure-area-set"), sets.collect())
        .field("number", lang.t("structure-area-number"))
        .field("name", lang.t("structure-area-name"))
        .field("purpose", lang.t("structure-area-purpose"))
        .field("expected_effects", lang.t("structure-area-effects"))
        .one_of("main_groups", lang.t("structure-area-groups"), groups.collect())
        .field("budget_from", lang.t("structure-area-budget-from"))
        .field("budget_to", lang.t("structure-area-budget-to"))
        .field("budget_tkr", lang.t("structure-area-budget-tkr"))
        .field("note", lang.t("structure-area-note"));
    let (id, version) = (shown.state.form.id.clone(), form.value("version"));
    let heading = if id.is_empty() {
        lang.t("structure-area-new")
    } else {
        let name = format!("{} {}", form.value("number"), form.value("name"));
        lang.t_with("structure-area-change", &[("name", name.into())])
    };
    let budgets = budgets(&form);
    view! {
        <FormFrame
            form=form.clone()
            heading
            lead=lang.t("structure-area-lead")
            crumbs=crumbs(lang)
            action="/api/area_save"
            back="/struktur"
            afresh=form_path("omrade", &id)
            submit=lang.t("structure-save")
        >
            <Select form=form.clone() name="area_set" empty=lang.t("structure-choose") />
            <div class="two">
                <Field form=form.clone() name="number" hint=lang.t("structure-area-number-hint") />
                <Field form=form.clone() name="name" />
            </div>
            <TextArea form=form.clone() name="purpose" need=Need::Never />
            <TextArea form=form.clone() name="expected_effects" need=Need::Never />
            <TickBoxes
                form=form.clone()
                name="main_groups"
                hint=lang.t("structure-area-groups-hint")
                need=Need::Never
            />
            {budgets}
            <TextArea form=form.clone() name="note" hint=lang.t("form-delivery-note-hint") rows=2 need=Need::Never />
        </FormFrame>
        <Remove kind=StructureKind::Area id version lang />
    }
    .into_any()
}

/// Budgets as given: a row each, never spread over the years.
fn budgets(form: &FormView) -> AnyView {
    let lang = form.lang;
    let rows: Vec<_> = (0..row_count(form, &["budget_from", "budget_tkr"], 1))
        .map(|row| {
            let field = |column: &str| row_field(column, row);
            let legend = lang.t_with(
                "structure-area-budget-row",
                &[("row", number::len(lang, row.saturating_add(1)).into())],
            );
            view! {
                <fieldset class="row">
                    <legend>{legend}</legend>
                    <div class="three">
                        <Field form=form.clone() name=field("budget_from") need=Need::Sometimes inputmode="numeric" />
                        <Field form=form.clone() name=field("budget_to") need=Need::Never inputmode="numeric" />
                        <Field form=form.clone() name=field("budget_tkr") need=Need::Sometimes inputmode="decimal" />
                    </div>
                </fieldset>
            }
        })
        .collect();
    view! {
        <fieldset class="part" id="budget" tabindex="-1">
            <legend>
                <h2>{lang.t("structure-area-budgets")}</h2>
            </legend>
            <p class="hint">{lang.t("structure-area-budgets-hint")}</p>
            {rows}
            <RowButton form=form.clone() action="add_budget" text=lang.t("structure-area-budget-add") />
        </fieldset>
    }
    .into_any()
}
