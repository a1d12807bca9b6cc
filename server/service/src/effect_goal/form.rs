use domain::ctx::Ctx;
use domain::effect_goal::share::left_for;
use domain::effect_goal::{EffectGoal, GoalVersion, is_locked};
use domain::form::{EffectGoalForm, FieldErrors, Form, NewEffectGoal, Problem, row_field, typed_number};
use domain::id::{BenefitId, EffectGoalId, MeasureId};
use domain::measure::{Measure, Split};
use domain::policy::{Operation, decide};
use domain::statement::ApprovalState;
use rust_decimal::Decimal;
use store::repo::effect_goal::{
    EffectGoalRecord, effect_goal_insert, effect_goal_list_of_initiative, effect_goal_list_of_measure,
    effect_goal_update,
};
use store::repo::measure::{measure_list, measure_load};
use store::{AuditRecord, ConnectionTrait};

use super::{OfBenefit, goal_of_benefit};
use crate::error::{Result, ServiceError};
use crate::form_flow::{Answer, Begun, FormState, Sending, draft_or, invalid, one_more_row, was_first};
use crate::id::new_id;
use crate::options::InitiativeName;
use crate::services::Services;

/// A measure to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureOption {
    /// Which.
    pub id: MeasureId,
    /// Name, with its unit.
    pub name: String,
}

/// What the form of an effect goal shows.
#[derive(Clone, Debug)]
pub struct EffectGoalFormView {
    /// The initiative.
    pub initiative: InitiativeName,
    /// The benefit's name.
    pub benefit: String,
    /// Measures to choose from: those that are followed, and the one that is chosen.
    pub measures: Vec<MeasureOption>,
    /// The measure that is chosen.
    pub measure: Option<Measure>,
    /// What is left of the measure for this goal, in percent.
    pub left: Option<Decimal>,
    /// The initiative is decided: what is sent waits for somebody else's approval, and says why.
    pub locked: bool,
    /// What holds now, where something else is proposed.
    pub current: Option<GoalVersion>,
    /// Why the latest proposal was returned, where it was.
    pub review_note: Option<String>,
    /// The fields, and why they came back.
    pub state: FormState<EffectGoalForm>,
    /// An existing goal is changed.
    pub existing: bool,
}

/// The form of an effect goal: of one that exists, or of a benefit's next.
pub async fn effect_goal_form(
    ctx: &Ctx,
    services: &Services,
    benefit: Option<BenefitId>,
    id: Option<EffectGoalId>,
    measure: Option<MeasureId>,
    draft_key: Option<&str>,
) -> Result<EffectGoalFormView> {
    decide(ctx, Operation::PortfolioWrite, None)?;
    let db = services.store.reader();
    let (record, of) = match (id, benefit) {
        (Some(id), _) => {
            let (record, of) = goal_of_benefit(ctx, db, id).await?;
            (Some(record), of)
        }
        (None, Some(benefit)) => (None, OfBenefit::load(ctx, db, benefit).await?),
        (None, None) => return Err(ServiceError::NotFound),
    };
    decide(ctx, Operation::PortfolioWrite, Some(&of.belongs()?))?;
    let stored = match &record {
        Some(record) => EffectGoalForm::of(&record.goal.value, record.goal.version),
        None => EffectGoalForm {
            benefit: of.benefit.id.to_string(),
            measure: measure.map(|id| id.to_string()).unwrap_or_default(),
            ..EffectGoalForm::default()
        },
    };
    let state = draft_or(ctx, services, draft_key, || Ok(stored)).await?;
    let chosen: Option<MeasureId> = state.form.measure.parse().ok();
    let all = measure_list(ctx, db).await?;
    let measure = all
        .iter()
        .map(|one| &one.value)
        .find(|one| Some(one.id) == chosen);
    let measure = measure.cloned();
    let left = match chosen {
        Some(id) => {
            let split = Split::from_key(&state.form.split).unwrap_or_default();
            let goals = goals_on(ctx, db, id).await?;
            Some(left_for(
                record.as_ref().map(|one| one.goal.value.id),
                &split,
                &goals,
            ))
        }
        None => None,
    };
    let review_note = record.as_ref().and_then(|record| {
        let proposed = record.goal.value.proposed()?.number;
        let review = record.reviews.iter().find(|one| one.number == proposed);
        review?.note.clone()
    });
    let today = ctx.today();
    Ok(EffectGoalFormView {
        initiative: InitiativeName {
            id: of.bundle.initiative.value.id,
            name: of.bundle.initiative.value.name.clone(),
        },
        benefit: of
            .benefit
            .title
            .clone()
            .unwrap_or_else(|| of.benefit.description.clone()),
        measures: all
            .iter()
            .map(|one| &one.value)
            .filter(|one| one.ended.is_none_or(|last| today <= last) || Some(one.id) == chosen)
            .map(|one| MeasureOption {
                id: one.id,
                name: named(one),
            })
            .collect(),
        measure,
        left,
        locked: is_locked(of.bundle.initiative.value.status.value),
        current: record.as_ref().and_then(|one| one.goal.value.current().cloned()),
        review_note,
        existing: !state.form.id.is_empty(),
        state,
    })
}

