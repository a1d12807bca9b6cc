use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::ctx::Ctx;
use domain::effect_goal::EffectGoal;
use domain::effect_goal::share::left_for;
use domain::effect_goal::standing::{GoalStanding, stand};
use domain::id::{MeasureId, MeasurementId};
use domain::measure::{Measure, Split};
use domain::measurement::{Measurement, counting};
use domain::policy::{Belongs, Operation, Refusal, decide, may};
use domain::register::{folded, words};
use domain::statement::ApprovalState;
use rust_decimal::Decimal;
use store::repo::account::account_names;
use store::repo::audit_event::audit_head_load;
use store::repo::effect_goal::{effect_goal_counts, effect_goal_list_of_measure};
use store::repo::measure::{measure_list_named, measure_names};
use store::repo::measure_ground::MeasureGround;
use store::repo::measurement::{MeasurementRecord, measurement_list_of_measure};
use store::{ChainHead, ConnectionTrait};

use super::Found;
use crate::error::Result;
use crate::memo::Source;
use crate::services::Services;

/// A goal that uses a measure.
#[derive(Clone, Debug)]
pub struct GoalUse {
    /// The goal.
    pub goal: EffectGoal,
    /// Where it stands today.
    pub standing: GoalStanding,
    /// The benefit and its initiative; none for a target level of the agency.
    pub ground: Option<MeasureGround>,
}

/// A measurement with what can be done with it.
#[derive(Clone, Debug)]
pub struct MeasurementItem {
    /// The measurement.
    pub measurement: Measurement,
    /// Its version.
    pub version: i32,
    /// The note that it was returned with.
    pub review_note: Option<String>,
    /// Who wrote the latest of it; none for imports.
    pub written_by: Option<String>,
    /// Who reviewed it last, and when.
    pub reviewed: Option<(String, DateTime<Utc>)>,
    /// An approved correction has taken its place.
    pub corrected: bool,
    /// It may be changed by the actor.
    pub may_edit: bool,
    /// The actor has sent it in and may take it back.
    pub may_withdraw: bool,
    /// It is approved, and the actor may correct it.
    pub may_correct: bool,
    /// It waits for approval, and the actor may give it; or why not.
    pub review: Option<std::result::Result<(), Refusal>>,
}

/// What a measure's page shows.
#[derive(Clone, Debug)]
pub struct MeasureView {
    /// The measure.
    pub measure: Measure,
    /// The goals that use it, those of benefits first.
    pub goals: Vec<GoalUse>,
    /// What is left of each part that a goal claims, in percent.
    pub unclaimed: Vec<(Split, Decimal)>,
    /// What was measured, the latest period first.
    pub measurements: Vec<MeasurementItem>,
    /// The measure may be changed by the actor.
    pub may_write: bool,
    /// The actor may log a measurement.
    pub may_log: bool,
}

/// A measure with the goals that use it and what was measured.
pub async fn measure_view(ctx: &Ctx, services: &Services, id: MeasureId) -> Result<MeasureView> {
    decide(ctx, Operation::PortfolioRead, None)?;
    let db = &services.store.snapshot().await?;
    let found = Found::load(ctx, db, id).await?;
    let belongs = found.belongs();
    let measure = found.measure.value;
    let records = measurement_list_of_measure(ctx, db, id).await?;
    let goals: Vec<EffectGoal> = effect_goal_list_of_measure(ctx, db, id)
        .await?
        .into_iter()
        .map(|record| record.goal.value)
        .collect();
    let all: Vec<Measurement> = records.iter().map(|one| one.measurement.value.clone()).collect();
    let counted = counting(&all, ctx.today());
    let grounds: HashMap<_, MeasureGround> = found.ground.into_iter().map(|one| (one.benefit, one)).collect();
    let splits: BTreeSet<Split> = goals.iter().map(|goal| goal.split.clone()).collect();
    let unclaimed = splits
        .into_iter()
        .map(|split| {
            let left = left_for(None, &split, &goals);
            (split, left)
        })
        .collect();
    let mut uses: Vec<GoalUse> = goals
        .iter()
        .map(|goal| GoalUse {
            standing: stand(goal, &measure, &counted, ctx.today()),
            ground: goal.benefit.and_then(|benefit| grounds.get(&benefit).cloned()),
            goal: goal.clone(),
        })
        .collect();
    uses.sort_by_key(|one| {
        (
            one.ground.is_none(),
            one.ground.as_ref().map(|ground| folded(&ground.benefit_name)),
        )
    });
    let people: BTreeSet<_> = records
        .iter()
        .flat_map(|one| [one.measurement.edited_by, one.reviewed_by])
        .flatten()
        .collect();
    let names = account_names(ctx, db, &people).await?;
    let corrected: BTreeSet<MeasurementId> = all
        .iter()
        .filter(|one| one.state == ApprovalState::Approved)
        .filter_map(|one| one.supersedes)
        .collect();
    let replaced: BTreeSet<MeasurementId> = all.iter().filter_map(|one| one.supersedes).collect();
    let mut measurements: Vec<MeasurementItem> = records
        .into_iter()
        .map(|record| {
            let id = record.measurement.value.id;
            let marks = (corrected.contains(&id), replaced.contains(&id));
            item(ctx, record, &belongs, marks, |account| {
                names.get(&account).cloned()
            })
        })
        .collect();
    measurements.sort_by_key(|one| {
        let period = one.measurement.period;
        (
            std::cmp::Reverse(period.last),
            period.first,
            std::cmp::Reverse(one.measurement.id),
        )
    });
    Ok(MeasureView {
        goals: uses,
        unclaimed,
        measurements,
        may_write: may(ctx, Operation::PortfolioWrite, Some(&belongs)),
        may_log: may(ctx, Operation::EvidenceWrite, Some(&belongs)),
        measure,
    })
}

