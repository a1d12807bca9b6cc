//! The form that adds an expected benefit.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{FieldErrors, FigureRows, NAME_MAX, NewFigure, Problem, TEXT_MAX, ticked};
use crate::benefit::ValueClass;
use crate::id::{BenefitGroupId, DeliveryId, InitiativeId, UnitId};

/// A benefit as typed. `id` and `version` are empty for a new one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct BenefitForm {
    /// Names this sending, so that one sent twice makes one row.
    pub submission: String,
    /// The benefit that is changed; empty for a new one.
    pub id: String,
    /// The version that was read; empty for a new one.
    pub version: String,
    /// The initiative.
    pub initiative: String,
    /// The delivery; empty for none.
    pub delivery: String,
    /// Ticked groups.
    pub groups: Vec<String>,
    /// A short name.
    pub title: String,
    /// What gets better for whom.
    pub description: String,
    /// Code of the value class.
    pub value_class: String,
    /// The unit that answers for it.
    pub owner: String,
    /// The unit that receives it.
    pub recipient: String,
    /// From when it is expected.
    pub expected_from: String,
    /// Until when.
    pub expected_to: String,
    /// "on" where it was not expected beforehand.
    pub unplanned: String,
    /// Figures that belong to the expectation.
    #[serde(flatten)]
    pub figures: FigureRows,
    /// "add_figure" for one more row; anything else saves.
    pub action: String,
}

/// A valid benefit, ready to be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewBenefit {
    /// The initiative.
    pub initiative: InitiativeId,
    /// The delivery.
    pub delivery: Option<DeliveryId>,
    /// Its groups, each once.
    pub groups: Vec<BenefitGroupId>,
    /// A short name.
    pub title: Option<String>,
    /// What gets better for whom.
    pub description: String,
    /// How it can be valued.
    pub value_class: ValueClass,
    /// The unit that answers for it.
    pub owner: Option<UnitId>,
    /// The unit that receives it.
    pub recipient: Option<UnitId>,
    /// From when it is expected.
    pub expected_from: Option<NaiveDate>,
    /// Until when.
    pub expected_to: Option<NaiveDate>,
    /// It was not expected beforehand.
    pub unplanned: bool,
    /// Figures that belong to the expectation.
    pub figures: Vec<NewFigure>,
}

impl BenefitForm {
    /// The form of a benefit that exists.
    pub fn of(benefit: &crate::benefit::Benefit, version: i32) -> Self {
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        Self {
            submission: String::new(),
            id: benefit.id.to_string(),
            version: version.to_string(),
            initiative: benefit.initiative.to_string(),
            delivery: benefit.delivery.map(|id| id.to_string()).unwrap_or_default(),
            groups: benefit
                .groups
                .iter()
                .map(|share| share.group.to_string())
                .collect(),
            title: benefit.title.clone().unwrap_or_default(),
            description: benefit.description.clone(),
            value_class: benefit.value_class.code().to_owned(),
            owner: benefit.owner.map(|id| id.to_string()).unwrap_or_default(),
            expected_from: day(benefit.expected_from),
            expected_to: day(benefit.expected_to),
            recipient: benefit.recipient.map(|id| id.to_string()).unwrap_or_default(),
            unplanned: ticked(benefit.unplanned),
            figures: FigureRows::of(&benefit.figures),
            action: String::new(),
        }
    }

    /// The same form with one more row, where that is what was asked for.
    pub fn with_row(mut self) -> Option<Self> {
        if self.action != "add_figure" {
            return None;
        }
        self.figures.push_empty();
        Some(self)
    }

    /// The valid benefit, or all that is wrong.
    pub fn parse(&self) -> Result<NewBenefit, FieldErrors> {
        let mut errors = FieldErrors::default();
        let initiative = errors.choice("initiative", &self.initiative, |id| id.parse().ok());
        let delivery = errors.optional_choice("delivery", &self.delivery, |id| id.parse().ok());
        let title = errors.optional("title", &self.title, NAME_MAX);
        let description = errors.required("description", &self.description, TEXT_MAX);
        let mut groups: Vec<BenefitGroupId> = errors.choices("groups", &self.groups, |id| id.parse().ok());
        let mut seen = std::collections::BTreeSet::new();
        groups.retain(|group| seen.insert(*group));
        if groups.is_empty() && errors.of("groups").is_none() {
            errors.push("groups", Problem::Required);
        }
        let value_class = errors
            .optional_choice("value_class", &self.value_class, ValueClass::from_code)
            .unwrap_or_default();
        let owner = errors.optional_choice("owner", &self.owner, |id| id.parse().ok());
        let recipient = errors.optional_choice("recipient", &self.recipient, |id| id.parse().ok());
        let (expected_from, expected_to) = errors.days(
            ("expected_from", &self.expected_from),
            ("expected_to", &self.expected_to),
        );
        let figures = self.figures.parse(&mut errors);
        let unplanned = !self.unplanned.is_empty();
        let value = initiative.map(|initiative| NewBenefit {
            initiative,
            delivery,
            groups,
            title,
            description,
            value_class,
            owner,
            recipient,
            expected_from,
            expected_to,
            unplanned,
            figures,
        });
        errors.finish(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "019a0000-0000-7000-8000-000000000001";

    fn form() -> BenefitForm {
        BenefitForm {
            initiative: ID.to_owned(),
            groups: vec![ID.to_owned(), ID.to_owned()],
            description: "Kortare väntan".to_owned(),
            ..BenefitForm::default()
        }
    }

    #[test]
    fn a_group_ticked_twice_counts_once() {
        let benefit = form().parse().expect("valid");
        assert_eq!(benefit.groups.len(), 1);
        assert_eq!(benefit.value_class, ValueClass::NotStated);
        assert!(!benefit.unplanned);
    }

    #[test]
    fn a_benefit_needs_a_group_and_words() {
        let errors = BenefitForm {
            initiative: ID.to_owned(),
            ..BenefitForm::default()
        }
        .parse()
        .expect_err("nothing given");
        let fields: Vec<_> = errors.0.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["description", "groups"]);
    }

    #[test]
    fn it_does_not_end_before_it_begins() {
        let same = BenefitForm {
            expected_from: "2025-01-01".into(),
            expected_to: "2025-01-01".into(),
            ..form()
        };
        assert!(same.parse().is_ok());
        let before = BenefitForm {
            expected_to: "2024-12-31".into(),
            ..same
        };
        let errors = before.parse().expect_err("ends before it begins");
        let given = "2024-12-31".to_owned();
        assert_eq!(errors.of("expected_to"), Some(&Problem::EndBeforeStart { given }));
    }
}
