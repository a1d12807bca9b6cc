use domain::ctx::Ctx;
use domain::factor::{Factor, FactorValue};
use domain::id::{FactorId, FactorValueId};
use domain::policy::{Operation, decide};
use domain::statement::ApprovalState;
use store::repo::factor::factor_value_move;
use store::{AuditRecord, Trail};

use super::Found;
use crate::error::{Result, ServiceError};
use crate::kept_note::NOT_FIRST;
use crate::services::Services;

/// A step of a value on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactorStep {
    /// Sent for approval as it is.
    Submit,
    /// Taken back, before anybody has judged it.
    Withdraw,
    /// Approved by somebody who has not edited it.
    Approve,
    /// Sent back, with a note.
    Return,
}

impl FactorStep {
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
            Self::Submit | Self::Withdraw => Operation::FactorWrite,
            Self::Approve | Self::Return => Operation::FactorApprove,
        }
    }

    /// Where it leads from where the value stands; none where there is no such step.
    fn leads_to(self, value: &FactorValue) -> Option<ApprovalState> {
        let submitted = value.state == ApprovalState::Submitted;
        match self {
            Self::Submit => value.state.is_open().then_some(ApprovalState::Submitted),
            Self::Withdraw => submitted.then_some(ApprovalState::Draft),
            Self::Approve => submitted.then_some(ApprovalState::Approved),
            Self::Return => submitted.then_some(ApprovalState::Returned),
        }
    }
}

/// Takes a value a step on its way. Answers where to go on.
pub async fn factor_step(
    ctx: &Ctx,
    services: &Services,
    factor: FactorId,
    version: i32,
    value: FactorValueId,
    step: FactorStep,
    note: &str,
) -> Result<String> {
    decide(ctx, step.operation(), None)?;
    let txn = services.store.write_txn(ctx).await?;
    let found = Found::load(ctx, &txn, factor).await?;
    let before = found.value();
    let asked = before.value(value).ok_or(ServiceError::NotFound)?;
    decide(ctx, step.operation(), Some(&found.belongs(value)))?;
    let Some(state) = step.leads_to(asked).filter(|_| found.version() == version) else {
        return Ok(found.page(NOT_FIRST));
    };
    let note = note.trim();
    if step == FactorStep::Return && note.is_empty() {
        return Ok(format!("{}#varde-{value}", found.page("skriv-skal")));
    }
    let kept = (!note.is_empty()).then_some(note);
    let review = (step.operation() == Operation::FactorApprove).then_some(kept);
    factor_value_move(ctx, &txn, (factor, value), version, state, review).await?;
    let (action, notice) = match step {
        FactorStep::Submit => ("factor.submit", "inskickat"),
        FactorStep::Withdraw => ("factor.withdraw", "tillbakataget"),
        FactorStep::Approve => ("factor.approve", "godkant"),
        FactorStep::Return => ("factor.return", "aterlamnat"),
    };
    let mut record = AuditRecord::new(action, "factor", factor)
        .before(before)?
        .after(&moved(before, value, state))?;
    if let Some(note) = kept {
        record = record.note(note);
    }
    txn.commit(Trail::one(record)).await?;
    Ok(found.page(notice))
}

fn moved(before: &Factor, value: FactorValueId, state: ApprovalState) -> Factor {
    let mut after = before.clone();
    for one in after.values.iter_mut().filter(|one| one.id == value) {
        one.state = state;
    }
    after
}
