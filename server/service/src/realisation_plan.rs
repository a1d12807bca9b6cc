//! Realisation plans: one a benefit, written by those who answer for its coming.

use std::collections::BTreeSet;

use domain::benefit::Benefit;
use domain::ctx::Ctx;
use domain::form::{FieldErrors, Form, NewPlanActivity, NewRealisationPlan, RealisationPlanForm, row_field};
use domain::id::{BenefitId, InitiativeId, PlanActivityId, RealisationPlanId, UnitId};
use domain::policy::{Operation, decide};
use domain::realisation_plan::{PlanActivity, RealisationPlan};
use store::repo::benefit::benefit_load;
use store::repo::initiative_bundle::{InitiativeBundle, initiative_portfolio_load};
use store::repo::realisation_plan::{
    realisation_plan_insert, realisation_plan_load, realisation_plan_of_benefit, realisation_plan_update,
};
use store::{AuditRecord, ConnectionTrait, StoreError, Trail};

use crate::error::{Result, ServiceError};
use crate::form_flow::{
    Answer, Begun, FormState, Sending, check_there, draft_or, invalid, one_more_row, was_first,
};
use crate::id::new_id;
use crate::initiative::belongs_each;
use crate::kept_note::NOT_FIRST;
use crate::options::{self, InitiativeName, Offer, UnitOption};
use crate::services::Services;

const KIND: &str = "realisation_plan";

/// What the form of a realisation plan shows.
#[derive(Clone, Debug)]
pub struct RealisationPlanFormView {
    /// The initiative.
    pub initiative: InitiativeName,
    /// The benefit.
    pub benefit: Benefit,
    /// Units to choose from.
    pub units: Vec<UnitOption>,
    /// The fields, and why they came back.
    pub state: FormState<RealisationPlanForm>,
    /// There is a plan already.
    pub existing: bool,
}

/// The form of a benefit's plan: begun, as it is, or as it was typed before. Whoever owns the benefit is thought to
/// follow it up, until somebody says otherwise.
pub async fn realisation_plan_form(
    ctx: &Ctx,
    services: &Services,
    initiative: InitiativeId,
    benefit: BenefitId,
    draft_key: Option<&str>,
) -> Result<RealisationPlanFormView> {
    decide(ctx, Operation::PlanWrite, None)?;
    let db = services.store.reader();
    let (bundle, benefit) = writable(ctx, db, initiative, benefit).await?;
    let stored = realisation_plan_of_benefit(ctx, db, benefit.id).await?;
    let state = draft_or(ctx, services, draft_key, || {
        Ok(match &stored {
            Some(found) => RealisationPlanForm::of(initiative, &found.value, found.version),
            None => RealisationPlanForm {
                initiative: initiative.to_string(),
                benefit: benefit.id.to_string(),
                follow_up_unit: benefit.owner.map(|id| id.to_string()).unwrap_or_default(),
                ..RealisationPlanForm::default()
            },
        })
    })
    .await?;
    let form = &state.form;
    let chosen = options::chosen(form.activity_unit.iter().chain([&form.follow_up_unit]));
    Ok(RealisationPlanFormView {
        initiative: InitiativeName {
            id: initiative,
            name: bundle.initiative.value.name.clone(),
        },
        units: options::units(ctx, db, Offer::Today(&chosen)).await?,
        existing: stored.is_some(),
        benefit,
        state,
    })
}

/// An initiative and one of its benefits, for those who may write its plan.
async fn writable(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    initiative: InitiativeId,
    benefit: BenefitId,
) -> Result<(InitiativeBundle, Benefit)> {
    let bundle = initiative_portfolio_load(ctx, db, initiative)
        .await?
        .ok_or(ServiceError::NotFound)?;
    let found = bundle.benefits.iter().find(|found| found.value.id == benefit);
    let found = found.ok_or(ServiceError::NotFound)?.value.clone();
    for belongs in belongs_each(&bundle, &[benefit]) {
        decide(ctx, Operation::PlanWrite, Some(&belongs))?;
    }
    Ok((bundle, found))
}

