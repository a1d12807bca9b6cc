use domain::form::{CalculationForm, CalculationLinesForm, LineBuildForm};
use domain::statement::ApprovalState;
use leptos::prelude::*;
use service::{
    AlternativeChange, CalculationFormView, CalculationListView, CalculationStep, CalculationView,
    CalibrationView, LineBuildView,
};

use super::ApiError;
use super::read::{answer, lead, parsed, parsed_or_none};
use super::request::{RequestContext, numbers, request};

/// A calculation: an alternative of it, held against another version where one is named.
pub async fn calculation(
    id: String,
    alternative: Option<String>,
    against: Option<String>,
    draft: Option<String>,
) -> Result<CalculationView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    let alternative = alternative.and_then(|id| id.parse().ok());
    let against = against.and_then(|number| number.parse().ok());
    service::calculation_view(
        &ctx,
        &services,
        parsed(&id)?,
        alternative,
        against,
        draft.as_deref(),
    )
    .await
    .map_err(|error| ApiError::of(&ctx, &error))
}

/// The calculations of all initiatives, those that are asked for.
pub async fn calculations(
    search: Option<String>,
    state: Option<String>,
) -> Result<CalculationListView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    let state = state.and_then(|code| ApprovalState::from_code(&code));
    service::calculation_list(&ctx, &services, &search.unwrap_or_default(), state)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// How promises have held.
pub async fn calibration() -> Result<CalibrationView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::calibration_view(&ctx, &services)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The form of a calculation as a whole.
pub async fn calculation_form(
    initiative: Option<String>,
    id: Option<String>,
    draft: Option<String>,
) -> Result<CalculationFormView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    let (initiative, id) = (parsed_or_none(initiative)?, parsed_or_none(id)?);
    service::calculation_form(&ctx, &services, initiative, id, draft.as_deref())
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The page that builds a line's amounts.
pub async fn line_build_form(
    id: String,
    line: String,
    draft: Option<String>,
) -> Result<LineBuildView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::line_build_form(&ctx, &services, parsed(&id)?, parsed(&line)?, draft.as_deref())
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// Shows what a build comes to, puts it into the line's amounts, or forgets what they were built of.
#[server(endpoint = "line_build_save")]
pub async fn line_build_save(#[server(flatten)] form: LineBuildForm) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let mut form = form;
    let typed = [
        &mut form.volume_low,
        &mut form.volume_likely,
        &mut form.volume_high,
        &mut form.minutes_low,
        &mut form.minutes_likely,
        &mut form.minutes_high,
        &mut form.share_low,
        &mut form.share_likely,
        &mut form.share_high,
    ];
    numbers(request.lang, typed);
    let page = format!("/kalkyler/{}/rader/{}/bygg", form.id.trim(), form.line.trim());
    let saved = service::line_build_save(&request.ctx, &request.services, form).await;
    answer(&request, saved, &page);
    Ok(())
}

/// Begins a calculation, or changes what it rests on.
#[server(endpoint = "calculation_save")]
pub async fn calculation_save(#[server(flatten)] form: CalculationForm) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let page = match form.id.trim() {
        "" => format!("/initiativ/{}/kalkyl", form.initiative.trim()),
        id => format!("/kalkyler/{id}/andra"),
    };
    let saved = service::calculation_save(&request.ctx, &request.services, form).await;
    answer(&request, saved, &page);
    Ok(())
}

/// Keeps the lines of an alternative, adds to them, or sends them for approval.
#[server(endpoint = "calculation_lines_save")]
pub async fn calculation_lines_save(
    #[server(flatten)] form: CalculationLinesForm,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let mut form = form;
    let amounts = form.low.iter_mut().chain(&mut form.likely).chain(&mut form.high);
    numbers(request.lang, amounts);
    let page = format!("/kalkyler/{}", form.id.trim());
    let saved = service::calculation_lines_save(&request.ctx, &request.services, form).await;
    answer(&request, saved, &page);
    Ok(())
}

/// Takes a calculation a step on its way.
#[server(endpoint = "calculation_move")]
pub async fn calculation_move(
    #[server(default)] id: String,
    #[server(default)] version: String,
    #[server(default)] step: String,
    #[server(default)] note: String,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let answered = match (id.parse(), version.parse(), CalculationStep::from_code(&step)) {
        (Ok(id), Ok(version), Some(step)) => {
            Some(service::calculation_step(&request.ctx, &request.services, id, version, step, &note).await)
        }
        _ => None,
    };
    lead(&request, answered, &note).await;
    Ok(())
}

/// Begins a new version of a calculation.
#[server(endpoint = "calculation_new_version")]
pub async fn calculation_new_version(#[server(default)] id: String) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let answered = match id.parse() {
        Ok(id) => Some(service::calculation_new_version(&request.ctx, &request.services, id).await),
        Err(_) => None,
    };
    lead(&request, answered, "").await;
    Ok(())
}

/// Adds, names, prefers or takes away an alternative.
#[server(endpoint = "calculation_alternative")]
pub async fn calculation_alternative(
    #[server(default)] id: String,
    #[server(default)] version: String,
    #[server(default)] alternative: String,
    #[server(default)] change: String,
    #[server(default)] name: String,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let change = AlternativeChange::from_code(&change);
    let answered = match (id.parse(), version.parse(), alternative.parse(), change) {
        (Ok(id), Ok(version), Ok(alternative), Some(change)) => {
            let (ctx, services) = (&request.ctx, &request.services);
            let done =
                service::calculation_alternative(ctx, services, id, version, alternative, change, &name)
                    .await;
            Some(done)
        }
        _ => None,
    };
    lead(&request, answered, &name).await;
    Ok(())
}
