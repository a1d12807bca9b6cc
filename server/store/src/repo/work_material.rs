//! The portfolio as work is found in it.

use domain::ctx::Ctx;
use domain::id::GradingSchemeId;
use domain::level::GradingScheme;
use domain::report::Report;
use domain::shared_list::SharedList;
use domain::work::{LoggedCalculation, LoggedStatement, MeasuredUntil, OpenReport, WorkMaterial};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use crate::error::Result;
use crate::kept::{Kept, Now, Shares};
use crate::moment::{begun_at, local_day};
use crate::repo::report_work::{logged_corrections, logged_reports};
use crate::repo::rows::Pick;
use crate::repo::{
    calculation, effect_goal, factor, follow_up_round, freed_time, grading_scheme, measurement_work, report,
    statement, whole_noun,
};
use crate::versioned::values;

/// Loads the whole portfolio, and the newest open report: 54 statements whatever there is, fewer
/// where parts of it are kept or no report is open. Findings score by the newest scheme; an
/// installation without one has nothing to score yet.
pub async fn work_material_load(ctx: &Ctx, db: &impl ConnectionTrait, kept: &Kept) -> Result<WorkMaterial> {
    let scheme = grading_scheme::find(db, &Pick::All).await?.pop();
    let standard = || GradingScheme::standard(GradingSchemeId(Uuid::nil()));
    let reports = report::find(db, &Pick::All).await?;
    let now = &kept.now(db).await?;
    let rounds = follow_up_round::find(db, &Pick::All).await?;
    Ok(WorkMaterial {
        scheme: scheme.map_or_else(standard, |found| found.value),
        initiatives: whole_noun::initiatives(now).await?,
        deliveries: whole_noun::deliveries(now).await?,
        benefits: whole_noun::benefits(now).await?,
        statements: logged_statements(now).await?,
        units: whole_noun::units(now).await?,
        rounds: rounds.into_iter().map(|record| record.round.value).collect(),
        plans: whole_noun::plans(now).await?,
        calculations: calculations(now).await?,
        measured: whole_noun::measured(now, ctx.today()).await?,
        measured_until: measured_until(now).await?,
        measurements: measurement_work::measurement_work_list(db).await?.into(),
        freed_times: freed_time::freed_time_work_list(db).await?.into(),
        proposed_goals: effect_goal::effect_goal_work_list(db).await?.into(),
        factor_values: factor::factor_work_list(db).await?.into(),
        reports: logged_reports(db, &reports).await?.into(),
        corrections: logged_corrections(db, &reports).await?.into(),
        report: open_report(now, values(reports)).await?,
    })
}

/// Statements in any state, with what their review needs.
async fn logged_statements(now: &Now<'_, impl ConnectionTrait>) -> Result<SharedList<LoggedStatement>> {
    let logged = |record: statement::StatementRecord| LoggedStatement {
        edited_by: record.statement.edited_by,
        editors: record.editors,
        written_on: begun_at(record.statement.value.id.0).map(local_day),
        reviewed_on: record.reviewed_at.map(local_day),
        statement: record.statement.value,
        review_note: record.review_note,
    };
    let db = now.reading();
    let read = async {
        let records = statement::find(&db, &Pick::All).await?;
        Ok(records.into_iter().map(logged).collect())
    };
    now.part(("logged_statements", String::new()), &db, read).await
}

async fn calculations(now: &Now<'_, impl ConnectionTrait>) -> Result<SharedList<LoggedCalculation>> {
    let db = now.reading();
    let read = calculation::calculation_work_list(&db);
    now.part(("logged_calculations", String::new()), &db, read).await
}

async fn measured_until(now: &Now<'_, impl ConnectionTrait>) -> Result<SharedList<MeasuredUntil>> {
    let db = now.reading();
    let read = |shares: Shares| {
        let db = &db;
        async move { measurement_work::measured_until(db, &shares).await }
    };
    let place = |one: &MeasuredUntil| (one.measure, ());
    now.part_by_measure(("measured_until", String::new()), &db, place, read)
        .await
}

async fn open_report(
    now: &Now<'_, impl ConnectionTrait>,
    reports: Vec<Report>,
) -> Result<Option<OpenReport>> {
    let open = reports.into_iter().filter(|report| !report.state.is_decided());
    let Some(report) = open.max_by_key(|report| (report.to_year, report.from_year, report.id)) else {
        return Ok(None);
    };
    let mut areas = whole_noun::areas(now).await?;
    areas.retain(|area| area.area_set == report.area_set);
    Ok(Some(OpenReport {
        areas,
        groups: whole_noun::groups(now).await?,
        assessments: whole_noun::assessments(now, report.id).await?,
        report,
    }))
}
