use serde::{Deserialize, Serialize};

use super::lines;
use crate::form::row::{cell, row_count, row_field};
use crate::form::{FieldErrors, Problem, TEXT_MAX};
use crate::report::{Chapter, ChapterKey, GroupConflict, Report};

/// Longest chapter: about thirty pages.
const CHAPTER_MAX: usize = 100_000;

/// What a report says in words, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReportTextForm {
    /// Names this sending, so that one sent twice makes one row.
    pub submission: String,
    /// The report.
    pub id: String,
    /// The version that was read.
    pub version: String,
    /// Foreword.
    pub foreword: String,
    /// 1: background.
    pub background: String,
    /// 2: development work and method.
    pub method: String,
    /// 3: summary.
    pub summary: String,
    /// 3: observations, one a paragraph.
    pub observations: String,
    /// Codes of chapters that came from the report before and have not been gone through.
    pub carried: Vec<String>,
    /// One group of each conflict.
    pub conflict_one: Vec<String>,
    /// The other.
    pub conflict_other: Vec<String>,
    /// What the conflict is.
    pub conflict_text: Vec<String>,
    /// What is left open, one a line.
    pub notes: String,
    /// "add_conflict" for one more row; anything else saves.
    pub action: String,
}

/// What a report says in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewReportTexts {
    /// Chapters that are written.
    pub chapters: Vec<Chapter>,
    /// Conflicts between groups.
    pub conflicts: Vec<GroupConflict>,
    /// What is left open.
    pub notes: Vec<String>,
}

impl ReportTextForm {
    /// The form of a report that exists.
    pub fn of(report: &Report, version: i32) -> Self {
        let chapter = |key| report.chapter(key).unwrap_or_default().to_owned();
        let group = |conflict: &GroupConflict, place: usize| {
            conflict
                .groups
                .get(place)
                .map(ToString::to_string)
                .unwrap_or_default()
        };
        let conflicts = &report.conflicts;
        Self {
            submission: String::new(),
            id: report.id.to_string(),
            version: version.to_string(),
            foreword: chapter(ChapterKey::Foreword),
            background: chapter(ChapterKey::Background),
            method: chapter(ChapterKey::Method),
            summary: chapter(ChapterKey::Summary),
            observations: chapter(ChapterKey::Observations),
            carried: report
                .chapters
                .iter()
                .filter(|chapter| chapter.carried)
                .map(|chapter| chapter.key.code().to_owned())
                .collect(),
            conflict_one: conflicts.iter().map(|one| group(one, 0)).collect(),
            conflict_other: conflicts.iter().map(|one| group(one, 1)).collect(),
            conflict_text: conflicts.iter().map(|one| one.text.clone()).collect(),
            notes: report.notes.join("\n"),
            action: String::new(),
        }
    }

    /// The same form with one more row, where that is what was asked for.
    pub fn with_row(mut self) -> Option<Self> {
        if self.action != "add_conflict" {
            return None;
        }
        self.conflict_text.push(String::new());
        Some(self)
    }

    /// What the report says, or all that is wrong.
    ///
    /// # Errors
    /// Names every field that needs mending.
    pub fn parse(&self) -> Result<NewReportTexts, FieldErrors> {
        let mut errors = FieldErrors::default();
        let chapters = [
            (ChapterKey::Foreword, "foreword", &self.foreword),
            (ChapterKey::Background, "background", &self.background),
            (ChapterKey::Method, "method", &self.method),
            (ChapterKey::Summary, "summary", &self.summary),
            (ChapterKey::Observations, "observations", &self.observations),
        ]
        .into_iter()
        .filter_map(|(key, field, text)| {
            let text = errors.optional(field, text, CHAPTER_MAX)?;
            Some(Chapter {
                key,
                text,
                carried: self.carried.iter().any(|code| code == key.code()),
            })
        })
        .collect();
        let conflicts = (0..row_count(&[&self.conflict_one, &self.conflict_other, &self.conflict_text]))
            .filter_map(|row| self.conflict(row, &mut errors))
            .collect();
        let notes = errors
            .optional("notes", &self.notes, CHAPTER_MAX)
            .unwrap_or_default();
        errors.finish(Some(NewReportTexts {
            chapters,
            conflicts,
            notes: lines(&notes),
        }))
    }

    /// A conflict is between two different groups, and says what it is.
    fn conflict(&self, row: usize, errors: &mut FieldErrors) -> Option<GroupConflict> {
        let (one, other, text) = (
            cell(&self.conflict_one, row),
            cell(&self.conflict_other, row),
            cell(&self.conflict_text, row),
        );
        if one.is_empty() && other.is_empty() && text.trim().is_empty() {
            return None;
        }
        let group = |errors: &mut FieldErrors, column: &str, typed: &str| {
            errors.choice(&row_field(column, row), typed, |id| id.parse().ok())
        };
        let first = group(errors, "conflict_one", one);
        let second = group(errors, "conflict_other", other);
        let text = errors.required(&row_field("conflict_text", row), text, TEXT_MAX);
        let (first, second) = (first?, second?);
        if first == second {
            let given = other.to_owned();
            errors.push(&row_field("conflict_other", row), Problem::Circular { given });
            return None;
        }
        Some(GroupConflict {
            groups: vec![first, second],
            text,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: &str = "019a0000-0000-7000-8000-000000000001";
    const B: &str = "019a0000-0000-7000-8000-000000000002";

    #[test]
    fn only_what_is_written_becomes_a_chapter() {
        let form = ReportTextForm {
            background: " Därför.\r\n\r\nOch därför. ".to_owned(),
            notes: "Ett\n\nTvå".to_owned(),
            ..ReportTextForm::default()
        };
        let texts = form.parse().expect("valid");
        let chapter = Chapter {
            key: ChapterKey::Background,
            text: "Därför.\n\nOch därför.".to_owned(),
            carried: false,
        };
        assert_eq!(texts.chapters, [chapter]);
        assert_eq!(texts.notes, ["Ett", "Två"]);
    }

    #[test]
    fn a_chapter_that_came_from_before_is_marked_until_it_is_gone_through() {
        let form = ReportTextForm {
            background: "Därför.".to_owned(),
            method: "Så.".to_owned(),
            carried: vec!["method".to_owned(), "summary".to_owned()],
            ..ReportTextForm::default()
        };
        let chapters = form.parse().expect("valid").chapters;
        let carried: Vec<_> = chapters
            .iter()
            .map(|chapter| (chapter.key, chapter.carried))
            .collect();
        assert_eq!(
            carried,
            [(ChapterKey::Background, false), (ChapterKey::Method, true)]
        );
    }

    #[test]
    fn a_conflict_is_between_two_groups() {
        let text = |text: &str| vec![String::new(), text.to_owned()];
        let form = ReportTextForm {
            conflict_one: text(A),
            conflict_other: text(B),
            conflict_text: text("Fler kontroller tar tid."),
            ..ReportTextForm::default()
        };
        let conflicts = form.parse().expect("valid").conflicts;
        assert_eq!(conflicts.len(), 1);
        assert_eq!(conflicts[0].groups.len(), 2);
        let same = ReportTextForm {
            conflict_other: text(A),
            ..form.clone()
        };
        assert!(
            same.parse()
                .expect_err("one group")
                .of("conflict_other-1")
                .is_some()
        );
        let silent = ReportTextForm {
            conflict_text: Vec::new(),
            conflict_other: Vec::new(),
            ..form
        };
        let errors = silent.parse().expect_err("two gaps");
        let fields: Vec<_> = errors.0.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["conflict_other-1", "conflict_text-1"]);
    }
}
