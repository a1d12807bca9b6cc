//! Benefits and statements as people read them where they are worked on.

use domain::benefit_group::BenefitGroup;
use domain::evidence::EvidenceState;
use domain::id::BenefitGroupId;
use domain::report_model::BenefitSection;
use domain::statement::{SourceKind, Statement};
use leptos::prelude::*;
use text::{Lang, date, name, number};

use super::figures::figure_list;
use super::finding::{FindingChip, Interpreted};
use super::prose::Paragraphs;

/// Names of groups, in the order given.
pub fn names_of(ids: impl IntoIterator<Item = BenefitGroupId>, groups: &[BenefitGroup]) -> String {
    let names = ids
        .into_iter()
        .filter_map(|id| groups.iter().find(|group| group.id == id));
    names
        .map(|group| group.name.as_str())
        .collect::<Vec<_>>()
        .join(", ")
}

/// Names of a benefit's groups.
pub fn benefit_groups(section: &BenefitSection, groups: &[BenefitGroup]) -> String {
    names_of(section.benefit.groups.iter().map(|share| share.group), groups)
}

/// "Poäng 37,5", or why there is none.
pub fn score(section: &BenefitSection, lang: Lang) -> String {
    match section.evidence.score {
        Some(score) => {
            let score = number::decimal(lang, score.compared(), Some(1));
            lang.t_with("initiative-score", &[("score", score.into())])
        }
        None if section.evidence.undated && section.evidence.state == EvidenceState::NotDue => {
            lang.t("initiative-no-score-undated")
        }
        None => {
            let state = name::lower_first(&name::evidence_state(lang, section.evidence.state));
            lang.t_with("initiative-no-score", &[("state", state.into())])
        }
    }
}

/// What somebody has found: groups, finding, words, figures, what it rests on, and what the source
/// leaves open. Without the list item around it.
pub fn statement_body(statement: &Statement, groups: &[BenefitGroup], lang: Lang) -> AnyView {
    let unplanned = statement
        .benefits
        .is_empty()
        .then(|| view! { " " <span class="tag">{lang.t("initiative-unplanned")}</span> });
    let rests_on = rests_on(statement, lang);
    let note = statement
        .note
        .clone()
        .map(|note| view! { <p class="note">{note}</p> });
    view! {
        <p class="grp">
            {names_of(statement.groups.iter().copied(), groups)} " "
            <FindingChip finding=statement.finding lang /> {unplanned}
        </p>
        <Paragraphs text=statement.text.clone() />
        {figure_list(&statement.figures, lang, None)}
        <p class="basis">{rests_on}</p>
        {note}
    }
    .into_any()
}

/// The date that it concerns, follow-up, method and sources, as far as they are stated.
fn rests_on(statement: &Statement, lang: Lang) -> AnyView {
    let as_of = statement.as_of;
    let day = lang.t_with(
        "initiative-as-of",
        &[("day", date::day(lang, as_of.value).into())],
    );
    let mut parts = Vec::new();
    if let Some(follow_up) = statement.follow_up {
        parts.push(lang.t_with(
            "initiative-follow-up",
            &[("when", date::when(lang, follow_up).into())],
        ));
    }
    if let Some(method) = &statement.method {
        parts.push(lang.t_with("initiative-method", &[("method", method.into())]));
    }
    for source in &statement.sources {
        let kind = match source.kind {
            SourceKind::Other => lang.t("initiative-source"),
            kind => name::source_kind(lang, kind),
        };
        parts.push(format!("{kind}: {}", source.text));
    }
    let parts = parts
        .into_iter()
        .map(|part| view! { " " <span>{part}</span> })
        .collect_view();
    view! {
        <span>
            <Interpreted text=day interpreted=as_of.interpreted lang />
        </span>
        {parts}
    }
    .into_any()
}
