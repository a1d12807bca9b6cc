//! Who has access: accounts, and the roles that they hold for a time and a scope.

mod named;
mod save;
mod step;

use chrono::NaiveDate;
use domain::account::{Account, NewAccount, known_as};
use domain::ctx::Ctx;
use domain::form::ScopeItem;
use domain::policy::{Operation, decide};
use domain::role::{Grant, Scope, ScopeKind};
use store::repo::account::{AccountRecord, account_insert, account_record_list};
use store::repo::account_password::account_by_email;
use store::repo::one_time_link::one_time_link_void_of;
use store::{AuditRecord, ConnectionTrait, StoreError, Trail};

use crate::error::{Result, ServiceError};
use crate::id::new_id;
use crate::options::{self, GroupOption, Offer, PortfolioOption, UnitOption};
use crate::services::Services;
use crate::sign_in::link_in;

pub use named::Named;
pub use save::{AccountFormView, AccountStanding, account_form, account_save};
pub use step::{account_disable, account_link_renew, account_sessions_end};
pub(crate) use step::{account_page, sessions_ended, still_manages};

/// Where accounts are.
const PAGE: &str = "/admin";

/// All accounts, and what their roles are limited to by name.
#[derive(Clone, Debug)]
pub struct AccountsView {
    /// The accounts, by name.
    pub accounts: Vec<AccountRecord>,
    /// What roles can be limited to.
    pub scopes: Scopes,
    /// The day on which roles hold or not: today.
    pub today: NaiveDate,
}

/// What roles can be limited to.
#[derive(Clone, Debug)]
pub struct Scopes {
    /// Portfolios.
    pub portfolios: Vec<PortfolioOption>,
    /// Benefit groups.
    pub groups: Vec<GroupOption>,
    /// Units.
    pub units: Vec<UnitOption>,
}

impl Scopes {
    async fn load(ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Self> {
        Ok(Self {
            portfolios: options::portfolios(ctx, db, Offer::Ever).await?,
            groups: options::groups(ctx, db, Offer::Ever).await?,
            units: options::units(ctx, db, Offer::Ever).await?,
        })
    }

    /// All of them, with what they are called.
    pub fn items(&self) -> Vec<(ScopeItem, String)> {
        fn of<'a, T>(
            kind: ScopeKind,
            all: &'a [T],
            read: impl Fn(&'a T) -> (String, &'a String) + 'a,
        ) -> impl Iterator<Item = (ScopeItem, String)> + 'a {
            all.iter().map(move |one| {
                let (id, name) = read(one);
                (ScopeItem { kind, id }, name.clone())
            })
        }
        let portfolios = of(ScopeKind::Portfolios, &self.portfolios, |one| {
            (one.id.to_string(), &one.name)
        });
        let groups = of(ScopeKind::Groups, &self.groups, |one| {
            (one.id.to_string(), &one.name)
        });
        let units = of(ScopeKind::Units, &self.units, |one| {
            (one.id.to_string(), &one.name)
        });
        portfolios.chain(groups).chain(units).collect()
    }
}

/// All accounts.
pub async fn account_list(ctx: &Ctx, services: &Services) -> Result<AccountsView> {
    decide(ctx, Operation::InstallationManage, None)?;
    let db = &services.store.snapshot().await?;
    Ok(AccountsView {
        accounts: account_record_list(ctx, db).await?,
        scopes: Scopes::load(ctx, db).await?,
        today: ctx.today(),
    })
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
                "there is an account with this e-mail address: nytta user link --email makes a new link for it",
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
            "there is no account with this e-mail address that can sign in",
        ))?;
    one_time_link_void_of(ctx, &txn, account.id).await?;
    let (token, issued) = link_in(ctx, &txn, account.id, "account").await?;
    txn.commit(Trail::one(issued)).await?;
    Ok(token)
}
