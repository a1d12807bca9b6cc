//! Figures with the sources that they rest on.

use domain::report_model::{Place, ReportModel, placed};
use domain::statement::{Source, SourceKind};

use crate::{Lang, name};

/// What leads the figures of appendix A. Where none of them has a source, it is said here instead of at each.
pub fn figures_text(lang: Lang, has_sources: bool) -> String {
    let text = lang.t("report-figures-text");
    if has_sources {
        text
    } else {
        format!("{text} {}", lang.t("report-figures-no-sources"))
    }
}

/// Some figure of the report rests on a source that is stated.
pub fn has_sources(model: &ReportModel) -> bool {
    placed(model)
        .any(|placed| matches!(placed.place, Place::Realised(statement) if !statement.sources.is_empty()))
}

/// The sources that a figure of the report rests on, as its place is told: ", system A". None stated is said, where others
/// state theirs.
pub fn figure_sources(lang: Lang, has_sources: bool, sources: &[Source]) -> String {
    if !has_sources {
        return String::new();
    }
    if sources.is_empty() {
        return format!(", {}", lang.t("report-figure-no-source"));
    }
    sources
        .iter()
        .map(|source| match source.kind {
            SourceKind::Other => source.text.clone(),
            kind => format!(
                "{} {}",
                name::lower_first(&name::source_kind(lang, kind)),
                source.text
            ),
        })
        .map(|source| format!(", {source}"))
        .collect()
}
