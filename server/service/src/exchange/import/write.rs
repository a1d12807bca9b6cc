//! What a document brings, written.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::ctx::Ctx;
use serde_json::json;
use store::repo::exchange::Everything;
use store::repo::frozen_report::frozen_report_insert_many;
use store::repo::{
    agency, area, area_set, assessment, benefit, benefit_group, calculation, delivery, effect_goal, factor,
    follow_up_round, freed_time, grading_scheme, initiative, measure, measurement, portfolio,
    realisation_plan, report, report_rendering, sek_value, statement, stored_file, sus, unit,
};
use store::{AuditRecord, Trail, WriteTxn};

use super::Imported;
use super::freeze::to_freeze;
use crate::error::{Result, ServiceError};
use crate::exchange::document::Document;
use crate::exchange::merge::{Merge, agency_differs};
use crate::exchange::{life, renderings};

pub(super) async fn write(
    ctx: &Ctx,
    txn: WriteTxn<'_>,
    document: &Document,
    stored: &Everything,
    digest: &str,
    action: &'static str,
) -> Result<Imported> {
    let mut imported = Imported::default();
    let mut trail = Trail::default();
    if agency_differs(&document.agency, stored.agency.as_ref()) {
        match &stored.agency {
            None => {
                agency::agency_insert(ctx, &txn, &document.agency).await?;
                imported.added += 1;
            }
            Some(before) => {
                agency::agency_update(ctx, &txn, &document.agency, before.version).await?;
                imported.changed += 1;
                let record = AuditRecord::new("agency.import", "agency", 1);
                trail.push(record.before(&before.value)?.after(&document.agency)?);
            }
        }
    }
    for file in document
        .files
        .iter()
        .filter(|file| !stored.files.contains(&file.hash))
    {
        let bytes = STANDARD.decode(&file.base64);
        let bytes = bytes.map_err(|_| ServiceError::State("a file of the document is no base64"))?;
        stored_file::stored_file_put(ctx, &txn, &bytes, &file.media_type).await?;
        imported.added += 1;
    }
    // In the order in which one refers to another.
    macro_rules! import {
        ($($list:ident, $kind:literal, $action:literal, $insert:path, $update:path;)+) => {$(
            let merge = Merge::of(&document.$list, &stored.$list, |entity| entity.id);
            if !merge.is_empty() {
                imported.added += merge.new.len() as u64;
                imported.changed += merge.changed.len() as u64;
                if !merge.new.is_empty() {
                    $insert(ctx, &txn, &merge.new).await?;
                }
                for (before, after) in &merge.changed {
                    $update(ctx, &txn, after, before.version).await?;
                    let record = AuditRecord::new($action, $kind, after.id);
                    trail.push(record.before(&before.value)?.after(after)?);
                }
            }
        )+};
    }
    import! {
        grading_schemes, "grading_scheme", "grading_scheme.import",
            grading_scheme::grading_scheme_insert_many, grading_scheme::grading_scheme_update;
        units, "unit", "unit.import", unit::unit_insert_many, unit::unit_update;
        benefit_groups, "benefit_group", "benefit_group.import",
            benefit_group::benefit_group_insert_many, benefit_group::benefit_group_update;
        portfolios, "portfolio", "portfolio.import",
            portfolio::portfolio_insert_many, portfolio::portfolio_update;
        area_sets, "area_set", "area_set.import",
            area_set::area_set_insert_many, area_set::area_set_update;
        areas, "area", "area.import", area::area_insert_many, area::area_update;
        factors, "factor", "factor.import", factor::factor_insert_many, factor::factor_update;
        initiatives, "initiative", "initiative.import",
            initiative::initiative_insert_many, initiative::initiative_update;
        deliveries, "delivery", "delivery.import",
            delivery::delivery_insert_many, delivery::delivery_update;
        benefits, "benefit", "benefit.import", benefit::benefit_insert_many, benefit::benefit_update;
        realisation_plans, "realisation_plan", "realisation_plan.import",
            realisation_plan::realisation_plan_insert_many, realisation_plan::realisation_plan_update;
        calculations, "calculation", "calculation.import",
            calculation::calculation_insert_many, calculation::calculation_update;
        measures, "measure", "measure.import", measure::measure_insert_many, measure::measure_update;
        effect_goals, "effect_goal", "effect_goal.import",
            effect_goal::effect_goal_insert_many, effect_goal::effect_goal_update;
        measurements, "measurement", "measurement.import",
            measurement::measurement_insert_many, measurement::measurement_update;
        statements, "statement", "statement.import",
            statement::statement_insert_many, statement::statement_update;
        freed_times, "freed_time", "freed_time.import",
            freed_time::freed_time_insert_many, freed_time::freed_time_update;
        sek_values, "sek_value", "sek_value.import",
            sek_value::sek_value_insert_many, sek_value::sek_value_update;
        sus_evaluations, "sus_evaluation", "sus_evaluation.import",
            sus::sus_insert_many, sus::sus_update;
        reports, "report", "report.import", report::report_insert_many, report::report_update;
        assessments, "assessment", "assessment.import",
            assessment::assessment_insert_many, assessment::assessment_update;
        follow_up_rounds, "follow_up_round", "follow_up_round.import",
            follow_up_round::round_insert_many, follow_up_round::round_update;
    }
    let frozen = to_freeze(ctx, document, stored)?;
    imported.frozen = frozen.len() as u64;
    if !frozen.is_empty() {
        frozen_report_insert_many(ctx, &txn, &frozen).await?;
        for one in &frozen {
            let record = AuditRecord::new("report.freeze", "report", one.report);
            trail.push(record.after(&json!({ "sha256": one.sha256 }))?);
        }
    }
    let renderings = renderings::to_add(document, stored);
    imported.added += renderings.len() as u64;
    report_rendering::report_rendering_insert_many(ctx, &txn, &renderings).await?;
    let (added, changed) = life::write(ctx, &txn, document, stored, &mut trail).await?;
    imported.added += added;
    imported.changed += changed;
    if imported.is_nothing() {
        return Ok(imported);
    }
    let batch = AuditRecord::new(action, "portfolio", digest);
    trail.push(batch.after(&json!({ "file_sha256": digest, "did": imported }))?);
    txn.commit(trail).await?;
    Ok(imported)
}
