use std::collections::{HashMap, HashSet};

use domain::ctx::Ctx;
use domain::form::{
    FieldErrors, MeasurementsForm, NewMeasurementRow, NewMeasurements, Problem, misfit, row_field,
};
use domain::id::MeasureId;
use domain::measure::Measure;
use domain::measurement::Measurement;
use domain::policy::{Operation, decide};
use domain::register::encoded_query;
use domain::statement::ApprovalState;
use store::repo::measure::measure_list_named;
use store::repo::measure_ground::{MeasureGround, measure_grounds};
use store::repo::measurement::{
    MeasurementRecord, measurement_insert_many, measurement_list_of_period, measurement_update,
};
use store::{AuditRecord, ConnectionTrait, Trail, Versioned};

use super::{before, standing, usual_source};
use crate::error::{Result, ServiceError};
use crate::form_flow::{Answer, Begun, Sending, invalid, was_first};
use crate::id::new_id;
use crate::measure::belongs;
use crate::services::Services;

/// More rows than any page has.
const SENT_MAX: usize = 500;

/// What the rows of a form are held against.
struct Known {
    measures: HashMap<MeasureId, Measure>,
    grounds: HashMap<MeasureId, Vec<MeasureGround>>,
    /// What there is of the period already.
    records: Vec<MeasurementRecord>,
    /// What was measured last before it.
    before: HashMap<MeasureId, Measurement>,
}

impl Known {
    async fn load(ctx: &Ctx, db: &impl ConnectionTrait, new: &NewMeasurements) -> Result<Self> {
        let ids: Vec<MeasureId> = new.rows.iter().map(|row| row.measure).collect();
        let measures = measure_list_named(ctx, db, &ids).await?.into_iter();
        Ok(Self {
            measures: measures.map(|one| (one.value.id, one.value)).collect(),
            grounds: measure_grounds(ctx, db, &ids).await?,
            records: measurement_list_of_period(ctx, db, &ids, new.period).await?,
            before: before(ctx, db, &ids, new.period).await?,
        })
    }

    /// The draft that a row changes; or that it is wrong to add one.
    fn draft(
        &self,
        row: &NewMeasurementRow,
    ) -> std::result::Result<Option<&Versioned<Measurement>>, Problem> {
        let standing = standing(&self.records, row.measure).map(|record| &record.measurement);
        let given = || {
            let period = standing.map(|one| one.value.period.to_string());
            period.unwrap_or_default()
        };
        match (row.draft, standing) {
            (None, None) => Ok(None),
            (None, Some(_)) => Err(Problem::Taken { given: given() }),
            (Some((id, version)), Some(one))
                if one.value.id == id && one.version == version && one.value.state.is_open() =>
            {
                Ok(Some(one))
            }
            // Somebody else has changed it, or sent it in.
            (Some(_), _) => Err(Problem::Gone { given: given() }),
        }
    }
}

/// A measurement of a row, and the draft that it takes the place of.
struct Built<'a> {
    before: Option<&'a Versioned<Measurement>>,
    after: Measurement,
}