/// What the actor may do with a measurement: what the service that does it will answer.
fn item(
    ctx: &Ctx,
    record: MeasurementRecord,
    belongs: &Belongs,
    (corrected, replaced): (bool, bool),
    name: impl Fn(domain::id::AccountId) -> Option<String>,
) -> MeasurementItem {
    let measurement = record.measurement.value;
    let edited_by = record.measurement.edited_by;
    let may_log = may(ctx, Operation::EvidenceWrite, Some(belongs));
    let submitted = measurement.state == ApprovalState::Submitted;
    let review = submitted.then(|| {
        let belongs = Belongs {
            editors: record.editors.clone(),
            ..belongs.clone()
        };
        decide(ctx, Operation::EvidenceApprove, Some(&belongs))
    });
    MeasurementItem {
        version: record.measurement.version,
        review_note: record.review_note,
        written_by: edited_by.and_then(&name),
        reviewed: record.reviewed_by.and_then(&name).zip(record.reviewed_at),
        corrected,
        may_edit: may_log && measurement.state.is_open(),
        may_withdraw: may_log && submitted && edited_by.is_some() && edited_by == ctx.account_id(),
        may_correct: may_log && measurement.state == ApprovalState::Approved && !replaced,
        // Those who have no such right at all are not told of it.
        review: review.filter(|answer| matches!(answer, Ok(()) | Err(Refusal::OwnWork))),
        measurement,
    }
}

/// A measure in a list.
#[derive(Clone, Debug)]
pub struct MeasureItem {
    /// The measure.
    pub measure: Measure,
    /// How many goals of benefits use it.
    pub goals: i64,
}

/// The measures of the agency, a page of them.
#[derive(Clone, Debug)]
pub struct MeasureListView {
    /// Those of the page whose texts hold what was searched for, by name.
    pub measures: Vec<MeasureItem>,
    /// How many hold it.
    pub found: usize,
    /// How many there are.
    pub all: usize,
    /// What was searched for.
    pub search: String,
    /// Which page it is, from 1.
    pub page: usize,
    /// How many pages there are.
    pub pages: usize,
    /// The actor may add one.
    pub may_add: bool,
}

/// Measures of a page.
const ON_A_PAGE: usize = 50;

/// The measures whose texts hold what was searched for, all where nothing was: a page of them, the last one where there
/// are not so many.
pub async fn measure_list(
    ctx: &Ctx,
    services: &Services,
    search: &str,
    page: usize,
) -> Result<MeasureListView> {
    decide(ctx, Operation::PortfolioRead, None)?;
    let db = &services.store.snapshot().await?;
    let wanted = words(search);
    let head = audit_head_load(ctx, db).await?;
    let all = named(ctx, services, db, &head, &[]).await?.len();
    let found = named(ctx, services, db, &head, &wanted).await?;
    let pages = found.len().div_ceil(ON_A_PAGE).max(1);
    let page = page.clamp(1, pages);
    let of_page = found.chunks(ON_A_PAGE).nth(page - 1).unwrap_or_default();
    let uses = effect_goal_counts(ctx, db, of_page).await?;
    let measures = measure_list_named(ctx, db, of_page).await?.into_iter();
    Ok(MeasureListView {
        measures: measures
            .map(|versioned| versioned.value)
            .map(|measure| MeasureItem {
                goals: uses.get(&measure.id).copied().unwrap_or(0),
                measure,
            })
            .collect(),
        found: found.len(),
        all,
        search: search.trim().to_owned(),
        page,
        pages,
        may_add: may(ctx, Operation::PortfolioWrite, None),
    })
}

/// Measures whose texts hold these words, by name. Names are sorted here and not by the databases, all of them: once for as long as
/// nothing happens.
async fn named(
    ctx: &Ctx,
    services: &Services,
    db: &impl ConnectionTrait,
    head: &ChainHead,
    wanted: &[String],
) -> Result<Arc<Vec<MeasureId>>> {
    let source = Source::Event(head.clone());
    let find = async { Ok(measure_names(ctx, db, wanted).await?) };
    services.memo.measures.of(wanted.to_vec(), source, find).await
}
