//! Use cases: authorise, load, decide, save and audit, in one transaction.
//!
//! Every function takes the request's [`Ctx`](domain::ctx::Ctx) first and asks the policy before it
//! loads anything. What a page shows comes back as one view; what a form asks for comes back as an
//! [`Answer`]: where to go on, or the draft that keeps what was typed.

mod account;
mod area;
mod assessment;
mod attempt;
mod audit;
mod benefit;
mod benefit_move;
mod bulk_approval;
mod calculation;
mod calendar;
mod calibration;
mod case_file;
mod delivery;
mod demo;
mod dependency;
mod digest;
mod effect_goal;
mod error;
mod example;
pub mod exchange;
mod export_trace;
mod factor;
mod figure;
mod form_flow;
mod freed_time;
mod ground;
mod history;
mod id;
mod initiative;
mod initiative_form;
mod kept_note;
mod mail;
mod measure;
mod measurement;
mod memo;
mod off_thread;
mod options;
mod overview;
mod own_session;
mod parked;
mod password;
mod password_change;
mod password_sign_in;
mod realisation_plan;
mod realised;
mod refusal;
mod register;
mod render;
mod report;
mod report_archive;
mod report_as_of;
mod report_comparison;
mod report_life;
mod report_link;
mod report_public;
mod report_write;
mod retention;
mod round;
mod saved_view;
mod second_factor;
mod secrets;
mod sek_value;
mod services;
mod sign_in;
mod single_sign_on;
mod standing;
mod start;
mod statement;
mod statement_review;
mod statement_withdraw;
mod structure;
mod sus;
mod token;
mod work;
mod workbook;

