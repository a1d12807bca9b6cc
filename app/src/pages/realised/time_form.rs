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
use crate::components::receipt::{Receipt, ReceiptKind};

/// The form of an entry: new, a correction, or one that nobody has approved.
#[component]
pub fn FreedTimeFormPage() -> impl IntoView {
    let lang = api::lang();
    let load = api::freed_time_form(
        path_part("benefit"),
        path_part("entry"),
        query_part("rattar"),
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
    let heading = lang.t(match (shown.existing, &shown.supersedes) {
        (true, _) => "realised-time-form-change",
        (false, Some(_)) => "realised-time-form-correct",
        (false, None) => "realised-time-form-new",
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
    let typed = &shown.state.form;
    let afresh = match (typed.id.trim(), &shown.supersedes) {
        ("", Some(before)) => format!("/nyttor/{}/tid?rattar={}", benefit.id, before.id),
        ("", None) => format!("/nyttor/{}/tid", benefit.id),
        (id, _) => format!("{}/{id}/andra", links::REALISED),
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
    // A correction is of the year that it corrects.
    let corrects = shown.supersedes.is_some();
    let mut hidden = vec!["benefit", "supersedes"];
    if corrects {
        hidden.push("year");
    }
    let year_field = match taken {
        _ if corrects => ().into_any(),
        Some(hint) => {
            view! { <Field form=form.clone() name="year" hint=hint inputmode="numeric" /> }.into_any()
        }
        None => view! { <Field form=form.clone() name="year" inputmode="numeric" /> }.into_any(),
    };
    let before = shown.supersedes.as_ref().map(|before| {
        let said = lang.t_with(
            "realised-time-form-before",
            &[("said", realised::freed(lang, before).into())],
        );
        view! { <div class="asked"><p>{said}</p></div> }
    });
    let returned = shown.review_note.clone().map(|note| {
        let said = lang.t_with("initiative-returned-with", &[("note", note.into())]);
        view! { <p class="review-note">{said}</p> }
    });
    let withdrawn = (query_part("klart").as_deref() == Some("tillbakatagen")).then(|| {
        let (heading, next) = (
            lang.t("realised-done-time-withdrawn"),
            lang.t("realised-done-time-withdrawn-next"),
        );
        let (without, close) = (afresh.clone(), lang.t("form-receipt-close"));
        view! { <Receipt kind=ReceiptKind::Done heading next without close /> }
    });
    let lead = lang.t(if corrects {
        "realised-time-form-correct-lead"
    } else {
        "realised-time-form-lead"
    });
    let dispositions = dispositions(&form);
    view! {
        {withdrawn}
        <FormFrame
            form=form.clone()
            heading
            lead
            kicker=name
            crumbs
            action="/api/freed_time_save"
            back=links::benefit(shown.initiative.id, benefit.id)
            afresh
            hidden
            submit=lang.t("measure-log-submit")
            draft=lang.t("measure-log-draft")
            note=lang.t("measure-log-who")
        >
            {before}
            {returned}
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
                            need=Need::Sometimes
                        />
                        <Field
                            form=form.clone()
                            name=field("disposition_hours")
                            inputmode="decimal"
                            need=Need::Never
                        />
                    </div>
                    <Field form=form.clone() name=field("disposition_text") need=Need::Sometimes />
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
