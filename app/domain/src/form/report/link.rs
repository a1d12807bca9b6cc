use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::form::{FieldErrors, NAME_MAX, Problem};
use crate::report::link::latest_end;

/// A link to a decided report, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReportLinkForm {
    /// Names this sending, so that one sent twice makes one link.
    pub submission: String,
    /// The report.
    pub id: String,
    /// Always empty: a link is made or withdrawn, never changed.
    pub version: String,
    /// For whom it is.
    pub for_whom: String,
    /// The last day on which it leads anywhere.
    pub ends_on: String,
}

/// A valid link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewReportLink {
    /// For whom it is.
    pub for_whom: String,
    /// The last day on which it leads anywhere.
    pub ends_on: NaiveDate,
}

impl ReportLinkForm {
    /// The valid link, or all that is wrong. It ends today at the earliest and within a year.
    ///
    /// # Errors
    /// Names every field that needs mending.
    pub fn parse(&self, today: NaiveDate) -> Result<NewReportLink, FieldErrors> {
        let mut errors = FieldErrors::default();
        let for_whom = errors.required("for_whom", &self.for_whom, NAME_MAX);
        if self.ends_on.trim().is_empty() {
            errors.push("ends_on", Problem::Required);
        }
        let ends_on = errors.day("ends_on", &self.ends_on);
        let latest = latest_end(today);
        if let Some(day) = ends_on
            && !(today..=latest).contains(&day)
        {
            errors.push(
                "ends_on",
                Problem::OutOfRange {
                    given: self.ends_on.trim().to_owned(),
                    min: today.to_string(),
                    max: latest.to_string(),
                },
            );
        }
        errors.finish(ends_on.map(|ends_on| NewReportLink { for_whom, ends_on }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(ends_on: &str) -> ReportLinkForm {
        ReportLinkForm {
            for_whom: " Finansutskottets kansli ".to_owned(),
            ends_on: ends_on.to_owned(),
            ..ReportLinkForm::default()
        }
    }

    #[test]
    fn a_link_ends_within_a_year_and_says_for_whom_it_is() {
        let today = "2026-03-01".parse().expect("a day");
        for ends_on in ["2026-03-01", "2026-03-31", "2027-03-01"] {
            let link = form(ends_on).parse(today).expect("valid");
            assert_eq!(link.ends_on.to_string(), ends_on);
            assert_eq!(link.for_whom, "Finansutskottets kansli");
        }
        for ends_on in ["2026-02-28", "2027-03-02"] {
            let errors = form(ends_on).parse(today).expect_err("outside");
            let problem = errors.of("ends_on");
            assert!(matches!(problem, Some(Problem::OutOfRange { .. })), "{problem:?}");
        }
        let errors = ReportLinkForm::default().parse(today).expect_err("says nothing");
        for field in ["for_whom", "ends_on"] {
            assert_eq!(errors.of(field), Some(&Problem::Required), "{field}");
        }
        let errors = form("i morgon").parse(today).expect_err("no day");
        assert!(matches!(errors.of("ends_on"), Some(Problem::NotADate { .. })));
    }
}
