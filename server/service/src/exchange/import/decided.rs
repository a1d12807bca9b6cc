//! Decided reports, which an import never changes.

use std::collections::BTreeSet;

use domain::id::ReportId;
use store::repo::exchange::Everything;

use crate::exchange::document::Document;
use crate::exchange::merge::Merge;
use crate::exchange::{ImportProblem, life, renderings};

/// What of the file would change a decided report: the report itself, its assessments, its content.
pub(super) fn decided_changes(document: &Document, stored: &Everything) -> Vec<ImportProblem> {
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
