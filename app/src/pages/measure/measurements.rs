//! What was measured, and what can be done with it.

use domain::measurement::{Measurement, ProofKind};
use domain::policy::Refusal;
use leptos::prelude::*;
use rust_decimal::Decimal;
use service::{MeasureView, MeasurementItem};
use text::{Lang, date, measure};

use crate::components::finding::{ApprovalMark, Gap};
use crate::components::links;
use crate::components::scroll::scroll;

/// The table of measurements, the latest first.
pub(super) fn measurements(shown: &MeasureView, ask_reason: bool, lang: Lang) -> AnyView {
    let body = if shown.measurements.is_empty() {
        view! { <Gap text=lang.t("measure-measurements-none") /> }.into_any()
    } else {
        let rows: Vec<_> = shown
            .measurements
            .iter()
            .map(|one| row(one, shown, ask_reason, lang))
            .collect();
        let table = view! {
            <table class="data">
                <caption class="vh" id="matningar">{lang.t("measure-measurements")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{lang.t("measure-period-head")}</th>
                        <th scope="col">{lang.t("measure-value-head")}</th>
                        <th scope="col">{lang.t("measure-state-head")}</th>
                        <th scope="col">{lang.t("measure-source-head")}</th>
                        <th scope="col">{lang.t("measure-do-head")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        };
        scroll("matningar", "", table.into_any()).into_any()
    };
    view! {
        <section class="block" aria-labelledby="h-matningar">
            <h2 id="h-matningar">{lang.t("measure-measurements")}</h2>
            {body}
        </section>
    }
    .into_any()
}

fn row(item: &MeasurementItem, shown: &MeasureView, ask_reason: bool, lang: Lang) -> AnyView {
    let one = &item.measurement;
    let definition = shown.measure.definition(one.definition);
    let per = definition.map_or(Decimal::ONE_HUNDRED, |of| of.per());
    let unit = definition.and_then(|of| of.unit.clone()).unwrap_or_default();
    let parts: Vec<_> = one
        .splits
        .iter()
        .map(|part| {
            let value = measure::value(lang, part.value, per, &unit);
            view! { <li>{measure::split(lang, &part.split)} ": " {value}</li> }
        })
        .collect();
    let parts = (!parts.is_empty()).then(|| view! { <ul class="plain">{parts}</ul> });
    let tag = |on: bool, key: &str| on.then(|| view! { " " <span class="tag">{lang.t(key)}</span> });
    let other = (shown.measure.definitions.len() > 1).then(|| {
        let args = [("number", one.definition.to_string().into())];
        view! { " " <small>{lang.t_with("measure-definition-number", &args)}</small> }
    });
    let note = item.review_note.clone().map(|note| {
        let said = lang.t_with("measure-returned-with", &[("note", note.into())]);
        view! { <p class="review-note">{said}</p> }
    });
    let by = item.written_by.clone().map(|by| {
        view! { <small>{lang.t_with("measure-logged-by", &[("name", by.into())])}</small> " " }
    });
    let reviewed = item.reviewed.clone().map(|(by, at)| {
        let args = [("name", by.into()), ("day", date::moment(lang, at).into())];
        view! { <small>{lang.t_with("measure-reviewed-by", &args)}</small> }
    });
    let comment = one.comment.clone().map(|comment| view! { <p>{comment}</p> });
    view! {
        <tr id=format!("matning-{}", one.id) tabindex="-1">
            <th scope="row">
                {measure::period(lang, one.period)} {tag(one.preliminary, "measure-preliminary")} {other}
            </th>
            <td>
                <b>{measure::value(lang, one.value, per, &unit)}</b> {parts} {comment}
            </td>
            <td>
                <ApprovalMark state=one.state lang />
                {tag(item.corrected, "measure-corrected")}
                {tag(one.supersedes.is_some(), "measure-correction")} {note}
                <p>{by} {reviewed}</p>
            </td>
            <td>{one.source.clone()} {proofs(one, lang)}</td>
            <td>{actions(item, ask_reason, lang)}</td>
        </tr>
    }
    .into_any()
}

/// What a measurement can be checked against.
pub(crate) fn proofs(measurement: &Measurement, lang: Lang) -> AnyView {
    let proofs = &measurement.proofs;
    if proofs.is_empty() {
        return view! { <p class="no-value">{lang.t("measure-proof-none")}</p> }.into_any();
    }
    let items: Vec<_> = proofs
        .iter()
        .map(|proof| {
            let kind = lang.t(match proof.kind {
                ProofKind::Link => "measure-proof-link",
                ProofKind::RegistryNumber => "measure-proof-registry-number",
                ProofKind::File => "measure-proof-file",
            });
            let text = match proof.kind {
                ProofKind::Link => {
                    let href = proof.text.clone();
                    view! { <a href=href rel="noopener noreferrer external">{proof.text.clone()}</a> }
                        .into_any()
                }
                ProofKind::File => {
                    let files = links::measurement_files(measurement.id);
                    let href = format!("{files}/{}", proof.hash.as_deref().unwrap_or_default());
                    view! { <a href=href download=proof.text.clone()>{proof.text.clone()}</a> }.into_any()
                }
                ProofKind::RegistryNumber => proof.text.clone().into_any(),
            };
            view! { <li>{kind} ": " {text}</li> }
        })
        .collect();
    view! { <ul class="plain">{items}</ul> }.into_any()
}

fn actions(item: &MeasurementItem, ask_reason: bool, lang: Lang) -> AnyView {
    let one = &item.measurement;
    let (id, version) = (one.id.to_string(), item.version.to_string());
    let of = lang.t_with(
        "measure-of-period",
        &[("period", measure::period(lang, one.period).into())],
    );
    let hidden = || view! { <span class="vh">": " {of.clone()}</span> };
    let fields = || {
        view! {
            <input type="hidden" name="measurement" value=id.clone() />
            <input type="hidden" name="version" value=version.clone() />
        }
    };
    let edit = item
        .may_edit
        .then(|| view! { <a href=format!("/matningar/{id}/andra")>{lang.t("measure-edit")} {hidden()}</a> });
    let files = item.may_edit.then(|| {
        let href = links::measurement_files(one.id);
        view! { " " <a href=href>{lang.t("measure-file-link")} {hidden()}</a> }
    });
    let correct = item.may_correct.then(|| {
        let href = format!("/matt/{}/matning?rattar={id}", one.measure);
        view! { <a href=href>{lang.t("measure-correct")} {hidden()}</a> }
    });
    let withdraw = item.may_withdraw.then(|| {
        view! {
            <form method="post" action="/api/measurement_withdraw">
                {fields()} <button class="btn quiet" type="submit">{lang.t("measure-withdraw")} {hidden()}</button>
            </form>
        }
    });
    let review = match item.review {
        None | Some(Err(Refusal::SignIn | Refusal::NotFound | Refusal::Role | Refusal::OutOfScope)) => {
            ().into_any()
        }
        Some(Err(Refusal::OwnWork)) => view! { <p class="note">{lang.t("measure-own-work")}</p> }.into_any(),
        Some(Ok(())) => {
            let note_id = format!("skal-{id}");
            view! {
                <form method="post" action="/api/measurement_review">
                    {fields()} <input type="hidden" name="decision" value="approve" />
                    <button class="btn primary" type="submit">{lang.t("measure-approve")} {hidden()}</button>
                </form>
                <details open=ask_reason>
                    <summary>{lang.t("measure-return")} {hidden()}</summary>
                    <form class="return-form" method="post" action="/api/measurement_review" novalidate=true>
                        {fields()} <input type="hidden" name="decision" value="return" />
                        <div class="field">
                            <label for=note_id.clone()>{lang.t("measure-return-reason")}</label>
                            <textarea id=note_id name="note" rows="3" required=true></textarea>
                        </div>
                        <button class="btn" type="submit">{lang.t("measure-return-submit")}</button>
                    </form>
                </details>
            }
            .into_any()
        }
    };
    view! { <div class="do">{edit} {files} " " {correct} {withdraw} {review}</div> }.into_any()
}
