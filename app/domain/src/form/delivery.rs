//! The form that logs a delivery.

use serde::{Deserialize, Serialize};

use super::{FieldErrors, NAME_MAX, Problem, TEXT_MAX, parse_when, typed_when};
use crate::delivery::{DeliveryStatus, Launch};
use crate::id::{AreaId, InitiativeId};

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
    /// What was launched.
    pub launch_what: String,
    /// When the launch was planned.
    pub planned: String,
    /// When it happened.
    pub actual: String,
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
    pub status: DeliveryStatus,
    /// The launch that was typed, where one was.
    pub launch: Option<Launch>,
}

impl DeliveryForm {
    /// The form of a delivery that exists. Of several launches the last is changed.
    pub fn of(delivery: &crate::delivery::Delivery, version: i32) -> Self {
        let launch = delivery.launches.last();
        let when = |when: Option<crate::when::When>| when.map(typed_when).unwrap_or_default();
        Self {
            submission: String::new(),
            id: delivery.id.to_string(),
            version: version.to_string(),
            initiative: delivery.initiative.to_string(),
            name: delivery.name.clone(),
            description: delivery.description.clone(),
            area: delivery.area.map(|area| area.to_string()).unwrap_or_default(),
            status: delivery.status.value.code().to_owned(),
            launch_what: launch.map(|launch| launch.what.clone()).unwrap_or_default(),
            planned: when(launch.and_then(|launch| launch.planned)),
            actual: when(launch.and_then(|launch| launch.actual)),
        }
    }

    /// The valid delivery, or all that is wrong.
    pub fn parse(&self) -> Result<NewDelivery, FieldErrors> {
        let mut errors = FieldErrors::default();
        let initiative = errors.choice("initiative", &self.initiative, |id| id.parse().ok());
        let name = errors.required("name", &self.name, NAME_MAX);
        let description = errors.required("description", &self.description, TEXT_MAX);
        let area = errors.optional_choice("area", &self.area, |id| id.parse().ok());
        let status = errors.choice("status", &self.status, DeliveryStatus::from_code);
        let what = errors.optional("launch_what", &self.launch_what, NAME_MAX);
        let mut when = |field: &str, text: &str| {
            if text.trim().is_empty() {
                return None;
            }
            let when = parse_when(text);
            if when.is_none() {
                errors.push(
                    field,
                    Problem::NotADate {
                        given: text.trim().to_owned(),
                    },
                );
            }
            when
        };
        let planned = when("planned", &self.planned);
        let actual = when("actual", &self.actual);
        let in_use = matches!(
            status,
            Some(DeliveryStatus::Delivered | DeliveryStatus::PartlyDelivered)
        );
        if in_use && self.actual.trim().is_empty() {
            errors.push("actual", Problem::LaunchMissing);
        }
        let launch = (what.is_some() || planned.is_some() || actual.is_some()).then(|| Launch {
            what: what.unwrap_or_default(),
            planned,
            actual,
        });
        let value = initiative.zip(status).map(|(initiative, status)| NewDelivery {
            initiative,
            name,
            description,
            area,
            status,
            launch,
        });
        errors.finish(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::when::When;

    fn form() -> DeliveryForm {
        DeliveryForm {
            initiative: "019a0000-0000-7000-8000-000000000001".to_owned(),
            name: " Digital anmälan ".to_owned(),
            description: "Anmälan kan göras på webben.\r\nUtan blankett.".to_owned(),
            status: "delivered".to_owned(),
            actual: "mars 2025".to_owned(),
            ..DeliveryForm::default()
        }
    }

    #[test]
    fn a_whole_form_becomes_a_delivery() {
        let delivery = form().parse().expect("valid");
        assert_eq!(delivery.name, "Digital anmälan");
        assert_eq!(
            delivery.description,
            "Anmälan kan göras på webben.\nUtan blankett."
        );
        let launch = delivery.launch.expect("a launch");
        assert_eq!(launch.actual, Some(When::Month { year: 2025, month: 3 }));
        assert_eq!(launch.planned, None);
    }

    #[test]
    fn an_empty_form_names_every_required_field_at_once() {
        let errors = DeliveryForm::default().parse().expect_err("nothing given");
        let fields: Vec<_> = errors.0.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["initiative", "name", "description", "status"]);
    }

    #[test]
    fn what_is_in_use_says_since_when() {
        let undated = DeliveryForm {
            actual: String::new(),
            ..form()
        };
        let errors = undated.parse().expect_err("no launch");
        assert_eq!(errors.of("actual"), Some(&Problem::LaunchMissing));
        let planned = DeliveryForm {
            status: "planned".to_owned(),
            ..undated
        };
        assert_eq!(planned.parse().expect("valid").launch, None);
    }

    #[test]
    fn errors_carry_what_was_typed() {
        let wrong = DeliveryForm {
            name: "x".repeat(201),
            status: "klar".to_owned(),
            actual: "snart".to_owned(),
            ..form()
        };
        let errors = wrong.parse().expect_err("three fields are wrong");
        assert_eq!(
            errors.of("name"),
            Some(&Problem::TooLong {
                length: 201,
                max: 200
            })
        );
        assert_eq!(
            errors.of("status"),
            Some(&Problem::UnknownChoice {
                given: "klar".to_owned()
            })
        );
        assert_eq!(
            errors.of("actual"),
            Some(&Problem::NotADate {
                given: "snart".to_owned()
            })
        );
    }
}
