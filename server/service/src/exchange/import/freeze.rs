//! What decided reports hold, as it is stored for good.

use std::collections::BTreeSet;

use domain::ctx::Ctx;
use domain::effect_goal::material::GoalMaterial;
use domain::expected_value::PromisedLine;
use domain::id::ReportId;
use domain::report::Report;
use domain::report_model::{self, ReportMaterial};
use domain::statement::ApprovalState;
use store::repo::exchange::Everything;
use store::repo::frozen_report::FrozenReport;

use crate::error::{Result, ServiceError};
use crate::exchange::document::Document;
use crate::exchange::merge::over;
use crate::exchange::sha256;

/// Contents of decided reports that the database does not hold yet: as the file has them, or
/// compiled from what the file and the database hold.
pub(super) fn to_freeze(ctx: &Ctx, document: &Document, stored: &Everything) -> Result<Vec<FrozenReport>> {
    let held: BTreeSet<ReportId> = stored.frozen_reports.iter().map(|frozen| frozen.report).collect();
    document
        .reports
        .iter()
        .filter(|report| report.state.is_decided() && !held.contains(&report.id))
        .map(|report| {
            let in_file = document
                .frozen_reports
                .iter()
                .find(|frozen| frozen.report == report.id);
            let model_json = match in_file {
                Some(frozen) => frozen.model.get().to_owned(),
                None => serde_json::to_string(&report_model::compile(material(document, stored, report)?))?,
            };
            let sha256 = sha256(&model_json);
            Ok(FrozenReport {
                report: report.id,
                sha256,
                model_json,
                frozen_at: ctx.now,
            })
        })
        .collect()
}

fn material(document: &Document, stored: &Everything, report: &Report) -> Result<ReportMaterial> {
    let schemes = over(&document.grading_schemes, &stored.grading_schemes, |scheme| {
        scheme.id
    });
    let scheme = schemes
        .into_iter()
        .find(|scheme| scheme.id == report.grading_scheme);
    let assessments = over(&document.assessments, &stored.assessments, |assessment| {
        assessment.id
    });
    let calculations = over(&document.calculations, &stored.calculations, |one| one.id);
    let approved = calculations
        .iter()
        .filter(|one| one.state == ApprovalState::Approved);
    Ok(ReportMaterial {
        measured: GoalMaterial {
            measures: over(&document.measures, &stored.measures, |one| one.id).into(),
            goals: over(&document.effect_goals, &stored.effect_goals, |one| one.id).into(),
            measurements: over(&document.measurements, &stored.measurements, |one| one.id).into(),
        },
        // A file does not say when.
        calculated: approved.map(|one| (one.initiative, None)).collect(),
        promised: calculations.iter().flat_map(PromisedLine::of).collect(),
        valued: over(&document.measurements, &stored.measurements, |one| one.id).into(),
        plans: over(&document.realisation_plans, &stored.realisation_plans, |plan| {
            plan.id
        })
        .into(),
        freed_times: over(&document.freed_times, &stored.freed_times, |one| one.id).into(),
        sek_values: over(&document.sek_values, &stored.sek_values, |one| one.id).into(),
        agency: document.agency.clone(),
        report: report.clone(),
        scheme: scheme.ok_or(ServiceError::NotFound)?,
        groups: over(&document.benefit_groups, &stored.benefit_groups, |group| group.id).into(),
        areas: over(&document.areas, &stored.areas, |area| area.id).into(),
        initiatives: over(&document.initiatives, &stored.initiatives, |initiative| {
            initiative.id
        })
        .into(),
        deliveries: over(&document.deliveries, &stored.deliveries, |delivery| delivery.id).into(),
        benefits: over(&document.benefits, &stored.benefits, |benefit| benefit.id).into(),
        statements: over(&document.statements, &stored.statements, |statement| statement.id).into(),
        sus: over(&document.sus_evaluations, &stored.sus_evaluations, |sus| sus.id).into(),
        assessments: assessments
            .into_iter()
            .filter(|found| found.report == report.id)
            .collect(),
    })
}
