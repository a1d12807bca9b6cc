//! The form of what a benefit freed in a year.

use domain::form::row_field;
use domain::freed_time::{DispositionKind, TimeUnit};
use leptos::prelude::*;
use service::FreedTimeFormView;
use text::{Lang, number, realised};

use crate::api;
use crate::components::form::{
    Choice, Field, FormFrame, FormView, Need, Radios, RowButton, Select, TextArea, row_count,
};
use crate::components::form_page::{path_part, query_part};
use crate::components::links;
use crate::components::page::Loaded;

/// The form of an entry: new, or one that exists.
#[component]
pub fn FreedTimeFormPage() -> impl IntoView {
    let lang = api::lang();
    let load = api::freed_time_form(
        path_part("benefit").unwrap_or_default(),
        path_part("year"),
        query_part("draft"),
    );
    view! { <Loaded load view=move |shown| form_view(&shown, lang) /> }.into_any()
}

fn fields(shown: &FreedTimeFormView, lang: Lang) -> FormView {
    let units = TimeUnit::ALL.map(|unit| Choice::new(unit.code(), realised::time_unit(lang, unit)));
    let kinds = DispositionKind::ALL.map(|kind| Choice::new(kind.code(), realised::disposition(lang, kind)));
    FormView::of(lang, "realised-time-form", &shown.state)
        .field("year", lang.t("realised-time-form-year"))
        .one_of("unit", lang.t("realised-time-form-unit"), units.to_vec())
        .field("amount", lang.t("realised-time-form-amount"))
        .one_of(
            "disposition_kind",
            lang.t("realised-time-form-disposition-kind"),
            kinds.to_vec(),
        )
        .field(
            "disposition_hours",
            lang.t("realised-time-form-disposition-hours"),
        )
        .field("disposition_text", lang.t("realised-time-form-disposition-text"))
        .field("note", lang.t("realised-time-form-note-label"))
}

fn form_view(shown: &FreedTimeFormView, lang: Lang) -> AnyView {
    let form = fields(shown, lang);
    let heading = lang.t(if shown.existing {
        "realised-time-form-change"
    } else {
        "realised-time-form-new"
    });
    let benefit = &shown.benefit;
    let name = benefit
        .title
        .clone()
        .unwrap_or_else(|| benefit.description.clone());
    let crumbs = vec![
        ("/initiativ".to_owned(), lang.t("initiative-list-title")),
        (
            links::initiative(shown.initiative.id),
            shown.initiative.name.clone(),
        ),
    ];
    let year = shown.state.form.year.trim();
    let afresh = match year.parse::<i32>() {
        Ok(year) if shown.existing => format!("/nyttor/{}/tid/{year}", benefit.id),
        _ => format!("/nyttor/{}/tid", benefit.id),
    };
    let taken = (!shown.taken.is_empty()).then(|| {
        let years: Vec<String> = shown.taken.iter().map(ToString::to_string).collect();
        lang.t_with(
            "realised-time-form-years-logged",
            &[("years", years.join(", ").into())],
        )
    });
    let unit_hint = match shown.year_hours {
        Some(hours) => lang.t_with(
            "realised-time-form-year-hours",
            &[("hours", realised::hours(lang, hours).into())],
        ),
        None => lang.t("realised-time-form-year-hours-hint"),
    };
    let year_field = match taken {
        Some(hint) => {
            view! { <Field form=form.clone() name="year" hint=hint inputmode="numeric" /> }.into_any()
        }
        None => view! { <Field form=form.clone() name="year" inputmode="numeric" /> }.into_any(),
    };
    let dispositions = dispositions(&form);
    view! {
        <FormFrame
            form=form.clone()
            heading
            lead=lang.t("realised-time-form-lead")
            kicker=name
            crumbs
            action="/api/freed_time_save"
            back=links::benefit(shown.initiative.id, benefit.id)
            afresh
            hidden=vec!["benefit"]
            submit=lang.t("realised-time-form-submit")
        >
            {year_field}
            <Radios form=form.clone() name="unit" hint=unit_hint />
            <Field
                form=form.clone()
                name="amount"
                hint=lang.t("realised-time-form-amount-hint")
                inputmode="decimal"
            />
            {dispositions}
            <TextArea form=form.clone() name="note" rows=3 need=Need::Never />
        </FormFrame>
    }
    .into_any()
}

/// Where the time went, a row each.
fn dispositions(form: &FormView) -> AnyView {
    let lang = form.lang;
    let columns = ["disposition_kind", "disposition_hours", "disposition_text"];
    let rows: Vec<_> = (0..row_count(form, &columns, 2))
        .map(|row| {
            let field = |column: &str| row_field(column, row);
            let number = number::len(lang, row.saturating_add(1));
            let legend = lang.t_with("realised-time-form-row", &[("row", number.into())]);
            view! {
                <fieldset class="row">
                    <legend>{legend}</legend>
                    <div class="two">
                        <Select
                            form=form.clone()
                            name=field("disposition_kind")
                            empty=lang.t("realised-time-form-disposition-kind-empty")
                            need=Need::Never
                        />
                        <Field
                            form=form.clone()
                            name=field("disposition_hours")
                            inputmode="decimal"
                            need=Need::Never
                        />
                    </div>
                    <Field form=form.clone() name=field("disposition_text") need=Need::Never />
                </fieldset>
            }
        })
        .collect();
    view! {
        <fieldset class="part">
            <legend>
                <h2>{lang.t("realised-time-form-dispositions")}</h2>
            </legend>
            <p class="hint">{lang.t("realised-time-form-dispositions-hint")}</p>
            <p class="hint">{lang.t("realised-time-form-note")}</p>
            {rows}
            <RowButton form=form.clone() action="add_disposition" text=lang.t("realised-time-form-row-add") />
        </fieldset>
    }
    .into_any()
}
