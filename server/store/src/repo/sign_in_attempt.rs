//! Wrong passwords in a row, by the hash of the address that was typed.

use chrono::{DateTime, TimeDelta, Utc};
use domain::ctx::Ctx;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};

use crate::entity::sign_in_attempt;
use crate::error::Result;
use crate::moment::{micros, moment};

/// Wrong passwords in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attempts {
    /// How many.
    pub failures: u32,
    /// When the last of them was.
    pub last_at: DateTime<Utc>,
}

/// Those of an address; none where the last was right.
pub async fn sign_in_attempt_load(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    who_hash: &str,
) -> Result<Option<Attempts>> {
    let row = sign_in_attempt::Entity::find_by_id(who_hash.to_owned())
        .one(db)
        .await?;
    row.map(|row| {
        Ok(Attempts {
            failures: u32::try_from(row.failures).unwrap_or(u32::MAX),
            last_at: moment("sign_in_attempt", &row.who_hash, row.last_at)?,
        })
    })
    .transpose()
}

/// For so long wrong ones are remembered.
const MEMORY: TimeDelta = TimeDelta::days(1);

/// Notes how many there are by now, and forgets those that nobody has added to for a day: whoever types
/// addresses at random fills no table.
pub async fn sign_in_attempt_note(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    who_hash: &str,
    failures: u32,
) -> Result<()> {
    let row = sign_in_attempt::Model {
        who_hash: who_hash.to_owned(),
        failures: i32::try_from(failures).unwrap_or(i32::MAX),
        last_at: micros(ctx.now),
    };
    let again = OnConflict::column(sign_in_attempt::Column::WhoHash)
        .update_columns([sign_in_attempt::Column::Failures, sign_in_attempt::Column::LastAt])
        .to_owned();
    sign_in_attempt::Entity::insert(row.into_active_model())
        .on_conflict(again)
        .exec_without_returning(db)
        .await?;
    sign_in_attempt::Entity::delete_many()
        .filter(sign_in_attempt::Column::LastAt.lt(micros(ctx.now - MEMORY)))
        .exec(db)
        .await?;
    Ok(())
}

/// Forgets them: the last was right.
pub async fn sign_in_attempt_clear(_ctx: &Ctx, db: &impl ConnectionTrait, who_hash: &str) -> Result<()> {
    sign_in_attempt::Entity::delete_by_id(who_hash.to_owned())
        .exec(db)
        .await?;
    Ok(())
}
