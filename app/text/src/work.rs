//! Words of what waits: kinds, and what a piece of work is called.

use domain::assessment::SubjectKey;
use domain::work::{AheadKind, WorkItem, WorkKind, WorkSubject};

use crate::{Lang, measure, name};

/// What a kind of work is called.
pub fn kind(lang: Lang, kind: WorkKind) -> String {
    match kind {
        WorkKind::Returned => lang.t("work-returned"),
        WorkKind::Approve => lang.t("work-approve"),
        WorkKind::WriteCalculation => lang.t("work-write-calculation"),
        WorkKind::Calculate => lang.t("work-calculate"),
        WorkKind::ApproveCalculation => lang.t("work-approve-calculation"),
        WorkKind::ApproveFactor => lang.t("work-approve-factor"),
        WorkKind::WriteFactor => lang.t("work-write-factor"),
        WorkKind::Answer => lang.t("work-answer"),
        WorkKind::Round => lang.t("work-round"),
        WorkKind::Assess => lang.t("work-assess"),
        WorkKind::DecideReport => lang.t("work-decide-report"),
        WorkKind::DecideCorrection => lang.t("work-decide-correction"),
        WorkKind::MendReport => lang.t("work-mend-report"),
        WorkKind::ReadAssessment => lang.t("work-read-assessment"),
        WorkKind::Draft => lang.t("work-draft"),
        WorkKind::FollowUp => lang.t("work-follow-up"),
        WorkKind::Missing => lang.t("work-missing"),
        WorkKind::Late => lang.t("work-late"),
        WorkKind::Announced => lang.t("work-announced"),
        WorkKind::Plan => lang.t("work-plan"),
        WorkKind::LatePlan => lang.t("work-late-plan"),
        WorkKind::Undated => lang.t("work-undated"),
        WorkKind::ApproveMeasurement => lang.t("work-approve-measurement"),
        WorkKind::ApproveFreedTime => lang.t("work-approve-freed-time"),
        WorkKind::WriteFreedTime => lang.t("work-write-freed-time"),
        WorkKind::ApproveGoal => lang.t("work-approve-goal"),
        WorkKind::WriteMeasurement => lang.t("work-write-measurement"),
        WorkKind::WriteGoal => lang.t("work-write-goal"),
        WorkKind::LateMeasure => lang.t("work-late-measure"),
        WorkKind::Measure => lang.t("work-measure"),
        WorkKind::Orphaned => lang.t("work-orphaned"),
    }
}

/// What a piece of work is called. It may be long: a statement is called by what it says.
pub fn title(lang: Lang, item: &WorkItem) -> String {
    match &item.subject {
        WorkSubject::Assessment(SubjectKey::Whole, ..) => lang.t("assessment-whole"),
        WorkSubject::Assessment(SubjectKey::Area(number), ..) => format!("{number} {}", item.name),
        WorkSubject::Round {
            period: (year, part), ..
        } => name::round(lang, *year, *part),
        _ => item.name.clone(),
    }
}

/// The periods that are to be measured.
pub fn periods(lang: Lang, item: &WorkItem) -> Option<String> {
    match &item.subject {
        WorkSubject::Measure { first, latest, .. } if first != latest => {
            let (from, to) = (measure::period(lang, *first), measure::period(lang, *latest));
            Some(lang.t_with(
                "work-measure-periods",
                &[("from", from.into()), ("to", to.into())],
            ))
        }
        WorkSubject::Measure { latest: period, .. } | WorkSubject::Measurement(_, _, period, _) => {
            let period = measure::period(lang, *period);
            Some(lang.t_with("work-measure-period", &[("period", period.into())]))
        }
        _ => None,
    }
}

/// What a day in a calendar is for.
pub fn ahead(lang: Lang, kind: AheadKind) -> String {
    match kind {
        AheadKind::Measure => lang.t("work-ahead-measure"),
        AheadKind::Activity => lang.t("work-ahead-activity"),
        AheadKind::FollowUp => lang.t("work-ahead-follow-up"),
        AheadKind::Round => lang.t("work-ahead-round"),
        AheadKind::CutOff => lang.t("work-ahead-cut-off"),
    }
}
