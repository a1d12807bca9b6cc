//! A statement on an initiative's page, with what can be done with it.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::ctx::Ctx;
use domain::id::AccountId;
use domain::policy::{Belongs, Operation, Refusal, decide, may};
use domain::statement::{ApprovalState, Statement};
use store::repo::initiative_bundle::InitiativeBundle;
use store::repo::statement::StatementRecord;

use super::belonging::belongs_each;
use crate::statement::may_be_superseded;

/// A statement with what can be done with it.
#[derive(Clone, Debug)]
pub struct StatementItem {
    /// The statement.
    pub statement: Statement,
    /// Its version.
    pub version: i32,
    /// The note that it was returned with.
    pub review_note: Option<String>,
    /// Who wrote the latest of it; none for imports.
    pub written_by: Option<String>,
    /// Who reviewed it last, and when; none where nobody has, or where it was done at the command line.
    pub reviewed: Option<(String, DateTime<Utc>)>,
    /// What it is to take the place of, while it waits for somebody.
    pub replaces: Option<String>,
    /// How far something that is to take its place has come, while that is not approved.
    pub being_replaced: Option<ApprovalState>,
    /// It may be changed by the actor.
    pub may_edit: bool,
    /// The actor has sent it in, nobody has reviewed it, and they may take it back.
    pub may_withdraw: bool,
    /// It is approved, and the actor may state something else in its place.
    pub may_supersede: bool,
    /// Another approved statement has taken its place: it counts no more.
    pub superseded: bool,
    /// It waits for approval, and the actor may give it; or why not.
    pub review: Option<Result<(), Refusal>>,
}

/// What the actor may do with a statement: what the service that does it will answer.
pub(super) fn item(
    ctx: &Ctx,
    record: &StatementRecord,
    bundle: &InitiativeBundle,
    names: &HashMap<AccountId, String>,
) -> StatementItem {
    let statement = record.statement.value.clone();
    let open = statement.state.is_open();
    let belongs = belongs_each(bundle, &statement.benefits);
    let may_write = belongs
        .iter()
        .all(|belongs| may(ctx, Operation::EvidenceWrite, Some(belongs)));
    let superseded = bundle
        .statements
        .iter()
        .map(|other| &other.statement.value)
        .any(|other| other.supersedes == Some(statement.id) && other.state == ApprovalState::Approved);
    let review = (statement.state == ApprovalState::Submitted).then(|| {
        belongs.iter().try_for_each(|belongs| {
            let belongs = Belongs {
                editors: record.editors.clone(),
                ..belongs.clone()
            };
            decide(ctx, Operation::EvidenceApprove, Some(&belongs))
        })
    });
    let waits = |state| state != ApprovalState::Approved;
    let all = || bundle.statements.iter().map(|other| &other.statement.value);
    let before = all().find(|other| Some(other.id) == statement.supersedes);
    let name = |account: Option<AccountId>| names.get(&account?).cloned();
    StatementItem {
        written_by: name(record.statement.edited_by),
        reviewed: name(record.reviewed_by).zip(record.reviewed_at),
        replaces: before
            .filter(|_| waits(statement.state))
            .map(|before| before.text.clone()),
        being_replaced: all()
            .find(|other| other.supersedes == Some(statement.id) && waits(other.state))
            .map(|other| other.state),
        may_withdraw: may_write
            && statement.state == ApprovalState::Submitted
            && record.statement.edited_by.is_some()
            && record.statement.edited_by == ctx.account_id(),
        may_edit: open && may_write,
        may_supersede: may_write && may_be_superseded(bundle, &statement),
        superseded,
        // Those who have no such right at all are not told of it.
        review: review.filter(|answer| matches!(answer, Ok(()) | Err(Refusal::OwnWork))),
        version: record.statement.version,
        review_note: record.review_note.clone(),
        statement,
    }
}
