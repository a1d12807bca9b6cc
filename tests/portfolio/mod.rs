//! An agency's whole portfolio, invented, as large as is asked for and the same each time: what benchmarks measure on and
//! `cargo xtask generate` writes.
//!
//! Structure, initiatives, deliveries, benefits, statements, assessments and calculations go in as an exchange document,
//! by the import that everybody uses. Measures, goals and measurements are too many for that and go in by the store, with
//! an event for every lot of them. Names of people are nowhere: roles are.

mod calculations;
mod document;
mod ids;
mod measured;
mod words;

use domain::ctx::Ctx;
use service::Services;
use store::repo::benefit::benefit_list;

/// Benefits of an initiative.
pub const BENEFITS_EACH: usize = 5;
/// The first year of measurements.
const FIRST_YEAR: i32 = 2016;
/// Years of measurements.
const YEARS: i32 = 10;
/// From so many initiatives on, what is measured is measured once a year.
const YEARLY_ABOVE: usize = 2_000;

/// How much of everything, and which of all portfolios of that size.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    pub initiatives: usize,
    /// Every benefit is measured each month; otherwise each year.
    pub monthly: bool,
    pub seed: u64,
}

impl Size {
    /// So many initiatives; measured by month up to 2 000, by year above.
    pub fn of(initiatives: usize) -> Self {
        Self {
            initiatives,
            monthly: initiatives <= YEARLY_ABOVE,
            seed: 1,
        }
    }

    pub fn benefits(self) -> usize {
        self.initiatives * BENEFITS_EACH
    }

    pub fn measurements(self) -> usize {
        self.benefits() * measured::periods(self).len()
    }

    /// Chance that is the same for the same thing of the same portfolio.
    fn chance(self, of: ids::Kind, number: usize) -> fastrand::Rng {
        let own = (of.number() << 40) ^ u64::try_from(number).unwrap_or(u64::MAX);
        fastrand::Rng::with_seed(self.seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ own)
    }
}

/// Fills an empty database, accounts of the demo's kind (one for each role, without an address) included.
pub async fn fill(ctx: &Ctx, services: &Services, size: Size) {
    let document = document::document(size);
    service::demo_load(ctx, services, &[&document], |role| role.code().to_owned())
        .await
        .expect("an empty database takes the document");
    drop(document);
    let benefits = benefit_list(ctx, services.store.reader())
        .await
        .expect("benefits");
    let mut benefits: Vec<_> = benefits.into_iter().map(|one| one.value.id).collect();
    benefits.sort_unstable();
    measured::write(ctx, services, size, &benefits).await;
}

/// The portfolio without what is measured, and how many initiatives, deliveries, benefits and statements that is.
pub fn rows(size: Size) -> (Vec<u8>, usize) {
    let each = 1 + 1 + BENEFITS_EACH + document::STATEMENTS_EACH;
    (document::document(size), size.initiatives * each)
}

/// An initiative of the portfolio, for whoever looks at one.
pub fn initiative(number: usize) -> String {
    ids::id(ids::Kind::Initiative, number).to_string()
}

/// A calculation of the portfolio: those of every fourth initiative, counted from the first.
pub fn calculation(number: usize) -> String {
    ids::id(ids::Kind::Calculation, number * calculations::EVERY).to_string()
}
