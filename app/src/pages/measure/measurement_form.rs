//! The form that logs a measurement.

use domain::form::row_field;
use domain::measure::{Aggregation, Definition};
use domain::measurement::ProofKind;
use leptos::prelude::*;
use rust_decimal::Decimal;
use service::MeasurementFormView;
use text::{Lang, measure, name};

use crate::api;
use crate::components::form::{
    Choice, Field, FormFrame, FormView, Need, RowButton, Select, TextArea, TickBox, row_count,
};
use crate::components::form_page::{path_part, query_part};
use crate::components::links;
use crate::components::page::Loaded;
use crate::components::receipt::{Receipt, ReceiptKind};

/// The form: of a new measurement, of a correction, or of one that nobody has approved.
#[component]
pub fn MeasurementFormPage() -> impl IntoView {
    let lang = api::lang();
    let load = api::measurement_form(
        (path_part("id"), query_part("period")),
        path_part("measurement"),
        query_part("rattar"),
        query_part("draft"),
    );
    view! { <Loaded load view=move |shown| form_view(&shown, lang) /> }.into_any()
}

/// What the value is called: with its unit, or what the numerator counts.
fn labels(now: Option<&Definition>, lang: Lang) -> (String, String) {
    let of = |key: &str, plain: &str, what: Option<&String>| match what {
        Some(what) => lang.t_with(key, &[("what", what.into())]),
        None => lang.t(plain),
    };
    let denominator = of(
        "measure-log-denominator-of",
        "measure-log-denominator",
        now.and_then(|now| now.denominator.as_ref()),
    );
    if now.is_some_and(|now| now.aggregation == Aggregation::Ratio) {
        let numerator = now.and_then(|now| now.numerator.as_ref());
        return (
            of("measure-log-numerator-of", "measure-log-numerator", numerator),
            denominator,
        );
    }
    let unit = now.and_then(|now| now.unit.as_ref());
    let value = match unit {
        Some(unit) => lang.t_with("measure-log-value-unit", &[("unit", unit.into())]),
        None => lang.t("measure-log-value"),
    };
    (value, denominator)
}

fn fields(shown: &MeasurementFormView, lang: Lang) -> FormView {
    let (value, denominator) = labels(shown.measure.current(), lang);
    // A file is not named but sent; one that is there stays.
    let mut kinds = vec![ProofKind::RegistryNumber, ProofKind::Link];
    if shown
        .state
        .form
        .proof_kind
        .iter()
        .any(|kind| kind == ProofKind::File.code())
    {
        kinds.push(ProofKind::File);
    }
    let kinds = kinds.into_iter().map(|kind| {
        let key = match kind {
            ProofKind::Link => "measure-proof-link",
            ProofKind::RegistryNumber => "measure-proof-registry-number",
            ProofKind::File => "measure-proof-file",
        };
        Choice::new(kind.code(), lang.t(key))
    });
    FormView::of(lang, "measure-log", &shown.state)
        .field("period", lang.t("measure-log-period"))
        .one_of(
            "preliminary",
            lang.t("measure-log-preliminary"),
            vec![Choice::new("on", lang.t("measure-log-preliminary-choice"))],
        )
        .field("value", value.clone())
        .field("denominator", denominator.clone())
        .field("split_value", value)
        .field("split_denominator", denominator)
        .field("source", lang.t("measure-log-source"))
        .field("comment", lang.t("measure-log-comment"))
        .one_of("proof_kind", lang.t("measure-log-proof-kind"), kinds.collect())
        .field("proof_text", lang.t("measure-log-proof-text"))
}

