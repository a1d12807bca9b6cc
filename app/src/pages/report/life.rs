//! A report's life: where it stands and what it lacks, its review, and its decision.

mod course;
mod decision;
mod review;

use domain::report::ChapterKey;
use domain::report::comment::ReportSection;
use text::Lang;

pub use course::ReportCoursePage;
pub use decision::ReportDecisionPage;
pub use review::ReportReviewPage;

/// What a chapter is called.
pub(in crate::pages::report) fn chapter_name(key: ChapterKey, lang: Lang) -> String {
    match key {
        ChapterKey::Foreword => lang.t("report-foreword"),
        ChapterKey::Background => lang.t("report-background"),
        ChapterKey::Method => lang.t("report-method"),
        ChapterKey::Summary => lang.t("report-summary"),
        ChapterKey::Observations => lang.t("life-observations"),
    }
}

/// What a section is called; an area by number and name.
fn section_name(section: &ReportSection, area: Option<&str>, lang: Lang) -> String {
    match section {
        ReportSection::Whole => lang.t("life-section-whole"),
        ReportSection::Chapter(key) => chapter_name(*key, lang),
        ReportSection::Area(number) => match area {
            Some(name) => format!("{number} {name}"),
            None => number.clone(),
        },
        ReportSection::Sources => lang.t("report-sources-heading"),
        ReportSection::Scope => lang.t("report-scope-title"),
        ReportSection::Appendices => lang.t("life-section-appendices"),
    }
}
