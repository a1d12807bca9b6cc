//! The corrections of a decided report as JSON, a file beside the report's own.

use domain::report::correction::{ReportCorrection, replaced};
use domain::report_model::ReportModel;
use serde::Serialize;
use service::RenderError;

#[derive(Serialize)]
struct Document<'a> {
    report: Of<'a>,
    corrections: Vec<Correction<'a>>,
}

#[derive(Serialize)]
struct Of<'a> {
    id: String,
    title: &'a str,
    agency: &'a str,
    period: Period,
    decided_on: Option<String>,
    registry_number: Option<&'a str>,
    original_sha256: Option<&'a str>,
}

#[derive(Serialize)]
struct Period {
    from: i32,
    to: i32,
}

#[derive(Serialize)]
struct Correction<'a> {
    number: i32,
    date: String,
    section: String,
    wrong: &'a str,
    correct: &'a str,
    reason: &'a str,
    replaces: Option<i32>,
    replaced_by: Option<i32>,
    decider_title: &'a str,
    forum: Option<&'a str>,
    registry_number: Option<&'a str>,
}

/// The corrections, by number.
///
/// # Errors
/// Never for what the domain makes; the encoder's own, should it fail.
pub fn corrections(model: &ReportModel, corrections: &[ReportCorrection]) -> Result<Vec<u8>, RenderError> {
    let report = &model.report;
    let replaced = replaced(corrections);
    let made = corrections
        .iter()
        .filter_map(|one| Some((one, one.made.as_ref()?)));
    let document = Document {
        report: Of {
            id: report.id.to_string(),
            title: &report.title,
            agency: &model.agency.name,
            period: Period {
                from: report.from_year,
                to: report.to_year,
            },
            decided_on: report.decision.as_ref().map(|decision| decision.on.to_string()),
            registry_number: report.registry_number.as_deref(),
            original_sha256: made.clone().next().map(|(_, made)| made.original_sha256.as_str()),
        },
        corrections: made
            .map(|(one, made)| Correction {
                number: made.number,
                date: made.decision.on.to_string(),
                section: one.section.to_string(),
                wrong: &one.wrong,
                correct: &one.correct,
                reason: &one.reason,
                replaces: one.replaces,
                replaced_by: replaced.get(&made.number).copied(),
                decider_title: &made.decision.decider_title,
                forum: made.decision.forum.as_deref(),
                registry_number: made.decision.registry_number.as_deref(),
            })
            .collect(),
    };
    let mut bytes =
        serde_json::to_vec_pretty(&document).map_err(|error| RenderError::Model(error.to_string()))?;
    bytes.push(b'\n');
    Ok(bytes)
}
