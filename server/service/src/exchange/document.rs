use chrono::{DateTime, Utc};
use domain::agency::Agency;
use domain::area::{Area, AreaSet};
use domain::assessment::Assessment;
use domain::benefit::Benefit;
use domain::benefit_group::BenefitGroup;
use domain::calculation::Calculation;
use domain::delivery::Delivery;
use domain::effect_goal::EffectGoal;
use domain::factor::Factor;
use domain::freed_time::FreedTime;
use domain::id::{ReportCommentId, ReportId};
use domain::initiative::Initiative;
use domain::level::GradingScheme;
use domain::measure::Measure;
use domain::measurement::Measurement;
use domain::portfolio::Portfolio;
use domain::realisation_plan::RealisationPlan;
use domain::report::Report;
use domain::report::comment::ReportSection;
use domain::report::correction::ReportCorrection;
use domain::report::life::ReportStep;
use domain::round::FollowUpRound;
use domain::sek_value::SekValue;
use domain::statement::Statement;
use domain::sus::SusEvaluation;
use domain::unit::Unit;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// The format's name.
pub const FORMAT: &str = "nytta-portfolio";
/// The format's version.
pub const VERSION: u32 = 1;

/// A whole portfolio, as `docs/exchange.md` describes it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Always [`FORMAT`].
    pub format: String,
    /// Always [`VERSION`].
    pub version: u32,
    /// The agency.
    pub agency: Agency,
    /// Thresholds and scores.
    pub grading_schemes: Vec<GradingScheme>,
    /// Units.
    pub units: Vec<Unit>,
    /// Benefit groups.
    pub benefit_groups: Vec<BenefitGroup>,
    /// Portfolios.
    pub portfolios: Vec<Portfolio>,
    /// Area sets.
    pub area_sets: Vec<AreaSet>,
    /// Areas.
    pub areas: Vec<Area>,
    /// Factors of the library.
    #[serde(default)]
    pub factors: Vec<Factor>,
    /// Initiatives.
    pub initiatives: Vec<Initiative>,
    /// Deliveries.
    pub deliveries: Vec<Delivery>,
    /// Benefits.
    pub benefits: Vec<Benefit>,
    /// Realisation plans.
    #[serde(default)]
    pub realisation_plans: Vec<RealisationPlan>,
    /// Benefit calculations.
    #[serde(default)]
    pub calculations: Vec<Calculation>,
    /// Measures.
    #[serde(default)]
    pub measures: Vec<Measure>,
    /// Effect goals.
    #[serde(default)]
    pub effect_goals: Vec<EffectGoal>,
    /// Measurements.
    #[serde(default)]
    pub measurements: Vec<Measurement>,
    /// Files that measurements can be checked against.
    #[serde(default)]
    pub files: Vec<File>,
    /// Statements.
    pub statements: Vec<Statement>,
    /// What benefits freed.
    #[serde(default)]
    pub freed_times: Vec<FreedTime>,
    /// What statements and measurements say in kronor.
    #[serde(default)]
    pub sek_values: Vec<SekValue>,
    /// SUS evaluations.
    pub sus_evaluations: Vec<SusEvaluation>,
    /// Reports.
    pub reports: Vec<Report>,
    /// Assessments.
    pub assessments: Vec<Assessment>,
    /// Follow-up rounds.
    #[serde(default)]
    pub follow_up_rounds: Vec<FollowUpRound>,
    /// What decided reports hold.
    #[serde(default)]
    pub frozen_reports: Vec<FrozenReport>,
    /// The files of decided reports, as they were stored.
    #[serde(default)]
    pub report_renderings: Vec<ReportRendering>,
    /// Steps that were taken with reports.
    #[serde(default)]
    pub report_steps: Vec<ReportStepTaken>,
    /// Comments of reviews.
    #[serde(default)]
    pub report_comments: Vec<ReviewComment>,
    /// Corrections of decided reports.
    #[serde(default)]
    pub report_corrections: Vec<ReportCorrection>,
}

/// A step that was taken with a report. Who took it stays where it was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportStepTaken {
    /// The report.
    pub report: ReportId,
    /// Which of its steps it is, from 1.
    pub number: i32,
    /// Which step.
    pub step: ReportStep,
    /// Why, where somebody said so.
    #[serde(default)]
    pub note: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
}

/// A comment of a report's review. Who wrote and who resolved it stays where that was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewComment {
    /// Identity.
    pub id: ReportCommentId,
    /// The report.
    pub report: ReportId,
    /// The section that it concerns.
    pub section: ReportSection,
    /// What is said.
    pub text: String,
    /// When it was written.
    pub written_at: DateTime<Utc>,
    /// What was done about it; none while it is open.
    #[serde(default)]
    pub answer: Option<String>,
    /// When that was said.
    #[serde(default)]
    pub answered_at: Option<DateTime<Utc>>,
}

/// A file, with all that is in it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// SHA-256 of its bytes as lower-case hexadecimal: what a proof names it by.
    pub hash: String,
    /// What kind of file it is, such as `application/pdf`.
    pub media_type: String,
    /// Its bytes in base64.
    pub base64: String,
}

/// A file of a decided report, for good.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportRendering {
    /// The report.
    pub report: ReportId,
    /// Which format: `pdf`, `docx`, `xlsx`, `csv`, `json` or `html`.
    pub format: String,
    /// SHA-256 of its bytes: a file among `files`.
    pub hash: String,
}

/// What a decided report holds, for good.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrozenReport {
    /// The report.
    pub report: ReportId,
    /// SHA-256 over the model's JSON, byte by byte as it stands in the file.
    pub sha256: String,
    /// The model, kept as it is written.
    pub model: Box<RawValue>,
}
