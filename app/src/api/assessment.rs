use domain::form::AssessmentForm;
use leptos::prelude::*;

use super::read::{answer, lead};
use super::request::request;

/// Grades a subject.
#[server(endpoint = "assessment_save")]
pub async fn assessment_save(#[server(flatten)] form: AssessmentForm) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let page = format!("/bedomning/{}", form.subject());
    let saved = service::assessment_save(&request.ctx, &request.services, form).await;
    answer(&request, saved, &page);
    Ok(())
}

/// Sends a submitted assessment back with a note.
#[server(endpoint = "assessment_return")]
pub async fn assessment_return(
    #[server(default)] report: String,
    #[server(default)] subject: String,
    #[server(default)] version: String,
    #[server(default)] note: String,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let (ctx, services) = (&request.ctx, &request.services);
    let answered = match (report.parse(), subject.parse(), version.parse()) {
        (Ok(report), Ok(subject), Ok(version)) => {
            Some(service::assessment_return(ctx, services, report, &subject, version, &note).await)
        }
        _ => None,
    };
    lead(&request, answered, &note).await;
    Ok(())
}
