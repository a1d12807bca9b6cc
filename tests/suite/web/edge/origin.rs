//! Where requests come from: another site, or a proxy that is not there.

use domain::role::Role;
use server::router::Edge;

use super::ACTIONS;
use crate::web::site::Site;

#[tokio::test]
async fn a_request_from_another_site_changes_nothing() {
    let site = Site::demo().await;
    let client = site.signed_in(Role::PortfolioManager).await;
    for action in ACTIONS {
        let url = format!("{}{action}", site.url);
        let forged = client
            .post(&url)
            .header("origin", "http://evil.example")
            .body("")
            .send()
            .await;
        assert_eq!(
            forged.expect("an answer").status(),
            403,
            "{action} with a forged origin"
        );
        let cross = client
            .post(&url)
            .header("origin", &site.url)
            .header("sec-fetch-site", "cross-site")
            .body("")
            .send()
            .await;
        assert_eq!(cross.expect("an answer").status(), 403, "{action} across sites");
        let nowhere = client.post(&url).body("").send().await;
        assert_eq!(nowhere.expect("an answer").status(), 403, "{action} from nowhere");
        let got = client.get(&url).send().await;
        assert_eq!(got.expect("an answer").status(), 405, "{action} by GET");
    }
}

#[tokio::test]
async fn the_demo_answers_no_proxy() {
    let site = Site::demo_behind(Edge {
        demo: true,
        ..Edge::default()
    })
    .await;
    for name in ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip"] {
        let answer = site
            .client()
            .get(&site.url)
            .header(name, "1.2.3.4")
            .send()
            .await
            .expect("an answer");
        assert_eq!(answer.status(), 403, "{name}");
    }
    assert_eq!(site.get(&site.client(), "/logga-in").await.status(), 200);
}
