//! Part of a portfolio, taken out of the database with all that belongs to it.

use domain::ctx::Ctx;
use domain::example::Gone;
use domain::id::InitiativeId;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::entity::{self, agency, initiative, measurement, measurement_proof, portfolio, statement, unit};
use crate::error::Result;
use crate::repo::rows::delete_rows;
use crate::repo::stored_file::stored_file_prune;

/// Values in one statement: far below what SQLite refuses.
const AT_ONCE: usize = 16_000;

/// Whether any of the initiatives is there. One statement.
pub async fn initiative_is_any(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = InitiativeId>,
) -> Result<bool> {
    let ids = ids.into_iter().map(|id| id.0);
    let found = initiative::Entity::find()
        .filter(initiative::Column::Id.is_in(ids))
        .count(db)
        .await?;
    Ok(found > 0)
}

/// Deletes it, what refers before what is referred to. Each thing goes with the rows that are its parts,
/// a measurement with the files that nothing else names;
/// whatever else refers to it makes the delete fail
/// ([`StoreError::Reference`](crate::StoreError::Reference)), as does what is decided.
pub async fn part_delete(ctx: &Ctx, db: &impl ConnectionTrait, gone: &Gone) -> Result<()> {
    let files = files_of(db, &gone.measurements).await?;
    macro_rules! delete {
        ($($table:ident by $column:ident of $list:ident;)+) => {$(
            delete::<entity::$table::Entity>(db, entity::$table::Column::$column, &gone.$list).await?;
        )+};
    }
    delete! {
        follow_up_request by InitiativeId of initiatives;
        follow_up_round by Id of follow_up_rounds;
        figure by DeliveryId of deliveries;
        figure by BenefitId of benefits;
        figure by StatementId of statements;
    }
    // One statement supersedes another, units and portfolios hold others: the order among them is open.
    cut::<statement::Entity>(
        db,
        statement::Column::Id,
        statement::Column::SupersedesId,
        &gone.statements,
    )
    .await?;
    cut::<portfolio::Entity>(
        db,
        portfolio::Column::Id,
        portfolio::Column::ParentId,
        &gone.portfolios,
    )
    .await?;
    cut::<measurement::Entity>(
        db,
        measurement::Column::Id,
        measurement::Column::SupersedesId,
        &gone.measurements,
    )
    .await?;
    cut::<unit::Entity>(db, unit::Column::Id, unit::Column::ParentId, &gone.units).await?;
    delete! {
        freed_time by Id of freed_times;
        sek_value by Id of sek_values;
        statement_editor by StatementId of statements;
        statement_source by StatementId of statements;
        statement_benefit by StatementId of statements;
        statement_group by StatementId of statements;
        statement by Id of statements;
        assessment_text_group by AssessmentId of assessments;
        assessment_text by AssessmentId of assessments;
        assessment by Id of assessments;
        report_step by ReportId of reports;
        report_comment by ReportId of reports;
        report_addition by ReportId of reports;
        report_chapter by ReportId of reports;
        report by Id of reports;
        realisation_plan by Id of realisation_plans;
        calculation_editor by CalculationId of calculations;
        calculation_alternative by CalculationId of calculations;
        calculation by Id of calculations;
        effect_goal_editor by GoalId of effect_goals;
        effect_goal_target by GoalId of effect_goals;
        effect_goal_version by GoalId of effect_goals;
        effect_goal by Id of effect_goals;
        measurement_editor by MeasurementId of measurements;
        measurement_proof by MeasurementId of measurements;
        measurement by Id of measurements;
        measure_definition by MeasureId of measures;
        measure by Id of measures;
        benefit_in_group by BenefitId of benefits;
        benefit by Id of benefits;
        sus_evaluation by Id of sus_evaluations;
        delivery_upcoming by DeliveryId of deliveries;
        delivery_launch by DeliveryId of deliveries;
        delivery by Id of deliveries;
        initiative_dependency by InitiativeId of initiatives;
        initiative_portfolio by InitiativeId of initiatives;
        initiative by Id of initiatives;
        area_budget by AreaId of areas;
        area_main_group by AreaId of areas;
        area by Id of areas;
        area_set by Id of area_sets;
        portfolio by Id of portfolios;
        unit by Id of units;
        benefit_group by Id of benefit_groups;
        grading_scheme by Id of grading_schemes;
    }
    if gone.agency {
        agency::Entity::delete_many().exec(db).await?;
    }
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    for some in files.chunks(AT_ONCE / 2) {
        stored_file_prune(ctx, db, some).await?;
    }
    Ok(())
}

/// Hashes of the files that measurements can be checked against.
async fn files_of(db: &impl ConnectionTrait, measurements: &[Uuid]) -> Result<Vec<String>> {
    let mut files = Vec::new();
    for some in measurements.chunks(AT_ONCE) {
        let hashes = measurement_proof::Entity::find()
            .select_only()
            .column(measurement_proof::Column::Hash)
            .filter(measurement_proof::Column::MeasurementId.is_in(some.iter().copied()))
            .filter(measurement_proof::Column::Hash.is_not_null())
            .into_tuple::<String>();
        files.extend(hashes.all(db).await?);
    }
    Ok(files)
}

async fn delete<E: EntityTrait>(db: &impl ConnectionTrait, column: E::Column, ids: &[Uuid]) -> Result<()> {
    for some in ids.chunks(AT_ONCE) {
        delete_rows::<E>(db, column.is_in(some.iter().copied())).await?;
    }
    Ok(())
}

/// Lets go of a reference among rows of the same table.
async fn cut<E: EntityTrait>(
    db: &impl ConnectionTrait,
    id: E::Column,
    reference: E::Column,
    ids: &[Uuid],
) -> Result<()> {
    for some in ids.chunks(AT_ONCE) {
        E::update_many()
            .col_expr(reference, Expr::value(Option::<Uuid>::None))
            .filter(id.is_in(some.iter().copied()))
            .exec(db)
            .await?;
    }
    Ok(())
}
