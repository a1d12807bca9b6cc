//! The apps that give accounts their codes.

use chrono::{DateTime, Utc};
use domain::ctx::Ctx;
use domain::id::AccountId;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};

use crate::entity::{recovery_code, second_factor};
use crate::error::Result;
use crate::moment::{micros, moment};

/// The app of an account.
#[derive(Clone, PartialEq, Eq)]
pub struct SecondFactor {
    /// What its codes are made of, sealed.
    pub sealed: String,
    /// When its first code was right; none before.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// The step of the last code that was taken.
    pub last_step: u64,
}

/// The app of an account, connected or about to be.
pub async fn second_factor_load(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    account: AccountId,
) -> Result<Option<SecondFactor>> {
    let row = second_factor::Entity::find_by_id(account.0).one(db).await?;
    row.map(|row| {
        let confirmed = row.confirmed_at;
        let id = account.to_string();
        Ok(SecondFactor {
            sealed: row.sealed,
            confirmed_at: confirmed.map(|at| moment("second_factor", &id, at)).transpose()?,
            last_step: u64::try_from(row.last_step).unwrap_or(0),
        })
    })
    .transpose()
}

/// One sealed value of any account whose app is connected, to try a key with.
pub async fn second_factor_any(_ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Option<(AccountId, String)>> {
    let row = second_factor::Entity::find()
        .filter(second_factor::Column::ConfirmedAt.is_not_null())
        .one(db)
        .await?;
    Ok(row.map(|row| (row.account_id.into(), row.sealed)))
}

/// Notes an app that is about to be connected, in the place of one before.
pub async fn second_factor_set(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    account: AccountId,
    sealed: &str,
) -> Result<()> {
    use second_factor::Column;
    let row = second_factor::Model {
        account_id: account.0,
        sealed: sealed.to_owned(),
        set_at: micros(ctx.now),
        confirmed_at: None,
        last_step: 0,
    };
    let replaced = OnConflict::column(Column::AccountId)
        .update_columns([
            Column::Sealed,
            Column::SetAt,
            Column::ConfirmedAt,
            Column::LastStep,
        ])
        .to_owned();
    second_factor::Entity::insert(row.into_active_model())
        .on_conflict(replaced)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Takes the code of a step, which connects the app where it was not before. False where a code of that step
/// or a later one has been taken.
pub async fn second_factor_take(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    account: AccountId,
    step: u64,
) -> Result<bool> {
    use second_factor::Column;
    let step = i64::try_from(step).unwrap_or(i64::MAX);
    let now = Expr::value(micros(ctx.now));
    let taken = second_factor::Entity::update_many()
        .col_expr(Column::LastStep, Expr::value(step))
        .col_expr(Column::ConfirmedAt, Expr::col(Column::ConfirmedAt).if_null(now))
        .filter(Column::AccountId.eq(account.0))
        .filter(Column::LastStep.lt(step))
        .exec(db)
        .await?;
    Ok(taken.rows_affected == 1)
}

/// Forgets the app of an account, and the codes that were kept beside it. False where there is none.
pub async fn second_factor_forget(_ctx: &Ctx, db: &impl ConnectionTrait, account: AccountId) -> Result<bool> {
    recovery_code::Entity::delete_many()
        .filter(recovery_code::Column::AccountId.eq(account.0))
        .exec(db)
        .await?;
    let gone = second_factor::Entity::delete_by_id(account.0).exec(db).await?;
    Ok(gone.rows_affected > 0)
}
