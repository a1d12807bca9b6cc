//! Assessments: the written judgement of an area, a benefit group or the whole.

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::id::{AreaId, AssessmentId, BenefitGroupId, ReportId};
use crate::level::FulfilmentLevel;

/// What is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum AssessmentSubject {
    /// An investment area.
    Area(AreaId),
    /// A benefit group.
    Group(BenefitGroupId),
    /// All of it.
    Whole,
}

/// What is judged, in the words of forms and addresses: people know areas by number and groups by code.
/// Written it is the part of an address: "4.2", "grupp/kund", "helhet".
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SubjectKey {
    /// The area with this number.
    Area(String),
    /// The group with this code.
    Group(String),
    /// All of it.
    Whole,
}

impl SubjectKey {
    /// Areas are judged in three components; groups and the whole by realised benefit alone.
    pub fn has_components(&self) -> bool {
        matches!(self, Self::Area(_))
    }
}

impl fmt::Display for SubjectKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Area(number) => f.write_str(number),
            Self::Group(code) => write!(f, "grupp/{code}"),
            Self::Whole => f.write_str("helhet"),
        }
    }
}

impl FromStr for SubjectKey {
    type Err = Infallible;

    /// Whatever is neither the whole nor a group is the number of an area.
    fn from_str(text: &str) -> Result<Self, Infallible> {
        let text = text.trim();
        Ok(match text.strip_prefix("grupp/") {
            Some(code) => Self::Group(code.to_owned()),
            None if text == "helhet" => Self::Whole,
            None => Self::Area(text.to_owned()),
        })
    }
}

/// How far an assessment has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AssessmentState {
    /// Being written.
    #[default]
    Draft,
    /// Ready to be decided with the report.
    Submitted,
    /// Decided with the report; nothing in it changes again.
    Decided,
    /// Sent back with a note.
    Returned,
}

impl AssessmentState {
    /// Somebody still has to write: it is a draft, or it came back.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::Returned)
    }

    /// The code used in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted => "submitted",
            Self::Decided => "decided",
            Self::Returned => "returned",
        }
    }
}

/// The components of an area's assessment. No formula combines them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Components {
    /// Has what was to be delivered been put in place?
    #[serde(default)]
    pub delivery: Option<FulfilmentLevel>,
    /// Can the expected benefit still be reached?
    #[serde(default)]
    pub expected: Option<FulfilmentLevel>,
    /// Has it come?
    #[serde(default)]
    pub realised: Option<FulfilmentLevel>,
}

/// A text that concerns some groups together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupText {
    /// The groups.
    pub groups: Vec<BenefitGroupId>,
    /// The text.
    pub text: String,
}

/// An assessment (bedömning) of a subject in a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assessment {
    /// Identity of this version.
    pub id: AssessmentId,
    /// The report that it belongs to.
    pub report: ReportId,
    /// What is judged.
    pub subject: AssessmentSubject,
    /// The combined level; none while a draft leaves it open.
    #[serde(default)]
    pub level: Option<FulfilmentLevel>,
    /// The components, for areas.
    #[serde(default)]
    pub components: Components,
    /// Why. Plain text with paragraphs.
    #[serde(default)]
    pub motivation: String,
    /// Texts per set of groups, in order.
    #[serde(default)]
    pub group_texts: Vec<GroupText>,
    /// Why the level differs from the proposal, where it does.
    #[serde(default)]
    pub deviation_reason: Option<String>,
    /// How far it has come.
    #[serde(default)]
    pub state: AssessmentState,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_waits_for_the_decision_or_has_it_is_not_written_on() {
        use AssessmentState as S;
        for (state, open) in [
            (S::Draft, true),
            (S::Submitted, false),
            (S::Decided, false),
            (S::Returned, true),
        ] {
            assert_eq!(state.is_open(), open, "{state:?}");
        }
    }

    #[test]
    fn a_subject_is_read_as_it_is_written() {
        for (text, subject) in [
            ("helhet", SubjectKey::Whole),
            ("grupp/intern", SubjectKey::Group("intern".to_owned())),
            ("4.1", SubjectKey::Area("4.1".to_owned())),
        ] {
            assert_eq!(subject.to_string(), text);
            let Ok(read) = format!(" {text} ").parse::<SubjectKey>();
            assert_eq!(read, subject);
        }
    }
}
