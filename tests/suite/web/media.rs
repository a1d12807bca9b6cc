//! Pages at 400 % zoom, in the computer's own contrast colours, and on paper.

use std::collections::BTreeSet;

use domain::role::Role;
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use super::audit::something_changed;
use super::driver::{Setup, awake, browse, click, sideways, wait_for};
use super::pages::Page;
use super::site::Site;

/// A window of 1280 by 1024 at 400 %.
const ZOOMED: (u32, u32) = (320, 256);

async fn as_role(driver: &WebDriver, site: &Site, role: Role) -> WebDriverResult<()> {
    driver.delete_all_cookies().await?;
    driver.goto(site.link(role).await).await?;
    click(driver, "main form[action=\"/api/link_consume\"] button").await?;
    wait_for(driver, ".topbar .role").await?;
    Ok(())
}

async fn window(driver: &WebDriver, (width, height): (u32, u32)) -> WebDriverResult<()> {
    let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    let tools = driver.cdp();
    tools
        .send_raw("Emulation.setDeviceMetricsOverride", screen)
        .await?;
    Ok(())
}

async fn texts(driver: &WebDriver, script: &str) -> WebDriverResult<BTreeSet<String>> {
    let found = driver.execute(script, vec![]).await?.json().clone();
    let found = found.as_array().cloned().unwrap_or_default();
    Ok(found
        .iter()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect())
}

/// What can be read as a heading, followed or filled in within the content.
const PARTS: &str = "return [...document.querySelectorAll(
        'main :is(h1, h2, h3, h4, a[href], button, input, select, textarea, summary)')]
    .filter(e => e.checkVisibility() && !e.closest('[popover]') && e.type !== 'hidden')
    .map(e => e.localName + ' ' + (e.name || e.getAttribute('href') || e.textContent.replace(/\\s+/g, ' ').trim()));";

/// Text that a box cuts off, where it cannot be scrolled to.
const CUT: &str = "return [...document.querySelectorAll('body *')]
    .filter(e => e.checkVisibility() && !e.closest('.vh, .skip, svg, [popover]') && e.textContent.trim())
    .filter(e => ['hidden', 'clip'].includes(getComputedStyle(e).overflowX) && e.scrollWidth > e.clientWidth + 1)
    .map(e => e.outerHTML.slice(0, 160));";

async fn zoomed(driver: WebDriver, site: &Site) -> WebDriverResult<()> {
    let (mut signed_in, mut faults) = (None, Vec::new());
    for Page { role, path, .. } in site.pages().await {
        if role != signed_in {
            match role {
                Some(role) => as_role(&driver, site, role).await?,
                None => driver.delete_all_cookies().await?,
            }
            signed_in = role;
        }
        window(&driver, (1280, 1024)).await?;
        driver.goto(format!("{}{path}", site.url)).await?;
        wait_for(&driver, "main h1").await?;
        // One of the islands hides a field that is not needed.
        awake(&driver).await?;
        let wide = texts(&driver, PARTS).await?;
        window(&driver, ZOOMED).await?;
        if let Some(beyond) = sideways(&driver).await? {
            faults.push(format!("{path} scrolls sideways {beyond}"));
        }
        let narrow = texts(&driver, PARTS).await?;
        assert!(!wide.is_empty(), "{path} has headings at least");
        faults.extend(
            wide.difference(&narrow)
                .map(|part| format!("{path} loses {part}")),
        );
        let cut = texts(&driver, CUT).await?;
        faults.extend(cut.iter().map(|part| format!("{path} cuts off {part}")));
    }
    assert!(faults.is_empty(), "at 400 %: {faults:#?}");
    // Error pages have their status in the console; that is no fault of theirs.
    driver.get_log("browser").await?;
    Ok(())
}

#[tokio::test]
async fn at_400_percent_no_page_scrolls_sideways_and_nothing_is_lost() {
    let site = Site::demo().await;
    browse(Setup::default(), |driver| zoomed(driver, &site)).await;
}

/// Levels without number or word.
const LEVELS: &str = "return [...document.querySelectorAll('.level')]
    .filter(e => e.checkVisibility() && !/[1-5]\\s+\\p{L}{3,}/u.test(e.textContent))
    .map(e => e.outerHTML.slice(0, 200));";

