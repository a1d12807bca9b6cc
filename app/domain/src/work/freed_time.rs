//! Freed time that waits for somebody.

use chrono::NaiveDate;

use super::search::{Search, with_hands};
use super::{WorkItem, WorkKind, WorkSubject};
use crate::id::{AccountId, BenefitId, FreedTimeId};
use crate::statement::ApprovalState;

/// What a benefit freed in a year and nobody has approved yet, as far as work on it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoggedFreedTime {
    /// Which.
    pub id: FreedTimeId,
    /// The benefit.
    pub benefit: BenefitId,
    /// The year.
    pub year: i32,
    /// How far it has come.
    pub state: ApprovalState,
    /// Who wrote the latest of it; none for imports.
    pub edited_by: Option<AccountId>,
    /// Everybody who has edited it.
    pub editors: Vec<AccountId>,
    /// What the reviewer said.
    pub review_note: Option<String>,
    /// The day on which it was reviewed.
    pub reviewed_on: Option<NaiveDate>,
}

impl Search<'_> {
    /// Entries on their way. Nobody approves what they have written in; it is mended by whoever wrote the latest of it.
    pub(super) fn freed_times(&self) -> Vec<WorkItem> {
        let item = |logged: &LoggedFreedTime| {
            let kind = match logged.state {
                ApprovalState::Submitted => WorkKind::ApproveFreedTime,
                ApprovalState::Draft | ApprovalState::Returned => WorkKind::WriteFreedTime,
                ApprovalState::Approved => return None,
            };
            let benefit = self.benefits.get(&logged.benefit)?;
            let name = benefit.title.as_ref().unwrap_or(&benefit.description);
            let subject = WorkSubject::FreedTime(logged.id, logged.year, logged.state);
            let of = vec![self.belongs_benefit(benefit)];
            let returned = logged.state == ApprovalState::Returned;
            Some(WorkItem {
                day: logged.reviewed_on.filter(|_| returned),
                note: logged.review_note.clone().filter(|_| returned),
                belongs: with_hands(of, &logged.editors, logged.edited_by),
                ..self.item(kind, benefit.initiative, subject, name)
            })
        };
        self.m.freed_times.iter().filter_map(item).collect()
    }
}