fn form_view(shown: &MeasurementFormView, lang: Lang) -> AnyView {
    let form = fields(shown, lang);
    let (heading, lead) = match (shown.existing, &shown.supersedes) {
        (true, _) => ("measure-log-change", "measure-log-lead"),
        (false, Some(_)) => ("measure-log-correct", "measure-log-correct-lead"),
        (false, None) => ("measure-log-new", "measure-log-lead"),
    };
    let back = links::measure(shown.measure.id);
    let crumbs = vec![
        (links::MEASURES.to_owned(), lang.t("measure-title")),
        (back.clone(), shown.measure.name.clone()),
    ];
    let returned = shown.review_note.clone().map(|note| {
        let said = lang.t_with("measure-returned-with", &[("note", note.into())]);
        view! { <p class="review-note">{said}</p> }
    });
    let before = shown.supersedes.as_ref().map(|before| {
        let of = shown.measure.definition(before.definition);
        let per = of.map_or(Decimal::ONE_HUNDRED, |of| of.per());
        let unit = of.and_then(|of| of.unit.clone()).unwrap_or_default();
        let args = [
            ("period", measure::period(lang, before.period).into()),
            ("value", measure::value(lang, before.value, per, &unit).into()),
        ];
        view! { <div class="asked"><p>{lang.t_with("measure-log-before", &args)}</p></div> }
    });
    let withdrawn = (query_part("klart").as_deref() == Some("tillbakatagen")).then(|| {
        let (heading, next) = (
            lang.t("measure-done-withdrawn"),
            lang.t("measure-done-withdrawn-next"),
        );
        let without = format!("/matningar/{}/andra", shown.state.form.id);
        let close = lang.t("form-receipt-close");
        view! { <Receipt kind=ReceiptKind::Done heading next without close /> }
    });
    let ratio = shown
        .measure
        .current()
        .is_some_and(|now| now.aggregation == Aggregation::Ratio);
    let (value, parts, proofs) = (value(&form, ratio), parts(&form, shown, ratio), proofs(&form));
    view! {
        {withdrawn}
        <FormFrame
            form=form.clone()
            heading=lang.t(heading)
            lead=lang.t(lead)
            kicker=shown.measure.name.clone()
            crumbs
            action="/api/measurement_save"
            back=back.clone()
            afresh=back
            hidden=vec!["measure", "supersedes"]
            submit=lang.t("measure-log-submit")
            draft=lang.t("measure-log-draft")
            note=lang.t("measure-log-who")
        >
            {before}
            {returned}
            <Field form=form.clone() name="period" hint=lang.t("measure-log-period-hint") />
            <TickBox form=form.clone() name="preliminary" />
            {value}
            {parts}
            <Field form=form.clone() name="source" hint=lang.t("measure-log-source-hint") />
            {proofs}
            <TextArea form=form.clone() name="comment" rows=2 need=Need::Never />
        </FormFrame>
    }
    .into_any()
}

fn value(form: &FormView, ratio: bool) -> AnyView {
    let lang = form.lang;
    let below = ratio.then(|| {
        view! {
            <Field
                form=form.clone()
                name="denominator"
                hint=lang.t("measure-log-denominator-hint")
                inputmode="decimal"
            />
        }
    });
    view! {
        <div class=if ratio { "two" } else { "" }>
            <Field form=form.clone() name="value" inputmode="decimal" />
            {below}
        </div>
    }
    .into_any()
}

/// A row a part that the measure has.
fn parts(form: &FormView, shown: &MeasurementFormView, ratio: bool) -> Option<AnyView> {
    let lang = form.lang;
    if shown.parts.is_empty() {
        return None;
    }
    let rows: Vec<_> = shown
        .parts
        .iter()
        .enumerate()
        .map(|(row, part)| {
            let below = ratio.then(|| {
                view! {
                    <Field
                        form=form.clone()
                        name=row_field("split_denominator", row)
                        inputmode="decimal"
                        need=Need::Never
                    />
                }
            });
            view! {
                <fieldset class="row">
                    <legend>{name::upper_first(&measure::split(lang, part))}</legend>
                    <input type="hidden" name="split_key[]" value=part.key() />
                    <div class="two">
                        <Field form=form.clone() name=row_field("split_value", row) inputmode="decimal" need=Need::Never />
                        {below}
                    </div>
                </fieldset>
            }
        })
        .collect();
    Some(
        view! {
            <fieldset class="part">
                <legend><h2>{lang.t("measure-log-parts")}</h2></legend>
                {rows}
            </fieldset>
        }
        .into_any(),
    )
}

/// What it can be checked against, a row each.
fn proofs(form: &FormView) -> AnyView {
    let lang = form.lang;
    let hashes = form.values("proof_hash").to_vec();
    let rows: Vec<_> = (0..row_count(form, &["proof_text"], 1))
        .map(|row| {
            let hash = hashes.get(row).cloned().unwrap_or_default();
            view! {
                <div class="two row">
                    <input type="hidden" name="proof_hash[]" value=hash />
                    <Select form=form.clone() name=row_field("proof_kind", row) need=Need::Never />
                    <Field form=form.clone() name=row_field("proof_text", row) need=Need::Never />
                </div>
            }
        })
        .collect();
    view! {
        <fieldset class="part">
            <legend><h2>{lang.t("measure-log-proofs")}</h2></legend>
            <p class="hint">{lang.t("measure-log-proofs-hint")}</p>
            {rows}
            <RowButton form=form.clone() action="add_proof" text=lang.t("measure-log-proof-add") />
            " "
            <button class="btn quiet" type="submit" name="action" value="file">
                {lang.t("measure-log-file")}
            </button>
            <p class="hint">{lang.t("measure-log-file-hint")}</p>
        </fieldset>
    }
    .into_any()
}
