use domain::account::Account;
use domain::ctx::Ctx;
use domain::form::{AccountForm, FieldErrors, Form, Problem, row_field};
use domain::id::AccountId;
use domain::policy::{Operation, decide};
use store::repo::account::{AccountRecord, account_insert, account_record_load, account_update};
use store::repo::session::{session_delete_of, session_list_of};
use store::{AuditRecord, StoreError, Trail};

use super::step::still_manages;
use super::{PAGE, Scopes};
use crate::error::{Result, ServiceError};
use crate::form_flow::{Answer, Begun, FormState, Sending, draft_or, invalid, one_more_row, was_first};
use crate::id::new_id;
use crate::services::Services;
use crate::sign_in::IDLE;

/// What the form of an account shows.
#[derive(Clone, Debug)]
pub struct AccountFormView {
    /// What roles can be limited to.
    pub scopes: Scopes,
    /// The fields, and why they came back.
    pub state: FormState<AccountForm>,
    /// How it stands, where it exists.
    pub standing: Option<AccountStanding>,
}

/// How an account stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountStanding {
    /// The account as it is stored.
    pub account: Account,
    /// Its version.
    pub version: i32,
    /// It cannot sign in.
    pub disabled: bool,
    /// It has chosen a password.
    pub has_password: bool,
    /// It has an app that gives it codes.
    pub has_app: bool,
    /// It is somebody's by the agency's own sign-on.
    pub has_identity: bool,
    /// In how many browsers it is signed in.
    pub sessions: usize,
    /// It is the actor's own.
    pub own: bool,
}

/// The form of an account: new, one that exists, or what was typed before.
pub async fn account_form(
    ctx: &Ctx,
    services: &Services,
    id: Option<AccountId>,
    draft_key: Option<&str>,
) -> Result<AccountFormView> {
    decide(ctx, Operation::InstallationManage, None)?;
    let db = services.store.reader();
    let standing = match id {
        None => None,
        Some(id) => {
            let found = account_record_load(ctx, db, id).await?;
            let found = found.ok_or(ServiceError::NotFound)?;
            Some(AccountStanding {
                own: ctx.account_id() == Some(id),
                sessions: session_list_of(ctx, db, id, IDLE).await?.len(),
                account: found.account,
                version: found.version,
                disabled: found.disabled,
                has_password: found.has_password,
                has_app: found.has_app,
                has_identity: found.has_identity,
            })
        }
    };
    let stored = standing.as_ref().map_or_else(AccountForm::default, |standing| {
        AccountForm::of(&standing.account, standing.version)
    });
    Ok(AccountFormView {
        scopes: Scopes::load(ctx, db).await?,
        state: draft_or(ctx, services, draft_key, || Ok(stored)).await?,
        standing,
    })
}

/// Gives somebody access, or changes who they are and which roles they hold. Nobody changes their own
/// roles. Whoever's roles change signs in anew.
pub async fn account_save(ctx: &Ctx, services: &Services, form: AccountForm) -> Result<Answer> {
    decide(ctx, Operation::InstallationManage, None)?;
    if let Some(more) = form.clone().with_row() {
        return one_more_row(ctx, services, &more).await;
    }
    let change = match form.parse() {
        Ok(change) => change,
        Err(errors) => return invalid(ctx, services, &form, errors).await,
    };
    let sending = match Sending::begin(ctx, services, &form).await? {
        Begun::New(sending) => sending,
        Begun::Before(answer) => return Ok(answer),
    };
    still_manages(ctx, &*sending).await?;
    let before: Option<AccountRecord> = match form.id() {
        "" => None,
        id => {
            let id: AccountId = id.parse().map_err(|_| ServiceError::NotFound)?;
            let found = account_record_load(ctx, &*sending, id).await?;
            Some(found.ok_or(ServiceError::NotFound)?)
        }
    };
    let mut errors = FieldErrors::default();
    let there = Scopes::load(ctx, &*sending).await?.items();
    for (row, code) in form.grant_scope.iter().map(|code| code.trim()).enumerate() {
        if !code.is_empty() && there.iter().all(|(item, _)| item.code() != code) {
            let given = code.to_owned();
            errors.push(&row_field("grant_scope", row), Problem::Gone { given });
        }
    }
    let own = before.as_ref().map(|found| &found.account);
    let own = own.filter(|account| Some(account.id) == ctx.account_id());
    if own.is_some_and(|account| account.grants != change.grants) {
        errors.push(&row_field("grant_role", 0), Problem::NotYours);
    }
    if !errors.is_empty() {
        return sending.invalid(errors).await;
    }
    let account = Account {
        id: before
            .as_ref()
            .map_or_else(|| new_id(ctx), |found| found.account.id),
        email: change.email,
        name: change.name,
        grants: change.grants,
    };
    let mut trail = Trail::default();
    let stored = match &before {
        None => {
            let record = AuditRecord::new("account.add", "account", account.id);
            trail.push(record.after(&account)?);
            account_insert(ctx, &*sending, &account).await
        }
        Some(found) => {
            let record = AuditRecord::new("account.change", "account", account.id);
            trail.push(record.before(&found.account)?.after(&account)?);
            match was_first(account_update(ctx, &*sending, &account, form.version()).await) {
                Ok(true) => Ok(()),
                Ok(false) => {
                    let theirs = AccountForm::of(&found.account, found.version);
                    return sending.stale(theirs).await;
                }
                Err(ServiceError::Store(error)) => Err(error),
                Err(other) => return Err(other),
            }
        }
    };
    match stored {
        Ok(()) => {}
        Err(StoreError::Unique(_)) => {
            let given = account.email.unwrap_or_default();
            let mut errors = FieldErrors::default();
            errors.push("email", Problem::Taken { given });
            return sending.invalid(errors).await;
        }
        Err(other) => return Err(other.into()),
    }
    if before.is_some_and(|found| found.account.grants != account.grants) {
        let ended = session_delete_of(ctx, &*sending, account.id, IDLE).await?;
        if ended > 0 {
            trail.push(super::step::sessions_ended(account.id, ended)?);
        }
    }
    let goto = format!("{PAGE}/konto/{}?klart=sparat", account.id);
    sending.done_all(trail, goto).await
}
