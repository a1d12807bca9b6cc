//! Corrections (rättelser): what turned out wrong in a decided report is set right beside it. The report itself, its levels
//! and its files stay as they were decided.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Decision;
use super::comment::ReportSection;
use crate::id::{ReportCorrectionId, ReportId};

/// A correction: proposed by one person, and made by the decision of another. Once made it never changes; what is wrong
/// in it is corrected by another, which says that it takes its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportCorrection {
    /// Identity.
    pub id: ReportCorrectionId,
    /// The report.
    pub report: ReportId,
    /// The section that it concerns.
    pub section: ReportSection,
    /// What stands there. Plain text with paragraphs.
    pub wrong: String,
    /// What should stand there.
    pub correct: String,
    /// Why.
    pub reason: String,
    /// The number of the earlier correction that it takes the place of.
    #[serde(default)]
    pub replaces: Option<i32>,
    /// How it was made; none while it is proposed.
    #[serde(default)]
    pub made: Option<CorrectionMade>,
}

/// How a correction was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CorrectionMade {
    /// Which of the report's corrections it is, from 1.
    pub number: i32,
    /// Who decided it, and when.
    pub decision: Decision,
    /// SHA-256 of the frozen original that it concerns, in lower-case hexadecimal digits.
    pub original_sha256: String,
}

impl ReportCorrection {
    /// Its number; none while it is proposed.
    pub fn number(&self) -> Option<i32> {
        self.made.as_ref().map(|made| made.number)
    }
}

/// The corrections that were made, by number.
pub fn made(all: impl IntoIterator<Item = ReportCorrection>) -> Vec<ReportCorrection> {
    let mut made: Vec<ReportCorrection> = all.into_iter().filter(|one| one.made.is_some()).collect();
    made.sort_by_key(ReportCorrection::number);
    made
}

/// The number of the next correction: they have no gaps, and none is used twice.
pub fn next_number(all: &[ReportCorrection]) -> i32 {
    let last = all.iter().filter_map(ReportCorrection::number).max();
    last.unwrap_or(0).saturating_add(1)
}

/// Corrections that another has taken the place of, with the number of that one.
pub fn replaced(all: &[ReportCorrection]) -> BTreeMap<i32, i32> {
    let pairs = all.iter().filter_map(|one| Some((one.replaces?, one.number()?)));
    pairs.collect()
}

/// Numbers of the corrections that hold: made, and nothing has taken their place.
pub fn in_force(all: &[ReportCorrection]) -> Vec<i32> {
    let replaced = replaced(all);
    let mut numbers: Vec<i32> = all.iter().filter_map(ReportCorrection::number).collect();
    numbers.retain(|number| !replaced.contains_key(number));
    numbers.sort_unstable();
    numbers
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn correction(number: Option<i32>, replaces: Option<i32>) -> ReportCorrection {
        ReportCorrection {
            id: ReportCorrectionId(Uuid::from_u128(1)),
            report: ReportId(Uuid::from_u128(2)),
            section: ReportSection::Whole,
            wrong: "Fel.".to_owned(),
            correct: "Rätt.".to_owned(),
            reason: "Skäl.".to_owned(),
            replaces,
            made: number.map(|number| CorrectionMade {
                number,
                decision: Decision {
                    on: "2026-04-01".parse().expect("a day"),
                    decider_title: "Generaldirektör".to_owned(),
                    forum: None,
                    registry_number: None,
                    record: None,
                },
                original_sha256: "0".repeat(64),
            }),
        }
    }

    #[test]
    fn a_correction_holds_until_another_takes_its_place() {
        let all = [
            correction(Some(2), None),
            correction(Some(1), None),
            correction(None, Some(2)),
            correction(Some(3), Some(1)),
        ];
        assert_eq!(in_force(&all), [2, 3], "a proposal takes nobody's place");
        assert_eq!(replaced(&all), BTreeMap::from([(1, 3)]));
        assert_eq!(next_number(&all), 4);
        let numbers: Vec<_> = made(all).iter().map(ReportCorrection::number).collect();
        assert_eq!(numbers, [Some(1), Some(2), Some(3)]);
        assert_eq!(next_number(&[]), 1);
    }
}
