//! What every answer is like: its headers, what is not there, what fails, its size and its language.

use domain::role::Role;
use store::ConnectionTrait;

use crate::web::site::{Site, location};

#[tokio::test]
async fn every_answer_carries_the_headers() {
    let site = Site::demo().await;
    let client = site.signed_in(Role::SteeringUnit).await;
    for path in ["/", "/omraden/4.2", "/finns-inte", "/livez", "/pkg/nothing.js"] {
        let response = site.get(&client, path).await;
        let header = |name: &str| {
            response
                .headers()
                .get(name)
                .map(|value| value.to_str().expect("ASCII").to_owned())
                .unwrap_or_default()
        };
        let policy = header("content-security-policy");
        assert!(
            policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"),
            "{path}"
        );
        assert!(
            !policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"),
            "{path}"
        );
        assert_eq!(header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(header("referrer-policy"), "same-origin", "{path}");
        assert_eq!(header("cross-origin-opener-policy"), "same-origin", "{path}");
        assert_eq!(header("cross-origin-resource-policy"), "same-origin", "{path}");
        assert!(header("permissions-policy").contains("camera=()"), "{path}");
        assert_eq!(header("x-frame-options"), "DENY", "{path}");
        assert_eq!(header("cache-control"), "no-store", "{path}");
    }
    let page = site.get(&client, "/").await;
    let policy = page.headers()["content-security-policy"]
        .to_str()
        .expect("ASCII")
        .to_owned();
    let nonce = policy
        .split("'nonce-")
        .nth(1)
        .and_then(|rest| rest.split('\'').next())
        .expect("a nonce");
    let body = page.text().await.expect("text");
    assert!(
        body.contains(&format!("nonce=\"{nonce}\"")),
        "the page's scripts carry the nonce of its header"
    );
    assert!(
        !body.contains(" style=\""),
        "a strict policy blocks inline styles"
    );
}

#[tokio::test]
async fn what_is_not_there_has_a_page_and_what_fails_a_number() {
    let site = Site::demo().await;
    let client = site.signed_in(Role::SteeringUnit).await;
    for path in [
        "/finns-inte",
        "/initiativ/inget-id",
        "/omraden/9.9",
        "/rapporter/x",
        "/bedomning/9.9",
    ] {
        let response = site.get(&client, path).await;
        assert_eq!(response.status(), 404, "{path}");
        let body = response.text().await.expect("text");
        assert!(
            body.contains("<h1") && body.contains("Översikt"),
            "{path} is a page like the others"
        );
    }
    let initiative = format!("{}/initiativ/{}", site.url, site.some_initiative().await);
    let db = site.services.store.unaudited();
    db.execute_unprepared("ALTER TABLE initiative_dependency RENAME TO gone")
        .await
        .expect("renamed");
    let response = client.get(initiative).send().await.expect("an answer");
    assert_eq!(response.status(), 500);
    let number = response.headers()["x-request-id"]
        .to_str()
        .expect("ASCII")
        .to_owned();
    let body = response.text().await.expect("text");
    assert!(
        body.contains(&number),
        "the page names the number that the log has"
    );
    assert!(
        !body.contains("initiative_dependency"),
        "the page says nothing of the inside"
    );
}

#[tokio::test]
async fn first_load_is_small() {
    let site = Site::demo().await;
    let client = site.signed_in(Role::SteeringUnit).await;
    let folder =
        std::env::var("NYTTA_TEST_SITE").expect("NYTTA_TEST_SITE: run the tests by cargo xtask test");
    let packed: u64 = std::fs::read_dir(format!("{folder}/pkg"))
        .expect("the bundle")
        .filter_map(Result::ok)
        .filter(|file| file.file_name().to_string_lossy().ends_with(".br"))
        .map(|file| file.metadata().expect("a size").len())
        .sum();
    assert!(packed > 10_000, "there is a bundle");
    let page = site.page(&client, "/initiativ").await.len() as u64;
    println!(
        "first load: {packed} bytes of script, wasm and style as brotli; the register {page} bytes bare"
    );
    assert!(packed <= 250_000, "{packed} bytes");
}

#[tokio::test]
async fn the_language_is_a_click_away_and_stays() {
    let site = Site::demo().await;
    let client = site.signed_in(Role::SteeringUnit).await;
    let fields = [("lang", "en"), ("to", "/omraden/4.2?rapport=2024")];
    let chosen = site.post(&client, "/api/language", &fields).await;
    assert_eq!(location(&chosen), "/omraden/4.2?rapport=2024");
    let page = site.page(&client, "/omraden/4.2?rapport=2024").await;
    assert!(page.contains("<html lang=\"en\""));
    assert!(!page.contains('⟦'), "no key is left untranslated");
    for elsewhere in ["https://evil.example/", "//evil.example", "/\\evil.example"] {
        let away = site
            .post(&client, "/api/language", &[("lang", "sv"), ("to", elsewhere)])
            .await;
        assert_eq!(location(&away), "/");
    }
}
