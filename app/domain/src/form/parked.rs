//! What was sent when nobody was signed in any more.

use serde::{Deserialize, Serialize};

use crate::history::SubjectKind;

/// A form of any kind, as a browser sent it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ParkedForm {
    /// The name that the form has given its sending: once that has been taken, it is not offered any more.
    pub submission: String,
    /// Empty.
    pub id: String,
    /// Empty.
    pub version: String,
    /// Where it was sent.
    pub action: String,
    /// What was sent: fields and values, as addresses have them.
    pub body: String,
}

impl ParkedForm {
    /// What was sent where.
    pub fn of(action: &str, body: &str) -> Self {
        let mut fields = body.split('&');
        // A name of a sending is made of letters and digits: nothing in it is written otherwise.
        let submission = fields.find_map(|field| field.strip_prefix("submission="));
        Self {
            submission: submission.unwrap_or_default().to_owned(),
            action: action.to_owned(),
            body: body.to_owned(),
            ..Self::default()
        }
    }

    /// What the form writes; none where it is no form with a page of its own. Those alone are kept and
    /// offered again: what a single button does is not to be done blindly later, and neither is what
    /// gives somebody access.
    pub fn writes(action: &str) -> Option<SubjectKind> {
        match action.strip_prefix("/api/")?.strip_suffix("_save")? {
            "account" => None,
            "measurements" => Some(SubjectKind::Measurement),
            "sus" => Some(SubjectKind::SusEvaluation),
            "round" => Some(SubjectKind::FollowUpRound),
            "report_source" | "report_text" => Some(SubjectKind::Report),
            noun => SubjectKind::from_code(noun),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sending_is_known_by_its_name() {
        let of = |body: &str| ParkedForm::of("/api/unit_save", body).submission;
        assert_eq!(of("id=&submission=a1b2&name=submission%3Dx"), "a1b2");
        assert_eq!(of("name=Norr"), "");
        let kept = ParkedForm::of("/api/unit_save", "name=Norr");
        assert_eq!(
            (kept.action.as_str(), kept.body.as_str()),
            ("/api/unit_save", "name=Norr")
        );
    }

    #[test]
    fn forms_are_kept_and_single_buttons_and_access_are_not() {
        let writes = ParkedForm::writes;
        assert_eq!(writes("/api/statement_save"), Some(SubjectKind::Statement));
        assert_eq!(writes("/api/measurements_save"), Some(SubjectKind::Measurement));
        assert_eq!(writes("/api/sus_save"), Some(SubjectKind::SusEvaluation));
        assert_eq!(writes("/api/report_text_save"), Some(SubjectKind::Report));
        for action in [
            "/api/account_save",
            "/api/account_disable",
            "/api/password_change",
            "/api/password_sign_in",
            "/api/statement_approve_many",
            "/api/structure_delete",
            "/api/saved_view_save",
            "/admin/konto/1/lank",
            "/api/../statement_save",
        ] {
            assert_eq!(writes(action), None, "{action}");
        }
    }
}
