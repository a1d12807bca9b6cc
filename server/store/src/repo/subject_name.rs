//! What things are called, by identity: for pages that show events of many kinds.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::assessment::SubjectKey;
use domain::ctx::Ctx;
use domain::history::{Named, Names, SubjectKind};
use domain::id::InitiativeId;
use domain::measure::Period;
use domain::round::RoundState;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QuerySelect, RelationDef};
use uuid::Uuid;

use crate::entity::{
    account, area, area_set, assessment, benefit, benefit_group, calculation, delivery, effect_goal, factor,
    follow_up_round, freed_time, grading_scheme, initiative, measure, measurement, portfolio,
    realisation_plan, report, sek_value, statement, sus_evaluation, unit,
};
use crate::error::Result;
use crate::repo::{calculation as calculations, delivery as deliveries, statement as statements, sus};

/// Names of the things with these identities. Seventeen statements, however many there are.
pub async fn subject_name_list(_ctx: &Ctx, db: &impl ConnectionTrait, ids: &BTreeSet<Uuid>) -> Result<Names> {
    let mut names = Names::new();
    macro_rules! plain {
        ($($kind:ident, $entity:ident, $name:ident;)+) => {$(
            let rows: Vec<(Uuid, String)> = $entity::Entity::find()
                .select_only()
                .column($entity::Column::Id)
                .column($entity::Column::$name)
                .filter($entity::Column::Id.is_in(ids.iter().copied()))
                .into_tuple()
                .all(db)
                .await?;
            names.extend(rows.into_iter().map(|(id, name)| (id, Named::new(SubjectKind::$kind, name))));
        )+};
    }
    plain! {
        Initiative, initiative, Name;
        AreaSet, area_set, Name;
        BenefitGroup, benefit_group, Name;
        Portfolio, portfolio, Name;
        Unit, unit, Name;
        Factor, factor, Name;
        GradingScheme, grading_scheme, Name;
        Account, account, Name;
        Measure, measure, Name;
    }
    // Of an initiative: what it is called, else how it is described.
    macro_rules! hanging {
        ($($kind:ident, $entity:ident, $name:ident, $else:ident;)+) => {$(
            let rows: Vec<(Uuid, Option<String>, String, Uuid)> = $entity::Entity::find()
                .select_only()
                .column($entity::Column::Id)
                .expr(Expr::col($entity::Column::$name).if_null(""))
                .column($entity::Column::$else)
                .column($entity::Column::InitiativeId)
                .filter($entity::Column::Id.is_in(ids.iter().copied()))
                .into_tuple()
                .all(db)
                .await?;
            names.extend(rows.into_iter().map(|(id, name, other, initiative)| {
                let name = name.filter(|name| !name.is_empty()).unwrap_or(other);
                let mut named = Named::new(SubjectKind::$kind, name);
                named.initiative = Some(InitiativeId(initiative));
                (id, named)
            }));
        )+};
    }
    hanging! {
        Delivery, delivery, Name, Name;
        Benefit, benefit, Title, Description;
        Statement, statement, Text, Text;
    }
    names.extend(sus_names(db, ids).await?);
    names.extend(plan_names(db, ids).await?);
    names.extend(freed_time_names(db, ids).await?);
    names.extend(sek_value_names(db, ids).await?);
    names.extend(calculation_names(db, ids).await?);
    names.extend(effect_goal_names(db, ids).await?);
    names.extend(measurement_names(db, ids).await?);
    names.extend(area_names(db, ids).await?);
    names.extend(report_names(db, ids).await?);
    names.extend(assessment_names(db, ids).await?);
    names.extend(round_names(db, ids).await?);
    Ok(names)
}

