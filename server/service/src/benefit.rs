use domain::benefit::{Benefit, BenefitState, GroupShare};
use domain::ctx::Ctx;
use domain::form::{BenefitForm, FieldErrors, Form, NewBenefit};
use domain::id::{BenefitId, DeliveryId, InitiativeId};
use domain::policy::{Operation, decide};
use store::repo::benefit::{benefit_insert, benefit_update};
use store::repo::initiative_bundle::{InitiativeBundle, initiative_portfolio_load};
use store::{AuditRecord, ConnectionTrait, Versioned};

use crate::error::{Result, ServiceError};
use crate::figure::figures;
use crate::form_flow::{
    Added, Answer, Begun, FormState, Sending, check_there, draft_or, invalid, one_more_row, was_first,
};
use crate::id::new_id;
use crate::initiative::{belongs, writable};
use crate::options::{self, DeliveryOption, GroupOption, InitiativeName, Offer, UnitOption};
use crate::services::Services;

/// What the form of a benefit shows.
#[derive(Clone, Debug)]
pub struct BenefitFormView {
    /// The initiative.
    pub initiative: InitiativeName,
    /// Deliveries to choose from.
    pub deliveries: Vec<DeliveryOption>,
    /// Groups to tick.
    pub groups: Vec<GroupOption>,
    /// Units to choose from.
    pub units: Vec<UnitOption>,
    /// The fields, and why they came back.
    pub state: FormState<BenefitForm>,
    /// An existing benefit is changed.
    pub existing: bool,
}

/// The form for a new benefit, for an existing one, or for what was typed before.
pub async fn benefit_form(
    ctx: &Ctx,
    services: &Services,
    initiative: InitiativeId,
    delivery: Option<DeliveryId>,
    benefit: Option<BenefitId>,
    draft_key: Option<&str>,
) -> Result<BenefitFormView> {
    decide(ctx, Operation::PortfolioWrite, None)?;
    let db = services.store.reader();
    let bundle = initiative_portfolio_load(ctx, db, initiative)
        .await?
        .ok_or(ServiceError::NotFound)?;
    decide(ctx, Operation::PortfolioWrite, Some(&belongs(&bundle)))?;
    let state = draft_or(ctx, services, draft_key, || {
        stored_form(&bundle, delivery, benefit)
    })
    .await?;
    Ok(BenefitFormView {
        initiative: InitiativeName {
            id: initiative,
            name: bundle.initiative.value.name.clone(),
        },
        deliveries: delivery_options(&bundle),
        groups: options::groups(ctx, db, Offer::Today(&options::chosen(&state.form.groups))).await?,
        units: options::units(
            ctx,
            db,
            Offer::Today(&options::chosen([&state.form.owner, &state.form.recipient])),
        )
        .await?,
        existing: !state.form.id.is_empty(),
        state,
    })
}

pub(crate) fn delivery_options(bundle: &InitiativeBundle) -> Vec<DeliveryOption> {
    bundle
        .deliveries
        .iter()
        .map(|delivery| DeliveryOption {
            id: delivery.value.id,
            name: delivery.value.name.clone(),
        })
        .collect()
}

fn stored_form(
    bundle: &InitiativeBundle,
    delivery: Option<DeliveryId>,
    benefit: Option<BenefitId>,
) -> Result<BenefitForm> {
    if let Some(id) = benefit {
        let found = found(bundle, id)?;
        return Ok(BenefitForm::of(&found.value, found.version));
    }
    let only = match bundle.deliveries.as_slice() {
        [only] => Some(only.value.id),
        _ => None,
    };
    Ok(BenefitForm {
        initiative: bundle.initiative.value.id.to_string(),
        delivery: delivery.or(only).map(|id| id.to_string()).unwrap_or_default(),
        value_class: "not_stated".to_owned(),
        ..BenefitForm::default()
    })
}

fn found(bundle: &InitiativeBundle, id: BenefitId) -> Result<&Versioned<Benefit>> {
    let found = bundle.benefits.iter().find(|found| found.value.id == id);
    found.ok_or(ServiceError::NotFound)
}

