use std::collections::BTreeSet;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::ctx::Ctx;
use domain::effect_goal::material::GoalMaterial;
use domain::expected_value::PromisedLine;
use domain::id::ReportId;
use domain::policy::{Operation, decide};
use domain::report::Report;
use domain::report_model::{self, ReportMaterial};
use domain::statement::ApprovalState;
use serde::Serialize;
use serde_json::json;
use store::repo::exchange::{Everything, exchange_load};
use store::repo::frozen_report::{FrozenReport, frozen_report_insert_many};
use store::repo::{
    agency, area, area_set, assessment, benefit, benefit_group, calculation, delivery, effect_goal, factor,
    follow_up_round, freed_time, grading_scheme, initiative, measure, measurement, portfolio,
    realisation_plan, report, report_rendering, sek_value, statement, stored_file, sus, unit,
};
use store::{AuditRecord, Trail, WriteTxn};
use uuid::Uuid;

use super::approved::approved_changes;
use super::document::Document;
use super::merge::{Merge, agency_differs, over};
use super::realised::superseding;
use super::{ImportError, ImportProblem, Known, check, life, nul, renderings, sha256};
use crate::error::{Result, ServiceError};
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

/// The file as a document; a value that does not fit is named by its place.
fn read(file: &[u8]) -> Result<Document> {
    let mut deserializer = serde_json::Deserializer::from_slice(file);
    let document: Document = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let inner = error.inner();
        let is_json = !(inner.is_syntax() || inner.is_eof());
        // Of a file that is something else from its start there is no field to name.
        let place = match error.path().iter().next() {
            Some(_) => format!("line {}, {}", inner.line(), error.path()),
            None => format!("line {}, column {}", inner.line(), inner.column()),
        };
        // serde_json ends its message with the position that the place names already.
        let position = format!(" at line {} column {}", inner.line(), inner.column());
        let reason = inner.to_string();
        let mut reason = reason.strip_suffix(&position).unwrap_or(&reason).to_owned();
        if !is_json {
            reason = format!("this is not JSON, as docs/exchange.md tells: {reason}");
        }
        ImportError(vec![ImportProblem {
            place,
            field: String::new(),
            reason,
        }])
    })?;
    deserializer.end().map_err(|error| {
        let place = format!("line {}", error.line());
        let reason = "something follows after the document's end".to_owned();
        ImportError(vec![ImportProblem {
            place,
            field: String::new(),
            reason,
        }])
    })?;
    let problems = nul::found(file);
    if problems.is_empty() {
        Ok(document)
    } else {
        Err(ImportError(problems).into())
    }
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

