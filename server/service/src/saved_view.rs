//! Views of registers that people keep for themselves.

use domain::ctx::Ctx;
use domain::form::{FieldErrors, Problem, SavedViewForm};
use domain::id::{AccountId, SavedViewId};
use domain::policy::{Operation, Refusal, decide};
use domain::register::RegisterKind;
use store::repo::saved_view::{
    SavedView, saved_view_delete as delete, saved_view_insert, saved_view_is_taken, saved_view_load,
};
use store::{AuditRecord, Trail};

use crate::error::{Result, ServiceError};
use crate::form_flow::{Answer, Begun, FormState, Sending, draft_or, invalid};
use crate::id::new_id;
use crate::services::Services;

/// What the form of a view shows.
#[derive(Clone, Debug)]
pub struct SavedViewFormView {
    /// The register.
    pub register: RegisterKind,
    /// The fields, and why they came back.
    pub state: FormState<SavedViewForm>,
}

/// Whoever reads registers keeps views of them; the operator has no account to keep them with.
fn keeper(ctx: &Ctx) -> Result<AccountId, Refusal> {
    decide(ctx, Operation::PortfolioRead, None)?;
    ctx.account_id().ok_or(Refusal::Role)
}

/// The form that keeps a view of a register: the query of its address under a name.
pub async fn saved_view_form(
    ctx: &Ctx,
    services: &Services,
    register: RegisterKind,
    query: &str,
    draft_key: Option<&str>,
) -> Result<SavedViewFormView> {
    keeper(ctx)?;
    let state = draft_or(ctx, services, draft_key, || {
        Ok(SavedViewForm {
            register: register.code().to_owned(),
            query: query.to_owned(),
            ..SavedViewForm::default()
        })
    })
    .await?;
    let register = RegisterKind::from_code(&state.form.register).unwrap_or(register);
    Ok(SavedViewFormView { register, state })
}

/// Keeps a view under a name that the account has not given to another of the same register.
pub async fn saved_view_save(ctx: &Ctx, services: &Services, form: SavedViewForm) -> Result<Answer> {
    let account = keeper(ctx)?;
    let new = match form.parse() {
        Ok(new) => new,
        Err(errors) => return invalid(ctx, services, &form, errors).await,
    };
    let sending = match Sending::begin(ctx, services, &form).await? {
        Begun::New(sending) => sending,
        Begun::Before(answer) => return Ok(answer),
    };
    if saved_view_is_taken(ctx, &*sending, account, new.register, &new.name).await? {
        let mut errors = FieldErrors::default();
        errors.push("name", Problem::Taken { given: new.name });
        return sending.invalid(errors).await;
    }
    let view = SavedView {
        id: new_id(ctx),
        register: new.register.code().to_owned(),
        name: new.name,
        query: new.query,
    };
    saved_view_insert(ctx, &*sending, account, &view).await?;
    let record = AuditRecord::new("saved_view.keep", "saved_view", view.id).after(&view)?;
    sending.done(record, place(&view, "urval-sparat")).await
}

/// Deletes a view of one's own; answers where to go on.
pub async fn saved_view_delete(ctx: &Ctx, services: &Services, id: SavedViewId) -> Result<String> {
    let account = keeper(ctx)?;
    let txn = services.store.write_txn(ctx).await?;
    let view = saved_view_load(ctx, &txn, account, id)
        .await?
        .ok_or(ServiceError::NotFound)?;
    delete(ctx, &txn, account, id).await?;
    let record = AuditRecord::new("saved_view.delete", "saved_view", id).before(&view)?;
    txn.commit(Trail::one(record)).await?;
    Ok(place(&view, "urval-borttaget"))
}

/// The register as the view has it, with a receipt.
fn place(view: &SavedView, notice: &str) -> String {
    let joint = if view.query.is_empty() { "" } else { "&" };
    format!("/{}?{}{joint}klart={notice}", view.register, view.query)
}
