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
mod assessment;
#[expect(
    missing_docs,
    reason = "the server macro makes structs of the arguments, without docs"
)]
mod benefit;
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
mod language;
mod read;
mod request;
#[expect(
    missing_docs,
    reason = "the server macro makes structs of the arguments, without docs"
)]
mod saved_view;
#[expect(
    missing_docs,
    reason = "the server macro makes structs of the arguments, without docs"
)]
mod session;
#[expect(
    missing_docs,
    reason = "the server macro makes structs of the arguments, without docs"
)]
mod statement;

pub use assessment::AssessmentSave;
pub use benefit::BenefitSave;
pub use delivery::DeliverySave;
pub use error::ApiError;
pub use language::LanguageChoose;
pub use read::{
    accounts, area, assessment, assessments, benefit_form, benefit_register, delivery_form, initiative,
    initiative_register, link, overview, report, reports, saved_view_form, statement_form,
    statement_register,
};
pub use request::{RequestContext, actor, go_to, lang};
pub use saved_view::{SavedViewDelete, SavedViewSave};
pub use session::{LinkConsume, SessionCookie, SignOut};
pub use statement::{StatementApproveMany, StatementReview, StatementSave};
