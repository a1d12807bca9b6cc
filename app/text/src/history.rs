//! What the audit chain's codes are called: actions, kinds of things, fields and their choices.

mod actions;
mod choices;
mod fields;

use domain::history::{Named, SubjectKind, coded};
use domain::round::RoundPart;

use self::fields::FIELDS;
use crate::{Lang, name};

pub use actions::ACTIONS;
pub use choices::choice;

fn found(table: &[(&str, &'static str)], code: &str) -> Option<&'static str> {
    table
        .iter()
        .find(|(known, _)| *known == code)
        .map(|(_, key)| *key)
}

/// What was done, as a sentence: "Leveransen loggades". Something unknown shows its code.
pub fn action(lang: Lang, action: &str) -> String {
    found(ACTIONS, action).map_or_else(|| action.to_owned(), |key| lang.t(key))
}

/// A kind of thing: "Leverans".
pub fn kind(lang: Lang, kind: SubjectKind) -> String {
    lang.t(match kind {
        SubjectKind::Initiative => "history-kind-initiative",
        SubjectKind::Delivery => "history-kind-delivery",
        SubjectKind::Benefit => "history-kind-benefit",
        SubjectKind::RealisationPlan => "history-kind-realisation-plan",
        SubjectKind::Calculation => "history-kind-calculation",
        SubjectKind::Measure => "history-kind-measure",
        SubjectKind::EffectGoal => "history-kind-effect-goal",
        SubjectKind::Measurement => "history-kind-measurement",
        SubjectKind::Statement => "history-kind-statement",
        SubjectKind::FreedTime => "history-kind-freed-time",
        SubjectKind::SekValue => "history-kind-sek-value",
        SubjectKind::SusEvaluation => "history-kind-sus-evaluation",
        SubjectKind::Assessment => "history-kind-assessment",
        SubjectKind::Report => "history-kind-report",
        SubjectKind::FollowUpRound => "history-kind-follow-up-round",
        SubjectKind::Area => "history-kind-area",
        SubjectKind::AreaSet => "history-kind-area-set",
        SubjectKind::BenefitGroup => "history-kind-benefit-group",
        SubjectKind::Portfolio => "history-kind-portfolio",
        SubjectKind::Unit => "history-kind-unit",
        SubjectKind::Factor => "history-kind-factor",
        SubjectKind::GradingScheme => "history-kind-grading-scheme",
        SubjectKind::Agency => "history-kind-agency",
        SubjectKind::Account => "history-kind-account",
    })
}

/// What a thing is called. A round is called by what it is about, and the whole of a report has no name
/// of its own.
pub fn subject(lang: Lang, named: &Named) -> String {
    let period = || Some((named.year?, coded::<RoundPart>(&named.name)?));
    match named.kind {
        SubjectKind::FollowUpRound => period().map_or_else(
            || named.name.clone(),
            |(year, part)| name::round(lang, year, part),
        ),
        _ if named.name.is_empty() => lang.t("history-whole"),
        _ => named.name.clone(),
    }
}

/// A kind of thing in the middle of a sentence: "leverans"; an abbreviation keeps its capitals.
pub fn kind_in_sentence(lang: Lang, kind: SubjectKind) -> String {
    let word = self::kind(lang, kind);
    match word.chars().nth(1) {
        Some(second) if second.is_lowercase() => name::lower_first(&word),
        _ => word,
    }
}

/// A field's name: "Väntas från". Something unknown shows its code.
pub fn field(lang: Lang, field: &str) -> String {
    found(FIELDS, field).map_or_else(|| field.to_owned(), |key| lang.t(key))
}

#[cfg(test)]
#[path = "history_tests.rs"]
mod tests;
