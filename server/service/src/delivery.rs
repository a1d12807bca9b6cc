use domain::ctx::Ctx;
use domain::delivery::Delivery;
use domain::form::{DeliveryForm, FieldErrors, Form, NewDelivery};
use domain::id::{AreaId, DeliveryId, InitiativeId};
use domain::policy::{Operation, decide};
use domain::round::AskedAbout;
use store::repo::delivery::{delivery_insert, delivery_next_ordinal, delivery_update};
use store::repo::initiative_bundle::{InitiativeBundle, initiative_portfolio_load};
use store::{AuditRecord, ConnectionTrait, Trail, Versioned};

use crate::error::{Result, ServiceError};
use crate::figure::figures;
use crate::form_flow::{
    Added, Answer, Begun, FormState, Sending, check_there, draft_or, invalid, one_more_row, was_first,
};
use crate::id::new_id;
use crate::initiative::{belongs, writable};
use crate::options::{self, AreaOption, InitiativeName, Offer};
use crate::round::answered_by;
use crate::services::Services;

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
    let state = draft_or(ctx, services, draft_key, || stored_form(&bundle, delivery)).await?;
    Ok(DeliveryFormView {
        initiative: InitiativeName {
            id: initiative,
            name: bundle.initiative.value.name,
        },
        areas: options::areas(ctx, db, Offer::Today(&options::chosen([&state.form.area]))).await?,
        existing: !state.form.id.is_empty(),
        state,
    })
}

fn stored_form(bundle: &InitiativeBundle, delivery: Option<DeliveryId>) -> Result<DeliveryForm> {
    if let Some(id) = delivery {
        let found = found(bundle, id)?;
        return Ok(DeliveryForm::of(&found.value, found.version));
    }
    let initiative = &bundle.initiative.value;
    Ok(DeliveryForm {
        initiative: initiative.id.to_string(),
        area: initiative.area.map(|area| area.to_string()).unwrap_or_default(),
        ..DeliveryForm::default()
    })
}

fn found(bundle: &InitiativeBundle, id: DeliveryId) -> Result<&Versioned<Delivery>> {
    let found = bundle.deliveries.iter().find(|found| found.value.id == id);
    found.ok_or(ServiceError::NotFound)
}

/// Logs a delivery, or changes one.
pub async fn delivery_save(ctx: &Ctx, services: &Services, form: DeliveryForm) -> Result<Answer> {
    decide(ctx, Operation::PortfolioWrite, None)?;
    if let Some(more) = form.clone().with_row() {
        return one_more_row(ctx, services, &more).await;
    }
    let new = match form.parse(ctx.today()) {
        Ok(new) => new,
        Err(errors) => return invalid(ctx, services, &form, errors).await,
    };
    let sending = match Sending::begin(ctx, services, &form).await? {
        Begun::New(sending) => sending,
        Begun::Before(answer) => return Ok(answer),
    };
    let (delivery, record) = if form.id().is_empty() {
        match delivery_add(ctx, &*sending, new).await? {
            Ok(added) => added,
            Err(errors) => return sending.invalid(errors).await,
        }
    } else {
        let bundle = writable(ctx, &*sending, new.initiative).await?;
        let errors = missing_choices(ctx, &*sending, &bundle, &new).await?;
        if !errors.is_empty() {
            return sending.invalid(errors).await;
        }
        let id: DeliveryId = form.id().parse().map_err(|_| ServiceError::NotFound)?;
        let found = found(&bundle, id)?;
        let delivery = changed(ctx, &found.value, new);
        if !was_first(delivery_update(ctx, &*sending, &delivery, form.version()).await)? {
            return sending.stale(DeliveryForm::of(&found.value, found.version)).await;
        }
        let record = AuditRecord::new("delivery.change", "delivery", delivery.id)
            .before(&found.value)?
            .after(&delivery)?;
        (delivery, record)
    };
    let notice = if form.id().is_empty() {
        "leverans"
    } else {
        "leverans-andrad"
    };
    let goto = format!(
        "/initiativ/{}?klart={notice}#leverans-{}",
        delivery.initiative, delivery.id
    );
    let mut trail = Trail::one(record);
    let about = [AskedAbout::Delivery(delivery.id)];
    answered_by(ctx, &*sending, &about, None, &mut trail).await?;
    sending.done_all(trail, goto).await
}

/// Logs a delivery that is valid by itself, unless it does not fit what is there.
pub(crate) async fn delivery_add(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    new: NewDelivery,
) -> Result<Added<Delivery>> {
    let bundle = writable(ctx, db, new.initiative).await?;
    let errors = missing_choices(ctx, db, &bundle, &new).await?;
    if !errors.is_empty() {
        return Ok(Err(errors));
    }
    let area = new.area.or(bundle.initiative.value.area);
    let ordinal = delivery_next_ordinal(ctx, db, area).await?;
    let delivery = added(ctx, new, area, ordinal);
    delivery_insert(ctx, db, &delivery).await?;
    let record = AuditRecord::new("delivery.log", "delivery", delivery.id).after(&delivery)?;
    Ok(Ok((delivery, record)))
}

/// What was chosen and is no longer there.
async fn missing_choices(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    bundle: &InitiativeBundle,
    new: &NewDelivery,
) -> Result<FieldErrors> {
    let mut errors = FieldErrors::default();
    if new.area.is_some() {
        let before: Vec<AreaId> = bundle
            .deliveries
            .iter()
            .filter_map(|found| found.value.area)
            .chain(bundle.initiative.value.area)
            .collect();
        let areas = options::areas(ctx, db, Offer::Today(&before)).await?;
        check_there(&mut errors, "area", new.area, |area| {
            areas.iter().any(|option| option.id == *area)
        });
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
        launches: new.launches,
        upcoming: new.upcoming,
        status: new.status,
        figures: figures(ctx, new.figures, &[]),
        note: new.note,
    }
}

fn changed(ctx: &Ctx, before: &Delivery, new: NewDelivery) -> Delivery {
    Delivery {
        id: before.id,
        figures: figures(ctx, new.figures, &before.figures),
        area: new.area.or(before.area),
        name: new.name,
        description: new.description,
        launches: new.launches,
        upcoming: new.upcoming,
        status: new.status,
        note: new.note,
        initiative: before.initiative,
        ordinal: before.ordinal,
    }
}
