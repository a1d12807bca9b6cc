//! Identities: each names one thing, in the file and in the database.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::Check;
use crate::exchange::Known;
use crate::exchange::document::Document;
use crate::exchange::nouns::nouns;

impl Check {
    pub(super) fn ids(&mut self, d: &Document, known: &Known) {
        self.ids = known.ids.clone();
        let mut seen: BTreeSet<Uuid> = BTreeSet::new();
        macro_rules! list {
            ($($list:ident: $kind:literal),+ $(,)?) => {$(
                for (index, entity) in d.$list.iter().enumerate() {
                    self.id(format!("{}[{index}]", stringify!($list)), entity.id.0, $kind, &mut seen);
                }
            )+};
        }
        nouns!(list);
        for (i, one) in d.report_comments.iter().enumerate() {
            self.id(format!("report_comments[{i}]"), one.id.0, "comment", &mut seen);
        }
        for (i, calculation) in d.calculations.iter().enumerate() {
            let place = format!("calculations[{i}].alternatives");
            for alternative in &calculation.alternatives {
                self.id(place.clone(), alternative.id.0, "alternative", &mut seen);
                for line in &alternative.lines {
                    self.id(format!("{place}.lines"), line.id.0, "calculation line", &mut seen);
                }
            }
        }
        for (i, factor) in d.factors.iter().enumerate() {
            for value in &factor.values {
                self.id(
                    format!("factors[{i}].values"),
                    value.id.0,
                    "factor value",
                    &mut seen,
                );
            }
        }
        for (i, plan) in d.realisation_plans.iter().enumerate() {
            for activity in &plan.activities {
                let place = format!("realisation_plans[{i}].activities");
                self.id(place, activity.id.0, "activity", &mut seen);
            }
        }
        for (i, round) in d.follow_up_rounds.iter().enumerate() {
            for request in &round.requests {
                let place = format!("follow_up_rounds[{i}].requests");
                self.id(place, request.id.0, "question", &mut seen);
            }
        }
        let figures =
            d.deliveries
                .iter()
                .enumerate()
                .flat_map(|(i, delivery)| {
                    delivery
                        .figures
                        .iter()
                        .map(move |f| (format!("deliveries[{i}]"), f))
                })
                .chain(d.benefits.iter().enumerate().flat_map(|(i, benefit)| {
                    benefit.figures.iter().map(move |f| (format!("benefits[{i}]"), f))
                }))
                .chain(d.statements.iter().enumerate().flat_map(|(i, statement)| {
                    statement
                        .figures
                        .iter()
                        .map(move |f| (format!("statements[{i}]"), f))
                }));
        for (place, figure) in figures {
            self.id(format!("{place}.figures"), figure.id.0, "figure", &mut seen);
            self.figure(&place, figure);
        }
    }

    fn id(&mut self, place: String, id: Uuid, kind: &'static str, seen: &mut BTreeSet<Uuid>) {
        if id.get_version_num() != 7 {
            self.problem(place.clone(), "id", format!("{id} is no UUID of version 7"));
        }
        if !seen.insert(id) {
            self.problem(place.clone(), "id", format!("{id} is used twice in the file"));
        }
        match self.ids.insert(id, kind) {
            Some(other) if other != kind => {
                self.problem(place, "id", format!("{id} already names a {other}"));
            }
            _ => {}
        }
    }
}
