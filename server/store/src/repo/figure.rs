//! Figures of deliveries, benefits and statements: what their repositories share.

use std::collections::HashMap;

use domain::figure::Figure;
use sea_orm::{ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::entity::figure;
use crate::error::Result;
use crate::repo::codec::Row;
use crate::repo::rows::{Pick, by_parent, delete_children, insert_rows};

/// What figures hang on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holder {
    Delivery,
    Benefit,
    Statement,
}

impl Holder {
    fn column(self) -> figure::Column {
        match self {
            Self::Delivery => figure::Column::DeliveryId,
            Self::Benefit => figure::Column::BenefitId,
            Self::Statement => figure::Column::StatementId,
        }
    }

    fn id(self, row: &figure::Model) -> Option<Uuid> {
        match self {
            Self::Delivery => row.delivery_id,
            Self::Benefit => row.benefit_id,
            Self::Statement => row.statement_id,
        }
    }
}

/// The figures of many holders, each holder's in order. One statement.
pub(crate) async fn figures(
    db: &impl ConnectionTrait,
    holder: Holder,
    pick: &Pick,
) -> Result<HashMap<Uuid, Vec<Figure>>> {
    use sea_orm::ColumnTrait;
    let rows = figure::Entity::find()
        .filter(holder.column().is_not_null())
        .filter(pick.on(holder.column()))
        .order_by_asc(figure::Column::Ordinal)
        .all(db)
        .await?;
    by_parent(rows, |row| holder.id(row).unwrap_or_default())
        .into_iter()
        .map(|(id, rows)| Ok((id, rows.into_iter().map(read).collect::<Result<_>>()?)))
        .collect()
}

/// Adds the figures of many holders.
pub(crate) async fn figures_insert<'a>(
    db: &impl ConnectionTrait,
    holder: Holder,
    holders: impl Iterator<Item = (Uuid, &'a [Figure])>,
) -> Result<()> {
    let rows = holders
        .flat_map(|(id, figures)| {
            (0..)
                .zip(figures)
                .map(move |(ordinal, figure)| row(holder, id, ordinal, figure))
        })
        .collect::<Result<_>>()?;
    insert_rows::<figure::Entity>(db, rows).await
}

/// Deletes the figures of one holder.
pub(crate) async fn figures_delete(db: &impl ConnectionTrait, holder: Holder, id: Uuid) -> Result<()> {
    delete_children::<figure::Entity>(db, holder.column(), id).await
}

fn row(holder: Holder, id: Uuid, ordinal: i32, figure: &Figure) -> Result<figure::Model> {
    let place = Row::of("figure", figure.id.0);
    let held_by = |kind: Holder| (holder == kind).then_some(id);
    let (value_mantissa, value_scale) = place.digits_of("value_mantissa", figure.value)?;
    let upper = figure
        .value_to
        .map(|value| place.digits_of("value_to_mantissa", value))
        .transpose()?;
    Ok(figure::Model {
        id: figure.id.0,
        delivery_id: held_by(Holder::Delivery),
        benefit_id: held_by(Holder::Benefit),
        statement_id: held_by(Holder::Statement),
        ordinal,
        what: figure.what.clone(),
        value_mantissa,
        value_scale,
        value_to_mantissa: upper.map(|(mantissa, _)| mantissa),
        value_to_scale: upper.map(|(_, scale)| scale),
        unit: figure.unit.clone(),
        approximate: figure.approximate,
        period: figure.period.clone(),
        role: place.code_of(&figure.role.value)?,
        role_interpreted: figure.role.interpreted,
    })
}

fn read(row: figure::Model) -> Result<Figure> {
    let place = Row::of("figure", row.id);
    let upper = row.value_to_mantissa.zip(row.value_to_scale);
    Ok(Figure {
        id: row.id.into(),
        what: row.what,
        value: place.decimal(row.value_mantissa, row.value_scale)?,
        value_to: upper
            .map(|(mantissa, scale)| place.decimal(mantissa, scale))
            .transpose()?,
        unit: row.unit,
        approximate: row.approximate,
        period: row.period,
        role: place.reading(&row.role, row.role_interpreted)?,
    })
}
