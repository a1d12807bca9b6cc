//! The form that logs a delivery.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::figures::{FigureRows, NewFigure};
use super::row::{cell, row_count, row_field};
use super::{FieldErrors, NAME_MAX, Problem, TEXT_MAX, ticked, typed_when};
use crate::delivery::{DeliveryStatus, Launch, Upcoming};
use crate::id::{AreaId, InitiativeId};
use crate::reading::Reading;
use crate::when::When;

/// A delivery as typed. `id` and `version` are empty for a new one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeliveryForm {
    /// Names this sending, so that one sent twice makes one row.
    pub submission: String,
    /// The delivery that is changed; empty for a new one.
    pub id: String,
    /// The version that was read; empty for a new one.
    pub version: String,
    /// The initiative.
    pub initiative: String,
    /// Name.
    pub name: String,
    /// What it is.
    pub description: String,
    /// The area that it is reported in.
    pub area: String,
    /// Status code.
    pub status: String,
    /// "on" where the source does not state the status outright.
    pub status_interpreted: String,
    /// What was launched, a row a launch.
    pub launch_what: Vec<String>,
    /// When each launch was planned.
    pub planned: Vec<String>,
    /// When each happened.
    pub actual: Vec<String>,
    /// What is announced for later, a row each.
    pub upcoming_what: Vec<String>,
    /// When.
    pub upcoming_when: Vec<String>,
    /// Figures of the delivery itself.
    #[serde(flatten)]
    pub figures: FigureRows,
    /// What the source says that does not fit elsewhere.
    pub note: String,
    /// "add_…" for one more row; anything else saves.
    pub action: String,
}

/// A valid delivery, ready to be logged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDelivery {
    /// The initiative.
    pub initiative: InitiativeId,
    /// Name.
    pub name: String,
    /// What it is.
    pub description: String,
    /// The area; the initiative's own where none was chosen.
    pub area: Option<AreaId>,
    /// Status.
    pub status: Reading<DeliveryStatus>,
    /// Launches, in order.
    pub launches: Vec<Launch>,
    /// What is announced for later.
    pub upcoming: Vec<Upcoming>,
    /// Figures of the delivery itself.
    pub figures: Vec<NewFigure>,
    /// What does not fit elsewhere.
    pub note: Option<String>,
}

impl DeliveryForm {
    /// The form of a delivery that exists.
    pub fn of(delivery: &crate::delivery::Delivery, version: i32) -> Self {
        let when = |when: Option<When>| when.map(typed_when).unwrap_or_default();
        let launches = &delivery.launches;
        Self {
            submission: String::new(),
            id: delivery.id.to_string(),
            version: version.to_string(),
            initiative: delivery.initiative.to_string(),
            name: delivery.name.clone(),
            description: delivery.description.clone(),
            area: delivery.area.map(|area| area.to_string()).unwrap_or_default(),
            status: delivery.status.value.code().to_owned(),
            status_interpreted: ticked(delivery.status.interpreted),
            launch_what: launches.iter().map(|launch| launch.what.clone()).collect(),
            planned: launches.iter().map(|launch| when(launch.planned)).collect(),
            actual: launches.iter().map(|launch| when(launch.actual)).collect(),
            upcoming_what: delivery.upcoming.iter().map(|later| later.what.clone()).collect(),
            upcoming_when: delivery
                .upcoming
                .iter()
                .map(|later| typed_when(later.when))
                .collect(),
            figures: FigureRows::of(&delivery.figures),
            note: delivery.note.clone().unwrap_or_default(),
            action: String::new(),
        }
    }

    /// The same form with one more row, where that is what was asked for.
    pub fn with_row(mut self) -> Option<Self> {
        match self.action.as_str() {
            "add_launch" => self.launch_what.push(String::new()),
            "add_upcoming" => self.upcoming_what.push(String::new()),
            "add_figure" => self.figures.push_empty(),
            _ => return None,
        }
        Some(self)
    }

