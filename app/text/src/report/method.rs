//! How the report grades, and how what it rests on is checked.

use domain::level::GradingScheme;
use domain::percent::Percent;
use domain::report_model::ReportModel;
use rust_decimal::Decimal;

use crate::sentence::slot;
use crate::{Lang, date, name, number};

/// What scores come from words: "bekräftad 75, delvis 50 …".
pub fn scores(lang: Lang, scheme: &GradingScheme) -> String {
    let score = |value: Decimal| number::decimal(lang, value.normalize(), None).into();
    let best = scheme.level(Percent::new(scheme.score_confirmed));
    lang.t_with(
        "report-scoring-scores",
        &[
            ("confirmed", score(scheme.score_confirmed)),
            ("partly", score(scheme.score_partly)),
            ("none", score(scheme.score_none)),
            ("negative", score(scheme.score_negative)),
            ("best", name::level_in_sentence(lang, best).into()),
        ],
    )
}

/// From where evidence is no longer weak.
pub fn weak(lang: Lang, scheme: &GradingScheme) -> String {
    lang.t_with(
        "report-scoring-weak",
        &[("limit", number::threshold(lang, scheme.weak_below).into())],
    )
}

/// The thresholds' version, and the day as of which levels are judged.
pub fn method_version(lang: Lang, model: &ReportModel) -> String {
    lang.t_with(
        "report-method-version",
        &[
            ("name", (&model.standing.scheme.name).into()),
            ("day", date::day(lang, model.report.cut_off).into()),
        ],
    )
}

/// The command that compares the log with a code that the report prints.
pub const AUDIT_COMMAND: &str = "nytta verify --expect";

/// What the code in the last appendix is: of a report as it was decided, the one from then; of any other the newest.
pub fn audit(lang: Lang, model: &ReportModel) -> String {
    let locked = model.report.state.is_decided() && model.own_cut_off.is_none();
    lang.t(if locked {
        "report-audit-locked"
    } else {
        "report-audit-open"
    })
}

/// How the code is checked: a sentence with one slot, for [`AUDIT_COMMAND`].
pub fn audit_check(lang: Lang) -> String {
    lang.t_with("report-audit-check", &[("command", slot(0))])
}
