use std::collections::BTreeSet;

use domain::calculation::{Alternative, Calculation, Line, readiness};
use domain::ctx::Ctx;
use domain::form::{CalculationLinesForm, FieldErrors, Form, NewLine, NewLines, Problem};
use domain::policy::{Operation, decide};
use domain::statement::ApprovalState;
use store::AuditRecord;
use store::repo::calculation::calculation_update;

use super::{Found, has_benefit};
use crate::error::{Result, ServiceError};
use crate::form_flow::{Answer, Begun, Sending, invalid, one_more_row, was_first};
use crate::id::new_id;
use crate::services::Services;

/// Keeps the lines of an alternative, and sends the calculation for approval where that is asked for and nothing is
/// lacking: what is written is kept either way.
pub async fn calculation_lines_save(
    ctx: &Ctx,
    services: &Services,
    form: CalculationLinesForm,
) -> Result<Answer> {
    decide(ctx, Operation::CalculationWrite, None)?;
    let form = form.settled();
    if let Some(pressed) = form.clone().pressed() {
        return one_more_row(ctx, services, &pressed).await;
    }
    let new = match form.parse() {
        Ok(new) => new,
        Err(errors) => return invalid(ctx, services, &form, errors).await,
    };
    let sending = match Sending::begin(ctx, services, &form).await? {
        Begun::New(sending) => sending,
        Begun::Before(answer) => return Ok(answer),
    };
    let found = Found::writable(ctx, &*sending, new.calculation).await?;
    let before = found.value();
    let theirs = |alternative: &Alternative| CalculationLinesForm::of(before, alternative, found.version());
    let Some(old) = before.alternative(new.alternative) else {
        // The alternative was taken away meanwhile: what is written is shown beside what there is.
        return match before.preferred() {
            Some(other) => sending.stale(theirs(other)).await,
            None => Err(ServiceError::NotFound),
        };
    };
    if !before.state.is_open() {
        return sending.stale(theirs(old)).await;
    }
    let errors = missing(&found, old, &new);
    if !errors.is_empty() {
        return sending.invalid(errors).await;
    }
    let (submit, build) = (new.submit, place_of(&new));
    let mut after = written(ctx, before, old, new);
    let building = build.and_then(|place| after.alternative(old.id)?.lines.get(place));
    let building = building.map(|line| format!("/kalkyler/{}/rader/{}/bygg", after.id, line.id));
    if let Some(goto) = &building
        && is_same(before, &after)
    {
        // Nothing was written: there is nothing to keep before one goes on.
        return Ok(Answer::Done(goto.clone()));
    }
    let ready = readiness::lacking(&after).is_empty();
    let sent = submit && ready;
    if sent {
        after.state = ApprovalState::Submitted;
    }
    if !was_first(calculation_update(ctx, &*sending, &after, form.version()).await)? {
        return sending.stale(theirs(old)).await;
    }
    let (action, notice) = match (submit, ready) {
        (true, true) => ("calculation.submit", "inskickad"),
        (true, false) => ("calculation.write", "saknas"),
        (false, _) => ("calculation.write", "sparad"),
    };
    let record = AuditRecord::new(action, "calculation", after.id)
        .before(before)?
        .after(&after)?;
    let id = after.id;
    let goto = if let Some(building) = building {
        building
    } else if old.id == after.preferred {
        format!("/kalkyler/{id}?klart={notice}")
    } else {
        format!("/kalkyler/{id}?alternativ={}&klart={notice}", old.id)
    };
    sending.done(record, goto).await
}

/// What was chosen and is not there, and years that the other alternatives do not fit in.
fn missing(found: &Found, old: &Alternative, new: &NewLines) -> FieldErrors {
    let mut errors = FieldErrors::default();
    for line in &new.lines {
        if let Some(id) = line.benefit.filter(|id| !has_benefit(&found.bundle, *id)) {
            let field = format!("line_benefit-{}", line.row);
            errors.push(
                &field,
                Problem::Gone {
                    given: id.to_string(),
                },
            );
        }
    }
    let horizon = i32::try_from(new.horizon_years).unwrap_or(i32::MAX);
    let last = new.base_year.saturating_add(horizon).saturating_sub(1);
    let others = found
        .value()
        .alternatives
        .iter()
        .filter(|other| other.id != old.id);
    let amounts = others
        .flat_map(|other| &other.lines)
        .flat_map(|line| &line.amounts);
    let outside = amounts
        .map(|amount| amount.year)
        .find(|year| !(new.base_year..=last).contains(year));
    if let Some(year) = outside {
        let given = year.to_string();
        errors.push("year", Problem::AmountsOutside { given });
    }
    errors
}

/// The place among the lines that are kept of the one that is to be built.
fn place_of(new: &NewLines) -> Option<usize> {
    let row = new.build?;
    new.lines.iter().position(|line| line.row == row)
}

/// Nothing but that it is a draft again would be changed.
fn is_same(before: &Calculation, after: &Calculation) -> bool {
    Calculation {
        state: before.state,
        ..after.clone()
    } == *before
}

fn written(ctx: &Ctx, before: &Calculation, old: &Alternative, new: NewLines) -> Calculation {
    let known: BTreeSet<_> = old.lines.iter().map(|line| line.id).collect();
    let mut seen = BTreeSet::new();
    let mut line = |new: NewLine| Line {
        // An identity is kept once, and only where the line is this alternative's.
        id: new
            .id
            .filter(|id| known.contains(id) && seen.insert(*id))
            .unwrap_or_else(|| new_id(ctx)),
        name: new.name,
        class: new.class,
        benefit: new.benefit,
        note: new.note,
        build: None,
        amounts: new.amounts,
    };
    let mut lines: Vec<Line> = new.lines.into_iter().map(&mut line).collect();
    // What a line was built of stays with it, whatever is typed in its amounts: the page shows where they differ.
    for line in lines.iter_mut().filter(|line| line.class.is_monetary()) {
        let before = old.lines.iter().find(|before| before.id == line.id);
        line.build = before.and_then(|before| before.build.clone());
    }
    let alternatives = before.alternatives.iter().map(|one| Alternative {
        lines: if one.id == old.id {
            lines.clone()
        } else {
            one.lines.clone()
        },
        ..one.clone()
    });
    Calculation {
        base_year: new.base_year,
        horizon_years: new.horizon_years,
        alternatives: alternatives.collect(),
        state: ApprovalState::Draft,
        ..before.clone()
    }
}
