use domain::benefit::Benefit;
use domain::ctx::Ctx;
use domain::form::{FieldErrors, Form, FreedTimeForm, Problem};
use domain::freed_time::{FreedTime, FreedTimeClash, TimeUnit, year_hours};
use domain::id::{BenefitId, FreedTimeId};
use domain::policy::{Operation, decide};
use rust_decimal::Decimal;
use store::AuditRecord;
use store::repo::factor::factor_library;
use store::repo::freed_time::{
    FreedTimeRecord, freed_time_insert, freed_time_list_of_benefit, freed_time_load, freed_time_update,
};

use super::{KIND, entry_place, of_benefit};
use crate::error::{Result, ServiceError};
use crate::form_flow::{Answer, Begun, FormState, Sending, draft_or, invalid, one_more_row, was_first};
use crate::id::new_id;
use crate::options::InitiativeName;
use crate::services::Services;

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
    /// The approved entry that is corrected.
    pub supersedes: Option<FreedTime>,
    /// Why it was returned, where it was.
    pub review_note: Option<String>,
    /// The fields, and why they came back.
    pub state: FormState<FreedTimeForm>,
    /// An existing entry is changed.
    pub existing: bool,
}

/// Which entry a form is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FreedTimeTarget {
    /// A new one of a benefit.
    New(BenefitId),
    /// One that may still be changed.
    Existing(FreedTimeId),
    /// A new one in the place of one that is approved.
    Correcting(FreedTimeId),
}

/// The form of an entry, or of what was typed before.
pub async fn freed_time_form(
    ctx: &Ctx,
    services: &Services,
    target: FreedTimeTarget,
    draft_key: Option<&str>,
) -> Result<FreedTimeFormView> {
    decide(ctx, Operation::EvidenceWrite, None)?;
    let db = services.store.reader();
    let (benefit, record) = match target {
        FreedTimeTarget::New(benefit) => (benefit, None),
        FreedTimeTarget::Existing(id) | FreedTimeTarget::Correcting(id) => {
            let record = freed_time_load(ctx, db, id)
                .await?
                .ok_or(ServiceError::NotFound)?;
            (record.entry.value.benefit, Some(record))
        }
    };
    let (bundle, benefit) = of_benefit(ctx, db, benefit).await?;
    let all = freed_time_list_of_benefit(ctx, db, benefit.id).await?;
    let entries = || all.iter().map(|one| &one.entry.value);
    let stored = stored_form(&benefit, record.as_ref(), target, &all)?;
    let state = draft_or(ctx, services, draft_key, || Ok(stored)).await?;
    let chosen = state.form.year.trim().parse().ok();
    let factors = factor_library(ctx, db).await?;
    let factor = chosen.and_then(|year| year_hours(&factors, year, ctx.today()));
    let supersedes: Option<FreedTimeId> = state.form.supersedes.parse().ok();
    Ok(FreedTimeFormView {
        initiative: InitiativeName {
            id: benefit.initiative,
            name: bundle.initiative.value.name.clone(),
        },
        year_hours: factor.map(|(_, value)| value.value),
        taken: entries()
            .filter(|one| one.supersedes.is_none() && one.id.to_string() != state.form.id)
            .map(|one| one.year)
            .collect(),
        supersedes: entries().find(|one| Some(one.id) == supersedes).cloned(),
        review_note: record
            .filter(|record| record.entry.value.id.to_string() == state.form.id)
            .and_then(|record| record.review_note),
        existing: !state.form.id.is_empty(),
        benefit,
        state,
    })
}

