//! Forms that were not accepted, with all that was typed.

use chrono::{DateTime, Utc};
use domain::ctx::Ctx;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

use crate::entity::form_draft;
use crate::error::Result;
use crate::moment::micros;

/// A draft to keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Random name, given back in the address.
    pub key: String,
    /// Whose: the hash of the session's token.
    pub session_hash: String,
    /// Which form.
    pub form: String,
    /// Which sending.
    pub submission: String,
    /// All fields, raw, as JSON.
    pub fields_json: String,
    /// What was wrong, as JSON.
    pub outcome_json: String,
}

/// Keeps a draft until it expires, and lets expired ones go.
pub async fn form_draft_keep(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    draft: Draft,
    expires_at: DateTime<Utc>,
) -> Result<()> {
    form_draft::Entity::delete_many()
        .filter(form_draft::Column::ExpiresAt.lte(micros(ctx.now)))
        .exec(db)
        .await?;
    let row = form_draft::Model {
        key: draft.key,
        session_hash: draft.session_hash,
        form: draft.form,
        submission: draft.submission,
        fields_json: draft.fields_json,
        outcome_json: draft.outcome_json,
        created_at: micros(ctx.now),
        expires_at: micros(expires_at),
    };
    form_draft::Entity::insert(row.into_active_model())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// The draft of this session and form.
pub async fn form_draft_load(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    key: &str,
    session_hash: &str,
    form: &str,
) -> Result<Option<Draft>> {
    let row = form_draft::Entity::find_by_id(key.to_owned())
        .filter(form_draft::Column::SessionHash.eq(session_hash))
        .filter(form_draft::Column::Form.eq(form))
        .filter(form_draft::Column::ExpiresAt.gt(micros(ctx.now)))
        .one(db)
        .await?;
    Ok(row.map(read))
}

fn read(row: form_draft::Model) -> Draft {
    Draft {
        key: row.key,
        session_hash: row.session_hash,
        form: row.form,
        submission: row.submission,
        fields_json: row.fields_json,
        outcome_json: row.outcome_json,
    }
}

/// The drafts of a session and form that have not expired, the newest first.
pub async fn form_draft_list(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    session_hash: &str,
    form: &str,
) -> Result<Vec<Draft>> {
    let rows = form_draft::Entity::find()
        .filter(form_draft::Column::SessionHash.eq(session_hash))
        .filter(form_draft::Column::Form.eq(form))
        .filter(form_draft::Column::ExpiresAt.gt(micros(ctx.now)))
        .order_by_desc(form_draft::Column::CreatedAt)
        .order_by_asc(form_draft::Column::Key)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(read).collect())
}

/// Gives the drafts of one session to another.
pub async fn form_draft_hand_over(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    from_session: &str,
    to_session: &str,
) -> Result<()> {
    form_draft::Entity::update_many()
        .col_expr(form_draft::Column::SessionHash, Expr::value(to_session))
        .filter(form_draft::Column::SessionHash.eq(from_session))
        .exec(db)
        .await?;
    Ok(())
}

/// Lets the drafts of a session and form go.
pub async fn form_draft_drop(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    session_hash: &str,
    form: &str,
) -> Result<()> {
    form_draft::Entity::delete_many()
        .filter(form_draft::Column::SessionHash.eq(session_hash))
        .filter(form_draft::Column::Form.eq(form))
        .exec(db)
        .await?;
    Ok(())
}