    /// The valid delivery, or all that is wrong. `today` is the last day on which something can have been
    /// launched.
    pub fn parse(&self, today: NaiveDate) -> Result<NewDelivery, FieldErrors> {
        let mut errors = FieldErrors::default();
        let initiative = errors.choice("initiative", &self.initiative, |id| id.parse().ok());
        let name = errors.required("name", &self.name, NAME_MAX);
        let description = errors.required("description", &self.description, TEXT_MAX);
        let area = errors.optional_choice("area", &self.area, |id| id.parse().ok());
        let status = errors.choice("status", &self.status, DeliveryStatus::from_code);
        let launches = self.launches(today, &mut errors);
        let in_use = matches!(
            status,
            Some(DeliveryStatus::Delivered | DeliveryStatus::PartlyDelivered)
        );
        if in_use && self.actual.iter().all(|actual| actual.trim().is_empty()) {
            errors.push(&row_field("actual", 0), Problem::LaunchMissing);
        }
        let upcoming = self.upcoming(&mut errors);
        let figures = self.figures.parse(&mut errors);
        let note = errors.optional("note", &self.note, TEXT_MAX);
        let value = initiative.zip(status).map(|(initiative, status)| NewDelivery {
            initiative,
            name,
            description,
            area,
            status: Reading {
                value: status,
                interpreted: !self.status_interpreted.is_empty(),
            },
            launches,
            upcoming,
            figures,
            note,
        });
        errors.finish(value)
    }

    fn launches(&self, today: NaiveDate, errors: &mut FieldErrors) -> Vec<Launch> {
        (0..row_count(&[&self.launch_what, &self.planned, &self.actual]))
            .filter_map(|index| {
                let what = errors.optional(
                    &row_field("launch_what", index),
                    cell(&self.launch_what, index),
                    NAME_MAX,
                );
                let planned = errors.when(&row_field("planned", index), cell(&self.planned, index));
                let field = row_field("actual", index);
                let actual = errors.when(&field, cell(&self.actual, index));
                if actual
                    .and_then(When::first_day)
                    .is_some_and(|first| first > today)
                {
                    let given = cell(&self.actual, index).trim().to_owned();
                    errors.push(&field, Problem::InTheFuture { given });
                }
                (what.is_some() || planned.is_some() || actual.is_some()).then(|| Launch {
                    what: what.unwrap_or_default(),
                    planned,
                    actual,
                })
            })
            .collect()
    }

    /// What is to come has words and a date, if only that it has none yet.
    fn upcoming(&self, errors: &mut FieldErrors) -> Vec<Upcoming> {
        (0..row_count(&[&self.upcoming_what, &self.upcoming_when]))
            .filter_map(|index| {
                let (what, when) = (cell(&self.upcoming_what, index), cell(&self.upcoming_when, index));
                if what.trim().is_empty() && when.trim().is_empty() {
                    return None;
                }
                let what = errors.required(&row_field("upcoming_what", index), what, NAME_MAX);
                let when = if when.trim().is_empty() {
                    Some(When::Undated)
                } else {
                    errors.when(&row_field("upcoming_when", index), when)
                };
                when.map(|when| Upcoming { what, when })
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        "2025-10-01".parse().expect("a day")
    }

    fn form() -> DeliveryForm {
        DeliveryForm {
            initiative: "019a0000-0000-7000-8000-000000000001".to_owned(),
            name: " Digital anmälan ".to_owned(),
            description: "Anmälan kan göras på webben.\r\nUtan blankett.".to_owned(),
            status: "delivered".to_owned(),
            actual: vec!["mars 2025".to_owned()],
            ..DeliveryForm::default()
        }
    }

    #[test]
    fn a_whole_form_becomes_a_delivery() {
        let delivery = form().parse(today()).expect("valid");
        assert_eq!(delivery.name, "Digital anmälan");
        assert_eq!(
            delivery.description,
            "Anmälan kan göras på webben.\nUtan blankett."
        );
        let [launch] = delivery.launches.as_slice() else {
            panic!("one launch: {:?}", delivery.launches);
        };
        assert_eq!(launch.actual, Some(When::Month { year: 2025, month: 3 }));
        assert_eq!(launch.planned, None);
        assert_eq!(delivery.status, Reading::stated(DeliveryStatus::Delivered));
    }

    #[test]
    fn an_empty_form_names_every_required_field_at_once() {
        let errors = DeliveryForm::default().parse(today()).expect_err("nothing given");
        let fields: Vec<_> = errors.0.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["initiative", "name", "description", "status"]);
    }

    #[test]
    fn what_is_in_use_says_since_when() {
        let undated = DeliveryForm {
            actual: vec![String::new(), " ".to_owned()],
            ..form()
        };
        let errors = undated.parse(today()).expect_err("no launch");
        assert_eq!(errors.of("actual-0"), Some(&Problem::LaunchMissing));
        let planned = DeliveryForm {
            status: "planned".to_owned(),
            ..undated
        };
        assert_eq!(planned.parse(today()).expect("valid").launches, []);
    }

    #[test]
    fn rows_are_read_in_order_and_empty_ones_are_passed_over() {
        let rows = |of: [&str; 3]| of.map(str::to_owned).to_vec();
        let several = DeliveryForm {
            launch_what: rows(["webb", "", "app"]),
            planned: rows(["2024-Q4", "", ""]),
            actual: rows(["mars 2025", "", "våren 2025"]),
            upcoming_what: rows(["mer", "", ""]),
            ..form()
        };
        let delivery = several.parse(today()).expect("valid");
        let what: Vec<_> = delivery.launches.iter().map(|l| l.what.as_str()).collect();
        assert_eq!(what, ["webb", "app"]);
        assert_eq!(delivery.upcoming.len(), 1);
        assert_eq!(delivery.upcoming[0].when, When::Undated);
        let wrong = DeliveryForm {
            actual: rows(["mars 2025", "", "snart"]),
            upcoming_when: rows(["", "2026", ""]),
            ..several
        };
        let errors = wrong.parse(today()).expect_err("two rows are wrong");
        let fields: Vec<_> = errors.0.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["actual-2", "upcoming_what-1"]);
    }

