use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::ctx::Ctx;
use domain::freed_time::FreedTime;
use domain::id::AccountId;
use domain::policy::{Operation, Refusal, decide, may};
use domain::statement::ApprovalState;
use store::repo::freed_time::FreedTimeRecord;
use store::repo::initiative_bundle::InitiativeBundle;

use super::belongs;

/// An entry with what can be done with it.
#[derive(Clone, Debug)]
pub struct FreedTimeItem {
    /// The entry.
    pub entry: FreedTime,
    /// Its version.
    pub version: i32,
    /// The latest of it came by an import, not from a person here.
    pub imported: bool,
    /// Who wrote the latest of it; none for imports.
    pub written_by: Option<String>,
    /// Who reviewed it last, and when; none where nobody has.
    pub reviewed: Option<(String, DateTime<Utc>)>,
    /// What the reviewer said.
    pub review_note: Option<String>,
    /// Another approved entry has taken its place: it counts no more.
    pub corrected: bool,
    /// How far something that is to take its place has come, while that is not approved.
    pub being_corrected: Option<ApprovalState>,
    /// The actor may change or remove it.
    pub may_edit: bool,
    /// The actor has sent it in, nobody has reviewed it, and they may take it back.
    pub may_withdraw: bool,
    /// It is approved, and the actor may write another in its place.
    pub may_correct: bool,
    /// It waits for approval, and the actor may give it; or why not.
    pub review: Option<Result<(), Refusal>>,
}

/// The entries of an initiative's benefits, with what the actor may do with each: what the service that does it will
/// answer.
pub(crate) fn freed_time_items(
    ctx: &Ctx,
    bundle: &InitiativeBundle,
    records: &[FreedTimeRecord],
    names: &HashMap<AccountId, String>,
) -> Vec<FreedTimeItem> {
    let entries = || records.iter().map(|record| &record.entry.value);
    let name = |account: Option<AccountId>| names.get(&account?).cloned();
    let item = |record: &FreedTimeRecord| {
        let entry = &record.entry.value;
        let belongs = belongs(bundle, record);
        let may_write = belongs
            .iter()
            .all(|belongs| may(ctx, Operation::EvidenceWrite, Some(belongs)));
        let submitted = entry.state == ApprovalState::Submitted;
        let review = submitted.then(|| {
            let mut each = belongs.iter();
            each.try_for_each(|belongs| decide(ctx, Operation::EvidenceApprove, Some(belongs)))
        });
        let correction = entries()
            .find(|other| other.supersedes == Some(entry.id))
            .map(|other| other.state);
        let wrote = record.entry.edited_by;
        FreedTimeItem {
            version: record.entry.version,
            imported: wrote.is_none(),
            written_by: name(wrote),
            reviewed: name(record.reviewed_by).zip(record.reviewed_at),
            review_note: record.review_note.clone(),
            corrected: correction == Some(ApprovalState::Approved),
            being_corrected: correction.filter(|state| *state != ApprovalState::Approved),
            may_edit: may_write && entry.state.is_open(),
            may_withdraw: may_write && submitted && wrote.is_some() && wrote == ctx.account_id(),
            may_correct: may_write && entry.may_be_corrected(entries()),
            // Those who have no such right at all are not told of it.
            review: review.filter(|answer| matches!(answer, Ok(()) | Err(Refusal::OwnWork))),
            entry: entry.clone(),
        }
    };
    records.iter().map(item).collect()
}
