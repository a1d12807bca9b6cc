//! Freed time: what a benefit freed in a year and where the time went, written by those who answer for the benefit.

use domain::benefit::Benefit;
use domain::ctx::Ctx;
use domain::form::{FieldErrors, Form, FreedTimeForm, Problem};
use domain::freed_time::{FreedTime, TimeUnit, is_taken, year_hours};
use domain::id::{BenefitId, FreedTimeId};
use domain::policy::{Operation, decide};
use rust_decimal::Decimal;
use store::repo::benefit::benefit_load;
use store::repo::factor::factor_library;
use store::repo::freed_time::{
    freed_time_delete, freed_time_insert, freed_time_list_of_benefit, freed_time_load, freed_time_update,
};
use store::repo::initiative_bundle::{InitiativeBundle, initiative_portfolio_load};
use store::{AuditRecord, ConnectionTrait, StoreError, Trail, Versioned};

use crate::error::{Result, ServiceError};
use crate::form_flow::{Answer, Begun, FormState, Sending, draft_or, invalid, one_more_row, was_first};
use crate::id::new_id;
use crate::initiative::belongs_each;
use crate::kept_note::NOT_FIRST;
use crate::options::InitiativeName;
use crate::services::Services;

const KIND: &str = "freed_time";

/// What the form of freed time shows.
#[derive(Clone, Debug)]
pub struct FreedTimeFormView {
    /// The initiative.
    pub initiative: InitiativeName,
    /// The benefit.
    pub benefit: Benefit,
    /// Hours of a full-time year in the year that is chosen; none where no approved factor says it.
    pub year_hours: Option<Decimal>,
    /// Years that have an entry already.
    pub taken: Vec<i32>,
    /// The fields, and why they came back.
    pub state: FormState<FreedTimeForm>,
    /// An existing entry is changed.
    pub existing: bool,
}

/// A benefit with its initiative, for those who may write what is known of it.
pub(crate) async fn of_benefit(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: BenefitId,
) -> Result<(InitiativeBundle, Benefit)> {
    let benefit = benefit_load(ctx, db, id).await?;
    let benefit = benefit.ok_or(ServiceError::NotFound)?.value;
    let bundle = initiative_portfolio_load(ctx, db, benefit.initiative).await?;
    let bundle = bundle.ok_or(ServiceError::NotFound)?;
    for belongs in belongs_each(&bundle, &[id]) {
        decide(ctx, Operation::EvidenceWrite, Some(&belongs))?;
    }
    Ok((bundle, benefit))
}

/// Where what is known of a benefit is shown.
pub(crate) fn place(benefit: &Benefit, notice: &str) -> String {
    format!(
        "/initiativ/{}?klart={notice}#nytta-{}",
        benefit.initiative, benefit.id
    )
}

/// The form: of the entry of a year where there is one, else of a new one; or what was typed before.
pub async fn freed_time_form(
    ctx: &Ctx,
    services: &Services,
    benefit: BenefitId,
    year: Option<i32>,
    draft_key: Option<&str>,
) -> Result<FreedTimeFormView> {
    decide(ctx, Operation::EvidenceWrite, None)?;
    let db = services.store.reader();
    let (bundle, benefit) = of_benefit(ctx, db, benefit).await?;
    let all = freed_time_list_of_benefit(ctx, db, benefit.id).await?;
    let stored = all.iter().find(|one| Some(one.value.year) == year);
    let state = draft_or(ctx, services, draft_key, || {
        Ok(match stored {
            Some(found) => FreedTimeForm::of(&found.value, found.version),
            None => FreedTimeForm {
                benefit: benefit.id.to_string(),
                year: year.map(|year| year.to_string()).unwrap_or_default(),
                unit: TimeUnit::Hours.code().to_owned(),
                ..FreedTimeForm::default()
            },
        })
    })
    .await?;
    let chosen = state.form.year.trim().parse().ok();
    let factors = factor_library(ctx, db).await?;
    let factor = chosen.and_then(|year| year_hours(&factors, year, ctx.today()));
    let existing = !state.form.id.is_empty();
    Ok(FreedTimeFormView {
        initiative: InitiativeName {
            id: benefit.initiative,
            name: bundle.initiative.value.name.clone(),
        },
        year_hours: factor.map(|(_, value)| value.value),
        taken: all
            .iter()
            .filter(|one| one.value.id.to_string() != state.form.id)
            .map(|one| one.value.year)
            .collect(),
        benefit,
        state,
        existing,
    })
}

/// Logs what a benefit freed in a year, or changes it.
pub async fn freed_time_save(ctx: &Ctx, services: &Services, form: FreedTimeForm) -> Result<Answer> {
    decide(ctx, Operation::EvidenceWrite, None)?;
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
    let (_, benefit) = of_benefit(ctx, &*sending, new.benefit).await?;
    let all = freed_time_list_of_benefit(ctx, &*sending, benefit.id).await?;
    let before: Option<&Versioned<FreedTime>> = match form.id() {
        "" => None,
        id => {
            let found = all.iter().find(|one| one.value.id.to_string() == id);
            Some(found.ok_or(ServiceError::NotFound)?)
        }
    };
    let id = before.map_or_else(|| new_id(ctx), |found| found.value.id);
    if is_taken(benefit.id, new.year, Some(id), all.iter().map(|one| &one.value)) {
        let mut errors = FieldErrors::default();
        let given = new.year.to_string();
        errors.push("year", Problem::Taken { given });
        return sending.invalid(errors).await;
    }
    let factors = factor_library(ctx, &*sending).await?;
    let factor = year_hours(&factors, new.year, ctx.today()).map(|(_, value)| value);
    let entry = match new.with(id, factor, before.map(|found| &found.value)) {
        Ok(entry) => entry,
        Err(errors) => return sending.invalid(errors).await,
    };
    let notice = if entry.is_added() { "tid-tillagd" } else { "tid" };
    let goto = place(&benefit, notice);
    let Some(found) = before else {
        freed_time_insert(ctx, &*sending, &entry).await?;
        let record = AuditRecord::new("freed_time.add", KIND, id).after(&entry)?;
        return sending.done(record, goto).await;
    };
    if !was_first(freed_time_update(ctx, &*sending, &entry, form.version()).await)? {
        let theirs = FreedTimeForm::of(&found.value, found.version);
        return sending.stale(theirs).await;
    }
    let record = AuditRecord::new("freed_time.change", KIND, id)
        .before(&found.value)?
        .after(&entry)?;
    sending.done(record, goto).await
}

/// Removes what was logged of a year. Answers where to go on.
pub async fn freed_time_remove(
    ctx: &Ctx,
    services: &Services,
    id: FreedTimeId,
    version: i32,
) -> Result<String> {
    decide(ctx, Operation::EvidenceWrite, None)?;
    let txn = services.store.write_txn(ctx).await?;
    let found = freed_time_load(ctx, &txn, id).await?;
    let found = found.ok_or(ServiceError::NotFound)?.value;
    let (_, benefit) = of_benefit(ctx, &txn, found.benefit).await?;
    match freed_time_delete(ctx, &txn, id, version).await {
        Ok(()) => {}
        Err(StoreError::Stale { .. }) => return Ok(place(&benefit, NOT_FIRST)),
        Err(other) => return Err(other.into()),
    }
    let record = AuditRecord::new("freed_time.remove", KIND, id).before(&found)?;
    txn.commit(Trail::one(record)).await?;
    Ok(place(&benefit, "tid-borttagen"))
}
