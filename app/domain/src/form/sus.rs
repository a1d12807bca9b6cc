//! The form of a SUS evaluation.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{FieldErrors, NAME_MAX, Problem, typed_when};
use crate::id::DeliveryId;
use crate::sus::{SusEvaluation, SusLevel, SusResult};
use crate::when::When;

/// Most respondents of one evaluation.
const MOST_RESPONDENTS: usize = 1_000;
/// Longest text of all their answers: ten digits a line and what a spreadsheet puts between them, with room to spare.
const ANSWERS_MAX: usize = 40_000;

/// A SUS evaluation as typed: all answers, the score, or the verdict alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SusForm {
    /// Names this sending, so that one sent twice makes one row.
    pub submission: String,
    /// The evaluation that is changed; empty for a new one.
    pub id: String,
    /// The version that was read; empty for a new one.
    pub version: String,
    /// The delivery.
    pub delivery: String,
    /// The view or system that was judged.
    pub subject: String,
    /// When.
    pub when: String,
    /// What is known: "answers", "score" or "level".
    pub known: String,
    /// Ten answers a line, a line a respondent.
    pub answers: String,
    /// The score.
    pub score: String,
    /// Code of the verdict.
    pub level: String,
}

/// A valid SUS evaluation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSus {
    /// The delivery.
    pub delivery: DeliveryId,
    /// The view or system that was judged.
    pub subject: String,
    /// When.
    pub when: Option<When>,
    /// What it gave.
    pub result: SusResult,
}

impl SusForm {
    /// The form of an evaluation that exists.
    pub fn of(evaluation: &SusEvaluation, version: i32) -> Self {
        let mut form = Self {
            id: evaluation.id.to_string(),
            version: version.to_string(),
            delivery: evaluation.delivery.to_string(),
            subject: evaluation.subject.clone(),
            when: evaluation.when.map(typed_when).unwrap_or_default(),
            ..Self::default()
        };
        match &evaluation.result {
            SusResult::Answers(respondents) => {
                form.known = "answers".to_owned();
                let lines = respondents
                    .iter()
                    .map(|answers| answers.map(|a| a.to_string()).join(" "));
                form.answers = lines.collect::<Vec<_>>().join("\n");
            }
            SusResult::Score(score) => {
                form.known = "score".to_owned();
                form.score = score.to_string().replace('.', ",");
            }
            SusResult::Level(level) => {
                form.known = "level".to_owned();
                form.level = level.code().to_owned();
            }
        }
        form
    }

    /// The valid evaluation, or all that is wrong.
    ///
    /// # Errors
    /// Names every field that needs mending.
    pub fn parse(&self) -> Result<NewSus, FieldErrors> {
        let mut errors = FieldErrors::default();
        let delivery = errors.choice("delivery", &self.delivery, |id| id.parse().ok());
        let subject = errors.required("subject", &self.subject, NAME_MAX);
        let when = errors.when("when", &self.when);
        let known = errors.choice("known", self.known(), |known| {
            ["answers", "score", "level"]
                .into_iter()
                .find(|code| *code == known)
        });
        let result = match known {
            Some("answers") => self.all_answers(&mut errors).map(SusResult::Answers),
            Some("score") => self.score(&mut errors).map(SusResult::Score),
            Some(_) => errors
                .choice("level", &self.level, SusLevel::from_code)
                .map(SusResult::Level),
            None => None,
        };
        let value = delivery.zip(result).map(|(delivery, result)| NewSus {
            delivery,
            subject,
            when,
            result,
        });
        errors.finish(value)
    }

    /// What was chosen as known; where nothing is filled in for it but for one other, that one.
    fn known(&self) -> &str {
        let kinds = [
            ("answers", &self.answers),
            ("score", &self.score),
            ("level", &self.level),
        ];
        let is_filled = |code: &str| {
            let mut of_it = kinds.iter().filter(|(kind, _)| *kind == code);
            of_it.any(|(_, typed)| !typed.trim().is_empty())
        };
        let mut filled = kinds.iter().filter(|(code, _)| is_filled(code));
        match (filled.next(), filled.next()) {
            (Some((only, _)), None) if !is_filled(&self.known) => only,
            _ => &self.known,
        }
    }

    fn score(&self, errors: &mut FieldErrors) -> Option<Decimal> {
        if self.score.trim().is_empty() {
            errors.push("score", Problem::Required);
        }
        let score = errors.number("score", &self.score)?;
        if !(Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&score) {
            errors.push("score", out_of_range(self.score.trim(), "0", "100"));
            return None;
        }
        Some(score)
    }

    /// Anything but digits parts the answers, so that a block from a spreadsheet can be pasted.
    fn all_answers(&self, errors: &mut FieldErrors) -> Option<Vec<[u8; 10]>> {
        let typed = errors.required("answers", &self.answers, ANSWERS_MAX);
        let lines: Vec<&str> = typed.lines().filter(|line| !line.trim().is_empty()).collect();
        if lines.len() > MOST_RESPONDENTS {
            let given = lines.len().to_string();
            errors.push(
                "answers",
                out_of_range(&given, "1", &MOST_RESPONDENTS.to_string()),
            );
            return None;
        }
        let mut respondents = Vec::with_capacity(lines.len());
        for line in lines {
            match respondent(line) {
                Some(answers) => respondents.push(answers),
                None => {
                    // The first wrong line is named; the others are likely wrong in the same way.
                    let given = line.trim().to_owned();
                    errors.push("answers", Problem::UnknownChoice { given });
                    return None;
                }
            }
        }
        (!respondents.is_empty()).then_some(respondents)
    }
}

