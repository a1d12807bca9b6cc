use domain::form::AccountForm;
use leptos::prelude::*;
use service::{AccountFormView, AccountsView};

use super::ApiError;
use super::read::{answer, lead, parsed, parsed_or_none};
use super::request::{RequestContext, request};

/// All accounts.
pub async fn accounts() -> Result<AccountsView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::account_list(&ctx, &services)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The form of an account.
pub async fn account_form(id: Option<String>, draft: Option<String>) -> Result<AccountFormView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::account_form(&ctx, &services, parsed_or_none(id)?, draft.as_deref())
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// A one-time link that was just made: whole, to be handed over. It is in the context of the one page
/// that shows it, and nowhere else.
#[derive(Clone, Debug)]
pub struct NewLink(pub String);

/// Gives somebody access, or changes what they have.
#[server(endpoint = "account_save")]
pub async fn account_save(#[server(flatten)] form: AccountForm) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let page = match form.id.trim() {
        "" => "/admin/konto".to_owned(),
        id => format!("/admin/konto/{id}"),
    };
    let saved = service::account_save(&request.ctx, &request.services, form).await;
    answer(&request, saved, &page);
    Ok(())
}

/// Lets an account sign in no more, or again.
#[server(endpoint = "account_disable")]
pub async fn account_disable(
    #[server(default)] id: String,
    #[server(default)] version: String,
    #[server(default)] disabled: String,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let answered = match (parsed(&id), version.trim().parse()) {
        (Ok(id), Ok(version)) => {
            let (ctx, services) = (&request.ctx, &request.services);
            Some(service::account_disable(ctx, services, id, version, disabled == "on").await)
        }
        _ => None,
    };
    lead(&request, answered, "").await;
    Ok(())
}

/// Ends all sessions of an account.
#[server(endpoint = "account_sessions_end")]
pub async fn account_sessions_end(#[server(default)] id: String) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let answered = match parsed(&id) {
        Ok(id) => Some(service::account_sessions_end(&request.ctx, &request.services, id).await),
        Err(_) => None,
    };
    lead(&request, answered, "").await;
    Ok(())
}

/// Forgets the app of somebody who has lost it.
#[server(endpoint = "account_app_reset")]
pub async fn account_app_reset(#[server(default)] id: String) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let answered = match parsed(&id) {
        Ok(id) => Some(service::account_app_reset(&request.ctx, &request.services, id).await),
        Err(_) => None,
    };
    lead(&request, answered, "").await;
    Ok(())
}
