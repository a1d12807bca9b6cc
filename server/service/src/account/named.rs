use domain::account::known_as;
use domain::ctx::Ctx;
use domain::id::AccountId;
use store::ConnectionTrait;
use store::repo::account::account_record_load;
use store::repo::account_erase::account_id_by_email;

use crate::error::{Result, ServiceError};

/// Which account is meant, at the command line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// The account with this e-mail address.
    Email(String),
    /// This account.
    Account(AccountId),
}

impl Named {
    /// The account, disabled or not.
    pub(crate) async fn id(&self, ctx: &Ctx, db: &impl ConnectionTrait) -> Result<AccountId> {
        let none = || ServiceError::State("there is no such account");
        let id = match self {
            Self::Account(id) => *id,
            Self::Email(email) => account_id_by_email(ctx, db, &known_as(email))
                .await?
                .ok_or_else(none)?,
        };
        let found = account_record_load(ctx, db, id).await?;
        Ok(found.ok_or_else(none)?.account.id)
    }
}
