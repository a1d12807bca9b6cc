//! axe-core finds nothing, on any page or on a form in its error state, in both languages, light and
//! dark, wide and narrow.

use domain::role::Role;
use thirtyfour::prelude::*;

use super::driver::{Setup, axe, browse, click, wait_for};
use super::site::Site;

async fn sign_in(driver: &WebDriver, site: &Site, role: Role) -> WebDriverResult<()> {
    driver.delete_all_cookies().await?;
    driver.goto(site.link(role).await).await?;
    click(driver, "main form[action=\"/api/link_consume\"] button").await?;
    wait_for(driver, ".topbar .role").await?;
    Ok(())
}

async fn clean(driver: &WebDriver, site: &Site, path: &str, what: &str) -> WebDriverResult<()> {
    driver.goto(format!("{}{path}", site.url)).await?;
    clean_here(driver, &format!("{path} ({what})")).await
}

async fn clean_here(driver: &WebDriver, what: &str) -> WebDriverResult<()> {
    wait_for(driver, "main h1").await?;
    let found = axe(driver).await?;
    assert!(found.is_empty(), "{what}: {found:#?}");
    let wide = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
    let sideways = driver
        .execute(wide, vec![])
        .await?
        .json()
        .as_i64()
        .unwrap_or_default();
    assert!(sideways <= 0, "{what} scrolls sideways by {sideways} px");
    Ok(())
}

async fn walk(driver: WebDriver, site: &Site, what: &str) -> WebDriverResult<()> {
    let initiative = site.some_initiative().await;
    driver.goto(site.link(Role::Auditor).await).await?;
    clean_here(&driver, &format!("one-time link ({what})")).await?;
    clean(&driver, site, "/logga-in", what).await?;
    sign_in(&driver, site, Role::SteeringUnit).await?;
    let reports = (site.report(2024).await, site.report(2025).await);
    for path in [
        "/?rapport=2024".to_owned(),
        "/?rapport=2025".to_owned(),
        "/omraden".to_owned(),
        "/omraden/4.2?rapport=2024".to_owned(),
        "/omraden/4.3?rapport=2025".to_owned(),
        "/initiativ".to_owned(),
        "/initiativ?sok=finnsinte".to_owned(),
        "/nyttor".to_owned(),
        "/konstaterade?sortera=lage".to_owned(),
        "/urval/nytt?register=nyttor".to_owned(),
        format!("/initiativ/{initiative}"),
        format!("/initiativ/{initiative}/leverans"),
        format!("/initiativ/{initiative}/nytta"),
        "/bedomning".to_owned(),
        "/bedomning/4.3?rapport=2025".to_owned(),
        "/bedomning/4.3?rapport=2024".to_owned(),
        "/rapporter".to_owned(),
        format!("/rapporter/{}", reports.0),
        format!("/rapporter/{}", reports.1),
    ] {
        clean(&driver, site, &path, what).await?;
    }
    // Forms in their error state.
    for path in [
        format!("/initiativ/{initiative}/leverans"),
        format!("/initiativ/{initiative}/nytta"),
        "/urval/nytt?register=initiativ".to_owned(),
    ] {
        driver.goto(format!("{}{path}", site.url)).await?;
        click(&driver, "main form.form button.primary").await?;
        wait_for(&driver, ".error-summary").await?;
        clean_here(&driver, &format!("{path} with errors ({what})")).await?;
    }
    driver
        .goto(format!("{}/bedomning/4.3?rapport=2025", site.url))
        .await?;
    click(&driver, "button[name=\"action\"][value=\"submit\"]").await?;
    wait_for(&driver, ".error-summary").await?;
    clean_here(&driver, &format!("grading with errors ({what})")).await?;
    sign_in(&driver, site, Role::PortfolioManager).await?;
    clean(
        &driver,
        site,
        &format!("/initiativ/{initiative}/konstaterad"),
        what,
    )
    .await?;
    click(&driver, "button[name=\"action\"][value=\"submit\"]").await?;
    wait_for(&driver, ".error-summary").await?;
    clean_here(&driver, &format!("statement with errors ({what})")).await?;
    Ok(())
}

async fn missing(driver: WebDriver, site: &Site) -> WebDriverResult<()> {
    sign_in(&driver, site, Role::Admin).await?;
    clean(&driver, site, "/admin", "admin").await?;
    for path in ["/finns-inte", "/fel?kod=403", "/fel?kod=500&ref=x"] {
        clean(&driver, site, path, "error page").await?;
    }
    // The browser notes the statuses of these pages; that is no fault of theirs.
    driver.get_log("browser").await?;
    Ok(())
}

#[tokio::test]
async fn wide_and_light() {
    let site = Site::demo().await;
    browse(Setup::default(), |driver| walk(driver, &site, "wide, light")).await;
}

#[tokio::test]
async fn narrow_and_dark() {
    let site = Site::demo().await;
    let setup = Setup {
        dark: true,
        width: 500,
        ..Setup::default()
    };
    browse(setup, |driver| walk(driver, &site, "narrow, dark")).await;
}

#[tokio::test]
async fn english() {
    let site = Site::demo().await;
    browse(Setup::default(), |driver| async {
        let driver = driver;
        driver.goto(format!("{}/logga-in", site.url)).await?;
        click(&driver, ".lang button[value=\"en\"]").await?;
        let language = "return document.documentElement.lang";
        assert_eq!(
            driver.execute(language, vec![]).await?.json().as_str(),
            Some("en")
        );
        clean(&driver, &site, "/logga-in", "English").await
    })
    .await;
}

#[tokio::test]
async fn error_pages_and_administration() {
    let site = Site::demo().await;
    browse(Setup::default(), |driver| missing(driver, &site)).await;
}