fn named(measure: &Measure) -> String {
    match measure.unit() {
        "" => measure.name.clone(),
        unit => format!("{} ({unit})", measure.name),
    }
}

async fn goals_on(ctx: &Ctx, db: &impl ConnectionTrait, measure: MeasureId) -> Result<Vec<EffectGoal>> {
    let records = effect_goal_list_of_measure(ctx, db, measure).await?;
    Ok(records.into_iter().map(|record| record.goal.value).collect())
}

/// Sets an effect goal, or changes one. Before the initiative is decided it holds at once; after that it is a version
/// of its own with a reason, and waits for somebody else.
pub async fn effect_goal_save(ctx: &Ctx, services: &Services, form: EffectGoalForm) -> Result<Answer> {
    decide(ctx, Operation::PortfolioWrite, None)?;
    if let Some(more) = form.clone().with_row() {
        return one_more_row(ctx, services, &more).await;
    }
    let new = match form.parse() {
        Ok(new) => new,
        Err(errors) => return invalid(ctx, services, &form, errors).await,
    };
    let sending = match Sending::begin(ctx, services, &form).await? {
        Begun::New(sending) => sending,
        Begun::Before(answer) => return Ok(answer),
    };
    let (record, of) = if form.id().is_empty() {
        (None, OfBenefit::load(ctx, &*sending, new.benefit).await?)
    } else {
        let id: EffectGoalId = form.id().parse().map_err(|_| ServiceError::NotFound)?;
        let (record, of) = goal_of_benefit(ctx, &*sending, id).await?;
        (Some(record), of)
    };
    decide(ctx, Operation::PortfolioWrite, Some(&of.belongs()?))?;
    let locked = is_locked(of.bundle.initiative.value.status.value);
    let before = record.as_ref().map(|record| &record.goal.value);
    let measure = measure_load(ctx, &*sending, new.measure).await?;
    let Some(measure) = measure.map(|found| found.value) else {
        let mut errors = FieldErrors::default();
        let given = form.measure.clone();
        errors.push("measure", Problem::Gone { given });
        return sending.invalid(errors).await;
    };
    let errors = unfitting(
        &new,
        &measure,
        before,
        locked,
        &goals_on(ctx, &*sending, measure.id).await?,
    );
    if !errors.is_empty() {
        return sending.invalid(errors).await;
    }
    let definition = measure.current().map_or(1, |now| now.number);
    let state = if locked {
        ApprovalState::Submitted
    } else {
        ApprovalState::Approved
    };
    let notice = if locked {
        "effektmal-inskickat"
    } else {
        "effektmal"
    };
    let Some(record) = record else {
        let of_initiative = effect_goal_list_of_initiative(ctx, &*sending, of.benefit.initiative).await?;
        let ordinals = of_initiative.iter().map(|one| one.goal.value.ordinal);
        let goal = EffectGoal {
            id: new_id(ctx),
            benefit: Some(of.benefit.id),
            measure: measure.id,
            ordinal: ordinals.max().map_or(1, |last| last.saturating_add(1)),
            split: new.split.clone(),
            claim: new.claim,
            window: new.window,
            versions: vec![new.version(1, definition, state)],
        };
        effect_goal_insert(ctx, &*sending, &goal).await?;
        let record = AuditRecord::new("effect_goal.add", "effect_goal", goal.id).after(&goal)?;
        return sending.done(record, of.place(notice)).await;
    };
    change(
        ctx,
        sending,
        &form,
        &record,
        new,
        (definition, state),
        &of.place(notice),
    )
    .await
}

