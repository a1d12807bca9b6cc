//! The daily digest: who wants it, and which have been sent. What has been sent is noted without an audit event of its
//! own: the run leaves one for all of them.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::account::Account;
use domain::ctx::Ctx;
use domain::id::AccountId;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;

use crate::entity::{digest_choice, digest_note};
use crate::error::Result;
use crate::moment::micros;
use crate::repo::account::account_record_list;

const SENDING: &str = "sending";
const SENT: &str = "sent";
const FAILED: &str = "failed";

/// Whether somebody wants the digest, and in which language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DigestChoice {
    /// It is wanted.
    pub wanted: bool,
    /// Code of the language that it is written in.
    pub lang: String,
}

/// Somebody who may get a digest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DigestRecipient {
    /// Who.
    pub account: Account,
    /// Their address.
    pub email: String,
    /// Code of the language, where they have chosen one.
    pub lang: Option<String>,
}

/// When a digest that could not be sent is tried again.
#[derive(Clone, Copy, Debug)]
pub struct Again {
    /// Where it failed no later than this.
    pub failed_by: DateTime<Utc>,
    /// As long as it has been tried fewer times than this.
    pub most: i32,
}

/// What somebody has chosen; none where they have not.
pub async fn digest_choice_of(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    account: AccountId,
) -> Result<Option<DigestChoice>> {
    let row = digest_choice::Entity::find_by_id(account.0).one(db).await?;
    Ok(row.map(|row| DigestChoice {
        wanted: row.wanted,
        lang: row.lang,
    }))
}

/// Keeps what somebody has chosen.
pub async fn digest_choice_set(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    account: AccountId,
    choice: &DigestChoice,
) -> Result<()> {
    let row = digest_choice::Model {
        account_id: account.0,
        wanted: choice.wanted,
        lang: choice.lang.clone(),
    };
    let replaced = OnConflict::column(digest_choice::Column::AccountId)
        .update_columns([digest_choice::Column::Wanted, digest_choice::Column::Lang])
        .to_owned();
    digest_choice::Entity::insert(row.into_active_model())
        .on_conflict(replaced)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Those to whom a day's digest has not been sent, and who want one: with an address, and not disabled. Whoever's digest
/// another server is sending, or nobody knows whether it came, is not among them. Four statements.
pub async fn digest_recipients(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    day: NaiveDate,
    again: Again,
) -> Result<Vec<DigestRecipient>> {
    let accounts = account_record_list(ctx, db).await?;
    let choices = digest_choice::Entity::find().all(db).await?;
    let mut choices: HashMap<Uuid, digest_choice::Model> =
        choices.into_iter().map(|row| (row.account_id, row)).collect();
    let notes = digest_note::Entity::find()
        .filter(digest_note::Column::Day.eq(day))
        .all(db)
        .await?;
    let notes: HashMap<Uuid, digest_note::Model> =
        notes.into_iter().map(|row| (row.account_id, row)).collect();
    let is_open = |id: Uuid| {
        notes.get(&id).is_none_or(|note| {
            note.state == FAILED && note.at <= micros(again.failed_by) && note.tries < again.most
        })
    };
    let recipients = accounts
        .into_iter()
        .filter(|record| !record.disabled)
        .filter_map(|record| {
            let account = record.account;
            let choice = choices.remove(&account.id.0);
            let wanted = choice.as_ref().is_none_or(|choice| choice.wanted);
            let email = account
                .email
                .clone()
                .filter(|_| wanted && is_open(account.id.0))?;
            Some(DigestRecipient {
                lang: choice.map(|choice| choice.lang),
                account,
                email,
            })
        });
    Ok(recipients.collect())
}

/// Takes a day's digest on, before it is sent: true for one server alone, however many try at once.
pub async fn digest_claim(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    account: AccountId,
    day: NaiveDate,
    again: Again,
) -> Result<bool> {
    let row = digest_note::Model {
        account_id: account.0,
        day,
        state: SENDING.to_owned(),
        tries: 1,
        at: micros(ctx.now),
    };
    let note = |column| Expr::col((digest_note::Entity, column));
    let once_more = OnConflict::columns([digest_note::Column::AccountId, digest_note::Column::Day])
        .value(digest_note::Column::State, SENDING)
        .value(
            digest_note::Column::Tries,
            note(digest_note::Column::Tries).add(1),
        )
        .value(digest_note::Column::At, micros(ctx.now))
        .action_and_where(note(digest_note::Column::State).eq(FAILED))
        .action_and_where(note(digest_note::Column::At).lte(micros(again.failed_by)))
        .action_and_where(note(digest_note::Column::Tries).lt(again.most))
        .to_owned();
    let taken = digest_note::Entity::insert(row.into_active_model())
        .on_conflict(once_more)
        .exec_without_returning(db)
        .await?;
    Ok(taken == 1)
}

/// Notes that a day's digest was sent, or that it was not and may be tried again.
pub async fn digest_note_set(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    account: AccountId,
    day: NaiveDate,
    sent: bool,
) -> Result<()> {
    let state = if sent { SENT } else { FAILED };
    let own = Condition::all()
        .add(digest_note::Column::AccountId.eq(account.0))
        .add(digest_note::Column::Day.eq(day));
    digest_note::Entity::update_many()
        .col_expr(digest_note::Column::State, Expr::value(state))
        .col_expr(digest_note::Column::At, Expr::value(micros(ctx.now)))
        .filter(own)
        .exec(db)
        .await?;
    Ok(())
}
