use domain::ctx::Ctx;
use domain::form::{Form, NewSus, SusForm};
use domain::id::{DeliveryId, SusEvaluationId};
use domain::policy::{Operation, decide};
use domain::sus::SusEvaluation;
use store::repo::delivery::delivery_load;
use store::repo::initiative_bundle::{InitiativeBundle, initiative_portfolio_load};
use store::repo::sus::{sus_insert, sus_load, sus_update};
use store::{AuditRecord, ConnectionTrait};

use crate::error::{Result, ServiceError};
use crate::form_flow::{Answer, Begun, FormState, Sending, draft_or, invalid, was_first};
use crate::id::new_id;
use crate::initiative::belongs;
use crate::options::{DeliveryOption, InitiativeName};
use crate::services::Services;

/// What the form of a SUS evaluation shows.
#[derive(Clone, Debug)]
pub struct SusFormView {
    /// The initiative.
    pub initiative: InitiativeName,
    /// The delivery.
    pub delivery: DeliveryOption,
    /// The fields, and why they came back.
    pub state: FormState<SusForm>,
    /// An existing evaluation is changed.
    pub existing: bool,
}

/// The form for a new SUS evaluation of a delivery, for one that exists, or for what was typed before.
pub async fn sus_form(
    ctx: &Ctx,
    services: &Services,
    delivery: DeliveryId,
    evaluation: Option<SusEvaluationId>,
    draft_key: Option<&str>,
) -> Result<SusFormView> {
    decide(ctx, Operation::EvidenceWrite, None)?;
    let db = services.store.reader();
    let (bundle, option) = of_delivery(ctx, db, delivery).await?;
    let stored = match evaluation {
        Some(id) => {
            let found = sus_load(ctx, db, id).await?;
            let found = found.filter(|found| found.value.delivery == delivery);
            let found = found.ok_or(ServiceError::NotFound)?;
            SusForm::of(&found.value, found.version)
        }
        None => SusForm {
            delivery: delivery.to_string(),
            subject: option.name.clone(),
            known: "answers".to_owned(),
            ..SusForm::default()
        },
    };
    let state = draft_or(ctx, services, draft_key, || Ok(stored)).await?;
    Ok(SusFormView {
        initiative: InitiativeName {
            id: bundle.initiative.value.id,
            name: bundle.initiative.value.name,
        },
        delivery: option,
        existing: !state.form.id.is_empty(),
        state,
    })
}

/// The initiative of a delivery, for those who may state evidence in it.
async fn of_delivery(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    delivery: DeliveryId,
) -> Result<(InitiativeBundle, DeliveryOption)> {
    let found = delivery_load(ctx, db, delivery)
        .await?
        .ok_or(ServiceError::NotFound)?
        .value;
    let bundle = initiative_portfolio_load(ctx, db, found.initiative)
        .await?
        .ok_or(ServiceError::NotFound)?;
    decide(ctx, Operation::EvidenceWrite, Some(&belongs(&bundle)))?;
    let option = DeliveryOption {
        id: found.id,
        name: found.name,
    };
    Ok((bundle, option))
}

/// Logs a SUS evaluation, or changes one.
pub async fn sus_save(ctx: &Ctx, services: &Services, form: SusForm) -> Result<Answer> {
    decide(ctx, Operation::EvidenceWrite, None)?;
    let new = match form.parse() {
        Ok(new) => new,
        Err(errors) => return invalid(ctx, services, &form, errors).await,
    };
    let sending = match Sending::begin(ctx, services, &form).await? {
        Begun::New(sending) => sending,
        Begun::Before(answer) => return Ok(answer),
    };
    let (bundle, _) = of_delivery(ctx, &*sending, new.delivery).await?;
    let (evaluation, record) = match form.id() {
        "" => {
            let evaluation = evaluation(new_id(ctx), new);
            sus_insert(ctx, &*sending, &evaluation).await?;
            let record = AuditRecord::new("sus_evaluation.log", "sus_evaluation", evaluation.id);
            let record = record.after(&evaluation)?;
            (evaluation, record)
        }
        id => {
            let id: SusEvaluationId = id.parse().map_err(|_| ServiceError::NotFound)?;
            let found = sus_load(ctx, &*sending, id).await?;
            let found = found.filter(|found| found.value.delivery == new.delivery);
            let found = found.ok_or(ServiceError::NotFound)?;
            let evaluation = evaluation(id, new);
            if !was_first(sus_update(ctx, &*sending, &evaluation, form.version()).await)? {
                return sending.stale(SusForm::of(&found.value, found.version)).await;
            }
            let record = AuditRecord::new("sus_evaluation.change", "sus_evaluation", id)
                .before(&found.value)?
                .after(&evaluation)?;
            (evaluation, record)
        }
    };
    let initiative = bundle.initiative.value.id;
    let goto = format!(
        "/initiativ/{initiative}?klart=sus#leverans-{}",
        evaluation.delivery
    );
    sending.done(record, goto).await
}

fn evaluation(id: SusEvaluationId, new: NewSus) -> SusEvaluation {
    SusEvaluation {
        id,
        delivery: new.delivery,
        subject: new.subject,
        when: new.when,
        result: new.result,
    }
}
