//! What of an open report is to be judged.

use chrono::{Days, NaiveDate};

use super::{OpenReport, WorkItem, WorkKind, WorkSubject};
use crate::area::{Area, number_order};
use crate::assessment::{AssessmentState, AssessmentSubject, SubjectKey};
use crate::benefit_group::BenefitGroup;

impl OpenReport {
    /// What is to be judged, and what has been sent in, in the order in which people judge it. Nothing that
    /// nobody has begun is to be judged while the cut-off is half a year away or more.
    pub(super) fn work(&self, day: NaiveDate) -> Vec<WorkItem> {
        const HALF_A_YEAR: Days = Days::new(183);
        let soon = day
            .checked_add_days(HALF_A_YEAR)
            .is_some_and(|soon| self.report.cut_off < soon);
        let mut areas: Vec<&Area> = self.areas.iter().collect();
        areas.sort_by_key(|area| (number_order(&area.number), area.id));
        let mut groups: Vec<&BenefitGroup> = self.groups.iter().collect();
        groups.sort_by_key(|group| (group.ordinal, group.id));
        let areas = areas.into_iter().map(|area| {
            let key = SubjectKey::Area(area.number.clone());
            (key, AssessmentSubject::Area(area.id), area.name.clone())
        });
        let groups = groups.into_iter().map(|group| {
            let key = SubjectKey::Group(group.code.clone());
            (key, AssessmentSubject::Group(group.id), group.name.clone())
        });
        let whole = (SubjectKey::Whole, AssessmentSubject::Whole, String::new());
        let mut found: Vec<WorkItem> = areas
            .chain(groups)
            .chain([whole])
            .filter_map(|(key, subject, name)| self.item(key, subject, name))
            .filter(|item| soon || !matches!(item.subject, WorkSubject::Assessment(_, _, None)))
            .collect();
        // Somebody waits for what came back.
        let came_back = Some(AssessmentState::Returned);
        found.sort_by_key(
            |item| !matches!(item.subject, WorkSubject::Assessment(_, _, state) if state == came_back),
        );
        found
    }

    fn item(&self, key: SubjectKey, subject: AssessmentSubject, name: String) -> Option<WorkItem> {
        let mut judged = self.assessments.iter().filter(|one| one.subject == subject);
        let state = judged.next().map(|one| one.state);
        let kind = match state {
            None => WorkKind::Assess,
            Some(state) if state.is_open() => WorkKind::Assess,
            Some(AssessmentState::Submitted) => WorkKind::ReadAssessment,
            Some(_) => return None,
        };
        Some(WorkItem {
            kind,
            subject: WorkSubject::Assessment(key, self.report.to_year, state),
            name,
            initiative: None,
            day: self
                .report
                .assignment
                .as_ref()
                .and_then(|assignment| assignment.due),
            note: None,
            belongs: Vec::new(),
        })
    }
}
