use domain::account::Account;
use domain::ctx::Ctx;
use domain::policy::{Operation, decide};

use crate::error::Result;
use crate::services::Services;

/// All accounts, in the order in which they were made.
pub async fn account_list(ctx: &Ctx, services: &Services) -> Result<Vec<Account>> {
    decide(ctx, Operation::InstallationManage, None)?;
    Ok(store::repo::account::account_list(ctx, services.store.reader()).await?)
}
