use domain::area::number_order;
use domain::ctx::Ctx;
use domain::id::{DeliveryId, ReportId};
use domain::report::{Report, ScopeAddition};
use domain::standing::ReportHead;
use store::repo::delivery::delivery_load;
use store::repo::report::report_update;
use store::repo::report_material::report_material_load;
use store::{AuditRecord, StoreError, Trail};

use super::open;
use crate::error::{Result, ServiceError};
use crate::kept_note::NOT_FIRST;
use crate::services::Services;

/// A delivery that lies in a report's scope, or could.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScopeRow {
    /// The delivery.
    pub id: DeliveryId,
    /// Its name.
    pub name: String,
    /// Number of its area.
    pub area: String,
    /// Something of it was launched within the report's years.
    pub launched: bool,
    /// Why it was added, where it was.
    pub reason: Option<String>,
}

impl ScopeRow {
    /// It lies in the scope.
    pub fn is_in(&self) -> bool {
        self.launched || self.reason.is_some()
    }
}

/// What lies in a report's scope, and what could.
#[derive(Clone, Debug)]
pub struct ScopeView {
    /// The report.
    pub report: ReportHead,
    /// Its version.
    pub version: i32,
    /// Deliveries of the report's areas, by area and order.
    pub rows: Vec<ScopeRow>,
}

/// What lies in an open report's scope: deliveries launched within its years, and those added with a
/// reason; and what else could be added.
pub async fn report_scope(ctx: &Ctx, services: &Services, id: ReportId) -> Result<ScopeView> {
    let db = &services.store.snapshot().await?;
    let found = open(ctx, db, id).await?;
    let report = &found.value;
    let material = report_material_load(ctx, db, services.store.kept(), id)
        .await?
        .ok_or(ServiceError::NotFound)?;
    let area_of = |delivery: &domain::delivery::Delivery| {
        let default = || {
            let initiative = material
                .initiatives
                .iter()
                .find(|one| one.id == delivery.initiative);
            initiative.and_then(|initiative| initiative.area)
        };
        let id = delivery.area.or_else(default)?;
        let of_set = material
            .areas
            .iter()
            .filter(|area| area.area_set == report.area_set);
        of_set.into_iter().find(|area| area.id == id)
    };
    let mut rows: Vec<(Vec<u32>, i32, ScopeRow)> = material
        .deliveries
        .iter()
        .filter_map(|delivery| {
            let area = area_of(delivery)?;
            let added = report.added.iter().find(|one| one.delivery == delivery.id);
            let row = ScopeRow {
                id: delivery.id,
                name: delivery.name.clone(),
                area: area.number.clone(),
                launched: delivery.launched_within(report.from_year, report.to_year),
                reason: added.map(|added| added.reason.clone()),
            };
            Some((number_order(&area.number), delivery.ordinal, row))
        })
        .collect();
    rows.sort_by(|a, b| (&a.0, a.1, a.2.id).cmp(&(&b.0, b.1, b.2.id)));
    Ok(ScopeView {
        report: ReportHead::of(report),
        version: found.version,
        rows: rows.into_iter().map(|(_, _, row)| row).collect(),
    })
}

fn goto(id: ReportId, notice: &str) -> String {
    format!("/rapporter/{id}/omfattning?klart={notice}")
}

/// Adds a delivery to an open report's scope, with the reason. Answers where to go on.
pub async fn scope_add(
    ctx: &Ctx,
    services: &Services,
    id: ReportId,
    version: i32,
    delivery: DeliveryId,
    reason: &str,
) -> Result<String> {
    let reason = reason.trim();
    change(
        ctx,
        services,
        id,
        version,
        |report| {
            if reason.is_empty() {
                return Some("skriv-varfor");
            }
            report.added.retain(|one| one.delivery != delivery);
            report.added.push(ScopeAddition {
                delivery,
                reason: reason.to_owned(),
            });
            None
        },
        Some(delivery),
    )
    .await
}

/// Takes a delivery that was added out of an open report's scope. Answers where to go on.
pub async fn scope_remove(
    ctx: &Ctx,
    services: &Services,
    id: ReportId,
    version: i32,
    delivery: DeliveryId,
) -> Result<String> {
    change(
        ctx,
        services,
        id,
        version,
        |report| {
            report.added.retain(|one| one.delivery != delivery);
            None
        },
        None,
    )
    .await
}

/// Changes the scope, unless something is in the way, which is answered.
async fn change(
    ctx: &Ctx,
    services: &Services,
    id: ReportId,
    version: i32,
    apply: impl FnOnce(&mut Report) -> Option<&'static str>,
    named: Option<DeliveryId>,
) -> Result<String> {
    domain::policy::decide(ctx, domain::policy::Operation::ReportWrite, None)?;
    let txn = services.store.write_txn(ctx).await?;
    let before = open(ctx, &txn, id).await?;
    if let Some(delivery) = named {
        delivery_load(ctx, &txn, delivery)
            .await?
            .ok_or(ServiceError::NotFound)?;
    }
    let mut after = before.value.clone();
    if let Some(in_the_way) = apply(&mut after) {
        return Ok(goto(id, in_the_way));
    }
    if after == before.value {
        return Ok(goto(id, "omfattning"));
    }
    match report_update(ctx, &txn, &after, version).await {
        Ok(_) => {}
        Err(StoreError::Stale { .. }) => return Ok(goto(id, NOT_FIRST)),
        Err(other) => return Err(other.into()),
    }
    let record = AuditRecord::new("report.scope", "report", id)
        .before(&before.value)?
        .after(&after)?;
    txn.commit(Trail::one(record)).await?;
    Ok(goto(id, "omfattning"))
}
