use domain::account::{Account, known_as};
use domain::ctx::Ctx;
use domain::password::wait_after;
use store::repo::account_password::account_by_email;
use store::repo::sign_in_attempt::{
    Attempts, sign_in_attempt_clear, sign_in_attempt_load, sign_in_attempt_note,
};
use store::{AuditRecord, Trail, WriteTxn};

use crate::error::Result;
use crate::services::Services;
use crate::token::token_hash;

/// Tries a password, at sign-in or where it is changed: the account, and the transaction in which what it
/// opens is done. None where it is wrong, for whatever reason: another password, no such account, one that
/// is disabled or has no password, or too many attempts; that takes as long, is counted, and leaves its
/// trace without what was typed.
pub(crate) async fn attempt<'a>(
    ctx: &'a Ctx,
    services: &'a Services,
    email: &str,
    password: &str,
) -> Result<Option<(Account, WriteTxn<'a>)>> {
    let email = known_as(email);
    let who = token_hash(&email);
    let db = services.store.reader();
    if has_to_wait(ctx, sign_in_attempt_load(ctx, db, &who).await?) {
        return Ok(None);
    }
    let found = account_by_email(ctx, db, &email).await?;
    let hashed = found.and_then(|(_, hashed)| hashed);
    let right = services.passwords.verify(password, hashed.clone()).await?;
    let txn = services.store.write_txn(ctx).await?;
    // Others may have tried while this one was checked: many at once get no more guesses than one by one.
    let attempts = sign_in_attempt_load(ctx, &txn, &who).await?;
    if has_to_wait(ctx, attempts) {
        return Ok(None);
    }
    // Nor does a password that was changed meanwhile, or an account that was shut.
    let (account, still) = account_by_email(ctx, &txn, &email)
        .await?
        .map_or((None, None), |(account, still)| (Some(account), still));
    match account {
        Some(account) if right && still == hashed => {
            sign_in_attempt_clear(ctx, &txn, &who).await?;
            Ok(Some((account, txn)))
        }
        refused => {
            let failures = attempts.map_or(0, |attempts| attempts.failures);
            sign_in_attempt_note(ctx, &txn, &who, failures.saturating_add(1)).await?;
            // An address that is no account's is not kept: it may be a password in the wrong field.
            let subject = refused.map(|account| account.id.to_string()).unwrap_or_default();
            let record = AuditRecord::new("session.refuse", "account", subject);
            txn.commit(Trail::one(record)).await?;
            Ok(None)
        }
    }
}

/// Too many wrong ones came before, too short a time ago.
pub(crate) fn has_to_wait(ctx: &Ctx, attempts: Option<Attempts>) -> bool {
    attempts.is_some_and(|before| ctx.now < before.last_at + wait_after(before.failures))
}
