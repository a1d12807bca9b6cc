//! How levels have gone through reports.

use super::Named;
use super::rows::{area_named, same_area};
use crate::standing::{Judged, Standing};

/// Levels of a subject through several reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// What it is called in the last report.
    pub named: Named,
    /// What people have judged in each; none where they have not, and where a report does not have the subject.
    pub judged: Vec<Option<Judged>>,
}

/// How levels have gone through reports, oldest first: the whole, and each area of the last. Nothing where there is no
/// report.
pub fn courses(reports: &[&Standing]) -> Vec<Course> {
    let Some(last) = reports.last() else {
        return Vec::new();
    };
    let whole = Course {
        named: Named {
            number: None,
            name: String::new(),
        },
        judged: reports.iter().map(|of| of.assessment.clone()).collect(),
    };
    let areas = last.areas.iter().map(|area| Course {
        named: area_named(area),
        judged: reports
            .iter()
            .map(|of| same_area(area, last, of)?.0.assessment.clone())
            .collect(),
    });
    [whole].into_iter().chain(areas).collect()
}
