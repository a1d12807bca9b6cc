use domain::form::{BulkApprovalForm, StatementForm};
use leptos::prelude::*;

use super::read::{answer, form_page, lead};
use super::request::{figure_numbers, request};

/// States a realised benefit, or changes a statement.
#[server(endpoint = "statement_save")]
pub async fn statement_save(#[server(flatten)] form: StatementForm) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let mut form = form;
    figure_numbers(request.lang, &mut form.figures);
    let page = form_page("konstaterad", &form.initiative, &form.id);
    let saved = service::statement_save(&request.ctx, &request.services, form).await;
    answer(&request, saved, &page);
    Ok(())
}

/// Approves or returns a submitted statement.
#[server(endpoint = "statement_review")]
pub async fn statement_review(
    #[server(default)] statement: String,
    #[server(default)] version: String,
    #[server(default)] decision: String,
    #[server(default)] note: String,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let answered = match (statement.parse(), version.parse()) {
        (Ok(id), Ok(version)) => {
            let approve = decision == "approve";
            Some(
                service::statement_review(&request.ctx, &request.services, id, version, approve, &note).await,
            )
        }
        _ => None,
    };
    lead(&request, answered, &note).await;
    Ok(())
}

/// Takes a statement that was sent in back to a draft.
#[server(endpoint = "statement_withdraw")]
pub async fn statement_withdraw(
    #[server(default)] statement: String,
    #[server(default)] version: String,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let answered = match (statement.parse(), version.parse()) {
        (Ok(id), Ok(version)) => {
            Some(service::statement_withdraw(&request.ctx, &request.services, id, version).await)
        }
        _ => None,
    };
    lead(&request, answered, "").await;
    Ok(())
}

/// Approves the ticked statements.
#[server(endpoint = "statement_approve_many")]
pub async fn statement_approve_many(#[server(flatten)] form: BulkApprovalForm) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let done = service::statement_approve_many(&request.ctx, &request.services, form).await;
    answer(&request, done, "/konstaterade");
    Ok(())
}
