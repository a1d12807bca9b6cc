//! Files of decided reports: each belongs to a decided report, is among the files, and is never exchanged for another.

use std::collections::BTreeSet;

use store::repo::exchange::Everything;
use store::repo::report_rendering::Rendering;

use super::Known;
use super::check::Check;
use super::document::Document;
use crate::render::Format;

impl Check {
    pub(super) fn renderings(&mut self, d: &Document, known: &Known) {
        let files: BTreeSet<&String> = known
            .files
            .iter()
            .chain(d.files.iter().map(|file| &file.hash))
            .collect();
        let mut seen = BTreeSet::new();
        for (i, one) in d.report_renderings.iter().enumerate() {
            let place = format!("report_renderings[{i}]");
            let report = d.reports.iter().find(|report| report.id == one.report);
            if !report.is_some_and(|report| report.state.is_decided()) {
                self.problem(place.clone(), "report", "is no decided report of the file");
            }
            if Format::of_code(&one.format).is_none() {
                self.problem(place.clone(), "format", format!("“{}” is no format", one.format));
            }
            if !files.contains(&one.hash) {
                self.problem(place.clone(), "hash", "there is no such file");
            }
            if !seen.insert((one.report, &one.format)) {
                self.problem(place, "format", "stands there twice");
            }
        }
    }
}

/// Those that the database does not hold yet.
pub(super) fn to_add(document: &Document, stored: &Everything) -> Vec<Rendering> {
    let all = document.report_renderings.iter().map(|one| Rendering {
        report: one.report,
        format: one.format.clone(),
        hash: one.hash.clone(),
    });
    all.filter(|one| !stored.report_renderings.contains(one))
        .collect()
}

/// Places of those that would take the place of another file.
pub(super) fn changed(document: &Document, stored: &Everything) -> Vec<String> {
    let all = document.report_renderings.iter().enumerate();
    all.filter(|(_, one)| {
        let mut held = stored.report_renderings.iter();
        held.any(|held| (held.report, &held.format) == (one.report, &one.format) && held.hash != one.hash)
    })
    .map(|(place, _)| format!("report_renderings[{place}]"))
    .collect()
}
