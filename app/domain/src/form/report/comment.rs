use serde::{Deserialize, Serialize};

use crate::form::{FieldErrors, TEXT_MAX};
use crate::report::comment::ReportSection;

/// A comment of a review, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReportCommentForm {
    /// Names this sending, so that one sent twice makes one comment.
    pub submission: String,
    /// The report.
    pub id: String,
    /// Always empty: a comment is added, whatever came before it.
    pub version: String,
    /// The section that it concerns.
    pub section: String,
    /// What is said.
    pub text: String,
}

impl ReportCommentForm {
    /// Section and text, or all that is wrong. `sections` are those that the report has.
    ///
    /// # Errors
    /// Names every field that needs mending.
    pub fn parse(&self, sections: &[ReportSection]) -> Result<(ReportSection, String), FieldErrors> {
        let mut errors = FieldErrors::default();
        let section = errors.choice("section", &self.section, |typed| {
            sections
                .iter()
                .find(|section| section.to_string() == typed)
                .cloned()
        });
        let text = errors.required("text", &self.text, TEXT_MAX);
        errors.finish(section.map(|section| (section, text)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_concerns_a_section_that_is_there() {
        let sections = ReportSection::all(["4.1"]);
        let form = |section: &str| ReportCommentForm {
            section: section.to_owned(),
            text: "Säg varför.".to_owned(),
            ..ReportCommentForm::default()
        };
        let parsed = form("4.1").parse(&sections);
        assert_eq!(
            parsed,
            Ok((ReportSection::Area("4.1".to_owned()), "Säg varför.".to_owned()))
        );
        for wrong in ["4.2", "", "appendix"] {
            let errors = form(wrong).parse(&sections).expect_err("no section");
            assert!(errors.of("section").is_some(), "{wrong}");
        }
    }
}
