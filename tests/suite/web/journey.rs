//! The year's work in a real browser, with scripts and without: a delivery is logged with an expected
//! benefit, the benefit is stated and approved, the area is graded, and leadership sees it.

use domain::role::Role;
use thirtyfour::prelude::*;

use super::driver::{Setup, browse, click, shown, type_into, wait_for};
use super::site::Site;

async fn sign_in(driver: &WebDriver, site: &Site, role: Role) -> WebDriverResult<()> {
    driver.delete_all_cookies().await?;
    driver.goto(site.link(role).await).await?;
    click(driver, "main form[action=\"/api/link_consume\"] button").await?;
    wait_for(driver, ".topbar .role").await?;
    Ok(())
}

async fn choose(driver: &WebDriver, name: &str, value: &str) -> WebDriverResult<()> {
    click(
        driver,
        &format!("[name=\"{name}\"] option[value=\"{value}\"], [name=\"{name}\"][value=\"{value}\"]"),
    )
    .await
}

async fn work(driver: WebDriver, site: &Site) -> WebDriverResult<()> {
    let initiative = site.some_initiative().await;
    sign_in(&driver, site, Role::SteeringUnit).await?;
    driver.goto(format!("{}/?rapport=2025", site.url)).await?;
    let before = shown(&driver).await?;

    sign_in(&driver, site, Role::PortfolioManager).await?;
    driver
        .goto(format!("{}/initiativ/{initiative}", site.url))
        .await?;
    click(&driver, &format!("a[href=\"/initiativ/{initiative}/leverans\"]")).await?;
    // First an empty form: it comes back with its summary, and focus leads to the fields.
    click(&driver, "main form.form button.primary").await?;
    wait_for(&driver, ".error-summary a[href=\"#name\"]").await?;
    type_into(&driver, "#name", "Samlad ärendevy").await?;
    type_into(&driver, "#description", "En vy för hela ärendet.").await?;
    choose(&driver, "status", "delivered").await?;
    type_into(&driver, "#actual-0", "mars 2025").await?;
    click(&driver, "main form.form button.primary").await?;
    let receipt = wait_for(&driver, "[role=\"status\"]").await?.text().await?;
    assert!(!receipt.is_empty(), "a receipt says what happens next");
    let heading = driver
        .find(By::XPath("//*[contains(text(),'Samlad ärendevy')]"))
        .await?;
    assert!(heading.is_displayed().await?);
    let address = driver.current_url().await?.to_string();
    let delivery = address.rsplit("leverans-").next().expect("an id").to_owned();

    driver
        .goto(format!(
            "{}/initiativ/{initiative}/nytta?leverans={delivery}",
            site.url
        ))
        .await?;
    type_into(
        &driver,
        "#description",
        "Handläggare hittar hela ärendet på ett ställe.",
    )
    .await?;
    let groups = driver.find_all(By::Css("[name=\"groups[]\"]")).await?;
    groups[3].scroll_into_view().await?;
    groups[3].click().await?;
    click(&driver, "main form.form button.primary").await?;
    wait_for(&driver, "[role=\"status\"]").await?;
    assert!(shown(&driver).await?.contains("hela ärendet på ett ställe"));

    driver
        .goto(format!(
            "{}/initiativ/{initiative}/konstaterad?leverans={delivery}",
            site.url
        ))
        .await?;
    let benefits = driver.find_all(By::Css("[name=\"benefits[]\"]")).await?;
    assert_eq!(benefits.len(), 1, "only the delivery's own benefit is offered");
    assert!(benefits[0].is_selected().await?, "and it is what is spoken of");
    choose(&driver, "finding", "confirmed").await?;
    type_into(&driver, "#text", "Tidsstudie visar kortare söktid.").await?;
    type_into(&driver, "#as_of", "2025-10-01").await?;
    click(
        &driver,
        "main form.form button[name=\"action\"][value=\"submit\"]",
    )
    .await?;
    wait_for(&driver, "[role=\"status\"]").await?;
    assert!(shown(&driver).await?.contains("Tidsstudie visar kortare söktid."));
    let own = driver
        .find_all(By::Css("form[action=\"/api/statement_review\"] button.primary"))
        .await?;
    assert!(own.is_empty(), "nobody approves what they wrote");

    sign_in(&driver, site, Role::Reviewer).await?;
    driver
        .goto(format!("{}/initiativ/{initiative}", site.url))
        .await?;
    click(&driver, "form[action=\"/api/statement_review\"] button.primary").await?;
    wait_for(&driver, "[role=\"status\"]").await?;

    sign_in(&driver, site, Role::SteeringUnit).await?;
    let area = area_of(&driver, site, &initiative).await?;
    driver
        .goto(format!("{}/bedomning/{area}?rapport=2025", site.url))
        .await?;
    assert!(
        shown(&driver).await?.contains("Samlad ärendevy"),
        "the evidence has the new delivery"
    );
    for (name, level) in [
        ("level", "god"),
        ("delivery", "full"),
        ("expected", "god"),
        ("realised", "god"),
    ] {
        click(&driver, &format!("[name=\"{name}\"][value=\"{level}\"]")).await?;
    }
    type_into(&driver, "#motivation", "Ärendevyn har gett tydlig effekt.").await?;
    type_into(&driver, "#deviation_reason", "Tidsstudien väger tungt.").await?;
    click(&driver, "button[name=\"action\"][value=\"submit\"]").await?;
    wait_for(&driver, "[role=\"status\"]").await?;

    sign_in(&driver, site, Role::Leadership).await?;
    driver.goto(format!("{}/?rapport=2025", site.url)).await?;
    let after = shown(&driver).await?;
    assert_ne!(before, after, "the overview has changed");
    driver
        .goto(format!("{}/rapporter/{}", site.url, site.report(2025).await))
        .await?;
    let report = shown(&driver).await?;
    for text in [
        "Samlad ärendevy",
        "Handläggare hittar hela ärendet på ett ställe.",
        "Tidsstudie visar kortare söktid.",
        "Ärendevyn har gett tydlig effekt.",
    ] {
        assert!(report.contains(text), "the report lacks: {text}");
    }
    driver
        .goto(format!("{}/rapporter/{}", site.url, site.report(2024).await))
        .await?;
    assert!(
        !shown(&driver).await?.contains("Samlad ärendevy"),
        "a decided report never changes"
    );
    Ok(())
}

/// Number of the area that the initiative is reported in.
async fn area_of(driver: &WebDriver, site: &Site, initiative: &str) -> WebDriverResult<String> {
    driver
        .goto(format!("{}/initiativ/{initiative}", site.url))
        .await?;
    let link = wait_for(driver, "main a[href^=\"/omraden/\"]").await?;
    let href = link.attr("href").await?.expect("an address");
    let number = href.trim_start_matches("/omraden/");
    Ok(number.split(['?', '#']).next().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn the_years_work_with_scripts() {
    let site = Site::demo().await;
    browse(Setup::default(), |driver| work(driver, &site)).await;
}

#[tokio::test]
async fn the_years_work_without_scripts() {
    let site = Site::demo().await;
    browse(
        Setup {
            scripts: false,
            ..Setup::default()
        },
        |driver| work(driver, &site),
    )
    .await;
}
