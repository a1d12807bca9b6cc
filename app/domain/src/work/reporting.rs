//! Reports and corrections that wait for somebody's decision, and reports that came back.

use chrono::NaiveDate;

use super::search::with_hands;
use super::{WorkItem, WorkKind, WorkMaterial, WorkSubject};
use crate::id::{AccountId, ReportCorrectionId, ReportId};
use crate::policy::Belongs;
use crate::report::ReportState;
use crate::report::life::ReportStep;
use crate::standing::ReportHead;

/// A report that is not decided, as far as its course goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoggedReport {
    /// The report.
    pub head: ReportHead,
    /// Who wrote the latest of it; none for imports.
    pub edited_by: Option<AccountId>,
    /// The latest step that was taken with it, on which day, and why where somebody said so.
    pub step: Option<(ReportStep, NaiveDate, Option<String>)>,
    /// Comments of its review that nobody has resolved.
    pub open_comments: u32,
}

/// A correction that nobody has decided yet, as far as work on it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoggedCorrection {
    /// Which.
    pub id: ReportCorrectionId,
    /// The report that it corrects.
    pub report: ReportId,
    /// What that is called.
    pub report_name: String,
    /// What should stand there.
    pub correct: String,
    /// Who wrote the latest of it; none for imports.
    pub edited_by: Option<AccountId>,
    /// The day on which it was begun; none where its identity does not tell.
    pub written_on: Option<NaiveDate>,
}

impl WorkMaterial {
    /// Reports that are to be decided or mended, the oldest first.
    pub(super) fn reports_on_their_way(&self) -> Vec<WorkItem> {
        let mut found: Vec<WorkItem> = self.reports.iter().filter_map(LoggedReport::work).collect();
        found.sort_by_key(|item| item.day);
        found
    }

    /// Corrections that are to be decided, the oldest first. Nobody decides what they have written.
    pub(super) fn proposed_corrections(&self) -> Vec<WorkItem> {
        let mut proposed: Vec<&LoggedCorrection> = self.corrections.iter().collect();
        proposed.sort_by_key(|one| (one.written_on, one.id));
        proposed
            .into_iter()
            .map(|one| WorkItem {
                kind: WorkKind::DecideCorrection,
                subject: WorkSubject::Correction(one.id, one.report, one.report_name.clone()),
                name: one.correct.clone(),
                initiative: None,
                day: one.written_on,
                note: None,
                belongs: with_hands(vec![Belongs::default()], &[], one.edited_by),
            })
            .collect()
    }
}

impl LoggedReport {
    /// What it waits for: to be mended where it came back or somebody has asked something, else to be decided. One that
    /// has not been sent for review waits for nobody. Nobody decides what they have written.
    fn work(&self) -> Option<WorkItem> {
        let came_back = matches!(self.step, Some((ReportStep::Return, ..)));
        let kind = match self.head.state {
            ReportState::Draft if came_back => WorkKind::MendReport,
            ReportState::UnderReview if self.open_comments > 0 => WorkKind::MendReport,
            ReportState::UnderReview => WorkKind::DecideReport,
            ReportState::Draft | ReportState::Decided | ReportState::Published => return None,
        };
        let editors = self.edited_by.filter(|_| kind == WorkKind::DecideReport);
        let (day, note) = match &self.step {
            Some((_, day, note)) => (Some(*day), note.clone().filter(|_| came_back)),
            None => (None, None),
        };
        Some(WorkItem {
            kind,
            subject: WorkSubject::Report(self.head.id, self.head.state, self.open_comments),
            name: self.head.name(),
            initiative: None,
            day,
            note,
            belongs: with_hands(vec![Belongs::default()], &[], editors),
        })
    }
}
