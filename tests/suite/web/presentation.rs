//! A report shown to leadership: page by page without a script, by key with one, and one page a sheet on paper; and two
//! reports beside each other.

use base64::Engine;
use domain::role::Role;
use serde_json::json;
use thirtyfour::prelude::*;

use super::driver::{Setup, browse, click, wait_for};
use super::follow::sign_in;
use super::html::text;
use super::site::Site;

/// Which page stands at the top of the window, once it has come to rest.
const SHOWN: &str = "const done = arguments[0];
    let last = -1;
    const look = () => {
        const now = scrollY;
        if (now !== last) { last = now; return setTimeout(look, 120); }
        done(document.elementFromPoint(40, innerHeight / 2).closest('.slide').id);
    };
    setTimeout(look, 120);";

async fn slide(driver: &WebDriver) -> WebDriverResult<String> {
    let shown = driver.execute_async(SHOWN, vec![]).await?;
    Ok(shown.json().as_str().unwrap_or_default().to_owned())
}

async fn press(driver: &WebDriver, key: Key) -> WebDriverResult<()> {
    driver.action_chain().send_keys(key).perform().await
}

#[tokio::test]
async fn a_presentation_is_gone_through_by_links_alone_and_leads_back() {
    let site = Site::demo().await;
    let id = site.report(2024).await;
    let setup = Setup {
        scripts: false,
        ..Setup::default()
    };
    browse(setup, |driver| async {
        let driver = driver;
        sign_in(&driver, &site, Role::Leadership).await?;
        driver.goto(format!("{}/rapporter/{id}", site.url)).await?;
        click(&driver, &format!("main a[href=\"/rapporter/{id}/presentation\"]")).await?;
        wait_for(&driver, ".slide h1").await?;
        let slides = driver.find_all(By::Css(".slide")).await?.len();
        assert!((5..=8).contains(&slides), "a handful: {slides}");
        for number in 2..=slides {
            click(
                &driver,
                &format!("#bild-{} .slide-foot a[href=\"#bild-{number}\"]", number - 1),
            )
            .await?;
            wait_for(&driver, &format!("#bild-{number}:target")).await?;
        }
        let menu = driver.find(By::Css(".topbar")).await?;
        assert!(!menu.is_displayed().await?, "the pages stand alone");
        click(&driver, ".show-nav a").await?;
        wait_for(&driver, "article.report").await?;
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn arrows_and_page_keys_lead_from_page_to_page() {
    let site = Site::demo().await;
    let path = format!("{}/rapporter/{}/presentation", site.url, site.report(2024).await);
    browse(Setup::default(), |driver| async {
        let driver = driver;
        sign_in(&driver, &site, Role::Leadership).await?;
        driver.goto(path).await?;
        wait_for(&driver, "[data-island=ready]").await?;
        assert_eq!(slide(&driver).await?, "bild-1");
        press(&driver, Key::Right).await?;
        assert_eq!(slide(&driver).await?, "bild-2");
        press(&driver, Key::Left).await?;
        assert_eq!(slide(&driver).await?, "bild-1");
        press(&driver, Key::PageDown).await?;
        assert_eq!(slide(&driver).await?, "bild-2");
        // Alt and an arrow is the browser's own way back.
        let back = driver.action_chain().key_down(Key::Alt).send_keys(Key::Right);
        back.key_up(Key::Alt).perform().await?;
        assert_eq!(slide(&driver).await?, "bild-2");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn each_page_of_a_presentation_is_one_sheet() {
    let site = Site::demo().await;
    for year in [2024, 2025] {
        let path = format!("{}/rapporter/{}/presentation", site.url, site.report(year).await);
        browse(Setup::default(), |driver| async {
            let driver = driver;
            sign_in(&driver, &site, Role::Leadership).await?;
            driver.goto(path).await?;
            wait_for(&driver, ".slide h1").await?;
            let slides = driver.find_all(By::Css(".slide")).await?.len();
            let printed = driver
                .cdp()
                .send_raw("Page.printToPDF", json!({ "preferCSSPageSize": true }))
                .await?;
            let data = printed["data"].as_str().expect("a PDF");
            let pdf = base64::engine::general_purpose::STANDARD
                .decode(data)
                .expect("base64");
            let pdf = String::from_utf8_lossy(&pdf);
            let boxes: Vec<Vec<f64>> = pdf
                .split("/MediaBox [")
                .skip(1)
                .map(|rest| {
                    let numbers = rest.split(']').next().unwrap_or_default().split_whitespace();
                    numbers.filter_map(|number| number.parse().ok()).collect()
                })
                .collect();
            assert_eq!(boxes.len(), slides, "{year}: {boxes:?}");
            assert!(
                boxes.iter().all(|sheet| sheet[2] > sheet[3]),
                "on its side: {boxes:?}"
            );
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn a_comparison_says_what_has_changed_and_is_taken_as_a_file() {
    let site = Site::demo().await;
    let client = site.signed_in(Role::SteeringUnit).await;
    let open = site.report(2025).await;
    let path = format!("/rapporter/{open}/jamforelse");
    let page = site.page(&client, &path).await;
    let said = text(&page, "main");
    assert!(said.contains("saknas nu"), "levels that were decided: {said}");
    assert!(said.contains("Båda rapporterna omfattar 2023–2024"), "{said}");
    let decided = site.report(2024).await;
    let file = site
        .get(
            &client,
            &format!("/rapporter/{open}/jamforelse.csv?med={decided}"),
        )
        .await;
    assert_eq!(file.status(), 200);
    assert_eq!(file.headers()["cache-control"], "no-store");
    let file = file.text().await.expect("text");
    assert!(
        file.contains("Slag;Nummer;Namn;Uppgift;2022–2024;2023–2025;Förändring"),
        "{file}"
    );
    for (path, status) in [
        (format!("/rapporter/{open}/jamforelse.csv?med=x"), 404),
        (format!("/rapporter/{decided}/jamforelse.csv"), 404),
    ] {
        assert_eq!(site.get(&client, &path).await.status(), status, "{path}");
    }
    let reviewer = site.signed_in(Role::Reviewer).await;
    let refused = site
        .get(&reviewer, &format!("/rapporter/{decided}/jamforelse?med={open}"))
        .await;
    assert_eq!(refused.status(), 404, "what is not decided stays unknown");
}
