use domain::form::{AgencyForm, AreaForm, AreaSetForm, BenefitGroupForm, PortfolioForm, UnitForm};
use leptos::prelude::*;
use service::{
    AgencyFormView, AreaFormView, AreaSetFormView, BenefitGroupFormView, PortfolioFormView, StructureKind,
    StructureView, UnitFormView,
};

use super::ApiError;
use super::read::{answer, lead, parsed_or_none};
use super::request::{RequestContext, numbers, request};

/// All that the portfolio is ordered by.
pub async fn structure() -> Result<StructureView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::structure_view(&ctx, &services)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The form of the agency.
pub async fn agency_form(draft: Option<String>) -> Result<AgencyFormView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::agency_form(&ctx, &services, draft.as_deref())
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The form of a set of areas.
pub async fn area_set_form(id: Option<String>, draft: Option<String>) -> Result<AreaSetFormView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::area_set_form(&ctx, &services, parsed_or_none(id)?, draft.as_deref())
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The form of an area; `set` is chosen beforehand in a new one.
pub async fn area_form(
    set: Option<String>,
    id: Option<String>,
    draft: Option<String>,
) -> Result<AreaFormView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    let (set, id) = (parsed_or_none(set)?, parsed_or_none(id)?);
    service::area_form(&ctx, &services, set, id, draft.as_deref())
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The form of a benefit group.
pub async fn benefit_group_form(
    id: Option<String>,
    draft: Option<String>,
) -> Result<BenefitGroupFormView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::benefit_group_form(&ctx, &services, parsed_or_none(id)?, draft.as_deref())
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The form of a unit.
pub async fn unit_form(id: Option<String>, draft: Option<String>) -> Result<UnitFormView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::unit_form(&ctx, &services, parsed_or_none(id)?, draft.as_deref())
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The form of a portfolio.
pub async fn portfolio_form(
    id: Option<String>,
    draft: Option<String>,
) -> Result<PortfolioFormView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::portfolio_form(&ctx, &services, parsed_or_none(id)?, draft.as_deref())
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// Where the form of a thing of the structure lives.
fn page(kind: &str, id: &str) -> String {
    match id.trim() {
        "" => format!("/struktur/{kind}"),
        id => format!("/struktur/{kind}/{id}"),
    }
}

/// Sets the agency.
#[server(endpoint = "agency_save")]
pub async fn agency_save(#[server(flatten)] form: AgencyForm) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let saved = service::agency_save(&request.ctx, &request.services, form).await;
    answer(&request, saved, "/struktur/myndighet");
    Ok(())
}

/// Adds or changes a set of areas.
#[server(endpoint = "area_set_save")]
pub async fn area_set_save(#[server(flatten)] form: AreaSetForm) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let page = page("omradesmangd", &form.id);
    let saved = service::area_set_save(&request.ctx, &request.services, form).await;
    answer(&request, saved, &page);
    Ok(())
}

/// Adds or changes an area.
#[server(endpoint = "area_save")]
pub async fn area_save(#[server(flatten)] form: AreaForm) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let mut form = form;
    numbers(request.lang, &mut form.budget_tkr);
    let page = page("omrade", &form.id);
    let saved = service::area_save(&request.ctx, &request.services, form).await;
    answer(&request, saved, &page);
    Ok(())
}

/// Adds or changes a benefit group.
#[server(endpoint = "benefit_group_save")]
pub async fn benefit_group_save(#[server(flatten)] form: BenefitGroupForm) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let page = page("nyttogrupp", &form.id);
    let saved = service::benefit_group_save(&request.ctx, &request.services, form).await;
    answer(&request, saved, &page);
    Ok(())
}

/// Adds or changes a unit.
#[server(endpoint = "unit_save")]
pub async fn unit_save(#[server(flatten)] form: UnitForm) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let page = page("enhet", &form.id);
    let saved = service::unit_save(&request.ctx, &request.services, form).await;
    answer(&request, saved, &page);
    Ok(())
}

/// Adds or changes a portfolio.
#[server(endpoint = "portfolio_save")]
pub async fn portfolio_save(#[server(flatten)] form: PortfolioForm) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let page = page("portfolj", &form.id);
    let saved = service::portfolio_save(&request.ctx, &request.services, form).await;
    answer(&request, saved, &page);
    Ok(())
}

/// Takes a thing of the structure away that nothing refers to.
#[server(endpoint = "structure_delete")]
pub async fn structure_delete(
    #[server(default)] kind: String,
    #[server(default)] id: String,
    #[server(default)] version: String,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let answered = match (StructureKind::from_code(&kind), id.parse(), version.parse()) {
        (Some(kind), Ok(id), Ok(version)) => {
            Some(service::structure_delete(&request.ctx, &request.services, kind, id, version).await)
        }
        _ => None,
    };
    lead(&request, answered, "").await;
    Ok(())
}
