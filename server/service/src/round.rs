//! Follow-up rounds: preparing them, sending them out, answering, closing.

mod answer;
mod save;
mod step;
mod view;

pub(crate) use answer::answered_by;
pub use answer::round_answer;
pub use save::{RoundFormView, round_form, round_save};
pub use step::{round_move, round_withdraw};
pub use view::{RoundRow, RoundView, RoundsView, round_list, round_view};

/// The history's kind of a round.
const KIND: &str = "follow_up_round";

/// Where a round is.
fn page(round: domain::id::FollowUpRoundId) -> String {
    format!("/uppfoljning/{round}")
}
