use domain::form::{EffectGoalForm, MeasureForm, MeasurementForm};
use domain::measure::Period;
use leptos::prelude::*;
use service::{
    EffectGoalFormView, MeasureFormView, MeasureListView, MeasureView, MeasurementFilesView,
    MeasurementFormView, MeasurementTarget,
};

use super::ApiError;
use super::read::{answer, lead, parsed, parsed_or_none};
use super::request::{RequestContext, numbers, request};

/// The measures that hold what was searched for.
pub async fn measures(search: Option<String>, page: Option<String>) -> Result<MeasureListView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    // What is no number is the first page, as what lies beyond the last is the last.
    let page = page.and_then(|page| page.parse().ok()).unwrap_or(1);
    service::measure_list(&ctx, &services, &search.unwrap_or_default(), page)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// A measure with what was measured.
pub async fn measure(id: String) -> Result<MeasureView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::measure_view(&ctx, &services, parsed(&id)?)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The form of a measure.
pub async fn measure_form(
    id: Option<String>,
    benefit: Option<String>,
    draft: Option<String>,
) -> Result<MeasureFormView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    let benefit = benefit.and_then(|id| id.parse().ok());
    service::measure_form(&ctx, &services, parsed_or_none(id)?, benefit, draft.as_deref())
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The form of an effect goal: of a benefit's next, or of one that exists.
pub async fn effect_goal_form(
    benefit: Option<String>,
    id: Option<String>,
    measure: Option<String>,
    draft: Option<String>,
) -> Result<EffectGoalFormView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    let (benefit, id) = (parsed_or_none(benefit)?, parsed_or_none(id)?);
    let measure = measure.and_then(|id| id.parse().ok());
    service::effect_goal_form(&ctx, &services, benefit, id, measure, draft.as_deref())
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The form of a measurement: of a measure's next, or of that of a period; of one that exists; or in the place of one.
pub async fn measurement_form(
    (measure, period): (Option<String>, Option<String>),
    id: Option<String>,
    corrects: Option<String>,
    draft: Option<String>,
) -> Result<MeasurementFormView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    let target = match (measure, id, corrects.and_then(|id| id.parse().ok())) {
        (_, Some(id), _) => MeasurementTarget::Existing(parsed(&id)?),
        (_, None, Some(id)) => MeasurementTarget::Correcting(id),
        (Some(measure), None, None) => {
            let measure = parsed(&measure)?;
            match period.and_then(|period| Period::parse(&period)) {
                Some(period) => MeasurementTarget::NewIn(measure, period),
                None => MeasurementTarget::New(measure),
            }
        }
        (None, None, None) => MeasurementTarget::New(parsed("")?),
    };
    service::measurement_form(&ctx, &services, target, draft.as_deref())
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// Adds a measure, or changes one.
#[server(endpoint = "measure_save")]
pub async fn measure_save(#[server(flatten)] form: MeasureForm) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let page = match form.id.trim() {
        "" => "/matt/nytt".to_owned(),
        id => format!("/matt/{id}/andra"),
    };
    let saved = service::measure_save(&request.ctx, &request.services, form).await;
    answer(&request, saved, &page);
    Ok(())
}

/// Sets an effect goal, or changes one.
#[server(endpoint = "effect_goal_save")]
pub async fn effect_goal_save(#[server(flatten)] form: EffectGoalForm) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let mut form = form;
    let single = [&mut form.claim, &mut form.baseline].into_iter();
    numbers(request.lang, single.chain(&mut form.target_value));
    let page = match form.id.trim() {
        "" => format!("/nyttor/{}/effektmal", form.benefit.trim()),
        id => format!("/effektmal/{id}"),
    };
    let saved = service::effect_goal_save(&request.ctx, &request.services, form).await;
    answer(&request, saved, &page);
    Ok(())
}

