//! The daily digest: what waits for somebody, by mail.

use std::collections::BTreeMap;

use chrono::{NaiveDate, TimeDelta};
use domain::account::Account;
use domain::ctx::{Actor, Ctx};
use domain::policy::{Operation, decide};
use domain::work::{WorkItem, WorkKind};
use store::repo::account::account_load_active;
use store::repo::digest::{
    Again, DigestChoice, DigestRecipient, digest_choice_of, digest_choice_set, digest_claim, digest_note_set,
    digest_recipients,
};
use store::repo::work_material::work_material_load;
use store::{AuditRecord, ConnectionTrait, Trail};

use crate::error::{Result, ServiceError};
use crate::mail::{Mail, MailError, Mailer};
use crate::off_thread::off_thread;
use crate::own_session::owner;
use crate::services::Services;
use crate::sign_in::others;
use crate::work::waiting_for;

/// A digest that could not be sent is tried again after so long.
const AGAIN_AFTER: TimeDelta = TimeDelta::minutes(15);
/// It is tried so many times in all.
const TRIES: i32 = 8;
/// So many things of a kind are named.
const NAMED: usize = 5;

/// What waits for somebody, as of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digest {
    /// Who.
    pub account: Account,
    /// Their address.
    pub email: String,
    /// Code of the language that it is written in, where they have chosen one.
    pub lang: Option<String>,
    /// The day.
    pub day: NaiveDate,
    /// What waits, by kind, without kinds of which there is nothing.
    pub sections: Vec<DigestSection>,
}

/// What waits, of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DigestSection {
    /// The kind.
    pub kind: WorkKind,
    /// How many things there are.
    pub count: usize,
    /// The first of them.
    pub items: Vec<WorkItem>,
}

/// What has become of a day's digests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct DigestRun {
    /// The mail server has taken so many.
    pub sent: u64,
    /// So many could not be sent, and are tried again.
    pub failed: u64,
    /// Of so many nobody knows whether they were taken: they are not tried again.
    pub unsure: u64,
}

/// Sends today's digest to each account for which something waits, and that has not got it yet; `write` makes the message.
///
/// Nobody gets it twice, whatever happens and however many servers there are: a server takes it on before it sends it, and
/// only what the mail server is known not to have taken is tried again. So a server that stops between the two leaves
/// somebody without the digest of that day.
pub async fn digest_send(
    ctx: &Ctx,
    services: &Services,
    mailer: &dyn Mailer,
    write: &(dyn Fn(&Digest) -> Mail + Sync),
) -> Result<DigestRun> {
    decide(ctx, Operation::DigestSend, None)?;
    let (day, again) = (
        ctx.today(),
        Again {
            failed_by: ctx.now - AGAIN_AFTER,
            most: TRIES,
        },
    );
    let recipients = digest_recipients(ctx, services.store.reader(), day, again).await?;
    if recipients.is_empty() {
        return Ok(DigestRun::default());
    }
    let found = {
        let db = services.store.snapshot().await?;
        let material = work_material_load(ctx, &db, services.store.kept()).await?;
        off_thread(move || material.find(day)).await?
    };
    let mut digests = Vec::new();
    for recipient in recipients {
        let them = as_account(ctx, services.store.reader(), &recipient.account).await?;
        digests.extend(digest_of(&them, recipient, &found));
    }
    let mut run = DigestRun::default();
    if digests.is_empty() {
        return Ok(run);
    }
    // A server that cannot be used is found out before anything is taken on: then nobody's digest is in doubt.
    if let Err(error) = mailer.ready().await {
        tracing::warn!(request = %ctx.request_id, waiting = digests.len(), "digests wait: {error}");
        run.failed = count(digests.len());
        return Ok(run);
    }
    for digest in digests {
        let (db, account) = (services.store.unaudited(), digest.account.id);
        if !digest_claim(ctx, db, account, day, again).await? {
            // Another server was first.
            continue;
        }
        let Err(error) = mailer.send(&write(&digest)).await else {
            digest_note_set(ctx, db, account, day, true).await?;
            run.sent += 1;
            continue;
        };
        tracing::warn!(request = %ctx.request_id, account = %account, "a digest was not sent: {error}");
        if matches!(error, MailError::Unsure(_)) {
            // What fell silent once would do so again.
            run.unsure += 1;
            break;
        }
        digest_note_set(ctx, db, account, day, false).await?;
        run.failed += 1;
        // What does not answer is not asked again for each of them.
        if matches!(error, MailError::Unreachable(_)) {
            break;
        }
    }
    if run != DigestRun::default() {
        let record = AuditRecord::new("digest.send", "installation", "").after(&run)?;
        let txn = services.store.write_txn(ctx).await?;
        txn.commit(Trail::one(record)).await?;
    }
    Ok(run)
}

fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

/// What waits for somebody, in whichever of their roles; none where nothing does.
fn digest_of(them: &Ctx, recipient: DigestRecipient, found: &[WorkItem]) -> Option<Digest> {
    decide(them, Operation::PortfolioRead, None).ok()?;
    let waiting = waiting_for(them, found);
    let section = |kind: WorkKind| {
        let of_kind = || waiting.iter().filter(move |item| item.kind == kind);
        let count = of_kind().count();
        (count > 0).then(|| DigestSection {
            kind,
            count,
            items: of_kind().take(NAMED).map(|item| (*item).clone()).collect(),
        })
    };
    let sections: Vec<DigestSection> = WorkKind::ALL.into_iter().filter_map(section).collect();
    (!sections.is_empty()).then(|| Digest {
        email: recipient.email,
        lang: recipient.lang,
        day: them.today(),
        account: recipient.account,
        sections,
    })
}

/// The context in which something is done for an account that is not signed in.
pub(crate) async fn as_account(ctx: &Ctx, db: &impl ConnectionTrait, account: &Account) -> Result<Ctx> {
    Ok(Ctx {
        actor: Actor::Account {
            id: account.id,
            name: account.name.clone(),
            grants: account.grants.clone(),
        },
        now: ctx.now,
        request_id: ctx.request_id,
        session: None,
        others: others(ctx, db, account.id, &account.grants).await?,
    })
}

/// Chooses whether the actor gets the digest, and in which language. Answers where to go on.
///
/// # Errors
/// Not found where no digests are sent, or the actor has no address that they could be sent to.
pub async fn digest_choose(ctx: &Ctx, services: &Services, wanted: bool, lang: &str) -> Result<String> {
    let account = owner(ctx)?;
    decide(ctx, Operation::PortfolioRead, None)?;
    if !services.mails {
        return Err(ServiceError::NotFound);
    }
    let txn = services.store.write_txn(ctx).await?;
    let known = account_load_active(ctx, &txn, account).await?;
    known
        .and_then(|known| known.email)
        .ok_or(ServiceError::NotFound)?;
    let before = digest_choice_of(ctx, &txn, account).await?;
    let choice = DigestChoice {
        wanted,
        lang: lang.to_owned(),
    };
    digest_choice_set(ctx, &txn, account, &choice).await?;
    let told = |choice: &DigestChoice| {
        let wanted = if choice.wanted { "yes" } else { "no" };
        BTreeMap::from([("wanted", wanted.to_owned()), ("lang", choice.lang.clone())])
    };
    let mut record = AuditRecord::new("digest.choose", "account", account).after(&told(&choice))?;
    if let Some(before) = before {
        record = record.before(&told(&before))?;
    }
    txn.commit(Trail::one(record)).await?;
    let notice = if wanted { "mejl-pa" } else { "mejl-av" };
    Ok(format!("/konto?klart={notice}#h-paminnelser"))
}
