//! Measures (mått): what is counted, how, and how often. A measure is shared by all that follow it: effect goals
//! of benefits, and the agency's own target levels.

pub mod period;
pub mod redefinition;
pub mod split;
pub mod value;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

pub use period::{Cadence, Period};
pub use split::{Dimension, DimensionKind, Sex, Split};
pub use value::{Aggregation, Value};

use crate::id::MeasureId;

/// Which way is better.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// The source does not say, or it depends on the part.
    #[default]
    NotStated,
}

impl Direction {
    /// All, in the order of forms.
    pub const ALL: [Self; 3] = [Self::Higher, Self::Lower, Self::NotStated];

    /// The code used in files and forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Higher => "higher",
            Self::Lower => "lower",
            Self::NotStated => "not_stated",
        }
    }

    /// The direction with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// Whether a value reaches a target; none where nothing says which way is better.
    pub fn reaches(self, value: Decimal, target: Decimal) -> Option<bool> {
        match self {
            Self::Higher => Some(value >= target),
            Self::Lower => Some(value <= target),
            Self::NotStated => (value == target).then_some(true),
        }
    }

    /// Whether a target lies the wrong way from the baseline. The same value ("keep") never does.
    pub fn refuses(self, baseline: Decimal, target: Decimal) -> bool {
        match self {
            Self::Higher => target < baseline,
            Self::Lower => target > baseline,
            Self::NotStated => false,
        }
    }
}

/// What an agency uses a measure for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeasureUse {
    /// To steer from month to month.
    Steering,
    /// To judge whether a goal has been reached.
    GoalFulfilment,
    /// Both.
    Both,
    /// The source does not say.
    #[default]
    NotStated,
}

impl MeasureUse {
    /// All, in the order of forms.
    pub const ALL: [Self; 4] = [Self::Steering, Self::GoalFulfilment, Self::Both, Self::NotStated];

    /// The code used in files and forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Steering => "steering",
            Self::GoalFulfilment => "goal_fulfilment",
            Self::Both => "both",
            Self::NotStated => "not_stated",
        }
    }

    /// The use with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// How a measure is defined, from one change to the next. A new definition breaks the trend: what was measured by
/// the one before is not compared with what is measured by this.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// 1 for the first.
    pub number: i32,
    /// From when it holds, where that is known.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// What is counted, among whom. Plain text with paragraphs.
    pub definition: String,
    /// How it is worked out, where that is said.
    #[serde(default)]
    pub formula: Option<String>,
    /// Why it is followed.
    #[serde(default)]
    pub rationale: Option<String>,
    /// System, survey or register that it comes from.
    #[serde(default)]
    pub source: Option<String>,
    /// Unit as people write it: "%", "dagar", "personer"; none where the source gives none.
    #[serde(default)]
    pub unit: Option<String>,
    /// Which way is better.
    #[serde(default)]
    pub direction: Direction,
    /// How the values of several periods become one.
    #[serde(default)]
    pub aggregation: Aggregation,
    /// What a ratio is given per: 100 for a share in percent, 1 for so many a piece.
    #[serde(default = "per_hundred")]
    pub per: u32,
    /// What the numerator of a ratio counts.
    #[serde(default)]
    pub numerator: Option<String>,
    /// What its denominator counts.
    #[serde(default)]
    pub denominator: Option<String>,
    /// How often it is measured; none where the source does not say.
    #[serde(default)]
    pub frequency: Option<Cadence>,
    /// How it can be split.
    #[serde(default)]
    pub dimensions: Vec<Dimension>,
    /// What else is to be said.
    #[serde(default)]
    pub note: Option<String>,
    /// Why it was changed; none for the first.
    #[serde(default)]
    pub reason: Option<String>,
}

fn per_hundred() -> u32 {
    100
}

impl Definition {
    /// What a ratio is multiplied by.
    pub fn per(&self) -> Decimal {
        Decimal::from(self.per)
    }

    /// Whether a value is of the kind that is measured: both numbers of a ratio, and of anything else one. Without its two
    /// numbers a share cannot be put together with those of other periods.
    pub fn takes(&self, value: Value) -> bool {
        matches!(value, Value::Ratio { .. }) == (self.aggregation == Aggregation::Ratio)
    }
}

