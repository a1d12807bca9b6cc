//! What is said of deliveries, benefits and statements in a report, in the words of its two-column table.

use domain::delivery::Launch;
use domain::evidence::EvidenceState;
use domain::id::BenefitGroupId;
use domain::level::GradingScheme;
use domain::report_model::BenefitSection;
use domain::standing::Standing;
use domain::statement::{SourceKind, Statement};

use crate::{Lang, date, name, number};

/// "Lanserat augusti 2024; hösten 2024", and what is planned and has not happened.
pub fn launches(lang: Lang, launches: &[Launch]) -> Vec<String> {
    let list = |days: Vec<String>| (!days.is_empty()).then(|| days.join("; "));
    let actual = launches
        .iter()
        .filter_map(|launch| launch.actual)
        .map(|when| date::when(lang, when));
    let planned = launches
        .iter()
        .filter(|launch| launch.actual.is_none())
        .filter_map(|launch| launch.planned)
        .map(|when| date::when(lang, when));
    let actual = list(actual.collect()).map(|days| lang.t_with("area-launched", &[("when", days.into())]));
    let planned = list(planned.collect()).map(|days| lang.t_with("area-planned", &[("when", days.into())]));
    actual.into_iter().chain(planned).collect()
}

/// Names of groups, in the order given.
pub fn group_names(groups: impl IntoIterator<Item = BenefitGroupId>, standing: &Standing) -> String {
    groups
        .into_iter()
        .filter_map(|id| standing.group(id))
        .map(|group| group.name.as_str())
        .collect::<Vec<_>>()
        .join(", ")
}

/// "Poäng 37,5", or why there is none.
pub fn score(lang: Lang, section: &BenefitSection, scheme: &GradingScheme) -> String {
    match section.evidence.score {
        Some(score) => lang.t_with(
            "area-score",
            &[("score", number::points(lang, score, 1, scheme).into())],
        ),
        None => {
            let state = match section.evidence.state {
                EvidenceState::NotDue if section.evidence.undated => lang.t("area-undated"),
                state => name::lower_first(&name::evidence_state(lang, state)),
            };
            lang.t_with("area-no-score", &[("state", state.into())])
        }
    }
}

/// Date, method, sources and follow-up of a statement, as far as they are stated.
pub fn rests_on(lang: Lang, statement: &Statement) -> Vec<String> {
    let mut parts = Vec::new();
    if !statement.as_of.interpreted {
        let day = date::day(lang, statement.as_of.value);
        parts.push(lang.t_with("area-as-of", &[("day", day.into())]));
    }
    if let Some(follow_up) = statement.follow_up {
        parts.push(lang.t_with("area-follow-up", &[("when", date::when(lang, follow_up).into())]));
    }
    if let Some(method) = &statement.method {
        parts.push(lang.t_with("area-method", &[("method", method.into())]));
    }
    for source in &statement.sources {
        let kind = match source.kind {
            SourceKind::Other => lang.t("area-source"),
            kind => name::source_kind(lang, kind),
        };
        parts.push(format!("{kind} {}", source.text));
    }
    // They are put together as sentences; what is written as one has its full stop already.
    for part in &mut parts {
        part.truncate(part.trim_end_matches(['.', ' ']).len());
    }
    parts
}
