//! Somebody's calendar, by a secret link: what waits for them and what is to come.

use chrono::{Months, NaiveDate};
use domain::ctx::Ctx;
use domain::policy::{Operation, decide};
use domain::work::{Ahead, WorkItem};
use store::repo::account::account_load_active;
use store::repo::calendar_link::{
    calendar_link_by_hash, calendar_link_drop, calendar_link_of, calendar_link_set,
};
use store::repo::work_material::work_material_load;
use store::{AuditRecord, Trail};

use crate::digest::as_account;
use crate::error::{Result, ServiceError};
use crate::kept_note::NOT_FIRST;
use crate::off_thread::off_thread;
use crate::own_session::owner;
use crate::services::Services;
use crate::token::{new_token, token_hash};
use crate::work::{hands_of, waiting_for};

/// So far ahead a calendar looks.
const AHEAD: Months = Months::new(12);

/// Somebody's calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarFeed {
    /// Code of the language of its entries.
    pub lang: String,
    /// The day as of which it is.
    pub day: NaiveDate,
    /// What waits, and has a day.
    pub waiting: Vec<WorkItem>,
    /// What is to come.
    pub ahead: Vec<Ahead>,
}

/// Makes the actor's link, in the place of the one before; answers its secret, which is shown once and not stored.
///
/// # Errors
/// Not found where the actor's account can sign in no more.
pub async fn calendar_link_make(ctx: &Ctx, services: &Services, lang: &str) -> Result<String> {
    let account = owner(ctx)?;
    decide(ctx, Operation::PortfolioRead, None)?;
    let secret = new_token()?;
    let txn = services.store.write_txn(ctx).await?;
    let known = account_load_active(ctx, &txn, account).await?;
    known.ok_or(ServiceError::NotFound)?;
    let before = calendar_link_of(ctx, &txn, account).await?;
    calendar_link_set(ctx, &txn, account, &token_hash(&secret), lang).await?;
    let action = if before.is_some() {
        "calendar_link.renew"
    } else {
        "calendar_link.make"
    };
    txn.commit(Trail::one(AuditRecord::new(action, "account", account)))
        .await?;
    Ok(secret)
}

/// Takes the actor's link out of use. Answers where to go on.
pub async fn calendar_link_stop(ctx: &Ctx, services: &Services) -> Result<String> {
    let account = owner(ctx)?;
    let goto = |notice: &str| format!("/konto?klart={notice}#h-paminnelser");
    let txn = services.store.write_txn(ctx).await?;
    if !calendar_link_drop(ctx, &txn, account).await? {
        return Ok(goto(NOT_FIRST));
    }
    let record = AuditRecord::new("calendar_link.stop", "account", account);
    txn.commit(Trail::one(record)).await?;
    Ok(goto("kalender-av"))
}

/// The calendar that a secret leads to. Open to everybody who holds the secret.
///
/// # Errors
/// Not found, and nothing more, where the secret is nobody's, has been replaced or stopped, or whoever's it is can sign
/// in no more or reads nothing here today.
pub async fn calendar_feed(ctx: &Ctx, services: &Services, secret: &str) -> Result<CalendarFeed> {
    let db = services.store.snapshot().await?;
    let link = calendar_link_by_hash(ctx, &db, &token_hash(secret)).await?;
    let link = link.ok_or(ServiceError::NotFound)?;
    let account = account_load_active(ctx, &db, link.account).await?;
    let them = as_account(ctx, &db, &account.ok_or(ServiceError::NotFound)?).await?;
    decide(&them, Operation::PortfolioRead, None).map_err(|_| ServiceError::NotFound)?;
    let material = work_material_load(ctx, &db, services.store.kept()).await?;
    let day = them.today();
    let until = day.checked_add_months(AHEAD).unwrap_or(day);
    let (found, mut ahead) = off_thread(move || (material.find(day), material.ahead(day, until))).await?;
    let waiting = waiting_for(&them, &found).into_iter();
    let hands = hands_of(&them);
    ahead.retain(|one| hands.iter().any(|(role, hands)| one.item.waits_for(*role, hands)));
    Ok(CalendarFeed {
        lang: link.lang,
        day,
        waiting: waiting.filter(|item| item.day.is_some()).cloned().collect(),
        ahead,
    })
}
