//! The form of an effect goal: which measure, from where, to where, by when.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::row::{cell, row_count, row_field};
use super::{FieldErrors, NAME_MAX, Problem, TEXT_MAX, typed_number, typed_when};
use crate::effect_goal::{Baseline, EffectGoal, GoalVersion, Target};
use crate::id::{BenefitId, MeasureId};
use crate::measure::{Cadence, Split};

/// An effect goal as typed. `id` and `version` are empty for a new one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct EffectGoalForm {
    /// Names this sending, so that one sent twice makes one row.
    pub submission: String,
    /// The goal that is changed; empty for a new one.
    pub id: String,
    /// The version that was read; empty for a new one.
    pub version: String,
    /// The benefit.
    pub benefit: String,
    /// The measure.
    pub measure: String,
    /// Key of the part; empty for the whole.
    pub split: String,
    /// How much of the measure it claims, in percent; all of it where nothing is typed.
    pub claim: String,
    /// Code of the window; empty where each measurement stands for itself.
    pub window: String,
    /// The value before.
    pub baseline: String,
    /// When that was measured.
    pub baseline_when: String,
    /// Where it was taken from.
    pub baseline_source: String,
    /// Days by which something is to be reached.
    pub target_day: Vec<String>,
    /// What is to be reached by then.
    pub target_value: Vec<String>,
    /// How it is measured.
    pub method: String,
    /// Why it is changed, or set after the decision.
    pub reason: String,
    /// "add_target" for one more row.
    pub action: String,
}

/// A valid effect goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEffectGoal {
    /// The benefit.
    pub benefit: BenefitId,
    /// The measure.
    pub measure: MeasureId,
    /// The part that is followed.
    pub split: Split,
    /// How much of the measure it claims, in percent.
    pub claim: Decimal,
    /// Over which calendar period outcomes are put together.
    pub window: Option<Cadence>,
    /// The value before.
    pub baseline: Option<Baseline>,
    /// What is to be reached, by day.
    pub targets: Vec<Target>,
    /// How it is measured.
    pub method: Option<String>,
    /// Why it is changed, or set after the decision.
    pub reason: Option<String>,
}

impl EffectGoalForm {
    /// The form of a goal that exists, with its latest version.
    pub fn of(goal: &EffectGoal, version: i32) -> Self {
        let mut form = Self {
            id: goal.id.to_string(),
            version: version.to_string(),
            benefit: goal.benefit.map(|id| id.to_string()).unwrap_or_default(),
            measure: goal.measure.to_string(),
            split: goal.split.key(),
            claim: typed_number(goal.claim),
            window: goal.window.map(Cadence::code).unwrap_or_default().to_owned(),
            ..Self::default()
        };
        let Some(latest) = goal.versions.last() else {
            return form;
        };
        if let Some(baseline) = &latest.baseline {
            form.baseline = typed_number(baseline.value);
            form.baseline_when = baseline.when.map(typed_when).unwrap_or_default();
            form.baseline_source = baseline.source.clone().unwrap_or_default();
        }
        form.target_day = latest.targets.iter().map(|one| one.day.to_string()).collect();
        form.target_value = latest.targets.iter().map(|one| typed_number(one.value)).collect();
        form.method = latest.method.clone().unwrap_or_default();
        form.reason = latest.reason.clone().unwrap_or_default();
        form
    }

    /// The same form with one more row, where that is what was asked for.
    pub fn with_row(mut self) -> Option<Self> {
        (self.action == "add_target").then(|| {
            self.target_day.push(String::new());
            self
        })
    }

    /// How many rows of targets there are, empty ones too.
    pub fn rows(&self) -> usize {
        row_count(&[&self.target_day, &self.target_value])
    }

    /// The valid goal, or all that is wrong.
    ///
    /// # Errors
    /// Names every field that needs mending.
    pub fn parse(&self) -> Result<NewEffectGoal, FieldErrors> {
        let mut errors = FieldErrors::default();
        let benefit = errors.choice("benefit", &self.benefit, |id| id.parse().ok());
        let measure = errors.choice("measure", &self.measure, |id| id.parse().ok());
        let split = Split::from_key(self.split.trim());
        if split.is_none() {
            let given = self.split.trim().to_owned();
            errors.push("split", Problem::UnknownChoice { given });
        }
        let claim = self.claim(&mut errors);
        let window = errors.optional_choice("window", &self.window, Cadence::from_code);
        let baseline = self.baseline(&mut errors);
        let targets = self.targets(&mut errors);
        let method = errors.optional("method", &self.method, TEXT_MAX);
        let reason = errors.optional("reason", &self.reason, TEXT_MAX);
        let value = benefit
            .zip(measure)
            .zip(split)
            .map(|((benefit, measure), split)| NewEffectGoal {
                benefit,
                measure,
                split,
                claim,
                window,
                baseline,
                targets,
                method,
                reason,
            });
        errors.finish(value)
    }

    fn claim(&self, errors: &mut FieldErrors) -> Decimal {
        let Some(claim) = errors.fine_number("claim", &self.claim) else {
            return Decimal::ONE_HUNDRED;
        };
        if claim <= Decimal::ZERO || claim > Decimal::ONE_HUNDRED {
            let given = self.claim.trim().to_owned();
            let (min, max) = ("0,000001".to_owned(), "100".to_owned());
            errors.push("claim", Problem::OutOfRange { given, min, max });
        }
        claim
    }

