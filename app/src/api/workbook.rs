use leptos::prelude::*;
use service::{Answer, WorkbookView};

use super::ApiError;
use super::read::lead;
use super::request::{RequestContext, request};

/// What was read of a workbook.
pub async fn workbook(draft: Option<String>) -> Result<WorkbookView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::workbook_view(&ctx, &services, draft.as_deref())
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// Where a workbook is shown that was read.
pub fn workbook_page(draft: &str) -> String {
    format!("/kom-igang/fil?draft={draft}")
}

/// Takes in a workbook, as it was shown.
#[server(endpoint = "workbook_take")]
pub async fn workbook_take(#[server(default)] draft: String) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let answered = service::workbook_take(&request.ctx, &request.services, &draft).await;
    let answered = answered.map(|answer| match answer {
        Answer::Done(path) => path,
        Answer::Again(draft) => workbook_page(&draft),
    });
    lead(&request, Some(answered), "").await;
    Ok(())
}
