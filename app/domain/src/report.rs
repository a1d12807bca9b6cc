//! Reports to the government.

pub mod archive;
pub mod comment;
pub mod correction;
pub mod life;
pub mod link;
pub mod responsible;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::id::{AreaSetId, BenefitGroupId, DeliveryId, GradingSchemeId, ReportId};
use crate::role::Role;

/// How far a report has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportState {
    /// Being written.
    #[default]
    Draft,
    /// Ready, waiting for the decision.
    UnderReview,
    /// Decided; nothing in it changes again.
    Decided,
    /// Decided and public.
    Published,
}

impl ReportState {
    /// Decided or published: frozen.
    pub fn is_decided(self) -> bool {
        matches!(self, Self::Decided | Self::Published)
    }

    /// Whoever asks may read it, without an account.
    pub fn is_public(self) -> bool {
        self == Self::Published
    }

    /// The code used in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::UnderReview => "under_review",
            Self::Decided => "decided",
            Self::Published => "published",
        }
    }
}

/// The government's assignment that the report answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// The letter, e.g. "Regleringsbrev 2024".
    pub letter: String,
    /// Number in the letter.
    #[serde(default)]
    pub number: Option<String>,
    /// What the assignment is called.
    #[serde(default)]
    pub name: Option<String>,
    /// When it is due.
    #[serde(default)]
    pub due: Option<NaiveDate>,
    /// To whom.
    #[serde(default)]
    pub recipient: Option<String>,
}

/// How the report was decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// The day.
    pub on: NaiveDate,
    /// The decider's title.
    pub decider_title: String,
    /// Where.
    #[serde(default)]
    pub forum: Option<String>,
    /// The registry number of the decision.
    #[serde(default)]
    pub registry_number: Option<String>,
    /// How it came into this system; none where the report came decided from elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<DecisionRecord>,
}

/// How a decision came into this system. Whose hand it was stands in the audit log, where a name can be erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecisionRecord {
    /// The role by which it was made or recorded.
    pub role: Role,
    /// When.
    pub at: DateTime<Utc>,
    /// It was made elsewhere and is recorded here.
    #[serde(default)]
    pub elsewhere: bool,
}

/// Which chapter a text belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChapterKey {
    /// Foreword.
    Foreword,
    /// 1: background.
    Background,
    /// 2: development work and method.
    Method,
    /// 3: summary, beside the levels.
    Summary,
    /// 3: observations, one a paragraph.
    Observations,
}

impl ChapterKey {
    /// All chapters, in the order of the report.
    pub const ALL: [Self; 5] = [
        Self::Foreword,
        Self::Background,
        Self::Method,
        Self::Summary,
        Self::Observations,
    ];

    /// The code used in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Foreword => "foreword",
            Self::Background => "background",
            Self::Method => "method",
            Self::Summary => "summary",
            Self::Observations => "observations",
        }
    }
}

/// A written chapter. Plain text with paragraphs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chapter {
    /// Which.
    pub key: ChapterKey,
    /// The text.
    pub text: String,
    /// It came from the report before, and nobody has gone through it since.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub carried: bool,
}

/// A document that the report refers to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// What it is.
    pub what: String,
    /// Its registry numbers.
    #[serde(default)]
    pub registry_numbers: Vec<String>,
}

/// A kind of material that the report rests on, with those who produced it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Material {
    /// What it is.
    pub name: String,
    /// Producing units, as the source names them.
    #[serde(default)]
    pub units: Vec<String>,
    /// Systems that the data come from.
    #[serde(default)]
    pub systems: Vec<String>,
    /// How often.
    #[serde(default)]
    pub frequency: Option<String>,
    /// Registry numbers.
    #[serde(default)]
    pub registry_numbers: Vec<String>,
}

/// A requirement on initiatives that applies from some time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// From when, as the source writes it.
    #[serde(default)]
    pub from: Option<String>,
    /// To which initiatives.
    pub applies_to: String,
    /// What.
    pub what: String,
}

/// A delivery that is in scope although no launch lies within the years.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScopeAddition {
    /// The delivery.
    pub delivery: DeliveryId,
    /// Why the steering unit added it.
    pub reason: String,
}

/// Benefit groups that stand against each other: what serves one costs another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupConflict {
    /// The groups.
    pub groups: Vec<BenefitGroupId>,
    /// What the conflict is.
    pub text: String,
}

