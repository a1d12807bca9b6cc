use chrono::NaiveDate;
use domain::calculation::{Alternative, Build, Calculation, HourlyCost, Line, YearAmount};
use domain::ctx::Ctx;
use domain::factor::{Factor, FactorKind, FactorValue};
use domain::form::{FieldErrors, Form, LineBuildForm, Problem};
use domain::id::{AlternativeId, CalculationId, CalculationLineId, FactorId};
use domain::policy::{Operation, decide};
use domain::statement::ApprovalState;
use store::AuditRecord;
use store::repo::calculation::calculation_update;
use store::repo::factor::factor_library;

use super::Found;
use crate::error::{Result, ServiceError};
use crate::form_flow::{
    Answer, Begun, FormState, Outcome, Sending, draft_or, invalid, one_more_row, was_first,
};
use crate::options::InitiativeName;
use crate::services::Services;

/// An hourly cost to build of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CostOption {
    /// The factor.
    pub id: FactorId,
    /// What it is called.
    pub name: String,
    /// What an hour costs today.
    pub value: FactorValue,
}

/// How a line that was built stands today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineBuilt {
    /// The line.
    pub line: CalculationLineId,
    /// Years in which somebody has typed other amounts since.
    pub by_hand: Vec<i32>,
    /// The hourly cost that holds today, where it is another than what it was built of.
    pub newer: Option<FactorValue>,
}

/// What the page that builds a line shows.
#[derive(Clone, Debug)]
pub struct LineBuildView {
    /// The initiative.
    pub initiative: InitiativeName,
    /// The calculation.
    pub calculation: Calculation,
    /// The alternative that the line is in.
    pub alternative: AlternativeId,
    /// The line.
    pub line: Line,
    /// How it stands, where it was built before.
    pub built: Option<LineBuilt>,
    /// Hourly costs to choose from, as they are today.
    pub costs: Vec<CostOption>,
    /// The fields, and why they came back.
    pub state: FormState<LineBuildForm>,
    /// What it comes to, where that was asked for.
    pub counted: Option<(Build, Vec<YearAmount>)>,
}

/// How the lines of an alternative that were built stand on a day.
pub(super) fn lines_built(alternative: &Alternative, library: &[Factor], day: NaiveDate) -> Vec<LineBuilt> {
    let built = |line: &Line| line_built(line, library, day);
    alternative.lines.iter().filter_map(built).collect()
}

fn line_built(line: &Line, library: &[Factor], day: NaiveDate) -> Option<LineBuilt> {
    let build = line.build.as_ref()?;
    Some(LineBuilt {
        line: line.id,
        by_hand: build.changed_by_hand(&line.amounts),
        newer: build.newer_cost(library, day).cloned(),
    })
}

/// A line with the alternative that it is in; only what carries money is built.
fn find(calculation: &Calculation, id: CalculationLineId) -> Result<(&Alternative, &Line)> {
    let all = calculation.alternatives.iter();
    let mut lines = all.flat_map(|one| one.lines.iter().map(move |line| (one, line)));
    lines
        .find(|(_, line)| line.id == id && line.class.is_monetary())
        .ok_or(ServiceError::NotFound)
}

/// What is typed with what an hour costs today, and what it comes to; or all that is wrong.
fn build(
    form: &LineBuildForm,
    calculation: &Calculation,
    line: &Line,
    library: &[Factor],
    day: NaiveDate,
) -> std::result::Result<(Build, Vec<YearAmount>), FieldErrors> {
    let new = form.parse(calculation, line)?;
    let factor = library
        .iter()
        .find(|factor| factor.id == new.factor && factor.kind == FactorKind::HourlyCost);
    let cost = factor.and_then(|factor| Some(HourlyCost::of(factor, factor.in_force(day)?)));
    let Some(cost) = cost else {
        let mut errors = FieldErrors::default();
        let given = form.factor.trim().to_owned();
        errors.push("factor", Problem::Gone { given });
        return Err(errors);
    };
    let build = new.at(cost);
    let amounts = build.amounts().map_err(|error| form.fault(error))?;
    Ok((build, amounts))
}

