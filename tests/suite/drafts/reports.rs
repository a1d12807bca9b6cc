//! What people log shows in the open report and never in the decided one.

use domain::assessment::SubjectKey;
use domain::form::{AssessmentForm, BenefitForm, DeliveryForm, StatementForm};
use domain::id::StatementId;
use domain::role::Role;
use serde_json::json;
use service::ServiceError;

use super::{Desk, done, id_in, review};
use crate::support::database::{World, on_both};

on_both!(
    what_people_log_shows_in_the_open_report_and_never_in_the_decided_one,
    a_decided_report_takes_no_grading,
);

/// Counts of the open report, and the level of an area: what people see move.
async fn standing(desk: &Desk) -> Vec<i64> {
    let report = desk.demo.report_json(2025).await;
    let of = |part: &str, fields: &[&str]| -> Vec<i64> {
        fields
            .iter()
            .map(|field| report[part][field].as_i64().expect("a count"))
            .collect()
    };
    let mut counts = of(
        "totals",
        &["deliveries", "expected_benefits", "realised_statements"],
    );
    counts.extend(of("coverage", &["due", "stated", "missing", "not_due"]));
    counts
}

async fn what_people_log_shows_in_the_open_report_and_never_in_the_decided_one(world: World) {
    let desk = Desk::new(&world).await;
    let (manager, reviewer, steering) = (desk.manager(), desk.demo.ctx(Role::Reviewer), desk.steering());
    let decided = desk.demo.report(2024).await;
    let start = standing(&desk).await;
    let moved = |by: [i64; 7]| -> Vec<i64> { start.iter().zip(by).map(|(count, by)| count + by).collect() };

    // deliveries, benefits, statements; due, stated, missing, not due
    let place = done(desk.save_delivery(&manager, &desk.new_delivery().await).await);
    assert_eq!(
        standing(&desk).await,
        moved([1, 0, 0, 0, 0, 0, 0]),
        "a delivery launched in March 2025"
    );
    let delivery = id_in(&place);

    let place = done(
        desk.save_benefit(&manager, &desk.new_benefit(&delivery).await)
            .await,
    );
    assert_eq!(
        standing(&desk).await,
        moved([1, 1, 0, 1, 0, 1, 0]),
        "a due benefit without evidence"
    );
    let benefit = id_in(&place);
    let later = BenefitForm {
        expected_from: "2026-06-01".to_owned(),
        ..desk.new_benefit(&delivery).await
    };
    done(desk.save_benefit(&manager, &later).await);
    assert_eq!(
        standing(&desk).await,
        moved([1, 2, 0, 1, 0, 1, 1]),
        "a benefit that is not due yet"
    );

    let form = StatementForm {
        delivery: delivery.clone(),
        ..desk.new_statement(&benefit, "submit").await
    };
    let id: StatementId = id_in(&done(desk.save_statement(&manager, &form).await))
        .parse()
        .expect("an id");
    assert_eq!(
        standing(&desk).await,
        moved([1, 2, 0, 1, 0, 1, 1]),
        "what nobody has approved counts nowhere"
    );
    review(&desk, &reviewer, id, true, "").await.expect("may review");
    assert_eq!(
        standing(&desk).await,
        moved([1, 2, 1, 1, 1, 0, 1]),
        "approved, it counts"
    );

    // The grading: seen by those who may, hidden from others until it is decided.
    let proposal = desk.demo.report_json(2025).await["areas"][2]["proposal"]["level"].clone();
    let level = proposal.as_str().expect("a proposed level").to_owned();
    let form = AssessmentForm {
        level: level.clone(),
        delivery: level.clone(),
        expected: level.clone(),
        realised: level.clone(),
        motivation: "Mycket återstår.".to_owned(),
        action: "submit".to_owned(),
        ..desk.assessment_form(None, &steering).await.form
    };
    done(desk.save_assessment(&steering, &form).await);
    let area = &desk.demo.report_json(2025).await["areas"][2];
    assert_eq!((&area["number"], &area["level"]), (&json!("4.3"), &json!(level)));
    assert_eq!(area["motivation"], "Mycket återstår.");
    for (ctx, sees) in [(desk.demo.ctx(Role::Leadership), true), (manager.clone(), false)] {
        let standing = service::overview_view(&ctx, desk.services(), None)
            .await
            .expect("may read")
            .standing;
        let standing = standing.expect("a report");
        assert_eq!(
            standing.report.to_year, 2025,
            "the overview opens on the newest report"
        );
        assert_eq!(standing.area("4.3").expect("the area").assessment.is_some(), sees);
    }

    // What the decided report was made from changes too: a delivery of its, a benefit, and what was
    // found as of its years.
    let old = desk.view().await.deliveries.swap_remove(0);
    let form = desk
        .delivery_form(Some(old.delivery.id), None, &manager)
        .await
        .form;
    let form = DeliveryForm {
        name: "Ett annat namn".to_owned(),
        ..form
    };
    done(desk.save_delivery(&manager, &form).await);
    let benefit = old.benefits[0].benefit.id;
    let form = desk.benefit_form(Some(benefit), None, &manager).await.form;
    let form = BenefitForm {
        description: "Något annat".to_owned(),
        ..form
    };
    done(desk.save_benefit(&manager, &form).await);
    let form = StatementForm {
        as_of: "2024-06-30".to_owned(),
        delivery: old.delivery.id.to_string(),
        ..desk.new_statement(&benefit.to_string(), "submit").await
    };
    let id = id_in(&done(desk.save_statement(&manager, &form).await));
    review(&desk, &reviewer, id.parse().expect("an id"), true, "")
        .await
        .expect("may review");
    assert_eq!(
        standing(&desk).await[2],
        start[2] + 2,
        "the open report counts it as well"
    );

    assert!(
        desk.demo.report(2024).await == decided,
        "the decided report is not the same, byte for byte"
    );
    for ctx in [manager, steering] {
        let standing = service::overview_view(&ctx, desk.services(), Some(2024))
            .await
            .expect("may read")
            .standing;
        assert_eq!(standing.expect("a report").totals.deliveries, 33);
    }
}

async fn a_decided_report_takes_no_grading(world: World) {
    let desk = Desk::new(&world).await;
    let steering = desk.steering();
    let view = service::assessment_view(
        &steering,
        desk.services(),
        &SubjectKey::Area("4.3".to_owned()),
        Some(2024),
        None,
    )
    .await;
    let view = view.expect("may read");
    assert!(!view.may_assess);
    let before = (desk.demo.export().await, desk.events().await);
    let form = AssessmentForm {
        motivation: "Bättre".to_owned(),
        ..view.state.form
    };
    let answer = service::assessment_save(&steering, desk.services(), form).await;
    assert!(matches!(answer, Err(ServiceError::State(_))), "{answer:?}");
    assert_eq!(
        (desk.demo.export().await, desk.events().await),
        before,
        "something was written"
    );
}
