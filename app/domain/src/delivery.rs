//! Deliveries and their launches.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::figure::Figure;
use crate::id::{AreaId, DeliveryId, InitiativeId};
use crate::reading::Reading;
use crate::when::When;

/// How far a delivery has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryStatus {
    /// Nothing is in use yet.
    Planned,
    /// Some of it is in use.
    PartlyDelivered,
    /// All of it is in use.
    Delivered,
    /// It will not come.
    Cancelled,
}

impl DeliveryStatus {
    /// All, in the order of forms.
    pub const ALL: [Self; 4] = [
        Self::Planned,
        Self::PartlyDelivered,
        Self::Delivered,
        Self::Cancelled,
    ];

    /// The code used in files and forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::PartlyDelivered => "partly_delivered",
            Self::Delivered => "delivered",
            Self::Cancelled => "cancelled",
        }
    }

    /// The status with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }
}

/// Something of the delivery put to use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Launch {
    /// What was launched.
    #[serde(default)]
    pub what: String,
    /// When it was planned to be.
    #[serde(default)]
    pub planned: Option<When>,
    /// When it was.
    #[serde(default)]
    pub actual: Option<When>,
}

/// Something that the source announces for later and that is no launch yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Upcoming {
    /// What.
    pub what: String,
    /// When.
    pub when: When,
}

/// A delivery (leverans) of an initiative.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Delivery {
    /// Identity.
    pub id: DeliveryId,
    /// The initiative that delivers.
    pub initiative: InitiativeId,
    /// The area that it is reported in.
    #[serde(default)]
    pub area: Option<AreaId>,
    /// Order within the area, as the source lists them.
    #[serde(default)]
    pub ordinal: i32,
    /// Name.
    pub name: String,
    /// What it is. Plain text with paragraphs.
    #[serde(default)]
    pub description: String,
    /// Launches in order.
    #[serde(default)]
    pub launches: Vec<Launch>,
    /// What is announced for later.
    #[serde(default)]
    pub upcoming: Vec<Upcoming>,
    /// How far it has come.
    pub status: Reading<DeliveryStatus>,
    /// Figures that describe the delivery itself.
    #[serde(default)]
    pub figures: Vec<Figure>,
    /// What the source says that does not fit elsewhere, contradictions among it.
    #[serde(default)]
    pub note: Option<String>,
}

impl Delivery {
    /// How far it had come by a day. What was launched later had not come by then; a launch without a date, where all is
    /// delivered, may have.
    pub fn status_as_of(&self, day: NaiveDate) -> DeliveryStatus {
        let status = self.status.value;
        if !matches!(
            status,
            DeliveryStatus::PartlyDelivered | DeliveryStatus::Delivered
        ) {
            return status;
        }
        let happened: Vec<bool> = self
            .launches
            .iter()
            .filter_map(|launch| launch.actual)
            .map(|actual| actual.first_day().is_none_or(|first| first <= day))
            .collect();
        let unsaid = status == DeliveryStatus::Delivered && happened.len() < self.launches.len();
        if !happened.contains(&false) {
            status
        } else if unsaid || happened.contains(&true) {
            DeliveryStatus::PartlyDelivered
        } else {
            DeliveryStatus::Planned
        }
    }

    /// Late as of a day: it is not finished or cancelled, and a launch was planned to be over before
    /// that day without having happened by then.
    pub fn is_late(&self, as_of: NaiveDate) -> bool {
        self.late_since(as_of).is_some()
    }

    /// The last day that was planned for the launch that is latest as of a day; none where the delivery
    /// is not [late](Self::is_late).
    pub fn late_since(&self, as_of: NaiveDate) -> Option<NaiveDate> {
        let open = matches!(
            self.status_as_of(as_of),
            DeliveryStatus::Planned | DeliveryStatus::PartlyDelivered
        );
        let late = self.launches.iter().filter_map(|launch| {
            let planned = launch.planned.and_then(When::last_day)?;
            let happened = launch
                .actual
                .is_some_and(|actual| actual.first_day().is_none_or(|first| first <= as_of));
            (planned < as_of && !happened).then_some(planned)
        });
        late.min().filter(|_| open)
    }

    /// The last day that something announced for later was to come by, where that has passed as of a day and
    /// the delivery is neither finished nor cancelled: what became of it is to be told.
    pub fn announced_before(&self, as_of: NaiveDate) -> Option<(NaiveDate, &Upcoming)> {
        let open = matches!(
            self.status.value,
            DeliveryStatus::Planned | DeliveryStatus::PartlyDelivered
        );
        let days = self
            .upcoming
            .iter()
            .filter_map(|one| Some((one.when.last_day()?, one)));
        let passed = days.filter(|(last, _)| *last < as_of);
        passed.min_by_key(|(last, _)| *last).filter(|_| open)
    }

    /// Something of it was launched within the years, both included. A launch over several years
    /// counts for each of them; an undated one for none.
    pub fn launched_within(&self, from_year: i32, to_year: i32) -> bool {
        self.launches
            .iter()
            .filter_map(|launch| launch.actual)
            .any(|when| when.touches(from_year, to_year))
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn delivery(status: DeliveryStatus, launches: Vec<Launch>) -> Delivery {
        Delivery {
            id: DeliveryId(Uuid::nil()),
            initiative: InitiativeId(Uuid::nil()),
            area: None,
            ordinal: 0,
            name: "E-legitimation".to_owned(),
            description: String::new(),
            launches,
            upcoming: Vec::new(),
            status: Reading::stated(status),
            figures: Vec::new(),
            note: None,
        }
    }

    fn launch(planned: Option<When>, actual: Option<When>) -> Launch {
        Launch {
            what: String::new(),
            planned,
            actual,
        }
    }

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a real day")
    }

