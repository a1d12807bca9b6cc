//! Measurements (utfall): what was measured, over which period, on what evidence.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::id::{MeasureId, MeasurementId};
use crate::measure::{Period, Split, Value};
use crate::statement::ApprovalState;

/// What a measurement can be checked against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProofKind {
    /// An address on the web.
    Link,
    /// A registry number (diarienummer).
    RegistryNumber,
    /// A file that is kept here, under the hash of what is in it.
    File,
}

impl ProofKind {
    /// All, in the order of forms.
    pub const ALL: [Self; 3] = [Self::RegistryNumber, Self::Link, Self::File];

    /// The code used in files and forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::RegistryNumber => "registry_number",
            Self::File => "file",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// A piece of evidence: a link, a registry number or a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proof {
    /// Kind.
    pub kind: ProofKind,
    /// Address, number, or the name that the file came with.
    pub text: String,
    /// SHA-256 of the file's bytes as lower-case hexadecimal; of files alone.
    #[serde(default)]
    pub hash: Option<String>,
}

/// What was measured of a part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SplitValue {
    /// Which part. Never the whole.
    pub split: Split,
    /// What was measured.
    pub value: Value,
}

/// A measurement (utfall). Once approved it is never changed: a correction supersedes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measurement {
    /// Identity.
    pub id: MeasurementId,
    /// What was measured.
    pub measure: MeasureId,
    /// By which of the measure's definitions.
    pub definition: i32,
    /// Over which period.
    pub period: Period,
    /// The period was not complete when it was measured: shown, never scored.
    #[serde(default)]
    pub preliminary: bool,
    /// What was measured.
    pub value: Value,
    /// The same by part.
    #[serde(default)]
    pub splits: Vec<SplitValue>,
    /// System, survey or register that it was taken from.
    pub source: String,
    /// What else is to be said.
    #[serde(default)]
    pub comment: Option<String>,
    /// What it can be checked against.
    #[serde(default)]
    pub proofs: Vec<Proof>,
    /// How far it has come.
    #[serde(default)]
    pub state: ApprovalState,
    /// It came by an import, not from a person here.
    #[serde(default)]
    pub imported: bool,
    /// The measurement that this one corrects.
    #[serde(default)]
    pub supersedes: Option<MeasurementId>,
}

impl Measurement {
    /// What was measured of a part, or of the whole.
    pub fn of(&self, split: &Split) -> Option<Value> {
        if split.is_whole() {
            return Some(self.value);
        }
        let found = self.splits.iter().find(|one| one.split == *split);
        found.map(|one| one.value)
    }

    /// Approved, and of a period that was over by the end of a day.
    fn counts(&self, as_of: NaiveDate) -> bool {
        self.state == ApprovalState::Approved && self.period.is_over(as_of)
    }
}

/// The measurements that count as of a day, by period: approved, not corrected by another approved one, and of a
/// period that is over by then. Preliminary ones are among them, and are told apart by whoever scores.
pub fn counting<'a>(
    measurements: impl IntoIterator<Item = &'a Measurement> + Clone,
    as_of: NaiveDate,
) -> Vec<&'a Measurement> {
    let corrected: BTreeSet<MeasurementId> = measurements
        .clone()
        .into_iter()
        .filter(|one| one.state == ApprovalState::Approved)
        .filter_map(|one| one.supersedes)
        .collect();
    let mut counting: Vec<&Measurement> = measurements
        .into_iter()
        .filter(|one| one.counts(as_of) && !corrected.contains(&one.id))
        .collect();
    counting.sort_by_key(|one| (one.period.last, one.period.first, one.id));
    counting
}

#[cfg(test)]
pub(crate) mod tests {
    use rust_decimal::Decimal;
    use uuid::Uuid;

    use super::*;

    pub(crate) fn measured(id: u128, period: &str, value: i64) -> Measurement {
        Measurement {
            id: MeasurementId(Uuid::from_u128(id)),
            measure: MeasureId(Uuid::from_u128(1)),
            definition: 1,
            period: Period::parse(period).expect("a period"),
            preliminary: false,
            value: Value::Plain {
                value: Decimal::from(value),
            },
            splits: Vec::new(),
            source: "Ärendesystemet".to_owned(),
            comment: None,
            proofs: Vec::new(),
            state: ApprovalState::Approved,
            imported: false,
            supersedes: None,
        }
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn what_is_approved_counts_from_the_last_day_of_its_period() {
        let all = [measured(1, "2025-Q3", 20), measured(2, "2025-Q4", 15)];
        let periods = |as_of: &str| -> Vec<String> {
            let counting = counting(&all, day(as_of));
            counting.iter().map(|one| one.period.to_string()).collect()
        };
        assert_eq!(periods("2025-12-30"), ["2025-Q3"]);
        assert_eq!(periods("2025-12-31"), ["2025-Q3", "2025-Q4"]);
    }

    #[test]
    fn a_correction_counts_instead_of_what_it_corrects_once_it_is_approved() {
        let mut correction = measured(2, "2025-Q4", 16);
        correction.supersedes = Some(MeasurementId(Uuid::from_u128(1)));
        for (state, expected) in [
            (ApprovalState::Draft, 1),
            (ApprovalState::Submitted, 1),
            (ApprovalState::Returned, 1),
            (ApprovalState::Approved, 2),
        ] {
            correction.state = state;
            let all = [measured(1, "2025-Q4", 15), correction.clone()];
            let counting: Vec<u128> = counting(&all, day("2026-01-01"))
                .iter()
                .map(|one| one.id.0.as_u128())
                .collect();
            assert_eq!(counting, [expected], "{state:?}");
        }
    }

    #[test]
    fn of_a_part_it_has_what_was_measured_of_that_part() {
        let channel = |name: &str| Split {
            channel: Some(name.to_owned()),
            ..Split::default()
        };
        let plain = |value: i64| Value::Plain {
            value: Decimal::from(value),
        };
        let splits = [("Telefon", 12), ("E-post", 3)].map(|(name, value)| SplitValue {
            split: channel(name),
            value: plain(value),
        });
        let one = Measurement {
            splits: splits.to_vec(),
            ..measured(1, "2025-Q4", 15)
        };
        assert_eq!(one.of(&Split::default()), Some(plain(15)));
        assert_eq!(one.of(&channel("Telefon")), Some(plain(12)));
        assert_eq!(one.of(&channel("E-post")), Some(plain(3)));
        assert_eq!(one.of(&channel("Brev")), None);
    }

    #[test]
    fn a_part_that_was_not_measured_has_no_value() {
        let one = measured(1, "2025", 7);
        assert_eq!(one.of(&Split::whole()), Some(one.value));
        let women = Split::from_key("women").expect("a part");
        assert_eq!(one.of(&women), None);
    }
}
