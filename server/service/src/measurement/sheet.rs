//! Measurements from a file: read, tried, looked at, and taken in.

use std::collections::{HashMap, HashSet};

use domain::ctx::Ctx;
use domain::form::{FieldErrors, MeasurementSheetForm, Problem};
use domain::id::MeasureId;
use domain::measure::{Measure, Period};
use domain::measurement::{Measurement, counting};
use domain::measurement_sheet::{LineProblem, LineRead, SheetColumn, SheetFileFault, SheetLine, SheetTrial};
use domain::policy::{Operation, decide};
use domain::register::folded;
use store::repo::measurement::{
    MeasurementRecord, measurement_insert_many, measurement_list_latest, measurement_list_within,
};
use store::{AuditRecord, ConnectionTrait, Trail};

use super::form::built;
use super::many::{Followed, followed, usual_source};
use crate::error::{Result, ServiceError};
use crate::form_flow::{Answer, Begun, FormState, Sending, draft, keep};
use crate::id::new_id;
use crate::services::Services;
use crate::token::new_token;

/// What the page of a file of measurements shows.
#[derive(Clone, Debug)]
pub struct MeasurementSheetView {
    /// What was read and what it would do; none before a file is sent.
    pub state: Option<FormState<MeasurementSheetForm>>,
}

/// Tries a file and keeps it with what it would do, or why it could not be read. Gives the key that it is kept under;
/// nothing of it is taken in.
pub async fn measurement_sheet_try(
    ctx: &Ctx,
    services: &Services,
    file: &str,
    read: std::result::Result<Vec<SheetLine>, SheetFileFault>,
) -> Result<String> {
    decide(ctx, Operation::EvidenceWrite, None)?;
    let mut form = MeasurementSheetForm {
        submission: new_token()?,
        file: file.to_owned(),
        ..MeasurementSheetForm::default()
    };
    match read {
        Err(fault) => form.fault = Some(fault),
        Ok(lines) => {
            let db = &services.store.snapshot().await?;
            (form.trial, _) = tried(ctx, db, &lines, false).await?;
            form.lines = lines;
        }
    }
    keep(ctx, services, &form).await
}

/// What was read under the key, where it is still kept.
pub async fn measurement_sheet_view(
    ctx: &Ctx,
    services: &Services,
    key: Option<&str>,
) -> Result<MeasurementSheetView> {
    decide(ctx, Operation::EvidenceWrite, None)?;
    Ok(MeasurementSheetView {
        state: draft(ctx, services, key).await?,
    })
}

/// Takes in what was read under the key, as drafts or sent in for approval: all of it, or nothing.
pub async fn measurement_sheet_take(
    ctx: &Ctx,
    services: &Services,
    key: &str,
    submit: bool,
) -> Result<Answer> {
    decide(ctx, Operation::EvidenceWrite, None)?;
    let state: Option<FormState<MeasurementSheetForm>> = draft(ctx, services, Some(key)).await?;
    let mut form = state.ok_or(ServiceError::NotFound)?.form;
    let sending = match Sending::begin(ctx, services, &form).await? {
        Begun::New(sending) => sending,
        Begun::Before(answer) => return Ok(answer),
    };
    let (trial, measurements) = tried(ctx, &*sending, &form.lines, submit).await?;
    if !trial.may_be_taken() {
        drop(sending);
        form.trial = trial;
        return Ok(Answer::Again(keep(ctx, services, &form).await?));
    }
    let (action, notice) = if submit {
        ("measurement.submit", "fil-inskickade")
    } else {
        ("measurement.draft", "fil-utkast")
    };
    let mut trail = Trail::default();
    for one in &measurements {
        let record = AuditRecord::new(action, "measurement", one.id).after(one)?;
        trail.push(record.note(&form.file));
    }
    measurement_insert_many(ctx, &*sending, &measurements).await?;
    let place = format!("/matningar?klart={notice}&antal={}", measurements.len());
    sending.done_all(trail, place).await
}

/// The measure that a cell names, by its identity or its name; or why none.
fn named<'a>(given: &str, all: &'a [Followed]) -> std::result::Result<&'a Followed, Problem> {
    let owned = || given.to_owned();
    if given.is_empty() {
        return Err(Problem::Required);
    }
    let id: Option<MeasureId> = given.parse().ok();
    let wanted = folded(given);
    let fits = |of: &&Followed| match id {
        Some(id) => of.measure.id == id,
        None => folded(&of.measure.name) == wanted,
    };
    let fitting: Vec<&Followed> = all.iter().filter(fits).collect();
    let mut mine = fitting.iter().filter(|of| of.may_log);
    match (mine.next(), mine.next()) {
        (Some(one), None) => Ok(one),
        (Some(_), Some(_)) => Err(Problem::Ambiguous { given: owned() }),
        (None, _) if fitting.is_empty() => Err(Problem::UnknownChoice { given: owned() }),
        (None, _) => Err(Problem::NotYours),
    }
}