/// Approves what is proposed for an effect goal, or returns it.
#[server(endpoint = "effect_goal_review")]
pub async fn effect_goal_review(
    #[server(default)] goal: String,
    #[server(default)] version: String,
    #[server(default)] decision: String,
    #[server(default)] note: String,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let answered = match (goal.parse(), version.parse()) {
        (Ok(id), Ok(version)) => {
            let (ctx, services) = (&request.ctx, &request.services);
            let approve = decision == "approve";
            Some(service::effect_goal_review(ctx, services, id, version, approve, &note).await)
        }
        _ => None,
    };
    lead(&request, answered, &note).await;
    Ok(())
}

/// Takes an effect goal away.
#[server(endpoint = "effect_goal_remove")]
pub async fn effect_goal_remove(
    #[server(default)] goal: String,
    #[server(default)] version: String,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let answered = match (goal.parse(), version.parse()) {
        (Ok(id), Ok(version)) => {
            Some(service::effect_goal_remove(&request.ctx, &request.services, id, version).await)
        }
        _ => None,
    };
    lead(&request, answered, "").await;
    Ok(())
}

/// Logs a measurement, or changes one.
#[server(endpoint = "measurement_save")]
pub async fn measurement_save(#[server(flatten)] form: MeasurementForm) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let mut form = form;
    let single = [&mut form.value, &mut form.denominator].into_iter();
    let split = form.split_value.iter_mut().chain(&mut form.split_denominator);
    numbers(request.lang, single.chain(split));
    let page = match form.id.trim() {
        "" if !form.supersedes.trim().is_empty() => {
            format!(
                "/matt/{}/matning?rattar={}",
                form.measure.trim(),
                form.supersedes.trim()
            )
        }
        "" => format!("/matt/{}/matning", form.measure.trim()),
        id => format!("/matningar/{id}/andra"),
    };
    let saved = service::measurement_save(&request.ctx, &request.services, form).await;
    answer(&request, saved, &page);
    Ok(())
}

/// Approves a measurement, or returns it.
#[server(endpoint = "measurement_review")]
pub async fn measurement_review(
    #[server(default)] measurement: String,
    #[server(default)] version: String,
    #[server(default)] decision: String,
    #[server(default)] note: String,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let answered = match (measurement.parse(), version.parse()) {
        (Ok(id), Ok(version)) => {
            let (ctx, services) = (&request.ctx, &request.services);
            let approve = decision == "approve";
            Some(service::measurement_review(ctx, services, id, version, approve, &note).await)
        }
        _ => None,
    };
    lead(&request, answered, &note).await;
    Ok(())
}

/// Takes a measurement that was sent in back to a draft.
#[server(endpoint = "measurement_withdraw")]
pub async fn measurement_withdraw(
    #[server(default)] measurement: String,
    #[server(default)] version: String,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let answered = match (measurement.parse(), version.parse()) {
        (Ok(id), Ok(version)) => {
            Some(service::measurement_withdraw(&request.ctx, &request.services, id, version).await)
        }
        _ => None,
    };
    lead(&request, answered, "").await;
    Ok(())
}

/// The files of a measurement, and the form that sends one more.
pub async fn measurement_files(
    id: Option<String>,
    draft: Option<String>,
) -> Result<MeasurementFilesView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    let id = parsed(&id.unwrap_or_default())?;
    service::measurement_files(&ctx, &services, id, draft.as_deref())
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// Takes a file from a measurement.
#[server(endpoint = "measurement_file_remove")]
pub async fn measurement_file_remove(
    #[server(default)] measurement: String,
    #[server(default)] version: String,
    #[server(default)] hash: String,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let answered = match (measurement.parse(), version.parse()) {
        (Ok(id), Ok(version)) => {
            let (ctx, services) = (&request.ctx, &request.services);
            Some(service::measurement_file_remove(ctx, services, id, version, &hash).await)
        }
        _ => None,
    };
    lead(&request, answered, "").await;
    Ok(())
}
