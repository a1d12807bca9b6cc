//! The cookie of a session: what gives it, and whose it is.

use domain::role::Role;
use server::router::Edge;

use crate::web::site::{Site, location};

#[tokio::test]
async fn a_link_signs_in_once_and_only_by_its_button() {
    let site = Site::demo().await;
    let link = site.link(Role::Leadership).await;
    let path = link.strip_prefix(&site.url).expect("this site");
    let client = site.client();
    for _ in 0..2 {
        let shown = site.get(&client, path).await;
        assert_eq!(shown.status(), 200);
        assert!(
            shown.headers().get("set-cookie").is_none(),
            "looking at a link does not use it"
        );
    }
    let token = path.rsplit('/').next().expect("a token");
    let used = site.post(&client, "/api/link_consume", &[("token", token)]).await;
    let cookie = used.headers()["set-cookie"].to_str().expect("ASCII").to_owned();
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"),
        "{cookie}"
    );
    assert_eq!(site.get(&client, "/").await.status(), 200);
    let again = site
        .post(&site.client(), "/api/link_consume", &[("token", token)])
        .await;
    assert!(location(&again).starts_with("/fel?kod=404"));
    assert!(again.headers().get("set-cookie").is_none());
    assert_eq!(site.get(&site.client(), path).await.status(), 404);
    let out = site.post(&client, "/api/sign_out", &[]).await;
    assert!(location(&out).starts_with("/logga-in"));
    assert_eq!(location(&site.get(&client, "/").await), "/logga-in");
}

#[tokio::test]
async fn behind_tls_the_cookie_belongs_to_the_host_alone() {
    let edge = Edge {
        public_url: Some("https://nytta.example.se".to_owned()),
        ..Edge::default()
    };
    let site = Site::demo_behind(edge).await;
    let link = site.link(Role::Leadership).await;
    let token = link.rsplit('/').next().expect("a token");
    let response = site
        .client()
        .post(format!("{}/api/link_consume", site.url))
        .header("origin", "https://nytta.example.se")
        .form(&[("token", token)])
        .send()
        .await
        .expect("an answer");
    let cookie = response.headers()["set-cookie"]
        .to_str()
        .expect("ASCII")
        .to_owned();
    assert!(
        cookie.starts_with("__Host-nytta=") && cookie.contains("Secure"),
        "{cookie}"
    );
    assert!(response.headers().contains_key("strict-transport-security"));
}
