//! Forms that were accepted, so that one sent twice makes one row.

use domain::ctx::Ctx;
use sea_orm::{ConnectionTrait, EntityTrait, IntoActiveModel};

use crate::entity::form_submission;
use crate::error::Result;
use crate::moment::micros;

/// Where an earlier sending of the same form by the same account led.
pub async fn form_submission_load(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    submission: &str,
) -> Result<Option<String>> {
    let row = form_submission::Entity::find_by_id(key(ctx, submission))
        .one(db)
        .await?;
    Ok(row.map(|row| row.result))
}

/// A sending is known by whose it is and by its name: a name that two people happen to use, or that
/// one has taken from the other's page, stands for two sendings.
fn key(ctx: &Ctx, submission: &str) -> String {
    match ctx.account_id() {
        Some(account) => format!("{account}/{submission}"),
        None => submission.to_owned(),
    }
}

/// Notes a sending, inside the transaction that does what it asks.
pub async fn form_submission_insert(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    submission: &str,
    form: &str,
    result: &str,
) -> Result<()> {
    let row = form_submission::Model {
        submission: key(ctx, submission),
        form: form.to_owned(),
        account_id: ctx.account_id().map(|id| id.0),
        at: micros(ctx.now),
        result: result.to_owned(),
    };
    form_submission::Entity::insert(row.into_active_model())
        .exec_without_returning(db)
        .await?;
    Ok(())
}
