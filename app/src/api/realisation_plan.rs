use domain::form::RealisationPlanForm;
use leptos::prelude::*;
use service::RealisationPlanFormView;

use super::ApiError;
use super::read::{answer, lead, parsed};
use super::request::{RequestContext, request};

/// The form of a benefit's realisation plan.
pub async fn realisation_plan_form(
    initiative: String,
    benefit: String,
    draft: Option<String>,
) -> Result<RealisationPlanFormView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    let (initiative, benefit) = (parsed(&initiative)?, parsed(&benefit)?);
    service::realisation_plan_form(&ctx, &services, initiative, benefit, draft.as_deref())
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// Writes or changes a benefit's realisation plan.
#[server(endpoint = "realisation_plan_save")]
pub async fn realisation_plan_save(
    #[server(flatten)] form: RealisationPlanForm,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let (initiative, benefit) = (form.initiative.trim(), form.benefit.trim());
    let page = format!("/initiativ/{initiative}/nytta/{benefit}/plan");
    let saved = service::realisation_plan_save(&request.ctx, &request.services, form).await;
    answer(&request, saved, &page);
    Ok(())
}

/// Says that an activity of a plan is done.
#[server(endpoint = "realisation_plan_done")]
pub async fn realisation_plan_done(
    #[server(default)] id: String,
    #[server(default)] version: String,
    #[server(default)] activity: String,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let answered = match (id.parse(), version.parse(), activity.parse()) {
        (Ok(id), Ok(version), Ok(activity)) => {
            Some(service::realisation_plan_done(&request.ctx, &request.services, id, version, activity).await)
        }
        _ => None,
    };
    lead(&request, answered, "").await;
    Ok(())
}
