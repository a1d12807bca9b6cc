use domain::ctx::Ctx;
use domain::form::{CalculationLinesForm, FieldErrors, Form};
use domain::id::CalculationId;
use domain::policy::{Operation, decide};

use super::Found;
use crate::error::{Result, ServiceError};
use crate::form_flow::{Answer, invalid, one_more_row};
use crate::services::Services;
use crate::token::new_token;

/// Keeps lines that were read from a file as what somebody has typed: nothing is saved by it, and the page shows them,
/// with what is wrong with the file or with them. Answers the draft's key.
pub async fn calculation_lines_read(
    ctx: &Ctx,
    services: &Services,
    id: CalculationId,
    read: std::result::Result<CalculationLinesForm, FieldErrors>,
) -> Result<Answer> {
    decide(ctx, Operation::CalculationWrite, None)?;
    let found = Found::writable(ctx, services.store.reader(), id).await?;
    if !found.value().state.is_open() {
        return Err(ServiceError::State(
            "only a draft or a returned calculation can be changed",
        ));
    }
    let preferred = found.value().preferred().ok_or(ServiceError::NotFound)?;
    let stored = || CalculationLinesForm::of(found.value(), preferred, found.version());
    let (form, faults) = match read {
        Ok(form) => (form, FieldErrors::default()),
        Err(faults) => (stored(), faults),
    };
    // The version is the one that stands now: whoever reads a file in does it over what there is.
    let form = CalculationLinesForm {
        id: id.to_string(),
        version: found.version().to_string(),
        ..form
    }
    .named(new_token()?);
    if !faults.is_empty() {
        return invalid(ctx, services, &form, faults).await;
    }
    match form.parse() {
        Ok(_) => one_more_row(ctx, services, &form).await,
        Err(errors) => invalid(ctx, services, &form, errors).await,
    }
}
