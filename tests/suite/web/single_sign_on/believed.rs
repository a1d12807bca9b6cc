//! What is believed of the provider's answer: signed and meant for us, to the question of this browser, once.

use serde_json::{Value, json};

use super::{Agency, part};
use crate::support::rows::count as rows;
use crate::web::html::text;

/// An address with one of its parameters changed.
fn with(url: &str, name: &str, value: &str) -> String {
    let mut url = reqwest::Url::parse(url).expect("an address");
    let pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
    assert!(pairs.iter().any(|(found, _)| found == name), "no {name} in {url}");
    let changed = pairs.into_iter().map(|(found, old)| {
        if found == name {
            (found, value.to_owned())
        } else {
            (found, old)
        }
    });
    let changed: Vec<(String, String)> = changed.collect();
    url.query_pairs_mut().clear().extend_pairs(changed);
    url.into()
}

#[tokio::test]
async fn what_a_token_says_wrongly_is_not_believed() {
    let agency = Agency::new(true, &[]).await;
    agency.steering("u1").await;
    let past = server::now().timestamp() - 60;
    let lies: [(&str, Value); 8] = [
        (
            "signed by whoever knows our secret",
            json!({ "claims": {}, "secret": agency.secret }),
        ),
        ("another audience", json!({ "claims": { "aud": "annat-system" } })),
        (
            "one audience too many",
            json!({ "claims": { "aud": [agency.client_id, "mer"] } }),
        ),
        ("expired", json!({ "claims": { "exp": past, "iat": past - 60 } })),
        (
            "another issuer",
            json!({ "claims": { "iss": "http://127.0.0.1:1" } }),
        ),
        ("another nonce", json!({ "claims": { "nonce": "gissad" } })),
        ("no nonce", json!({ "claims": { "nonce": null } })),
        ("signed by another", json!({ "claims": {}, "key": "other" })),
    ];
    for (what, lie) in lies {
        agency.provider.lies(lie).await;
        let browser = agency.site.client();
        let to = agency.signs_in(&browser, "u1").await;
        assert!(to.starts_with("/logga-in?fel=sso&ref="), "{what}: {to}");
        assert!(!agency.is_in(&browser).await, "{what}");
        let page = agency
            .site
            .page(&browser, to.split('#').next().expect("a path"))
            .await;
        let number = part(&format!("{}{to}", agency.site.url), "ref");
        assert!(text(&page, ".error-summary").contains(&number), "{what}");
    }
    assert_eq!(rows(&agency.site.services.store, "account").await, 0);
    agency.provider.lies(Value::Null).await;
    assert_eq!(agency.signs_in(&agency.site.client(), "u1").await, "/");
}

#[tokio::test]
async fn an_answer_is_taken_by_the_browser_that_asked_and_once() {
    let agency = Agency::new(true, &[]).await;
    agency.steering("u1").await;
    agency.steering("u2").await;
    let refused = |to: String| assert!(to.starts_with("/logga-in?fel=sso"), "{to}");
    let (victim, thief) = (agency.site.client(), agency.site.client());

    // The question was changed on its way out.
    let out = with(&agency.out(&victim, None).await, "nonce", "en-annan");
    let back = agency.provider.signs_in(&out, "u1").await;
    refused(agency.back(&victim, &back).await);

    // Another browser's answer, with its own state or with this one's.
    let theirs = agency.out(&thief, None).await;
    let theirs = agency.provider.signs_in(&theirs, "u2").await;
    agency.out(&victim, None).await;
    refused(agency.back(&victim, &theirs).await);
    let mine = agency.out(&victim, None).await;
    let mine = agency.provider.signs_in(&mine, "u1").await;
    let injected = with(&mine, "code", &part(&theirs, "code"));
    refused(agency.back(&victim, &injected).await);

    // In a browser that asked nothing, and without a state.
    let out = agency.out(&victim, None).await;
    let back = agency.provider.signs_in(&out, "u1").await;
    refused(agency.back(&agency.site.client(), &back).await);
    let stateless = with(&back, "state", "");
    refused(agency.back(&victim, &stateless).await);

    // The right code with a state that is not this question's.
    let out = agency.out(&victim, None).await;
    let back = agency.provider.signs_in(&out, "u1").await;
    refused(agency.back(&victim, &with(&back, "state", "en-annan")).await);

    // Another provider's answer, taken to this one.
    let out = agency.out(&victim, None).await;
    let back = agency.provider.signs_in(&out, "u1").await;
    let elsewhere = with(&back, "iss", "http://127.0.0.1:1");
    refused(agency.back(&victim, &elsewhere).await);

    // The right one, and the same once more.
    let out = agency.out(&victim, None).await;
    let back = agency.provider.signs_in(&out, "u1").await;
    assert_eq!(agency.back(&victim, &back).await, "/");
    refused(agency.back(&victim, &back).await);
    assert!(agency.is_in(&victim).await, "whoever is in stays in");

    // They gave up over there.
    let out = agency.out(&thief, None).await;
    let gave_up = format!(
        "{}/sso/klar?error=access_denied&state={}",
        agency.site.url,
        part(&out, "state")
    );
    refused(agency.back(&thief, &gave_up).await);
    assert_eq!(rows(&agency.site.services.store, "account").await, 1);
}

#[tokio::test]
async fn the_provider_has_to_be_as_sure_as_the_agency_wants() {
    let agency = Agency::new(true, &["loa3", "loa4"]).await;
    agency.steering("u1").await;
    agency.provider.lies(json!({ "claims": { "acr": "loa3" } })).await;
    let browser = agency.site.client();
    assert!(part(&agency.out(&browser, None).await, "acr_values").contains("loa3"));
    assert_eq!(agency.signs_in(&browser, "u1").await, "/");
    for weak in [json!({ "acr": "loa2" }), json!({ "acr": null })] {
        agency.provider.lies(json!({ "claims": weak })).await;
        let to = agency.signs_in(&agency.site.client(), "u1").await;
        assert!(to.starts_with("/logga-in?fel=sso"), "{to}");
    }
}
