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
    let row = form_submission::Entity::find_by_id(submission.to_owned())
        .one(db)
        .await?;
    let account = ctx.account_id().map(|id| id.0);
    Ok(row.filter(|row| row.account_id == account).map(|row| row.result))
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
        submission: submission.to_owned(),
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