fn stored_form(
    benefit: &Benefit,
    record: Option<&FreedTimeRecord>,
    target: FreedTimeTarget,
    all: &[FreedTimeRecord],
) -> Result<FreedTimeForm> {
    let Some(record) = record else {
        return Ok(FreedTimeForm {
            benefit: benefit.id.to_string(),
            unit: TimeUnit::Hours.code().to_owned(),
            ..FreedTimeForm::default()
        });
    };
    let entry = &record.entry.value;
    if matches!(target, FreedTimeTarget::Correcting(_)) {
        if !entry.may_be_corrected(all.iter().map(|one| &one.entry.value)) {
            return Err(ServiceError::State(
                "only approved freed time that nothing else is to correct can be corrected",
            ));
        }
        return Ok(FreedTimeForm::superseding(entry));
    }
    if !entry.state.is_open() {
        return Err(ServiceError::State(
            "only a draft or returned freed time can be changed",
        ));
    }
    Ok(FreedTimeForm::of(entry, record.entry.version))
}

/// Logs what a benefit freed in a year, or changes what nobody has approved: kept as a draft, or sent in.
pub async fn freed_time_save(ctx: &Ctx, services: &Services, form: FreedTimeForm) -> Result<Answer> {
    decide(ctx, Operation::EvidenceWrite, None)?;
    if let Some(more) = form.clone().with_row() {
        return one_more_row(ctx, services, &more).await;
    }
    let mut new = match form.parse(ctx.today()) {
        Ok(new) => new,
        Err(errors) => return invalid(ctx, services, &form, errors).await,
    };
    let sending = match Sending::begin(ctx, services, &form).await? {
        Begun::New(sending) => sending,
        Begun::Before(answer) => return Ok(answer),
    };
    let (_, benefit) = of_benefit(ctx, &*sending, new.benefit).await?;
    let all = freed_time_list_of_benefit(ctx, &*sending, benefit.id).await?;
    let entries = || all.iter().map(|one| &one.entry.value);
    let before = match form.id() {
        "" => None,
        id => {
            let mut all = all.iter().map(|one| &one.entry);
            let found = all.find(|one| one.value.id.to_string() == id);
            Some(found.ok_or(ServiceError::NotFound)?)
        }
    };
    if let Some(found) = before {
        if !found.value.state.is_open() {
            let theirs = FreedTimeForm::of(&found.value, found.version);
            return sending.stale(theirs).await;
        }
        // What it corrects was chosen when it was begun.
        new.supersedes = found.value.supersedes;
    }
    let id = before.map_or_else(|| new_id(ctx), |found| found.value.id);
    let corrected = entries().find(|one| Some(one.id) == new.supersedes);
    let factors = factor_library(ctx, &*sending).await?;
    let factor = year_hours(&factors, new.year, ctx.today()).map(|(_, value)| value);
    let (year, submit) = (new.year, new.submit);
    let entry = match new.with(id, factor, before.map(|found| &found.value).or(corrected)) {
        Ok(entry) => entry,
        Err(errors) => return sending.invalid(errors).await,
    };
    if let Some(clash) = entry.clash(entries()) {
        let mut errors = FieldErrors::default();
        let given = year.to_string();
        errors.push(
            "year",
            match clash {
                FreedTimeClash::Taken(_) => Problem::Taken { given },
                FreedTimeClash::NotCorrectable(_) | FreedTimeClash::Corrected(_) => Problem::Gone { given },
            },
        );
        return sending.invalid(errors).await;
    }
    let notice = if submit { "tid-inskickad" } else { "tid-utkast" };
    let goto = entry_place(benefit.initiative, id, notice);
    let Some(found) = before else {
        freed_time_insert(ctx, &*sending, &entry).await?;
        let action = if submit {
            "freed_time.submit"
        } else {
            "freed_time.draft"
        };
        let record = AuditRecord::new(action, KIND, id).after(&entry)?;
        return sending.done(record, goto).await;
    };
    if !was_first(freed_time_update(ctx, &*sending, &entry, form.version()).await)? {
        let theirs = FreedTimeForm::of(&found.value, found.version);
        return sending.stale(theirs).await;
    }
    let action = if submit {
        "freed_time.submit"
    } else {
        "freed_time.change"
    };
    let record = AuditRecord::new(action, KIND, id)
        .before(&found.value)?
        .after(&entry)?;
    sending.done(record, goto).await
}
