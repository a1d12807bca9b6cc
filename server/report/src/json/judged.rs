//! What levels rest on: the system's proposal, how much of it has evidence, and why people judge otherwise.

use domain::assessment::Assessment;
use domain::level::FulfilmentLevel;
use domain::rollup::{Proposal, Tally};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct ProposalOut {
    percent: String,
    level: FulfilmentLevel,
    weak_evidence: bool,
}

#[derive(Serialize)]
pub(super) struct Coverage {
    due: u32,
    measured: u32,
    stated: u32,
    missing: u32,
    too_early: u32,
    not_due: u32,
    not_measurable: u32,
    measured_percent: Option<String>,
    measured_or_stated_percent: Option<String>,
}

/// Why a level is not the one that is proposed.
pub(super) fn reason(assessment: &Assessment) -> Option<&str> {
    assessment.deviation_reason.as_deref()
}

pub(super) fn proposal(proposal: &Proposal) -> ProposalOut {
    ProposalOut {
        percent: proposal.percent.to_string(),
        level: proposal.level,
        weak_evidence: proposal.weak_evidence,
    }
}

pub(super) fn coverage(tally: &Tally) -> Coverage {
    Coverage {
        due: tally.due(),
        measured: tally.measured,
        stated: tally.stated,
        missing: tally.missing,
        too_early: tally.too_early,
        not_due: tally.not_due,
        not_measurable: tally.not_measurable,
        measured_percent: tally.coverage().map(|percent| percent.to_string()),
        measured_or_stated_percent: tally.coverage_with_stated().map(|percent| percent.to_string()),
    }
}
