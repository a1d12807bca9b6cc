//! The form of an initiative.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{FieldErrors, NAME_MAX, Problem, TEXT_MAX, ticked};
use crate::id::{AreaId, PortfolioId, UnitId};
use crate::initiative::{DevelopmentObject, Initiative, InitiativeSize, InitiativeStatus};
use crate::reading::Reading;

/// An initiative as typed. Its status is chosen once, as it is registered; afterwards it moves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct InitiativeForm {
    /// Names this sending, so that one sent twice makes one row.
    pub submission: String,
    /// The initiative that is changed; empty for a new one.
    pub id: String,
    /// The version that was read; empty for a new one.
    pub version: String,
    /// Name.
    pub name: String,
    /// What it is about.
    pub summary: String,
    /// Code of the status, of a new one.
    pub status: String,
    /// "on" where the source does not state the status outright.
    pub status_interpreted: String,
    /// "on" for a development object.
    pub development_object: String,
    /// Since when it is one.
    pub development_object_since: String,
    /// Code of the size.
    pub size: String,
    /// Default area of its deliveries.
    pub area: String,
    /// Ticked portfolios.
    pub portfolios: Vec<String>,
    /// The unit that owns it.
    pub owner: String,
    /// The day on which it has to be introduced by law.
    pub statutory_on: String,
    /// The year in which it began.
    pub started_year: String,
    /// Strategic focus area.
    pub focus_area: String,
    /// Free label.
    pub label: String,
    /// "on" where the source does not state the label outright.
    pub label_interpreted: String,
}

/// A valid initiative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewInitiative {
    /// Name.
    pub name: String,
    /// What it is about.
    pub summary: String,
    /// The status of a new one; none where one is changed.
    pub status: Option<Reading<InitiativeStatus>>,
    /// The mark of a development object.
    pub development_object: Option<DevelopmentObject>,
    /// Size.
    pub size: InitiativeSize,
    /// Default area.
    pub area: Option<AreaId>,
    /// Portfolios.
    pub portfolios: Vec<PortfolioId>,
    /// Owner.
    pub owner: Option<UnitId>,
    /// The day by law.
    pub statutory_on: Option<NaiveDate>,
    /// The year in which it began.
    pub started_year: Option<i32>,
    /// Strategic focus area.
    pub focus_area: Option<String>,
    /// Free label.
    pub label: Option<Reading<String>>,
}

impl InitiativeForm {
    /// The form of an initiative that exists.
    pub fn of(initiative: &Initiative, version: i32) -> Self {
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let object = initiative.development_object;
        let label = initiative.label.as_ref();
        Self {
            submission: String::new(),
            id: initiative.id.to_string(),
            version: version.to_string(),
            name: initiative.name.clone(),
            summary: initiative.summary.clone(),
            status: initiative.status.value.code().to_owned(),
            status_interpreted: ticked(initiative.status.interpreted),
            development_object: ticked(object.is_some()),
            development_object_since: day(object.and_then(|object| object.since)),
            size: initiative.size.code().to_owned(),
            area: initiative.area.map(|id| id.to_string()).unwrap_or_default(),
            portfolios: initiative.portfolios.iter().map(ToString::to_string).collect(),
            owner: initiative.owner.map(|id| id.to_string()).unwrap_or_default(),
            statutory_on: day(initiative.statutory_on),
            started_year: initiative
                .started_year
                .map(|year| year.to_string())
                .unwrap_or_default(),
            focus_area: initiative.focus_area.clone().unwrap_or_default(),
            label: label.map(|label| label.value.clone()).unwrap_or_default(),
            label_interpreted: ticked(label.is_some_and(|label| label.interpreted)),
        }
    }

