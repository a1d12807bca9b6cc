//! What the database holds, as far as a file is checked against it.

use store::repo::exchange::Everything;
use uuid::Uuid;

use crate::exchange::Known;
use crate::exchange::nouns::nouns;
use crate::exchange::realised::superseding;

pub(super) fn known(stored: &Everything) -> Known {
    let mut known = Known::default();
    macro_rules! note {
        ($($list:ident: $kind:literal),+ $(,)?) => {$(
            known.ids.extend(stored.$list.iter().map(|entity| (Uuid::from(entity.value.id.0), $kind)));
        )+};
    }
    nouns!(note);
    let comments = stored.report_comments.iter();
    known
        .ids
        .extend(comments.map(|one| (one.comment.id.0, "comment")));
    let frozen = stored.frozen_reports.iter();
    known.frozen = frozen.map(|one| (one.report, one.sha256.clone())).collect();
    let corrections = stored.report_corrections.iter().map(|one| &one.value);
    known.corrections = corrections.map(|one| (one.id, one.clone())).collect();
    for calculation in &stored.calculations {
        let calculation = &calculation.value;
        known
            .calculation_numbers
            .insert((calculation.initiative, calculation.number), calculation.id);
        for alternative in &calculation.alternatives {
            known.ids.insert(alternative.id.0, "alternative");
            let lines = alternative.lines.iter();
            known
                .ids
                .extend(lines.map(|line| (line.id.0, "calculation line")));
        }
    }
    for factor in &stored.factors {
        let values = factor.value.values.iter();
        known.ids.extend(values.map(|value| (value.id.0, "factor value")));
    }
    for plan in &stored.realisation_plans {
        let activities = plan.value.activities.iter();
        known.ids.extend(activities.map(|one| (one.id.0, "activity")));
        known.plans.insert(plan.value.benefit, plan.value.id);
    }
    let freed = stored.freed_times.iter().map(|one| &one.value);
    known.freed = freed.map(|one| (one.id, one.clone())).collect();
    let values = stored.sek_values.iter().map(|one| &one.value);
    known.values = values.map(|one| (one.id, one.clone())).collect();
    known.supersedes = superseding(
        stored.statements.iter().map(|one| &one.value),
        stored.measurements.iter().map(|one| &one.value),
    );
    for round in &stored.follow_up_rounds {
        let requests = round.value.requests.iter();
        known
            .ids
            .extend(requests.map(|request| (request.id.0, "question")));
    }
    let measures = stored.measures.iter().map(|one| &one.value);
    known.measures = measures.map(|one| (one.id, one.clone())).collect();
    let goals = stored.effect_goals.iter().map(|one| &one.value);
    known.goals = goals.map(|one| (one.id, one.clone())).collect();
    let measurements = stored.measurements.iter().map(|one| &one.value);
    known.measurements = measurements.map(|one| (one.id, one.clone())).collect();
    let statements = stored.statements.iter().map(|one| &one.value);
    known.statements = statements
        .map(|one| (one.id.0, (one.state, one.supersedes.map(|id| id.0))))
        .collect();
    known.files = stored.files.iter().cloned().collect();
    let areas = stored.areas.iter().map(|area| &area.value);
    known.area_numbers = areas
        .map(|area| ((area.area_set, area.number.clone()), area.id))
        .collect();
    let groups = stored.benefit_groups.iter().map(|group| &group.value);
    known.group_codes = groups.map(|group| (group.code.clone(), group.id)).collect();
    known
}
