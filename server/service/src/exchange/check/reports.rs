//! Reports, their assessments and what decided ones hold.

use std::collections::BTreeSet;

use domain::assessment::AssessmentSubject;
use domain::report_model::ReportModel;

use super::Check;
use crate::exchange::document::Document;
use crate::exchange::sha256;

impl Check {
    pub(super) fn reports(&mut self, d: &Document) {
        for (i, report) in d.reports.iter().enumerate() {
            let place = format!("reports[{i}]");
            self.named(&place, "title", &report.title);
            self.refers(&place, "area_set", report.area_set.0, "area set");
            self.refers(
                &place,
                "grading_scheme",
                report.grading_scheme.0,
                "grading scheme",
            );
            let added = report.added.iter().map(|addition| addition.delivery.0);
            self.refers_all(&place, "added", added, "delivery");
            let conflicts = report.conflicts.iter();
            let groups = conflicts.flat_map(|conflict| conflict.groups.iter().map(|id| id.0));
            self.refers_all(&place, "conflicts", groups, "benefit group");
            if report.to_year < report.from_year {
                self.problem(place.clone(), "to_year", "lies before from_year");
            }
            if report.state.is_decided() != report.decision.is_some() {
                self.problem(
                    place.clone(),
                    "decision",
                    "a report has a decision exactly when it is decided",
                );
            }
            let mut keys = BTreeSet::new();
            if !report.chapters.iter().all(|chapter| keys.insert(chapter.key)) {
                self.problem(place, "chapters", "a chapter stands there twice");
            }
        }
        for (i, assessment) in d.assessments.iter().enumerate() {
            let place = format!("assessments[{i}]");
            self.refers(&place, "report", assessment.report.0, "report");
            match assessment.subject {
                AssessmentSubject::Area(id) => self.refers(&place, "subject", id.0, "area"),
                AssessmentSubject::Group(id) => self.refers(&place, "subject", id.0, "benefit group"),
                AssessmentSubject::Whole => {}
            }
            for text in &assessment.group_texts {
                let groups = text.groups.iter().map(|id| id.0);
                self.refers_all(&place, "group_texts", groups, "benefit group");
            }
        }
        for (i, frozen) in d.frozen_reports.iter().enumerate() {
            let place = format!("frozen_reports[{i}]");
            self.refers(&place, "report", frozen.report.0, "report");
            match serde_json::from_str::<ReportModel>(frozen.model.get()) {
                Ok(model) if model.report.id == frozen.report => {}
                Ok(_) => self.problem(place.clone(), "model", "is the model of another report"),
                Err(error) => self.problem(place.clone(), "model", error.to_string()),
            }
            if sha256(frozen.model.get()) != frozen.sha256 {
                self.problem(place, "sha256", "does not belong to the model");
            }
        }
    }
}
