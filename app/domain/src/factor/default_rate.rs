use chrono::NaiveDate;

use super::{Factor, FactorKind, FactorValue};

/// The discount rate that new calculations begin with on a day: the newest that is in force, with the factor that it is
/// a value of. There is one factor of the kind at a time; where a file has brought more, the newest value goes first and
/// the name decides between equals.
pub fn default_rate(factors: &[Factor], day: NaiveDate) -> Option<(&Factor, &FactorValue)> {
    factors
        .iter()
        .filter(|factor| factor.kind == FactorKind::DiscountRate)
        .filter_map(|factor| Some((factor, factor.in_force(day)?)))
        .min_by(|(one, its), (other, theirs)| {
            theirs
                .from
                .cmp(&its.from)
                .then_with(|| one.name.cmp(&other.name))
                .then_with(|| one.id.cmp(&other.id))
        })
}
