//! Investment areas and the dated sets that they belong to.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::id::{AreaId, AreaSetId, BenefitGroupId};
use crate::money::Money;

/// A set of areas that planning followed during a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AreaSet {
    /// Identity.
    pub id: AreaSetId,
    /// Name.
    pub name: String,
    /// First day, where known.
    #[serde(default)]
    pub valid_from: Option<NaiveDate>,
    /// Last day; `None` while it is in use.
    #[serde(default)]
    pub valid_to: Option<NaiveDate>,
}

/// A budget as given: for a span of years, never spread over them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Budget {
    /// First year.
    pub from_year: i32,
    /// Last year.
    pub to_year: i32,
    /// The whole amount.
    pub amount: Money,
}

impl Budget {
    /// All its years are among these.
    fn is_within(&self, from_year: i32, to_year: i32) -> bool {
        self.from_year >= from_year && self.to_year <= to_year
    }
}

/// An investment area (investeringsområde).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// Identity.
    pub id: AreaId,
    /// The set that it belongs to.
    pub area_set: AreaSetId,
    /// Number in the report, e.g. "4.2".
    pub number: String,
    /// Name.
    pub name: String,
    /// Why the area exists. Plain text with paragraphs.
    #[serde(default)]
    pub purpose: String,
    /// Which effects are expected. Plain text with paragraphs.
    #[serde(default)]
    pub expected_effects: String,
    /// The groups that the area aims at most: marks, not limits.
    #[serde(default)]
    pub main_groups: Vec<BenefitGroupId>,
    /// Budgets as given.
    #[serde(default)]
    pub budgets: Vec<Budget>,
    /// What the source says that does not fit elsewhere, contradictions among it.
    #[serde(default)]
    pub note: Option<String>,
}

impl Area {
    /// The budget given for exactly these years; several are added. `None` where none was given:
    /// a budget for other years is not spread to fit.
    pub fn budget(&self, from_year: i32, to_year: i32) -> Option<Money> {
        let mut given = self
            .budgets
            .iter()
            .filter(|budget| budget.is_within(from_year, to_year))
            .peekable();
        given.peek()?;
        Some(given.map(|budget| budget.amount).sum())
    }

    /// The budgets that [`Self::budget`] leaves out, in time's order.
    pub fn other_budgets(&self, from_year: i32, to_year: i32) -> Vec<Budget> {
        let mut others: Vec<Budget> = self
            .budgets
            .iter()
            .filter(|budget| !budget.is_within(from_year, to_year))
            .copied()
            .collect();
        others.sort_by_key(|budget| (budget.from_year, budget.to_year));
        others
    }
}

/// The number that a new area is given where nobody chooses another: the one after the last of its set.
/// Areas are the fourth chapter of the report (product rules, section 4), so the first is 4.1.
pub fn next_number<'a>(numbers: impl IntoIterator<Item = &'a str>) -> String {
    let last = numbers.into_iter().max_by_key(|number| number_order(number));
    let Some(last) = last else {
        return "4.1".to_owned();
    };
    let (before, part) = last.rsplit_once('.').unwrap_or(("", last));
    let next = part.parse::<u32>().ok().and_then(|part| part.checked_add(1));
    match (before, next) {
        (_, None) => String::new(),
        ("", Some(next)) => next.to_string(),
        (before, Some(next)) => format!("{before}.{next}"),
    }
}

/// Orders area numbers as people read them: "4.2" before "4.10".
pub fn number_order(number: &str) -> Vec<u32> {
    number
        .split('.')
        .map(|part| part.parse().unwrap_or(u32::MAX))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_belongs_to_the_years_that_it_lies_within() {
        let budget = |from_year, to_year, amount| Budget {
            from_year,
            to_year,
            amount: Money(amount),
        };
        let outside = [budget(2022, 2024, 5), budget(2025, 2027, 7)];
        let within = [budget(2023, 2025, 1), budget(2024, 2024, 2)];
        let area = |budgets: Vec<Budget>| Area {
            id: AreaId(uuid::Uuid::nil()),
            area_set: AreaSetId(uuid::Uuid::nil()),
            number: String::new(),
            name: String::new(),
            purpose: String::new(),
            expected_effects: String::new(),
            main_groups: Vec::new(),
            budgets,
            note: None,
        };
        let all = area([outside[1], within[0], outside[0], within[1]].to_vec());
        assert_eq!(all.budget(2023, 2025), Some(Money(3)));
        assert_eq!(all.other_budgets(2023, 2025), outside, "in time's order");
        let none = area(outside.to_vec());
        assert_eq!(none.budget(2023, 2025), None, "never spread to fit");
        assert_eq!(none.other_budgets(2022, 2024), [outside[1]]);
    }

    #[test]
    fn a_new_area_comes_after_the_last() {
        assert_eq!(next_number([]), "4.1");
        assert_eq!(next_number(["4.2", "4.10", "4.9"]), "4.11");
        assert_eq!(next_number(["1", "3", "2"]), "4");
        assert_eq!(
            next_number(["4.x"]),
            "",
            "what does not count is not guessed from"
        );
    }
}
