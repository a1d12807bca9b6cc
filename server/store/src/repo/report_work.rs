//! Reports and corrections on their way, as work is found in them.

use std::collections::BTreeMap;

use domain::id::{ReportCorrectionId, ReportId};
use domain::report::Report;
use domain::standing::ReportHead;
use domain::work::{LoggedCorrection, LoggedReport};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::entity::{report_comment, report_correction, report_step};
use crate::error::Result;
use crate::moment::{begun_at, local_day};
use crate::repo::codec::Row;
use crate::versioned::Versioned;

/// Those of the reports that are not decided, with how far they have come: two statements, or none where all are decided.
pub(crate) async fn logged_reports(
    db: &impl ConnectionTrait,
    reports: &[Versioned<Report>],
) -> Result<Vec<LoggedReport>> {
    let open = || reports.iter().filter(|one| !one.value.state.is_decided());
    let ids: Vec<Uuid> = open().map(|one| one.value.id.0).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let steps = report_step::Entity::find()
        .filter(report_step::Column::ReportId.is_in(ids.clone()))
        .order_by_asc(report_step::Column::Number)
        .all(db)
        .await?;
    let commented: Vec<Uuid> = report_comment::Entity::find()
        .select_only()
        .column(report_comment::Column::ReportId)
        .filter(report_comment::Column::ReportId.is_in(ids))
        .filter(report_comment::Column::AnsweredAt.is_null())
        .into_tuple()
        .all(db)
        .await?;
    let mut open_comments: BTreeMap<Uuid, u32> = BTreeMap::new();
    for report in commented {
        let count = open_comments.entry(report).or_default();
        *count = count.saturating_add(1);
    }
    open()
        .map(|one| {
            let id = one.value.id.0;
            let latest = steps.iter().rfind(|row| row.report_id == id);
            let step = match latest {
                Some(row) => {
                    let place = Row::of("report_step", id);
                    let day = local_day(place.moment(row.taken_at)?);
                    Some((place.code(&row.step)?, day, row.note.clone()))
                }
                None => None,
            };
            Ok(LoggedReport {
                head: ReportHead::of(&one.value),
                edited_by: one.edited_by,
                step,
                open_comments: open_comments.get(&id).copied().unwrap_or(0),
            })
        })
        .collect()
}

/// Corrections that nobody has decided yet. One statement.
pub(crate) async fn logged_corrections(
    db: &impl ConnectionTrait,
    reports: &[Versioned<Report>],
) -> Result<Vec<LoggedCorrection>> {
    let rows = report_correction::Entity::find()
        .filter(report_correction::Column::Number.is_null())
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            let report = ReportId(row.report_id);
            let of = reports.iter().find(|one| one.value.id == report)?;
            Some(LoggedCorrection {
                id: ReportCorrectionId(row.id),
                report,
                report_name: of.value.name(),
                correct: row.correct,
                edited_by: row.edited_by.map(Into::into),
                written_on: begun_at(row.id).map(local_day),
            })
        })
        .collect())
}
