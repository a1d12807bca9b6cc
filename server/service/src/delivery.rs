use domain::ctx::Ctx;
use domain::delivery::{Delivery, Launch};
use domain::form::{DeliveryForm, FieldErrors, NewDelivery, Problem};
use domain::id::{AreaId, DeliveryId, InitiativeId};
use domain::policy::{Operation, decide};
use domain::reading::Reading;
use store::repo::delivery::{delivery_insert, delivery_next_ordinal, delivery_update};
use store::repo::initiative_bundle::{InitiativeBundle, initiative_portfolio_load};
use store::{AuditRecord, ConnectionTrait, StoreError, Trail};

use crate::error::{Result, ServiceError};
use crate::form_flow::{Answer, FormState, Outcome, again, draft, new_submission, note_sending, sent_before};
use crate::id::new_id;
use crate::initiative::belongs;
use crate::options::{self, AreaOption, InitiativeName};
use crate::services::Services;

const FORM: &str = "delivery";

/// What the form of a delivery shows.
#[derive(Clone, Debug)]
pub struct DeliveryFormView {
    /// The initiative.
    pub initiative: InitiativeName,
    /// Areas to choose from.
    pub areas: Vec<AreaOption>,
    /// The fields, and why they came back.
    pub state: FormState<DeliveryForm>,
    /// An existing delivery is changed.
    pub existing: bool,
}

/// The form for a new delivery of the initiative, for an existing one, or for what was typed before.
pub async fn delivery_form(
    ctx: &Ctx,
    services: &Services,
    initiative: InitiativeId,
    delivery: Option<DeliveryId>,
    draft_key: Option<&str>,
) -> Result<DeliveryFormView> {
    decide(ctx, Operation::PortfolioWrite, None)?;
    let db = services.store.reader();
    let bundle = initiative_portfolio_load(ctx, db, initiative)
        .await?
        .ok_or(ServiceError::NotFound)?;
    decide(ctx, Operation::PortfolioWrite, Some(&belongs(&bundle)))?;
    let state = match draft(ctx, services, FORM, draft_key).await? {
        Some(state) => state,
        None => FormState::fresh(stored_form(&bundle, delivery)?),
    };
    Ok(DeliveryFormView {
        initiative: InitiativeName {
            id: initiative,
            name: bundle.initiative.value.name,
        },
        areas: options::areas(ctx, db).await?,
        existing: !state.form.id.is_empty(),
        state,
    })
}

fn stored_form(bundle: &InitiativeBundle, delivery: Option<DeliveryId>) -> Result<DeliveryForm> {
    let form = match delivery {
        Some(id) => {
            let found = bundle.deliveries.iter().find(|found| found.value.id == id);
            let found = found.ok_or(ServiceError::NotFound)?;
            DeliveryForm::of(&found.value, found.version)
        }
        None => DeliveryForm {
            initiative: bundle.initiative.value.id.to_string(),
            area: bundle
                .initiative
                .value
                .area
                .map(|area| area.to_string())
                .unwrap_or_default(),
            ..DeliveryForm::default()
        },
    };
    Ok(DeliveryForm {
        submission: new_submission()?,
        ..form
    })
}

/// Logs a delivery, or changes one.
pub async fn delivery_save(ctx: &Ctx, services: &Services, form: DeliveryForm) -> Result<Answer> {
    decide(ctx, Operation::PortfolioWrite, None)?;
    let again = |outcome: Outcome<DeliveryForm>| {
        let form = form.clone();
        async move { again(ctx, services, FORM, &form.submission, &form, &outcome).await }
    };
    let new = match form.parse() {
        Ok(new) => new,
        Err(errors) => return again(Outcome::Invalid { errors }).await,
    };
    let txn = services.store.write_txn(ctx).await?;
    if let Some(earlier) = sent_before(ctx, &txn, &form.submission).await? {
        return Ok(Answer::Done(earlier));
    }
    let bundle = initiative_portfolio_load(ctx, &txn, new.initiative)
        .await?
        .ok_or(ServiceError::NotFound)?;
    decide(ctx, Operation::PortfolioWrite, Some(&belongs(&bundle)))?;
    let errors = missing_choices(ctx, &txn, &form, &new).await?;
    if !errors.is_empty() {
        drop(txn);
        return again(Outcome::Invalid { errors }).await;
    }
    let (delivery, record) = if form.id.is_empty() {
        let area = new.area.or(bundle.initiative.value.area);
        let ordinal = delivery_next_ordinal(ctx, &txn, area).await?;
        let delivery = added(ctx, new, area, ordinal);
        delivery_insert(ctx, &txn, &delivery).await?;
        let record = AuditRecord::new("delivery.log", "delivery", delivery.id).after(&delivery)?;
        (delivery, record)
    } else {
        let id: DeliveryId = form.id.parse().map_err(|_| ServiceError::NotFound)?;
        let found = bundle.deliveries.iter().find(|found| found.value.id == id);
        let found = found.ok_or(ServiceError::NotFound)?;
        let delivery = changed(&found.value, new);
        match delivery_update(ctx, &txn, &delivery, form.version.parse().unwrap_or(0)).await {
            Ok(_) => {}
            Err(StoreError::Stale { .. }) => {
                let theirs = Box::new(DeliveryForm {
                    submission: form.submission.clone(),
                    ..DeliveryForm::of(&found.value, found.version)
                });
                drop(txn);
                return again(Outcome::Stale { theirs }).await;
            }
            Err(other) => return Err(other.into()),
        }
        let record = AuditRecord::new("delivery.change", "delivery", delivery.id)
            .before(&found.value)?
            .after(&delivery)?;
        (delivery, record)
    };
    let goto = format!(
        "/initiativ/{}?klart=leverans#leverans-{}",
        delivery.initiative, delivery.id
    );
    note_sending(ctx, &txn, FORM, &form.submission, &goto).await?;
    txn.commit(Trail::one(record)).await?;
    Ok(Answer::Done(goto))
}

/// What was chosen and is no longer there.
async fn missing_choices(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    form: &DeliveryForm,
    new: &NewDelivery,
) -> Result<FieldErrors> {
    let mut errors = FieldErrors::default();
    if let Some(area) = new.area
        && !options::areas(ctx, db)
            .await?
            .iter()
            .any(|option| option.id == area)
    {
        errors.push(
            "area",
            Problem::Gone {
                given: form.area.clone(),
            },
        );
    }
    Ok(errors)
}

fn added(ctx: &Ctx, new: NewDelivery, area: Option<AreaId>, ordinal: i32) -> Delivery {
    Delivery {
        id: new_id(ctx),
        initiative: new.initiative,
        area,
        ordinal,
        name: new.name,
        description: new.description,
        launches: new.launch.into_iter().collect(),
        upcoming: Vec::new(),
        status: Reading::stated(new.status),
        figures: Vec::new(),
        note: None,
    }
}

/// The form holds the last launch; earlier ones stay as they are. What was a reading stays one while
/// nobody has changed it.
fn changed(before: &Delivery, new: NewDelivery) -> Delivery {
    let mut launches: Vec<Launch> = before.launches.clone();
    launches.pop();
    launches.extend(new.launch);
    let status = if before.status.value == new.status {
        before.status
    } else {
        Reading::stated(new.status)
    };
    Delivery {
        area: new.area.or(before.area),
        name: new.name,
        description: new.description,
        launches,
        status,
        ..before.clone()
    }
}
