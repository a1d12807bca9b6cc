use domain::account::{Account, NewAccount, known_as};
use domain::ctx::Ctx;
use domain::policy::{Operation, decide};
use domain::role::{Grant, Scope};
use store::repo::account::account_insert;
use store::repo::account_password::account_by_email;
use store::{AuditRecord, StoreError, Trail};

use crate::error::{Result, ServiceError};
use crate::id::new_id;
use crate::services::Services;
use crate::sign_in::link_in;

/// All accounts, in the order in which they were made.
pub async fn account_list(ctx: &Ctx, services: &Services) -> Result<Vec<Account>> {
    decide(ctx, Operation::InstallationManage, None)?;
    Ok(store::repo::account::account_list(ctx, services.store.reader()).await?)
}

/// Gives somebody access, with roles for all there is and no last day, and makes the one-time link that
/// signs them in; answers its token.
pub async fn account_add(ctx: &Ctx, services: &Services, new: NewAccount) -> Result<String> {
    decide(ctx, Operation::InstallationManage, None)?;
    let grant = |role| Grant {
        role,
        scope: Scope::All,
        from: None,
        to: None,
    };
    let account = Account {
        id: new_id(ctx),
        email: new.email,
        name: new.name,
        grants: new.roles.into_iter().map(grant).collect(),
    };
    let txn = services.store.write_txn(ctx).await?;
    match account_insert(ctx, &txn, &account).await {
        Ok(()) => {}
        Err(StoreError::Unique(_)) => {
            return Err(ServiceError::State(
                "there is an account with this e-mail address",
            ));
        }
        Err(other) => return Err(other.into()),
    }
    let (token, issued) = link_in(ctx, &txn, account.id, "account").await?;
    let mut trail = Trail::one(AuditRecord::new("account.add", "account", account.id).after(&account)?);
    trail.push(issued);
    txn.commit(trail).await?;
    Ok(token)
}

/// Makes a new one-time link for the account with an address; answers its token.
///
/// # Errors
/// Where there is no such account, or it is disabled.
pub async fn account_link(ctx: &Ctx, services: &Services, email: &str) -> Result<String> {
    decide(ctx, Operation::InstallationManage, None)?;
    let txn = services.store.write_txn(ctx).await?;
    let (account, _) = account_by_email(ctx, &txn, &known_as(email))
        .await?
        .ok_or(ServiceError::State(
            "there is no account with this e-mail address",
        ))?;
    let (token, issued) = link_in(ctx, &txn, account.id, "account").await?;
    txn.commit(Trail::one(issued)).await?;
    Ok(token)
}