    #[test]
    fn a_launch_is_known_by_words_by_a_plan_or_by_a_day() {
        let rows = |of: [&str; 3]| of.map(str::to_owned).to_vec();
        let several = DeliveryForm {
            launch_what: rows(["webb", "", ""]),
            planned: rows(["", "2024-Q4", ""]),
            actual: rows(["", "", "mars 2025"]),
            ..form()
        };
        let launches = several.parse(today()).expect("valid").launches;
        let known = |launch: &Launch| {
            (
                !launch.what.is_empty(),
                launch.planned.is_some(),
                launch.actual.is_some(),
            )
        };
        let known: Vec<_> = launches.iter().map(known).collect();
        assert_eq!(
            known,
            [(true, false, false), (false, true, false), (false, false, true)]
        );
    }

    #[test]
    fn one_more_row_is_no_saving() {
        let more = DeliveryForm {
            action: "add_launch".to_owned(),
            launch_what: vec!["webb".to_owned()],
            ..form()
        };
        let more = more.with_row().expect("one more row");
        assert_eq!(more.launch_what, ["webb", ""]);
        assert_eq!(form().with_row(), None);
    }

    #[test]
    fn errors_carry_what_was_typed() {
        let wrong = DeliveryForm {
            name: "x".repeat(201),
            status: "klar".to_owned(),
            actual: vec!["snart".to_owned()],
            ..form()
        };
        let errors = wrong.parse(today()).expect_err("three fields are wrong");
        assert_eq!(
            errors.of("name"),
            Some(&Problem::TooLong {
                length: 201,
                max: 200
            })
        );
        let given = "klar".to_owned();
        assert_eq!(errors.of("status"), Some(&Problem::UnknownChoice { given }));
        let given = "snart".to_owned();
        assert_eq!(errors.of("actual-0"), Some(&Problem::NotADate { given }));
    }

    #[test]
    fn what_was_launched_was_not_launched_tomorrow() {
        let on = |actual: &str| DeliveryForm {
            actual: vec![actual.to_owned()],
            ..form()
        };
        let given = "2025-10-02".to_owned();
        let errors = on(&given).parse(today()).expect_err("tomorrow");
        assert_eq!(errors.of("actual-0"), Some(&Problem::InTheFuture { given }));
        // A month that has begun may be the month that it was.
        for past in ["2025-10-01", "oktober 2025", "2025"] {
            assert!(on(past).parse(today()).is_ok(), "{past}");
        }
    }
}
