//! System usability scale.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::id::{DeliveryId, SusEvaluationId};
use crate::when::When;

/// Verdict on a view's usability.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SusLevel {
    /// Below what is acceptable ("åtgärder behövs").
    NeedsAction,
    /// Acceptable ("godkänt").
    Acceptable,
    /// Excellent ("utmärkt").
    Excellent,
}

impl SusLevel {
    /// All, lowest first.
    pub const ALL: [Self; 3] = [Self::NeedsAction, Self::Acceptable, Self::Excellent];

    /// The code used in files and forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::NeedsAction => "needs_action",
            Self::Acceptable => "acceptable",
            Self::Excellent => "excellent",
        }
    }

    /// The verdict with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.code() == code)
    }
}

/// Thresholds of the verdicts. Default: Sauro & Lewis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SusThresholds {
    /// Scores from here are excellent.
    pub excellent_from: Decimal,
    /// Scores from here are acceptable.
    pub acceptable_from: Decimal,
}

impl Default for SusThresholds {
    fn default() -> Self {
        Self {
            excellent_from: Decimal::new(803, 1),
            acceptable_from: Decimal::new(68, 0),
        }
    }
}

impl SusThresholds {
    /// The verdict on a score.
    pub fn level(&self, score: Decimal) -> SusLevel {
        if score >= self.excellent_from {
            SusLevel::Excellent
        } else if score >= self.acceptable_from {
            SusLevel::Acceptable
        } else {
            SusLevel::NeedsAction
        }
    }
}

/// Why a respondent's answers are refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SusError {
    /// An answer is no whole number from 1 to 5.
    #[error("answer {item} is {value}; give a whole number from 1 to 5")]
    Answer {
        /// Which of the ten, 1 to 10.
        item: usize,
        /// What was given.
        value: u8,
    },
    /// Nobody has answered.
    #[error("no respondents: give at least one row of ten answers")]
    Nobody,
    /// A score lies outside the scale.
    #[error("score {0} lies outside 0–100")]
    Score(Decimal),
}

/// One respondent's score, 0–100: 2.5 · Σ(odd items: x−1, even items: 5−x) (Brooke 1996).
pub fn score(answers: &[u8; 10]) -> Result<Decimal, SusError> {
    let mut sum = 0_u32;
    for (index, &answer) in answers.iter().enumerate() {
        if !(1..=5).contains(&answer) {
            return Err(SusError::Answer {
                item: index + 1,
                value: answer,
            });
        }
        sum += u32::from(if index % 2 == 0 { answer - 1 } else { 5 - answer });
    }
    Ok(Decimal::from(sum) * Decimal::new(25, 1))
}

/// What an evaluation gave: all answers, the score, or the verdict alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum SusResult {
    /// Ten answers 1–5 from each respondent.
    Answers(Vec<[u8; 10]>),
    /// The mean score, 0–100.
    Score(Decimal),
    /// The verdict.
    Level(SusLevel),
}

impl SusResult {
    /// The mean score; none where only the verdict is known.
    pub fn score(&self) -> Result<Option<Decimal>, SusError> {
        match self {
            Self::Answers(respondents) => {
                let mut sum = Decimal::ZERO;
                for answers in respondents {
                    sum += score(answers)?;
                }
                let count = Decimal::from(respondents.len());
                sum.checked_div(count).map(Some).ok_or(SusError::Nobody)
            }
            Self::Score(score) if (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(score) => Ok(Some(*score)),
            Self::Score(score) => Err(SusError::Score(*score)),
            Self::Level(_) => Ok(None),
        }
    }

    /// The verdict.
    pub fn level(&self, thresholds: &SusThresholds) -> Result<SusLevel, SusError> {
        match self {
            Self::Level(level) => Ok(*level),
            other => other
                .score()?
                .map(|score| thresholds.level(score))
                .ok_or(SusError::Nobody),
        }
    }
}

/// A SUS evaluation of what a delivery brought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SusEvaluation {
    /// Identity.
    pub id: SusEvaluationId,
    /// The delivery.
    pub delivery: DeliveryId,
    /// The view or system that was judged.
    pub subject: String,
    /// When.
    #[serde(default)]
    pub when: Option<When>,
    /// What it gave.
    pub result: SusResult,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scale_ends_at_0_and_100_and_lies_at_50_in_the_middle() {
        assert_eq!(score(&[5, 1, 5, 1, 5, 1, 5, 1, 5, 1]), Ok(Decimal::ONE_HUNDRED));
        assert_eq!(score(&[1, 5, 1, 5, 1, 5, 1, 5, 1, 5]), Ok(Decimal::ZERO));
        assert_eq!(score(&[3; 10]), Ok(Decimal::new(50, 0)));
        assert_eq!(score(&[4, 2, 4, 2, 4, 1, 5, 2, 4, 2]), Ok(Decimal::new(80, 0)));
        assert_eq!(score(&[4, 2, 4, 1, 3, 2, 5, 2, 4, 3]), Ok(Decimal::new(75, 0)));
    }

    #[test]
    fn an_answer_outside_the_scale_is_named() {
        assert_eq!(
            score(&[3, 3, 0, 3, 3, 3, 3, 3, 3, 3]),
            Err(SusError::Answer { item: 3, value: 0 })
        );
        assert_eq!(
            score(&[3, 3, 3, 3, 3, 3, 3, 3, 3, 6]),
            Err(SusError::Answer { item: 10, value: 6 })
        );
        assert_eq!(SusResult::Answers(Vec::new()).score(), Err(SusError::Nobody));
        assert_eq!(
            SusResult::Score(Decimal::new(1001, 1)).score(),
            Err(SusError::Score(Decimal::new(1001, 1)))
        );
    }

    #[test]
    fn verdicts_change_at_their_thresholds() {
        let thresholds = SusThresholds::default();
        assert_eq!(thresholds.level(Decimal::new(679, 1)), SusLevel::NeedsAction);
        assert_eq!(thresholds.level(Decimal::new(68, 0)), SusLevel::Acceptable);
        assert_eq!(thresholds.level(Decimal::new(802, 1)), SusLevel::Acceptable);
        assert_eq!(thresholds.level(Decimal::new(803, 1)), SusLevel::Excellent);
        let known = SusResult::Score(Decimal::new(715, 1));
        assert_eq!(known.score(), Ok(Some(Decimal::new(715, 1))));
        assert_eq!(known.level(&thresholds), Ok(SusLevel::Acceptable));
        let alone = SusResult::Level(SusLevel::Acceptable);
        assert_eq!(alone.level(&thresholds), Ok(SusLevel::Acceptable));
        let mean = SusResult::Answers(vec![[5, 1, 5, 1, 5, 1, 5, 1, 5, 1], [3; 10]]);
        assert_eq!(mean.score(), Ok(Some(Decimal::new(75, 0))));
    }
}
