//! What rights over statements are held against: portfolios, groups and owners, for many initiatives
//! at once.

use std::collections::HashMap;

use domain::ctx::Ctx;
use domain::id::{BenefitGroupId, BenefitId, InitiativeId, PortfolioId, UnitId};
use sea_orm::{ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use uuid::Uuid;

use crate::entity::{benefit, benefit_in_group, initiative, initiative_portfolio};
use crate::error::Result;
use crate::repo::rows::{Pick, children};

/// What an initiative and its benefits belong to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatementGround {
    /// Portfolios of the initiative.
    pub portfolios: Vec<PortfolioId>,
    /// The unit that owns the initiative.
    pub owner: Option<UnitId>,
    /// Its benefits.
    pub benefits: Vec<GroundBenefit>,
}

/// What a benefit belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroundBenefit {
    /// Which.
    pub id: BenefitId,
    /// Its groups.
    pub groups: Vec<BenefitGroupId>,
    /// The unit that answers for its coming.
    pub owner: Option<UnitId>,
}

/// The grounds of these initiatives. Four statements.
pub async fn statement_grounds(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    initiatives: &[InitiativeId],
) -> Result<HashMap<InitiativeId, StatementGround>> {
    let these = Pick::These(initiatives.iter().map(|id| id.0).collect());
    let owners: Vec<(Uuid, Option<Uuid>)> = initiative::Entity::find()
        .select_only()
        .columns([initiative::Column::Id, initiative::Column::OwnerId])
        .filter(these.on(initiative::Column::Id))
        .into_tuple()
        .all(db)
        .await?;
    let (parent, order) = (
        initiative_portfolio::Column::InitiativeId,
        initiative_portfolio::Column::Ordinal,
    );
    let mut portfolios =
        children::<initiative_portfolio::Entity>(db, &these, parent, order, |link| link.initiative_id)
            .await?;
    let own = || these.on(benefit::Column::InitiativeId);
    let benefits: Vec<(Uuid, Uuid, Option<Uuid>)> = benefit::Entity::find()
        .select_only()
        .columns([
            benefit::Column::Id,
            benefit::Column::InitiativeId,
            benefit::Column::OwnerId,
        ])
        .filter(own())
        .order_by_asc(benefit::Column::Ordinal)
        .order_by_asc(benefit::Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    let ids = benefit::Entity::find()
        .select_only()
        .column(benefit::Column::Id)
        .filter(own())
        .into_query();
    let (parent, order) = (
        benefit_in_group::Column::BenefitId,
        benefit_in_group::Column::Ordinal,
    );
    let mut groups =
        children::<benefit_in_group::Entity>(db, &Pick::among(ids), parent, order, |link| link.benefit_id)
            .await?;
    let mut grounds: HashMap<InitiativeId, StatementGround> = owners
        .into_iter()
        .map(|(id, owner)| {
            let links = portfolios.remove(&id).unwrap_or_default();
            let ground = StatementGround {
                portfolios: links.into_iter().map(|link| link.portfolio_id.into()).collect(),
                owner: owner.map(UnitId),
                benefits: Vec::new(),
            };
            (InitiativeId(id), ground)
        })
        .collect();
    for (id, initiative, owner) in benefits {
        let links = groups.remove(&id).unwrap_or_default();
        let benefit = GroundBenefit {
            id: id.into(),
            groups: links
                .into_iter()
                .map(|link| link.benefit_group_id.into())
                .collect(),
            owner: owner.map(UnitId),
        };
        grounds
            .entry(InitiativeId(initiative))
            .or_default()
            .benefits
            .push(benefit);
    }
    Ok(grounds)
}
