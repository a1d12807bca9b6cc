//! All that is judged in a report, in the order in which people judge it.

use super::{Judged, Standing};
use crate::assessment::{AssessmentSubject, SubjectKey};
use crate::level::FulfilmentLevel;
use crate::percent::Percent;
use crate::rollup::{Proposal, Tally};

/// An area, a group or the whole, as it is judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgeable {
    /// How people name it.
    pub key: SubjectKey,
    /// What it is.
    pub subject: AssessmentSubject,
    /// Its name; empty for the whole.
    pub name: String,
    /// Its benefits.
    pub tally: Tally,
    /// What the system proposes.
    pub proposal: Option<Proposal>,
    /// What people have judged.
    pub assessment: Option<Judged>,
}

impl Judgeable {
    /// Nobody has sent it in, or it came back.
    pub fn is_open(&self) -> bool {
        self.assessment
            .as_ref()
            .is_none_or(|judged| judged.state.is_open())
    }
}

/// What the system proposed at an earlier moment: as an assessment was sent in, and as it was decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ProposalThen {
    /// Percent; none where there was no proposal.
    pub percent: Option<Percent>,
    /// The level that it fell on.
    pub level: Option<FulfilmentLevel>,
}

impl ProposalThen {
    /// What is proposed now, to be kept.
    pub fn of(now: Option<Proposal>) -> Self {
        Self {
            percent: now.map(|now| now.percent),
            level: now.map(|now| now.level),
        }
    }

    /// What is proposed now is something else: whoever judged then has judged something else.
    pub fn has_moved(self, now: Option<Proposal>) -> bool {
        let compared = |percent: Option<Percent>| percent.map(Percent::compared);
        let now = Self::of(now);
        self.level != now.level || compared(self.percent) != compared(now.percent)
    }
}

/// How many subjects have come how far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SubjectProgress {
    /// All.
    pub all: usize,
    /// Sent in or decided.
    pub settled: usize,
    /// Drafts, and those that came back.
    pub drafts: usize,
}

impl SubjectProgress {
    /// How far the judging of these has come.
    pub fn of(subjects: &[Judgeable]) -> Self {
        let states = || subjects.iter().filter_map(|one| one.assessment.as_ref());
        let count = |open: bool| states().filter(|judged| judged.state.is_open() == open).count();
        Self {
            all: subjects.len(),
            settled: count(false),
            drafts: count(true),
        }
    }

    /// Those that nobody has begun.
    pub fn untouched(&self) -> usize {
        self.all.saturating_sub(self.settled + self.drafts)
    }
}

impl Standing {
    /// Areas by number, groups in their order, and last the whole: it is judged with the others in hand.
    pub fn subjects(&self) -> Vec<Judgeable> {
        let areas = self.areas.iter().map(|area| Judgeable {
            key: SubjectKey::Area(area.number.clone()),
            subject: AssessmentSubject::Area(area.id),
            name: area.name.clone(),
            tally: area.tally,
            proposal: area.proposal,
            assessment: area.assessment.clone(),
        });
        let groups = self.groups.iter().map(|standing| Judgeable {
            key: SubjectKey::Group(standing.group.code.clone()),
            subject: AssessmentSubject::Group(standing.group.id),
            name: standing.group.name.clone(),
            tally: standing.tally,
            proposal: standing.proposal,
            assessment: standing.assessment.clone(),
        });
        let whole = Judgeable {
            key: SubjectKey::Whole,
            subject: AssessmentSubject::Whole,
            name: String::new(),
            tally: self.tally,
            proposal: self.proposal,
            assessment: self.assessment.clone(),
        };
        areas.chain(groups).chain([whole]).collect()
    }
}

#[cfg(test)]
mod moved_tests {
    use rust_decimal::Decimal;

    use super::*;

    fn proposal(percent: &str, level: FulfilmentLevel) -> Option<Proposal> {
        Some(Proposal {
            percent: Percent::new(percent.parse::<Decimal>().expect("a number")),
            level,
            weak_evidence: false,
            value_weighted: None,
            value_weighted_level: None,
        })
    }

    #[test]
    fn a_proposal_has_moved_where_its_percentage_or_its_level_has() {
        let good = proposal("83.33", FulfilmentLevel::God);
        let then = ProposalThen::of(good);
        assert!(!then.has_moved(good));
        assert!(!then.has_moved(proposal("83.3300000000001", FulfilmentLevel::God)));
        assert!(then.has_moved(proposal("83.34", FulfilmentLevel::God)));
        assert!(then.has_moved(proposal("83.33", FulfilmentLevel::Full)));
        assert!(then.has_moved(None));
        assert!(ProposalThen::of(None).has_moved(good));
        assert!(!ProposalThen::of(None).has_moved(None));
    }
}
