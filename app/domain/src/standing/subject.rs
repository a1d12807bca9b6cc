//! All that is judged in a report, in the order in which people judge it.

use super::{Judged, Standing};
use crate::assessment::{AssessmentSubject, SubjectKey};
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
