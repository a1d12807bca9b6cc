//! The islands wake and do their work, on a page and on a form.

use std::time::Duration;

use domain::role::Role;
use thirtyfour::prelude::*;

use super::driver::{Setup, browse, click, type_into, wait_for};
use super::site::{Site, location};
use crate::support::rows::must;

/// What a script gives, once it gives what is waited for.
async fn wait_until(
    driver: &WebDriver,
    script: &str,
    fits: impl Fn(&serde_json::Value) -> bool,
) -> WebDriverResult<serde_json::Value> {
    let begin = std::time::Instant::now();
    loop {
        let found = driver.execute(script, vec![]).await?.json().clone();
        if fits(&found) {
            return Ok(found);
        }
        assert!(begin.elapsed().as_secs() < 10, "{script}: still {found}");
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
}

/// Signs in as the demo's people do.
async fn sign_in(driver: &WebDriver, site: &Site, role: Role) -> WebDriverResult<()> {
    driver.goto(site.link(role).await).await?;
    click(driver, "main form[action=\"/api/link_consume\"] button").await?;
    wait_for(driver, ".topbar .role").await?;
    Ok(())
}

#[tokio::test]
async fn the_register_narrows_while_one_types() {
    let site = Site::demo().await;
    browse(Setup::default(), |driver| async {
        let driver = driver;
        sign_in(&driver, &site, Role::PortfolioManager).await?;
        driver.goto(format!("{}/initiativ", site.url)).await?;
        wait_for(&driver, "[data-island=\"ready\"]").await?;
        // A page that is loaded anew would forget this.
        driver.execute("window.same = true", vec![]).await?;
        let rows = "return document.querySelectorAll('main tbody tr').length";
        let all = wait_until(&driver, rows, |rows| rows.as_u64() > Some(30)).await?;
        type_into(&driver, "[name=\"sok\"]", "ETABLERINGSJOBB").await?;
        let narrowed = wait_until(&driver, rows, |rows| *rows != all).await?;
        assert!(
            (1..5).contains(&narrowed.as_u64().expect("a count")),
            "{narrowed} of {all}"
        );
        let told = "return document.querySelector('[role=status]').textContent";
        let told = wait_until(&driver, told, |told| {
            told.as_str().is_some_and(|told| told.contains(" av 41"))
        })
        .await?;
        assert!(told.as_str().is_some_and(|told| !told.contains("Alla")), "{told}");
        let focus = "return document.activeElement.id";
        assert_eq!(driver.execute(focus, vec![]).await?.json().as_str(), Some("sok"));
        let address = driver.current_url().await?;
        assert_eq!(address.query(), Some("sok=ETABLERINGSJOBB"));

        // Sorting keeps what was typed, and the focus stays on the head that was pressed.
        click(&driver, "#sortera-namn").await?;
        let sorted = "return document.querySelector('[aria-sort]')?.textContent.trim() ?? ''";
        wait_until(&driver, sorted, |head| head == "Initiativ").await?;
        assert_eq!(
            driver.execute(focus, vec![]).await?.json().as_str(),
            Some("sortera-namn")
        );
        assert_eq!(
            driver.current_url().await?.query(),
            Some("sok=ETABLERINGSJOBB&sortera=namn")
        );
        let file = "return document.querySelector('.register-tools a[download]').getAttribute('href')";
        let file = driver.execute(file, vec![]).await?.json().clone();
        assert_eq!(file, "/initiativ.csv?sok=ETABLERINGSJOBB&sortera=namn");

        // A choice takes effect at once; what is then there is what a reload gives.
        driver.find(By::Css("#sok")).await?.clear().await?;
        let choose = "const s = document.getElementById('omrade'); s.value = '4.2'; \
                      s.dispatchEvent(new Event('input', {bubbles: true}));";
        driver.execute(choose, vec![]).await?;
        wait_until(&driver, "return location.search", |query| {
            query == "?omrade=4.2&sortera=namn"
        })
        .await?;
        let names = "return [...document.querySelectorAll('main tbody th')].map(e => e.textContent).join()";
        let live = driver.execute(names, vec![]).await?.json().clone();
        assert_eq!(
            driver
                .execute("return window.same === true", vec![])
                .await?
                .json(),
            true
        );
        driver.refresh().await?;
        wait_for(&driver, "[data-island=\"ready\"]").await?;
        assert_eq!(driver.execute(names, vec![]).await?.json(), &live);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn what_is_ticked_stays_ticked_while_it_is_shown() {
    let site = Site::demo().await;
    let initiative = site.some_initiative().await;
    let (_, benefit) = site.some_delivery_and_benefit(&initiative).await;
    let manager = site.signed_in(Role::PortfolioManager).await;
    for text in ["Kortare väntan.", "Färre samtal."] {
        let fields = [
            ("initiative", initiative.as_str()),
            ("benefits[]", benefit.as_str()),
            ("text", text),
            ("as_of", "2025-03-01"),
            ("finding", "partly"),
            ("action", "submit"),
        ];
        let sent = site.post(&manager, "/api/statement_save", &fields).await;
        assert!(location(&sent).contains("klart=inskickad"), "{}", location(&sent));
    }
    browse(Setup::default(), |driver| async {
        let driver = driver;
        sign_in(&driver, &site, Role::Reviewer).await?;
        driver
            .goto(format!("{}/konstaterade?lage=submitted", site.url))
            .await?;
        wait_for(&driver, "[data-island=\"ready\"]").await?;
        click(&driver, "[aria-label=\"Välj Kortare väntan.\"]").await?;
        let ticks = "return [...document.querySelectorAll('main td.pick input')].map(e => e.checked)";
        for (search, left) in [
            ("väntan", serde_json::json!([true])),
            ("samtal", serde_json::json!([false])),
            ("", serde_json::json!([false, false])),
        ] {
            type_into(&driver, "[name=\"sok\"]", search).await?;
            // Emptying the field by script is no typing, but sending is.
            click(&driver, "form#filter button[type=submit]").await?;
            wait_until(&driver, ticks, |ticks| *ticks == left).await?;
        }
        Ok(())
    })
    .await;
}

/// Minutes of the sessions that pass without waiting for them.
async fn idle_for(site: &Site, minutes: i64) {
    let back = format!(
        "UPDATE session SET seen_at = seen_at - {}",
        minutes * 60 * 1_000_000
    );
    must(&site.services.store, &[&back]).await;
}

/// An hour and fifty-five minutes on, without waiting for them: the page's timers are quick, and the
/// session was last seen as long ago. What the page says, the server has said.
#[tokio::test]
async fn whoever_is_about_to_be_signed_out_is_told_and_can_go_on() {
    let site = Site::demo().await;
    browse(Setup::default(), |driver| async {
        let driver = driver;
        sign_in(&driver, &site, Role::PortfolioManager).await?;
        // Timers of hours come after a thousandth of their time; a second timer begun later is as quick.
        let quick = "const late = window.setTimeout;
            window.setTimeout = (f, after, ...rest) => late(f, after > 60000 ? after / 1000 : after, ...rest);";
        let source = serde_json::json!({ "source": quick });
        driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", source).await?;
        driver.goto(format!("{}/initiativ", site.url)).await?;
        idle_for(&site, 116).await;
        wait_for(&driver, ".session-watch.shown").await?;
        let said = driver.find(By::Css(".session-watch p")).await?;
        assert!(said.text().await?.contains("snart ut"), "{}", said.text().await?);
        click(&driver, ".session-watch button").await?;
        let hidden = "return !document.querySelector('.session-watch.shown')";
        wait_until(&driver, hidden, |hidden| *hidden == serde_json::json!(true)).await?;
        // The page's timer comes again before the session's time is up: nothing is said.
        tokio::time::sleep(Duration::from_secs(8)).await;
        let shown = driver.execute(hidden, Vec::new()).await?;
        assert_eq!(*shown.json(), serde_json::json!(true));
        // It is said again when the time is up again, and that it has ended when it has.
        idle_for(&site, 116).await;
        wait_for(&driver, ".session-watch.shown").await?;
        idle_for(&site, 10).await;
        driver.execute("window.dispatchEvent(new Event('focus'))", Vec::new()).await?;
        let text = "return document.querySelector('.session-watch p').textContent";
        wait_until(&driver, text, |text| text.to_string().contains("utloggad")).await?;
        // Signed in again elsewhere, whoever comes back does not read that they are signed out.
        idle_for(&site, -126).await;
        driver.execute("window.dispatchEvent(new Event('focus'))", Vec::new()).await?;
        wait_until(&driver, hidden, |hidden| *hidden == serde_json::json!(true)).await?;
        Ok(())
    })
    .await;
}

/// A small form, folded away beside others: what is typed in it is not lost without a word.
#[tokio::test]
async fn a_note_that_was_not_sent_is_asked_about() {
    let site = Site::demo().await;
    let initiative = site.some_initiative().await;
    browse(Setup::default(), |driver| async {
        let driver = driver;
        sign_in(&driver, &site, Role::PortfolioManager).await?;
        driver
            .goto(format!("{}/initiativ/{initiative}", site.url))
            .await?;
        wait_for(&driver, "[data-island=\"ready\"]").await?;
        let leaves = "const leaving = new Event('beforeunload', { cancelable: true });
            window.dispatchEvent(leaving);
            return !leaving.defaultPrevented";
        let leaves = async || driver.execute(leaves, vec![]).await;
        assert_eq!(leaves().await?.json(), true, "nothing is typed");
        click(
            &driver,
            "details.step:has([action=\"/api/initiative_move\"]) summary",
        )
        .await?;
        let note = driver
            .find(By::Css("[action=\"/api/initiative_move\"] textarea"))
            .await?;
        note.send_keys("Beslut i mars.").await?;
        assert_eq!(leaves().await?.json(), false);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_grading_form_asks_for_a_reason_as_one_deviates() {
    let site = Site::demo().await;
    browse(Setup::default(), |driver| async {
        let driver = driver;
        sign_in(&driver, &site, Role::SteeringUnit).await?;
        driver
            .goto(format!("{}/bedomning/4.3?rapport=2025", site.url))
            .await?;
        wait_for(&driver, "leptos-island [data-island=\"ready\"]").await?;
        let reason = driver.find(By::Css("#deviation_reason")).await?;
        assert!(
            !reason.is_displayed().await?,
            "no reason is asked for before one deviates"
        );
        click(&driver, "[name=\"level\"][value=\"viss\"]").await?;
        assert!(
            reason.is_displayed().await?,
            "a level other than the proposal asks for its reason"
        );
        click(&driver, "[name=\"level\"][value=\"godkand\"]").await?;
        assert!(!reason.is_displayed().await?, "the proposal's own level does not");
        Ok(())
    })
    .await;
}