fn built<'a>(
    ctx: &Ctx,
    new: &NewMeasurements,
    row: &NewMeasurementRow,
    known: &'a Known,
) -> std::result::Result<Built<'a>, (String, Problem)> {
    let at = row_field("value", row.row);
    let ground = known.grounds.get(&row.measure).map_or(&[][..], Vec::as_slice);
    let measure = known.measures.get(&row.measure);
    let measure = measure.filter(|_| decide(ctx, Operation::EvidenceWrite, Some(&belongs(ground))).is_ok());
    let now = measure.and_then(|measure| Some((measure, measure.current()?)));
    let (measure, now) = now.ok_or_else(|| (at.clone(), Problem::NotYours))?;
    let before = known.draft(row).map_err(|problem| (at, problem))?;
    if let Some(problem) = misfit(now, row.value) {
        return Err((row_field("denominator", row.row), problem));
    }
    let usual = match before {
        Some(draft) => Some(draft.value.source.clone()),
        None => usual_source(measure, known.before.get(&measure.id)),
    };
    let source = new.source.clone().or(usual);
    let source = source.ok_or_else(|| ("source".to_owned(), Problem::Required))?;
    let mut after = match before {
        Some(draft) => draft.value.clone(),
        None => Measurement {
            id: new_id(ctx),
            measure: measure.id,
            definition: now.number,
            period: new.period,
            preliminary: false,
            value: row.value,
            splits: Vec::new(),
            source: String::new(),
            comment: None,
            proofs: Vec::new(),
            state: ApprovalState::Draft,
            imported: false,
            supersedes: None,
        },
    };
    after.definition = now.number;
    after.value = row.value;
    // A draft that was begun by an earlier definition keeps what there is a place for in this one.
    after
        .splits
        .retain(|part| part.split.is_among(&now.dimensions) && now.takes(part.value));
    after.source = source;
    after.comment = row.comment.clone();
    after.imported = false;
    if let Some(proof) = new.proof.clone().filter(|proof| !after.proofs.contains(proof)) {
        after.proofs.push(proof);
    }
    if new.submit {
        after.state = ApprovalState::Submitted;
    }
    Ok(Built { before, after })
}

/// Logs what many measures came to in one period, in one transaction with a trace for each: all of it, or nothing where
/// a row is wrong. Then everything that was typed comes back.
pub async fn measurements_save(ctx: &Ctx, services: &Services, form: MeasurementsForm) -> Result<Answer> {
    decide(ctx, Operation::EvidenceWrite, None)?;
    if form.row_measure.len() > SENT_MAX {
        return Err(ServiceError::State("more rows than a page has"));
    }
    let new = match form.parse(ctx.today()) {
        Ok(new) => new,
        Err(errors) => return invalid(ctx, services, &form, errors).await,
    };
    let sending = match Sending::begin(ctx, services, &form).await? {
        Begun::New(sending) => sending,
        Begun::Before(answer) => return Ok(answer),
    };
    let known = Known::load(ctx, &*sending, &new).await?;
    let (mut all, mut errors, mut seen) = (Vec::new(), FieldErrors::default(), HashSet::new());
    for row in &new.rows {
        match built(ctx, &new, row, &known) {
            Ok(_) if !seen.insert(row.measure) => {
                let given = new.period.to_string();
                errors.push(&row_field("value", row.row), Problem::Taken { given });
            }
            Ok(built) => all.push(built),
            // What is lacking for all is told once.
            Err((field, problem)) if errors.of(&field).is_none() => errors.push(&field, problem),
            Err(_) => {}
        }
    }
    if !errors.is_empty() {
        return sending.invalid(errors).await;
    }
    // A draft that says what it said is left alone.
    all.retain(|one| one.before.is_none_or(|before| before.value != one.after));
    let period = new.period.to_string();
    let place = |notice: &str| {
        let count = all.len().to_string();
        let pairs = [
            ("period", period.as_str()),
            ("sok", form.search.trim()),
            ("klart", notice),
            ("antal", &count),
        ];
        let told = pairs.into_iter().filter(|(_, value)| !value.is_empty());
        format!("/matningar?{}", encoded_query(told))
    };
    let goto = place(if new.submit { "inskickade" } else { "utkast" });
    if all.is_empty() {
        return Ok(Answer::Done(place("oandrat")));
    }
    let mut trail = Trail::default();
    let mut added = Vec::new();
    for Built { before, after } in &all {
        let action = match (new.submit, before) {
            (true, _) => "measurement.submit",
            (false, None) => "measurement.draft",
            (false, Some(_)) => "measurement.change",
        };
        let mut record = AuditRecord::new(action, "measurement", after.id);
        if let Some(before) = before {
            record = record.before(&before.value)?;
            if !was_first(measurement_update(ctx, &*sending, after, before.version).await)? {
                return Err(ServiceError::State(
                    "a draft has changed in the transaction that read it",
                ));
            }
        } else {
            added.push(after.clone());
        }
        trail.push(record.after(after)?);
    }
    measurement_insert_many(ctx, &*sending, &added).await?;
    sending.done_all(trail, goto).await
}
