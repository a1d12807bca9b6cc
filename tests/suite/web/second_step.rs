//! The second step of signing in, as somebody with a phone takes it.

use reqwest::Client;

use super::html::{attribute, count, text, texts};
use super::site::{Site, location};
use crate::support::second_factor::{Phone, code};

/// Connects the phone the first time, and types a code of the paper after that. Gives where it leads.
pub async fn second_step(site: &Site, client: &Client, phone: &Phone) -> String {
    let page = site.page(client, "/kod").await;
    if count(&page, ".app-letters") == 0 {
        let code = phone.next_on_paper();
        let checked = site
            .post(client, "/api/second_factor_check", &[("code", &code)])
            .await;
        return location(&checked);
    }
    let letters = text(&page, ".app-letters");
    let typed = code(&letters, server::now());
    let kept = site.post(client, "/kod", &[("code", &typed)]).await;
    let kept = kept.text().await.expect("text");
    phone.keep(&letters, texts(&kept, ".recovery-codes code"));
    attribute(&kept, ".recovery-codes ~ p a", "href").expect("it goes on")
}
