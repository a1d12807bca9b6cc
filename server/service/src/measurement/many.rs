//! Many measures measured over one period: what is due, and all of it logged in one act.

mod save;

use std::collections::{BTreeMap, HashMap};

use domain::ctx::Ctx;
use domain::effect_goal::EffectGoal;
use domain::form::MeasurementsForm;
use domain::id::MeasureId;
use domain::measure::{Cadence, Measure, Period, Value};
use domain::measurement::{Measurement, counting};
use domain::policy::{Operation, decide, may};
use domain::register::folded;
use domain::statement::ApprovalState;
use rust_decimal::Decimal;
use store::ConnectionTrait;
use store::repo::effect_goal::effect_goal_list;
use store::repo::measure::measure_list;
use store::repo::measure_ground::{MeasureGround, measure_grounds};
use store::repo::measurement::{MeasurementRecord, measurement_list_latest, measurement_list_of_period};

use crate::error::Result;
use crate::form_flow::{FormState, draft};
use crate::measure::belongs;
use crate::services::Services;
use crate::token::new_token;

pub use save::measurements_save;

/// Most rows on a page: those that are logged leave it, and the next ones come.
const ROWS_MAX: usize = 200;
/// Periods of each length that are offered.
const PERIODS: usize = 6;

/// A row: a measure that is due, or begun, for the period.
#[derive(Clone, Debug)]
pub struct MeasurementRow {
    /// Which row of the form it is, from 0.
    pub row: usize,
    /// The measure.
    pub measure: Measure,
    /// The benefits that it is followed for.
    pub ground: Vec<MeasureGround>,
    /// The latest value before the period, and of which period it is.
    pub before: Option<(Period, Value)>,
    /// What is to be reached by the period's end, or next after it; of goals of the whole.
    pub targets: Vec<Decimal>,
    /// Where it is taken from where nothing else is said.
    pub source: Option<String>,
    /// A draft or a returned measurement of the period stands in the row.
    pub begun: Option<ApprovalState>,
}

/// What the page shows on which many measures are logged.
#[derive(Clone, Debug)]
pub struct MeasurementsView {
    /// The periods to choose from, the latest of each length first.
    pub periods: Vec<Period>,
    /// The one that is chosen; none where the actor has no measure that is measured regularly.
    pub period: Option<Period>,
    /// What the measures were searched for by.
    pub search: String,
    /// The rows to fill in.
    pub rows: Vec<MeasurementRow>,
    /// Measures with parts, which have a form of their own.
    pub split: Vec<Measure>,
    /// Rows that do not fit on the page.
    pub more: usize,
    /// Measures that are sent in or approved for the period already.
    pub done: usize,
    /// Measures of which nobody has said how often they are measured.
    pub without_frequency: usize,
    /// The form, and why it came back.
    pub state: FormState<MeasurementsForm>,
}

/// A measure that is followed, with the benefits that it is followed for.
pub(super) struct Followed {
    pub(super) measure: Measure,
    ground: Vec<MeasureGround>,
    /// The actor may log it.
    pub(super) may_log: bool,
}

