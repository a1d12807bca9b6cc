//! The form of a benefit's realisation plan.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::row::{cell, row_count, row_field};
use super::{FieldErrors, NAME_MAX, Problem, TEXT_MAX, typed_when};
use crate::id::{BenefitId, InitiativeId, PlanActivityId, UnitId};
use crate::realisation_plan::{PlanActivity, PlanRisk, RealisationPlan};
use crate::when::When;

/// A plan as typed. `id` and `version` are empty for a new one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RealisationPlanForm {
    /// Names this sending, so that one sent twice makes one row.
    pub submission: String,
    /// The plan that is changed; empty for a new one.
    pub id: String,
    /// The version that was read; empty for a new one.
    pub version: String,
    /// The initiative.
    pub initiative: String,
    /// The benefit.
    pub benefit: String,
    /// Identity of each activity that exists; empty for a new one.
    pub activity_id: Vec<String>,
    /// What is to be done, a row each.
    pub activity_text: Vec<String>,
    /// The unit that does it.
    pub activity_unit: Vec<String>,
    /// The role or person who does it.
    pub activity_who: Vec<String>,
    /// By when.
    pub activity_due: Vec<String>,
    /// The day on which it was done.
    pub activity_done: Vec<String>,
    /// What has to be in place first.
    pub preconditions: String,
    /// What can go wrong, a row each.
    pub risk_text: Vec<String>,
    /// What is done about it.
    pub risk_response: Vec<String>,
    /// The unit that follows up.
    pub follow_up_unit: String,
    /// When.
    pub follow_up_on: String,
    /// How.
    pub follow_up_how: String,
    /// "add_…" for one more row; anything else saves.
    pub action: String,
}

/// A valid activity; one that exists keeps its identity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPlanActivity {
    /// Which, where it exists.
    pub id: Option<PlanActivityId>,
    /// What.
    pub text: String,
    /// The unit that does it.
    pub unit: Option<UnitId>,
    /// The role or person who does it.
    pub who: Option<String>,
    /// By when.
    pub due: Option<When>,
    /// The day on which it was done.
    pub done_on: Option<NaiveDate>,
}

impl NewPlanActivity {
    /// The activity under an identity.
    pub fn with(self, id: PlanActivityId) -> PlanActivity {
        PlanActivity {
            id,
            text: self.text,
            unit: self.unit,
            who: self.who,
            due: self.due,
            done_on: self.done_on,
        }
    }
}

/// A valid plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRealisationPlan {
    /// The initiative.
    pub initiative: InitiativeId,
    /// The benefit.
    pub benefit: BenefitId,
    /// What is to be done, in order.
    pub activities: Vec<NewPlanActivity>,
    /// What has to be in place first.
    pub preconditions: Option<String>,
    /// What can go wrong, in order.
    pub risks: Vec<PlanRisk>,
    /// The unit that follows up.
    pub follow_up_unit: Option<UnitId>,
    /// When.
    pub follow_up_on: Option<When>,
    /// How.
    pub follow_up_how: Option<String>,
}

impl RealisationPlanForm {
    /// The form of a plan that exists.
    pub fn of(initiative: InitiativeId, plan: &RealisationPlan, version: i32) -> Self {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let unit = |unit: Option<UnitId>| unit.map(|unit| unit.to_string()).unwrap_or_default();
        let when = |when: Option<When>| when.map(typed_when).unwrap_or_default();
        let column = |cell: &dyn Fn(&PlanActivity) -> String| plan.activities.iter().map(cell).collect();
        Self {
            submission: String::new(),
            id: plan.id.to_string(),
            version: version.to_string(),
            initiative: initiative.to_string(),
            benefit: plan.benefit.to_string(),
            activity_id: column(&|one| one.id.to_string()),
            activity_text: column(&|one| one.text.clone()),
            activity_unit: column(&|one| unit(one.unit)),
            activity_who: column(&|one| text(&one.who)),
            activity_due: column(&|one| when(one.due)),
            activity_done: column(&|one| one.done_on.map(|day| day.to_string()).unwrap_or_default()),
            preconditions: text(&plan.preconditions),
            risk_text: plan.risks.iter().map(|risk| risk.text.clone()).collect(),
            risk_response: plan.risks.iter().map(|risk| text(&risk.response)).collect(),
            follow_up_unit: unit(plan.follow_up_unit),
            follow_up_on: when(plan.follow_up_on),
            follow_up_how: text(&plan.follow_up_how),
            action: String::new(),
        }
    }

