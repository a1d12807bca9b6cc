use domain::form::SavedViewForm;
use domain::register::encoded_query;
use leptos::prelude::*;

use super::read::{answer, lead};
use super::request::request;

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
    let answered = match view.parse() {
        Ok(id) => Some(service::saved_view_delete(&request.ctx, &request.services, id).await),
        Err(_) => None,
    };
    lead(&request, answered, "").await;
    Ok(())
}
