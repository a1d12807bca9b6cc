//! Forms of a report: what it is, what it says, and what it rests on.

mod comment;
mod correction;
mod decision;
mod head;
mod link;
mod source;
mod text;

pub use comment::ReportCommentForm;
pub use correction::{CorrectionDecisionForm, CorrectionForm, NewCorrection};
pub use decision::DecisionForm;
pub use head::{NewReport, ReportForm};
pub use link::{NewReportLink, ReportLinkForm};
pub use source::{NewReportSources, ReportSourceForm};
pub use text::{NewReportTexts, ReportTextForm};

/// One entry a line, as typed in a field of several lines.
fn lines(text: &str) -> Vec<String> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}