/// The measures that have not ended.
pub(super) async fn followed(ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Vec<Followed>> {
    let followed = |measure: &Measure| measure.ended.is_none_or(|ended| ended >= ctx.today());
    let measures: Vec<Measure> = measure_list(ctx, db)
        .await?
        .into_iter()
        .map(|one| one.value)
        .filter(followed)
        .collect();
    let ids: Vec<MeasureId> = measures.iter().map(|one| one.id).collect();
    let mut grounds = measure_grounds(ctx, db, &ids).await?;
    Ok(measures
        .into_iter()
        .map(|measure| {
            let ground = grounds.remove(&measure.id).unwrap_or_default();
            Followed {
                may_log: may(ctx, Operation::EvidenceWrite, Some(&belongs(&ground))),
                ground,
                measure,
            }
        })
        .collect())
}

fn cadence(measure: &Measure) -> Option<Cadence> {
    measure.current()?.frequency
}

/// The latest periods of each length that measures have, the shortest length first.
fn periods(ctx: &Ctx, all: &[Followed]) -> Vec<Period> {
    let has = |one: &Cadence| all.iter().any(|of| cadence(&of.measure) == Some(*one));
    let lengths = Cadence::ALL.into_iter().filter(has);
    lengths
        .flat_map(|length| {
            let first = length.over_before(ctx.today());
            std::iter::successors(first, move |period| length.over_before(period.first)).take(PERIODS)
        })
        .collect()
}

/// The latest period of the length that most measures have.
fn usual(ctx: &Ctx, all: &[Followed]) -> Option<Period> {
    let mut counts: BTreeMap<Cadence, usize> = BTreeMap::new();
    for of in all.iter().filter_map(|of| cadence(&of.measure)) {
        *counts.entry(of).or_default() += 1;
    }
    let (length, _) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    length.over_before(ctx.today())
}

/// What stands in the way of another measurement of the period: all that is there, but what has been corrected.
fn standing(records: &[MeasurementRecord], measure: MeasureId) -> Option<&MeasurementRecord> {
    let corrected = |one: &MeasurementRecord| {
        let id = Some(one.measurement.value.id);
        records
            .iter()
            .any(|other| other.measurement.value.supersedes == id)
    };
    records
        .iter()
        .find(|one| one.measurement.value.measure == measure && !corrected(one))
}

/// What was measured last before a period, by measure.
async fn before(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    measures: &[MeasureId],
    period: Period,
) -> Result<HashMap<MeasureId, Measurement>> {
    let latest = measurement_list_latest(ctx, db, measures, period.first).await?;
    let counted = counting(&latest, ctx.today());
    Ok(counted
        .into_iter()
        .map(|one| (one.measure, one.clone()))
        .collect())
}

/// Where a value is taken from where nothing else is said: from where the one before was, or from where the measure is
/// said to come.
pub(super) fn usual_source(measure: &Measure, before: Option<&Measurement>) -> Option<String> {
    let said = measure.current().and_then(|now| now.source.clone());
    before.map(|one| one.source.clone()).or(said)
}

/// What is to be reached by the end of a period, or else next after it.
fn targets(goals: &[EffectGoal], measure: MeasureId, period: Period) -> Vec<Decimal> {
    let of = goals
        .iter()
        .filter(|goal| goal.measure == measure && goal.split.is_whole());
    let mut targets: Vec<Decimal> = of
        .filter_map(|goal| {
            let version = goal.current()?;
            let next = version.targets.iter().min_by_key(|target| target.day);
            Some(version.target(period.last).or(next)?.value)
        })
        .collect();
    targets.sort();
    targets.dedup();
    targets
}

/// The measures that are due for a period and that the actor may log; or the rows that were typed before. Statements in
/// a fixed number.
pub async fn measurements_form(
    ctx: &Ctx,
    services: &Services,
    period: Option<Period>,
    search: &str,
    draft_key: Option<&str>,
) -> Result<MeasurementsView> {
    decide(ctx, Operation::EvidenceWrite, None)?;
    let typed: Option<FormState<MeasurementsForm>> = draft(ctx, services, draft_key).await?;
    let db = &services.store.snapshot().await?;
    let mut all = followed(ctx, db).await?;
    all.retain(|of| of.may_log);
    let mut periods = periods(ctx, &all);
    let typed_period = typed.as_ref().and_then(|state| Period::parse(&state.form.period));
    let period = typed_period.or(period).or_else(|| usual(ctx, &all));
    let search = typed.as_ref().map_or(search, |state| &state.form.search).trim();
    let without_frequency = all.iter().filter(|of| cadence(&of.measure).is_none()).count();
    let mut view = MeasurementsView {
        period,
        search: search.to_owned(),
        rows: Vec::new(),
        split: Vec::new(),
        more: 0,
        done: 0,
        without_frequency,
        state: FormState {
            form: MeasurementsForm {
                submission: new_token()?,
                search: search.to_owned(),
                ..MeasurementsForm::default()
            },
            outcome: None,
        },
        periods: Vec::new(),
    };
    let Some(period) = period else {
        view.state = typed.unwrap_or(view.state);
        return Ok(view);
    };
    if !periods.contains(&period) {
        periods.push(period);
    }
    view.periods = periods;
    view.state.form.period = period.to_string();
    let wanted = folded(search);
    let is_found = |of: &Followed| {
        let names = of.ground.iter().map(|ground| &ground.benefit_name);
        names
            .chain([&of.measure.name])
            .any(|name| folded(name).contains(&wanted))
    };
    let due: Vec<&Followed> = all
        .iter()
        .filter(|of| cadence(&of.measure).is_some() && cadence(&of.measure) == period.cadence())
        .filter(|of| is_found(of))
        .collect();
    let ids: Vec<MeasureId> = match &typed {
        Some(state) => {
            let typed = state.form.row_measure.iter();
            typed.filter_map(|id| id.parse().ok()).collect()
        }
        None => due.iter().map(|of| of.measure.id).collect(),
    };
    let records = measurement_list_of_period(ctx, db, &ids, period).await?;
    let latest = before(ctx, db, &ids, period).await?;
    let goals: Vec<EffectGoal> = effect_goal_list(ctx, db)
        .await?
        .into_iter()
        .map(|record| record.goal.value)
        .collect();
    let row = |row: usize, of: &Followed, begun: Option<&Measurement>| {
        let before = latest.get(&of.measure.id);
        MeasurementRow {
            row,
            ground: of.ground.clone(),
            before: before.map(|one| (one.period, one.value)),
            targets: targets(&goals, of.measure.id, period),
            source: match begun {
                Some(one) => Some(one.source.clone()),
                None => usual_source(&of.measure, before),
            },
            begun: begun.map(|one| one.state),
            measure: of.measure.clone(),
        }
    };
    if let Some(state) = typed {
        // As it was typed, row by row: also what has been measured meanwhile, which the form then says.
        for (at, id) in state.form.row_measure.iter().enumerate() {
            let of = all.iter().find(|of| of.measure.id.to_string() == *id);
            let Some(of) = of else { continue };
            let begun = standing(&records, of.measure.id).map(|one| &one.measurement.value);
            view.rows.push(row(at, of, begun));
        }
        view.state = state;
        return Ok(view);
    }
    for of in due {
        let found = standing(&records, of.measure.id);
        let now = of.measure.current();
        match found.map(|record| &record.measurement) {
            Some(one) if !one.value.state.is_open() => view.done += 1,
            _ if now.is_some_and(|now| !now.dimensions.is_empty()) => view.split.push(of.measure.clone()),
            _ if view.rows.len() >= ROWS_MAX => view.more += 1,
            found => {
                let begun = found.map(|one| &one.value);
                view.rows.push(row(view.rows.len(), of, begun));
                let draft = found.map(|one| {
                    let measured = &one.value;
                    let comment = measured.comment.as_deref().unwrap_or_default();
                    (measured.id, one.version, measured.value, comment)
                });
                view.state.form.push_row(of.measure.id, draft);
            }
        }
    }
    Ok(view)
}
