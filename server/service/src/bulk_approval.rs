//! Approves several statements in one act.

use std::collections::HashMap;

use domain::ctx::Ctx;
use domain::form::BulkApprovalForm;
use domain::id::{InitiativeId, StatementId};
use domain::policy::{Belongs, Operation, Refusal, decide};
use domain::register::{Query, StatementFilter, decoded_pairs, encoded_query};
use domain::statement::ApprovalState;
use store::repo::statement::statement_review_many;
use store::repo::statement_ground::{StatementGround, statement_grounds};
use store::repo::statement_row::{StatementRow, statement_rows_named};
use store::{AuditRecord, Trail};

use crate::error::{Result, ServiceError};
use crate::form_flow::{Answer, Begun, Sending};
use crate::ground::belongs_each;
use crate::services::Services;

/// Most things in one act; a page has fewer.
pub(crate) const PICKED_MAX: usize = 100;

/// What became of the statements that were ticked. It stands in the address that the act leads to, so
/// that the page can tell of it without anything being kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BulkOutcome {
    /// How many were approved.
    pub approved: usize,
    /// Somebody else has changed or reviewed these meanwhile.
    pub changed: Vec<StatementId>,
    /// The actor has edited these.
    pub own: Vec<StatementId>,
    /// These are outside the scope of the actor's role.
    pub refused: Vec<StatementId>,
}

impl BulkOutcome {
    /// Reads it from an address; `None` where the address tells of no such act.
    pub fn parse(field: impl Fn(&str) -> Option<String>) -> Option<Self> {
        let approved = field("godkanda")?.parse().ok()?;
        let ids = |name: &str| -> Vec<StatementId> {
            let all = field(name).unwrap_or_default();
            all.split(',')
                .take(PICKED_MAX)
                .filter_map(|id| id.parse().ok())
                .collect()
        };
        Some(Self {
            approved,
            changed: ids("andrade"),
            own: ids("egna"),
            refused: ids("nekade"),
        })
    }

    /// Those that were not approved.
    pub fn left(&self) -> Vec<StatementId> {
        [&self.changed, &self.own, &self.refused]
            .into_iter()
            .flatten()
            .copied()
            .collect()
    }

    /// The register with this outcome; `query` is what the register shows.
    fn place(&self, query: &str) -> String {
        let list = |ids: &[StatementId]| ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
        let mut pairs = decoded_pairs(query);
        pairs.push(("godkanda".to_owned(), self.approved.to_string()));
        for (name, ids) in [
            ("andrade", &self.changed),
            ("egna", &self.own),
            ("nekade", &self.refused),
        ] {
            if !ids.is_empty() {
                pairs.push((name.to_owned(), list(ids)));
            }
        }
        let pairs = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        format!("/konstaterade?{}", encoded_query(pairs))
    }
}

/// Whether the actor may review a statement: each benefit that it speaks for has to be in scope, and
/// nobody reviews what they edited.
pub(crate) fn review_answer(
    ctx: &Ctx,
    row: &StatementRow,
    grounds: &HashMap<InitiativeId, StatementGround>,
) -> Result<(), Refusal> {
    let ground = grounds.get(&row.initiative).ok_or(Refusal::NotFound)?;
    belongs_each(ground, &row.benefits)
        .into_iter()
        .try_for_each(|belongs| {
            let belongs = Belongs {
                editors: row.editors.clone(),
                ..belongs
            };
            decide(ctx, Operation::EvidenceApprove, Some(&belongs))
        })
}

/// Approves the ticked statements, in one transaction: each that still is as it was read and that the
/// actor may approve, with a trace of its own. The rest is left as it is and named in the answer.
pub async fn statement_approve_many(
    ctx: &Ctx,
    services: &Services,
    form: BulkApprovalForm,
) -> Result<Answer> {
    decide(ctx, Operation::EvidenceApprove, None)?;
    let query = Query::<StatementFilter>::parse_query(&form.query).to_query();
    let picked = form.parse::<StatementId>();
    if picked.len() > PICKED_MAX {
        return Err(ServiceError::State("more statements than a page has"));
    }
    if picked.is_empty() {
        return Ok(Answer::Done(BulkOutcome::default().place(&query)));
    }
    let sending = match Sending::begin(ctx, services, &form).await? {
        Begun::New(sending) => sending,
        Begun::Before(answer) => return Ok(answer),
    };
    let ids: Vec<StatementId> = picked.iter().map(|one| one.id).collect();
    let rows = statement_rows_named(ctx, &*sending, &ids).await?;
    let rows: HashMap<StatementId, StatementRow> = rows.into_iter().map(|row| (row.id, row)).collect();
    let mut initiatives: Vec<InitiativeId> = rows.values().map(|row| row.initiative).collect();
    initiatives.sort();
    initiatives.dedup();
    let grounds = statement_grounds(ctx, &*sending, &initiatives).await?;
    let mut outcome = BulkOutcome::default();
    let (mut approved, mut trail) = (Vec::new(), Trail::default());
    for one in picked {
        let Some(row) = rows.get(&one.id) else {
            outcome.changed.push(one.id);
            continue;
        };
        let waits = row.state == ApprovalState::Submitted && row.version == one.version;
        match review_answer(ctx, row, &grounds) {
            Err(Refusal::OwnWork) => outcome.own.push(one.id),
            Err(_) => outcome.refused.push(one.id),
            Ok(()) if !waits => outcome.changed.push(one.id),
            Ok(()) => {
                approved.push((one.id, one.version));
                let record = AuditRecord::new("statement.approve", "statement", one.id)
                    .before(&row.state)?
                    .after(&ApprovalState::Approved)?;
                trail.push(record);
            }
        }
    }
    outcome.approved = approved.len();
    let place = outcome.place(&query);
    if approved.is_empty() {
        return Ok(Answer::Done(place));
    }
    statement_review_many(ctx, &*sending, &approved, ApprovalState::Approved, None).await?;
    sending.done_all(trail, place).await
}
