use domain::account::Account;
use domain::ctx::Ctx;
use domain::policy::{Operation, decide};
use domain::role::{Grant, Role, Scope};
use store::repo::account::{account_insert, account_list};
use store::repo::report::report_list;
use store::{AuditRecord, Trail};

use crate::error::{Result, ServiceError};
use crate::exchange::portfolio_import;
use crate::id::new_id;
use crate::services::Services;
use crate::sign_in::link_issue;

/// A one-time link of the demo.
#[derive(Clone, Debug)]
pub struct DemoLink {
    /// The role that it signs in.
    pub role: Role,
    /// The link's token.
    pub token: String,
}

/// Gives an empty database the demo's portfolio, one document after the other, and one account per role, and makes a one-time link
/// for each. The demo's people are roles, not persons: their accounts have no address. A database
/// with anything else in it is left alone.
pub async fn demo_load(
    ctx: &Ctx,
    services: &Services,
    documents: &[&[u8]],
    name: impl Fn(Role) -> String,
) -> Result<Vec<DemoLink>> {
    decide(ctx, Operation::InstallationManage, None)?;
    let db = services.store.reader();
    let mut accounts = account_list(ctx, db).await?;
    if accounts.is_empty() {
        if !report_list(ctx, db).await?.is_empty() {
            return Err(ServiceError::State(
                "--demo needs an empty database or one that it has made",
            ));
        }
        for document in documents {
            portfolio_import(ctx, services, document).await?;
        }
        accounts = people(ctx, services, name).await?;
    }
    if accounts.iter().any(|account| account.email.is_some()) {
        return Err(ServiceError::State(
            "--demo needs an empty database or one that it has made",
        ));
    }
    let mut links = Vec::with_capacity(accounts.len());
    for account in accounts {
        let Some(grant) = account.grants.first() else {
            continue;
        };
        let token = link_issue(ctx, services, account.id, "demo").await?;
        links.push(DemoLink {
            role: grant.role,
            token,
        });
    }
    Ok(links)
}

async fn people(ctx: &Ctx, services: &Services, name: impl Fn(Role) -> String) -> Result<Vec<Account>> {
    let accounts: Vec<Account> = Role::ALL
        .into_iter()
        .map(|role| Account {
            id: new_id(ctx),
            email: None,
            name: name(role),
            grants: vec![Grant {
                role,
                scope: Scope::All,
                from: None,
                to: None,
            }],
        })
        .collect();
    let txn = services.store.write_txn(ctx).await?;
    let mut trail = Trail::default();
    for account in &accounts {
        account_insert(ctx, &txn, account).await?;
        trail.push(AuditRecord::new("account.add", "account", account.id).after(account)?);
    }
    txn.commit(trail).await?;
    Ok(accounts)
}
