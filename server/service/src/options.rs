//! What forms let people choose from.

use std::str::FromStr;

use chrono::NaiveDate;
use domain::ctx::Ctx;
use domain::figure::Figure;
use domain::id::{AreaId, BenefitGroupId, BenefitId, DeliveryId, InitiativeId, PortfolioId, UnitId};
use domain::portfolio::PortfolioKind;
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

/// A portfolio to tick.
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
    /// What was promised in full, where the short name does not say it.
    pub promise: Option<String>,
    /// From when it was expected.
    pub expected_from: Option<NaiveDate>,
    /// The figures that were promised.
    pub figures: Vec<Figure>,
}

/// An initiative, where only its name is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InitiativeName {
    /// Identity.
    pub id: InitiativeId,
    /// Name.
    pub name: String,
}

/// What a form has chosen of a kind: a choice that has ended stays to choose where it is chosen
/// already, so that saving something else does not take it away.
pub(crate) fn chosen<'a, T: FromStr>(typed: impl IntoIterator<Item = &'a String>) -> Vec<T> {
    typed
        .into_iter()
        .filter_map(|id| id.trim().parse().ok())
        .collect()
}

/// Which of all that there has been are offered.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Offer<'a, T> {
    /// In a form: what is in use today, and what is chosen already.
    Today(&'a [T]),
    /// In a filter, which also finds what has ended.
    Ever,
}

impl<T: PartialEq> Offer<'_, T> {
    fn has(self, in_use: bool, id: T) -> bool {
        match self {
            Self::Today(chosen) => in_use || chosen.contains(&id),
            Self::Ever => true,
        }
    }
}

/// Areas offered, by number.
pub(crate) async fn areas(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    offer: Offer<'_, AreaId>,
) -> Result<Vec<AreaOption>> {
    let today = ctx.today();
    let sets: Vec<_> = area_set_list(ctx, db)
        .await?
        .into_iter()
        .filter(|set| set.value.valid_to.is_none_or(|last| today <= last))
        .map(|set| set.value.id)
        .collect();
    let mut areas = area_list(ctx, db).await?;
    areas.retain(|area| offer.has(sets.contains(&area.value.area_set), area.value.id));
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

/// Groups offered, in their order.
pub(crate) async fn groups(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    offer: Offer<'_, BenefitGroupId>,
) -> Result<Vec<GroupOption>> {
    let today = ctx.today();
    let mut groups = benefit_group_list(ctx, db).await?;
    groups.retain(|group| offer.has(group.value.in_use(today), group.value.id));
    groups.sort_by_key(|group| (group.value.ordinal, group.value.id));
    Ok(groups
        .into_iter()
        .map(|group| GroupOption {
            id: group.value.id,
            name: group.value.name,
        })
        .collect())
}

/// Units offered, by name.
pub(crate) async fn units(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    offer: Offer<'_, UnitId>,
) -> Result<Vec<UnitOption>> {
    let today = ctx.today();
    let mut units = unit_list(ctx, db).await?;
    units.retain(|unit| offer.has(!unit.value.has_ended(today), unit.value.id));
    units.sort_by_cached_key(|unit| (unit.value.name.to_lowercase(), unit.value.id));
    Ok(units
        .into_iter()
        .map(|unit| UnitOption {
            id: unit.value.id,
            name: unit.value.name,
        })
        .collect())
}

/// Portfolios offered: the strategic one first, then by name.
pub(crate) async fn portfolios(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    offer: Offer<'_, PortfolioId>,
) -> Result<Vec<PortfolioOption>> {
    let today = ctx.today();
    let mut portfolios = portfolio_list(ctx, db).await?;
    portfolios.retain(|one| offer.has(one.value.in_use(today), one.value.id));
    portfolios.sort_by_cached_key(|one| {
        let tactical = one.value.kind == PortfolioKind::Tactical;
        (tactical, one.value.name.to_lowercase(), one.value.id)
    });
    Ok(portfolios
        .into_iter()
        .map(|one| PortfolioOption {
            id: one.value.id,
            name: one.value.name,
        })
        .collect())
}