    #[test]
    fn a_delivery_is_late_from_the_day_after_its_planned_period() {
        let planned = When::Quarter {
            year: 2024,
            quarter: 1,
        };
        let waiting = delivery(DeliveryStatus::Planned, vec![launch(Some(planned), None)]);
        assert!(!waiting.is_late(day(2024, 3, 31)));
        assert!(waiting.is_late(day(2024, 4, 1)));
    }

    #[test]
    fn what_is_in_use_finished_or_cancelled_is_not_late() {
        let planned = Some(When::Year(2023));
        let after = day(2024, 6, 1);
        let done = launch(planned, Some(When::Month { year: 2024, month: 2 }));
        assert!(!delivery(DeliveryStatus::PartlyDelivered, vec![done]).is_late(after));
        for status in [DeliveryStatus::Delivered, DeliveryStatus::Cancelled] {
            assert!(!delivery(status, vec![launch(planned, None)]).is_late(after));
        }
    }

    #[test]
    fn a_launch_after_the_day_of_judgement_does_not_excuse() {
        let launched_later = launch(Some(When::Year(2023)), Some(When::Day(day(2024, 9, 1))));
        assert!(delivery(DeliveryStatus::PartlyDelivered, vec![launched_later]).is_late(day(2024, 6, 1)));
    }

    #[test]
    fn what_is_delivered_since_had_not_come_by_the_day() {
        use DeliveryStatus::{Cancelled, Delivered, PartlyDelivered, Planned};
        let on = |month| launch(None, Some(When::Day(day(2024, month, 1))));
        let open = || launch(Some(When::Year(2024)), None);
        for (status, launches, expected) in [
            (Delivered, vec![on(3)], Delivered),
            (Delivered, vec![on(6)], Delivered),
            (Delivered, vec![on(7)], Planned),
            (Delivered, vec![on(3), on(7)], PartlyDelivered),
            (Delivered, vec![open(), on(7)], PartlyDelivered),
            (Delivered, vec![open()], Delivered),
            (Delivered, vec![], Delivered),
            (PartlyDelivered, vec![open(), on(3)], PartlyDelivered),
            (PartlyDelivered, vec![open(), on(7)], Planned),
            (PartlyDelivered, vec![on(3), on(7)], PartlyDelivered),
            (Cancelled, vec![on(7)], Cancelled),
            (Planned, vec![open()], Planned),
        ] {
            let one = delivery(status, launches);
            assert_eq!(one.status_as_of(day(2024, 6, 1)), expected, "{one:?}");
            assert_eq!(
                one.status_as_of(NaiveDate::MAX),
                status,
                "in the end all has come"
            );
        }
    }

    #[test]
    fn what_came_late_was_late_until_then() {
        let came = delivery(
            DeliveryStatus::Delivered,
            vec![launch(Some(When::Year(2023)), Some(When::Day(day(2024, 9, 1))))],
        );
        assert!(!came.is_late(day(2023, 12, 31)));
        assert!(came.is_late(day(2024, 8, 31)));
        assert!(!came.is_late(day(2024, 9, 1)));
    }

    #[test]
    fn what_was_announced_is_asked_about_from_the_day_after_until_the_delivery_is_finished() {
        let announced = |status, months: &[u32]| Delivery {
            upcoming: months
                .iter()
                .map(|month| Upcoming {
                    what: format!("månad {month}"),
                    when: When::Day(day(2024, *month, 15)),
                })
                .collect(),
            ..delivery(status, Vec::new())
        };
        let passed = |status, as_of| {
            let one = announced(status, &[5, 3, 9]);
            one.announced_before(as_of)
                .map(|(last, what)| (last, what.what.clone()))
        };
        let first = Some((day(2024, 3, 15), "månad 3".to_owned()));
        use DeliveryStatus::{Cancelled, Delivered, PartlyDelivered, Planned};
        for open in [Planned, PartlyDelivered] {
            assert_eq!(passed(open, day(2024, 3, 15)), None, "it may come today");
            assert_eq!(passed(open, day(2024, 3, 16)), first);
            assert_eq!(
                passed(open, day(2024, 8, 1)),
                first,
                "the one that is longest ago"
            );
        }
        for over in [Delivered, Cancelled] {
            assert_eq!(passed(over, day(2024, 8, 1)), None);
        }
    }

    #[test]
    fn scope_follows_actual_launches_only() {
        let range = launch(None, Some(When::YearRange { from: 2021, to: 2022 }));
        assert!(delivery(DeliveryStatus::Delivered, vec![range.clone()]).launched_within(2022, 2024));
        assert!(!delivery(DeliveryStatus::Delivered, vec![range]).launched_within(2023, 2024));
        let planned = launch(Some(When::Year(2023)), None);
        assert!(!delivery(DeliveryStatus::Planned, vec![planned]).launched_within(2022, 2024));
        let undated = launch(None, Some(When::Undated));
        assert!(!delivery(DeliveryStatus::Delivered, vec![undated]).launched_within(2022, 2024));
    }
}
