//! Grading, from half a year before the cut-off.

use super::*;
use crate::report::Report;

/// Half a year before the cut-off there is something to judge; what has been begun waits always.
#[test]
fn grading_is_work_once_the_cut_off_is_near() {
    let report = |cut_off: &str| -> Report {
        let json = serde_json::json!({
            "id": id(1), "title": "Investeringar", "from_year": 2025, "to_year": 2027,
            "area_set": id(1), "grading_scheme": id(1), "cut_off": cut_off,
        });
        serde_json::from_value(json).expect("a report")
    };
    let begun = Assessment {
        id: crate::id::AssessmentId(id(1)),
        report: ReportId(id(1)),
        subject: AssessmentSubject::Whole,
        level: None,
        components: Default::default(),
        motivation: String::new(),
        group_texts: Vec::new(),
        deviation_reason: None,
        state: AssessmentState::Draft,
    };
    for (cut_off, assessments, expected) in [
        ("2025-09-08", vec![], 1),
        ("2025-09-09", vec![], 0),
        ("2027-12-31", vec![begun], 1),
    ] {
        let mut m = material();
        m.benefits.clear();
        m.report = Some(OpenReport {
            report: report(cut_off),
            areas: Vec::new().into(),
            groups: Vec::new().into(),
            assessments: assessments.into(),
        });
        let assess = kinds(&m).iter().filter(|kind| **kind == WorkKind::Assess).count();
        assert_eq!(assess, expected, "{cut_off}");
    }
}
