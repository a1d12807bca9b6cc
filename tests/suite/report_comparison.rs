//! Reports beside each other: an open one held against the decided one before it, whose content is frozen.

use domain::assessment::SubjectKey;
use domain::id::ReportId;
use domain::report_comparison::Change;
use domain::role::Role;
use service::{ServiceError, Services};

use crate::support::database::{World, on_both};
use crate::support::demo::Demo;
use crate::support::operator;
use crate::support::rows::{must, text};

on_both!(
    an_open_report_is_held_against_the_decided_one_before_it,
    the_decided_report_is_compared_as_it_was_decided,
    nobody_compares_with_a_report_that_they_may_not_know_of,
    what_is_taken_as_a_file_leaves_a_trace,
    a_presentation_has_the_levels_of_the_decided_reports_before,
);

async fn report(services: &Services, to_year: i32) -> ReportId {
    let view = service::report_view_of_year(&operator(), services, to_year).await;
    view.expect("the report").model.report.id
}

async fn an_open_report_is_held_against_the_decided_one_before_it(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let ctx = demo.ctx(Role::SteeringUnit);
    let (decided, open) = (report(services, 2024).await, report(services, 2025).await);
    let view = service::report_comparison(&ctx, services, open, None).await;
    let view = view.expect("may read");
    assert_eq!(view.with, Some(decided));
    let compared = view.comparison.expect("two reports");
    assert_eq!((compared.before.id, compared.now.id), (decided, open));
    assert_eq!(compared.shared_years(), Some((2023, 2024)));
    assert!(!compared.unlike.areas && !compared.unlike.thresholds && !compared.unlike.length);
    // Levels are decided in the one, and nobody has set any in the other: that is no fall.
    assert_eq!(compared.level(&compared.whole), Change::Gone);
    assert!(
        compared
            .areas
            .iter()
            .all(|row| compared.level(row) == Change::Gone)
    );
    assert_eq!(compared.moved(), (0, 0, 0));
    // No calculation is approved in the demo's real portfolio.
    assert_eq!(compared.expected(&compared.whole), Change::Nothing);
    assert_eq!(compared.outcome(&compared.whole), Change::Nothing);

    // From the other side it is the same, the earlier first; by itself the decided one has none before it.
    let other = service::report_comparison(&ctx, services, decided, Some(open)).await;
    assert_eq!(other.expect("may read").comparison, Some(compared));
    let alone = service::report_comparison(&ctx, services, decided, None).await;
    let alone = alone.expect("may read");
    assert!(alone.comparison.is_none() && alone.others.len() == 1);
    let itself = service::report_comparison(&ctx, services, open, Some(open)).await;
    assert!(matches!(itself, Err(ServiceError::NotFound)), "{itself:?}");
}

async fn the_decided_report_is_compared_as_it_was_decided(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let ctx = demo.ctx(Role::SteeringUnit);
    let open = report(services, 2025).await;
    let compare = || async {
        let view = service::report_comparison(&ctx, services, open, None).await;
        view.expect("may read").comparison.expect("two reports")
    };
    let then = compare().await;
    must(&services.store, &["UPDATE area SET name = name || ' (ny)'"]).await;
    let now = compare().await;
    let names = |compared: &domain::report_comparison::Comparison| -> Vec<String> {
        let rows = compared.areas.iter();
        rows.filter_map(|row| Some(row.named.before.as_ref()?.name.clone()))
            .collect()
    };
    assert_eq!(names(&now), names(&then), "what is frozen keeps its names");
}

async fn nobody_compares_with_a_report_that_they_may_not_know_of(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let ctx = demo.ctx(Role::Reviewer);
    let (decided, open) = (report(services, 2024).await, report(services, 2025).await);
    let shown = service::report_comparison(&ctx, services, decided, None).await;
    assert!(shown.expect("may read").others.is_empty(), "it is not offered");
    for (id, with) in [(decided, Some(open)), (open, Some(decided)), (open, None)] {
        let refused = service::report_comparison(&ctx, services, id, with).await;
        assert!(matches!(refused, Err(ServiceError::NotFound)), "{refused:?}");
    }
}

async fn what_is_taken_as_a_file_leaves_a_trace(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let ctx = demo.ctx(Role::SteeringUnit);
    let (decided, open) = (report(services, 2024).await, report(services, 2025).await);
    let taken = "SELECT COUNT(*) || '' FROM audit_event WHERE action = 'report.export'";
    assert_eq!(text(&services.store, taken).await, "0");
    let nothing = service::report_comparison_exported(&ctx, services, decided, None).await;
    assert!(matches!(nothing, Err(ServiceError::NotFound)));
    assert_eq!(text(&services.store, taken).await, "0", "nothing was taken");
    let compared = service::report_comparison_exported(&ctx, services, open, None).await;
    assert_eq!(text(&services.store, taken).await, "1");
    let sheet = report::comparison::comparison_sheet(::text::Lang::Sv, &compared.expect("may"));
    assert!(sheet.rows.iter().all(|row| row.len() == sheet.heads.len()));
    let level = sheet.rows.first().expect("the whole comes first");
    assert_eq!(
        level[5],
        domain::register::Cell::Empty,
        "no level is no number: {level:?}"
    );
    assert_eq!(level[6], domain::register::Cell::Text("saknas nu".to_owned()));
}

async fn a_presentation_has_the_levels_of_the_decided_reports_before(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let ctx = demo.ctx(Role::Leadership);
    let (decided, open) = (report(services, 2024).await, report(services, 2025).await);
    let shown = service::report_presentation(&ctx, services, open).await;
    let shown = shown.expect("may read");
    let reports: Vec<ReportId> = shown.reports.iter().map(|head| head.id).collect();
    assert_eq!(reports, [decided, open]);
    assert!(shown.courses.iter().all(|course| course.judged.len() == 2));
    let whole = shown.courses.first().expect("the whole");
    assert!(whole.judged[0].is_some() && whole.judged[1].is_none());
    let alone = service::report_presentation(&ctx, services, decided).await;
    assert_eq!(alone.expect("may read").reports.len(), 1);
    let subjects = shown.model.standing.subjects();
    let areas = subjects
        .iter()
        .filter(|one| matches!(one.key, SubjectKey::Area(_)));
    assert_eq!(shown.courses.len(), areas.count() + 1);
}
