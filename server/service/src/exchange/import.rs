//! A file, imported: read, checked against what the database holds, and written.

mod decided;
mod freeze;
mod known;
mod read;
mod write;

use domain::ctx::Ctx;
use domain::policy::{Operation, decide};
use serde::Serialize;
use store::WriteTxn;
use store::repo::exchange::{Everything, exchange_load};

use self::decided::decided_changes;
use self::known::known;
use self::read::read;
use self::write::write;
use super::approved::approved_changes;
use super::document::Document;
use super::{ImportError, Known, check, sha256};
use crate::error::Result;
use crate::services::Services;

/// What an import did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Imported {
    /// Entities that were added.
    pub added: u64,
    /// Entities that were changed.
    pub changed: u64,
    /// Decided reports whose content was stored for good.
    pub frozen: u64,
}

impl Imported {
    /// The database held all of it already.
    pub fn is_nothing(self) -> bool {
        self == Self::default()
    }
}

/// Imports a whole portfolio: all of it, or nothing. What the database holds already is left alone,
/// so that a file can be imported again.
pub async fn portfolio_import(ctx: &Ctx, services: &Services, file: &[u8]) -> Result<Imported> {
    decide(ctx, Operation::ExchangeRun, None)?;
    let document = read(file)?;
    let txn = services.store.write_txn(ctx).await?;
    let stored = exchange_load(ctx, &txn).await?;
    let digest = sha256(&String::from_utf8_lossy(file));
    document_import(ctx, txn, &document, &stored, &digest, "portfolio.import").await
}

/// Writes what a document brings, under the name of what is done and the digest of its file: all of it,
/// or nothing.
pub(crate) async fn document_import(
    ctx: &Ctx,
    txn: WriteTxn<'_>,
    document: &Document,
    stored: &Everything,
    digest: &str,
    action: &'static str,
) -> Result<Imported> {
    let mut problems = check::check(document, &known(stored));
    if problems.is_empty() {
        problems = decided_changes(document, stored);
        problems.extend(approved_changes(document, stored));
    }
    if !problems.is_empty() {
        return Err(ImportError(problems).into());
    }
    write(ctx, txn, document, stored, digest, action).await
}

/// What is wrong with a document by itself, whatever the database holds: needs none.
///
/// # Errors
/// All that is wrong, by place, field and reason.
pub fn document_check(file: &[u8]) -> Result<()> {
    let problems = check::check(&read(file)?, &Known::default());
    if problems.is_empty() {
        Ok(())
    } else {
        Err(ImportError(problems).into())
    }
}
