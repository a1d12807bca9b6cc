//! Follow-up rounds: preparing them, sending them out, answering, closing.

mod answer;
mod save;
mod step;
mod view;

pub(crate) use answer::answered_by;
use domain::ctx::Ctx;
use domain::id::{FollowUpRequestId, FollowUpRoundId};
use domain::round::{FollowUpRequest, FollowUpRound};
use store::ConnectionTrait;
use store::repo::follow_up_round::round_load;

use crate::error::{Result, ServiceError};

pub use answer::round_answer;
pub use save::{RoundFormView, round_form, round_save};
pub use step::{round_move, round_withdraw};
pub use view::{RoundRow, RoundView, RoundsView, round_list, round_view};

/// The history's kind of a round.
const KIND: &str = "follow_up_round";

/// A round with one of its questions.
async fn question(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: FollowUpRoundId,
    request: FollowUpRequestId,
) -> Result<(FollowUpRound, FollowUpRequest)> {
    let record = round_load(ctx, db, id).await?.ok_or(ServiceError::NotFound)?;
    let round = record.round.value;
    let mut requests = round.requests.iter();
    let asked = requests.find(|one| one.id == request).cloned();
    Ok((round, asked.ok_or(ServiceError::NotFound)?))
}

/// Where a round is.
fn page(round: FollowUpRoundId) -> String {
    format!("/uppfoljning/{round}")
}
