//! What waits for approval, and several measurements approved in one act.

use std::collections::{BTreeSet, HashMap};

use domain::ctx::Ctx;
use domain::form::BulkApprovalForm;
use domain::id::{AccountId, MeasureId, MeasurementId};
use domain::measure::{Measure, Period, Value};
use domain::measurement::{Measurement, counting};
use domain::policy::{Belongs, Operation, Refusal, decide};
use domain::register::encoded_query;
use domain::statement::ApprovalState;
use store::repo::account::account_names;
use store::repo::measure::measure_list_named;
use store::repo::measure_ground::{MeasureGround, measure_grounds};
use store::repo::measurement::{
    MeasurementRecord, measurement_list_latest, measurement_list_named, measurement_list_of_state,
    measurement_review_many,
};
use store::{AuditRecord, Trail};

use crate::bulk_approval::PICKED_MAX;
use crate::error::{Result, ServiceError};
use crate::form_flow::{Answer, Begun, Sending};
use crate::measure::belongs;
use crate::services::Services;
use crate::token::new_token;

/// A measurement that the actor may approve.
#[derive(Clone, Debug)]
pub struct WaitingMeasurement {
    /// The measure.
    pub measure: Measure,
    /// The benefits that it is followed for.
    pub ground: Vec<MeasureGround>,
    /// The measurement.
    pub measurement: Measurement,
    /// Its version.
    pub version: i32,
    /// Who wrote the latest of it; none for imports.
    pub written_by: Option<String>,
    /// The latest that was approved of the measure, and of which period it is.
    pub before: Option<(Period, Value)>,
}

/// What waits for the actor's approval.
#[derive(Clone, Debug)]
pub struct MeasurementsReviewView {
    /// What the actor may approve, by measure and period; no more than one act takes.
    pub waiting: Vec<WaitingMeasurement>,
    /// How many do not fit.
    pub more: usize,
    /// How many the actor has written, which wait for somebody else.
    pub own: usize,
    /// Names the next sending.
    pub submission: String,
}

/// What became of the measurements that were ticked. It stands in the address that the act leads to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MeasurementsOutcome {
    /// How many were approved.
    pub approved: usize,
    /// Somebody else has changed or reviewed so many meanwhile.
    pub changed: usize,
    /// The actor has written so many.
    pub own: usize,
    /// So many are outside the scope of the actor's role.
    pub refused: usize,
}

impl MeasurementsOutcome {
    /// Reads it from an address; `None` where the address tells of no such act.
    pub fn parse(field: impl Fn(&str) -> Option<String>) -> Option<Self> {
        let approved = field("godkanda")?.parse().ok()?;
        let count = |name| field(name).and_then(|count| count.parse().ok()).unwrap_or(0);
        Some(Self {
            approved,
            changed: count("andrade"),
            own: count("egna"),
            refused: count("nekade"),
        })
    }

    fn place(self) -> String {
        self.at("/matningar/granska")
    }

    /// A page with this outcome.
    pub(crate) fn at(self, page: &str) -> String {
        let counts = [
            ("andrade", self.changed),
            ("egna", self.own),
            ("nekade", self.refused),
        ];
        let mut pairs = vec![("godkanda", self.approved.to_string())];
        let told = counts.into_iter().filter(|(_, count)| *count > 0);
        pairs.extend(told.map(|(name, count)| (name, count.to_string())));
        let pairs = pairs.iter().map(|(name, value)| (*name, value.as_str()));
        format!("{page}?{}", encoded_query(pairs))
    }
}

fn review_answer(
    ctx: &Ctx,
    record: &MeasurementRecord,
    grounds: &HashMap<MeasureId, Vec<MeasureGround>>,
) -> std::result::Result<(), Refusal> {
    let ground = grounds.get(&record.measurement.value.measure);
    let belongs = Belongs {
        editors: record.editors.clone(),
        ..belongs(ground.map_or(&[], Vec::as_slice))
    };
    decide(ctx, Operation::EvidenceApprove, Some(&belongs))
}

fn measures_of(records: &[MeasurementRecord]) -> Vec<MeasureId> {
    let ids: BTreeSet<MeasureId> = records.iter().map(|one| one.measurement.value.measure).collect();
    ids.into_iter().collect()
}

