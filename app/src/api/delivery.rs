use domain::form::DeliveryForm;
use leptos::prelude::*;

use super::read::{answer, form_page};
use super::request::{figure_numbers, request};

/// Logs or changes a delivery.
#[server(endpoint = "delivery_save")]
pub async fn delivery_save(#[server(flatten)] form: DeliveryForm) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let mut form = form;
    figure_numbers(request.lang, &mut form.figures);
    let page = form_page("leverans", &form.initiative, &form.id);
    let saved = service::delivery_save(&request.ctx, &request.services, form).await;
    answer(&request, saved, &page);
    Ok(())
}
