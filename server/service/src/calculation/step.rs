use domain::calculation::{Alternative, Calculation, Line, promise, readiness};
use domain::ctx::Ctx;
use domain::id::{CalculationId, InitiativeId};
use domain::policy::{Operation, decide};
use domain::statement::ApprovalState;
use serde_json::json;
use store::repo::calculation::{
    calculation_insert, calculation_list_of_initiative, calculation_move, calculation_promise,
};
use store::{AuditRecord, ConnectionTrait, Trail};

use super::Found;
use crate::error::{Result, ServiceError};
use crate::id::new_id;
use crate::kept_note::NOT_FIRST;
use crate::services::Services;

/// A step of a calculation on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalculationStep {
    /// Sent for approval as it is.
    Submit,
    /// Taken back by whoever may write it, before anybody has judged it.
    Withdraw,
    /// Approved by somebody who has not edited it.
    Approve,
    /// Sent back, with a note.
    Return,
}

impl CalculationStep {
    /// The code used in forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Submit => "submit",
            Self::Withdraw => "withdraw",
            Self::Approve => "approve",
            Self::Return => "return",
        }
    }

    /// The step with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Submit, Self::Withdraw, Self::Approve, Self::Return]
            .into_iter()
            .find(|step| step.code() == code)
    }

    fn operation(self) -> Operation {
        match self {
            Self::Submit | Self::Withdraw => Operation::CalculationWrite,
            Self::Approve | Self::Return => Operation::CalculationApprove,
        }
    }

    /// Where it leads from where the calculation stands; none where there is no such step.
    fn leads_to(self, calculation: &Calculation) -> Option<ApprovalState> {
        let submitted = calculation.state == ApprovalState::Submitted;
        match self {
            Self::Submit => calculation.state.is_open().then_some(ApprovalState::Submitted),
            Self::Withdraw => submitted.then_some(ApprovalState::Draft),
            Self::Approve => submitted.then_some(ApprovalState::Approved),
            Self::Return => submitted.then_some(ApprovalState::Returned),
        }
    }
}

/// Takes a calculation a step on its way. Answers where to go on.
pub async fn calculation_step(
    ctx: &Ctx,
    services: &Services,
    id: CalculationId,
    version: i32,
    step: CalculationStep,
    note: &str,
) -> Result<String> {
    decide(ctx, step.operation(), None)?;
    let txn = services.store.write_txn(ctx).await?;
    let found = Found::load(ctx, &txn, id).await?;
    decide(ctx, step.operation(), Some(&found.belongs()))?;
    let goto = |notice: &str| format!("/kalkyler/{id}?klart={notice}");
    let before = found.value();
    let Some(state) = step.leads_to(before).filter(|_| found.version() == version) else {
        return Ok(goto(NOT_FIRST));
    };
    let note = note.trim();
    if step == CalculationStep::Return && note.is_empty() {
        return Ok(goto("skriv-skal"));
    }
    if step == CalculationStep::Submit && !readiness::lacking(before).is_empty() {
        return Ok(goto("saknas"));
    }
    let kept = (!note.is_empty()).then_some(note);
    let review = (step.operation() == Operation::CalculationApprove).then_some(kept);
    let version = calculation_move(ctx, &txn, id, version, state, review).await?;
    let (action, notice) = match step {
        CalculationStep::Submit => ("calculation.submit", "inskickad"),
        CalculationStep::Withdraw => ("calculation.withdraw", "tillbakatagen"),
        CalculationStep::Approve => ("calculation.approve", "godkand"),
        CalculationStep::Return => ("calculation.return", "aterlamnad"),
    };
    let mut record = AuditRecord::new(action, "calculation", id)
        .before(&json!({ "state": before.state }))?
        .after(&json!({ "state": state }))?;
    if let Some(note) = kept {
        record = record.note(note);
    }
    let mut trail = Trail::one(record);
    let mut notice = notice;
    if step == CalculationStep::Approve {
        let versions = calculation_list_of_initiative(ctx, &txn, before.initiative).await?;
        let versions = versions.iter().map(|one| &one.calculation.value);
        let status = found.bundle.initiative.value.status.value;
        if promise::promised_at_approval(status, versions) {
            calculation_promise(ctx, &txn, id, version).await?;
            trail.push(promised(id)?);
            notice = "godkand-lofte";
        }
    }
    txn.commit(trail).await?;
    Ok(goto(notice))
}

fn promised(id: CalculationId) -> Result<AuditRecord> {
    let record = AuditRecord::new("calculation.promise", "calculation", id);
    Ok(record
        .before(&json!({ "promise": false }))?
        .after(&json!({ "promise": true }))?)
}

/// What is approved becomes what the initiative promises, as the initiative is decided.
pub(crate) async fn promise_at_decision(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    initiative: InitiativeId,
    trail: &mut Trail,
) -> Result<()> {
    let versions = calculation_list_of_initiative(ctx, db, initiative).await?;
    let all = versions.iter().map(|one| &one.calculation.value);
    let Some(id) = promise::promised_at_decision(all) else {
        return Ok(());
    };
    let mut found = versions.iter().map(|one| &one.calculation);
    let version = found.find(|one| one.value.id == id).map(|one| one.version);
    calculation_promise(ctx, db, id, version.ok_or(ServiceError::NotFound)?).await?;
    trail.push(promised(id)?);
    Ok(())
}

/// Begins a new version as a copy of the newest, which stays as it is. One version is written at a time. Answers where
/// to go on.
pub async fn calculation_new_version(ctx: &Ctx, services: &Services, id: CalculationId) -> Result<String> {
    decide(ctx, Operation::CalculationWrite, None)?;
    let txn = services.store.write_txn(ctx).await?;
    let found = Found::writable(ctx, &txn, id).await?;
    let versions = calculation_list_of_initiative(ctx, &txn, found.value().initiative).await?;
    let newest = versions.last().map(|one| &one.calculation.value);
    let newest = newest.ok_or(ServiceError::NotFound)?;
    if newest.state != ApprovalState::Approved {
        return Ok(format!("/kalkyler/{}?klart=fanns", newest.id));
    }
    let copy = copied(ctx, newest);
    calculation_insert(ctx, &txn, &copy).await?;
    let record = AuditRecord::new("calculation.add", "calculation", copy.id).after(&copy)?;
    txn.commit(Trail::one(record)).await?;
    Ok(format!("/kalkyler/{}?klart=ny-version", copy.id))
}

/// The same under new identities, with the next number.
fn copied(ctx: &Ctx, of: &Calculation) -> Calculation {
    let alternatives: Vec<Alternative> = of
        .alternatives
        .iter()
        .map(|alternative| super::alternative::copied(ctx, alternative))
        .collect();
    let at = of.alternatives.iter().position(|one| one.id == of.preferred);
    let preferred = at
        .and_then(|at| alternatives.get(at))
        .map_or(of.preferred, |one| one.id);
    Calculation {
        id: new_id(ctx),
        number: of.number.saturating_add(1),
        alternatives,
        preferred,
        state: ApprovalState::Draft,
        promise: false,
        ..of.clone()
    }
}

/// The same line under a new identity.
pub(super) fn copied_line(ctx: &Ctx, line: &Line) -> Line {
    Line {
        id: new_id(ctx),
        ..line.clone()
    }
}
