//! What is said of decisions and proposals beside each other.

use domain::assessment::AssessmentState;
use domain::level::{FulfilmentLevel, GradingScheme};
use domain::rollup::{Proposal, Tally};
use domain::standing::Judged;

use crate::{Lang, headline, name, number};

/// What stands behind a level that people have set: "Beslut"; its state before.
pub fn judgement(lang: Lang, state: AssessmentState) -> String {
    match state {
        AssessmentState::Decided => lang.t("level-decision"),
        state => name::assessment_state(lang, state),
    }
}

/// What stands behind a level that the system proposes: "Förslag 55,6 %, svagt underlag".
pub fn proposal(lang: Lang, proposal: Proposal, scheme: &GradingScheme) -> String {
    let percent = percent(lang, proposal, scheme);
    lang.t_with("level-proposal-percent", &[("percent", percent.into())])
}

/// The percentage of a proposal, with what has to be said of what it rests on: "55,6 %, svagt underlag".
fn percent(lang: Lang, proposal: Proposal, scheme: &GradingScheme) -> String {
    let percent = number::percent(lang, proposal.percent, 1, scheme);
    match weak(lang, Some(proposal)) {
        Some(weak) => format!("{percent}, {weak}"),
        None => percent,
    }
}

/// What is said beside a proposal of which too little is measured: "svagt underlag". Of any other nothing.
pub fn weak(lang: Lang, proposal: Option<Proposal>) -> Option<String> {
    proposal
        .filter(|proposal| proposal.weak_evidence)
        .map(|_| name::lower_first(&lang.t("level-weak")))
}

/// What stands on a level: "Beslut och förslag 55,6 %".
pub fn words(
    lang: Lang,
    judged: Option<AssessmentState>,
    proposed: Option<Proposal>,
    scheme: &GradingScheme,
) -> Option<String> {
    match (judged.map(|state| judgement(lang, state)), proposed) {
        (Some(judgement), Some(proposed)) => {
            let percent = percent(lang, proposed, scheme);
            Some(lang.t_with(
                "level-judged-and-proposal",
                &[("judged", judgement.into()), ("percent", percent.into())],
            ))
        }
        (Some(judgement), None) => Some(judgement),
        (None, Some(proposed)) => Some(proposal(lang, proposed, scheme)),
        (None, None) => None,
    }
}

/// Whether decision and proposal agree, as the caption of a scale with one row.
pub fn agreement(lang: Lang, judged: Option<&Judged>, proposal: Option<Proposal>) -> String {
    let level = |level: FulfilmentLevel| name::level_in_sentence(lang, level);
    match (headline::decided(judged), proposal) {
        (Some(decided), Some(proposal)) if decided == proposal.level => lang.t_with(
            "level-agreement-same",
            &[
                ("rank", decided.rank().to_string().into()),
                ("level", level(decided).into()),
            ],
        ),
        (Some(decided), Some(proposal)) => lang.t_with(
            if decided < proposal.level {
                "level-agreement-lower"
            } else {
                "level-agreement-higher"
            },
            &[
                ("decided", level(decided).into()),
                ("proposed", level(proposal.level).into()),
            ],
        ),
        (Some(decided), None) => lang.t_with(
            "level-agreement-no-proposal",
            &[("decided", level(decided).into())],
        ),
        (None, Some(proposal)) => lang.t_with(
            "level-agreement-undecided",
            &[("proposed", level(proposal.level).into())],
        ),
        (None, None) => lang.t("level-neither-yet"),
    }
}

/// Why benefits give no proposal.
pub fn no_score(lang: Lang, tally: &Tally) -> String {
    lang.t(if tally.benefits() == 0 {
        "level-no-benefits"
    } else if tally.due() == 0 && tally.too_early > 0 {
        "level-too-early"
    } else if tally.due() == 0 {
        "level-not-due"
    } else {
        "level-no-evidence"
    })
}
