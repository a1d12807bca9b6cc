//! A report is graded, reviewed, decided, made public and taken as a PDF, by three people who each do their own.

use domain::assessment::SubjectKey;
use domain::form::AssessmentForm;
use domain::role::Role;
use thirtyfour::prelude::*;

use super::driver::{Setup, browse, click, shown, type_into, wait_for};
use super::follow::sign_in;
use super::site::Site;
use crate::support::forms::done;

/// Sends in an assessment of every area of the open report, and of the whole where that is not left to somebody at a browser.
pub(super) async fn graded(site: &Site, with_the_whole: bool) {
    let (ctx, services) = (site.as_steering_unit(), &site.services);
    let list = service::assessment_list(&ctx, services, Some(2025)).await;
    let subjects = list.expect("may read").standing.subjects();
    let wanted = subjects.into_iter().filter(|one| match one.key {
        SubjectKey::Area(_) => true,
        SubjectKey::Whole => with_the_whole,
        SubjectKey::Group(_) => false,
    });
    for one in wanted {
        let view = service::assessment_view(&ctx, services, &one.key, Some(2025), None).await;
        let level = one.proposal.map_or("viss", |proposal| proposal.level.code());
        let component = |level: &str| {
            let has = one.key.has_components();
            if has { level } else { "" }.to_owned()
        };
        let form = AssessmentForm {
            level: level.to_owned(),
            delivery: component("god"),
            expected: component("god"),
            realised: component(level),
            motivation: "Underlaget bär nivån.".to_owned(),
            action: "submit".to_owned(),
            ..view.expect("may write").state.form
        };
        done(service::assessment_save(&ctx, services, form).await);
    }
}

#[tokio::test]
async fn three_people_bring_a_report_from_grading_to_a_public_pdf() {
    let site = Site::demo().await;
    graded(&site, false).await;
    let id = site.report(2025).await;
    let at = |page: &str| format!("{}/rapporter/{id}{page}", site.url);
    browse(Setup::default(), |driver| async {
        let driver = driver;
        // The first grades the whole above what words alone can propose, says why, and sends the report for review.
        sign_in(&driver, &site, Role::SteeringUnit).await?;
        driver
            .goto(format!("{}/bedomning/helhet?rapport=2025", site.url))
            .await?;
        click(&driver, "[name=\"level\"][value=\"full\"]").await?;
        type_into(
            &driver,
            "#motivation",
            "Det mesta har kommit, och det som saknas är känt.",
        )
        .await?;
        type_into(&driver, "#deviation_reason", "Helheten väger tyngst.").await?;
        click(&driver, "button[name=\"action\"][value=\"submit\"]").await?;
        wait_for(&driver, ".receipt").await?;
        driver.goto(at("/arbete")).await?;
        click(
            &driver,
            "main form[action=\"/api/report_step_take\"] button.primary",
        )
        .await?;
        wait_for(&driver, ".receipt").await?;

        // The second comments, and cannot decide before the comment is resolved.
        sign_in(&driver, &site, Role::Leadership).await?;
        driver.goto(at("/granskning")).await?;
        let choose = "document.querySelector('#section').value = 'whole'";
        driver.execute(choose, vec![]).await?;
        type_into(&driver, "#text", "Säg vad som saknas.").await?;
        click(&driver, ".comment-form button.primary").await?;
        wait_for(&driver, ".receipt").await?;
        driver.goto(at("/beslut")).await?;
        wait_for(&driver, &format!("main a[href=\"/rapporter/{id}/granskning\"]")).await?;
        assert!(
            driver.find(By::Css("#decider_title")).await.is_err(),
            "nothing to decide yet"
        );
        sign_in(&driver, &site, Role::SteeringUnit).await?;
        driver.goto(at("/granskning")).await?;
        type_into(&driver, ".comments textarea", "Det står i bilaga D.").await?;
        click(&driver, ".comments button[value=\"resolve\"]").await?;
        wait_for(&driver, ".receipt").await?;

        sign_in(&driver, &site, Role::Leadership).await?;
        driver.goto(at("/arbete")).await?;
        click(&driver, &format!("main a[href=\"/rapporter/{id}/beslut\"]")).await?;
        type_into(&driver, "#decider_title", "Generaldirektör").await?;
        click(&driver, "#checked").await?;
        click(
            &driver,
            "main form[action=\"/api/report_decide\"] .actions button.primary",
        )
        .await?;
        wait_for(&driver, ".receipt").await?;
        let text = shown(&driver).await?;
        assert!(text.contains("Rapporten är beslutad"), "{text}");
        click(
            &driver,
            "main form[action=\"/api/report_step_take\"] button.primary",
        )
        .await?;
        wait_for(&driver, ".receipt").await?;

        // The third, who had no right to see the draft, reads it and finds the way to the file.
        sign_in(&driver, &site, Role::Reviewer).await?;
        driver.goto(at("")).await?;
        wait_for(&driver, &format!("main a[href=\"/rapporter/{id}/fil/pdf\"]")).await?;
        Ok(())
    })
    .await;
    let reviewer = site.signed_in(Role::Reviewer).await;
    let file = |format: &'static str| {
        let (site, reviewer, id) = (&site, &reviewer, &id);
        async move {
            let answer = site.get(reviewer, &format!("/rapporter/{id}/fil/{format}")).await;
            assert_eq!(answer.status(), 200, "{format}");
            answer.bytes().await.expect("the file")
        }
    };
    let pdf = file("pdf").await;
    assert!(pdf.starts_with(b"%PDF-"), "it is a PDF");
    assert_eq!(file("pdf").await, pdf, "the same bytes again");
    assert!(file("docx").await.starts_with(b"PK"), "a package");
}
