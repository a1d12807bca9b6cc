//! Choosing what a round asks.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{AskedAbout, FollowUpRequest};
use crate::id::{InitiativeId, UnitId};
use crate::work::{Followed, WorkMaterial};

/// A rule by which a round chooses what it asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Selection {
    /// Benefits that are due by the end of the period and that nothing gives a score.
    Missing,
    /// Benefits whose day of follow-up comes by the end of the period.
    FollowUps,
    /// All benefits that are due by the end of the period.
    Due,
    /// Deliveries that were planned to come by the end of the period and have not.
    Deliveries,
}

impl Selection {
    /// All, in the order of forms.
    pub const ALL: [Self; 4] = [Self::Missing, Self::FollowUps, Self::Due, Self::Deliveries];

    /// The code used in forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::FollowUps => "follow_ups",
            Self::Due => "due",
            Self::Deliveries => "deliveries",
        }
    }

    /// The rule with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.code() == code)
    }
}

/// Something to ask, and whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The initiative.
    pub initiative: InitiativeId,
    /// What it is about.
    pub about: AskedAbout,
    /// The unit that is asked; none for those who manage the initiative's portfolios.
    pub unit: Option<UnitId>,
    /// The rule that chose it: of several the one that says most.
    pub rule: Selection,
}

impl WorkMaterial {
    /// What these rules ask about, as of the last day of a period, beside what is asked already: by
    /// initiative, each thing once. A unit that has ended is not asked.
    pub fn questions(
        &self,
        rules: &[Selection],
        last_day: NaiveDate,
        asked: &[FollowUpRequest],
    ) -> Vec<Question> {
        let mut taken: BTreeSet<AskedAbout> = asked.iter().map(|request| request.about).collect();
        let exists = |unit: &UnitId| {
            let mut units = self.units.iter();
            units.any(|one| one.id == *unit && !one.has_ended(last_day))
        };
        let followed = self.followed(last_day);
        let benefits = followed.iter().filter_map(|one| {
            Some(Question {
                initiative: one.benefit.initiative,
                about: AskedAbout::Benefit(one.benefit.id),
                unit: one.benefit.owner.filter(&exists),
                rule: one.chosen_by(rules)?,
            })
        });
        // A launch that is planned for the last day is asked about as well.
        let late = |delivery: &&crate::delivery::Delivery| {
            let after = last_day.succ_opt().unwrap_or(last_day);
            rules.contains(&Selection::Deliveries) && delivery.is_late(after)
        };
        let deliveries = self.deliveries.iter().filter(late).map(|delivery| Question {
            initiative: delivery.initiative,
            about: AskedAbout::Delivery(delivery.id),
            unit: None,
            rule: Selection::Deliveries,
        });
        let mut questions: Vec<Question> = deliveries
            .chain(benefits)
            .filter(|question| taken.insert(question.about))
            .collect();
        questions.sort_by_cached_key(|question| {
            let mut initiatives = self.initiatives.iter();
            let name = initiatives
                .find(|one| one.id == question.initiative)
                .map(|one| one.name.to_lowercase());
            (name, question.initiative)
        });
        questions
    }
}

impl Followed<'_> {
    /// The rule that chooses it: a day that somebody has set says more than that nothing is there, and that
    /// more than that it is due.
    fn chosen_by(&self, rules: &[Selection]) -> Option<Selection> {
        let chooses = |rule: &Selection| match rule {
            Selection::Missing => self.missing,
            Selection::FollowUps => self.follow_up,
            Selection::Due => self.due || self.follow_up,
            Selection::Deliveries => false,
        };
        let by_what_they_say = [Selection::FollowUps, Selection::Missing, Selection::Due];
        let mut all = by_what_they_say.into_iter();
        all.find(|rule| rules.contains(rule) && chooses(rule))
    }
}
