//! A report as of another day than its own.

use chrono::NaiveDate;
use domain::id::ReportId;
use domain::report_model::ReportModel;
use domain::role::Role;
use service::{Format, ServiceError, Services};

use crate::support::database::{World, on_both};
use crate::support::demo::Demo;
use crate::support::operator;
use crate::support::rows::text;

on_both!(
    a_decided_report_is_judged_as_of_any_day_and_stays_as_it_was_decided,
    nobody_judges_a_report_that_they_may_not_know_of,
);

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

async fn report(services: &Services, to_year: i32) -> ReportModel {
    let view = service::report_view_of_year(&operator(), services, to_year).await;
    view.expect("the report").model
}

async fn a_decided_report_is_judged_as_of_any_day_and_stays_as_it_was_decided(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let ctx = demo.ctx(Role::Auditor);
    let decided = report(services, 2024).await;
    let (id, own) = (decided.report.id, decided.report.cut_off);
    let bytes = service::report_file(&ctx, services, id, Format::Json).await;
    let (_, bytes) = bytes.expect("may read");
    let as_of = async |on: NaiveDate| {
        let view = service::report_as_of(&ctx, services, id, Some(on)).await;
        view.expect("may read").model.expect("a day is asked for")
    };

    // Nothing has happened since it was decided: as of its own day it is what was decided, and says that it is not it.
    let same = as_of(own).await;
    assert_eq!(same.own_cut_off, Some(own));
    assert_eq!(same.standing.tally, decided.standing.tally);
    assert_eq!(same.standing.areas, decided.standing.areas);

    // The day before, none of its statements had come, since their source gives them the last day.
    let before = as_of(own.pred_opt().expect("a day")).await;
    let (then, now) = (&before.standing.tally, &decided.standing.tally);
    assert!(now.stated > 0 && then.stated == 0, "{then:?} {now:?}");
    assert_eq!(before.report.decision, decided.report.decision);
    assert_eq!(
        before.overall, decided.overall,
        "levels are those that were decided"
    );

    // Years before it, nothing was due.
    let long_before = as_of(day("2000-01-01")).await;
    assert!(long_before.standing.tally.due() < now.due());

    // As a file it says what it is, and is not taken for what is stored.
    let on = own.pred_opt().expect("a day");
    let (model, file) = service::report_as_of_file(&ctx, services, id, on, Format::Json)
        .await
        .expect("may read");
    assert_eq!(model, before);
    let file: serde_json::Value = serde_json::from_slice(&file).expect("JSON");
    assert_eq!(file["cut_off"], on.to_string());
    assert_eq!(file["own_cut_off"], own.to_string());
    let again = service::report_file(&ctx, services, id, Format::Json).await;
    assert_eq!(
        again.expect("may read").1,
        bytes,
        "what is decided is served as it was"
    );
    let taken = "SELECT COUNT(*) || '' FROM audit_event WHERE action = 'report.export'";
    assert_eq!(text(&services.store, taken).await, "3");
}

async fn nobody_judges_a_report_that_they_may_not_know_of(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let ctx = demo.ctx(Role::Reviewer);
    let open = report(services, 2025).await.report.id;
    for on in [None, Some(day("2025-06-30"))] {
        let refused = service::report_as_of(&ctx, services, open, on).await;
        assert!(matches!(refused, Err(ServiceError::NotFound)), "{refused:?}");
    }
    let refused = service::report_as_of(&ctx, services, ReportId::from(uuid::Uuid::nil()), None).await;
    assert!(matches!(refused, Err(ServiceError::NotFound)), "{refused:?}");
}
