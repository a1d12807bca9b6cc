//! Benefits, what has been stated of them, and figures.

use domain::figure::Figure;
use rust_decimal::Decimal;

use super::Check;
use crate::exchange::document::Document;

impl Check {
    pub(super) fn evidence(&mut self, d: &Document) {
        for (i, benefit) in d.benefits.iter().enumerate() {
            let place = format!("benefits[{i}]");
            self.named(&place, "description", &benefit.description);
            self.refers(&place, "initiative", benefit.initiative.0, "initiative");
            self.refers_all(&place, "delivery", benefit.delivery.map(|id| id.0), "delivery");
            if benefit.groups.is_empty() {
                self.problem(place.clone(), "groups", "is empty; a benefit belongs to a group");
            }
            let groups = benefit.groups.iter().map(|share| share.group.0);
            self.refers_all(&place, "groups", groups, "benefit group");
            let shares = benefit.groups.iter().filter_map(|of| of.share);
            // Each by itself first: so none is so large that they could not be added.
            let part = |share: &Decimal| (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(share);
            if !shares.clone().all(|share| part(&share)) || shares.sum::<Decimal>() > Decimal::ONE_HUNDRED {
                self.problem(
                    place.clone(),
                    "groups",
                    "has shares that are no parts of 100 percent",
                );
            }
            let owners = benefit.owner.into_iter().chain(benefit.recipient).map(|id| id.0);
            for id in owners {
                self.refers(&place, "owner", id, "unit");
            }
            self.order(&place, "expected_to", benefit.expected_from, benefit.expected_to);
        }
        for (i, statement) in d.statements.iter().enumerate() {
            let place = format!("statements[{i}]");
            self.named(&place, "text", &statement.text);
            self.refers(&place, "initiative", statement.initiative.0, "initiative");
            self.refers_all(&place, "delivery", statement.delivery.map(|id| id.0), "delivery");
            self.refers_all(
                &place,
                "groups",
                statement.groups.iter().map(|id| id.0),
                "benefit group",
            );
            self.refers_all(
                &place,
                "benefits",
                statement.benefits.iter().map(|id| id.0),
                "benefit",
            );
            self.refers_all(
                &place,
                "assessing_unit",
                statement.assessing_unit.map(|id| id.0),
                "unit",
            );
            self.refers_all(
                &place,
                "supersedes",
                statement.supersedes.map(|id| id.0),
                "statement",
            );
            if statement.follow_up.is_some() && !statement.finding.value.is_later() {
                self.problem(place, "follow_up", "belongs to findings that say later");
            }
        }
    }

    pub(super) fn figure(&mut self, place: &str, figure: &Figure) {
        let place = format!("{place}.figures");
        for (field, value) in [("value", Some(figure.value)), ("value_to", figure.value_to)] {
            let fits = value.is_none_or(|value| i64::try_from(value.mantissa()).is_ok());
            if !fits {
                self.problem(place.clone(), field, "has more digits than can be kept");
            }
        }
        if figure.value_to.is_some_and(|to| to < figure.value) {
            self.problem(place, "value_to", "lies below value");
        }
    }
}
