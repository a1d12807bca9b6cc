//! Realisation plans with their activities and risks.

use std::slice;

use domain::ctx::Ctx;
use domain::id::{BenefitId, InitiativeId, RealisationPlanId, UnitId};
use domain::realisation_plan::{PlanActivity, PlanRisk, RealisationPlan};
use sea_orm::sea_query::{Expr, SelectStatement};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};

use crate::entity::{plan_activity, plan_risk, realisation_plan};
use crate::error::Result;
use crate::repo::benefit;
use crate::repo::codec::{Row, WhenColumns};
use crate::repo::rows::{Pick, Stamp, children, delete_children, insert_rows, update_row};
use crate::versioned::Versioned;

const TABLE: &str = "realisation_plan";

/// The plan.
pub async fn realisation_plan_load(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: RealisationPlanId,
) -> Result<Option<Versioned<RealisationPlan>>> {
    Ok(find(db, &Pick::One(id.0)).await?.pop())
}

/// The plan of a benefit, where it has one.
pub async fn realisation_plan_of_benefit(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    benefit: BenefitId,
) -> Result<Option<Versioned<RealisationPlan>>> {
    let ids = ids_where(realisation_plan::Column::BenefitId.eq(benefit.0));
    Ok(find(db, &Pick::among(ids)).await?.pop())
}

/// The plans of an initiative's benefits.
pub async fn realisation_plan_list_of_initiative(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    initiative: InitiativeId,
) -> Result<Vec<Versioned<RealisationPlan>>> {
    find(db, &Pick::among(ids_of_initiative(initiative))).await
}

/// Adds one.
pub async fn realisation_plan_insert(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    new: &RealisationPlan,
) -> Result<()> {
    realisation_plan_insert_many(ctx, db, slice::from_ref(new)).await
}

/// Adds several.
pub async fn realisation_plan_insert_many(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    new: &[RealisationPlan],
) -> Result<()> {
    let rows = new.iter().map(|plan| row(plan, Stamp::first(ctx))).collect();
    insert_rows::<realisation_plan::Entity>(db, rows).await?;
    insert_children(db, new).await
}

/// Replaces one, unless it has changed since the expected version; gives the new version.
pub async fn realisation_plan_update(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    changed: &RealisationPlan,
    expected_version: i32,
) -> Result<i32> {
    let id = changed.id.0;
    let row = row(changed, Stamp::after(ctx, expected_version)).into_active_model();
    let expected = (realisation_plan::Column::Version, expected_version);
    let version =
        update_row::<realisation_plan::Entity>(db, row, (realisation_plan::Column::Id, id), expected).await?;
    delete_children::<plan_activity::Entity>(db, plan_activity::Column::PlanId, id).await?;
    delete_children::<plan_risk::Entity>(db, plan_risk::Column::PlanId, id).await?;
    insert_children(db, slice::from_ref(changed)).await?;
    Ok(version)
}

fn ids_where(fitting: Expr) -> SelectStatement {
    realisation_plan::Entity::find()
        .select_only()
        .column(realisation_plan::Column::Id)
        .filter(fitting)
        .into_query()
}

pub(crate) fn ids_of_initiative(initiative: InitiativeId) -> SelectStatement {
    ids_where(realisation_plan::Column::BenefitId.in_subquery(benefit::ids_of_initiative(initiative)))
}

/// Three statements.
pub(crate) async fn find(db: &impl ConnectionTrait, pick: &Pick) -> Result<Vec<Versioned<RealisationPlan>>> {
    let rows = realisation_plan::Entity::find()
        .filter(pick.on(realisation_plan::Column::Id))
        .order_by_asc(realisation_plan::Column::Id)
        .all(db)
        .await?;
    let (parent, order) = (plan_activity::Column::PlanId, plan_activity::Column::Ordinal);
    let mut activities =
        children::<plan_activity::Entity>(db, pick, parent, order, |one| one.plan_id).await?;
    let (parent, order) = (plan_risk::Column::PlanId, plan_risk::Column::Ordinal);
    let mut risks = children::<plan_risk::Entity>(db, pick, parent, order, |one| one.plan_id).await?;
    rows.into_iter()
        .map(|row| {
            let activities = activities.remove(&row.id).unwrap_or_default();
            let risks = risks.remove(&row.id).unwrap_or_default();
            read(row, activities, risks)
        })
        .collect()
}

fn row(plan: &RealisationPlan, stamp: Stamp) -> realisation_plan::Model {
    let follow_up = WhenColumns::from(plan.follow_up_on);
    realisation_plan::Model {
        id: plan.id.0,
        benefit_id: plan.benefit.0,
        begun_on: plan.begun_on,
        preconditions: plan.preconditions.clone(),
        follow_up_unit_id: plan.follow_up_unit.map(|unit| unit.0),
        follow_up_text: follow_up.text,
        follow_up_precision: follow_up.precision,
        follow_up_first: follow_up.first,
        follow_up_last: follow_up.last,
        follow_up_how: plan.follow_up_how.clone(),
        version: stamp.version,
        edited_by: stamp.edited_by,
    }
}

async fn insert_children(db: &impl ConnectionTrait, plans: &[RealisationPlan]) -> Result<()> {
    let activities = plans.iter().flat_map(|plan| {
        (0..).zip(&plan.activities).map(|(ordinal, one)| {
            let due = WhenColumns::from(one.due);
            plan_activity::Model {
                id: one.id.0,
                plan_id: plan.id.0,
                ordinal,
                text: one.text.clone(),
                unit_id: one.unit.map(|unit| unit.0),
                who: one.who.clone(),
                due_text: due.text,
                due_precision: due.precision,
                due_first: due.first,
                due_last: due.last,
                done_on: one.done_on,
            }
        })
    });
    insert_rows::<plan_activity::Entity>(db, activities.collect()).await?;
    let risks = plans.iter().flat_map(|plan| {
        (0..).zip(&plan.risks).map(|(ordinal, risk)| plan_risk::Model {
            plan_id: plan.id.0,
            ordinal,
            text: risk.text.clone(),
            response: risk.response.clone(),
        })
    });
    insert_rows::<plan_risk::Entity>(db, risks.collect()).await
}

fn read(
    row: realisation_plan::Model,
    activities: Vec<plan_activity::Model>,
    risks: Vec<plan_risk::Model>,
) -> Result<Versioned<RealisationPlan>> {
    let place = Row::of(TABLE, row.id);
    let stamp = Stamp {
        version: row.version,
        edited_by: row.edited_by,
    };
    let activity = |one: plan_activity::Model| {
        let due = Row::of("plan_activity", one.id)
            .optional_when(one.due_text.as_deref(), one.due_precision.as_deref())?;
        Ok(PlanActivity {
            id: one.id.into(),
            text: one.text,
            unit: one.unit_id.map(UnitId),
            who: one.who,
            due,
            done_on: one.done_on,
        })
    };
    let risk = |risk: plan_risk::Model| PlanRisk {
        text: risk.text,
        response: risk.response,
    };
    let follow_up_on =
        place.optional_when(row.follow_up_text.as_deref(), row.follow_up_precision.as_deref())?;
    Ok(stamp.on(RealisationPlan {
        id: row.id.into(),
        benefit: row.benefit_id.into(),
        begun_on: row.begun_on,
        activities: activities.into_iter().map(activity).collect::<Result<_>>()?,
        preconditions: row.preconditions,
        risks: risks.into_iter().map(risk).collect(),
        follow_up_unit: row.follow_up_unit_id.map(UnitId),
        follow_up_on,
        follow_up_how: row.follow_up_how,
    }))
}
