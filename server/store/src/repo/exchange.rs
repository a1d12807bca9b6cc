//! The whole portfolio at once, for export and for what an import compares with.

use domain::agency::Agency;
use domain::area::{Area, AreaSet};
use domain::assessment::Assessment;
use domain::benefit::Benefit;
use domain::benefit_group::BenefitGroup;
use domain::calculation::Calculation;
use domain::ctx::Ctx;
use domain::delivery::Delivery;
use domain::effect_goal::EffectGoal;
use domain::factor::Factor;
use domain::freed_time::FreedTime;
use domain::id::ReportId;
use domain::initiative::Initiative;
use domain::level::GradingScheme;
use domain::measure::Measure;
use domain::measurement::Measurement;
use domain::portfolio::Portfolio;
use domain::realisation_plan::RealisationPlan;
use domain::report::Report;
use domain::report::correction::ReportCorrection;
use domain::round::FollowUpRound;
use domain::sek_value::SekValue;
use domain::statement::Statement;
use domain::sus::SusEvaluation;
use domain::unit::Unit;
use sea_orm::ConnectionTrait;

use crate::error::Result;
use crate::repo::agency::agency_load;
use crate::repo::frozen_report::{FrozenReport, frozen_report_list};
use crate::repo::report_comment::{CommentRecord, report_comment_list_all};
use crate::repo::report_correction::report_correction_list_all;
use crate::repo::report_rendering::{Rendering, report_rendering_list_all};
use crate::repo::report_step::{StepTaken, report_step_list_all};
use crate::repo::rows::Pick;
use crate::repo::{
    area, area_set, assessment, benefit, benefit_group, calculation, delivery, effect_goal, factor,
    follow_up_round, freed_time, grading_scheme, initiative, measure, measurement, portfolio,
    realisation_plan, report, sek_value, statement, stored_file, sus, unit,
};
use crate::versioned::Versioned;

/// Everything but accounts, sessions and audit, each table in an order that depends on its content
/// alone. The versions are for updates; an export leaves them out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Everything {
    /// The agency; none in an empty database.
    pub agency: Option<Versioned<Agency>>,
    /// Versions of thresholds and scores.
    pub grading_schemes: Vec<Versioned<GradingScheme>>,
    /// Organisational units.
    pub units: Vec<Versioned<Unit>>,
    /// Benefit groups.
    pub benefit_groups: Vec<Versioned<BenefitGroup>>,
    /// Portfolios.
    pub portfolios: Vec<Versioned<Portfolio>>,
    /// Area sets.
    pub area_sets: Vec<Versioned<AreaSet>>,
    /// Areas.
    pub areas: Vec<Versioned<Area>>,
    /// Factors of the library.
    pub factors: Vec<Versioned<Factor>>,
    /// Initiatives.
    pub initiatives: Vec<Versioned<Initiative>>,
    /// Deliveries.
    pub deliveries: Vec<Versioned<Delivery>>,
    /// Benefits.
    pub benefits: Vec<Versioned<Benefit>>,
    /// Realisation plans.
    pub realisation_plans: Vec<Versioned<RealisationPlan>>,
    /// Benefit calculations, those of an initiative by number.
    pub calculations: Vec<Versioned<Calculation>>,
    /// Measures, by name.
    pub measures: Vec<Versioned<Measure>>,
    /// Effect goals.
    pub effect_goals: Vec<Versioned<EffectGoal>>,
    /// Measurements, by period.
    pub measurements: Vec<Versioned<Measurement>>,
    /// Hashes of the files that those can be checked against, and of those of decided reports.
    pub files: Vec<String>,
    /// Statements.
    pub statements: Vec<Versioned<Statement>>,
    /// What benefits freed.
    pub freed_times: Vec<Versioned<FreedTime>>,
    /// What statements and measurements say in kronor.
    pub sek_values: Vec<Versioned<SekValue>>,
    /// SUS evaluations.
    pub sus_evaluations: Vec<Versioned<SusEvaluation>>,
    /// Reports.
    pub reports: Vec<Versioned<Report>>,
    /// All versions of all assessments, those of a subject by number: inserted in this order they get
    /// the same numbers.
    pub assessments: Vec<Versioned<Assessment>>,
    /// Follow-up rounds.
    pub follow_up_rounds: Vec<Versioned<FollowUpRound>>,
    /// Contents of decided reports.
    pub frozen_reports: Vec<FrozenReport>,
    /// Files of decided reports.
    pub report_renderings: Vec<Rendering>,
    /// Steps that were taken with reports, each with its number.
    pub report_steps: Vec<(ReportId, i32, StepTaken)>,
    /// Comments of reviews.
    pub report_comments: Vec<CommentRecord>,
    /// Corrections of decided reports.
    pub report_corrections: Vec<Versioned<ReportCorrection>>,
}

/// Loads everything: 59 statements whatever there is.
pub async fn exchange_load(ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Everything> {
    let all = &Pick::All;
    let statements = statement::find_bare(db, all).await?;
    let assessments = assessment::find(db, all).await?;
    let calculations = calculation::find(db, all).await?;
    let measurements = measurement::find(db, all).await?;
    let factors = factor::find(db, all).await?;
    let rounds = follow_up_round::find(db, all).await?;
    Ok(Everything {
        agency: agency_load(ctx, db).await?,
        grading_schemes: grading_scheme::find(db, all).await?,
        units: unit::find(db, all).await?,
        benefit_groups: benefit_group::find(db, all).await?,
        portfolios: portfolio::find(db, all).await?,
        area_sets: area_set::find(db, all).await?,
        areas: area::find(db, all).await?,
        factors: by_id(factors.into_iter().map(|record| record.factor).collect(), |one| {
            one.id
        }),
        initiatives: initiative::find(db, all).await?,
        deliveries: by_id(delivery::find(db, all).await?, |delivery| delivery.id),
        benefits: by_id(benefit::find(db, all).await?, |benefit| benefit.id),
        realisation_plans: realisation_plan::find(db, all).await?,
        calculations: calculations
            .into_iter()
            .map(|record| record.calculation)
            .collect(),
        measures: measure::find(db, all).await?,
        effect_goals: effect_goal::find_bare(db, all).await?,
        measurements: measurements
            .into_iter()
            .map(|record| record.measurement)
            .collect(),
        files: stored_file::hashes(db).await?,
        statements: by_id(statements, |one| one.id),
        freed_times: by_id(freed_time::find(db, all).await?, |one| one.id),
        sek_values: by_id(sek_value::find(db, all).await?, |one| one.id),
        sus_evaluations: sus::find(db, all).await?,
        reports: by_id(report::find(db, all).await?, |report| report.id),
        assessments: assessments.into_iter().map(|record| record.assessment).collect(),
        follow_up_rounds: rounds.into_iter().map(|record| record.round).collect(),
        frozen_reports: frozen_report_list(ctx, db).await?,
        report_renderings: report_rendering_list_all(ctx, db).await?,
        report_steps: report_step_list_all(ctx, db).await?,
        report_comments: report_comment_list_all(ctx, db).await?,
        report_corrections: report_correction_list_all(ctx, db).await?,
    })
}

fn by_id<T, I: Ord>(mut all: Vec<Versioned<T>>, id: impl Fn(&T) -> I) -> Vec<Versioned<T>> {
    all.sort_by_key(|one| id(&one.value));
    all
}
