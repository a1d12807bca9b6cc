//! Effect goals and their versions as rows.

use domain::effect_goal::{Baseline, EffectGoal, GoalVersion, Target};
use domain::id::{AccountId, BenefitId};
use domain::measure::Split;
use uuid::Uuid;

use super::{EffectGoalRecord, GoalReview, Review, TABLE, VERSION};
use crate::entity::{effect_goal, effect_goal_target, effect_goal_version};
use crate::error::Result;
use crate::repo::codec::{Row, WhenColumns, micro};
use crate::repo::rows::Stamp;

pub(super) fn row(goal: &EffectGoal, stamp: Stamp) -> Result<effect_goal::Model> {
    let place = Row::of(TABLE, goal.id.0);
    Ok(effect_goal::Model {
        id: goal.id.0,
        benefit_id: goal.benefit.map(|id| id.0),
        measure_id: goal.measure.0,
        ordinal: goal.ordinal,
        sex: goal.split.sex.map(|sex| sex.code().to_owned()),
        channel: goal.split.channel.clone(),
        component: goal.split.component.clone(),
        claim_micro: place.micro_of("claim_micro", goal.claim)?,
        window_cadence: goal.window.map(|window| window.code().to_owned()),
        version: stamp.version,
        edited_by: stamp.edited_by,
    })
}

pub(super) fn version_row(
    place: Row,
    goal_id: Uuid,
    version: &GoalVersion,
    review: Review,
) -> Result<effect_goal_version::Model> {
    let baseline = version.baseline.as_ref();
    let value = baseline.map(|one| place.digits_of("baseline_mantissa", one.value));
    let (baseline_mantissa, baseline_scale) = value.transpose()?.unzip();
    let when = WhenColumns::from(baseline.and_then(|one| one.when));
    Ok(effect_goal_version::Model {
        goal_id,
        number: version.number,
        definition: version.definition,
        baseline_mantissa,
        baseline_scale,
        baseline_when_text: when.text,
        baseline_when_precision: when.precision,
        baseline_when_first: when.first,
        baseline_when_last: when.last,
        baseline_source: baseline.and_then(|one| one.source.clone()),
        method: version.method.clone(),
        reason: version.reason.clone(),
        state: version.state.code().to_owned(),
        edited_by: review.edited_by,
        review_note: review.note,
        reviewed_by: review.reviewed_by,
        reviewed_at: review.reviewed_at,
    })
}

pub(super) fn read_version(
    row: effect_goal_version::Model,
    targets: &[effect_goal_target::Model],
    editors: Vec<AccountId>,
) -> Result<(GoalVersion, Review)> {
    let place = Row::of(VERSION, row.goal_id);
    let when = place.optional_when(
        row.baseline_when_text.as_deref(),
        row.baseline_when_precision.as_deref(),
    )?;
    let baseline = row
        .baseline_mantissa
        .zip(row.baseline_scale)
        .map(|(mantissa, scale)| -> Result<Baseline> {
            Ok(Baseline {
                value: place.decimal(mantissa, scale)?,
                when,
                source: row.baseline_source,
            })
        })
        .transpose()?;
    let targets = targets
        .iter()
        .filter(|target| target.number == row.number)
        .map(|target| {
            Ok(Target {
                day: target.day,
                value: place.decimal(target.value_mantissa, target.value_scale)?,
            })
        })
        .collect::<Result<_>>()?;
    let version = GoalVersion {
        number: row.number,
        definition: row.definition,
        baseline,
        targets,
        method: row.method,
        reason: row.reason,
        state: place.code(&row.state)?,
    };
    let review = Review {
        edited_by: row.edited_by,
        editors,
        note: row.review_note,
        reviewed_by: row.reviewed_by,
        reviewed_at: row.reviewed_at,
    };
    Ok((version, review))
}

pub(super) fn read(
    row: effect_goal::Model,
    versions: Vec<(GoalVersion, Review)>,
) -> Result<EffectGoalRecord> {
    let place = Row::of(TABLE, row.id);
    let stamp = Stamp {
        version: row.version,
        edited_by: row.edited_by,
    };
    let reviews = versions
        .iter()
        .map(|(version, review)| {
            Ok(GoalReview {
                number: version.number,
                edited_by: review.edited_by.map(AccountId),
                editors: review.editors.clone(),
                note: review.note.clone(),
                reviewed_by: review.reviewed_by.map(AccountId),
                reviewed_at: review.reviewed_at.map(|at| place.moment(at)).transpose()?,
            })
        })
        .collect::<Result<_>>()?;
    let goal = EffectGoal {
        id: row.id.into(),
        benefit: row.benefit_id.map(BenefitId),
        measure: row.measure_id.into(),
        ordinal: row.ordinal,
        split: Split {
            sex: place.optional_code(row.sex.as_deref())?,
            channel: row.channel,
            component: row.component,
        },
        claim: micro(row.claim_micro),
        window: place.optional_code(row.window_cadence.as_deref())?,
        versions: versions.into_iter().map(|(version, _)| version).collect(),
    };
    Ok(EffectGoalRecord {
        goal: stamp.on(goal),
        reviews,
    })
}