    fn baseline(&self, errors: &mut FieldErrors) -> Option<Baseline> {
        let value = errors.fine_number("baseline", &self.baseline);
        let when = errors.when("baseline_when", &self.baseline_when);
        let source = errors.optional("baseline_source", &self.baseline_source, NAME_MAX);
        if self.baseline.trim().is_empty() && (when.is_some() || source.is_some()) {
            errors.push("baseline", Problem::Required);
        }
        value.map(|value| Baseline { value, when, source })
    }

    /// By day, each day once; rows with nothing typed in them are passed over.
    fn targets(&self, errors: &mut FieldErrors) -> Vec<Target> {
        let mut targets: Vec<Target> = Vec::new();
        for row in 0..self.rows() {
            let (day, value) = (cell(&self.target_day, row), cell(&self.target_value, row));
            if day.trim().is_empty() && value.trim().is_empty() {
                continue;
            }
            let (day_at, value_at) = (row_field("target_day", row), row_field("target_value", row));
            for (at, typed) in [(&day_at, day), (&value_at, value)] {
                if typed.trim().is_empty() {
                    errors.push(at, Problem::Required);
                }
            }
            let (day, value) = (errors.day(&day_at, day), errors.fine_number(&value_at, value));
            let Some((day, value)) = day.zip(value) else {
                continue;
            };
            if targets.iter().any(|other| other.day == day) {
                let given = day.to_string();
                errors.push(&day_at, Problem::Taken { given });
            }
            targets.push(Target { day, value });
        }
        if targets.is_empty() && errors.0.iter().all(|error| !error.field.starts_with("target_")) {
            errors.push(&row_field("target_day", 0), Problem::Required);
        }
        targets.sort_by_key(|target| target.day);
        targets
    }
}

impl NewEffectGoal {
    /// The version that it makes, under a number and by a definition of the measure.
    pub fn version(
        &self,
        number: i32,
        definition: i32,
        state: crate::statement::ApprovalState,
    ) -> GoalVersion {
        GoalVersion {
            number,
            definition,
            baseline: self.baseline.clone(),
            targets: self.targets.clone(),
            method: self.method.clone(),
            reason: self.reason.clone(),
            state,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::effect_goal::tests::{goal, version};
    use crate::statement::ApprovalState;

    fn form() -> EffectGoalForm {
        EffectGoalForm::of(&goal(vec![version(1, Some(40), &[("2025-12-31", 5)])]), 2)
    }

    #[test]
    fn what_is_stored_reads_the_same_from_its_form() {
        let new = form().parse().expect("valid");
        let stored = goal(vec![version(1, Some(40), &[("2025-12-31", 5)])]);
        assert_eq!(new.version(1, 1, ApprovalState::Approved), stored.versions[0]);
        assert_eq!((Some(new.benefit), new.claim), (stored.benefit, stored.claim));
        let part = EffectGoal {
            split: Split::from_key("women").expect("a part"),
            claim: Decimal::new(405, 1),
            window: Some(Cadence::Quarter),
            ..stored
        };
        let new = EffectGoalForm::of(&part, 2).parse().expect("valid");
        assert_eq!(
            (new.split, new.claim, new.window),
            (part.split, part.claim, part.window)
        );
    }

    #[test]
    fn all_of_the_measure_is_claimed_where_nothing_is_said() {
        let nothing = EffectGoalForm {
            claim: String::new(),
            ..form()
        };
        assert_eq!(nothing.parse().expect("valid").claim, Decimal::ONE_HUNDRED);
        for (typed, valid) in [
            ("0", false),
            ("−5", false),
            ("100", true),
            ("100,1", false),
            ("0,5", true),
        ] {
            let claiming = EffectGoalForm {
                claim: typed.to_owned(),
                ..form()
            };
            assert_eq!(claiming.parse().is_ok(), valid, "{typed}");
        }
    }

    #[test]
    fn targets_come_by_day_and_each_day_once() {
        let of = |days: &[&str], values: &[&str]| {
            let list = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect();
            EffectGoalForm {
                target_day: list(days),
                target_value: list(values),
                ..form()
            }
            .parse()
        };
        let targets = of(&["2026-12-31", "", "2025-12-31"], &["5", "", "10,5"])
            .expect("valid")
            .targets;
        assert_eq!(
            targets
                .iter()
                .map(|one| one.value.to_string())
                .collect::<Vec<_>>(),
            ["10.5", "5"]
        );
        let fields = |outcome: Result<NewEffectGoal, FieldErrors>| -> Vec<String> {
            outcome
                .expect_err("wrong")
                .0
                .into_iter()
                .map(|error| error.field)
                .collect()
        };
        assert_eq!(
            fields(of(&["2025-12-31", "2025-12-31"], &["1", "2"])),
            ["target_day-1"]
        );
        assert_eq!(
            fields(of(&["2025-12-31", ""], &["", "2"])),
            ["target_value-0", "target_day-1"]
        );
        assert_eq!(fields(of(&[], &[])), ["target_day-0"]);
        assert_eq!(
            fields(of(&["snart"], &["1,1234567"])),
            ["target_day-0", "target_value-0"]
        );
    }

    #[test]
    fn a_baseline_without_its_value_is_asked_for() {
        let form = EffectGoalForm {
            baseline: String::new(),
            baseline_source: "Systemet".to_owned(),
            ..form()
        };
        assert_eq!(
            form.parse().expect_err("no value").of("baseline"),
            Some(&Problem::Required)
        );
        let without = EffectGoalForm {
            baseline_source: String::new(),
            ..form
        };
        assert_eq!(without.parse().expect("valid").baseline, None);
    }
}
