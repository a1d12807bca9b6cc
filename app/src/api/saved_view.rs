use domain::form::SavedViewForm;
use domain::register::encoded_query;
use leptos::prelude::*;

use super::ApiError;
use super::read::{answer, refused};
use super::request::{go_to, request};

/// Keeps a view of a register.
#[server(endpoint = "saved_view_save")]
pub async fn saved_view_save(#[server(flatten)] form: SavedViewForm) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let query = encoded_query([
        ("register", form.register.as_str()),
        ("urval", form.query.as_str()),
    ]);
    let page = format!("/urval/nytt?{query}");
    let saved = service::saved_view_save(&request.ctx, &request.services, form).await;
    answer(&request, saved, &page);
    Ok(())
}

/// Deletes one of one's own.
#[server(endpoint = "saved_view_delete")]
pub async fn saved_view_delete(#[server(default)] view: String) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let path = match view.parse() {
        Ok(id) => service::saved_view_delete(&request.ctx, &request.services, id)
            .await
            .unwrap_or_else(|error| refused(&ApiError::of(&request.ctx, &error))),
        Err(_) => refused(&ApiError::NotFound),
    };
    go_to(&path);
    Ok(())
}
