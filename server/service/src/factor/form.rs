use domain::ctx::Ctx;
use domain::factor::{Factor, FactorKind, FactorValue};
use domain::form::{FactorForm, FieldErrors, Form, NewFactor, Problem};
use domain::id::FactorId;
use domain::policy::{Operation, decide};
use domain::statement::ApprovalState;
use store::repo::factor::{factor_insert, factor_library, factor_update};
use store::{AuditRecord, ConnectionTrait};

use super::{Found, PAGE};
use crate::error::{Result, ServiceError};
use crate::form_flow::{Answer, Begun, FormState, Sending, draft_or, invalid, was_first};
use crate::id::new_id;
use crate::services::Services;

/// What the form of a factor shows.
#[derive(Clone, Debug)]
pub struct FactorFormView {
    /// The factor that is changed; none for a new one.
    pub factor: Option<Factor>,
    /// The fields, and why they came back.
    pub state: FormState<FactorForm>,
}

/// The form of a factor: of one that exists, or of a new one with its first value.
pub async fn factor_form(
    ctx: &Ctx,
    services: &Services,
    id: Option<FactorId>,
    draft_key: Option<&str>,
) -> Result<FactorFormView> {
    decide(ctx, Operation::FactorWrite, None)?;
    let found = match id {
        Some(id) => Some(Found::load(ctx, services.store.reader(), id).await?),
        None => None,
    };
    let begin = || match &found {
        Some(found) => FactorForm::of(found.value(), found.version()),
        None => FactorForm {
            kind: FactorKind::HourlyCost.code().to_owned(),
            from: ctx.today().to_string(),
            ..FactorForm::default()
        },
    };
    let state = draft_or(ctx, services, draft_key, || Ok(begin())).await?;
    Ok(FactorFormView {
        factor: found.map(|found| found.0.factor.value),
        state,
    })
}

/// Adds a factor with its first value, or changes what one is called and covers.
pub async fn factor_save(ctx: &Ctx, services: &Services, form: FactorForm) -> Result<Answer> {
    decide(ctx, Operation::FactorWrite, None)?;
    let new = match form.parse() {
        Ok(new) => new,
        Err(errors) => return invalid(ctx, services, &form, errors).await,
    };
    let sending = match Sending::begin(ctx, services, &form).await? {
        Begun::New(sending) => sending,
        Begun::Before(answer) => return Ok(answer),
    };
    if form.id().is_empty() {
        let errors = clashes(ctx, &*sending, &new, None).await?;
        if !errors.is_empty() {
            return sending.invalid(errors).await;
        }
        let (factor, sent) = added(ctx, new);
        factor_insert(ctx, &*sending, &factor).await?;
        let record = AuditRecord::new("factor.add", "factor", factor.id).after(&factor)?;
        let notice = if sent { "ny-inskickad" } else { "ny" };
        return sending
            .done(record, format!("{PAGE}/{}?klart={notice}", factor.id))
            .await;
    }
    let id: FactorId = form.id().parse().map_err(|_| ServiceError::NotFound)?;
    let found = Found::load(ctx, &*sending, id).await?;
    let before = found.value();
    let theirs = || FactorForm::of(before, found.version());
    if form.version() != found.version() {
        return sending.stale(theirs()).await;
    }
    if new.kind != before.kind || (before.is_settled() && new.unit != before.unit) {
        return Err(ServiceError::State("what a factor is of does not change"));
    }
    let errors = clashes(ctx, &*sending, &new, Some(id)).await?;
    if !errors.is_empty() {
        return sending.invalid(errors).await;
    }
    let after = Factor {
        name: new.name,
        unit: new.unit,
        description: new.description,
        ended_on: new.ended_on,
        ..before.clone()
    };
    if !was_first(factor_update(ctx, &*sending, &after, form.version()).await)? {
        return sending.stale(theirs()).await;
    }
    let record = AuditRecord::new("factor.change", "factor", id)
        .before(before)?
        .after(&after)?;
    sending.done(record, found.page("andrad")).await
}

fn added(ctx: &Ctx, new: NewFactor) -> (Factor, bool) {
    let sent = new.first.as_ref().is_some_and(|value| value.submit);
    let value = new.first.map(|value| FactorValue {
        id: new_id(ctx),
        from: value.from,
        value: value.value,
        price_level: value.price_level,
        source: value.source,
        state: if value.submit {
            ApprovalState::Submitted
        } else {
            ApprovalState::Draft
        },
    });
    let factor = Factor {
        id: new_id(ctx),
        name: new.name,
        kind: new.kind,
        unit: new.unit,
        description: new.description,
        ended_on: None,
        values: value.into_iter().collect(),
    };
    (factor, sent)
}

/// What is in use already: a name, or the one factor of a kind of which there is one.
async fn clashes(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    new: &NewFactor,
    id: Option<FactorId>,
) -> Result<FieldErrors> {
    let mut errors = FieldErrors::default();
    let today = ctx.today();
    if new.ended_on.is_some_and(|last| last < today) {
        return Ok(errors);
    }
    let library = factor_library(ctx, db).await?;
    let others = || {
        let in_use = library.iter().filter(|factor| !factor.has_ended(today));
        in_use.filter(|factor| Some(factor.id) != id)
    };
    let same = |factor: &&Factor| factor.name.to_lowercase() == new.name.to_lowercase();
    if others().any(|factor| same(&factor)) {
        let given = new.name.clone();
        errors.push("name", Problem::Taken { given });
    }
    if let Some(other) = others().find(|factor| new.kind.is_single() && factor.kind == new.kind) {
        let field = if id.is_some() { "ended_on" } else { "kind" };
        let given = other.name.clone();
        errors.push(field, Problem::Taken { given });
    }
    Ok(errors)
}
