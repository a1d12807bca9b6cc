//! Benefits with their groups and figures.

use std::slice;

use domain::benefit::{Benefit, GroupShare, NotMeasurable};
use domain::ctx::Ctx;
use domain::figure::Figure;
use domain::id::{BenefitId, DeliveryId, InitiativeId, UnitId};
use domain::register::{folded, sort_key};
use sea_orm::sea_query::SelectStatement;
use sea_orm::{
    ActiveModelTrait, ActiveValue, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect, QueryTrait,
};
use uuid::Uuid;

use crate::entity::{benefit, benefit_in_group};
use crate::error::Result;
use crate::repo::codec::{Row, micro};
use crate::repo::figure::{Holder, figures, figures_delete, figures_insert};
use crate::repo::rows::{Pick, Stamp, children, delete_children, insert_rows, update_row};
use crate::versioned::Versioned;

const TABLE: &str = "benefit";

/// The benefit.
pub async fn benefit_load(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: BenefitId,
) -> Result<Option<Versioned<Benefit>>> {
    Ok(find(db, &Pick::One(id.0)).await?.pop())
}

/// All benefits.
pub async fn benefit_list(_ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Vec<Versioned<Benefit>>> {
    find(db, &Pick::All).await
}

/// The benefits with these identities; those that are not there are left out.
pub async fn benefit_list_named(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    ids: &[BenefitId],
) -> Result<Vec<Versioned<Benefit>>> {
    find(db, &Pick::These(ids.iter().map(|id| id.0).collect())).await
}

/// The benefits of an initiative, in order.
pub async fn benefit_list_of_initiative(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    initiative: InitiativeId,
) -> Result<Vec<Versioned<Benefit>>> {
    find(db, &Pick::among(ids_of_initiative(initiative))).await
}

/// Adds one.
pub async fn benefit_insert(ctx: &Ctx, db: &impl ConnectionTrait, new: &Benefit) -> Result<()> {
    benefit_insert_many(ctx, db, slice::from_ref(new)).await
}

/// Adds several.
pub async fn benefit_insert_many(ctx: &Ctx, db: &impl ConnectionTrait, new: &[Benefit]) -> Result<()> {
    let rows = new
        .iter()
        .map(|benefit| row(benefit, Stamp::first(ctx)))
        .collect::<Result<_>>()?;
    insert_rows::<benefit::Entity>(db, rows).await?;
    insert_children(db, new).await
}

/// Replaces one, unless it has changed since the expected version; gives the new version.
pub async fn benefit_update(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    changed: &Benefit,
    expected_version: i32,
) -> Result<i32> {
    let id = changed.id.0;
    let row = row(changed, Stamp::after(ctx, expected_version))?.into_active_model();
    let expected = (benefit::Column::Version, expected_version);
    let version = update_row::<benefit::Entity>(db, row, (benefit::Column::Id, id), expected).await?;
    delete_children::<benefit_in_group::Entity>(db, benefit_in_group::Column::BenefitId, id).await?;
    figures_delete(db, Holder::Benefit, id).await?;
    insert_children(db, slice::from_ref(changed)).await?;
    Ok(version)
}

/// Declares that a benefit cannot be measured, or takes that back; gives the new version. Who wrote the
/// benefit stays: whoever declares has not written it.
pub async fn benefit_declare(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: BenefitId,
    expected_version: i32,
    declared: Option<&NotMeasurable>,
) -> Result<i32> {
    let row = benefit::ActiveModel {
        not_measurable_reason: ActiveValue::Set(declared.map(|it| it.reason.clone())),
        not_measurable_approver: ActiveValue::Set(declared.map(|it| it.approver.clone())),
        version: ActiveValue::Set(expected_version.saturating_add(1)),
        ..<benefit::ActiveModel as ActiveModelTrait>::default()
    };
    let expected = (benefit::Column::Version, expected_version);
    update_row::<benefit::Entity>(db, row, (benefit::Column::Id, id.0), expected).await
}

pub(crate) fn ids_of_initiative(initiative: InitiativeId) -> SelectStatement {
    benefit::Entity::find()
        .select_only()
        .column(benefit::Column::Id)
        .filter(benefit::Column::InitiativeId.eq(initiative.0))
        .into_query()
}

/// Three statements.
pub(crate) async fn find(db: &impl ConnectionTrait, pick: &Pick) -> Result<Vec<Versioned<Benefit>>> {
    let rows = benefit::Entity::find()
        .filter(pick.on(benefit::Column::Id))
        .order_by_asc(benefit::Column::Ordinal)
        .order_by_asc(benefit::Column::Id)
        .all(db)
        .await?;
    let (parent, order) = (
        benefit_in_group::Column::BenefitId,
        benefit_in_group::Column::Ordinal,
    );
    let mut groups =
        children::<benefit_in_group::Entity>(db, pick, parent, order, |link| link.benefit_id).await?;
    let mut figures = figures(db, Holder::Benefit, pick).await?;
    rows.into_iter()
        .map(|row| {
            let groups = groups.remove(&row.id).unwrap_or_default();
            let figures = figures.remove(&row.id).unwrap_or_default();
            read(row, groups, figures)
        })
        .collect()
}

fn row(benefit: &Benefit, stamp: Stamp) -> Result<benefit::Model> {
    let place = Row::of(TABLE, benefit.id.0);
    let not_measurable = benefit.not_measurable.clone();
    Ok(benefit::Model {
        id: benefit.id.0,
        initiative_id: benefit.initiative.0,
        delivery_id: benefit.delivery.map(|delivery| delivery.0),
        ordinal: benefit.ordinal,
        title: benefit.title.clone(),
        description: benefit.description.clone(),
        value_class: place.code_of(&benefit.value_class)?,
        owner_id: benefit.owner.map(|unit| unit.0),
        recipient_id: benefit.recipient.map(|unit| unit.0),
        expected_from: benefit.expected_from,
        expected_to: benefit.expected_to,
        unplanned: benefit.unplanned,
        state: place.code_of(&benefit.state)?,
        not_measurable_reason: not_measurable.as_ref().map(|it| it.reason.clone()),
        not_measurable_approver: not_measurable.map(|it| it.approver),
        sort_name: sort_key(benefit.title.as_ref().unwrap_or(&benefit.description)),
        search_text: folded(&format!(
            "{} {}",
            benefit.title.as_deref().unwrap_or_default(),
            benefit.description
        )),
        version: stamp.version,
        edited_by: stamp.edited_by,
    })
}

async fn insert_children(db: &impl ConnectionTrait, benefits: &[Benefit]) -> Result<()> {
    let groups = benefits
        .iter()
        .flat_map(|benefit| {
            (0..)
                .zip(&benefit.groups)
                .map(|(ordinal, share)| group_row(benefit.id.0, ordinal, share))
        })
        .collect::<Result<_>>()?;
    insert_rows::<benefit_in_group::Entity>(db, groups).await?;
    let figures = benefits
        .iter()
        .map(|benefit| (benefit.id.0, benefit.figures.as_slice()));
    figures_insert(db, Holder::Benefit, figures).await
}

fn group_row(benefit_id: Uuid, ordinal: i32, share: &GroupShare) -> Result<benefit_in_group::Model> {
    let place = Row::of("benefit_in_group", benefit_id);
    Ok(benefit_in_group::Model {
        benefit_id,
        benefit_group_id: share.group.0,
        ordinal,
        share_micro: share
            .share
            .map(|share| place.micro_of("share_micro", share))
            .transpose()?,
    })
}

fn read(
    row: benefit::Model,
    groups: Vec<benefit_in_group::Model>,
    figures: Vec<Figure>,
) -> Result<Versioned<Benefit>> {
    let place = Row::of(TABLE, row.id);
    let stamp = Stamp {
        version: row.version,
        edited_by: row.edited_by,
    };
    let not_measurable = match (row.not_measurable_reason, row.not_measurable_approver) {
        (Some(reason), Some(approver)) => Some(NotMeasurable { reason, approver }),
        (None, None) => None,
        _ => return Err(place.damaged("of reason and approver only one is there")),
    };
    Ok(stamp.on(Benefit {
        id: row.id.into(),
        initiative: row.initiative_id.into(),
        delivery: row.delivery_id.map(DeliveryId),
        ordinal: row.ordinal,
        groups: groups
            .into_iter()
            .map(|link| GroupShare {
                group: link.benefit_group_id.into(),
                share: link.share_micro.map(micro),
            })
            .collect(),
        title: row.title,
        description: row.description,
        value_class: place.code(&row.value_class)?,
        owner: row.owner_id.map(UnitId),
        recipient: row.recipient_id.map(UnitId),
        expected_from: row.expected_from,
        expected_to: row.expected_to,
        unplanned: row.unplanned,
        state: place.code(&row.state)?,
        not_measurable,
        figures,
    }))
}
