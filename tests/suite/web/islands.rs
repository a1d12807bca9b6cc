//! The islands wake and do their work, on a page and on a form.

use domain::role::Role;
use thirtyfour::prelude::*;

use super::driver::{Setup, browse, click, type_into, wait_for};
use super::site::Site;

#[tokio::test]
async fn the_register_narrows_while_one_types() {
    let site = Site::demo().await;
    browse(Setup::default(), |driver| async {
        let driver = driver;
        driver.goto(site.link(Role::PortfolioManager).await).await?;
        click(&driver, "main form[action=\"/api/link_consume\"] button").await?;
        wait_for(&driver, ".topbar .role").await?;
        driver.goto(format!("{}/initiativ", site.url)).await?;
        wait_for(&driver, "[data-island=\"ready\"]").await?;
        let visible = "return [...document.querySelectorAll('main tbody tr')].filter(r => !r.hidden).length";
        let all = driver
            .execute(visible, vec![])
            .await?
            .json()
            .as_u64()
            .expect("a count");
        assert!(all > 30, "the register is there: {all}");
        type_into(&driver, "[name=\"sok\"]", "etableringsjobb").await?;
        let narrowed = driver
            .execute(visible, vec![])
            .await?
            .json()
            .as_u64()
            .expect("a count");
        assert!((1..5).contains(&narrowed), "{narrowed} of {all} rows are left");
        let address = driver.current_url().await?;
        assert!(
            address
                .query()
                .is_some_and(|query| query.contains("etableringsjobb")),
            "{address}"
        );
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_grading_form_asks_for_a_reason_as_one_deviates() {
    let site = Site::demo().await;
    browse(Setup::default(), |driver| async {
        let driver = driver;
        driver.goto(site.link(Role::SteeringUnit).await).await?;
        click(&driver, "main form[action=\"/api/link_consume\"] button").await?;
        wait_for(&driver, ".topbar .role").await?;
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
