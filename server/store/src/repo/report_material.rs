//! All that a report is compiled from.

use chrono::NaiveDate;
use domain::ctx::Ctx;
use domain::id::{AreaSetId, ReportId};
use domain::report_model::ReportMaterial;
use sea_orm::sea_query::SelectStatement;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};

use crate::entity::{area, benefit, delivery, initiative, statement, statement_benefit};
use crate::error::{Result, StoreError};
use crate::repo;
use crate::repo::agency::agency_load;
use crate::repo::goal_material::goal_material;
use crate::repo::rows::Pick;
use crate::versioned::Versioned;

/// Loads what a report is compiled from: 39 statements whatever there is, or 3 where there is no such
/// report.
///
/// Deliveries, benefits and statements are those of initiatives that touch an area of the report's
/// set, by their own area or a delivery's, and statements that bear on them. Initiatives are all but
/// those that lie wholly elsewhere: without their deliveries they would look as if they had none yet.
///
/// # Errors
/// Where the database is empty of what every report needs, and where it fails.
pub async fn report_material_load(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    report: ReportId,
) -> Result<Option<ReportMaterial>> {
    report_material_load_as_of(ctx, db, report, None).await
}

/// The same for judging the report as of another day than its own, where one is given: measurements are those that
/// count on that day. The report keeps its cut-off.
///
/// # Errors
/// As [`report_material_load`].
pub async fn report_material_load_as_of(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    report: ReportId,
    day: Option<NaiveDate>,
) -> Result<Option<ReportMaterial>> {
    let Some(Versioned { value: head, .. }) = repo::report::find(db, &Pick::One(report.0)).await?.pop()
    else {
        return Ok(None);
    };
    let missing = |table, id: String| move || StoreError::NotFound { table, id };
    let agency = agency_load(ctx, db)
        .await?
        .ok_or_else(missing("agency", "1".to_owned()))?
        .value;
    let scheme = repo::grading_scheme::find(db, &Pick::One(head.grading_scheme.0))
        .await?
        .pop()
        .ok_or_else(missing("grading_scheme", head.grading_scheme.to_string()))?
        .value;
    let reach = Reach { set: head.area_set };
    let statements = repo::statement::find_bare(db, &Pick::among(reach.statements())).await?;
    let assessments = repo::assessment::find(db, &Pick::among(repo::assessment::newest_ids(report))).await?;
    Ok(Some(ReportMaterial {
        agency,
        scheme,
        groups: values(repo::benefit_group::find(db, &Pick::All).await?),
        areas: values(repo::area::find(db, &Pick::among(reach.areas())).await?),
        initiatives: values(repo::initiative::find(db, &Pick::among(reach.initiatives())).await?),
        deliveries: values(repo::delivery::find(db, &Pick::among(reach.deliveries())).await?),
        benefits: values(repo::benefit::find(db, &Pick::among(reach.benefits())).await?),
        statements: values(statements),
        sus: values(
            repo::sus::find(db, &Pick::among(repo::sus::ids_of_deliveries(reach.deliveries()))).await?,
        ),
        assessments: assessments
            .into_iter()
            .map(|record| record.assessment.value)
            .collect(),
        measured: goal_material(db, &Pick::among(reach.benefits()), day.unwrap_or(head.cut_off)).await?,
        calculated: repo::promise::approved_list(db, reach.touching()).await?,
        promised: repo::promise::promised_list(db, reach.benefits(), (head.from_year, head.to_year)).await?,
        plans: values(
            repo::realisation_plan::find(
                db,
                &Pick::among(repo::realisation_plan::ids_of_benefits(reach.benefits())),
            )
            .await?,
        ),
        freed_times: values(
            repo::freed_time::find(
                db,
                &Pick::among(repo::freed_time::ids_of_benefits(reach.benefits())),
            )
            .await?,
        ),
        sek_values: values(
            repo::sek_value::find(
                db,
                &Pick::among(repo::sek_value::ids_of_benefits(reach.benefits())),
            )
            .await?,
        ),
        valued: repo::measurement::find_bare(db, repo::sek_value::measurements(reach.benefits())).await?,
        report: head,
    }))
}

fn values<T>(versioned: Vec<Versioned<T>>) -> Vec<T> {
    versioned.into_iter().map(|versioned| versioned.value).collect()
}

/// What belongs to an area set, as sub-selects of identities. Wide rather than exact, so that every
/// one of them is cheap on both databases: [`domain::report_model`] leaves out what lies outside.
struct Reach {
    set: AreaSetId,
}

impl Reach {
    fn areas(&self) -> SelectStatement {
        area::Entity::find()
            .select_only()
            .column(area::Column::Id)
            .filter(area::Column::AreaSetId.eq(self.set.0))
            .into_query()
    }

    /// Initiatives that have an area of the set, or a delivery that has one.
    fn touching(&self) -> SelectStatement {
        let delivering = delivery::Entity::find()
            .select_only()
            .column(delivery::Column::InitiativeId)
            .filter(delivery::Column::AreaId.in_subquery(self.areas()))
            .into_query();
        let touching = Condition::any()
            .add(initiative::Column::AreaId.in_subquery(self.areas()))
            .add(initiative::Column::Id.in_subquery(delivering));
        initiative::Entity::find()
            .select_only()
            .column(initiative::Column::Id)
            .filter(touching)
            .into_query()
    }

    /// Those that touch the set, and those without any delivery.
    fn initiatives(&self) -> SelectStatement {
        let delivering = delivery::Entity::find()
            .select_only()
            .column(delivery::Column::InitiativeId)
            .into_query();
        let wanted = Condition::any()
            .add(initiative::Column::Id.in_subquery(self.touching()))
            .add(initiative::Column::Id.not_in_subquery(delivering));
        initiative::Entity::find()
            .select_only()
            .column(initiative::Column::Id)
            .filter(wanted)
            .into_query()
    }

    fn deliveries(&self) -> SelectStatement {
        delivery::Entity::find()
            .select_only()
            .column(delivery::Column::Id)
            .filter(delivery::Column::InitiativeId.in_subquery(self.touching()))
            .into_query()
    }

    fn benefits(&self) -> SelectStatement {
        let wanted = Condition::any()
            .add(benefit::Column::InitiativeId.in_subquery(self.touching()))
            .add(benefit::Column::DeliveryId.in_subquery(self.deliveries()));
        benefit::Entity::find()
            .select_only()
            .column(benefit::Column::Id)
            .filter(wanted)
            .into_query()
    }

    /// Statements on what touches the set, those that speak for its benefits, and all that take the
    /// place of another: corrections are few, and a superseded statement must not count.
    fn statements(&self) -> SelectStatement {
        let speaking = statement_benefit::Entity::find()
            .select_only()
            .column(statement_benefit::Column::StatementId)
            .filter(statement_benefit::Column::BenefitId.in_subquery(self.benefits()))
            .into_query();
        let wanted = Condition::any()
            .add(statement::Column::InitiativeId.in_subquery(self.touching()))
            .add(statement::Column::DeliveryId.in_subquery(self.deliveries()))
            .add(statement::Column::Id.in_subquery(speaking))
            .add(statement::Column::SupersedesId.is_not_null());
        statement::Entity::find()
            .select_only()
            .column(statement::Column::Id)
            .filter(wanted)
            .into_query()
    }
}
