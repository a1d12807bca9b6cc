use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::form::{FieldErrors, NAME_MAX, Problem};
use crate::report::{Decision, DecisionRecord};

/// The decision of a report, as typed. Made here by leadership, or made elsewhere and recorded by a presenter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DecisionForm {
    /// Names this sending, so that one sent twice is one decision.
    pub submission: String,
    /// The report.
    pub id: String,
    /// The version that was read.
    pub version: String,
    /// Fingerprint of everything that was read: a decision is on that, and on nothing that came after.
    pub fingerprint: String,
    /// The day of the decision.
    pub on: String,
    /// The decider's title.
    pub decider_title: String,
    /// Where it was made.
    pub forum: String,
    /// Its registry number.
    pub registry_number: String,
    /// The decider has gone through the answers.
    pub checked: String,
}

impl DecisionForm {
    /// The decision, or all that is wrong. One that was made elsewhere says where, and under which registry number it
    /// is found there.
    ///
    /// # Errors
    /// Names every field that needs mending.
    pub fn parse(&self, today: NaiveDate, record: DecisionRecord) -> Result<Decision, FieldErrors> {
        let mut errors = FieldErrors::default();
        if self.on.trim().is_empty() {
            errors.push("on", Problem::Required);
        }
        let on = errors.day("on", &self.on);
        if on.is_some_and(|day| day > today) {
            let given = self.on.trim().to_owned();
            errors.push("on", Problem::InTheFuture { given });
        }
        let decider_title = errors.required("decider_title", &self.decider_title, NAME_MAX);
        let forum = errors.optional("forum", &self.forum, NAME_MAX);
        let registry_number = errors.optional("registry_number", &self.registry_number, NAME_MAX);
        if record.elsewhere {
            for (field, value) in [("forum", &forum), ("registry_number", &registry_number)] {
                if value.is_none() && errors.of(field).is_none() {
                    errors.push(field, Problem::Required);
                }
            }
        }
        if self.checked.trim().is_empty() {
            errors.push("checked", Problem::Required);
        }
        errors.finish(on.map(|on| Decision {
            on,
            decider_title,
            forum,
            registry_number,
            record: Some(record),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::role::Role;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn record(elsewhere: bool) -> DecisionRecord {
        DecisionRecord {
            role: Role::Leadership,
            at: "2026-02-18T09:00:00Z".parse().expect("a moment"),
            elsewhere,
        }
    }

    fn form() -> DecisionForm {
        DecisionForm {
            on: "2026-02-18".to_owned(),
            decider_title: "Överdirektör".to_owned(),
            checked: "on".to_owned(),
            ..DecisionForm::default()
        }
    }

    #[test]
    fn one_made_elsewhere_says_where_it_is_found() {
        let today = day("2026-02-18");
        assert!(form().parse(today, record(false)).is_ok());
        let errors = form().parse(today, record(true)).expect_err("says nothing");
        for field in ["forum", "registry_number"] {
            assert_eq!(errors.of(field), Some(&Problem::Required), "{field}");
        }
        let said = DecisionForm {
            forum: "GD-föredragning".to_owned(),
            registry_number: "2026/17".to_owned(),
            ..form()
        };
        let decision = said.parse(today, record(true)).expect("valid");
        assert_eq!(decision.forum.as_deref(), Some("GD-föredragning"));
        assert!(decision.record.is_some_and(|record| record.elsewhere));
    }

    #[test]
    fn nothing_is_decided_tomorrow_or_unread() {
        let errors = form()
            .parse(day("2026-02-17"), record(false))
            .expect_err("tomorrow");
        assert!(matches!(errors.of("on"), Some(Problem::InTheFuture { .. })));
        let unread = DecisionForm {
            checked: String::new(),
            ..form()
        };
        let errors = unread
            .parse(day("2026-02-18"), record(false))
            .expect_err("unread");
        assert_eq!(errors.of("checked"), Some(&Problem::Required));
    }
}
