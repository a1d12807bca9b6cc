//! What it takes to say how promises in kronor have held.

use std::collections::HashMap;

use domain::ctx::Ctx;
use domain::expected_value::PromisedLine;
use domain::id::{AreaId, DeliveryId, InitiativeId};
use domain::realisation::ValuedBenefit;
use domain::sek_value::{self, SekValue, counting};
use sea_orm::sea_query::SelectStatement;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use uuid::Uuid;

use crate::entity::{benefit, delivery, initiative};
use crate::error::Result;
use crate::repo;
use crate::repo::rows::Pick;

/// The benefits that somebody has put a value in kronor on, with what was promised of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CalibrationMaterial {
    /// The benefits, with the area that each is counted in. Those of an example are left out.
    pub benefits: Vec<ValuedBenefit>,
    /// What promised calculations say that they are worth, in all years.
    pub promised: Vec<PromisedLine>,
    /// The values whose statement or measurement counts as of today.
    pub values: Vec<SekValue>,
}

/// What a column of the benefits that are valued says.
fn of_benefits(column: benefit::Column) -> SelectStatement {
    benefit::Entity::find()
        .select_only()
        .column(column)
        .filter(benefit::Column::Id.in_subquery(repo::sek_value::benefits()))
        .filter(column.is_not_null())
        .into_query()
}

/// Loads the material: so many statements whatever there is.
pub async fn calibration_material_load(ctx: &Ctx, db: &impl ConnectionTrait) -> Result<CalibrationMaterial> {
    let valued = repo::sek_value::benefits;
    let found = repo::benefit::find(db, &Pick::among(valued())).await?;
    let of_deliveries: Vec<(Uuid, Option<Uuid>)> = delivery::Entity::find()
        .select_only()
        .columns([delivery::Column::Id, delivery::Column::AreaId])
        .filter(delivery::Column::Id.in_subquery(of_benefits(benefit::Column::DeliveryId)))
        .into_tuple()
        .all(db)
        .await?;
    let of_deliveries: HashMap<DeliveryId, Option<AreaId>> = of_deliveries
        .into_iter()
        .map(|(id, area)| (id.into(), area.map(AreaId)))
        .collect();
    let of_initiatives: Vec<(Uuid, Option<Uuid>)> = initiative::Entity::find()
        .select_only()
        .columns([initiative::Column::Id, initiative::Column::AreaId])
        .filter(initiative::Column::Example.eq(false))
        .filter(initiative::Column::Id.in_subquery(of_benefits(benefit::Column::InitiativeId)))
        .into_tuple()
        .all(db)
        .await?;
    let of_initiatives: HashMap<InitiativeId, Option<AreaId>> = of_initiatives
        .into_iter()
        .map(|(id, area)| (id.into(), area.map(AreaId)))
        .collect();
    let benefits = found.into_iter().filter_map(|one| {
        let benefit = one.value;
        let of_initiative = *of_initiatives.get(&benefit.initiative)?;
        let of_delivery = benefit
            .delivery
            .and_then(|id| of_deliveries.get(&id).copied().flatten());
        Some(ValuedBenefit {
            initiative: benefit.initiative,
            benefit: benefit.id,
            area: of_delivery.or(of_initiative),
            groups: benefit.groups,
        })
    });
    let values = repo::sek_value::find(db, &Pick::All).await?;
    let values: Vec<SekValue> = values.into_iter().map(|one| one.value).collect();
    let statements = Pick::among(repo::sek_value::statements(&Pick::among(valued())));
    let statements = repo::statement::find_bare(db, &statements).await?;
    let statements: Vec<_> = statements.into_iter().map(|one| one.value).collect();
    let measurements =
        repo::measurement::find_bare(db, repo::sek_value::measurements(&Pick::among(valued()))).await?;
    let counting = counting(&values, &statements, &measurements, ctx.today());
    let years = (*sek_value::YEARS.start(), *sek_value::YEARS.end());
    Ok(CalibrationMaterial {
        benefits: benefits.collect(),
        promised: repo::promise::promised_list(db, &Pick::among(valued()), years).await?,
        values: counting.into_iter().cloned().collect(),
    })
}
