//! What leaves the product as a file leaves a trace: who took how much of what.

use std::collections::BTreeMap;

use domain::ctx::Ctx;
use domain::policy::{Operation, decide};
use domain::register::RegisterKind;
use serde_json::{Value, json};
use store::{AuditRecord, Trail};

use crate::error::Result;
use crate::services::Services;

/// Notes that the rows of a register that a query asks for were taken as a file.
pub async fn register_exported(
    ctx: &Ctx,
    services: &Services,
    register: RegisterKind,
    query: &str,
    rows: usize,
) -> Result<()> {
    decide(ctx, Operation::PortfolioRead, None)?;
    let told = BTreeMap::from([("query", json!(query)), ("rows", json!(rows))]);
    exported(
        ctx,
        services,
        "register.export",
        "register",
        register.code(),
        &told,
    )
    .await
}

/// Notes that something was taken as a file.
pub(crate) async fn exported(
    ctx: &Ctx,
    services: &Services,
    action: &'static str,
    kind: &'static str,
    subject: &str,
    told: &BTreeMap<&'static str, Value>,
) -> Result<()> {
    let txn = services.store.write_txn(ctx).await?;
    let record = AuditRecord::new(action, kind, subject).after(told)?;
    txn.commit(Trail::one(record)).await?;
    Ok(())
}
