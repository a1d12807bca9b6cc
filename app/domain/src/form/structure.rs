//! Forms for what the portfolio is ordered by: the agency, areas and their sets, groups, units and
//! portfolios.

mod agency;
mod area;
mod area_set;
mod benefit_group;
mod portfolio;
mod unit;

pub use agency::{AgencyForm, NewAgency};
pub use area::{AreaForm, NewArea};
pub use area_set::{AreaSetForm, NewAreaSet};
pub use benefit_group::{BenefitGroupForm, NewBenefitGroup};
pub use portfolio::{NewPortfolio, PortfolioForm};
pub use unit::{NewUnit, UnitForm};

/// A day as a field shows it.
pub(super) fn typed_day(day: Option<chrono::NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}
