use domain::form::AssessmentForm;
use leptos::prelude::*;

use super::read::answer;
use super::request::request;

/// Grades an area.
#[server(endpoint = "assessment_save")]
pub async fn assessment_save(#[server(flatten)] form: AssessmentForm) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let page = format!("/bedomning/{}", form.area.trim());
    let saved = service::assessment_save(&request.ctx, &request.services, form).await;
    answer(&request, saved, &page);
    Ok(())
}