/// Controls whose border cannot be told from the ground.
const BORDERS: &str = "return [...document.querySelectorAll(
        '.btn, .help-button, input:not([type=hidden], [type=radio], [type=checkbox]), select, textarea')]
    .filter(e => e.checkVisibility() && !e.matches('.default-button'))
    .filter(e => { const s = getComputedStyle(e);
        return s.borderTopStyle === 'none' || parseFloat(s.borderTopWidth) < 1 || s.borderTopColor === s.backgroundColor; })
    .map(e => e.outerHTML.slice(0, 200));";

const COUNT: &str = "return [String(document.querySelectorAll('.level').length)]";

async fn media(driver: &WebDriver, media: Value) -> WebDriverResult<()> {
    driver.cdp().send_raw("Emulation.setEmulatedMedia", media).await?;
    Ok(())
}

async fn contrast(driver: WebDriver, site: &Site) -> WebDriverResult<()> {
    let initiative = something_changed(site).await;
    as_role(&driver, site, Role::SteeringUnit).await?;
    media(
        &driver,
        json!({ "features": [{ "name": "forced-colors", "value": "active" }] }),
    )
    .await?;
    let report = format!("/rapporter/{}", site.report(2024).await);
    for (path, with_levels) in [
        ("/?rapport=2024", true),
        ("/omraden/4.2?rapport=2024", true),
        ("/bedomning/4.3?rapport=2025", false),
        (report.as_str(), true),
        (&format!("/initiativ/{initiative}/leverans"), false),
        ("/initiativ", false),
    ] {
        driver.goto(format!("{}{path}", site.url)).await?;
        wait_for(&driver, "main h1").await?;
        let forced = "return matchMedia('(forced-colors: active)').matches";
        assert_eq!(driver.execute(forced, vec![]).await?.json(), &json!(true));
        let levels = texts(&driver, COUNT).await?;
        assert!(!with_levels || !levels.contains("0"), "{path} has levels");
        let unsaid = texts(&driver, LEVELS).await?;
        assert!(unsaid.is_empty(), "{path}: {unsaid:#?}");
        let lost = texts(&driver, BORDERS).await?;
        assert!(lost.is_empty(), "{path} has controls without a border: {lost:#?}");
    }
    // What came and went is told by its line, not by its colour.
    driver
        .goto(format!("{}/historik/initiativ/{initiative}", site.url))
        .await?;
    wait_for(&driver, ".events ins").await?;
    let lines = "return ['ins', 'del'].map(name =>
        getComputedStyle(document.querySelector('.events ' + name)).textDecorationLine)";
    let lines = driver.execute(lines, vec![]).await?.json().clone();
    assert_eq!(lines, json!(["underline", "line-through"]));
    Ok(())
}

#[tokio::test]
async fn in_forced_colours_levels_keep_number_and_word_and_controls_their_border() {
    let site = Site::demo().await;
    browse(Setup::default(), |driver| contrast(driver, &site)).await;
}

async fn paper(driver: WebDriver, site: &Site) -> WebDriverResult<()> {
    as_role(&driver, site, Role::SteeringUnit).await?;
    media(&driver, json!({ "media": "print" })).await?;
    let report = format!("/rapporter/{}", site.report(2024).await);
    let initiative = format!("/initiativ/{}", site.some_initiative().await);
    for path in [
        "/?rapport=2024",
        "/omraden/4.2?rapport=2024",
        &report,
        &initiative,
    ] {
        driver.goto(format!("{}{path}", site.url)).await?;
        wait_for(&driver, "main h1").await?;
        let around = "return [...document.querySelectorAll(
                '.topbar, .rail, .skip, .crumbs, .foot, .help, main .actions')]
            .filter(e => e.checkVisibility()).map(e => e.outerHTML.slice(0, 120));";
        let around = texts(&driver, around).await?;
        assert!(
            around.is_empty(),
            "{path} prints what only a screen needs: {around:#?}"
        );
        let unsaid = texts(&driver, LEVELS).await?;
        assert!(unsaid.is_empty(), "{path}: {unsaid:#?}");
    }
    let printed = driver
        .cdp()
        .send_raw("Page.printToPDF", json!({ "preferCSSPageSize": true }))
        .await?;
    assert!(printed["data"].as_str().is_some_and(|data| data.len() > 10_000));
    Ok(())
}

#[tokio::test]
async fn on_paper_stands_the_content_alone() {
    let site = Site::demo().await;
    browse(Setup::default(), |driver| paper(driver, &site)).await;
}
