//! What waits for approval, and several entries approved in one act.

use std::collections::{BTreeSet, HashMap};

use domain::benefit::Benefit;
use domain::ctx::Ctx;
use domain::form::BulkApprovalForm;
use domain::freed_time::FreedTime;
use domain::id::{AccountId, BenefitId, FreedTimeId, InitiativeId};
use domain::policy::{Belongs, Operation, Refusal, decide};
use domain::statement::ApprovalState;
use store::repo::account::account_names;
use store::repo::benefit::benefit_list_named;
use store::repo::freed_time::{
    FreedTimeRecord, freed_time_list_named, freed_time_list_of_state, freed_time_review_many,
};
use store::repo::initiative::initiative_names;
use store::repo::statement_ground::{StatementGround, statement_grounds};
use store::{AuditRecord, ConnectionTrait, Trail};

use super::KIND;
use crate::bulk_approval::PICKED_MAX;
use crate::error::{Result, ServiceError};
use crate::form_flow::{Answer, Begun, Sending};
use crate::ground::belongs_each;
use crate::measurement::MeasurementsOutcome;
use crate::options::InitiativeName;
use crate::services::Services;
use crate::token::new_token;

/// Where what waits is shown, and what an act on it leads to.
const PAGE: &str = "/frigjord-tid/granska";

/// What became of the entries that were ticked: told as of measurements.
pub type FreedTimesOutcome = MeasurementsOutcome;

/// An entry that the actor may approve.
#[derive(Clone, Debug)]
pub struct WaitingFreedTime {
    /// The initiative.
    pub initiative: InitiativeName,
    /// The benefit.
    pub benefit: Benefit,
    /// The entry.
    pub entry: FreedTime,
    /// Its version.
    pub version: i32,
    /// Who wrote the latest of it; none for imports.
    pub written_by: Option<String>,
    /// The approved entry whose place it takes.
    pub before: Option<FreedTime>,
}

/// What waits for the actor's approval.
#[derive(Clone, Debug)]
pub struct FreedTimesReviewView {
    /// What the actor may approve, by initiative, benefit and year; no more than one act takes.
    pub waiting: Vec<WaitingFreedTime>,
    /// How many do not fit.
    pub more: usize,
    /// How many the actor has written in, which wait for somebody else.
    pub own: usize,
    /// Names the next sending.
    pub submission: String,
}

/// What entries are of, and what rights over them are held against.
struct Grounds {
    benefits: HashMap<BenefitId, Benefit>,
    grounds: HashMap<InitiativeId, StatementGround>,
}

impl Grounds {
    /// Statements in a fixed number.
    async fn load(ctx: &Ctx, db: &impl ConnectionTrait, records: &[FreedTimeRecord]) -> Result<Self> {
        let ids: BTreeSet<BenefitId> = records.iter().map(|one| one.entry.value.benefit).collect();
        let ids: Vec<BenefitId> = ids.into_iter().collect();
        let benefits: HashMap<BenefitId, Benefit> = benefit_list_named(ctx, db, &ids)
            .await?
            .into_iter()
            .map(|found| (found.value.id, found.value))
            .collect();
        let initiatives: BTreeSet<InitiativeId> = benefits.values().map(|of| of.initiative).collect();
        let initiatives: Vec<InitiativeId> = initiatives.into_iter().collect();
        let grounds = statement_grounds(ctx, db, &initiatives).await?;
        Ok(Self { benefits, grounds })
    }

    fn benefit(&self, record: &FreedTimeRecord) -> Option<&Benefit> {
        self.benefits.get(&record.entry.value.benefit)
    }

    /// Whether the actor may review the entry. Nobody reviews what they have written in.
    fn review_answer(&self, ctx: &Ctx, record: &FreedTimeRecord) -> std::result::Result<(), Refusal> {
        let benefit = self.benefit(record).ok_or(Refusal::NotFound)?;
        let ground = self.grounds.get(&benefit.initiative).ok_or(Refusal::NotFound)?;
        belongs_each(ground, &[benefit.id])
            .into_iter()
            .try_for_each(|belongs| {
                let belongs = Belongs {
                    editors: record.editors.clone(),
                    ..belongs
                };
                decide(ctx, Operation::EvidenceApprove, Some(&belongs))
            })
    }
}

