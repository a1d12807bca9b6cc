//! What forms let people choose from.

use domain::ctx::Ctx;
use domain::id::{AreaId, BenefitGroupId, BenefitId, DeliveryId, InitiativeId, PortfolioId, UnitId};
use domain::register::sort_key;
use store::ConnectionTrait;
use store::repo::area::area_list;
use store::repo::area_set::area_set_list;
use store::repo::benefit_group::benefit_group_list;
use store::repo::portfolio::portfolio_list;
use store::repo::unit::unit_list;

use crate::error::Result;

/// An area to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaOption {
    /// Identity.
    pub id: AreaId,
    /// Number.
    pub number: String,
    /// Name.
    pub name: String,
}

/// A group to tick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupOption {
    /// Identity.
    pub id: BenefitGroupId,
    /// Name.
    pub name: String,
}

/// A unit to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitOption {
    /// Identity.
    pub id: UnitId,
    /// Name.
    pub name: String,
}

/// A portfolio to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PortfolioOption {
    /// Identity.
    pub id: PortfolioId,
    /// Name.
    pub name: String,
}

/// A delivery to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeliveryOption {
    /// Identity.
    pub id: DeliveryId,
    /// Name.
    pub name: String,
}

/// A benefit to tick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BenefitOption {
    /// Identity.
    pub id: BenefitId,
    /// The delivery that it comes from.
    pub delivery: Option<DeliveryId>,
    /// Its short name or, without one, its description.
    pub name: String,
}

/// An initiative, where only its name is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InitiativeName {
    /// Identity.
    pub id: InitiativeId,
    /// Name.
    pub name: String,
}

/// Areas of the sets in use today, by number.
pub(crate) async fn areas(ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Vec<AreaOption>> {
    let today = ctx.today();
    let sets: Vec<_> = area_set_list(ctx, db)
        .await?
        .into_iter()
        .filter(|set| set.value.valid_to.is_none_or(|last| today <= last))
        .map(|set| set.value.id)
        .collect();
    let mut areas = area_list(ctx, db).await?;
    areas.retain(|area| sets.contains(&area.value.area_set));
    areas.sort_by_key(|area| (domain::area::number_order(&area.value.number), area.value.id));
    Ok(areas
        .into_iter()
        .map(|area| AreaOption {
            id: area.value.id,
            number: area.value.number,
            name: area.value.name,
        })
        .collect())
}

/// All groups, in their order.
pub(crate) async fn groups(ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Vec<GroupOption>> {
    let mut groups = benefit_group_list(ctx, db).await?;
    groups.sort_by_key(|group| (group.value.ordinal, group.value.id));
    Ok(groups
        .into_iter()
        .map(|group| GroupOption {
            id: group.value.id,
            name: group.value.name,
        })
        .collect())
}

/// Units that exist today, by name.
pub(crate) async fn units(ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Vec<UnitOption>> {
    let today = ctx.today();
    let mut units = unit_list(ctx, db).await?;
    units.retain(|unit| unit.value.valid_to.is_none_or(|last| today <= last));
    units.sort_by(|a, b| a.value.name.cmp(&b.value.name));
    Ok(units
        .into_iter()
        .map(|unit| UnitOption {
            id: unit.value.id,
            name: unit.value.name,
        })
        .collect())
}

/// All portfolios, by name.
pub(crate) async fn portfolios(ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Vec<PortfolioOption>> {
    let mut portfolios = portfolio_list(ctx, db).await?;
    portfolios.sort_by_cached_key(|portfolio| sort_key(&portfolio.value.name));
    Ok(portfolios
        .into_iter()
        .map(|portfolio| PortfolioOption {
            id: portfolio.value.id,
            name: portfolio.value.name,
        })
        .collect())
}
