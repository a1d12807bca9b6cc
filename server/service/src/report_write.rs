//! Writing a report that is still open: what it is, what it says, what it rests on, and what lies in
//! its scope. What is decided is never written again.

mod head;
mod scope;
mod source;
mod text;

use domain::ctx::Ctx;
use domain::id::ReportId;
use domain::policy::{Operation, decide};
use domain::report::Report;
use store::repo::report::report_load;
use store::{ConnectionTrait, Versioned};

use crate::error::{Result, ServiceError};

pub use head::{ReportFormView, report_form, report_save};
pub use scope::{ScopeRow, ScopeView, report_scope, scope_add, scope_remove};
pub use source::{ReportSourceFormView, report_source_form, report_source_save};
pub use text::{ReportTextFormView, report_text_form, report_text_save};

/// The open report, for those who may write it.
async fn open(ctx: &Ctx, db: &impl ConnectionTrait, id: ReportId) -> Result<Versioned<Report>> {
    decide(ctx, Operation::ReportWrite, None)?;
    let found = report_load(ctx, db, id).await?.ok_or(ServiceError::NotFound)?;
    if found.value.state.is_decided() {
        return Err(ServiceError::State("a decided report never changes"));
    }
    Ok(found)
}
