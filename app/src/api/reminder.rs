use leptos::prelude::*;
use text::Lang;

use super::read::lead;
use super::request::request;

/// The link to one's own calendar that was just made: whole. It is in the context of the one page that shows it, and
/// nowhere else.
#[derive(Clone, Debug)]
pub struct NewCalendarLink(pub String);

/// Takes the link to one's own calendar out of use.
#[server(endpoint = "calendar_stop")]
pub async fn calendar_stop() -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let answered = service::calendar_link_stop(&request.ctx, &request.services).await;
    lead(&request, Some(answered), "").await;
    Ok(())
}

/// Chooses whether one gets the daily digest, and in which language.
#[server(endpoint = "digest_choose")]
pub async fn digest_choose(
    #[server(default)] wanted: String,
    #[server(default)] lang: String,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let lang = Lang::from_code(&lang).unwrap_or(request.lang);
    let answered =
        service::digest_choose(&request.ctx, &request.services, wanted != "off", lang.code()).await;
    lead(&request, Some(answered), "").await;
    Ok(())
}
