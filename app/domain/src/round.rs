//! Follow-up rounds (uppföljningsomgångar): once a tertial or a year those who answer for benefits and
//! deliveries are asked what has come of them (product rules, section 1).
//!
//! A round is prepared, sent out and closed. What it asks is chosen by rule ([`Selection`]) from the
//! portfolio as it stands; a question is answered by stating something of the benefit, by logging the
//! delivery, or by saying that there is nothing new.

mod select;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::id::{
    BenefitId, DeliveryId, FollowUpRequestId, FollowUpRoundId, InitiativeId, StatementId, UnitId,
};

pub use select::{Question, Selection};

/// The part of a year that a round is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoundPart {
    /// January to April.
    Tertial1,
    /// May to August.
    Tertial2,
    /// September to December.
    Tertial3,
    /// The whole year.
    Year,
}

impl RoundPart {
    /// All, in order.
    pub const ALL: [Self; 4] = [Self::Tertial1, Self::Tertial2, Self::Tertial3, Self::Year];

    /// The code used in files and forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Tertial1 => "tertial1",
            Self::Tertial2 => "tertial2",
            Self::Tertial3 => "tertial3",
            Self::Year => "year",
        }
    }

    /// The part with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.code() == code)
    }

    /// Its last day in a year.
    pub fn last_day(self, year: i32) -> Option<NaiveDate> {
        let (month, day) = match self {
            Self::Tertial1 => (4, 30),
            Self::Tertial2 => (8, 31),
            Self::Tertial3 | Self::Year => (12, 31),
        };
        NaiveDate::from_ymd_opt(year, month, day)
    }

    /// The tertial that was the last to end before a day, with its year.
    pub fn ended_before(day: NaiveDate) -> (i32, Self) {
        match day.month() {
            1..=4 => (day.year() - 1, Self::Tertial3),
            5..=8 => (day.year(), Self::Tertial1),
            _ => (day.year(), Self::Tertial2),
        }
    }
}

/// How far a round has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoundState {
    /// Being put together: nobody has been asked.
    Prepared,
    /// Sent out: its questions are in the work lists of those who are asked.
    Open,
    /// Over.
    Closed,
}

impl RoundState {
    /// All, in order.
    pub const ALL: [Self; 3] = [Self::Prepared, Self::Open, Self::Closed];

    /// The code used in files and forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Prepared => "prepared",
            Self::Open => "open",
            Self::Closed => "closed",
        }
    }

    /// The state with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Where it may go from here: out, over, and open again where it was closed too soon.
    pub fn next(self) -> Self {
        match self {
            Self::Prepared | Self::Closed => Self::Open,
            Self::Open => Self::Closed,
        }
    }
}

/// What a question is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AskedAbout {
    /// What has come of a benefit.
    Benefit(BenefitId),
    /// Whether a delivery has come, or when it will.
    Delivery(DeliveryId),
}

/// How a question was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswerKind {
    /// A statement on the benefit was sent in.
    Stated,
    /// The delivery was logged anew.
    Logged,
    /// Somebody says that there is nothing new, and why.
    NothingNew,
    /// Whoever asked no longer needs an answer.
    Withdrawn,
}

impl AnswerKind {
    /// All, in order.
    pub const ALL: [Self; 4] = [Self::Stated, Self::Logged, Self::NothingNew, Self::Withdrawn];

    /// The code used in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Logged => "logged",
            Self::NothingNew => "nothing_new",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoundAnswer {
    /// How.
    pub kind: AnswerKind,
    /// When.
    pub at: DateTime<Utc>,
    /// The statement, where one was sent in.
    #[serde(default)]
    pub statement: Option<StatementId>,
    /// What was said.
    #[serde(default)]
    pub note: Option<String>,
}

/// A question of a round: who is asked for what, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUpRequest {
    /// Identity.
    pub id: FollowUpRequestId,
    /// The initiative.
    pub initiative: InitiativeId,
    /// What it is about.
    pub about: AskedAbout,
    /// The unit that is asked: the benefit's owner. Where there is none, whoever manages the
    /// initiative's portfolios is.
    #[serde(default)]
    pub unit: Option<UnitId>,
    /// The rule that chose it; none where that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<Selection>,
    /// The answer, once there is one.
    #[serde(default)]
    pub answer: Option<RoundAnswer>,
}

/// A follow-up round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUpRound {
    /// Identity.
    pub id: FollowUpRoundId,
    /// The year that it is about.
    pub year: i32,
    /// The part of it.
    pub part: RoundPart,
    /// By when answers are wanted.
    pub due: NaiveDate,
    /// What those who are asked are told.
    #[serde(default)]
    pub message: Option<String>,
    /// How far it has come.
    pub state: RoundState,
    /// The day that it was sent out.
    #[serde(default)]
    pub opened_on: Option<NaiveDate>,
    /// The day that it was closed.
    #[serde(default)]
    pub closed_on: Option<NaiveDate>,
    /// Its questions, in order.
    #[serde(default)]
    pub requests: Vec<FollowUpRequest>,
}

/// How many were asked and how many have answered. What was withdrawn counts in neither.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RoundTally {
    /// Questions.
    pub asked: usize,
    /// Answers.
    pub answered: usize,
}

impl RoundTally {
    /// Counts questions.
    pub fn of<'a>(requests: impl IntoIterator<Item = &'a FollowUpRequest>) -> Self {
        requests.into_iter().fold(Self::default(), |tally, request| {
            match request.answer.as_ref().map(|answer| answer.kind) {
                Some(AnswerKind::Withdrawn) => tally,
                Some(_) => Self {
                    asked: tally.asked + 1,
                    answered: tally.answered + 1,
                },
                None => Self {
                    asked: tally.asked + 1,
                    ..tally
                },
            }
        })
    }

    /// Questions without an answer.
    pub fn open(self) -> usize {
        self.asked.saturating_sub(self.answered)
    }
}

impl FollowUpRound {
    /// All its questions.
    pub fn tally(&self) -> RoundTally {
        RoundTally::of(&self.requests)
    }

    /// By whom is asked: the unit, or none for those who manage the initiative's portfolios.
    pub fn by_unit(&self) -> BTreeMap<Option<UnitId>, RoundTally> {
        let mut units: BTreeMap<Option<UnitId>, Vec<&FollowUpRequest>> = BTreeMap::new();
        for request in &self.requests {
            units.entry(request.unit).or_default().push(request);
        }
        units
            .into_iter()
            .map(|(unit, requests)| (unit, RoundTally::of(requests)))
            .collect()
    }

    /// It is open and its day has passed.
    pub fn is_overdue(&self, day: NaiveDate) -> bool {
        self.state == RoundState::Open && self.due < day
    }

    /// The questions that wait for an answer, of an open round.
    pub fn waiting(&self) -> impl Iterator<Item = &FollowUpRequest> {
        let open = self.state == RoundState::Open;
        self.requests
            .iter()
            .filter(move |request| open && request.answer.is_none())
    }
}
