//! Between pages and services: context → parse → one service call → view.
//!
//! What a page reads is a plain function here, called while the page is rendered: reads are no
//! endpoints of their own. What a form sends is a server function under `/api`, one file a noun. A
//! server function always answers with somewhere to go: on to what was saved, back to the form with
//! the draft that keeps what was typed, to sign-in, or to an error page with a reference number.

#[expect(
    missing_docs,
    reason = "the server macro makes structs of the arguments, without docs"
)]
mod account;
#[expect(
    missing_docs,
    reason = "the server macro makes structs of the arguments, without docs"
)]
mod assessment;
mod audit;
#[expect(
    missing_docs,
    reason = "the server macro makes structs of the arguments, without docs"
)]
mod benefit;
#[expect(
    missing_docs,
    reason = "the server macro makes structs of the arguments, without docs"
)]
mod calculation;
#[expect(
    missing_docs,
    reason = "the server macro makes structs of the arguments, without docs"
)]
mod delivery;
mod error;
#[expect(
    missing_docs,
    reason = "the server macro makes structs of the arguments, without docs"
)]
mod example;
#[expect(
    missing_docs,
    reason = "the server macro makes structs of the arguments, without docs"
)]
mod factor;
#[expect(
    missing_docs,
    reason = "the server macro makes structs of the arguments, without docs"
)]
mod initiative;
#[expect(
    missing_docs,
    reason = "the server macro makes structs of the arguments, without docs"
)]
mod language;
#[expect(
    missing_docs,
    reason = "the server macro makes structs of the arguments, without docs"
)]
mod measure;
#[expect(
    missing_docs,
    reason = "the server macro makes structs of the arguments, without docs"
)]
mod measurements;
mod parked;
mod read;
#[expect(
    missing_docs,
    reason = "the server macro makes structs of the arguments, without docs"
)]
mod realisation_plan;
#[expect(
    missing_docs,
    reason = "the server macro makes structs of the arguments, without docs"
)]
mod realised;
#[expect(
    missing_docs,
    reason = "the server macro makes structs of the arguments, without docs"
)]
mod reminder;
#[expect(
    missing_docs,
    reason = "the server macro makes structs of the arguments, without docs"
)]
mod report;
#[expect(
    missing_docs,
    reason = "the server macro makes structs of the arguments, without docs"
)]
mod report_correction;
#[expect(
    missing_docs,
    reason = "the server macro makes structs of the arguments, without docs"
)]
mod report_life;
#[expect(
    missing_docs,
    reason = "the server macro makes structs of the arguments, without docs"
)]
mod report_share;
mod request;
#[expect(
    missing_docs,
    reason = "the server macro makes structs of the arguments, without docs"
)]
mod round;
#[expect(
    missing_docs,
    reason = "the server macro makes structs of the arguments, without docs"
)]
mod saved_view;
#[expect(
    missing_docs,
    reason = "the server macro makes structs of the arguments, without docs"
)]
mod second_factor;
#[expect(
    missing_docs,
    reason = "the server macro makes structs of the arguments, without docs"
)]
mod session;
mod start;
#[expect(
    missing_docs,
    reason = "the server macro makes structs of the arguments, without docs"
)]
mod statement;
#[expect(
    missing_docs,
    reason = "the server macro makes structs of the arguments, without docs"
)]
mod structure;
#[expect(
    missing_docs,
    reason = "the server macro makes structs of the arguments, without docs"
)]
mod workbook;

pub use account::{
    AccountAppReset, AccountDisable, AccountSave, AccountSessionsEnd, NewLink, account_form, accounts,
};
pub use assessment::{AssessmentReturn, AssessmentSave};
pub use audit::{AuditPageData, AuditQuery, FilterField, Verification, audit, history};
pub use benefit::BenefitSave;
pub use calculation::{
    CalculationAlternative, CalculationLinesSave, CalculationMove, CalculationNewVersion, CalculationSave,
    LineBuildSave, calculation, calculation_form, calculations, calibration, line_build_form,
};
pub use delivery::DeliverySave;
pub use error::{ApiError, hindered_status, trouble_code, trouble_of_code};
pub use example::{ExampleLoad, ExampleRemove, example};
pub use factor::{FactorMove, FactorSave, FactorValueSave, factor, factor_form, factor_value_form, factors};
pub use initiative::{
    BenefitMove, BenefitNotMeasurable, InitiativeDepend, InitiativeMove, InitiativeSave, SusSave,
    dependencies, initiative_form, sus_form,
};
pub use language::LanguageChoose;
pub use measure::{
    EffectGoalRemove, EffectGoalReview, EffectGoalSave, MeasureSave, MeasurementFileRemove,
    MeasurementReview, MeasurementSave, MeasurementWithdraw, effect_goal_form, measure, measure_form,
    measurement_files, measurement_form, measures,
};
pub use measurements::{
    MeasurementApproveMany, MeasurementSheetTake, MeasurementsSave, measurement_sheet,
    measurement_sheet_page, measurements_form, measurements_review,
};
pub use parked::{ParkedDrop, parked, parked_fields};
pub use read::{
    area, assessment, assessments, benefit_form, benefit_register, delivery_form, initiative,
    initiative_register, kept_note, link, overview, report, reports, saved_view_form, statement_form,
    statement_register, work,
};
pub use realisation_plan::{RealisationPlanDone, RealisationPlanSave, realisation_plan_form};
pub use realised::{
    FreedTimeApproveMany, FreedTimeRemove, FreedTimeReview, FreedTimeSave, FreedTimeWithdraw, SekValueRemove,
    SekValueSave, freed_time_form, freed_times_review, realised, sek_value_form,
};
pub use reminder::{CalendarStop, DigestChoose, NewCalendarLink};
pub use report::{
    ReportSave, ReportScopeChange, ReportSourceSave, ReportTextSave, report_as_of, report_comparison,
    report_form, report_presentation, report_scope, report_source_form, report_text_form,
};
pub use report_correction::{
    ReportCorrectionDecide, ReportCorrectionSave, ReportCorrectionWithdraw, report_correction_decision,
    report_correction_form, report_corrections,
};
pub use report_life::{
    ReportCommentChange, ReportCommentSave, ReportDecide, ReportStepTake, report_decision, report_life,
    report_responsible, report_review,
};
pub use report_share::{
    NewReportLink, ReportLinkStop, public_report, public_reports, report_share, report_shared,
};
pub use request::{RequestContext, SessionEnds, actor, go_to, lang, may};
pub use round::{RoundAnswer, RoundMove, RoundSave, RoundWithdraw, round, round_form, rounds};
pub use saved_view::{SavedViewDelete, SavedViewSave};
pub use second_factor::{
    NewRecoveryCodes, SecondFactorCheck, SecondFactorReplace, TOO_LATE, halfway, now_as,
};
pub use session::{
    LinkConsume, PasswordChange, PasswordChoose, PasswordSignIn, SessionCookie, SessionRevoke, SignOut,
    onward, own_account, sign_in_ways, typed_email,
};
pub use start::start;
pub use statement::{StatementApproveMany, StatementReview, StatementSave, StatementWithdraw};
pub use structure::{
    AgencySave, AreaSave, AreaSetSave, BenefitGroupSave, PortfolioSave, StructureDelete, UnitSave,
    agency_form, area_form, area_set_form, benefit_group_form, portfolio_form, structure, unit_form,
};
pub use workbook::{WorkbookTake, workbook, workbook_page};
