use domain::form::BenefitForm;
use leptos::prelude::*;

use super::read::{answer, form_page};
use super::request::{figure_numbers, request};

/// Adds or changes an expected benefit.
#[server(endpoint = "benefit_save")]
pub async fn benefit_save(#[server(flatten)] form: BenefitForm) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let mut form = form;
    figure_numbers(request.lang, &mut form.figures);
    let page = form_page("nytta", &form.initiative, &form.id);
    let saved = service::benefit_save(&request.ctx, &request.services, form).await;
    answer(&request, saved, &page);
    Ok(())
}
