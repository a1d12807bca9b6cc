use domain::benefit::{Benefit, BenefitState, GroupShare};
use domain::ctx::Ctx;
use domain::form::{BenefitForm, FieldErrors, NewBenefit, Problem};
use domain::id::{BenefitId, DeliveryId, InitiativeId};
use domain::policy::{Operation, decide};
use store::repo::benefit::{benefit_insert, benefit_update};
use store::repo::initiative_bundle::{InitiativeBundle, initiative_portfolio_load};
use store::{AuditRecord, ConnectionTrait, StoreError, Trail};

use crate::error::{Result, ServiceError};
use crate::form_flow::{Answer, FormState, Outcome, again, draft, new_submission, note_sending, sent_before};
use crate::id::new_id;
use crate::initiative::belongs;
use crate::options::{self, DeliveryOption, GroupOption, InitiativeName, UnitOption};
use crate::services::Services;

const FORM: &str = "benefit";

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
    let state = match draft(ctx, services, FORM, draft_key).await? {
        Some(state) => state,
        None => FormState::fresh(stored_form(&bundle, delivery, benefit)?),
    };
    Ok(BenefitFormView {
        initiative: InitiativeName {
            id: initiative,
            name: bundle.initiative.value.name.clone(),
        },
        deliveries: delivery_options(&bundle),
        groups: options::groups(ctx, db).await?,
        units: options::units(ctx, db).await?,
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
    let form = match benefit {
        Some(id) => {
            let found = bundle.benefits.iter().find(|found| found.value.id == id);
            let found = found.ok_or(ServiceError::NotFound)?;
            BenefitForm::of(&found.value, found.version)
        }
        None => BenefitForm {
            initiative: bundle.initiative.value.id.to_string(),
            delivery: delivery
                .or(match bundle.deliveries.as_slice() {
                    [only] => Some(only.value.id),
                    _ => None,
                })
                .map(|id| id.to_string())
                .unwrap_or_default(),
            value_class: "not_stated".to_owned(),
            ..BenefitForm::default()
        },
    };
    Ok(BenefitForm {
        submission: new_submission()?,
        ..form
    })
}

/// Adds an expected benefit, or changes one.
pub async fn benefit_save(ctx: &Ctx, services: &Services, form: BenefitForm) -> Result<Answer> {
    decide(ctx, Operation::PortfolioWrite, None)?;
    let again = |outcome: Outcome<BenefitForm>| {
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
    let errors = missing_choices(ctx, &txn, &bundle, &new).await?;
    if !errors.is_empty() {
        drop(txn);
        return again(Outcome::Invalid { errors }).await;
    }
    let (benefit, record) = if form.id.is_empty() {
        let benefit = added(ctx, &bundle, new);
        benefit_insert(ctx, &txn, &benefit).await?;
        let record = AuditRecord::new("benefit.add", "benefit", benefit.id).after(&benefit)?;
        (benefit, record)
    } else {
        let id: BenefitId = form.id.parse().map_err(|_| ServiceError::NotFound)?;
        let found = bundle.benefits.iter().find(|found| found.value.id == id);
        let found = found.ok_or(ServiceError::NotFound)?;
        let benefit = changed(&found.value, new);
        match benefit_update(ctx, &txn, &benefit, form.version.parse().unwrap_or(0)).await {
            Ok(_) => {}
            Err(StoreError::Stale { .. }) => {
                let theirs = Box::new(BenefitForm {
                    submission: form.submission.clone(),
                    ..BenefitForm::of(&found.value, found.version)
                });
                drop(txn);
                return again(Outcome::Stale { theirs }).await;
            }
            Err(other) => return Err(other.into()),
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
    note_sending(ctx, &txn, FORM, &form.submission, &goto).await?;
    txn.commit(Trail::one(record)).await?;
    Ok(Answer::Done(goto))
}

/// What was chosen and is no longer there.
async fn missing_choices(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    bundle: &InitiativeBundle,
    new: &NewBenefit,
) -> Result<FieldErrors> {
    let mut errors = FieldErrors::default();
    if let Some(delivery) = new.delivery
        && !bundle.deliveries.iter().any(|found| found.value.id == delivery)
    {
        errors.push(
            "delivery",
            Problem::Gone {
                given: delivery.to_string(),
            },
        );
    }
    let groups = options::groups(ctx, db).await?;
    if let Some(gone) = new
        .groups
        .iter()
        .find(|group| !groups.iter().any(|option| option.id == **group))
    {
        errors.push(
            "groups",
            Problem::Gone {
                given: gone.to_string(),
            },
        );
    }
    if let Some(owner) = new.owner
        && !options::units(ctx, db)
            .await?
            .iter()
            .any(|option| option.id == owner)
    {
        errors.push(
            "owner",
            Problem::Gone {
                given: owner.to_string(),
            },
        );
    }
    Ok(errors)
}

fn added(ctx: &Ctx, bundle: &InitiativeBundle, new: NewBenefit) -> Benefit {
    let next = bundle
        .benefits
        .iter()
        .map(|found| found.value.ordinal)
        .max()
        .map_or(0, |last| last + 1);
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
        recipient: None,
        expected_from: new.expected_from,
        expected_to: new.expected_to,
        unplanned: new.unplanned,
        state: BenefitState::Identified,
        not_measurable: None,
        figures: Vec::new(),
    }
}

/// Shares of groups that stay are kept.
fn changed(before: &Benefit, new: NewBenefit) -> Benefit {
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
        expected_from: new.expected_from,
        expected_to: new.expected_to,
        unplanned: new.unplanned,
        ..before.clone()
    }
}
