use domain::ctx::Ctx;
use domain::factor::{Factor, FactorValue};
use domain::form::{FactorValueForm, FieldErrors, Form, Problem};
use domain::id::{FactorId, FactorValueId};
use domain::policy::{Operation, decide};
use domain::statement::ApprovalState;
use store::AuditRecord;
use store::repo::factor::factor_update;

use super::Found;
use crate::error::{Result, ServiceError};
use crate::form_flow::{Answer, Begun, FormState, Sending, draft_or, invalid, was_first};
use crate::id::new_id;
use crate::services::Services;

/// What the form of a value shows.
#[derive(Clone, Debug)]
pub struct FactorValueFormView {
    /// The factor.
    pub factor: Factor,
    /// The value that holds today, where one does.
    pub in_force: Option<FactorValue>,
    /// The fields, and why they came back.
    pub state: FormState<FactorValueForm>,
}

/// The form of a value of a factor: of one that nobody has approved, or of a new one.
pub async fn factor_value_form(
    ctx: &Ctx,
    services: &Services,
    factor: FactorId,
    value: Option<FactorValueId>,
    draft_key: Option<&str>,
) -> Result<FactorValueFormView> {
    decide(ctx, Operation::FactorWrite, None)?;
    let found = Found::load(ctx, services.store.reader(), factor).await?;
    let (factor, version) = (found.value(), found.version());
    let stored = match value {
        Some(id) => {
            let value = factor.value(id).ok_or(ServiceError::NotFound)?;
            if !value.state.is_open() {
                return Err(ServiceError::State(
                    "only a draft or a returned value can be changed",
                ));
            }
            FactorValueForm::of(factor.id, value, version)
        }
        None => FactorValueForm::after(factor, version, ctx.today()),
    };
    let state = draft_or(ctx, services, draft_key, || Ok(stored)).await?;
    Ok(FactorValueFormView {
        in_force: factor.in_force(ctx.today()).cloned(),
        factor: factor.clone(),
        state,
    })
}

/// Writes a value of a factor, and sends it for approval where that is asked for. What is approved stays as it is: the
/// new one takes its place from its first day.
pub async fn factor_value_save(ctx: &Ctx, services: &Services, form: FactorValueForm) -> Result<Answer> {
    decide(ctx, Operation::FactorWrite, None)?;
    let factor: FactorId = form.factor.trim().parse().map_err(|_| ServiceError::NotFound)?;
    let kind = Found::load(ctx, services.store.reader(), factor)
        .await?
        .value()
        .kind;
    let new = match form.parse(kind) {
        Ok(new) => new,
        Err(errors) => return invalid(ctx, services, &form, errors).await,
    };
    let sending = match Sending::begin(ctx, services, &form).await? {
        Begun::New(sending) => sending,
        Begun::Before(answer) => return Ok(answer),
    };
    let found = Found::load(ctx, &*sending, factor).await?;
    let before = found.value();
    let existing: Option<FactorValueId> = match form.id() {
        "" => None,
        id => Some(id.parse().map_err(|_| ServiceError::NotFound)?),
    };
    // A new value stands beside whatever somebody else has written; one that exists is held against what was read.
    let stored = match existing {
        Some(id) => Some(before.value(id).ok_or(ServiceError::NotFound)?),
        None => None,
    };
    let theirs = |value| FactorValueForm::of(before.id, value, found.version());
    if let Some(value) = stored
        && (form.version() != found.version() || !value.state.is_open())
    {
        return sending.stale(theirs(value)).await;
    }
    if before.is_taken(new.from, existing) {
        let mut errors = FieldErrors::default();
        let given = new.from.to_string();
        errors.push("from", Problem::Taken { given });
        return sending.invalid(errors).await;
    }
    let written = FactorValue {
        id: existing.unwrap_or_else(|| new_id(ctx)),
        from: new.from,
        value: new.value,
        price_level: new.price_level,
        source: new.source,
        state: if new.submit {
            ApprovalState::Submitted
        } else {
            ApprovalState::Draft
        },
    };
    let after = before.with(written).ok_or(ServiceError::NotFound)?;
    if !was_first(factor_update(ctx, &*sending, &after, found.version()).await)? {
        return Err(ServiceError::NotFound);
    }
    let (action, notice) = if new.submit {
        ("factor.submit", "inskickat")
    } else {
        ("factor.write", "sparat")
    };
    let record = AuditRecord::new(action, "factor", before.id)
        .before(before)?
        .after(&after)?;
    sending.done(record, found.page(notice)).await
}