/// What of each measure there is, and what was measured last.
struct There {
    records: Vec<MeasurementRecord>,
    latest: HashMap<MeasureId, Measurement>,
}

impl There {
    async fn load(ctx: &Ctx, db: &impl ConnectionTrait, lines: &[(&SheetLine, &Measure)]) -> Result<Self> {
        let ids: HashSet<MeasureId> = lines.iter().map(|(_, measure)| measure.id).collect();
        let ids: Vec<MeasureId> = ids.into_iter().collect();
        let periods = lines
            .iter()
            .filter_map(|(line, _)| Period::parse(line.cell(SheetColumn::Period)));
        let around = periods.reduce(|one, other| Period {
            first: one.first.min(other.first),
            last: one.last.max(other.last),
        });
        let records = match around {
            Some(around) => measurement_list_within(ctx, db, &ids, around).await?,
            None => Vec::new(),
        };
        let latest = measurement_list_latest(ctx, db, &ids, ctx.today()).await?;
        let counted = counting(&latest, ctx.today());
        Ok(Self {
            records,
            latest: counted
                .into_iter()
                .map(|one| (one.measure, one.clone()))
                .collect(),
        })
    }

    /// The period is measured, or begun, and nothing has corrected that.
    fn has(&self, measure: MeasureId, period: Period) -> bool {
        let all = || self.records.iter().map(|record| &record.measurement.value);
        let corrected = |one: &Measurement| all().any(|other| other.supersedes == Some(one.id));
        all().any(|one| one.measure == measure && one.period == period && !corrected(one))
    }
}

/// What the lines would do, and the measurements that they are. Statements in a fixed number.
async fn tried(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    lines: &[SheetLine],
    submit: bool,
) -> Result<(SheetTrial, Vec<Measurement>)> {
    let all = followed(ctx, db).await?;
    let mut trial = SheetTrial::default();
    let mut known = Vec::new();
    for line in lines {
        match named(line.cell(SheetColumn::Measure), &all) {
            Ok(of) => known.push((line, &of.measure)),
            Err(problem) => trial.problems.push(told(line, SheetColumn::Measure, problem)),
        }
    }
    let there = There::load(ctx, db, &known).await?;
    let (mut measurements, mut seen) = (Vec::new(), HashSet::new());
    for (line, measure) in known {
        let source = usual_source(measure, there.latest.get(&measure.id));
        let typed = line.typed(measure.id, source.as_deref());
        let parsed = typed.parse(ctx.today());
        let both = !line.cell(SheetColumn::Numerator).is_empty() && !line.cell(SheetColumn::Value).is_empty();
        let mut errors = match &parsed {
            Ok(_) => FieldErrors::default(),
            Err(errors) => errors.clone(),
        };
        if both {
            let given = line.cell(SheetColumn::Numerator).to_owned();
            errors.push("value", Problem::Taken { given });
        }
        let new = parsed.ok().filter(|_| !both);
        if let (Some(new), Some(now)) = (&new, measure.current()) {
            errors.0.extend(typed.misfits(new, now).0);
        }
        if let Some(new) = &new
            && !seen.insert((measure.id, new.period))
        {
            let given = new.period.to_string();
            errors.push("period", Problem::Taken { given });
        }
        for error in &errors.0 {
            let column = line.column(&error.field);
            trial.problems.push(told(line, column, error.problem.clone()));
        }
        let Some(mut new) = new.filter(|_| errors.is_empty()) else {
            continue;
        };
        let now = measure.current();
        let read = LineRead {
            row: line.row,
            measure: measure.name.clone(),
            period: new.period,
            value: new.value,
            per: now.map_or(100, |now| now.per),
            unit: measure.unit().to_owned(),
        };
        if there.has(measure.id, new.period) {
            trial.there.push(read);
        } else {
            trial.added.push(read);
            new.submit = submit;
            measurements.push(built(new_id(ctx), measure, new));
        }
    }
    trial
        .problems
        .sort_by_key(|problem| (problem.row, problem.column));
    Ok((trial, measurements))
}

fn told(line: &SheetLine, column: SheetColumn, problem: Problem) -> LineProblem {
    LineProblem {
        row: line.row,
        column,
        problem,
        given: line.cell(column).to_owned(),
    }
}