async fn change(
    ctx: &Ctx,
    sending: Sending<'_, EffectGoalForm>,
    form: &EffectGoalForm,
    record: &EffectGoalRecord,
    new: NewEffectGoal,
    (definition, state): (i32, ApprovalState),
    goto: &str,
) -> Result<Answer> {
    let before = &record.goal.value;
    let mut versions = before.versions.clone();
    let last = versions.last().map_or(1, |one| one.number);
    // What nobody has approved is written over, and so is everything before the decision.
    let over = state == ApprovalState::Approved || before.proposed().is_some();
    let number = if over {
        versions.pop();
        last
    } else {
        last.saturating_add(1)
    };
    versions.push(new.version(number, definition, state));
    let after = EffectGoal {
        // Once the initiative is decided it is locked, and the form refuses another.
        measure: new.measure,
        split: new.split,
        claim: new.claim,
        window: new.window,
        versions,
        ..before.clone()
    };
    if !was_first(effect_goal_update(ctx, &*sending, &after, form.version()).await)? {
        let theirs = EffectGoalForm::of(before, record.goal.version);
        return sending.stale(theirs).await;
    }
    let action = if state == ApprovalState::Submitted {
        "effect_goal.propose"
    } else {
        "effect_goal.change"
    };
    let audit = AuditRecord::new(action, "effect_goal", before.id)
        .before(before)?
        .after(&after)?;
    sending.done(audit, goto.to_owned()).await
}

/// What does not fit the measure, what others claim of it, or what is locked.
fn unfitting(
    new: &NewEffectGoal,
    measure: &Measure,
    before: Option<&EffectGoal>,
    locked: bool,
    goals: &[EffectGoal],
) -> FieldErrors {
    let mut errors = FieldErrors::default();
    let given = |text: String| Problem::UnknownChoice { given: text };
    let now = measure.current();
    if !now.is_some_and(|now| new.split.is_among(&now.dimensions)) {
        errors.push("split", given(new.split.key()));
    }
    let left = left_for(before.map(|goal| goal.id), &new.split, goals);
    if new.claim > left {
        let (min, max) = ("0".to_owned(), typed_number(left.max(Decimal::ZERO)));
        let given = typed_number(new.claim);
        errors.push("claim", Problem::OutOfRange { given, min, max });
    }
    if let Some(before) = before.filter(|_| locked) {
        // Another measure, part or window would be another goal under an old name.
        for (field, same) in [
            ("measure", before.measure == new.measure),
            ("split", before.split == new.split),
            ("window", before.window == new.window),
        ] {
            if !same {
                errors.push(field, Problem::Locked);
            }
        }
    }
    if locked && new.reason.is_none() {
        errors.push("reason", Problem::Required);
    }
    let version = new.version(1, 1, ApprovalState::Draft);
    let direction = now.map(|now| now.direction).unwrap_or_default();
    for wrong in version.refused(direction) {
        let row = new.targets.iter().position(|target| target == wrong).unwrap_or(0);
        let given = typed_number(wrong.value);
        errors.push(
            &row_field("target_value", row),
            Problem::AgainstDirection { given },
        );
    }
    errors
}
