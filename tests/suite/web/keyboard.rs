//! The work done by keyboard alone: Tab, Space, Enter and letters, with the focus in sight all the way.

use domain::role::Role;
use serde_json::json;
use thirtyfour::prelude::*;

use super::driver::{Setup, browse, wait_for};
use super::site::Site;

/// More presses than any page needs.
const MOST: usize = 150;

/// Where the focus is, and whether a person sees it there: within the window and with an outline.
const FOCUS: &str = "const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
    const card = e.closest('label.choice') || e;
    const outlined = [e, card].some(one => {
        const of = getComputedStyle(one);
        return of.outlineStyle !== 'none' && parseFloat(of.outlineWidth) >= 2;
    });
    return {
        here: e.matches(arguments[0]), body: e === document.body, what: e.outerHTML.slice(0, 200),
        shown: e.matches(':focus-visible') && outlined
            && r.width > 0 && r.height > 0 && r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth,
    };";

async fn press(driver: &WebDriver, keys: impl AsRef<str>) -> WebDriverResult<()> {
    driver.action_chain().send_keys(keys.as_ref()).perform().await
}

async fn tab(driver: &WebDriver) -> WebDriverResult<()> {
    driver.action_chain().send_keys(Key::Tab).perform().await
}

async fn enter(driver: &WebDriver) -> WebDriverResult<()> {
    driver.action_chain().send_keys(Key::Enter).perform().await
}

/// Presses Tab until the focus is on what the selector says; it is in sight at every stop.
async fn tab_to(driver: &WebDriver, selector: &str) -> WebDriverResult<()> {
    for _ in 0..MOST {
        tab(driver).await?;
        let focus = driver.execute(FOCUS, vec![json!(selector)]).await?;
        let focus = focus.json().clone();
        if focus["body"] == true {
            continue;
        }
        assert!(
            focus["shown"] == true,
            "nobody sees the focus on {}",
            focus["what"]
        );
        if focus["here"] == true {
            return Ok(());
        }
    }
    panic!("{selector} is not reached by Tab");
}

/// What has the focus, by its identity.
async fn focused(driver: &WebDriver) -> WebDriverResult<String> {
    let id = driver.execute("return document.activeElement.id", vec![]).await?;
    Ok(id.json().as_str().unwrap_or_default().to_owned())
}

/// Waits for another page than the one that had the mark.
async fn follow(driver: &WebDriver, selector: &str) -> WebDriverResult<()> {
    driver
        .execute("document.documentElement.dataset.before = '1'", vec![])
        .await?;
    enter(driver).await?;
    wait_for(driver, &format!("html:not([data-before]) {selector}")).await?;
    Ok(())
}

async fn work(driver: WebDriver, site: &Site) -> WebDriverResult<()> {
    driver.goto(site.link(Role::PortfolioManager).await).await?;
    wait_for(&driver, "main h1").await?;
    tab_to(&driver, "main form[action=\"/api/link_consume\"] button").await?;
    follow(&driver, ".topbar .role").await?;

    // The first stop of every page leads past the menu.
    tab(&driver).await?;
    let skip = driver.execute(FOCUS, vec![json!(".skip")]).await?.json().clone();
    assert!(skip["here"] == true && skip["shown"] == true, "{skip}");
    enter(&driver).await?;
    assert_eq!(focused(&driver).await?, "innehall");
    tab(&driver).await?;
    let inside = driver.execute(FOCUS, vec![json!("main *")]).await?.json().clone();
    assert!(
        inside["here"] == true,
        "after the skip link comes the content: {inside}"
    );

    driver.refresh().await?;
    wait_for(&driver, "main h1").await?;
    tab_to(&driver, ".rail a[href=\"/initiativ\"]").await?;
    follow(&driver, ".register tbody a").await?;
    tab_to(&driver, ".register tbody a[href^=\"/initiativ/\"]").await?;
    follow(&driver, "main a[href$=\"/leverans\"]").await?;

    // An explanation opens and closes, and the focus stays where it was.
    tab_to(&driver, "main .help-button").await?;
    press(&driver, " ").await?;
    wait_for(&driver, ".help-text:popover-open").await?;
    driver.action_chain().send_keys(Key::Escape).perform().await?;
    let closed = driver
        .execute("return document.querySelector(':popover-open') === null", vec![])
        .await?;
    assert_eq!(closed.json(), &json!(true));
    let back = driver
        .execute(FOCUS, vec![json!(".help-button")])
        .await?
        .json()
        .clone();
    assert!(back["here"] == true, "{back}");

    driver.refresh().await?;
    wait_for(&driver, "main h1").await?;
    tab_to(&driver, "main a[href$=\"/leverans\"]").await?;
    follow(&driver, "#name").await?;

    // Sent empty, the form comes back with the focus on what is wrong, which leads to the fields.
    tab_to(&driver, "main form.form .actions button.primary").await?;
    follow(&driver, ".error-summary").await?;
    assert_eq!(focused(&driver).await?, "fel");
    tab_to(&driver, ".error-summary a[href=\"#name\"]").await?;
    enter(&driver).await?;
    assert_eq!(focused(&driver).await?, "name");
    press(&driver, "Samlad vy").await?;
    tab_to(&driver, "#description").await?;
    press(&driver, "En vy av hela arendet.").await?;
    tab_to(&driver, "[name=\"status\"]").await?;
    press(&driver, " ").await?;
    tab_to(&driver, "main form.form .actions button.primary").await?;
    follow(&driver, "[role=\"status\"]").await?;
    let place = focused(&driver).await?;
    assert!(
        place.starts_with("leverans-"),
        "the focus is on what was saved, not on {place:?}"
    );
    let address = driver.current_url().await?.to_string();
    assert!(address.ends_with(&format!("#{place}")), "{address}");
    Ok(())
}

#[tokio::test]
async fn a_delivery_is_logged_by_keyboard_alone() {
    let site = Site::demo().await;
    browse(Setup::default(), |driver| work(driver, &site)).await;
}

#[tokio::test]
async fn a_delivery_is_logged_by_keyboard_alone_without_scripts() {
    let site = Site::demo().await;
    let setup = Setup {
        scripts: false,
        ..Setup::default()
    };
    browse(setup, |driver| work(driver, &site)).await;
}
