use domain::calculation::{Alternative, Calculation};
use domain::ctx::Ctx;
use domain::form::NAME_MAX;
use domain::id::{AlternativeId, CalculationId};
use domain::policy::{Operation, decide};
use domain::statement::ApprovalState;
use store::repo::calculation::calculation_update;
use store::{AuditRecord, StoreError, Trail};

use super::Found;
use super::step::copied_line;
use crate::error::Result;
use crate::id::new_id;
use crate::kept_note::{NOT_FIRST, NOT_NAMED, TOO_MANY};
use crate::services::Services;

/// Most alternatives beside the zero alternative.
const ALTERNATIVES_MAX: usize = 10;

/// What is done to the alternatives of a calculation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AlternativeChange {
    /// One more, as a copy of the one that is looked at.
    Add,
    /// Called something else.
    Rename,
    /// This is the one that is proposed.
    Prefer,
    /// Taken away with its lines; the last one stays.
    Remove,
}

impl AlternativeChange {
    /// The code used in forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Rename => "rename",
            Self::Prefer => "prefer",
            Self::Remove => "remove",
        }
    }

    /// The change with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Add, Self::Rename, Self::Prefer, Self::Remove]
            .into_iter()
            .find(|change| change.code() == code)
    }
}

/// The same under new identities.
pub(super) fn copied(ctx: &Ctx, of: &Alternative) -> Alternative {
    Alternative {
        id: new_id(ctx),
        lines: of.lines.iter().map(|line| copied_line(ctx, line)).collect(),
        ..of.clone()
    }
}

/// Adds, names, prefers or takes away an alternative of a calculation that may still be written on. Answers where to go
/// on.
pub async fn calculation_alternative(
    ctx: &Ctx,
    services: &Services,
    id: CalculationId,
    version: i32,
    alternative: AlternativeId,
    change: AlternativeChange,
    name: &str,
) -> Result<String> {
    decide(ctx, Operation::CalculationWrite, None)?;
    let txn = services.store.write_txn(ctx).await?;
    let found = Found::writable(ctx, &txn, id).await?;
    let before = found.value();
    let goto = |at: AlternativeId, notice: &str| format!("/kalkyler/{id}?alternativ={at}&klart={notice}");
    let Some(at) = before.alternatives.iter().position(|one| one.id == alternative) else {
        return Ok(goto(alternative, NOT_FIRST));
    };
    if !before.state.is_open() || found.version() != version {
        return Ok(goto(alternative, NOT_FIRST));
    }
    let name = name.trim();
    let named = matches!(change, AlternativeChange::Add | AlternativeChange::Rename);
    let taken = before
        .alternatives
        .iter()
        .any(|other| other.name == name && (change == AlternativeChange::Add || other.id != alternative));
    if named && (name.is_empty() || name.chars().count() > NAME_MAX || taken) {
        return Ok(goto(alternative, NOT_NAMED));
    }
    let mut after = Calculation {
        state: ApprovalState::Draft,
        ..before.clone()
    };
    let (shown, notice) = match change {
        AlternativeChange::Add => {
            let Some(of) = before
                .alternatives
                .get(at)
                .filter(|_| before.alternatives.len() < ALTERNATIVES_MAX)
            else {
                return Ok(goto(alternative, TOO_MANY));
            };
            let mut one_more = copied(ctx, of);
            name.clone_into(&mut one_more.name);
            let id = one_more.id;
            after.alternatives.push(one_more);
            (id, "alternativ-nytt")
        }
        AlternativeChange::Rename => {
            if let Some(one) = after.alternatives.get_mut(at) {
                name.clone_into(&mut one.name);
            }
            (alternative, "alternativ-namn")
        }
        AlternativeChange::Prefer => {
            after.preferred = alternative;
            (alternative, "alternativ-forordat")
        }
        AlternativeChange::Remove => {
            if after.alternatives.len() < 2 {
                return Ok(goto(alternative, "sista"));
            }
            after.alternatives.remove(at);
            let first = after.alternatives.first().map_or(after.preferred, |one| one.id);
            if after.preferred == alternative {
                after.preferred = first;
            }
            (after.preferred, "alternativ-borta")
        }
    };
    match calculation_update(ctx, &txn, &after, version).await {
        Ok(_) => {}
        Err(StoreError::Stale { .. }) => return Ok(goto(alternative, NOT_FIRST)),
        Err(other) => return Err(other.into()),
    }
    let record = AuditRecord::new("calculation.alternative", "calculation", id)
        .before(before)?
        .after(&after)?;
    txn.commit(Trail::one(record)).await?;
    Ok(goto(shown, notice))
}
