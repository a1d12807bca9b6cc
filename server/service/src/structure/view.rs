use domain::agency::Agency;
use domain::area::{Area, AreaSet, number_order};
use domain::benefit_group::BenefitGroup;
use domain::ctx::Ctx;
use domain::policy::{Operation, decide, may};
use domain::portfolio::{Portfolio, PortfolioKind};
use domain::unit::Unit;
use store::Versioned;
use store::repo::agency::agency_load;
use store::repo::area::area_list;
use store::repo::area_set::area_set_list;
use store::repo::benefit_group::benefit_group_list;
use store::repo::benefit_orphan::{OrphanRow, benefit_orphans};
use store::repo::portfolio::portfolio_list;
use store::repo::unit::unit_list;

use crate::error::Result;
use crate::services::Services;
use crate::start::is_anything_left;

/// A set of areas with its areas.
#[derive(Clone, Debug)]
pub struct AreaSetView {
    /// The set.
    pub set: Versioned<AreaSet>,
    /// Its areas, by number.
    pub areas: Vec<Versioned<Area>>,
}

/// All that the portfolio is ordered by.
#[derive(Clone, Debug)]
pub struct StructureView {
    /// The agency; none in an empty installation.
    pub agency: Option<Agency>,
    /// Sets of areas, the newest first.
    pub sets: Vec<AreaSetView>,
    /// Benefit groups, in their order.
    pub groups: Vec<Versioned<BenefitGroup>>,
    /// Units by name, those that have ended last.
    pub units: Vec<Versioned<Unit>>,
    /// Portfolios, the strategic one first.
    pub portfolios: Vec<Versioned<Portfolio>>,
    /// Benefits whose unit has ended.
    pub orphans: Vec<OrphanRow>,
    /// Something of the guided start is left.
    pub is_unfinished: bool,
    /// The actor may change all this.
    pub may_write: bool,
    /// Today.
    pub today: chrono::NaiveDate,
}

/// All that the portfolio is ordered by, with the benefits that nobody answers for any more.
pub async fn structure_view(ctx: &Ctx, services: &Services) -> Result<StructureView> {
    decide(ctx, Operation::PortfolioRead, None)?;
    let db = &services.store.snapshot().await?;
    let today = ctx.today();
    let mut areas = area_list(ctx, db).await?;
    areas.sort_by_key(|area| (number_order(&area.value.number), area.value.id));
    let mut sets: Vec<AreaSetView> = area_set_list(ctx, db)
        .await?
        .into_iter()
        .map(|set| AreaSetView {
            areas: areas
                .iter()
                .filter(|area| area.value.area_set == set.value.id)
                .cloned()
                .collect(),
            set,
        })
        .collect();
    sets.sort_by_key(|view| std::cmp::Reverse((view.set.value.valid_from, view.set.value.id)));
    let mut groups = benefit_group_list(ctx, db).await?;
    groups.sort_by_key(|group| (group.value.ordinal, group.value.id));
    let mut units = unit_list(ctx, db).await?;
    units.sort_by_cached_key(|unit| {
        (
            unit.value.has_ended(today),
            unit.value.name.to_lowercase(),
            unit.value.id,
        )
    });
    let mut portfolios = portfolio_list(ctx, db).await?;
    portfolios.sort_by_cached_key(|portfolio| {
        let tactical = portfolio.value.kind == PortfolioKind::Tactical;
        (tactical, portfolio.value.name.to_lowercase(), portfolio.value.id)
    });
    Ok(StructureView {
        agency: agency_load(ctx, db).await?.map(|found| found.value),
        sets,
        groups,
        units,
        portfolios,
        orphans: benefit_orphans(ctx, db, today).await?,
        is_unfinished: is_anything_left(ctx, db).await?,
        may_write: may(ctx, Operation::StructureWrite, None),
        today,
    })
}