/// The page that builds a line's amounts, for those who may write the calculation while it is open.
pub async fn line_build_form(
    ctx: &Ctx,
    services: &Services,
    id: CalculationId,
    line: CalculationLineId,
    draft_key: Option<&str>,
) -> Result<LineBuildView> {
    decide(ctx, Operation::CalculationWrite, None)?;
    let db = &services.store.snapshot().await?;
    let found = Found::writable(ctx, db, id).await?;
    let calculation = found.value();
    if !calculation.state.is_open() {
        return Err(ServiceError::State(
            "only a draft or a returned calculation can be changed",
        ));
    }
    let (alternative, line) = find(calculation, line)?;
    let library = factor_library(ctx, db).await?;
    let today = ctx.today();
    let costs: Vec<CostOption> = library
        .iter()
        .filter(|factor| factor.kind == FactorKind::HourlyCost)
        .filter_map(|factor| {
            Some(CostOption {
                id: factor.id,
                name: factor.name.clone(),
                value: factor.in_force(today)?.clone(),
            })
        })
        .collect();
    let begin = || {
        let mut form = LineBuildForm::of(calculation, line, found.version());
        // Where there is one to choose, nobody has to.
        if let ("", [only]) = (form.factor.as_str(), &costs[..]) {
            form.factor = only.id.to_string();
        }
        form
    };
    let state = draft_or(ctx, services, draft_key, || Ok(begin())).await?;
    let counted = match state.outcome {
        Some(Outcome::Row) => build(&state.form, calculation, line, &library, today).ok(),
        _ => None,
    };
    let initiative = &found.bundle.initiative.value;
    Ok(LineBuildView {
        initiative: InitiativeName {
            id: initiative.id,
            name: initiative.name.clone(),
        },
        alternative: alternative.id,
        built: line_built(line, &library, today),
        line: line.clone(),
        calculation: calculation.clone(),
        costs,
        state,
        counted,
    })
}

/// Shows what is typed comes to, or puts that into the line's amounts and keeps what they were built of; or forgets what a
/// line was built of, and leaves its amounts.
pub async fn line_build_save(ctx: &Ctx, services: &Services, form: LineBuildForm) -> Result<Answer> {
    decide(ctx, Operation::CalculationWrite, None)?;
    let (Some(id), Some(line_id)) = (form.calculation(), form.line()) else {
        return Err(ServiceError::NotFound);
    };
    let today = ctx.today();
    if form.action == "count" {
        let db = services.store.reader();
        let found = Found::writable(ctx, db, id).await?;
        let (_, line) = find(found.value(), line_id)?;
        let library = factor_library(ctx, db).await?;
        return match build(&form, found.value(), line, &library, today) {
            Ok(_) => one_more_row(ctx, services, &form).await,
            Err(errors) => invalid(ctx, services, &form, errors).await,
        };
    }
    let sending = match Sending::begin(ctx, services, &form).await? {
        Begun::New(sending) => sending,
        Begun::Before(answer) => return Ok(answer),
    };
    let found = Found::writable(ctx, &*sending, id).await?;
    let before = found.value();
    let (alternative, line) = find(before, line_id)?;
    let theirs = || LineBuildForm::of(before, line, found.version());
    if !before.state.is_open() || form.version() != found.version() {
        return sending.stale(theirs()).await;
    }
    let clears = form.action == "clear";
    let written = if clears {
        Line {
            build: None,
            ..line.clone()
        }
    } else {
        let library = factor_library(ctx, &*sending).await?;
        let (build, _) = match build(&form, before, line, &library, today) {
            Ok(built) => built,
            Err(errors) => return sending.invalid(errors).await,
        };
        let amounts = match build.put_into(&line.amounts, line.build.as_ref()) {
            Ok(amounts) => amounts,
            Err(error) => return sending.invalid(form.fault(error)).await,
        };
        Line {
            build: Some(build),
            amounts,
            ..line.clone()
        }
    };
    let after = with_line(before, &written);
    if !was_first(calculation_update(ctx, &*sending, &after, form.version()).await)? {
        return sending.stale(theirs()).await;
    }
    let record = AuditRecord::new("calculation.build", "calculation", id)
        .before(before)?
        .after(&after)?;
    let notice = if clears { "bygge-borta" } else { "byggd" };
    let goto = format!("/kalkyler/{id}?alternativ={}&klart={notice}", alternative.id);
    sending.done(record, goto).await
}

/// The same with a line in the place of the one with its identity, as a draft.
fn with_line(before: &Calculation, line: &Line) -> Calculation {
    let mut after = Calculation {
        state: ApprovalState::Draft,
        ..before.clone()
    };
    let all = after.alternatives.iter_mut().flat_map(|one| &mut one.lines);
    for one in all.filter(|one| one.id == line.id) {
        one.clone_from(line);
    }
    after
}
