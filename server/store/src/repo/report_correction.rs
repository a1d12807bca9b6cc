//! Corrections of decided reports. Triggers freeze one that was made.

use std::collections::BTreeMap;
use std::slice;

use domain::ctx::Ctx;
use domain::id::{ReportCorrectionId, ReportId};
use domain::report::correction::{CorrectionMade, ReportCorrection};
use domain::report::{Decision, DecisionRecord};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

use crate::entity::report_correction::{self, Column};
use crate::error::Result;
use crate::moment::micros;
use crate::repo::codec::Row;
use crate::repo::rows::{Stamp, delete_row, insert_rows, update_row};
use crate::versioned::Versioned;

const TABLE: &str = "report_correction";

/// The corrections of a report, made and proposed: by number, then those without, oldest first. One statement.
pub async fn report_correction_list(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    report: ReportId,
) -> Result<Vec<Versioned<ReportCorrection>>> {
    find(db, Condition::all().add(Column::ReportId.eq(report.0))).await
}

/// The corrections of all reports. One statement.
pub async fn report_correction_list_all(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
) -> Result<Vec<Versioned<ReportCorrection>>> {
    find(db, Condition::all()).await
}

/// How many corrections of each report were made; none of a report without. One statement.
pub async fn report_correction_counts(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
) -> Result<BTreeMap<ReportId, u32>> {
    let rows: Vec<Uuid> = report_correction::Entity::find()
        .select_only()
        .column(Column::ReportId)
        .filter(Column::Number.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    let mut counts: BTreeMap<ReportId, u32> = BTreeMap::new();
    for report in rows {
        *counts.entry(report.into()).or_default() += 1;
    }
    Ok(counts)
}

/// The correction.
pub async fn report_correction_load(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: ReportCorrectionId,
) -> Result<Option<Versioned<ReportCorrection>>> {
    Ok(find(db, Condition::all().add(Column::Id.eq(id.0))).await?.pop())
}

/// Adds one.
pub async fn report_correction_insert(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    new: &ReportCorrection,
) -> Result<()> {
    report_correction_insert_many(ctx, db, slice::from_ref(new)).await
}

/// Adds several.
pub async fn report_correction_insert_many(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    new: &[ReportCorrection],
) -> Result<()> {
    let rows = new.iter().map(|one| row(one, Stamp::first(ctx)));
    insert_rows::<report_correction::Entity>(db, rows.collect::<Result<_>>()?).await
}

/// Replaces one that is proposed, unless it has changed since the expected version; gives the new version.
pub async fn report_correction_update(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    changed: &ReportCorrection,
    expected_version: i32,
) -> Result<i32> {
    let row = row(changed, Stamp::after(ctx, expected_version))?.into_active_model();
    let expected = (Column::Version, expected_version);
    update_row::<report_correction::Entity>(db, row, (Column::Id, changed.id.0), expected).await
}

/// Removes one that is proposed, unless it has changed since the expected version.
pub async fn report_correction_delete(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: ReportCorrectionId,
    expected_version: i32,
) -> Result<()> {
    let expected = (Column::Version, expected_version);
    delete_row::<report_correction::Entity>(db, (Column::Id, id.0), expected).await
}

async fn find(db: &impl ConnectionTrait, which: Condition) -> Result<Vec<Versioned<ReportCorrection>>> {
    let rows = report_correction::Entity::find()
        .filter(which)
        .order_by_asc(Column::ReportId)
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    let mut all: Vec<Versioned<ReportCorrection>> = rows.into_iter().map(read).collect::<Result<_>>()?;
    // The databases do not agree on where what has no number stands.
    all.sort_by_key(|one| {
        let number = one.value.number();
        (one.value.report, number.is_none(), number, one.value.id)
    });
    Ok(all)
}

fn row(correction: &ReportCorrection, stamp: Stamp) -> Result<report_correction::Model> {
    let place = Row::of(TABLE, correction.id.0);
    let made = correction.made.as_ref();
    let decision = made.map(|made| &made.decision);
    let record = decision.and_then(|decision| decision.record);
    Ok(report_correction::Model {
        id: correction.id.0,
        report_id: correction.report.0,
        section: correction.section.to_string(),
        wrong: correction.wrong.clone(),
        correct: correction.correct.clone(),
        reason: correction.reason.clone(),
        replaces: correction.replaces,
        number: correction.number(),
        decided_on: decision.map(|it| it.on),
        decider_title: decision.map(|it| it.decider_title.clone()),
        forum: decision.and_then(|it| it.forum.clone()),
        registry_number: decision.and_then(|it| it.registry_number.clone()),
        decision_role: record.map(|it| place.code_of(&it.role)).transpose()?,
        decision_at: record.map(|it| micros(it.at)),
        decision_elsewhere: record.is_some_and(|it| it.elsewhere),
        original_sha256: made.map(|made| made.original_sha256.clone()),
        version: stamp.version,
        edited_by: stamp.edited_by,
    })
}

fn read(row: report_correction::Model) -> Result<Versioned<ReportCorrection>> {
    let place = Row::of(TABLE, row.id);
    let stamp = Stamp {
        version: row.version,
        edited_by: row.edited_by,
    };
    let record = match (row.decision_role, row.decision_at) {
        (Some(role), Some(at)) => Some(DecisionRecord {
            role: place.code(&role)?,
            at: place.moment(at)?,
            elsewhere: row.decision_elsewhere,
        }),
        (None, None) => None,
        _ => return Err(place.damaged("of the decision’s role and time only one is there")),
    };
    let made = match (row.number, row.decided_on, row.decider_title, row.original_sha256) {
        (Some(number), Some(on), Some(decider_title), Some(original_sha256)) => Some(CorrectionMade {
            number,
            decision: Decision {
                on,
                decider_title,
                forum: row.forum,
                registry_number: row.registry_number,
                record,
            },
            original_sha256,
        }),
        (None, None, None, None) => None,
        _ => return Err(place.damaged("of how it was made only a part is there")),
    };
    let section = row.section.parse();
    Ok(stamp.on(ReportCorrection {
        id: row.id.into(),
        report: row.report_id.into(),
        section: section.unwrap_or_else(|never: std::convert::Infallible| match never {}),
        wrong: row.wrong,
        correct: row.correct,
        reason: row.reason,
        replaces: row.replaces,
        made,
    }))
}