/// The entries that wait for the actor's approval. Statements in a fixed number.
pub async fn freed_times_review(ctx: &Ctx, services: &Services) -> Result<FreedTimesReviewView> {
    decide(ctx, Operation::EvidenceApprove, None)?;
    let db = &services.store.snapshot().await?;
    let records = freed_time_list_of_state(ctx, db, ApprovalState::Submitted).await?;
    let grounds = Grounds::load(ctx, db, &records).await?;
    let (mut mine, mut own) = (Vec::new(), 0);
    for record in records {
        match grounds.review_answer(ctx, &record) {
            Ok(()) => mine.push(record),
            Err(Refusal::OwnWork) => own += 1,
            Err(_) => {}
        }
    }
    let initiatives: BTreeSet<InitiativeId> = mine
        .iter()
        .filter_map(|record| Some(grounds.benefit(record)?.initiative))
        .collect();
    let initiatives: Vec<InitiativeId> = initiatives.into_iter().collect();
    let initiatives: HashMap<InitiativeId, String> = initiative_names(ctx, db, &initiatives)
        .await?
        .into_iter()
        .collect();
    let people: BTreeSet<AccountId> = mine.iter().filter_map(|one| one.entry.edited_by).collect();
    let names = account_names(ctx, db, &people).await?;
    let corrected: Vec<FreedTimeId> = mine
        .iter()
        .filter_map(|record| record.entry.value.supersedes)
        .collect();
    let corrected: HashMap<FreedTimeId, FreedTime> = freed_time_list_named(ctx, db, &corrected)
        .await?
        .into_iter()
        .map(|record| (record.entry.value.id, record.entry.value))
        .collect();
    let mut waiting: Vec<WaitingFreedTime> = mine
        .into_iter()
        .filter_map(|record| {
            let benefit = grounds.benefit(&record)?.clone();
            Some(WaitingFreedTime {
                initiative: InitiativeName {
                    id: benefit.initiative,
                    name: initiatives.get(&benefit.initiative)?.clone(),
                },
                written_by: record.entry.edited_by.and_then(|id| names.get(&id).cloned()),
                before: record
                    .entry
                    .value
                    .supersedes
                    .and_then(|id| corrected.get(&id).cloned()),
                benefit,
                version: record.entry.version,
                entry: record.entry.value,
            })
        })
        .collect();
    waiting.sort_by_cached_key(|one| {
        (
            one.initiative.name.to_lowercase(),
            one.benefit.ordinal,
            one.benefit.id,
            one.entry.year,
        )
    });
    let more = waiting.len().saturating_sub(PICKED_MAX);
    waiting.truncate(PICKED_MAX);
    Ok(FreedTimesReviewView {
        waiting,
        more,
        own,
        submission: new_token()?,
    })
}

/// Approves the ticked entries, in one transaction: each that still is as it was read and that the actor may approve, with
/// a trace of its own. The rest is left as it is and counted in the answer.
pub async fn freed_time_approve_many(
    ctx: &Ctx,
    services: &Services,
    form: BulkApprovalForm,
) -> Result<Answer> {
    decide(ctx, Operation::EvidenceApprove, None)?;
    let picked = form.parse::<FreedTimeId>();
    if picked.len() > PICKED_MAX {
        return Err(ServiceError::State("more entries than a page has"));
    }
    let mut outcome = FreedTimesOutcome::default();
    if picked.is_empty() {
        return Ok(Answer::Done(outcome.at(PAGE)));
    }
    let sending = match Sending::begin(ctx, services, &form).await? {
        Begun::New(sending) => sending,
        Begun::Before(answer) => return Ok(answer),
    };
    let ids: Vec<FreedTimeId> = picked.iter().map(|one| one.id).collect();
    let records = freed_time_list_named(ctx, &*sending, &ids).await?;
    let grounds = Grounds::load(ctx, &*sending, &records).await?;
    let (mut approved, mut trail) = (Vec::new(), Trail::default());
    for one in picked {
        let mut records = records.iter();
        let Some(record) = records.find(|record| record.entry.value.id == one.id) else {
            outcome.changed += 1;
            continue;
        };
        let state = record.entry.value.state;
        let waits = state == ApprovalState::Submitted && record.entry.version == one.version;
        match grounds.review_answer(ctx, record) {
            Err(Refusal::OwnWork) => outcome.own += 1,
            Err(_) => outcome.refused += 1,
            Ok(()) if !waits => outcome.changed += 1,
            Ok(()) => {
                approved.push((one.id, one.version));
                let record = AuditRecord::new("freed_time.approve", KIND, one.id)
                    .before(&state)?
                    .after(&ApprovalState::Approved)?;
                trail.push(record);
            }
        }
    }
    outcome.approved = approved.len();
    if approved.is_empty() {
        return Ok(Answer::Done(outcome.at(PAGE)));
    }
    freed_time_review_many(ctx, &*sending, &approved, ApprovalState::Approved, None).await?;
    sending.done_all(trail, outcome.at(PAGE)).await
}
