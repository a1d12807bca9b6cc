//! The form that logs or changes a delivery.

use domain::delivery::DeliveryStatus;
use domain::form::row_field;
use leptos::prelude::*;
use service::DeliveryFormView;
use text::{Lang, name, number};

use crate::api;
use crate::components::form::{
    Choice, Field, FigureFields, FormFrame, FormView, Need, Radios, ReadFrom, RowButton, Select, TextArea,
    is_in_use, row_count, with_figures,
};
use crate::components::form_page::{path_part, query_part};
use crate::components::links;
use crate::components::page::Loaded;

/// The form of a delivery: new, or one that exists.
#[component]
pub fn DeliveryFormPage() -> impl IntoView {
    let lang = api::lang();
    let initiative = path_part("id").unwrap_or_default();
    let load = api::delivery_form(initiative, path_part("delivery"), query_part("draft"));
    view! { <Loaded load view=move |shown| form_view(&shown, lang) /> }.into_any()
}

fn form_view(shown: &DeliveryFormView, lang: Lang) -> AnyView {
    let form = fields(shown, lang);
    let heading = lang.t(if shown.existing {
        "form-delivery-change"
    } else {
        "form-delivery-new"
    });
    let back = links::initiative(shown.initiative.id);
    let crumbs = vec![
        ("/initiativ".to_owned(), lang.t("initiative-list-title")),
        (back.clone(), shown.initiative.name.clone()),
    ];
    let afresh = format!("{back}/leverans/{}", shown.state.form.id);
    let parts = (what(&form, shown), launches(&form), upcoming(&form));
    view! {
        <FormFrame
            form=form.clone()
            heading
            lead=lang.t("form-delivery-lead")
            kicker=shown.initiative.name.clone()
            crumbs
            action="/api/delivery_save"
            back
            afresh
            hidden=vec!["initiative"]
            submit=lang.t("form-delivery-submit")
        >
            {parts}
            <FigureFields form=form.clone() />
            <TextArea form=form.clone() name="note" hint=lang.t("form-delivery-note-hint") rows=2 need=Need::Never />
        </FormFrame>
    }
    .into_any()
}

fn fields(shown: &DeliveryFormView, lang: Lang) -> FormView {
    let areas = shown
        .areas
        .iter()
        .map(|area| Choice::new(area.id.to_string(), format!("{} {}", area.number, area.name)));
    let statuses = DeliveryStatus::ALL.into_iter().map(|status| {
        Choice::new(status.code(), name::delivery_status(lang, status)).with_hint(lang.t(match status {
            DeliveryStatus::Planned => "form-delivery-status-planned",
            DeliveryStatus::PartlyDelivered => "form-delivery-status-partly",
            DeliveryStatus::Delivered => "form-delivery-status-delivered",
            DeliveryStatus::Cancelled => "form-delivery-status-cancelled",
        }))
    });
    let interpreted = vec![Choice::new("on", lang.t("form-interpreted"))];
    let form = FormView::of(lang, "form-delivery", &shown.state)
        .field("name", lang.t("form-delivery-name"))
        .field("description", lang.t("form-delivery-description"))
        .one_of("area", lang.t("form-delivery-area"), areas.collect())
        .one_of("status", lang.t("form-delivery-status"), statuses.collect())
        .one_of(
            "status_interpreted",
            lang.t("form-delivery-status-reading"),
            interpreted,
        )
        .field("launch_what", lang.t("form-delivery-launch-what"))
        .field("planned", lang.t("form-delivery-planned"))
        .field("actual", lang.t("form-delivery-actual"))
        .field("upcoming_what", lang.t("form-delivery-upcoming-what"))
        .field("upcoming_when", lang.t("form-delivery-upcoming-when"))
        .field("note", lang.t("form-delivery-note"));
    with_figures(form)
}

/// What it is and how far it has come.
fn what(form: &FormView, shown: &DeliveryFormView) -> AnyView {
    let lang = form.lang;
    // An area that is set can be changed but not taken away, so there is no empty choice then.
    let empty = shown
        .state
        .form
        .area
        .is_empty()
        .then(|| lang.t("form-delivery-area-empty"));
    let hint = lang.t("form-delivery-area-hint");
    let area = match empty {
        Some(empty) => {
            view! { <Select form=form.clone() name="area" hint empty need=Need::Never /> }.into_any()
        }
        None => view! { <Select form=form.clone() name="area" hint need=Need::Never /> }.into_any(),
    };
    view! {
        <Field form=form.clone() name="name" />
        <TextArea form=form.clone() name="description" hint=lang.t("form-delivery-description-hint") />
        {area}
        <Radios form=form.clone() name="status" />
        <ReadFrom form=form.clone() names=vec!["status_interpreted"] />
    }
    .into_any()
}

/// When something of it was put to use, a row a launch.
fn launches(form: &FormView) -> AnyView {
    let lang = form.lang;
    let rows: Vec<_> = (0..row_count(form, &["launch_what", "planned", "actual"], 1))
        .map(|row| {
            let field = |column: &str| row_field(column, row);
            let legend = lang.t_with(
                "form-delivery-launch-row",
                &[("row", number::len(lang, row.saturating_add(1)).into())],
            );
            view! {
                <fieldset class="row">
                    <legend>{legend}</legend>
                    <Field form=form.clone() name=field("launch_what") need=Need::Never />
                    <div class="two">
                        <Field form=form.clone() name=field("planned") need=Need::Never />
                        <Field form=form.clone() name=field("actual") need=Need::Sometimes />
                    </div>
                </fieldset>
            }
        })
        .collect();
    view! {
        <fieldset class="part">
            <legend>
                <h2>{lang.t("form-delivery-launch")}</h2>
            </legend>
            <p class="hint">{lang.t("form-delivery-launch-hint")}</p>
            {rows}
            <RowButton form=form.clone() action="add_launch" text=lang.t("form-delivery-launch-add") />
        </fieldset>
    }
    .into_any()
}

/// What is announced for later, folded away while there is nothing.
fn upcoming(form: &FormView) -> AnyView {
    let lang = form.lang;
    let columns = ["upcoming_what", "upcoming_when"];
    let typed = row_count(form, &columns, 0);
    let open = is_in_use(form, &columns, "add_upcoming");
    let rows: Vec<_> = (0..typed.max(1))
        .map(|row| {
            let field = |column: &str| row_field(column, row);
            view! {
                <div class="two row">
                    <Field form=form.clone() name=field("upcoming_what") need=Need::Sometimes />
                    <Field form=form.clone() name=field("upcoming_when") need=Need::Never />
                </div>
            }
        })
        .collect();
    view! {
        <details class="part" open=open>
            <summary>{lang.t("form-delivery-upcoming")}</summary>
            <p class="hint">{lang.t("form-delivery-upcoming-hint")}</p>
            {rows}
            <RowButton form=form.clone() action="add_upcoming" text=lang.t("form-delivery-upcoming-add") />
        </details>
    }
    .into_any()
}
