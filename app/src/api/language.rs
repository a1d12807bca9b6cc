use http::{HeaderValue, header};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use text::Lang;

use super::request::go_to;

/// Chooses the language for this browser and goes back to the page.
#[server(endpoint = "language")]
pub async fn language_choose(
    #[server(default)] lang: String,
    #[server(default)] to: String,
) -> Result<(), ServerFnError> {
    let lang = Lang::from_code(&lang).unwrap_or(Lang::Sv);
    let cookie = format!(
        "lang={}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly",
        lang.code()
    );
    if let (Some(response), Ok(cookie)) = (use_context::<ResponseOptions>(), HeaderValue::from_str(&cookie)) {
        response.append_header(header::SET_COOKIE, cookie);
    }
    // Only to a page of this site: "//host" and "/\host" would lead elsewhere.
    let local = to.starts_with('/') && !to.starts_with("//") && !to.contains('\\');
    go_to(if local { &to } else { "/" });
    Ok(())
}