/// A measure (mått) with its definitions, the first first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Identity.
    pub id: MeasureId,
    /// Name. Two measures may be called the same: catalogues repeat a measure under several goals.
    pub name: String,
    /// What it is used for.
    #[serde(default, rename = "use")]
    pub used_for: MeasureUse,
    /// Why there is no target level, where an agency says so.
    #[serde(default)]
    pub without_target: Option<String>,
    /// Last day on which it is followed, where it has ended.
    #[serde(default)]
    pub ended: Option<NaiveDate>,
    /// Definitions in order; never empty.
    pub definitions: Vec<Definition>,
}

impl Measure {
    /// The definition that holds now: the latest. None only in a damaged value.
    pub fn current(&self) -> Option<&Definition> {
        self.definitions.last()
    }

    /// A definition by its number.
    pub fn definition(&self, number: i32) -> Option<&Definition> {
        self.definitions.iter().find(|one| one.number == number)
    }

    /// The unit as it is written after a number; empty where there is none.
    pub fn unit(&self) -> &str {
        let unit = self.current().and_then(|one| one.unit.as_deref());
        unit.unwrap_or_default()
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// Of which less is better, in percent, in no parts.
    pub(crate) fn definition() -> Definition {
        Definition {
            number: 1,
            from: None,
            definition: "Ärenden som måste göras om".to_owned(),
            formula: None,
            rationale: None,
            source: None,
            unit: Some("%".to_owned()),
            direction: Direction::Lower,
            aggregation: Aggregation::Latest,
            per: 100,
            numerator: None,
            denominator: None,
            frequency: None,
            dimensions: Vec::new(),
            note: None,
            reason: None,
        }
    }

    #[test]
    fn a_target_lies_the_way_that_is_better_or_where_one_stands() {
        let n = |value: i64| Decimal::from(value);
        for (direction, baseline, target, refused) in [
            (Direction::Lower, 40, 5, false),
            (Direction::Lower, 40, 40, false),
            (Direction::Lower, 40, 41, true),
            (Direction::Higher, 40, 41, false),
            (Direction::Higher, 40, 39, true),
            (Direction::Higher, 40, 40, false),
            (Direction::NotStated, 40, 5, false),
            (Direction::NotStated, 5, 40, false),
        ] {
            assert_eq!(
                direction.refuses(n(baseline), n(target)),
                refused,
                "{direction:?} {baseline} {target}"
            );
        }
        assert_eq!(Direction::Lower.reaches(n(5), n(5)), Some(true));
        assert_eq!(Direction::Lower.reaches(n(6), n(5)), Some(false));
        assert_eq!(Direction::Higher.reaches(n(6), n(5)), Some(true));
        assert_eq!(Direction::NotStated.reaches(n(6), n(5)), None);
        assert_eq!(Direction::NotStated.reaches(n(5), n(5)), Some(true));
    }

    #[test]
    fn a_file_that_says_nothing_else_means_per_hundred() {
        let mut file = serde_json::to_value(definition()).expect("as JSON");
        file.as_object_mut().expect("an object").remove("per");
        let read: Definition = serde_json::from_value(file).expect("a definition");
        assert_eq!(read.per(), Decimal::ONE_HUNDRED);
    }

    #[test]
    fn the_unit_is_that_of_the_definition_that_holds_now() {
        let mut measure = Measure {
            id: MeasureId(uuid::Uuid::nil()),
            name: "Felandel".to_owned(),
            used_for: MeasureUse::NotStated,
            without_target: None,
            ended: None,
            definitions: vec![definition()],
        };
        assert_eq!(measure.unit(), "%");
        measure.definitions.push(Definition {
            number: 2,
            unit: Some("ärenden".to_owned()),
            ..definition()
        });
        assert_eq!(measure.unit(), "ärenden");
        assert_eq!(measure.current(), measure.definition(2));
        measure.definitions[1].unit = None;
        assert_eq!(measure.unit(), "");
    }
}
