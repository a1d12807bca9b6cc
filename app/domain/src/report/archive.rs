//! What goes along when a decided report is archived: the measurements that it rests on, and what each of them can be
//! checked against.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};

use crate::effect_goal::standing::GoalOutcome;
use crate::id::{BenefitId, MeasureId};
use crate::measurement::{Measurement, counting};
use crate::report_model::{BenefitSection, ReportModel};

/// So many bytes the files of a package have together at most. A ZIP file without the extension for large ones holds no
/// more than four gigabytes, and older programs know nothing of the extension.
pub const PACKAGE_MAX: u64 = 4_000_000_000;

fn benefits(model: &ReportModel) -> impl Iterator<Item = &BenefitSection> {
    model.areas.iter().flat_map(|area| {
        let of_deliveries = area.deliveries.iter().flat_map(|of| &of.benefits);
        of_deliveries.chain(&area.without_delivery)
    })
}

/// The benefits of a report.
pub fn benefits_of(model: &ReportModel) -> BTreeSet<BenefitId> {
    benefits(model).map(|section| section.benefit.id).collect()
}

/// The measures that its approved effect goals follow, with their names.
pub fn measure_names_of(model: &ReportModel) -> BTreeMap<MeasureId, String> {
    benefits(model)
        .flat_map(|section| &section.goals)
        .filter(|goal| goal.outcome != GoalOutcome::Unapproved)
        .map(|goal| (goal.measure, goal.name.clone()))
        .collect()
}

/// Of these measurements those that a report rests on: that counted as of its cut-off when it was decided. `reviewed` is
/// when each was approved; none where it was imported. What was approved or corrected since the decision is left out, so
/// that the answer stays the same for ever.
pub fn resting<'a>(
    measurements: impl IntoIterator<Item = (&'a Measurement, Option<DateTime<Utc>>)>,
    cut_off: NaiveDate,
    decided: DateTime<Utc>,
) -> Vec<&'a Measurement> {
    let then: Vec<&Measurement> = measurements
        .into_iter()
        .filter(|(_, reviewed)| reviewed.is_none_or(|at| at <= decided))
        .map(|(measurement, _)| measurement)
        .collect();
    counting(then, cut_off)
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use uuid::Uuid;

    use super::*;
    use crate::effect_goal::EffectGoal;
    use crate::effect_goal::tests::{goal, version};
    use crate::id::{EffectGoalId, MeasurementId};
    use crate::measurement::tests::measured;
    use crate::report_model::compile;
    use crate::report_model::tests::material;
    use crate::statement::ApprovalState;
    use crate::testing::{all, id};

    #[test]
    fn a_report_rests_on_its_benefits_and_on_the_measures_of_their_approved_goals() {
        let mut material = material();
        let followed = goal(vec![version(1, None, &[("2025-12-31", 5)])]);
        let mut proposed = version(1, None, &[("2025-12-31", 5)]);
        proposed.state = ApprovalState::Submitted;
        let waits = EffectGoal {
            id: EffectGoalId(id(2)),
            benefit: Some(BenefitId(id(2))),
            measure: MeasureId(id(2)),
            ..goal(vec![proposed])
        };
        material.measured.goals = vec![followed, waits].into();
        let definition = json!({ "number": 1, "definition": "Väntan", "direction": "lower" });
        material.measured.measures = all(vec![
            json!({ "id": id(1), "name": "Väntetid", "definitions": [definition] }),
            json!({ "id": id(2), "name": "Klagomål", "definitions": [definition] }),
        ]);
        let model = compile(material);
        assert_eq!(
            benefits_of(&model),
            [1, 2, 3].map(|number| BenefitId(id(number))).into(),
            "of deliveries, and of areas without"
        );
        let named = [(MeasureId(id(1)), "Väntetid".to_owned())];
        assert_eq!(measure_names_of(&model), named.into());
    }

    #[test]
    fn what_came_after_the_decision_is_left_out() {
        let moment = |text: &str| -> DateTime<Utc> { text.parse().expect("a moment") };
        let decided = moment("2026-02-18T09:00:00Z");
        let before = Some(moment("2026-01-10T09:00:00Z"));
        let after = Some(moment("2026-02-18T09:00:01Z"));
        let mut corrected = measured(3, "2025-Q4", 16);
        corrected.supersedes = Some(MeasurementId(Uuid::from_u128(2)));
        let all = [
            (measured(1, "2025-Q3", 20), before),
            (measured(2, "2025-Q4", 15), None),
            (corrected, after),
            (measured(4, "2025-Q2", 9), after),
            (measured(5, "2026-Q1", 9), before),
        ];
        let all: Vec<_> = all.iter().map(|(one, at)| (one, *at)).collect();
        let cut_off = "2025-12-31".parse().expect("a day");
        let ids = |decided: DateTime<Utc>| -> Vec<u128> {
            let resting = resting(all.iter().copied(), cut_off, decided);
            resting.iter().map(|one| one.id.0.as_u128()).collect()
        };
        assert_eq!(ids(decided), [1, 2]);
        assert_eq!(ids(moment("2026-03-01T00:00:00Z")), [4, 1, 3]);
    }
}
