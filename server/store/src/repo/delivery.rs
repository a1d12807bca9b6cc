//! Deliveries with their launches, what is announced for later, and figures.

use std::slice;

use domain::ctx::Ctx;
use domain::delivery::{Delivery, Launch, Upcoming};
use domain::figure::Figure;
use domain::id::{AreaId, DeliveryId, InitiativeId};
use domain::register::folded;
use sea_orm::sea_query::SelectStatement;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};
use uuid::Uuid;

use crate::entity::{delivery, delivery_launch, delivery_upcoming};
use crate::error::Result;
use crate::repo::codec::{Row, WhenColumns};
use crate::repo::figure::{Holder, figures, figures_delete, figures_insert};
use crate::repo::rows::{Pick, Stamp, children, delete_children, insert_rows, update_row};
use crate::versioned::Versioned;

const TABLE: &str = "delivery";

/// The delivery.
pub async fn delivery_load(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: DeliveryId,
) -> Result<Option<Versioned<Delivery>>> {
    Ok(find(db, &Pick::One(id.0)).await?.pop())
}

/// All deliveries.
pub async fn delivery_list(_ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Vec<Versioned<Delivery>>> {
    find(db, &Pick::All).await
}

/// The deliveries of an initiative, in order.
pub async fn delivery_list_of_initiative(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    initiative: InitiativeId,
) -> Result<Vec<Versioned<Delivery>>> {
    find(db, &Pick::among(ids_of_initiative(initiative))).await
}

/// Adds one.
pub async fn delivery_insert(ctx: &Ctx, db: &impl ConnectionTrait, new: &Delivery) -> Result<()> {
    delivery_insert_many(ctx, db, slice::from_ref(new)).await
}

/// Adds several.
pub async fn delivery_insert_many(ctx: &Ctx, db: &impl ConnectionTrait, new: &[Delivery]) -> Result<()> {
    let rows = new
        .iter()
        .map(|delivery| row(delivery, Stamp::first(ctx)))
        .collect::<Result<_>>()?;
    insert_rows::<delivery::Entity>(db, rows).await?;
    insert_children(db, new).await
}

/// Replaces one, unless it has changed since the expected version; gives the new version.
pub async fn delivery_update(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    changed: &Delivery,
    expected_version: i32,
) -> Result<i32> {
    let id = changed.id.0;
    let row = row(changed, Stamp::after(ctx, expected_version))?.into_active_model();
    let expected = (delivery::Column::Version, expected_version);
    let version = update_row::<delivery::Entity>(db, row, (delivery::Column::Id, id), expected).await?;
    delete_children::<delivery_launch::Entity>(db, delivery_launch::Column::DeliveryId, id).await?;
    delete_children::<delivery_upcoming::Entity>(db, delivery_upcoming::Column::DeliveryId, id).await?;
    figures_delete(db, Holder::Delivery, id).await?;
    insert_children(db, slice::from_ref(changed)).await?;
    Ok(version)
}

pub(crate) fn ids_of_initiative(initiative: InitiativeId) -> SelectStatement {
    delivery::Entity::find()
        .select_only()
        .column(delivery::Column::Id)
        .filter(delivery::Column::InitiativeId.eq(initiative.0))
        .into_query()
}

/// Four statements.
pub(crate) async fn find(db: &impl ConnectionTrait, pick: &Pick) -> Result<Vec<Versioned<Delivery>>> {
    let rows = delivery::Entity::find()
        .filter(pick.on(delivery::Column::Id))
        .order_by_asc(delivery::Column::Ordinal)
        .order_by_asc(delivery::Column::Id)
        .all(db)
        .await?;
    let (parent, order) = (
        delivery_launch::Column::DeliveryId,
        delivery_launch::Column::Ordinal,
    );
    let mut launches =
        children::<delivery_launch::Entity>(db, pick, parent, order, |launch| launch.delivery_id).await?;
    let (parent, order) = (
        delivery_upcoming::Column::DeliveryId,
        delivery_upcoming::Column::Ordinal,
    );
    let mut upcoming =
        children::<delivery_upcoming::Entity>(db, pick, parent, order, |later| later.delivery_id).await?;
    let mut figures = figures(db, Holder::Delivery, pick).await?;
    rows.into_iter()
        .map(|row| {
            let launches = launches.remove(&row.id).unwrap_or_default();
            let upcoming = upcoming.remove(&row.id).unwrap_or_default();
            let figures = figures.remove(&row.id).unwrap_or_default();
            read(row, launches, upcoming, figures)
        })
        .collect()
}

fn row(delivery: &Delivery, stamp: Stamp) -> Result<delivery::Model> {
    Ok(delivery::Model {
        id: delivery.id.0,
        initiative_id: delivery.initiative.0,
        area_id: delivery.area.map(|area| area.0),
        ordinal: delivery.ordinal,
        name: delivery.name.clone(),
        description: delivery.description.clone(),
        status: Row::of(TABLE, delivery.id.0).code_of(&delivery.status.value)?,
        status_interpreted: delivery.status.interpreted,
        note: delivery.note.clone(),
        search_text: folded(&delivery.name),
        version: stamp.version,
        edited_by: stamp.edited_by,
    })
}

async fn insert_children(db: &impl ConnectionTrait, deliveries: &[Delivery]) -> Result<()> {
    let launches = deliveries.iter().flat_map(|delivery| {
        (0..)
            .zip(&delivery.launches)
            .map(|(ordinal, launch)| launch_row(delivery.id.0, ordinal, launch))
    });
    insert_rows::<delivery_launch::Entity>(db, launches.collect()).await?;
    let upcoming = deliveries.iter().flat_map(|delivery| {
        (0..)
            .zip(&delivery.upcoming)
            .map(|(ordinal, later)| upcoming_row(delivery.id.0, ordinal, later))
    });
    insert_rows::<delivery_upcoming::Entity>(db, upcoming.collect()).await?;
    let figures = deliveries
        .iter()
        .map(|delivery| (delivery.id.0, delivery.figures.as_slice()));
    figures_insert(db, Holder::Delivery, figures).await
}

fn launch_row(delivery_id: Uuid, ordinal: i32, launch: &Launch) -> delivery_launch::Model {
    let planned = WhenColumns::from(launch.planned);
    let actual = WhenColumns::from(launch.actual);
    delivery_launch::Model {
        delivery_id,
        ordinal,
        what: launch.what.clone(),
        planned_text: planned.text,
        planned_precision: planned.precision,
        planned_first: planned.first,
        planned_last: planned.last,
        actual_text: actual.text,
        actual_precision: actual.precision,
        actual_first: actual.first,
        actual_last: actual.last,
    }
}

fn upcoming_row(delivery_id: Uuid, ordinal: i32, later: &Upcoming) -> delivery_upcoming::Model {
    delivery_upcoming::Model {
        delivery_id,
        ordinal,
        what: later.what.clone(),
        when_text: later.when.text(),
        when_precision: later.when.precision().to_owned(),
        when_first: later.when.first_day(),
        when_last: later.when.last_day(),
    }
}

fn read(
    row: delivery::Model,
    launches: Vec<delivery_launch::Model>,
    upcoming: Vec<delivery_upcoming::Model>,
    figures: Vec<Figure>,
) -> Result<Versioned<Delivery>> {
    let place = Row::of(TABLE, row.id);
    let stamp = Stamp {
        version: row.version,
        edited_by: row.edited_by,
    };
    let launch = |launch: delivery_launch::Model| {
        Ok(Launch {
            planned: place.optional_when(
                launch.planned_text.as_deref(),
                launch.planned_precision.as_deref(),
            )?,
            actual: place.optional_when(launch.actual_text.as_deref(), launch.actual_precision.as_deref())?,
            what: launch.what,
        })
    };
    let later = |later: delivery_upcoming::Model| {
        Ok(Upcoming {
            when: place.when(later.when_text.as_deref(), &later.when_precision)?,
            what: later.what,
        })
    };
    Ok(stamp.on(Delivery {
        id: row.id.into(),
        initiative: row.initiative_id.into(),
        area: row.area_id.map(AreaId),
        ordinal: row.ordinal,
        name: row.name,
        description: row.description,
        launches: launches.into_iter().map(launch).collect::<Result<_>>()?,
        upcoming: upcoming.into_iter().map(later).collect::<Result<_>>()?,
        status: place.reading(&row.status, row.status_interpreted)?,
        figures,
        note: row.note,
    }))
}

/// The place after the last delivery of the area; of those without area where none is given.
pub async fn delivery_next_ordinal(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    area: Option<AreaId>,
) -> Result<i32> {
    let of_area = match area {
        Some(area) => delivery::Column::AreaId.eq(area.0),
        None => delivery::Column::AreaId.is_null(),
    };
    let last: Option<Option<i32>> = delivery::Entity::find()
        .select_only()
        .column_as(delivery::Column::Ordinal.max(), "last")
        .filter(of_area)
        .into_tuple()
        .one(db)
        .await?;
    Ok(last.flatten().map_or(1, |last| last.saturating_add(1)))
}