    /// The same form with one more row, where that is what was asked for. Every row has to have its first cell, so
    /// that a new one does not slide up into an old one.
    pub fn with_row(mut self) -> Option<Self> {
        let (rows, column) = match self.action.as_str() {
            "add_activity" => (self.activity_rows(), &mut self.activity_text),
            "add_risk" => (self.risk_rows(), &mut self.risk_text),
            _ => return None,
        };
        column.resize(rows.saturating_add(1), String::new());
        Some(self)
    }

    fn activity_rows(&self) -> usize {
        row_count(&[
            &self.activity_text,
            &self.activity_unit,
            &self.activity_who,
            &self.activity_due,
            &self.activity_done,
        ])
    }

    fn risk_rows(&self) -> usize {
        row_count(&[&self.risk_text, &self.risk_response])
    }

    /// The valid plan, or all that is wrong. Nothing is required: what it lacks to be worth the name is told, not
    /// refused ([`RealisationPlan::lacks`]). `today` is the last day on which something can have been done.
    ///
    /// # Errors
    /// Names every field that needs mending.
    pub fn parse(&self, today: NaiveDate) -> Result<NewRealisationPlan, FieldErrors> {
        let mut errors = FieldErrors::default();
        let initiative = errors.choice("initiative", &self.initiative, |id| id.parse().ok());
        let benefit = errors.choice("benefit", &self.benefit, |id| id.parse().ok());
        let activities = (0..self.activity_rows())
            .filter_map(|row| self.activity(row, today, &mut errors))
            .collect();
        let preconditions = errors.optional("preconditions", &self.preconditions, TEXT_MAX);
        let risks = (0..self.risk_rows())
            .filter_map(|row| self.risk(row, &mut errors))
            .collect();
        let follow_up_unit =
            errors.optional_choice("follow_up_unit", &self.follow_up_unit, |id| id.parse().ok());
        let follow_up_on = errors.when("follow_up_on", &self.follow_up_on);
        let follow_up_how = errors.optional("follow_up_how", &self.follow_up_how, TEXT_MAX);
        let value = initiative
            .zip(benefit)
            .map(|(initiative, benefit)| NewRealisationPlan {
                initiative,
                benefit,
                activities,
                preconditions,
                risks,
                follow_up_unit,
                follow_up_on,
                follow_up_how,
            });
        errors.finish(value)
    }

    /// The activity of a row; a row with nothing typed in it is passed over.
    fn activity(&self, row: usize, today: NaiveDate, errors: &mut FieldErrors) -> Option<NewPlanActivity> {
        let typed = [
            &self.activity_text,
            &self.activity_unit,
            &self.activity_who,
            &self.activity_due,
            &self.activity_done,
        ];
        if typed.iter().all(|column| cell(column, row).trim().is_empty()) {
            return None;
        }
        let at = |column: &str| row_field(column, row);
        let text = errors.required(&at("activity_text"), cell(&self.activity_text, row), NAME_MAX);
        let unit = errors.optional_choice(&at("activity_unit"), cell(&self.activity_unit, row), |id| {
            id.parse().ok()
        });
        let who = errors.optional(&at("activity_who"), cell(&self.activity_who, row), NAME_MAX);
        let due = errors.when(&at("activity_due"), cell(&self.activity_due, row));
        let done_on = errors.day(&at("activity_done"), cell(&self.activity_done, row));
        if done_on.is_some_and(|done| done > today) {
            let given = cell(&self.activity_done, row).trim().to_owned();
            errors.push(&at("activity_done"), Problem::InTheFuture { given });
        }
        Some(NewPlanActivity {
            id: cell(&self.activity_id, row).trim().parse().ok(),
            text,
            unit,
            who,
            due,
            done_on,
        })
    }

