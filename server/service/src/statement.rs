//! Statements of realised benefit: their form, and what is kept of it.

mod build;
mod choice;
mod form;
mod save;

use chrono::NaiveDate;
use domain::ctx::Ctx;
use domain::id::StatementId;
use domain::statement::{ApprovalState, Statement};
use store::repo::initiative_bundle::InitiativeBundle;
use store::repo::report::report_list;
use store::{ConnectionTrait, Versioned};

use crate::error::{Result, ServiceError};

pub use form::{AskedNow, StatementFormView, StatementTarget, statement_form};
pub use save::statement_save;
pub(crate) use save::{answered_by_statement, statement_add};

/// The cut-off of the newest report that is still open.
pub(crate) async fn open_cut_off(ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Option<NaiveDate>> {
    let reports = report_list(ctx, db).await?;
    Ok(reports
        .into_iter()
        .filter(|report| !report.value.state.is_decided())
        .map(|report| report.value.cut_off)
        .max())
}

fn found(bundle: &InitiativeBundle, id: StatementId) -> Result<&Versioned<Statement>> {
    let mut all = bundle.statements.iter().map(|record| &record.statement);
    all.find(|found| found.value.id == id)
        .ok_or(ServiceError::NotFound)
}

/// What is approved is never changed: a new statement takes its place, one alone.
pub(crate) fn may_be_superseded(bundle: &InitiativeBundle, statement: &Statement) -> bool {
    let mut all = bundle.statements.iter().map(|record| &record.statement.value);
    statement.state == ApprovalState::Approved && !all.any(|other| other.supersedes == Some(statement.id))
}