/// The measurements that wait for the actor's approval. Statements in a fixed number.
pub async fn measurements_review(ctx: &Ctx, services: &Services) -> Result<MeasurementsReviewView> {
    decide(ctx, Operation::EvidenceApprove, None)?;
    let db = &services.store.snapshot().await?;
    let records = measurement_list_of_state(ctx, db, ApprovalState::Submitted).await?;
    let grounds = measure_grounds(ctx, db, &measures_of(&records)).await?;
    let (mut mine, mut own) = (Vec::new(), 0);
    for record in records {
        match review_answer(ctx, &record, &grounds) {
            Ok(()) => mine.push(record),
            Err(Refusal::OwnWork) => own += 1,
            Err(_) => {}
        }
    }
    let ids = measures_of(&mine);
    let measures = measure_list_named(ctx, db, &ids).await?.into_iter();
    let measures: HashMap<MeasureId, Measure> = measures.map(|one| (one.value.id, one.value)).collect();
    let people: BTreeSet<AccountId> = mine.iter().filter_map(|one| one.measurement.edited_by).collect();
    let names = account_names(ctx, db, &people).await?;
    let latest = measurement_list_latest(ctx, db, &ids, ctx.today()).await?;
    let latest: HashMap<MeasureId, (Period, Value)> = counting(&latest, ctx.today())
        .into_iter()
        .map(|one| (one.measure, (one.period, one.value)))
        .collect();
    let mut waiting: Vec<WaitingMeasurement> = mine
        .into_iter()
        .filter_map(|record| {
            let of = record.measurement.value.measure;
            Some(WaitingMeasurement {
                measure: measures.get(&of)?.clone(),
                ground: grounds.get(&of).cloned().unwrap_or_default(),
                version: record.measurement.version,
                written_by: record
                    .measurement
                    .edited_by
                    .and_then(|id| names.get(&id).cloned()),
                before: latest.get(&of).copied(),
                measurement: record.measurement.value,
            })
        })
        .collect();
    waiting.sort_by(|one, other| {
        let key = |of: &WaitingMeasurement| (of.measure.name.to_lowercase(), of.measurement.period);
        key(one).cmp(&key(other))
    });
    let more = waiting.len().saturating_sub(PICKED_MAX);
    waiting.truncate(PICKED_MAX);
    Ok(MeasurementsReviewView {
        waiting,
        more,
        own,
        submission: new_token()?,
    })
}

/// Approves the ticked measurements, in one transaction: each that still is as it was read and that the actor may
/// approve, with a trace of its own. The rest is left as it is and counted in the answer.
pub async fn measurement_approve_many(
    ctx: &Ctx,
    services: &Services,
    form: BulkApprovalForm,
) -> Result<Answer> {
    decide(ctx, Operation::EvidenceApprove, None)?;
    let picked = form.parse::<MeasurementId>();
    if picked.len() > PICKED_MAX {
        return Err(ServiceError::State("more measurements than a page has"));
    }
    let mut outcome = MeasurementsOutcome::default();
    if picked.is_empty() {
        return Ok(Answer::Done(outcome.place()));
    }
    let sending = match Sending::begin(ctx, services, &form).await? {
        Begun::New(sending) => sending,
        Begun::Before(answer) => return Ok(answer),
    };
    let ids: Vec<MeasurementId> = picked.iter().map(|one| one.id).collect();
    let records = measurement_list_named(ctx, &*sending, &ids).await?;
    let grounds = measure_grounds(ctx, &*sending, &measures_of(&records)).await?;
    let (mut approved, mut trail) = (Vec::new(), Trail::default());
    for one in picked {
        let record = records
            .iter()
            .find(|record| record.measurement.value.id == one.id);
        let Some(record) = record else {
            outcome.changed += 1;
            continue;
        };
        let state = record.measurement.value.state;
        let waits = state == ApprovalState::Submitted && record.measurement.version == one.version;
        match review_answer(ctx, record, &grounds) {
            Err(Refusal::OwnWork) => outcome.own += 1,
            Err(_) => outcome.refused += 1,
            Ok(()) if !waits => outcome.changed += 1,
            Ok(()) => {
                approved.push((one.id, one.version));
                let record = AuditRecord::new("measurement.approve", "measurement", one.id)
                    .before(&state)?
                    .after(&ApprovalState::Approved)?;
                trail.push(record);
            }
        }
    }
    outcome.approved = approved.len();
    if approved.is_empty() {
        return Ok(Answer::Done(outcome.place()));
    }
    measurement_review_many(ctx, &*sending, &approved, ApprovalState::Approved, None).await?;
    sending.done_all(trail, outcome.place()).await
}
