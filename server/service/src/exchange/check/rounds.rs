//! Follow-up rounds and what they ask.

use domain::round::{AskedAbout, RoundState};

use super::Check;
use crate::exchange::document::Document;

impl Check {
    pub(super) fn rounds(&mut self, d: &Document) {
        for (i, round) in d.follow_up_rounds.iter().enumerate() {
            let place = format!("follow_up_rounds[{i}]");
            if (round.state == RoundState::Prepared) != round.opened_on.is_none() {
                let reason = "a round has the day that it was sent out exactly when it was";
                self.problem(place.clone(), "opened_on", reason);
            }
            if (round.state == RoundState::Closed) != round.closed_on.is_some() {
                let reason = "a round has the day that it was closed exactly when it is";
                self.problem(place.clone(), "closed_on", reason);
            }
            for (j, request) in round.requests.iter().enumerate() {
                let place = format!("{place}.requests[{j}]");
                self.refers(&place, "initiative", request.initiative.0, "initiative");
                match request.about {
                    AskedAbout::Benefit(id) => self.refers(&place, "about", id.0, "benefit"),
                    AskedAbout::Delivery(id) => self.refers(&place, "about", id.0, "delivery"),
                }
                self.refers_all(&place, "unit", request.unit.map(|id| id.0), "unit");
                let statement = request.answer.as_ref().and_then(|answer| answer.statement);
                self.refers_all(&place, "answer", statement.map(|id| id.0), "statement");
            }
        }
    }
}
