use std::collections::BTreeSet;

use domain::ctx::Ctx;
use domain::history::Names;
use domain::id::{FollowUpRoundId, PortfolioId};
use domain::policy::{Operation, decide, may};
use domain::round::{AskedAbout, FollowUpRequest, FollowUpRound, RoundState};
use store::repo::follow_up_round::{RoundRecord, round_list as rounds, round_load};
use store::repo::statement_ground::{StatementGround, statement_grounds};
use store::repo::subject_name::subject_name_list;
use uuid::Uuid;

use crate::error::{Result, ServiceError};
use crate::ground::{belongs, belongs_each};
use crate::services::Services;

/// All rounds.
#[derive(Clone, Debug)]
pub struct RoundsView {
    /// The newest first.
    pub rounds: Vec<FollowUpRound>,
    /// The actor prepares rounds.
    pub may_write: bool,
    /// Today, by which a round is late.
    pub today: chrono::NaiveDate,
}

/// A question with what the actor may do about it.
#[derive(Clone, Debug)]
pub struct RoundRow {
    /// The question.
    pub request: FollowUpRequest,
    /// Portfolios of the initiative: whoever manages one is asked where no unit is.
    pub portfolios: Vec<PortfolioId>,
    /// The actor may answer it.
    pub may_answer: bool,
    /// Name of who answered.
    pub answered_by: Option<String>,
}

/// A round.
#[derive(Clone, Debug)]
pub struct RoundView {
    /// The round.
    pub round: FollowUpRound,
    /// Its version.
    pub version: i32,
    /// Its questions, in order.
    pub rows: Vec<RoundRow>,
    /// Names of initiatives, benefits, deliveries, units and portfolios.
    pub names: Names,
    /// The actor prepares rounds, sends them out and closes them.
    pub may_write: bool,
    /// Today, by which a round is late.
    pub today: chrono::NaiveDate,
}

/// The rounds that the actor may see, the newest first.
pub async fn round_list(ctx: &Ctx, services: &Services) -> Result<RoundsView> {
    decide(ctx, Operation::PortfolioRead, None)?;
    let found = rounds(ctx, &services.store.snapshot().await?).await?;
    let seen = found.into_iter().map(|round| round.value);
    Ok(RoundsView {
        rounds: seen.filter(|round| may_see(ctx, round)).collect(),
        may_write: may(ctx, Operation::RoundWrite, None),
        today: ctx.today(),
    })
}

/// A round, with who was asked for what and who answered.
pub async fn round_view(ctx: &Ctx, services: &Services, id: FollowUpRoundId) -> Result<RoundView> {
    decide(ctx, Operation::PortfolioRead, None)?;
    let db = &services.store.snapshot().await?;
    let RoundRecord { round, answered_by } = round_load(ctx, db, id).await?.ok_or(ServiceError::NotFound)?;
    if !may_see(ctx, &round.value) {
        return Err(ServiceError::NotFound);
    }
    let requests = &round.value.requests;
    let mut named: BTreeSet<Uuid> = answered_by.values().map(|account| account.0).collect();
    for request in requests {
        named.insert(request.initiative.0);
        named.extend(request.unit.map(|unit| unit.0));
        named.insert(match request.about {
            AskedAbout::Benefit(id) => id.0,
            AskedAbout::Delivery(id) => id.0,
        });
    }
    let initiatives: BTreeSet<_> = requests.iter().map(|request| request.initiative).collect();
    let initiatives: Vec<_> = initiatives.into_iter().collect();
    let grounds = statement_grounds(ctx, db, &initiatives).await?;
    let portfolios = grounds.values().flat_map(|ground| &ground.portfolios);
    named.extend(portfolios.map(|portfolio| portfolio.0));
    let names = subject_name_list(ctx, db, &named).await?;
    let open = round.value.state == RoundState::Open;
    let rows = requests
        .iter()
        .map(|request| RoundRow {
            may_answer: open
                && request.answer.is_none()
                && grounds
                    .get(&request.initiative)
                    .is_some_and(|ground| may_answer(ctx, ground, request).is_ok()),
            answered_by: answered_by
                .get(&request.id)
                .and_then(|account| names.get(&account.0))
                .map(|named| named.name.clone()),
            portfolios: grounds
                .get(&request.initiative)
                .map(|ground| ground.portfolios.clone())
                .unwrap_or_default(),
            request: request.clone(),
        })
        .collect();
    Ok(RoundView {
        rows,
        names,
        version: round.version,
        may_write: may(ctx, Operation::RoundWrite, None),
        today: ctx.today(),
        round: round.value,
    })
}

/// A round that is only prepared is known to those who read what is undecided: nobody has been asked.
fn may_see(ctx: &Ctx, round: &FollowUpRound) -> bool {
    round.state != RoundState::Prepared || may(ctx, Operation::UndecidedRead, None)
}

/// Whether the actor may answer: whoever may state something of the benefit, or log the delivery.
pub(super) fn may_answer(ctx: &Ctx, ground: &StatementGround, request: &FollowUpRequest) -> Result<()> {
    match request.about {
        AskedAbout::Benefit(id) => {
            for belongs in belongs_each(ground, &[id]) {
                decide(ctx, Operation::EvidenceWrite, Some(&belongs))?;
            }
        }
        AskedAbout::Delivery(_) => decide(ctx, Operation::PortfolioWrite, Some(&belongs(ground)))?,
    }
    Ok(())
}
