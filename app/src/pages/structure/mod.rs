//! What the portfolio is ordered by: a page that shows all of it, and a form for each kind.

mod agency;
mod area;
mod area_set;
mod benefit_group;
mod hub;
mod parts;
mod portfolio;
mod unit;

pub use agency::AgencyFormPage;
pub use area::AreaFormPage;
pub use area_set::AreaSetFormPage;
pub use benefit_group::BenefitGroupFormPage;
pub use hub::StructurePage;
pub use portfolio::PortfolioFormPage;
pub use unit::UnitFormPage;