/// A report (återrapport).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// Identity.
    pub id: ReportId,
    /// Title.
    pub title: String,
    /// First year.
    pub from_year: i32,
    /// Last year.
    pub to_year: i32,
    /// The areas that it is written by.
    pub area_set: AreaSetId,
    /// The thresholds and scores that it is graded with.
    pub grading_scheme: GradingSchemeId,
    /// The day as of which everything is judged.
    pub cut_off: NaiveDate,
    /// The assignment.
    #[serde(default)]
    pub assignment: Option<Assignment>,
    /// The report's own registry number.
    #[serde(default)]
    pub registry_number: Option<String>,
    /// Those who present it (föredragande).
    #[serde(default)]
    pub presenters: Vec<String>,
    /// How it was decided, once it is.
    #[serde(default)]
    pub decision: Option<Decision>,
    /// Written chapters.
    #[serde(default)]
    pub chapters: Vec<Chapter>,
    /// Requirements on initiatives that the method chapter lists.
    #[serde(default)]
    pub requirements: Vec<Requirement>,
    /// What the report rests on.
    #[serde(default)]
    pub materials: Vec<Material>,
    /// References.
    #[serde(default)]
    pub references: Vec<Reference>,
    /// Deliveries added to the scope.
    #[serde(default)]
    pub added: Vec<ScopeAddition>,
    /// Conflicts between benefit groups.
    #[serde(default)]
    pub conflicts: Vec<GroupConflict>,
    /// What the source leaves open or contradicts itself in.
    #[serde(default)]
    pub notes: Vec<String>,
    /// How far it has come.
    #[serde(default)]
    pub state: ReportState,
}

/// A report's name: its title with the period, unless the title has it, with whichever dash.
pub(crate) fn name(title: &str, period: &str) -> String {
    let plain = |text: &str| text.replace(['-', '–', '—'], "-");
    if plain(title).contains(&plain(period)) {
        title.to_owned()
    } else {
        format!("{title} {period}")
    }
}

/// "2022–2024", with an en dash; one year alone where both are the same.
pub fn years(from_year: i32, to_year: i32) -> String {
    if from_year == to_year {
        to_year.to_string()
    } else {
        format!("{from_year}–{to_year}")
    }
}

impl Report {
    /// The title with the period, unless whoever wrote the title wrote the period in it.
    pub fn name(&self) -> String {
        name(&self.title, &self.period())
    }

    /// "2022–2024", with an en dash; one year alone where both are the same.
    pub fn period(&self) -> String {
        years(self.from_year, self.to_year)
    }

    /// The text of a chapter.
    pub fn chapter(&self, key: ChapterKey) -> Option<&str> {
        self.chapters
            .iter()
            .find(|chapter| chapter.key == key)
            .map(|chapter| chapter.text.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_decided_stays_so_and_is_public_once_it_is_published() {
        use ReportState as S;
        for (state, is_decided, is_public) in [
            (S::Draft, false, false),
            (S::UnderReview, false, false),
            (S::Decided, true, false),
            (S::Published, true, true),
        ] {
            assert_eq!(
                (state.is_decided(), state.is_public()),
                (is_decided, is_public),
                "{state:?}"
            );
        }
    }

    #[test]
    fn a_report_has_its_name_its_years_and_its_chapters() {
        let report = serde_json::json!({ "id": uuid::Uuid::nil(), "title": "Återrapport", "from_year": 2025, "to_year": 2025,
            "area_set": uuid::Uuid::nil(), "grading_scheme": uuid::Uuid::nil(), "cut_off": "2025-12-31",
            "chapters": [{ "key": "method", "text": "Så här." }] });
        let report: Report = serde_json::from_value(report).expect("a report");
        assert_eq!(
            (report.name().as_str(), report.period().as_str()),
            ("Återrapport 2025", "2025")
        );
        assert_eq!(report.chapter(ChapterKey::Method), Some("Så här."));
        assert_eq!(report.chapter(ChapterKey::Summary), None);
    }

    #[test]
    fn a_report_is_named_by_its_period_once() {
        assert_eq!(name("Investeringar", "2023–2025"), "Investeringar 2023–2025");
        assert_eq!(
            name("Återrapport 2023-2025", "2023–2025"),
            "Återrapport 2023-2025"
        );
        assert_eq!(
            name("Återrapport 2023–2025", "2023–2025"),
            "Återrapport 2023–2025"
        );
        assert_eq!(name("Plan 2025", "2023–2025"), "Plan 2025 2023–2025");
    }
}
