//! The portfolio as work is found in it.

use domain::ctx::Ctx;
use domain::id::GradingSchemeId;
use domain::level::GradingScheme;
use domain::report::Report;
use domain::work::{LoggedStatement, OpenReport, WorkMaterial};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use crate::error::Result;
use crate::moment::{begun_at, local_day};
use crate::repo::goal_material::goal_material;
use crate::repo::report_work::{logged_corrections, logged_reports};
use crate::repo::rows::Pick;
use crate::repo::{
    area, assessment, benefit, benefit_group, calculation, delivery, effect_goal, factor, follow_up_round,
    freed_time, grading_scheme, initiative, measurement, realisation_plan, report, statement, unit,
};
use crate::versioned::Versioned;

/// Loads the whole portfolio, and the newest open report: 54 statements whatever there is, or fewer
/// where no report is open. Findings score by the newest scheme; an
/// installation without one has nothing to score yet.
pub async fn work_material_load(ctx: &Ctx, db: &impl ConnectionTrait) -> Result<WorkMaterial> {
    let scheme = grading_scheme::find(db, &Pick::All).await?.pop();
    let standard = || GradingScheme::standard(GradingSchemeId(Uuid::nil()));
    let logged = |record: statement::StatementRecord| LoggedStatement {
        edited_by: record.statement.edited_by,
        editors: record.editors,
        written_on: begun_at(record.statement.value.id.0).map(local_day),
        reviewed_on: record.reviewed_at.map(local_day),
        statement: record.statement.value,
        review_note: record.review_note,
    };
    let statements = statement::find(db, &Pick::All).await?;
    let reports = report::find(db, &Pick::All).await?;
    let rounds = follow_up_round::find(db, &Pick::All).await?;
    Ok(WorkMaterial {
        scheme: scheme.map_or_else(standard, |found| found.value),
        initiatives: values(initiative::find(db, &Pick::All).await?),
        deliveries: values(delivery::find(db, &Pick::All).await?),
        benefits: values(benefit::find(db, &Pick::All).await?),
        statements: statements.into_iter().map(logged).collect(),
        units: values(unit::find(db, &Pick::All).await?),
        rounds: rounds.into_iter().map(|record| record.round.value).collect(),
        plans: values(realisation_plan::find(db, &Pick::All).await?),
        calculations: calculation::calculation_work_list(db).await?,
        measured: goal_material(db, &Pick::All, ctx.today()).await?,
        measured_until: measurement::measured_until(db).await?,
        measurements: measurement::measurement_work_list(db).await?,
        freed_times: freed_time::freed_time_work_list(db).await?,
        proposed_goals: effect_goal::effect_goal_work_list(db).await?,
        factor_values: factor::factor_work_list(db).await?,
        reports: logged_reports(db, &reports).await?,
        corrections: logged_corrections(db, &reports).await?,
        report: open_report(db, values(reports)).await?,
    })
}

async fn open_report(db: &impl ConnectionTrait, reports: Vec<Report>) -> Result<Option<OpenReport>> {
    let open = reports.into_iter().filter(|report| !report.state.is_decided());
    let Some(report) = open.max_by_key(|report| (report.to_year, report.from_year, report.id)) else {
        return Ok(None);
    };
    let newest = Pick::among(assessment::newest_ids(report.id));
    let mut areas = values(area::find(db, &Pick::All).await?);
    areas.retain(|area| area.area_set == report.area_set);
    Ok(Some(OpenReport {
        areas,
        groups: values(benefit_group::find(db, &Pick::All).await?),
        assessments: assessment::find(db, &newest)
            .await?
            .into_iter()
            .map(|record| record.assessment.value)
            .collect(),
        report,
    }))
}

fn values<T>(versioned: Vec<Versioned<T>>) -> Vec<T> {
    versioned.into_iter().map(|versioned| versioned.value).collect()
}
