//! Use cases: authorise, load, decide, save and audit, in one transaction.
//!
//! Every function takes the request's [`Ctx`](domain::ctx::Ctx) first and asks the policy before it
//! loads anything. What a page shows comes back as one view; what a form asks for comes back as an
//! [`Answer`]: where to go on, or the draft that keeps what was typed.

mod account;
mod area;
mod assessment;
mod audit;
mod benefit;
mod bulk_approval;
mod delivery;
mod demo;
mod error;
pub mod exchange;
mod figure;
mod form_flow;
mod ground;
mod id;
mod initiative;
mod options;
mod overview;
mod register;
mod render;
mod report;
mod saved_view;
mod services;
mod sign_in;
mod standing;
mod statement;
mod token;

pub use account::account_list;
pub use area::{AreaView, area_view};
pub use assessment::{AssessmentListView, AssessmentView, assessment_list, assessment_save, assessment_view};
pub use audit::chain_verify;
pub use benefit::{BenefitFormView, benefit_form, benefit_save};
pub use bulk_approval::{BulkOutcome, statement_approve_many};
pub use delivery::{DeliveryFormView, delivery_form, delivery_save};
pub use demo::{DemoLink, demo_load};
pub use error::{Result, ServiceError};
pub use form_flow::{Answer, FormState, Outcome};
pub use initiative::{DeliveryBundle, InitiativeView, StatementItem, initiative_view};
pub use options::{
    AreaOption, BenefitOption, DeliveryOption, GroupOption, InitiativeName, PortfolioOption, UnitOption,
};
pub use overview::{OverviewView, overview_view};
pub use register::{
    InitiativeRegister, RegisterFrame, RegisterRows, RegisterView, StatementRegister, benefit_list,
    benefit_register, initiative_list, initiative_register, statement_list, statement_register,
};
pub use render::{Format, RenderError, Renderer, report_render};
pub use report::{ReportView, report_list, report_view, report_view_of_year};
pub use saved_view::{SavedViewFormView, saved_view_delete, saved_view_form, saved_view_save};
pub use services::Services;
pub use sign_in::{SignedIn, link_consume, link_issue, link_peek, session_end, session_resolve};
pub use statement::{StatementFormView, StatementTarget, statement_form, statement_review, statement_save};

/// Lines of registers, as the database gives them.
pub mod rows {
    pub use store::repo::benefit_row::BenefitRow;
    pub use store::repo::initiative_row::InitiativeRow;
    pub use store::repo::register_page::{Page, Tally};
    pub use store::repo::saved_view::SavedView;
    pub use store::repo::statement_row::StatementRow;
}