/// Writes a benefit's plan, or changes it.
pub async fn realisation_plan_save(
    ctx: &Ctx,
    services: &Services,
    form: RealisationPlanForm,
) -> Result<Answer> {
    decide(ctx, Operation::PlanWrite, None)?;
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
    let (initiative, benefit) = (new.initiative, new.benefit);
    writable(ctx, &*sending, initiative, benefit).await?;
    let before = realisation_plan_of_benefit(ctx, &*sending, benefit).await?;
    let errors = missing_units(ctx, &*sending, &form, before.as_ref().map(|found| &found.value)).await?;
    if !errors.is_empty() {
        return sending.invalid(errors).await;
    }
    let (plan, record) = match before {
        None => {
            let plan = written(ctx, None, new);
            realisation_plan_insert(ctx, &*sending, &plan).await?;
            let record = AuditRecord::new("realisation_plan.add", KIND, plan.id).after(&plan)?;
            (plan, record)
        }
        Some(found) => {
            let plan = written(ctx, Some(&found.value), new);
            if !was_first(realisation_plan_update(ctx, &*sending, &plan, form.version()).await)? {
                let theirs = RealisationPlanForm::of(initiative, &found.value, found.version);
                return sending.stale(theirs).await;
            }
            let record = AuditRecord::new("realisation_plan.change", KIND, plan.id)
                .before(&found.value)?
                .after(&plan)?;
            (plan, record)
        }
    };
    let notice = if plan.lacks().is_empty() {
        "plan"
    } else {
        "plan-ofullstandig"
    };
    sending.done(record, goto(initiative, benefit, notice)).await
}

fn goto(initiative: InitiativeId, benefit: BenefitId, notice: &str) -> String {
    format!("/initiativ/{initiative}?klart={notice}#nytta-{benefit}")
}

/// Units that were chosen and are no longer there; those that the plan has already stay.
async fn missing_units(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    form: &RealisationPlanForm,
    before: Option<&RealisationPlan>,
) -> Result<FieldErrors> {
    let held: Vec<UnitId> = before.into_iter().flat_map(RealisationPlan::units).collect();
    let units = options::units(ctx, db, Offer::Today(&held)).await?;
    let there = |id: &UnitId| units.iter().any(|unit| unit.id == *id);
    let mut errors = FieldErrors::default();
    for (row, typed) in form.activity_unit.iter().enumerate() {
        check_there(
            &mut errors,
            &row_field("activity_unit", row),
            typed.trim().parse(),
            there,
        );
    }
    check_there(
        &mut errors,
        "follow_up_unit",
        form.follow_up_unit.trim().parse(),
        there,
    );
    Ok(errors)
}

/// The plan as it is to be. Activities that exist keep their identity, each once.
fn written(ctx: &Ctx, before: Option<&RealisationPlan>, new: NewRealisationPlan) -> RealisationPlan {
    let held = before.map_or(&[][..], |before| before.activities.as_slice());
    let mut free: BTreeSet<PlanActivityId> = held.iter().map(|one| one.id).collect();
    let activity = |one: NewPlanActivity| -> PlanActivity {
        let kept = one.id.filter(|id| free.remove(id));
        one.with(kept.unwrap_or_else(|| new_id(ctx)))
    };
    RealisationPlan {
        id: before.map_or_else(|| new_id(ctx), |before| before.id),
        benefit: new.benefit,
        begun_on: before.map_or_else(|| Some(ctx.today()), |before| before.begun_on),
        activities: new.activities.into_iter().map(activity).collect(),
        preconditions: new.preconditions,
        risks: new.risks,
        follow_up_unit: new.follow_up_unit,
        follow_up_on: new.follow_up_on,
        follow_up_how: new.follow_up_how,
    }
}

/// Says that an activity of a plan is done today. Answers where to go on.
pub async fn realisation_plan_done(
    ctx: &Ctx,
    services: &Services,
    id: RealisationPlanId,
    version: i32,
    activity: PlanActivityId,
) -> Result<String> {
    decide(ctx, Operation::PlanWrite, None)?;
    let txn = services.store.write_txn(ctx).await?;
    let found = realisation_plan_load(ctx, &txn, id).await?;
    let before = found.ok_or(ServiceError::NotFound)?;
    let benefit = benefit_load(ctx, &txn, before.value.benefit).await?;
    let benefit = benefit.ok_or(ServiceError::NotFound)?.value;
    writable(ctx, &txn, benefit.initiative, benefit.id).await?;
    let goto = |notice: &str| goto(benefit.initiative, benefit.id, notice);
    let after = before.value.with_done(activity, ctx.today());
    let Some(after) = after.filter(|_| before.version == version) else {
        return Ok(goto(NOT_FIRST));
    };
    match realisation_plan_update(ctx, &txn, &after, version).await {
        Ok(_) => {}
        Err(StoreError::Stale { .. }) => return Ok(goto(NOT_FIRST)),
        Err(other) => return Err(other.into()),
    }
    let record = AuditRecord::new("realisation_plan.done", KIND, id)
        .before(&before.value)?
        .after(&after)?;
    txn.commit(Trail::one(record)).await?;
    Ok(goto("aktivitet-klar"))
}