pub use account::{
    AccountFormView, AccountStanding, AccountsView, Named, Scopes, account_add, account_disable,
    account_form, account_link, account_link_renew, account_list, account_save, account_sessions_end,
};
pub use area::{AreaView, area_view};
pub use assessment::{
    AssessmentListView, AssessmentView, LevelBefore, assessment_list, assessment_return, assessment_save,
    assessment_view,
};
pub use audit::{ActorFilter, AuditView, EventFilter, audit_view, chain_verify};
pub use benefit::{BenefitFormView, benefit_form, benefit_save};
pub use benefit_move::{benefit_move, benefit_not_measurable};
pub use bulk_approval::{BulkOutcome, statement_approve_many};
pub use calculation::{
    AlternativeChange, AlternativeResult, CalculationFormView, CalculationItem, CalculationListView,
    CalculationStep, CalculationSummary, CalculationVersion, CalculationView, Comparison, CostOption,
    LineBuildView, LineBuilt, RateFrom, calculation_alternative, calculation_form, calculation_lines_read,
    calculation_lines_save, calculation_list, calculation_new_version, calculation_save, calculation_step,
    calculation_view, line_build_form, line_build_save,
};
pub use calendar::{CalendarFeed, calendar_feed, calendar_link_make, calendar_link_stop};
pub use calibration::{CalibratedArea, CalibrationOffer, CalibrationView, calibration_view};
pub use case_file::{CaseFault, case_file_evaluate};
pub use delivery::{DeliveryFormView, delivery_form, delivery_save};
pub use demo::{DemoLink, demo_load};
pub use dependency::{DependencyView, dependency_view, initiative_depend};
pub use digest::{Digest, DigestRun, DigestSection, digest_choose, digest_send};
pub use domain::causes::told;
pub use effect_goal::{
    EffectGoalFormView, GoalItem, MeasureOption, effect_goal_form, effect_goal_remove, effect_goal_review,
    effect_goal_save,
};
pub use error::{Result, ServiceError};
pub use example::{ExampleView, example_load, example_remove, example_view};
pub use export_trace::register_exported;
pub use factor::{
    FactorFormView, FactorItem, FactorListView, FactorStep, FactorValueFormView, FactorValueView, FactorView,
    factor_form, factor_list, factor_save, factor_step, factor_value_form, factor_value_save, factor_view,
};
pub use form_flow::{Answer, FormState, Outcome};
pub use freed_time::{
    FreedTimeFormView, FreedTimeItem, FreedTimeTarget, FreedTimesOutcome, FreedTimesReviewView,
    WaitingFreedTime, freed_time_approve_many, freed_time_form, freed_time_remove, freed_time_review,
    freed_time_save, freed_time_withdraw, freed_times_review,
};
pub use history::{HistoryView, Origin, history_view};
pub use initiative::{BenefitVersion, DeliveryBundle, InitiativeView, StatementItem, initiative_view};
pub use initiative_form::{InitiativeFormView, initiative_form, initiative_move, initiative_save};
pub use kept_note::{note_keep, note_kept};
pub use mail::{Mail, MailError, Mailer};
pub use measure::{
    GoalUse, MeasureFormView, MeasureItem, MeasureListView, MeasureView, MeasurementItem, measure_form,
    measure_list, measure_save, measure_view,
};
pub use measurement::{
    FileItem, FoundFile, MeasurementFilesView, MeasurementFormView, MeasurementRow, MeasurementSheetView,
    MeasurementTarget, MeasurementsOutcome, MeasurementsReviewView, MeasurementsView, SentFile,
    WaitingMeasurement, measurement_approve_many, measurement_file, measurement_file_add,
    measurement_file_remove, measurement_files, measurement_form, measurement_review, measurement_save,
    measurement_sheet_take, measurement_sheet_try, measurement_sheet_view, measurement_withdraw,
    measurements_form, measurements_review, measurements_save,
};
pub use memo::Memo;
pub use options::{
    AreaOption, BenefitOption, DeliveryOption, GroupOption, InitiativeName, PortfolioOption, UnitOption,
};
pub use overview::{OverviewView, overview_view};
pub use own_session::{OwnAccount, OwnReminders, OwnSession, own_account_view, own_session_end};
pub use parked::{parked_drop, parked_keep, parked_may_keep, parked_view};
pub use password::Passwords;
pub use password_change::{Changed, password_change};
pub use password_sign_in::{Chosen, password_choose, password_sign_in};
pub use realisation_plan::{
    RealisationPlanFormView, realisation_plan_done, realisation_plan_form, realisation_plan_save,
};
pub use realised::{Realised, RealisedView, realised_view};
pub use refusal::refusal_note;
pub use register::{
    InitiativeRegister, RegisterFrame, RegisterRows, RegisterView, StatementRegister, benefit_list,
    benefit_register, initiative_list, initiative_register, statement_list, statement_register,
};
pub use render::{Format, RenderError, Renderer, report_file, report_render};
pub use report::{ListedReport, ReportView, report_list, report_view, report_view_of_year};
pub use report_archive::{
    ArchivePackage, Archived, ArchivedProof, ArchivedRendering, report_archive, report_archive_file,
    report_archive_of_year,
};
pub use report_as_of::{ReportAsOfView, report_as_of, report_as_of_file, report_render_as_of};
pub use report_comparison::{
    ComparisonView, PresentationView, report_comparison, report_comparison_exported, report_presentation,
};
pub use report_life::{
    AreaName, CommentView, CorrectionDecisionView, CorrectionFormView, DecidedAlong, DecisionView,
    PersonName, ProposedCorrection, ReportCorrectionsView, ReportLifeView, ReportReviewView, ResponsibleView,
    StepView, Way, comment_reopen, comment_resolve, report_comment_save, report_correction_decide,
    report_correction_decision, report_correction_file, report_correction_form, report_correction_save,
    report_correction_withdraw, report_corrections, report_decide, report_decision, report_life,
    report_responsible, report_review, report_step_take,
};
pub use report_link::{
    LinkItem, LinkMade, ReportShareView, SharedReport, report_link_make, report_link_stop, report_share_view,
    report_shared, report_shared_file,
};
pub use report_public::{
    PublicReport, PublicReports, report_public_file, report_public_list, report_public_view,
};
pub use report_write::{
    ReportFormView, ReportSourceFormView, ReportTextFormView, ScopeRow, ScopeView, report_form, report_save,
    report_scope, report_source_form, report_source_save, report_text_form, report_text_save, scope_add,
    scope_remove,
};
pub use retention::{name_erase_of, retention_dispose, retention_preview};
pub use round::{
    RoundFormView, RoundRow, RoundView, RoundsView, round_answer, round_form, round_list, round_move,
    round_save, round_view, round_withdraw,
};
pub use saved_view::{SavedViewFormView, saved_view_delete, saved_view_form, saved_view_save};
pub use second_factor::{
    AppSecret, Enrolled, Halfway, account_app_forget, account_app_reset, recovery_code_renew,
    second_factor_check, second_factor_enrol, second_factor_replace, second_factor_view,
};
pub use secrets::{KEY_BYTES, Secrets, secrets_check};
pub use sek_value::{
    GroundOption, SekValueFormView, SekValueItem, SekValueTarget, sek_value_form, sek_value_remove,
    sek_value_save,
};
pub use services::Services;
pub use sign_in::{
    KnownSession, SignedIn, link_consume, link_issue, link_peek, session_end, session_peek, session_resolve,
};
pub use single_sign_on::{SignInWays, identity_sign_in};
pub use start::{ExampleState, StartStepView, StartView, start_view};
pub use statement::{AskedNow, StatementFormView, StatementTarget, statement_form, statement_save};
pub use statement_review::statement_review;
pub use statement_withdraw::statement_withdraw;
pub use store::{ChainHead, Damage, DamageKind, Trouble, Verified, Versioned};
pub use structure::{
    AgencyFormView, AreaFormView, AreaSetFormView, AreaSetView, BenefitGroupFormView, PortfolioFormView,
    StructureKind, StructureView, UnitFormView, agency_form, agency_save, area_form, area_save,
    area_set_form, area_set_save, benefit_group_form, benefit_group_save, portfolio_form, portfolio_save,
    structure_delete, structure_view, unit_form, unit_save,
};
pub use sus::{SusFormView, sus_form, sus_save};
pub use work::{WorkList, WorkSection, WorkView, work_next, work_view};
pub use workbook::{
    WorkbookChoices, WorkbookView, workbook_choices, workbook_take, workbook_try, workbook_view,
};

/// Lines of registers, as the database gives them.
pub mod rows {
    pub use store::repo::account::AccountRecord;
    pub use store::repo::benefit_row::BenefitRow;
    pub use store::repo::digest::DigestChoice;
    pub use store::repo::initiative_row::InitiativeRow;
    pub use store::repo::measure_ground::MeasureGround;
    pub use store::repo::register_found::Tally;
    pub use store::repo::register_page::Page;
    pub use store::repo::saved_view::SavedView;
    pub use store::repo::statement_row::StatementRow;
}
