//! What the portfolio is ordered by: the agency, sets of areas, areas, benefit groups, units and
//! portfolios. The steering unit writes them; everybody who reads the portfolio sees them.

mod agency;
mod area;
mod area_set;
mod benefit_group;
mod noun;
mod portfolio;
mod unit;
mod view;

use domain::ctx::Ctx;
use domain::policy::{Operation, decide};
use uuid::Uuid;

use crate::error::{Result, ServiceError};
use crate::services::Services;

pub use agency::{AgencyFormView, agency_form, agency_save};
pub use area::{AreaFormView, area_form, area_save};
pub use area_set::{AreaSetFormView, area_set_form, area_set_save};
pub use benefit_group::{BenefitGroupFormView, benefit_group_form, benefit_group_save};
pub(crate) use noun::add as structure_add;
pub use portfolio::{PortfolioFormView, portfolio_form, portfolio_save};
pub use unit::{UnitFormView, unit_form, unit_save};
pub use view::{AreaSetView, StructureView, structure_view};

/// Where the structure's page is; each thing has an anchor on it.
const PAGE: &str = "/struktur";

/// A kind of thing of the structure that can be taken away while nothing refers to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StructureKind {
    /// A set of areas.
    AreaSet,
    /// An area.
    Area,
    /// A benefit group.
    BenefitGroup,
    /// An organisational unit.
    Unit,
    /// A portfolio.
    Portfolio,
}

impl StructureKind {
    /// All kinds.
    pub const ALL: [Self; 5] = [
        Self::AreaSet,
        Self::Area,
        Self::BenefitGroup,
        Self::Unit,
        Self::Portfolio,
    ];

    /// The code used in forms and in the audit log.
    pub fn code(self) -> &'static str {
        match self {
            Self::AreaSet => "area_set",
            Self::Area => "area",
            Self::BenefitGroup => "benefit_group",
            Self::Unit => "unit",
            Self::Portfolio => "portfolio",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Takes a thing of the structure away that nothing refers to: something made by mistake. What is
/// referred to stays; it is ended instead. Answers where to go on.
pub async fn structure_delete(
    ctx: &Ctx,
    services: &Services,
    kind: StructureKind,
    id: Uuid,
    version: i32,
) -> Result<String> {
    decide(ctx, Operation::StructureWrite, None)?;
    match kind {
        StructureKind::AreaSet => noun::delete::<domain::area::AreaSet>(ctx, services, id, version).await,
        StructureKind::Area => noun::delete::<domain::area::Area>(ctx, services, id, version).await,
        StructureKind::BenefitGroup => {
            noun::delete::<domain::benefit_group::BenefitGroup>(ctx, services, id, version).await
        }
        StructureKind::Unit => noun::delete::<domain::unit::Unit>(ctx, services, id, version).await,
        StructureKind::Portfolio => {
            noun::delete::<domain::portfolio::Portfolio>(ctx, services, id, version).await
        }
    }
}

fn not_an_id(_: uuid::Error) -> ServiceError {
    ServiceError::NotFound
}