    /// The valid initiative, or all that is wrong.
    ///
    /// # Errors
    /// Names every field that needs mending.
    pub fn parse(&self) -> Result<NewInitiative, FieldErrors> {
        let mut errors = FieldErrors::default();
        let is_new = self.id.trim().is_empty();
        let name = errors.required("name", &self.name, NAME_MAX);
        let summary = errors
            .optional("summary", &self.summary, TEXT_MAX)
            .unwrap_or_default();
        let status = is_new
            .then(|| errors.choice("status", &self.status, InitiativeStatus::from_code))
            .flatten()
            .map(|value| Reading {
                value,
                interpreted: !self.status_interpreted.is_empty(),
            });
        let since = errors.day("development_object_since", &self.development_object_since);
        let development_object = (!self.development_object.is_empty()).then_some(DevelopmentObject { since });
        if development_object.is_none() && since.is_some() {
            errors.push("development_object", Problem::Required);
        }
        let size = errors
            .optional_choice("size", &self.size, InitiativeSize::from_code)
            .unwrap_or_default();
        let area = errors.optional_choice("area", &self.area, |id| id.parse().ok());
        let portfolios = errors.choices("portfolios", &self.portfolios, |id| id.parse().ok());
        let owner = errors.optional_choice("owner", &self.owner, |id| id.parse().ok());
        let statutory_on = errors.day("statutory_on", &self.statutory_on);
        let started_year = errors.year("started_year", &self.started_year);
        let focus_area = errors.optional("focus_area", &self.focus_area, NAME_MAX);
        let label = errors
            .optional("label", &self.label, NAME_MAX)
            .map(|value| Reading {
                value,
                interpreted: !self.label_interpreted.is_empty(),
            });
        errors.finish(Some(NewInitiative {
            name,
            summary,
            status,
            development_object,
            size,
            area,
            portfolios,
            owner,
            statutory_on,
            started_year,
            focus_area,
            label,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> InitiativeForm {
        InitiativeForm {
            name: "Samlad ärendevy".to_owned(),
            status: "ongoing".to_owned(),
            ..InitiativeForm::default()
        }
    }

    #[test]
    fn a_name_and_a_status_will_do() {
        let initiative = form().parse().expect("valid");
        assert_eq!(
            initiative.status,
            Some(Reading::stated(InitiativeStatus::Ongoing))
        );
        assert_eq!(initiative.size, InitiativeSize::NotStated);
        assert_eq!(initiative.development_object, None);
        let errors = InitiativeForm::default().parse().expect_err("nothing given");
        let fields: Vec<_> = errors.0.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["name", "status"]);
    }

    #[test]
    fn an_existing_ones_status_is_not_read_from_the_form() {
        let existing = InitiativeForm {
            id: "019a0000-0000-7000-8000-000000000001".to_owned(),
            status: "what is not looked at".to_owned(),
            ..form()
        };
        assert_eq!(existing.parse().expect("valid").status, None);
    }

    #[test]
    fn what_is_read_into_a_source_is_told_from_what_it_states() {
        for (ticked, interpreted) in [("", false), ("on", true)] {
            let labelled = InitiativeForm {
                label: "Lagstyrt".to_owned(),
                label_interpreted: ticked.to_owned(),
                status_interpreted: ticked.to_owned(),
                ..form()
            };
            let initiative = labelled.parse().expect("valid");
            assert_eq!(initiative.label.map(|label| label.interpreted), Some(interpreted));
            assert_eq!(
                initiative.status.map(|status| status.interpreted),
                Some(interpreted)
            );
        }
    }

    #[test]
    fn a_year_is_a_year() {
        let wrong = InitiativeForm {
            started_year: "våren 2024".to_owned(),
            ..form()
        };
        let given = "våren 2024".to_owned();
        assert_eq!(
            wrong.parse().expect_err("no year").of("started_year"),
            Some(&Problem::NotAYear { given })
        );
    }

    #[test]
    fn a_day_without_the_mark_is_not_thrown_away_in_silence() {
        let day = InitiativeForm {
            development_object_since: "2025-03-01".to_owned(),
            ..form()
        };
        let errors = day.parse().expect_err("no mark");
        assert_eq!(errors.of("development_object"), Some(&Problem::Required));
        let marked = InitiativeForm {
            development_object: "on".to_owned(),
            ..day
        };
        let object = marked.parse().expect("valid").development_object;
        assert_eq!(object.and_then(|object| object.since), "2025-03-01".parse().ok());
    }
}