fn known(stored: &Everything) -> Known {
    let mut known = Known::default();
    macro_rules! note {
        ($($list:ident: $kind:literal),+ $(,)?) => {$(
            known.ids.extend(stored.$list.iter().map(|entity| (Uuid::from(entity.value.id.0), $kind)));
        )+};
    }
    note!(
        grading_schemes: "grading scheme",
        units: "unit",
        benefit_groups: "benefit group",
        portfolios: "portfolio",
        area_sets: "area set",
        areas: "area",
        factors: "factor",
        initiatives: "initiative",
        deliveries: "delivery",
        benefits: "benefit",
        realisation_plans: "realisation plan",
        calculations: "calculation",
        measures: "measure",
        effect_goals: "effect goal",
        measurements: "measurement",
        statements: "statement",
        freed_times: "freed time",
        sek_values: "value in kronor",
        sus_evaluations: "SUS evaluation",
        reports: "report",
        assessments: "assessment",
        follow_up_rounds: "follow-up round",
        report_corrections: "correction",
    );
    let comments = stored.report_comments.iter();
    known
        .ids
        .extend(comments.map(|one| (one.comment.id.0, "comment")));
    let frozen = stored.frozen_reports.iter();
    known.frozen = frozen.map(|one| (one.report, one.sha256.clone())).collect();
    let corrections = stored.report_corrections.iter().map(|one| &one.value);
    known.corrections = corrections.map(|one| (one.id, one.clone())).collect();
    for calculation in &stored.calculations {
        let calculation = &calculation.value;
        known
            .calculation_numbers
            .insert((calculation.initiative, calculation.number), calculation.id);
        for alternative in &calculation.alternatives {
            known.ids.insert(alternative.id.0, "alternative");
            let lines = alternative.lines.iter();
            known
                .ids
                .extend(lines.map(|line| (line.id.0, "calculation line")));
        }
    }
    for factor in &stored.factors {
        let values = factor.value.values.iter();
        known.ids.extend(values.map(|value| (value.id.0, "factor value")));
    }
    for plan in &stored.realisation_plans {
        let activities = plan.value.activities.iter();
        known.ids.extend(activities.map(|one| (one.id.0, "activity")));
        known.plans.insert(plan.value.benefit, plan.value.id);
    }
    let freed = stored.freed_times.iter().map(|one| &one.value);
    known.freed = freed.map(|one| (one.id, one.clone())).collect();
    let values = stored.sek_values.iter().map(|one| &one.value);
    known.values = values.map(|one| (one.id, one.clone())).collect();
    known.supersedes = superseding(
        stored.statements.iter().map(|one| &one.value),
        stored.measurements.iter().map(|one| &one.value),
    );
    for round in &stored.follow_up_rounds {
        let requests = round.value.requests.iter();
        known
            .ids
            .extend(requests.map(|request| (request.id.0, "question")));
    }
    let measures = stored.measures.iter().map(|one| &one.value);
    known.measures = measures.map(|one| (one.id, one.clone())).collect();
    let goals = stored.effect_goals.iter().map(|one| &one.value);
    known.goals = goals.map(|one| (one.id, one.clone())).collect();
    let measurements = stored.measurements.iter().map(|one| &one.value);
    known.measurements = measurements.map(|one| (one.id, one.clone())).collect();
    let statements = stored.statements.iter().map(|one| &one.value);
    known.statements = statements
        .map(|one| (one.id.0, (one.state, one.supersedes.map(|id| id.0))))
        .collect();
    known.files = stored.files.iter().cloned().collect();
    let areas = stored.areas.iter().map(|area| &area.value);
    known.area_numbers = areas
        .map(|area| ((area.area_set, area.number.clone()), area.id))
        .collect();
    let groups = stored.benefit_groups.iter().map(|group| &group.value);
    known.group_codes = groups.map(|group| (group.code.clone(), group.id)).collect();
    known
}

/// What of the file would change a decided report: the report itself, its assessments, its content.
fn decided_changes(document: &Document, stored: &Everything) -> Vec<ImportProblem> {
    let decided: BTreeSet<ReportId> = stored
        .reports
        .iter()
        .filter(|report| report.value.state.is_decided())
        .map(|report| report.value.id)
        .collect();
    let mut problems = Vec::new();
    let mut refuse = |place: String| {
        let reason = "belongs to a decided report, which never changes".to_owned();
        problems.push(ImportProblem {
            place,
            field: String::new(),
            reason,
        });
    };
    let reports = Merge::of(&document.reports, &stored.reports, |report| report.id);
    for ((before, _), place) in reports.changed.iter().zip(&reports.places) {
        if decided.contains(&before.value.id) {
            refuse(format!("reports[{place}]"));
        }
    }
    for (place, assessment) in document.assessments.iter().enumerate() {
        let same = stored.assessments.iter().any(|found| found.value == *assessment);
        if decided.contains(&assessment.report) && !same {
            refuse(format!("assessments[{place}]"));
        }
    }
    let life = life::changed(document, stored, &decided);
    for place in renderings::changed(document, stored).into_iter().chain(life) {
        refuse(place);
    }
    for (place, frozen) in document.frozen_reports.iter().enumerate() {
        let other = stored
            .frozen_reports
            .iter()
            .any(|found| found.report == frozen.report && found.sha256 != frozen.sha256);
        if other {
            refuse(format!("frozen_reports[{place}]"));
        }
    }
    problems
}

async fn write(
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

/// Contents of decided reports that the database does not hold yet: as the file has them, or
/// compiled from what the file and the database hold.
fn to_freeze(ctx: &Ctx, document: &Document, stored: &Everything) -> Result<Vec<FrozenReport>> {
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