async fn sus_names(db: &impl ConnectionTrait, ids: &BTreeSet<Uuid>) -> Result<Vec<(Uuid, Named)>> {
    let to_delivery: RelationDef = sus_evaluation::Entity::belongs_to(delivery::Entity)
        .from(sus_evaluation::Column::DeliveryId)
        .to(delivery::Column::Id)
        .into();
    let rows: Vec<(Uuid, String, Uuid)> = sus_evaluation::Entity::find()
        .select_only()
        .column(sus_evaluation::Column::Id)
        .column(sus_evaluation::Column::Subject)
        .column(delivery::Column::InitiativeId)
        .join(JoinType::InnerJoin, to_delivery)
        .filter(sus_evaluation::Column::Id.is_in(ids.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    let named = |(id, name, initiative)| {
        let mut named = Named::new(SubjectKind::SusEvaluation, name);
        named.initiative = Some(InitiativeId(initiative));
        (id, named)
    };
    Ok(rows
        .into_iter()
        .map(|(id, name, initiative): (Uuid, String, Uuid)| named((id, name, initiative)))
        .collect())
}

/// A plan is named by its benefit.
async fn plan_names(db: &impl ConnectionTrait, ids: &BTreeSet<Uuid>) -> Result<Vec<(Uuid, Named)>> {
    let to_benefit: RelationDef = realisation_plan::Entity::belongs_to(benefit::Entity)
        .from(realisation_plan::Column::BenefitId)
        .to(benefit::Column::Id)
        .into();
    let rows: Vec<(Uuid, Option<String>, String, Uuid)> = realisation_plan::Entity::find()
        .select_only()
        .column(realisation_plan::Column::Id)
        .columns([
            benefit::Column::Title,
            benefit::Column::Description,
            benefit::Column::InitiativeId,
        ])
        .join(JoinType::InnerJoin, to_benefit)
        .filter(realisation_plan::Column::Id.is_in(ids.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    let named = |(id, title, description, initiative): (Uuid, Option<String>, String, Uuid)| {
        let mut named = Named::new(SubjectKind::RealisationPlan, title.unwrap_or(description));
        named.initiative = Some(InitiativeId(initiative));
        (id, named)
    };
    Ok(rows.into_iter().map(named).collect())
}

macro_rules! named_by_benefit {
    ($(#[$doc:meta])* $name:ident, $entity:ident, $kind:ident, $year:ident) => {
        $(#[$doc])*
        async fn $name(db: &impl ConnectionTrait, ids: &BTreeSet<Uuid>) -> Result<Vec<(Uuid, Named)>> {
            let to_benefit: RelationDef = $entity::Entity::belongs_to(benefit::Entity)
                .from($entity::Column::BenefitId)
                .to(benefit::Column::Id)
                .into();
            let rows: Vec<(Uuid, i32, Option<String>, String, Uuid)> = $entity::Entity::find()
                .select_only()
                .columns([$entity::Column::Id, $entity::Column::$year])
                .columns([
                    benefit::Column::Title,
                    benefit::Column::Description,
                    benefit::Column::InitiativeId,
                ])
                .join(JoinType::InnerJoin, to_benefit)
                .filter($entity::Column::Id.is_in(ids.iter().copied()))
                .into_tuple()
                .all(db)
                .await?;
            let named = |(id, year, title, description, initiative): (Uuid, i32, Option<String>, String, Uuid)| {
                let name = format!("{} ({year})", title.unwrap_or(description));
                let mut named = Named::new(SubjectKind::$kind, name);
                named.initiative = Some(InitiativeId(initiative));
                (id, named)
            };
            Ok(rows.into_iter().map(named).collect())
        }
    };
}

named_by_benefit!(
    /// Freed time is named by its benefit and its year.
    freed_time_names, freed_time, FreedTime, Year
);
named_by_benefit!(
    /// A value in kronor is named by its benefit and its first year.
    sek_value_names, sek_value, SekValue, FromYear
);

/// A calculation is named by its initiative and its number.
async fn calculation_names(db: &impl ConnectionTrait, ids: &BTreeSet<Uuid>) -> Result<Vec<(Uuid, Named)>> {
    let to_initiative: RelationDef = calculation::Entity::belongs_to(initiative::Entity)
        .from(calculation::Column::InitiativeId)
        .to(initiative::Column::Id)
        .into();
    let rows: Vec<(Uuid, i32, Uuid, String)> = calculation::Entity::find()
        .select_only()
        .columns([
            calculation::Column::Id,
            calculation::Column::Number,
            calculation::Column::InitiativeId,
        ])
        .column(initiative::Column::Name)
        .join(JoinType::InnerJoin, to_initiative)
        .filter(calculation::Column::Id.is_in(ids.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    let named = |(id, number, initiative, name): (Uuid, i32, Uuid, String)| {
        let mut named = Named::new(SubjectKind::Calculation, format!("{name} ({number})"));
        named.initiative = Some(InitiativeId(initiative));
        (id, named)
    };
    Ok(rows.into_iter().map(named).collect())
}

/// An effect goal is named by its measure, and shown with its benefit.
async fn effect_goal_names(db: &impl ConnectionTrait, ids: &BTreeSet<Uuid>) -> Result<Vec<(Uuid, Named)>> {
    let to_measure: RelationDef = effect_goal::Entity::belongs_to(measure::Entity)
        .from(effect_goal::Column::MeasureId)
        .to(measure::Column::Id)
        .into();
    let to_benefit: RelationDef = effect_goal::Entity::belongs_to(benefit::Entity)
        .from(effect_goal::Column::BenefitId)
        .to(benefit::Column::Id)
        .into();
    let rows: Vec<(Uuid, String, Option<Uuid>)> = effect_goal::Entity::find()
        .select_only()
        .column(effect_goal::Column::Id)
        .column(measure::Column::Name)
        .column(benefit::Column::InitiativeId)
        .join(JoinType::InnerJoin, to_measure)
        .join(JoinType::LeftJoin, to_benefit)
        .filter(effect_goal::Column::Id.is_in(ids.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    let named = |(id, name, initiative): (Uuid, String, Option<Uuid>)| {
        let mut named = Named::new(SubjectKind::EffectGoal, name);
        named.initiative = initiative.map(InitiativeId);
        (id, named)
    };
    Ok(rows.into_iter().map(named).collect())
}

/// A measurement is named by its measure and its period.
async fn measurement_names(db: &impl ConnectionTrait, ids: &BTreeSet<Uuid>) -> Result<Vec<(Uuid, Named)>> {
    let to_measure: RelationDef = measurement::Entity::belongs_to(measure::Entity)
        .from(measurement::Column::MeasureId)
        .to(measure::Column::Id)
        .into();
    let rows: Vec<(Uuid, String, NaiveDate, NaiveDate)> = measurement::Entity::find()
        .select_only()
        .column(measurement::Column::Id)
        .column(measure::Column::Name)
        .columns([measurement::Column::FirstDay, measurement::Column::LastDay])
        .join(JoinType::InnerJoin, to_measure)
        .filter(measurement::Column::Id.is_in(ids.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    let named = |(id, name, first, last): (Uuid, String, NaiveDate, NaiveDate)| {
        let period = Period { first, last };
        (
            id,
            Named::new(SubjectKind::Measurement, format!("{name} ({period})")),
        )
    };
    Ok(rows.into_iter().map(named).collect())
}

/// A round is named by its year and the code of the part.
async fn round_names(db: &impl ConnectionTrait, ids: &BTreeSet<Uuid>) -> Result<Vec<(Uuid, Named)>> {
    let rows: Vec<(Uuid, i32, String, String)> = follow_up_round::Entity::find()
        .select_only()
        .column(follow_up_round::Column::Id)
        .column(follow_up_round::Column::Year)
        .column(follow_up_round::Column::Part)
        .column(follow_up_round::Column::State)
        .filter(follow_up_round::Column::Id.is_in(ids.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|(id, year, part, state)| {
            let mut named = Named::new(SubjectKind::FollowUpRound, part);
            named.year = Some(year);
            named.undecided = state == RoundState::Prepared.code();
            (id, named)
        })
        .collect())
}

async fn area_names(db: &impl ConnectionTrait, ids: &BTreeSet<Uuid>) -> Result<Vec<(Uuid, Named)>> {
    let rows: Vec<(Uuid, String, String)> = area::Entity::find()
        .select_only()
        .column(area::Column::Id)
        .column(area::Column::Number)
        .column(area::Column::Name)
        .filter(area::Column::Id.is_in(ids.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|(id, number, name)| {
            let mut named = Named::new(SubjectKind::Area, format!("{number} {name}"));
            named.number = Some(number);
            (id, named)
        })
        .collect())
}

async fn report_names(db: &impl ConnectionTrait, ids: &BTreeSet<Uuid>) -> Result<Vec<(Uuid, Named)>> {
    let rows: Vec<(Uuid, String, i32, i32, String)> = report::Entity::find()
        .select_only()
        .column(report::Column::Id)
        .column(report::Column::Title)
        .column(report::Column::FromYear)
        .column(report::Column::ToYear)
        .column(report::Column::State)
        .filter(report::Column::Id.is_in(ids.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|(id, title, from, to, state)| {
            let mut named = Named::new(SubjectKind::Report, format!("{title} {from}–{to}"));
            (named.year, named.undecided) = (Some(to), !is_decided(&state));
            (id, named)
        })
        .collect())
}

async fn assessment_names(db: &impl ConnectionTrait, ids: &BTreeSet<Uuid>) -> Result<Vec<(Uuid, Named)>> {
    use assessment::Column as C;
    let to_report: RelationDef = assessment::Entity::belongs_to(report::Entity)
        .from(C::ReportId)
        .to(report::Column::Id)
        .into();
    let to_area: RelationDef = assessment::Entity::belongs_to(area::Entity)
        .from(C::AreaId)
        .to(area::Column::Id)
        .into();
    let to_group: RelationDef = assessment::Entity::belongs_to(benefit_group::Entity)
        .from(C::BenefitGroupId)
        .to(benefit_group::Column::Id)
        .into();
    type Row = (
        Uuid,
        i32,
        String,
        Option<String>,
        Option<String>,
        Option<String>,
        Option<String>,
    );
    let rows: Vec<Row> = assessment::Entity::find()
        .select_only()
        .column(C::Id)
        .column(report::Column::ToYear)
        .column(report::Column::State)
        .column(area::Column::Number)
        .column_as(area::Column::Name, "area_name")
        .column_as(benefit_group::Column::Name, "group_name")
        .column_as(benefit_group::Column::Code, "group_code")
        .join(JoinType::InnerJoin, to_report)
        .join(JoinType::LeftJoin, to_area)
        .join(JoinType::LeftJoin, to_group)
        .filter(C::Id.is_in(ids.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|(id, year, state, number, area, group, code)| {
            let (name, judges) = match (number.zip(area), group.zip(code)) {
                (Some((number, area)), _) => (format!("{number} {area}"), SubjectKey::Area(number)),
                (None, Some((group, code))) => (group, SubjectKey::Group(code)),
                (None, None) => (String::new(), SubjectKey::Whole),
            };
            let mut named = Named::new(SubjectKind::Assessment, name);
            named.judges = Some(judges);
            (named.year, named.undecided) = (Some(year), !is_decided(&state));
            (id, named)
        })
        .collect())
}

/// As the domain has it: a report is open until it is decided, and decided also once published.
fn is_decided(state: &str) -> bool {
    use domain::report::ReportState;
    [ReportState::Decided, ReportState::Published]
        .iter()
        .any(|decided| decided.code() == state)
}

/// What hangs on an initiative: kind and identities. Nine statements.
pub async fn hanging_list(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    initiative: InitiativeId,
) -> Result<Vec<(&'static str, Vec<String>)>> {
    let mut found = Vec::new();
    macro_rules! hanging {
        ($($kind:ident, $entity:ident, $ids:expr;)+) => {$(
            let ids: Vec<Uuid> = $entity::Entity::find()
                .select_only()
                .column($entity::Column::Id)
                .filter($entity::Column::Id.in_subquery($ids))
                .into_tuple()
                .all(db)
                .await?;
            found.push((SubjectKind::$kind.code(), ids.iter().map(Uuid::to_string).collect()));
        )+};
    }
    hanging! {
        Delivery, delivery, deliveries::ids_of_initiative(initiative);
        Benefit, benefit, crate::repo::benefit::ids_of_initiative(initiative);
        RealisationPlan, realisation_plan, crate::repo::realisation_plan::ids_of_initiative(initiative);
        Calculation, calculation, calculations::ids_of_initiative(initiative);
        EffectGoal, effect_goal, crate::repo::effect_goal::ids_of_initiative(initiative);
        Statement, statement, statements::ids_of_initiative(initiative);
        FreedTime, freed_time, crate::repo::freed_time::ids_of_initiative(initiative);
        SekValue, sek_value, crate::repo::sek_value::ids_of_initiative(initiative);
        SusEvaluation, sus_evaluation, sus::ids_of_initiative(initiative);
    }
    Ok(found)
}
