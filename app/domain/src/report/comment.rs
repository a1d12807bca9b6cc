//! Comments of a review: each on a section of the report, each resolved by itself.

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::ChapterKey;
use crate::id::{ReportCommentId, ReportId};

/// The section that a comment concerns.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReportSection {
    /// The report as a whole.
    Whole,
    /// A written chapter.
    Chapter(ChapterKey),
    /// The area with this number.
    Area(String),
    /// What the report rests on: materials, requirements and references.
    Sources,
    /// Which deliveries lie in its scope.
    Scope,
    /// Appendices.
    Appendices,
}

impl ReportSection {
    /// Those of a report whose areas have these numbers, in the order of the report.
    pub fn all<'a>(areas: impl IntoIterator<Item = &'a str>) -> Vec<Self> {
        std::iter::once(Self::Whole)
            .chain(ChapterKey::ALL.map(Self::Chapter))
            .chain(areas.into_iter().map(|number| Self::Area(number.to_owned())))
            .chain([Self::Sources, Self::Scope, Self::Appendices])
            .collect()
    }
}

impl fmt::Display for ReportSection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Whole => "whole",
            Self::Chapter(key) => key.code(),
            Self::Area(number) => number,
            Self::Sources => "sources",
            Self::Scope => "scope",
            Self::Appendices => "appendices",
        })
    }
}

impl FromStr for ReportSection {
    type Err = Infallible;

    /// Whatever is no section of every report is the number of an area.
    fn from_str(text: &str) -> Result<Self, Infallible> {
        let text = text.trim();
        Ok(match text {
            "whole" => Self::Whole,
            "sources" => Self::Sources,
            "scope" => Self::Scope,
            "appendices" => Self::Appendices,
            _ => match ChapterKey::ALL.into_iter().find(|key| key.code() == text) {
                Some(key) => Self::Chapter(key),
                None => Self::Area(text.to_owned()),
            },
        })
    }
}

impl Serialize for ReportSection {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ReportSection {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(|never: Infallible| match never {})
    }
}

/// A comment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportComment {
    /// Identity.
    pub id: ReportCommentId,
    /// The report.
    pub report: ReportId,
    /// The section.
    pub section: ReportSection,
    /// What is said. Plain text with paragraphs.
    pub text: String,
    /// What was done about it; none while nobody has resolved it.
    #[serde(default)]
    pub answer: Option<String>,
}

impl ReportComment {
    /// Nobody has resolved it.
    pub fn is_open(&self) -> bool {
        self.answer.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_are_read_as_they_are_written_and_each_is_there_once() {
        let all = ReportSection::all(["4.1", "4.10"]);
        assert_eq!(all.len(), 4 + ChapterKey::ALL.len() + 2);
        let mut seen = std::collections::BTreeSet::new();
        for section in all {
            let written = section.to_string();
            assert_eq!(written.parse(), Ok(section), "{written}");
            assert!(seen.insert(written.clone()), "{written} twice");
        }
    }

    #[test]
    fn a_comment_is_open_until_somebody_says_what_was_done() {
        let mut comment = ReportComment {
            id: ReportCommentId(uuid::Uuid::nil()),
            report: ReportId(uuid::Uuid::nil()),
            section: ReportSection::Whole,
            text: "Varifrån kommer talet?".to_owned(),
            answer: None,
        };
        assert!(comment.is_open());
        comment.answer = Some("Källan står där.".to_owned());
        assert!(!comment.is_open());
    }
}
