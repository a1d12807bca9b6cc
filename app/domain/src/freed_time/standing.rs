//! Which entries count, and which can stand beside each other.

use std::collections::{BTreeMap, BTreeSet};

use super::FreedTime;
use crate::id::{BenefitId, FreedTimeId};
use crate::statement::ApprovalState;

/// Why an entry cannot stand beside the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FreedTimeClash {
    /// The benefit has an entry of the year already: that one is changed or corrected.
    #[error("the benefit has another entry of {0}")]
    Taken(i32),
    /// What it is to correct is not there, is not approved, or is of another benefit or year.
    #[error("{0} is no approved entry of the same benefit and year")]
    NotCorrectable(FreedTimeId),
    /// Another entry corrects that one already, or is about to.
    #[error("another entry corrects {0} already")]
    Corrected(FreedTimeId),
}

/// The entries that count, in the order given: approved, and not corrected by another approved one. Of a benefit and year
/// that is one at most.
pub fn counting<'a>(entries: impl IntoIterator<Item = &'a FreedTime> + Clone) -> Vec<&'a FreedTime> {
    let approved = |one: &&FreedTime| one.state == ApprovalState::Approved;
    let corrected: BTreeSet<FreedTimeId> = entries
        .clone()
        .into_iter()
        .filter(approved)
        .filter_map(|one| one.supersedes)
        .collect();
    entries
        .into_iter()
        .filter(approved)
        .filter(|one| !corrected.contains(&one.id))
        .collect()
}

impl FreedTime {
    /// Why it cannot stand beside the others, where it cannot. What goes by its own identity among them is passed over.
    pub fn clash<'a>(
        &self,
        others: impl IntoIterator<Item = &'a FreedTime> + Clone,
    ) -> Option<FreedTimeClash> {
        let others = || others.clone().into_iter().filter(|other| other.id != self.id);
        let of_the_same = |other: &&FreedTime| other.benefit == self.benefit && other.year == self.year;
        let Some(corrected) = self.supersedes else {
            let taken = others().any(|other| of_the_same(&other) && other.supersedes.is_none());
            return taken.then_some(FreedTimeClash::Taken(self.year));
        };
        let is_right = |other: &FreedTime| {
            other.id == corrected && of_the_same(&other) && other.state == ApprovalState::Approved
        };
        if !others().any(is_right) {
            return Some(FreedTimeClash::NotCorrectable(corrected));
        }
        let doubled = others().any(|other| other.supersedes == Some(corrected));
        doubled.then_some(FreedTimeClash::Corrected(corrected))
    }

    /// It may be corrected: it is approved, and nothing corrects it or is about to.
    pub fn may_be_corrected<'a>(&self, others: impl IntoIterator<Item = &'a FreedTime>) -> bool {
        let corrected = others.into_iter().any(|other| other.supersedes == Some(self.id));
        self.state == ApprovalState::Approved && !corrected
    }
}

/// The entries that cannot stand beside the others, each with why. Those that correct each other in a circle correct
/// nothing.
pub fn clashes(entries: &[FreedTime]) -> Vec<(FreedTimeId, FreedTimeClash)> {
    let mut of_benefits: BTreeMap<BenefitId, Vec<&FreedTime>> = BTreeMap::new();
    for one in entries {
        of_benefits.entry(one.benefit).or_default().push(one);
    }
    let clash = |one: &FreedTime| {
        let others = of_benefits.get(&one.benefit).map_or(&[][..], Vec::as_slice);
        let clash = one.clash(others.iter().copied());
        clash.or_else(|| {
            let corrected = one.supersedes.filter(|_| leads_to_itself(one, others))?;
            Some(FreedTimeClash::NotCorrectable(corrected))
        })
    };
    let found = entries.iter().filter_map(|one| Some((one.id, clash(one)?)));
    found.collect()
}

fn leads_to_itself(one: &FreedTime, others: &[&FreedTime]) -> bool {
    let mut at = one.supersedes;
    // No way is longer than there are entries.
    for _ in others {
        let Some(id) = at.filter(|id| *id != one.id) else {
            return at.is_some();
        };
        at = others
            .iter()
            .find(|other| other.id == id)
            .and_then(|other| other.supersedes);
    }
    at == Some(one.id)
}
