use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};

use crate::area::{Area, Budget};
use crate::form::row::{cell, row_count, row_field};
use crate::form::{FieldErrors, NAME_MAX, Problem, TEXT_MAX};
use crate::id::{AreaSetId, BenefitGroupId};
use crate::money::Money;

/// An area as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AreaForm {
    /// Names this sending, so that one sent twice makes one row.
    pub submission: String,
    /// The area that is changed; empty for a new one.
    pub id: String,
    /// The version that was read; empty for a new one.
    pub version: String,
    /// The set that it belongs to.
    pub area_set: String,
    /// Number in the report.
    pub number: String,
    /// Name.
    pub name: String,
    /// Why the area exists.
    pub purpose: String,
    /// Which effects are expected.
    pub expected_effects: String,
    /// Ticked main groups.
    pub main_groups: Vec<String>,
    /// First year of each budget.
    pub budget_from: Vec<String>,
    /// Last year of each budget.
    pub budget_to: Vec<String>,
    /// Each budget's amount in thousands of kronor.
    pub budget_tkr: Vec<String>,
    /// What does not fit elsewhere.
    pub note: String,
    /// "add_budget" for one more row; anything else saves.
    pub action: String,
}

/// A valid area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewArea {
    /// The set that it belongs to.
    pub area_set: AreaSetId,
    /// Number in the report.
    pub number: String,
    /// Name.
    pub name: String,
    /// Why the area exists.
    pub purpose: String,
    /// Which effects are expected.
    pub expected_effects: String,
    /// The groups that the area aims at most.
    pub main_groups: Vec<BenefitGroupId>,
    /// Budgets as given.
    pub budgets: Vec<Budget>,
    /// What does not fit elsewhere.
    pub note: Option<String>,
}

/// Largest budget in thousands of kronor: far above any agency's, far below what öre can hold.
const LARGEST_TKR: i64 = 10_000_000_000;

impl AreaForm {
    /// The form of an area that exists.
    pub fn of(area: &Area, version: i32) -> Self {
        let budgets = &area.budgets;
        Self {
            submission: String::new(),
            id: area.id.to_string(),
            version: version.to_string(),
            area_set: area.area_set.to_string(),
            number: area.number.clone(),
            name: area.name.clone(),
            purpose: area.purpose.clone(),
            expected_effects: area.expected_effects.clone(),
            main_groups: area.main_groups.iter().map(ToString::to_string).collect(),
            budget_from: budgets
                .iter()
                .map(|budget| budget.from_year.to_string())
                .collect(),
            budget_to: budgets.iter().map(|budget| budget.to_year.to_string()).collect(),
            budget_tkr: budgets.iter().map(|budget| typed_tkr(budget.amount)).collect(),
            note: area.note.clone().unwrap_or_default(),
            action: String::new(),
        }
    }

    /// The same form with one more row, where that is what was asked for.
    pub fn with_row(mut self) -> Option<Self> {
        if self.action != "add_budget" {
            return None;
        }
        self.budget_tkr.push(String::new());
        Some(self)
    }

    /// The valid area, or all that is wrong.
    ///
    /// # Errors
    /// Names every field that needs mending.
    pub fn parse(&self) -> Result<NewArea, FieldErrors> {
        let mut errors = FieldErrors::default();
        let area_set = errors.choice("area_set", &self.area_set, |id| id.parse().ok());
        let number = errors.required("number", &self.number, NAME_MAX);
        if !number.is_empty() && !is_number(&number) {
            let given = number.clone();
            errors.push("number", Problem::NotANumber { given });
        }
        let name = errors.required("name", &self.name, NAME_MAX);
        let purpose = errors
            .optional("purpose", &self.purpose, TEXT_MAX)
            .unwrap_or_default();
        let expected_effects = errors
            .optional("expected_effects", &self.expected_effects, TEXT_MAX)
            .unwrap_or_default();
        let main_groups = errors.choices("main_groups", &self.main_groups, |id| id.parse().ok());
        let budgets = self.budgets(&mut errors);
        let note = errors.optional("note", &self.note, TEXT_MAX);
        let value = area_set.map(|area_set| NewArea {
            area_set,
            number,
            name,
            purpose,
            expected_effects,
            main_groups,
            budgets,
            note,
        });
        errors.finish(value)
    }

    fn budgets(&self, errors: &mut FieldErrors) -> Vec<Budget> {
        (0..row_count(&[&self.budget_from, &self.budget_to, &self.budget_tkr]))
            .filter_map(|row| self.budget(row, errors))
            .collect()
    }

    fn budget(&self, row: usize, errors: &mut FieldErrors) -> Option<Budget> {
        let columns = [
            ("budget_from", cell(&self.budget_from, row)),
            ("budget_to", cell(&self.budget_to, row)),
            ("budget_tkr", cell(&self.budget_tkr, row)),
        ];
        if columns.iter().all(|(_, typed)| typed.trim().is_empty()) {
            return None;
        }
        for (column, typed) in columns {
            // A budget for a single year may leave its last year open.
            if typed.trim().is_empty() && column != "budget_to" {
                errors.push(&row_field(column, row), Problem::Required);
            }
        }
        let [(_, from), (_, to), (_, tkr)] = columns;
        let from_year = errors.year(&row_field("budget_from", row), from);
        let to_year = if to.trim().is_empty() {
            from_year
        } else {
            errors.year(&row_field("budget_to", row), to)
        };
        let amount = amount(&row_field("budget_tkr", row), tkr, errors);
        let (from_year, to_year) = (from_year?, to_year?);
        if to_year < from_year {
            let given = to_year.to_string();
            errors.push(&row_field("budget_to", row), Problem::EndBeforeStart { given });
            return None;
        }
        Some(Budget {
            from_year,
            to_year,
            amount: amount?,
        })
    }
}