/// Adds an expected benefit, or changes one.
pub async fn benefit_save(ctx: &Ctx, services: &Services, form: BenefitForm) -> Result<Answer> {
    decide(ctx, Operation::PortfolioWrite, None)?;
    if let Some(more) = form.clone().with_row() {
        return one_more_row(ctx, services, &more).await;
    }
    let new = match form.parse() {
        Ok(new) => new,
        Err(errors) => return invalid(ctx, services, &form, errors).await,
    };
    let sending = match Sending::begin(ctx, services, &form).await? {
        Begun::New(sending) => sending,
        Begun::Before(answer) => return Ok(answer),
    };
    let (benefit, record) = if form.id().is_empty() {
        match benefit_add(ctx, &*sending, new).await? {
            Ok(added) => added,
            Err(errors) => return sending.invalid(errors).await,
        }
    } else {
        let bundle = writable(ctx, &*sending, new.initiative).await?;
        let errors = missing_choices(ctx, &*sending, &bundle, &new).await?;
        if !errors.is_empty() {
            return sending.invalid(errors).await;
        }
        let id: BenefitId = form.id().parse().map_err(|_| ServiceError::NotFound)?;
        let found = found(&bundle, id)?;
        let benefit = changed(ctx, &found.value, new);
        if !was_first(benefit_update(ctx, &*sending, &benefit, form.version()).await)? {
            return sending.stale(BenefitForm::of(&found.value, found.version)).await;
        }
        let record = AuditRecord::new("benefit.change", "benefit", benefit.id)
            .before(&found.value)?
            .after(&benefit)?;
        (benefit, record)
    };
    let goto = format!(
        "/initiativ/{}?klart=nytta#nytta-{}",
        benefit.initiative, benefit.id
    );
    sending.done(record, goto).await
}

/// Adds a benefit that is valid by itself, unless it does not fit what is there.
pub(crate) async fn benefit_add(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    new: NewBenefit,
) -> Result<Added<Benefit>> {
    let bundle = writable(ctx, db, new.initiative).await?;
    let errors = missing_choices(ctx, db, &bundle, &new).await?;
    if !errors.is_empty() {
        return Ok(Err(errors));
    }
    let benefit = added(ctx, &bundle, new);
    benefit_insert(ctx, db, &benefit).await?;
    let record = AuditRecord::new("benefit.add", "benefit", benefit.id).after(&benefit)?;
    Ok(Ok((benefit, record)))
}

/// What was chosen and is no longer there.
async fn missing_choices(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    bundle: &InitiativeBundle,
    new: &NewBenefit,
) -> Result<FieldErrors> {
    let mut errors = FieldErrors::default();
    check_there(&mut errors, "delivery", new.delivery, |id| {
        bundle.deliveries.iter().any(|found| found.value.id == *id)
    });
    let before = bundle.benefits.iter().map(|found| &found.value);
    let groups: Vec<_> = before
        .clone()
        .flat_map(|benefit| benefit.groups.iter().map(|share| share.group))
        .collect();
    let groups = options::groups(ctx, db, Offer::Today(&groups)).await?;
    check_there(&mut errors, "groups", new.groups.iter().copied(), |id| {
        groups.iter().any(|option| option.id == *id)
    });
    if new.owner.is_some() || new.recipient.is_some() {
        let units: Vec<_> = before
            .flat_map(|benefit| benefit.owner.into_iter().chain(benefit.recipient))
            .collect();
        let units = options::units(ctx, db, Offer::Today(&units)).await?;
        for (field, unit) in [("owner", new.owner), ("recipient", new.recipient)] {
            check_there(&mut errors, field, unit, |id| {
                units.iter().any(|option| option.id == *id)
            });
        }
    }
    Ok(errors)
}

fn added(ctx: &Ctx, bundle: &InitiativeBundle, new: NewBenefit) -> Benefit {
    let next = bundle
        .benefits
        .iter()
        .map(|found| found.value.ordinal)
        .max()
        .map_or(1, |last| last.saturating_add(1));
    Benefit {
        id: new_id(ctx),
        initiative: new.initiative,
        delivery: new.delivery,
        ordinal: next,
        groups: new
            .groups
            .into_iter()
            .map(|group| GroupShare { group, share: None })
            .collect(),
        title: new.title,
        description: new.description,
        value_class: new.value_class,
        owner: new.owner,
        recipient: new.recipient,
        expected_from: new.expected_from,
        expected_to: new.expected_to,
        unplanned: new.unplanned,
        state: BenefitState::Identified,
        not_measurable: None,
        figures: figures(ctx, new.figures, &[]),
    }
}

/// Shares of groups that stay are kept.
fn changed(ctx: &Ctx, before: &Benefit, new: NewBenefit) -> Benefit {
    let share = |group| {
        before
            .groups
            .iter()
            .find(|share| share.group == group)
            .and_then(|s| s.share)
    };
    Benefit {
        delivery: new.delivery,
        groups: new
            .groups
            .iter()
            .map(|&group| GroupShare {
                group,
                share: share(group),
            })
            .collect(),
        title: new.title,
        description: new.description,
        value_class: new.value_class,
        owner: new.owner,
        recipient: new.recipient,
        expected_from: new.expected_from,
        expected_to: new.expected_to,
        unplanned: new.unplanned,
        figures: figures(ctx, new.figures, &before.figures),
        ..before.clone()
    }
}
