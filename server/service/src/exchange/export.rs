use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::ctx::Ctx;
use domain::policy::{Operation, decide};
use serde_json::json;
use serde_json::value::RawValue;
use store::repo::exchange::exchange_load;
use store::repo::stored_file::stored_file_load;
use store::{ConnectionTrait, Versioned};

use super::document::{Document, FORMAT, File, FrozenReport, ReportRendering, VERSION};
use super::{life, sha256};
use crate::error::{Result, ServiceError};
use crate::export_trace::exported;
use crate::services::Services;

/// The whole portfolio as a file. Accounts, sessions and the audit log are not in it.
pub async fn portfolio_export(ctx: &Ctx, services: &Services) -> Result<Vec<u8>> {
    decide(ctx, Operation::ExchangeRun, None)?;
    let snapshot = services.store.snapshot().await?;
    let all = exchange_load(ctx, &snapshot).await?;
    let files = files(ctx, &snapshot, &all.files).await?;
    drop(snapshot);
    let agency = all.agency.map(|found| found.value);
    let agency = agency.ok_or(ServiceError::State("the database holds no portfolio yet"))?;
    let frozen_reports = all
        .frozen_reports
        .into_iter()
        .map(|frozen| {
            Ok(FrozenReport {
                report: frozen.report,
                sha256: frozen.sha256,
                model: RawValue::from_string(frozen.model_json)?,
            })
        })
        .collect::<Result<_>>()?;
    let document = Document {
        format: FORMAT.to_owned(),
        version: VERSION,
        agency,
        grading_schemes: values(all.grading_schemes),
        units: values(all.units),
        benefit_groups: values(all.benefit_groups),
        portfolios: values(all.portfolios),
        area_sets: values(all.area_sets),
        areas: values(all.areas),
        factors: values(all.factors),
        initiatives: values(all.initiatives),
        deliveries: values(all.deliveries),
        benefits: values(all.benefits),
        realisation_plans: values(all.realisation_plans),
        calculations: values(all.calculations),
        measures: values(all.measures),
        effect_goals: values(all.effect_goals),
        measurements: values(all.measurements),
        files,
        statements: values(all.statements),
        freed_times: values(all.freed_times),
        sek_values: values(all.sek_values),
        sus_evaluations: values(all.sus_evaluations),
        reports: values(all.reports),
        assessments: values(all.assessments),
        follow_up_rounds: values(all.follow_up_rounds),
        frozen_reports,
        report_renderings: all
            .report_renderings
            .into_iter()
            .map(|one| ReportRendering {
                report: one.report,
                format: one.format,
                hash: one.hash,
            })
            .collect(),
        report_steps: all.report_steps.into_iter().map(life::step_out).collect(),
        report_comments: all.report_comments.into_iter().map(life::comment_out).collect(),
        report_corrections: values(all.report_corrections),
    };
    let mut bytes = serde_json::to_vec_pretty(&document)?;
    bytes.push(b'\n');
    // As an import does: whoever has the file finds the event that it left by.
    let digest = sha256(&String::from_utf8_lossy(&bytes));
    let told = BTreeMap::from([("bytes", json!(bytes.len())), ("file_sha256", json!(digest))]);
    exported(
        ctx,
        services,
        "portfolio.export",
        "portfolio",
        &document.agency.name,
        &told,
    )
    .await?;
    Ok(bytes)
}

async fn files(ctx: &Ctx, db: &impl ConnectionTrait, hashes: &[String]) -> Result<Vec<File>> {
    let mut files = Vec::with_capacity(hashes.len());
    for hash in hashes {
        let file = stored_file_load(ctx, db, hash).await?;
        let file = file.ok_or(ServiceError::NotFound)?;
        files.push(File {
            hash: hash.clone(),
            media_type: file.media_type,
            base64: STANDARD.encode(file.bytes),
        });
    }
    Ok(files)
}

fn values<T>(versioned: Vec<Versioned<T>>) -> Vec<T> {
    versioned.into_iter().map(|versioned| versioned.value).collect()
}
