//! Factors and their values.

use domain::factor::{Factor, FactorKind, FactorValue};
use domain::statement::ApprovalState;

use super::Check;
use crate::exchange::document::Document;

impl Check {
    pub(super) fn factors(&mut self, d: &Document) {
        for (i, factor) in d.factors.iter().enumerate() {
            let place = format!("factors[{i}]");
            self.named(&place, "name", &factor.name);
            match (&factor.unit, factor.kind) {
                (Some(unit), FactorKind::UnitValue) => self.named(&place, "unit", unit),
                (None, FactorKind::UnitValue) => self.problem(place.clone(), "unit", "is needed"),
                (Some(_), _) => self.problem(place.clone(), "unit", "belongs to unit values"),
                (None, _) => {}
            }
            for (j, value) in factor.values.iter().enumerate() {
                self.factor_value(&format!("{place}.values[{j}]"), factor, value);
            }
        }
    }

    fn factor_value(&mut self, place: &str, factor: &Factor, value: &FactorValue) {
        self.named(place, "source", &value.source);
        if !factor.kind.takes(value.value) || i64::try_from(value.value.mantissa()).is_err() {
            let (least, most) = factor.kind.limits();
            let decimals = factor.kind.decimals();
            let reason = format!("is not between {least} and {most} with at most {decimals} decimals");
            self.problem(place, "value", reason);
        }
        let kind = factor.kind;
        if kind.is_money() && value.price_level.is_none() {
            self.problem(place, "price_level", "is needed for money");
        }
        if !kind.has_price_level() && value.price_level.is_some() {
            self.problem(place, "price_level", "belongs to money and rates");
        }
        let waits = value.state != ApprovalState::Approved;
        if waits && factor.is_taken(value.from, Some(value.id)) {
            self.problem(place, "from", "another value from the same day waits as well");
        }
    }
}