    fn risk(&self, row: usize, errors: &mut FieldErrors) -> Option<PlanRisk> {
        let (text, response) = (cell(&self.risk_text, row), cell(&self.risk_response, row));
        if text.trim().is_empty() && response.trim().is_empty() {
            return None;
        }
        Some(PlanRisk {
            text: errors.required(&row_field("risk_text", row), text, NAME_MAX),
            response: errors.optional(&row_field("risk_response", row), response, TEXT_MAX),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::realisation_plan::PlanLack;

    const ID: &str = "019a0000-0000-7000-8000-000000000001";

    fn today() -> NaiveDate {
        "2025-10-01".parse().expect("a day")
    }

    fn texts(all: &[&str]) -> Vec<String> {
        all.iter().map(|text| (*text).to_owned()).collect()
    }

    fn form() -> RealisationPlanForm {
        RealisationPlanForm {
            initiative: ID.to_owned(),
            benefit: ID.to_owned(),
            activity_text: texts(&["Utbilda handläggarna", ""]),
            activity_unit: texts(&[ID, ""]),
            activity_due: texts(&["hösten 2025", ""]),
            activity_done: texts(&["2025-10-01", ""]),
            risk_text: texts(&["", "Få använder den"]),
            follow_up_unit: ID.to_owned(),
            follow_up_on: "2026-02-01".to_owned(),
            ..RealisationPlanForm::default()
        }
    }

    fn plan(new: NewRealisationPlan) -> RealisationPlan {
        RealisationPlan {
            id: ID.parse().expect("an id"),
            benefit: new.benefit,
            begun_on: None,
            activities: new
                .activities
                .into_iter()
                .map(|one| {
                    let id = one.id.unwrap_or(ID.parse().expect("an id"));
                    one.with(id)
                })
                .collect(),
            preconditions: new.preconditions,
            risks: new.risks,
            follow_up_unit: new.follow_up_unit,
            follow_up_on: new.follow_up_on,
            follow_up_how: new.follow_up_how,
        }
    }

    #[test]
    fn what_is_typed_comes_back_as_it_was() {
        let read = plan(form().parse(today()).expect("valid"));
        assert_eq!(
            (read.activities.len(), read.risks.len()),
            (1, 1),
            "empty rows are passed over"
        );
        assert_eq!(read.lacks(), [] as [PlanLack; 0]);
        let again = RealisationPlanForm::of(ID.parse().expect("an id"), &read, 3);
        assert_eq!(
            (again.version.as_str(), again.activity_due[0].as_str()),
            ("3", "hösten 2025")
        );
        assert_eq!(plan(again.parse(today()).expect("valid")), read);
    }

    #[test]
    fn nothing_is_required_of_a_plan_and_what_is_typed_has_to_be_right() {
        let empty = RealisationPlanForm {
            initiative: ID.to_owned(),
            benefit: ID.to_owned(),
            ..RealisationPlanForm::default()
        };
        assert!(empty.parse(today()).is_ok());
        let wrong = RealisationPlanForm {
            activity_text: texts(&["Utbilda", ""]),
            activity_due: texts(&["snart", "2026"]),
            activity_done: texts(&["2025-10-02", ""]),
            risk_text: Vec::new(),
            risk_response: texts(&["Vi informerar"]),
            follow_up_unit: "enheten".to_owned(),
            follow_up_on: "sedan".to_owned(),
            ..form()
        };
        let errors = wrong.parse(today()).expect_err("much is wrong");
        let fields: Vec<_> = errors.0.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(
            fields,
            [
                "activity_due-0",
                "activity_done-0",
                "activity_text-1",
                "risk_text-0",
                "follow_up_unit",
                "follow_up_on"
            ]
        );
        let given = "2025-10-02".to_owned();
        assert_eq!(
            errors.of("activity_done-0"),
            Some(&Problem::InTheFuture { given })
        );
    }

    #[test]
    fn a_row_is_added_after_all_that_are_there() {
        let asked = RealisationPlanForm {
            activity_text: texts(&["Utbilda"]),
            activity_due: texts(&["2025", "2026"]),
            action: "add_activity".to_owned(),
            ..form()
        };
        let more = asked.with_row().expect("a row was asked for");
        assert_eq!(more.activity_text, ["Utbilda", "", ""]);
        let risk = RealisationPlanForm {
            action: "add_risk".to_owned(),
            ..form()
        };
        assert_eq!(risk.with_row().expect("a row").risk_text.len(), 3);
        assert_eq!(form().with_row(), None);
    }
}
