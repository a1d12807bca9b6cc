//! What rights over measures are held against: the benefits whose goals use them, and what those belong to.

use std::collections::HashMap;

use domain::ctx::Ctx;
use domain::id::{BenefitGroupId, BenefitId, InitiativeId, MeasureId, PortfolioId, UnitId};
use domain::initiative::InitiativeStatus;
use sea_orm::sea_query::SelectStatement;
use sea_orm::{ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use uuid::Uuid;

use crate::entity::{benefit, benefit_in_group, effect_goal, initiative, initiative_portfolio};
use crate::error::Result;
use crate::repo::codec::Row;
use crate::repo::rows::{Pick, children};

/// A benefit whose goals use a measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureGround {
    /// Which.
    pub benefit: BenefitId,
    /// The initiative that promises it.
    pub initiative: InitiativeId,
    /// That initiative's name.
    pub initiative_name: String,
    /// Where that initiative stands: from its decision on its goals are locked.
    pub initiative_status: InitiativeStatus,
    /// Its title, or else its description.
    pub benefit_name: String,
    /// Portfolios of the initiative.
    pub portfolios: Vec<PortfolioId>,
    /// Its groups.
    pub groups: Vec<BenefitGroupId>,
    /// The unit that answers for its coming.
    pub owner: Option<UnitId>,
}

/// The grounds of these measures, each benefit once; a measure that no benefit uses is left out. Five statements.
pub async fn measure_grounds(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    measures: &[MeasureId],
) -> Result<HashMap<MeasureId, Vec<MeasureGround>>> {
    let these = Pick::These(measures.iter().map(|id| id.0).collect());
    let using = || these.on(effect_goal::Column::MeasureId);
    let links: Vec<(Uuid, Option<Uuid>)> = effect_goal::Entity::find()
        .select_only()
        .columns([effect_goal::Column::MeasureId, effect_goal::Column::BenefitId])
        .distinct()
        .filter(using())
        .into_tuple()
        .all(db)
        .await?;
    let used: SelectStatement = effect_goal::Entity::find()
        .select_only()
        .column(effect_goal::Column::BenefitId)
        .filter(using())
        .into_query();
    let used = Pick::among(used);
    let benefits = benefit::Entity::find()
        .filter(used.on(benefit::Column::Id))
        .order_by_asc(benefit::Column::Ordinal)
        .order_by_asc(benefit::Column::Id)
        .all(db)
        .await?;
    let initiatives = benefit::Entity::find()
        .select_only()
        .column(benefit::Column::InitiativeId)
        .filter(used.on(benefit::Column::Id))
        .into_query();
    let initiatives = Pick::among(initiatives);
    let heads: Vec<(Uuid, String, String)> = initiative::Entity::find()
        .select_only()
        .columns([
            initiative::Column::Id,
            initiative::Column::Name,
            initiative::Column::Status,
        ])
        .filter(initiatives.on(initiative::Column::Id))
        .into_tuple()
        .all(db)
        .await?;
    let heads: HashMap<Uuid, (String, InitiativeStatus)> = heads
        .into_iter()
        .map(|(id, name, status)| Ok((id, (name, Row::of("initiative", id).code(&status)?))))
        .collect::<Result<_>>()?;
    let (parent, order) = (
        initiative_portfolio::Column::InitiativeId,
        initiative_portfolio::Column::Ordinal,
    );
    let portfolios =
        children::<initiative_portfolio::Entity>(db, &initiatives, parent, order, |link| link.initiative_id)
            .await?;
    let (parent, order) = (
        benefit_in_group::Column::BenefitId,
        benefit_in_group::Column::Ordinal,
    );
    let groups =
        children::<benefit_in_group::Entity>(db, &used, parent, order, |link| link.benefit_id).await?;
    let mut grounds: HashMap<MeasureId, Vec<MeasureGround>> = HashMap::new();
    for benefit in benefits {
        // A benefit has an initiative: the database sees to that.
        let Some((initiative_name, initiative_status)) = heads.get(&benefit.initiative_id).cloned() else {
            continue;
        };
        let ground = MeasureGround {
            benefit: benefit.id.into(),
            initiative: benefit.initiative_id.into(),
            initiative_name,
            initiative_status,
            benefit_name: benefit.title.unwrap_or(benefit.description),
            portfolios: portfolios
                .get(&benefit.initiative_id)
                .into_iter()
                .flatten()
                .map(|link| link.portfolio_id.into())
                .collect(),
            groups: groups
                .get(&benefit.id)
                .into_iter()
                .flatten()
                .map(|link| link.benefit_group_id.into())
                .collect(),
            owner: benefit.owner_id.map(UnitId),
        };
        for (measure, _) in links.iter().filter(|(_, user)| *user == Some(benefit.id)) {
            grounds
                .entry(MeasureId(*measure))
                .or_default()
                .push(ground.clone());
        }
    }
    Ok(grounds)
}