/// An amount in thousands of kronor, exact to the öre.
fn amount(field: &str, typed: &str, errors: &mut FieldErrors) -> Option<Money> {
    // The label says tkr, and people write it again.
    let typed = typed.trim();
    let typed = typed.strip_suffix("tkr").unwrap_or(typed);
    let tkr = errors.number(field, typed)?;
    let ore = tkr
        .checked_mul(Decimal::from(100_000))
        .filter(|ore| ore.is_integer());
    let largest = Decimal::from(LARGEST_TKR);
    match ore.and_then(|ore| ore.to_i64()) {
        Some(ore) if tkr >= Decimal::ZERO && tkr <= largest => Some(Money(ore)),
        _ => {
            errors.push(
                field,
                Problem::OutOfRange {
                    given: typed.trim().to_owned(),
                    min: "0".to_owned(),
                    max: LARGEST_TKR.to_string(),
                },
            );
            None
        }
    }
}

fn typed_tkr(amount: Money) -> String {
    amount.tkr().normalize().to_string().replace('.', ",")
}

/// Numbers of areas are like those of sections: "4.2".
fn is_number(text: &str) -> bool {
    text.split('.')
        .all(|part| !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "019a0000-0000-7000-8000-000000000001";

    fn form() -> AreaForm {
        AreaForm {
            area_set: ID.to_owned(),
            number: "4.10".to_owned(),
            name: "Kundarbete".to_owned(),
            budget_from: vec!["2022".to_owned(), "2025".to_owned(), String::new()],
            budget_to: vec!["2024".to_owned()],
            budget_tkr: vec!["330 000".to_owned(), "0,5".to_owned()],
            ..AreaForm::default()
        }
    }

    #[test]
    fn budgets_are_rows_and_a_single_year_needs_no_end() {
        let area = form().parse().expect("valid");
        let budget = |from_year, to_year, amount| Budget {
            from_year,
            to_year,
            amount: Money(amount),
        };
        let expected = [budget(2022, 2024, 33_000_000_000), budget(2025, 2025, 50_000)];
        assert_eq!(area.budgets, expected);
        let id = crate::id::AreaId(uuid::Uuid::nil());
        let stored = Area {
            id,
            area_set: area.area_set,
            number: area.number,
            name: area.name,
            purpose: String::new(),
            expected_effects: String::new(),
            main_groups: Vec::new(),
            budgets: expected.to_vec(),
            note: None,
        };
        let again = AreaForm::of(&stored, 3).parse().expect("reads back");
        assert_eq!(again.budgets, expected);
    }

    #[test]
    fn each_wrong_budget_is_named_by_its_row() {
        let wrong = AreaForm {
            budget_from: vec![
                "2024".to_owned(),
                "snart".to_owned(),
                String::new(),
                "2025".to_owned(),
            ],
            budget_to: vec!["2022".to_owned(), String::new(), String::new(), "2025".to_owned()],
            budget_tkr: vec![
                "1".to_owned(),
                "många".to_owned(),
                "7".to_owned(),
                "−1".to_owned(),
            ],
            ..form()
        };
        let errors = wrong.parse().expect_err("each row is wrong");
        let fields: Vec<_> = errors.0.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(
            fields,
            [
                "budget_to-0",
                "budget_from-1",
                "budget_tkr-1",
                "budget_from-2",
                "budget_tkr-3"
            ]
        );
    }

    #[test]
    fn an_amount_is_no_larger_than_any_agencys_and_exact_to_the_ore() {
        for (tkr, valid) in [
            ("0", true),
            ("10 000 000 000", true),
            ("10 000 000 001", false),
            ("0,00001 tkr", true),
            ("0,000001", false),
        ] {
            let area = AreaForm {
                budget_tkr: vec![tkr.to_owned(), "1".to_owned()],
                ..form()
            };
            let parsed = area.parse();
            assert_eq!(parsed.is_ok(), valid, "{tkr}");
            assert!(valid || parsed.is_err_and(|errors| errors.of("budget_tkr-0").is_some()));
        }
    }

    #[test]
    fn a_number_is_one_of_a_section() {
        for right in ["4", "4.10", "1234.5"] {
            let area = AreaForm {
                number: right.to_owned(),
                ..form()
            };
            assert_eq!(area.parse().expect("valid").number, right);
        }
        for wrong in ["fyra", "4.", ".2", "4..2", "4,2", "12345"] {
            let errors = AreaForm {
                number: wrong.to_owned(),
                ..form()
            };
            assert!(errors.parse().expect_err(wrong).of("number").is_some());
        }
    }
}
