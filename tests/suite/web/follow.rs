//! A figure is followed: what somebody measured and somebody else approved is found again from the report, by clicking.

use domain::form::{MeasurementForm, SekValueForm};
use domain::id::{BenefitId, InitiativeId, MeasureId};
use domain::role::Role;
use domain::sek_value::SekGround;
use service::SekValueTarget;
use thirtyfour::prelude::*;

use super::driver::{Setup, browse, click, shown, type_into, wait_for};
use super::site::Site;
use crate::support::forms::{done, key};
use crate::support::measures;

/// Clicks that may lie between an aggregate and what it rests on.
const CLICKS: usize = 3;

/// Signs in by the link that the role was given.
pub(super) async fn sign_in(driver: &WebDriver, site: &Site, role: Role) -> WebDriverResult<()> {
    driver.delete_all_cookies().await?;
    driver.goto(site.link(role).await).await?;
    click(driver, "main form[action=\"/api/link_consume\"] button").await?;
    wait_for(driver, ".topbar .role").await?;
    Ok(())
}

/// A benefit of a delivery in the open report, with the number of its area and the code of its group.
async fn reported(site: &Site) -> (InitiativeId, BenefitId, String, String) {
    let ctx = site.as_steering_unit();
    let view = service::report_view_of_year(&ctx, &site.services, 2025).await;
    let model = view.expect("the report").model;
    let found = model.areas.iter().find_map(|area| {
        let benefit = area.deliveries.iter().find_map(|of| of.benefits.first())?;
        Some((area.area.number.clone(), &benefit.benefit))
    });
    let (number, benefit) = found.expect("a benefit in the report");
    let group = benefit.groups.first().expect("it has a group").group;
    let group = model.standing.group(group).expect("of the report");
    (benefit.initiative, benefit.id, number, group.code.clone())
}

#[tokio::test]
async fn what_was_measured_is_found_again_from_report_and_overview_by_clicking() {
    let site = Site::demo().await;
    let (initiative, benefit, area, group) = reported(&site).await;
    let ctx = site.as_steering_unit();
    let measure = measures::added(&ctx, &site.services).await;
    let goal = measures::goal_set(&ctx, &site.services, (initiative, benefit), measure).await;
    browse(Setup::default(), |driver| async {
        let driver = driver;
        // Somebody else approves the goal, and logs what was measured, with what it can be checked against.
        sign_in(&driver, &site, Role::PortfolioManager).await?;
        driver
            .goto(format!("{}/initiativ/{initiative}", site.url))
            .await?;
        click(&driver, &format!("#mal-{goal} .steps form button.btn")).await?;
        wait_for(&driver, ".receipt").await?;
        driver
            .goto(format!("{}/matt/{measure}/matning", site.url))
            .await?;
        type_into(&driver, "#period", "2025-Q4").await?;
        type_into(&driver, "#value", "15").await?;
        type_into(&driver, "#source", "Ärendesystemet").await?;
        let choose = "document.querySelector('#proof_kind-0').value = 'registry_number'";
        driver.execute(choose, vec![]).await?;
        type_into(&driver, "#proof_text-0", "2026/117").await?;
        click(&driver, "main form button.primary").await?;
        wait_for(&driver, ".receipt").await?;
        // A third approves it.
        sign_in(&driver, &site, Role::Reviewer).await?;
        driver.goto(format!("{}/matt/{measure}", site.url)).await?;
        click(
            &driver,
            "main form[action=\"/api/measurement_review\"] button.primary",
        )
        .await?;
        wait_for(&driver, ".receipt").await?;

        // From 40 to 15 where 5 was to be reached is 71.4 % of the way: godkänd. One click from the report.
        sign_in(&driver, &site, Role::Leadership).await?;
        driver
            .goto(format!("{}/rapporter/{}", site.url, site.report(2025).await))
            .await?;
        let goal_of_measure = format!("main .goals a[href^=\"/matt/{measure}#matning-\"]");
        wait_for(&driver, &goal_of_measure).await?;
        let text = shown(&driver).await?;
        assert!(text.contains("71,4"), "{text}");
        let clicks = follow(&driver, &[&goal_of_measure]).await?;
        assert!(clicks <= CLICKS);

        // From the overview: the cell of area and group, then the measurement behind the benefit's score.
        driver.goto(format!("{}/?rapport=2025", site.url)).await?;
        let cell = format!(".matrix a[href=\"/omraden/{area}?rapport=2025#grupp-{group}\"]");
        let score = format!("table.scores a[href^=\"/matt/{measure}#matning-\"]");
        let clicks = follow(&driver, &[&cell, &score]).await?;
        assert!(clicks <= CLICKS);
        Ok(())
    })
    .await;
}

/// A measurement with a value in kronor and something to check it against, approved by somebody else.
async fn valued(site: &Site, of: (InitiativeId, BenefitId)) -> MeasureId {
    let (manager, services) = (site.acting(Role::PortfolioManager), &site.services);
    let measure = measures::added(&manager, services).await;
    measures::goal_set(&manager, services, of, measure).await;
    let form = MeasurementForm {
        action: "draft".to_owned(),
        proof_kind: vec!["registry_number".to_owned()],
        proof_text: vec!["2026/117".to_owned()],
        ..measures::measured(measure, "2025-Q2", "15")
    };
    let measurement = measures::logged(&manager, services, form).await;
    let ground = SekGround::Measurement(measurement);
    let target = SekValueTarget::New(of.1, Some(ground));
    let view = service::sek_value_form(&manager, services, target, None).await;
    let form = SekValueForm {
        submission: key(),
        amount: "1 250".to_owned(),
        frequency: "one_off".to_owned(),
        from_year: "2025".to_owned(),
        class: "financial".to_owned(),
        kind: "outcome".to_owned(),
        counts_in_sum: "on".to_owned(),
        ..view.expect("may write").state.form
    };
    done(service::sek_value_save(&manager, services, form).await);
    measures::sent_in(&manager, services, measurement).await;
    measures::approved(&site.acting(Role::Reviewer), services, measure, measurement).await;
    measure
}

#[tokio::test]
async fn what_kronor_rest_on_is_found_from_their_sum_by_clicking() {
    let site = Site::demo().await;
    let (initiative, benefit, area, _) = reported(&site).await;
    let measure = valued(&site, (initiative, benefit)).await;
    browse(Setup::default(), |driver| async {
        let driver = driver;
        sign_in(&driver, &site, Role::Leadership).await?;
        let sums = format!("{}/frigjord-tid?rapport=2025", site.url);
        driver.goto(sums).await?;
        let of_area = format!("section[aria-labelledby=\"kronor-omraden\"] a[href*=\"omrade={area}\"]");
        let of_initiative = format!("main a[href=\"/initiativ/{initiative}\"]");
        let evidence = format!("li[id^=\"varde-\"] a[href^=\"/matt/{measure}#matning-\"]");
        let clicks = follow(&driver, &[&of_area, &of_initiative, &evidence]).await?;
        assert!(clicks <= CLICKS);
        Ok(())
    })
    .await;
}

/// Clicks from where one is, to the measurement with its evidence; so many clicks.
async fn follow(driver: &WebDriver, way: &[&str]) -> WebDriverResult<usize> {
    for link in way {
        click(driver, link).await?;
    }
    wait_for(driver, "tr[id^=\"matning-\"]:target").await?;
    let row = wait_for(driver, "tr[id^=\"matning-\"]:target")
        .await?
        .text()
        .await?;
    assert!(row.contains("2026/117") && row.contains("15"), "{row}");
    Ok(way.len())
}
