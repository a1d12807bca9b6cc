//! Links to calendars: one for each account at most.

use chrono::{DateTime, Utc};
use domain::ctx::Ctx;
use domain::id::AccountId;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};

use crate::entity::calendar_link::{self, Column};
use crate::error::Result;
use crate::moment::{micros, moment};

/// Whose calendar a link leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarLink {
    /// The account.
    pub account: AccountId,
    /// Code of the language of its entries.
    pub lang: String,
    /// Since when it works.
    pub made_at: DateTime<Utc>,
}

/// The link with a secret of this hash.
pub async fn calendar_link_by_hash(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    token_hash: &str,
) -> Result<Option<CalendarLink>> {
    let row = calendar_link::Entity::find()
        .filter(Column::TokenHash.eq(token_hash))
        .one(db)
        .await?;
    row.map(read).transpose()
}

/// The link of an account.
pub async fn calendar_link_of(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    account: AccountId,
) -> Result<Option<CalendarLink>> {
    let row = calendar_link::Entity::find_by_id(account.0).one(db).await?;
    row.map(read).transpose()
}

/// Makes an account's link, in the place of the one before.
pub async fn calendar_link_set(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    account: AccountId,
    token_hash: &str,
    lang: &str,
) -> Result<()> {
    let row = calendar_link::Model {
        account_id: account.0,
        token_hash: token_hash.to_owned(),
        lang: lang.to_owned(),
        made_at: micros(ctx.now),
    };
    let replaced = OnConflict::column(Column::AccountId)
        .update_columns([Column::TokenHash, Column::Lang, Column::MadeAt])
        .to_owned();
    calendar_link::Entity::insert(row.into_active_model())
        .on_conflict(replaced)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Takes an account's link out of use; false where it has none.
pub async fn calendar_link_drop(_ctx: &Ctx, db: &impl ConnectionTrait, account: AccountId) -> Result<bool> {
    let gone = calendar_link::Entity::delete_by_id(account.0).exec(db).await?;
    Ok(gone.rows_affected > 0)
}

fn read(row: calendar_link::Model) -> Result<CalendarLink> {
    Ok(CalendarLink {
        made_at: moment("calendar_link", &row.account_id.to_string(), row.made_at)?,
        account: row.account_id.into(),
        lang: row.lang,
    })
}
