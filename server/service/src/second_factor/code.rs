use domain::account::Account;
use domain::ctx::Ctx;
use domain::id::AccountId;
use domain::second_factor::{Code, DIGITS, RECOVERY_CODES, STEP, Stage, recovery_code};
use store::repo::recovery_code::{recovery_code_left, recovery_code_replace, recovery_code_use};
use store::repo::second_factor::{second_factor_load, second_factor_set, second_factor_take};
use store::repo::session::session_delete_halfway;
use store::repo::sign_in_attempt::{sign_in_attempt_clear, sign_in_attempt_load, sign_in_attempt_note};
use store::{AuditRecord, Trail, WriteTxn};
use totp_rs::{Builder, Secret, Totp};

use super::{AppSecret, bound_to};
use crate::attempt::has_to_wait;
use crate::error::{Result, ServiceError};
use crate::secrets::Secrets;
use crate::services::Services;
use crate::token::{random, token_hash};

/// What apps call the account's home.
const ISSUER: &str = "Nytta";
/// Bytes that codes are made of: what RFC 4226 advises.
const SECRET_BYTES: usize = 20;
/// Steps that a clock may be early or late.
const SKEW: u16 = 1;

/// The app of an account, as RFC 6238 has it.
pub(super) struct App(Totp);

impl App {
    fn new(account: &Account, secret: Secret) -> Result<Self> {
        let broken = |_| ServiceError::State("an app cannot be connected to this account");
        // A colon parts the account's name from its home.
        let name = account
            .email
            .as_deref()
            .unwrap_or(&account.name)
            .replace(':', " ");
        Builder::new()
            .with_secret(secret)
            .with_digits(DIGITS as u8)
            .with_step_duration(STEP)
            .with_skew(SKEW)
            .with_issuer(Some(ISSUER))
            .with_account_name(name)
            .build()
            .map(Self)
            .map_err(broken)
    }

    /// Opens what was sealed.
    pub(super) fn open(secrets: &Secrets, account: &Account, sealed: &str) -> Result<Self> {
        let secret = secrets.open(sealed, &bound_to(account.id))?;
        Self::new(account, Secret::from(secret))
    }

    /// What somebody needs to connect it.
    pub(super) fn shown(&self) -> Result<AppSecret> {
        let broken = |_| ServiceError::State("an app cannot be connected to this account");
        Ok(AppSecret {
            url: self.0.to_url().map_err(broken)?,
            letters: self.0.secret().to_base32(),
        })
    }

    /// The step whose code it is, of those around now.
    fn step_of(&self, ctx: &Ctx, code: &str) -> Option<u64> {
        let now = u64::try_from(ctx.now.timestamp()).ok()?;
        self.0.check(code, now)
    }
}

/// Makes ready what an app is connected with: anew each time, and for the session that is about to begin
/// alone, so that nobody who knew the password before has seen it.
pub(super) async fn enrol_prepare(
    ctx: &Ctx,
    services: &Services,
    txn: &WriteTxn<'_>,
    account: AccountId,
    before: Option<&str>,
) -> Result<()> {
    let sealed = services
        .secrets
        .seal(&random::<SECRET_BYTES>()?, &bound_to(account))?;
    // But for the browser's own: what it had sent too late is handed over first.
    let own = before.map(token_hash).unwrap_or_default();
    session_delete_halfway(ctx, txn, account, &own).await?;
    second_factor_set(ctx, txn, account, &sealed).await?;
    Ok(())
}

/// Tries a code of an account: the transaction in which what it opens is done, with its trail so far. None
/// where it is wrong, was used before, or too many wrong ones came before it; that is counted and leaves its
/// trace without what was typed.
pub(super) async fn code_attempt<'a>(
    ctx: &'a Ctx,
    services: &'a Services,
    account: &Account,
    typed: &str,
    stage: Stage,
) -> Result<Option<(WriteTxn<'a>, Trail)>> {
    let who = token_hash(&bound_to(account.id));
    let txn = services.store.write_txn(ctx).await?;
    let attempts = sign_in_attempt_load(ctx, &txn, &who).await?;
    if has_to_wait(ctx, attempts) {
        return Ok(None);
    }
    if let Some(trail) = taken(ctx, services, &txn, account, typed, stage).await? {
        sign_in_attempt_clear(ctx, &txn, &who).await?;
        return Ok(Some((txn, trail)));
    }
    let failures = attempts.map_or(0, |attempts| attempts.failures);
    sign_in_attempt_note(ctx, &txn, &who, failures.saturating_add(1)).await?;
    let refused = AuditRecord::new("second_factor.refuse", "account", account.id);
    txn.commit(Trail::one(refused)).await?;
    Ok(None)
}

/// Takes a code, once: the trail that it leaves of itself. None where it is not the account's.
async fn taken(
    ctx: &Ctx,
    services: &Services,
    txn: &WriteTxn<'_>,
    account: &Account,
    typed: &str,
    stage: Stage,
) -> Result<Option<Trail>> {
    let app = second_factor_load(ctx, txn, account.id).await?;
    // Whoever connects an app has none that is connected; everybody else has.
    let app = app.filter(|app| app.confirmed_at.is_none() == (stage == Stage::Enrol));
    let app = app.ok_or(ServiceError::NotFound)?;
    match Code::parse(typed) {
        Some(Code::App(code)) => {
            let step = App::open(&services.secrets, account, &app.sealed)?.step_of(ctx, &code);
            let is_new = match step {
                Some(step) => second_factor_take(ctx, txn, account.id, step).await?,
                None => false,
            };
            Ok(is_new.then(Trail::default))
        }
        Some(Code::Recovery(code)) => {
            if !recovery_code_use(ctx, txn, account.id, &token_hash(&code)).await? {
                return Ok(None);
            }
            let left = recovery_code_left(ctx, txn, account.id).await?;
            let used = AuditRecord::new("recovery_code.use", "account", account.id);
            let used = used.after(&std::collections::BTreeMap::from([("recovery_codes_left", left)]))?;
            Ok(Some(Trail::one(used)))
        }
        None => Ok(None),
    }
}

/// Makes codes for the day when the app is gone, in the place of those before. They are not stored.
pub(super) async fn new_recovery_codes(
    ctx: &Ctx,
    txn: &WriteTxn<'_>,
    account: AccountId,
) -> Result<Vec<String>> {
    let codes = (0..RECOVERY_CODES).map(|_| Ok(recovery_code(random()?)));
    let codes: Vec<String> = codes.collect::<Result<_>>()?;
    let hashes = codes.iter().map(|code| token_hash(code)).collect();
    recovery_code_replace(ctx, txn, account, hashes).await?;
    Ok(codes)
}
