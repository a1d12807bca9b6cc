//! What the types alone cannot refuse: identities used twice, references that lead nowhere, values
//! out of bounds.

mod evidence;
mod factors;
mod identities;
mod portfolio;
mod reports;
mod rounds;
mod structure;

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::document::{Document, FORMAT, VERSION};
use super::{ImportProblem, Known};

/// Longest of any text: a hundred times what a form takes.
const TEXT_MAX: usize = 1_000_000;

pub(super) fn check(document: &Document, known: &Known) -> Vec<ImportProblem> {
    let mut check = Check {
        problems: Vec::new(),
        ids: BTreeMap::new(),
    };
    if document.format != FORMAT {
        check.problem(
            "format",
            "",
            format!("is “{}”; only “{FORMAT}” can be read", document.format),
        );
    }
    if document.version != VERSION {
        check.problem(
            "version",
            "",
            format!("is {}; only {VERSION} can be read", document.version),
        );
    }
    check.ids(document, known);
    check.structure(document);
    check.unique(document, known);
    check.portfolio(document);
    check.evidence(document);
    check.factors(document);
    check.plans(document, known);
    check.calculations(document, known);
    check.measured(document, known);
    check.corrections(document, known);
    check.realised(document, known);
    check.rounds(document);
    check.reports(document);
    check.renderings(document, known);
    check.life(document, known);
    check.problems
}

pub(super) struct Check {
    problems: Vec<ImportProblem>,
    /// Every identity, of the file and of the database, with the kind of thing that it names.
    ids: BTreeMap<Uuid, &'static str>,
}

impl Check {
    pub(super) fn problem(&mut self, place: impl Into<String>, field: &str, reason: impl Into<String>) {
        self.problems.push(ImportProblem {
            place: place.into(),
            field: field.to_owned(),
            reason: reason.into(),
        });
    }

    pub(super) fn refers(&mut self, place: &str, field: &str, id: Uuid, kind: &'static str) {
        match self.ids.get(&id) {
            Some(found) if *found == kind => {}
            Some(found) => {
                self.problem(place, field, format!("{id} names a {found}; a {kind} is needed"));
            }
            None => self.problem(place, field, format!("there is no {kind} {id}")),
        }
    }

    pub(super) fn refers_all<I: IntoIterator<Item = Uuid>>(
        &mut self,
        place: &str,
        field: &str,
        ids: I,
        kind: &'static str,
    ) {
        let mut seen = BTreeSet::new();
        for id in ids {
            self.refers(place, field, id, kind);
            if !seen.insert(id) {
                self.problem(place, field, format!("{id} stands there twice"));
            }
        }
    }

    pub(super) fn named(&mut self, place: &str, field: &str, text: &str) {
        if text.trim().is_empty() {
            self.problem(place, field, "is empty");
        }
        if text.len() > TEXT_MAX {
            self.problem(place, field, format!("is longer than {TEXT_MAX} bytes"));
        }
    }

    fn order<T: PartialOrd>(&mut self, place: &str, field: &str, from: Option<T>, to: Option<T>) {
        if let (Some(from), Some(to)) = (from, to)
            && to < from
        {
            self.problem(place, field, "lies before the beginning");
        }
    }
}
