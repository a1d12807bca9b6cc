//! Each noun of the portfolio whole, as folds are made from it: read once for as long as nobody changes it.

use chrono::NaiveDate;
use domain::area::Area;
use domain::assessment::Assessment;
use domain::benefit::Benefit;
use domain::benefit_group::BenefitGroup;
use domain::delivery::Delivery;
use domain::effect_goal::material::GoalMaterial;
use domain::expected_value::PromisedLine;
use domain::freed_time::FreedTime;
use domain::id::{InitiativeId, ReportId};
use domain::initiative::Initiative;
use domain::measurement::Measurement;
use domain::realisation_plan::RealisationPlan;
use domain::sek_value::SekValue;
use domain::shared_list::SharedList;
use domain::statement::Statement;
use domain::sus::SusEvaluation;
use domain::unit::Unit;
use sea_orm::ConnectionTrait;

use crate::error::Result;
use crate::kept::{Now, Shares};
use crate::repo;
use crate::repo::rows::Pick;
use crate::versioned::values;

macro_rules! nouns {
    ($($all:ident: $noun:ty = $find:path),+ $(,)?) => {$(
        pub(crate) async fn $all(now: &Now<'_, impl ConnectionTrait>) -> Result<SharedList<$noun>> {
            let db = now.reading();
            let read = async { Ok(values($find(&db, &Pick::All).await?)) };
            now.part((stringify!($all), String::new()), &db, read).await
        }
    )+};
}

nouns! {
    areas: Area = repo::area::find,
    benefits: Benefit = repo::benefit::find,
    deliveries: Delivery = repo::delivery::find,
    freed_times: FreedTime = repo::freed_time::find,
    groups: BenefitGroup = repo::benefit_group::find,
    initiatives: Initiative = repo::initiative::find,
    plans: RealisationPlan = repo::realisation_plan::find,
    sek_values: SekValue = repo::sek_value::find,
    statements: Statement = repo::statement::find_bare,
    sus: SusEvaluation = repo::sus::find,
    units: Unit = repo::unit::find,
}

/// Goals, their measures, and those measurements that outcomes as of a day rest on.
pub(crate) async fn measured(now: &Now<'_, impl ConnectionTrait>, as_of: NaiveDate) -> Result<GoalMaterial> {
    let all = &Pick::All;
    let none = String::new;
    let (for_measures, for_goals, for_measurements) = (now.reading(), now.reading(), now.reading());
    let measures = repo::goal_material::measures(&for_measures, all);
    let goals = repo::goal_material::goals(&for_goals, all);
    let measurements = |shares: Shares| {
        let db = &for_measurements;
        async move { repo::goal_material::measurements(db, all, as_of, &shares).await }
    };
    Ok(GoalMaterial {
        measures: now.part(("measures", none()), &for_measures, measures).await?,
        goals: now.part(("goals", none()), &for_goals, goals).await?,
        measurements: now
            .part_by_measure(
                ("measurements", as_of.to_string()),
                &for_measurements,
                |one| (one.measure, one.id),
                measurements,
            )
            .await?,
    })
}

/// The measurements that values in kronor hang on, and those that correct them.
pub(crate) async fn valued(now: &Now<'_, impl ConnectionTrait>) -> Result<SharedList<Measurement>> {
    let db = now.reading();
    let read = repo::measurement::find_bare(&db, repo::sek_value::measurements(&Pick::All));
    now.part(("valued", String::new()), &db, read).await
}

/// Initiatives of which a calculation is approved, and the day on which it was.
pub(crate) async fn calculated(
    now: &Now<'_, impl ConnectionTrait>,
) -> Result<SharedList<(InitiativeId, Option<NaiveDate>)>> {
    let db = now.reading();
    let read = repo::promise::approved_list(&db);
    now.part(("calculated", String::new()), &db, read).await
}

/// What promised calculations say that benefits are worth within some years.
pub(crate) async fn promised(
    now: &Now<'_, impl ConnectionTrait>,
    years: (i32, i32),
) -> Result<SharedList<PromisedLine>> {
    let db = now.reading();
    let read = repo::promise::promised_list(&db, &Pick::All, years);
    now.part(("promised", format!("{years:?}")), &db, read).await
}

/// The newest version of each assessment of a report.
pub(crate) async fn assessments(
    now: &Now<'_, impl ConnectionTrait>,
    report: ReportId,
) -> Result<SharedList<Assessment>> {
    let db = now.reading();
    let read = async {
        let newest = Pick::among(repo::assessment::newest_ids(report));
        let found = repo::assessment::find(&db, &newest).await?;
        Ok(found.into_iter().map(|record| record.assessment.value).collect())
    };
    now.part(("assessments", report.to_string()), &db, read).await
}