fn out_of_range(given: &str, min: &str, max: &str) -> Problem {
    Problem::OutOfRange {
        given: given.to_owned(),
        min: min.to_owned(),
        max: max.to_owned(),
    }
}

/// Ten answers from 1 to 5.
fn respondent(line: &str) -> Option<[u8; 10]> {
    let answers: Vec<u8> = line
        .split(|c: char| !c.is_ascii_digit())
        .filter(|word| !word.is_empty())
        .map(|word| word.parse().ok().filter(|answer| (1..=5).contains(answer)))
        .collect::<Option<_>>()?;
    answers.try_into().ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn form(known: &str) -> SusForm {
        SusForm {
            delivery: "019a0000-0000-7000-8000-000000000001".to_owned(),
            subject: "Handläggarvyn".to_owned(),
            known: known.to_owned(),
            ..SusForm::default()
        }
    }

    #[test]
    fn answers_are_read_as_they_are_pasted() {
        let pasted = SusForm {
            answers: "5\t1\t5\t1\t5\t1\t5\t1\t5\t1\r\n\r\n3, 3, 3, 3, 3, 3, 3, 3, 3, 3".to_owned(),
            ..form("answers")
        };
        let evaluation = pasted.parse().expect("valid");
        assert_eq!(
            evaluation.result,
            SusResult::Answers(vec![[5, 1, 5, 1, 5, 1, 5, 1, 5, 1], [3; 10]])
        );
        for wrong in ["1 2 3", "3 3 3 3 3 3 3 3 3 6", "0 3 3 3 3 3 3 3 3 3", "333"] {
            let errors = SusForm {
                answers: wrong.to_owned(),
                ..form("answers")
            };
            let given = wrong.to_owned();
            assert_eq!(
                errors.parse().expect_err(wrong).of("answers"),
                Some(&Problem::UnknownChoice { given })
            );
        }
    }

    #[test]
    fn only_what_is_known_is_asked_for() {
        let score = SusForm {
            score: "72,5".to_owned(),
            ..form("score")
        };
        let result = score.parse().expect("valid").result;
        assert_eq!(result, SusResult::Score(Decimal::new(725, 1)));
        let level = SusForm {
            level: "acceptable".to_owned(),
            ..form("level")
        };
        assert_eq!(
            level.parse().expect("valid").result,
            SusResult::Level(SusLevel::Acceptable)
        );
        for (known, field) in [
            ("answers", "answers"),
            ("score", "score"),
            ("level", "level"),
            ("", "known"),
        ] {
            assert!(
                form(known).parse().expect_err(known).of(field).is_some(),
                "{known}"
            );
        }
        let above = SusForm {
            score: "100,1".to_owned(),
            ..form("score")
        };
        assert!(above.parse().expect_err("above").of("score").is_some());
    }

    #[test]
    fn a_thousand_respondents_can_be_pasted_and_no_more() {
        let of = |respondents: usize| SusForm {
            answers: vec!["3, 3, 3, 3, 3, 3, 3, 3, 3, 3"; respondents].join("\r\n"),
            ..form("answers")
        };
        let evaluation = of(1_000).parse().expect("valid");
        assert_eq!(evaluation.result, SusResult::Answers(vec![[3; 10]; 1_000]));
        let errors = of(1_001).parse().expect_err("one too many");
        assert_eq!(errors.of("answers"), Some(&out_of_range("1001", "1", "1000")));
    }

    #[test]
    fn a_score_is_from_0_to_100() {
        for (score, valid) in [("0", true), ("100", true), ("-0,1", false), ("100,1", false)] {
            let form = SusForm {
                score: score.to_owned(),
                ..form("score")
            };
            assert_eq!(form.parse().is_ok(), valid, "{score}");
        }
    }

    proptest! {
        #[test]
        fn what_is_stored_reads_back(answers in prop::collection::vec(prop::array::uniform10(1_u8..=5), 1..5)) {
            let evaluation = SusEvaluation {
                id: crate::id::SusEvaluationId(uuid::Uuid::nil()),
                delivery: DeliveryId(uuid::Uuid::nil()),
                subject: "Vyn".to_owned(),
                when: None,
                result: SusResult::Answers(answers),
            };
            let again = SusForm::of(&evaluation, 1).parse().expect("valid");
            prop_assert_eq!(again.result, evaluation.result);
        }
    }

    #[test]
    fn what_is_filled_in_alone_is_what_is_known() {
        let score = SusForm {
            score: "71".to_owned(),
            ..form("answers")
        };
        let result = score.parse().expect("valid").result;
        assert_eq!(result, SusResult::Score(Decimal::from(71)));
        // Two are filled in: what was chosen is asked for.
        let two = SusForm {
            level: "acceptable".to_owned(),
            ..score
        };
        assert!(two.parse().expect_err("no answers").of("answers").is_some());
        assert!(
            form("answers")
                .parse()
                .expect_err("nothing")
                .of("answers")
                .is_some()
        );
    }
}
