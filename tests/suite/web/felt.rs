//! How pages feel in a browser: when the largest thing is there (LCP), how much moves by itself (CLS), and how long what
//! somebody does goes without an answer (INP). Times are told and not judged: this server is built for tests and shares the
//! machine with them. What moves does not depend on the machine and is held to the promise. `cargo xtask bench lighthouse`
//! judges the times.

use domain::role::Role;
use thirtyfour::prelude::*;

use super::driver::{Setup, awake, browse, click, type_into, wait_for, wait_for_query};
use super::site::Site;

/// What is promised of a page's own movements.
const SHIFT: f64 = 0.05;

/// Gathers what the browser has noted and what it notes from now on.
const WATCH: &str = "
    window.felt = { paint: 0, shift: 0, wait: 0, acts: 0 };
    const watch = (type, note, more) => new PerformanceObserver(list => list.getEntries().forEach(note))
        .observe({ type, buffered: true, ...more });
    watch('largest-contentful-paint', entry => { felt.paint = Math.max(felt.paint, entry.startTime); });
    watch('layout-shift', entry => { if (!entry.hadRecentInput) felt.shift += entry.value; });
    const act = entry => { felt.acts += 1; felt.wait = Math.max(felt.wait, entry.duration); };
    // The first act is told of however quick the answer was, others where it took a frame.
    watch('first-input', act);
    watch('event', entry => { if (entry.interactionId) act(entry); }, { durationThreshold: 16 });";

async fn number(driver: &WebDriver, of: &str) -> WebDriverResult<f64> {
    let found = driver.execute(format!("return felt.{of}"), vec![]).await?;
    Ok(found.json().as_f64().expect("a number"))
}

/// Waits for what the browser tells a moment after it happened.
async fn noted(driver: &WebDriver, of: &str) -> WebDriverResult<f64> {
    for _ in 0..100 {
        let found = number(driver, of).await?;
        if found > 0.0 {
            return Ok(found);
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("the browser notes no {of}");
}

#[tokio::test]
async fn nothing_on_a_page_moves_by_itself_and_what_one_does_is_answered() {
    let site = Site::demo().await;
    browse(Setup::default(), |driver| async {
        let driver = driver;
        driver.goto(site.link(Role::SteeringUnit).await).await?;
        click(&driver, "main form[action=\"/api/link_consume\"] button").await?;
        wait_for(&driver, ".topbar .role").await?;
        let report = site.report(2024).await;
        for page in ["/", "/omraden/4.1", "/initiativ", &format!("/rapporter/{report}")] {
            driver.goto(format!("{}{page}", site.url)).await?;
            driver.execute(WATCH, vec![]).await?;
            let paint = noted(&driver, "paint").await?;
            awake(&driver).await?;
            let shift = number(&driver, "shift").await?;
            println!("felt {page}: largest paint {paint:.0} ms, shift {shift:.3}");
            assert!(shift <= SHIFT, "{page} moves by {shift}");
        }
        driver.goto(format!("{}/initiativ", site.url)).await?;
        wait_for(&driver, "[data-island=\"ready\"]").await?;
        driver.execute(WATCH, vec![]).await?;
        type_into(&driver, "[name=\"sok\"]", "ETABLERINGSJOBB").await?;
        // The rows are there, and so is the head that stands over them: the address is changed last.
        wait_for_query(&driver, "sok=ETABLERINGSJOBB").await?;
        click(&driver, "#sortera-namn").await?;
        let acts = noted(&driver, "acts").await?;
        let wait = number(&driver, "wait").await?;
        println!("felt: {acts:.0} acts, the slowest answered in {wait:.0} ms");
        Ok(())
    })
    .await;
}
