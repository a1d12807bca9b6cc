//! What waits in a report's life, in the list of whoever does it.

use domain::ctx::Ctx;
use domain::report::life::ReportStep;
use domain::role::Role;
use domain::work::{WorkItem, WorkKind};
use service::Services;

use super::{decision, filled, form, proposed};
use crate::report_life::{commented, ready, step};
use crate::support::database::{World, on_both};
use crate::support::demo::Demo;
use crate::support::forms::done;
use crate::support::operator;

on_both!(what_waits_in_a_reports_life_stands_in_the_list_of_whoever_does_it);

/// What waits in somebody's list of a kind.
async fn waiting(ctx: &Ctx, services: &Services, kind: WorkKind) -> Vec<WorkItem> {
    let view = service::work_view(ctx, services, None, Some(kind)).await;
    let sections = view.expect("may read").sections;
    sections.into_iter().flat_map(|section| section.items).collect()
}

async fn what_waits_in_a_reports_life_stands_in_the_list_of_whoever_does_it(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let (steering, leadership) = (demo.ctx(Role::SteeringUnit), demo.ctx(Role::Leadership));
    let report = ready(&demo).await;
    let [to_decide] = &waiting(&leadership, services, WorkKind::DecideReport).await[..] else {
        panic!("the report is to be decided");
    };
    assert_eq!(to_decide.day, Some(steering.today()));
    assert!(
        waiting(&steering, services, WorkKind::MendReport)
            .await
            .is_empty()
    );

    commented(&leadership, services, report, "whole").await;
    assert!(
        waiting(&leadership, services, WorkKind::DecideReport)
            .await
            .is_empty()
    );
    assert_eq!(waiting(&steering, services, WorkKind::MendReport).await.len(), 1);

    step(
        &leadership,
        services,
        report,
        ReportStep::Return,
        "Område 2 saknar källa.",
    )
    .await;
    let [to_mend] = &waiting(&steering, services, WorkKind::MendReport).await[..] else {
        panic!("the report is to be mended");
    };
    assert_eq!(to_mend.note.as_deref(), Some("Område 2 saknar källa."));

    let decided = service::report_view_of_year(&operator(), services, 2024).await;
    let decided = decided.expect("is there").model.report;
    let id = proposed(&steering, services, form(decided.id, "whole")).await;
    let [to_correct] = &waiting(&leadership, services, WorkKind::DecideCorrection).await[..] else {
        panic!("the correction is to be decided");
    };
    assert_eq!(to_correct.name, "Handläggningen tar längre tid.");
    let decision = filled(&decision(&leadership, services, id).await);
    done(service::report_correction_decide(&leadership, services, decision).await);
    assert!(
        waiting(&leadership, services, WorkKind::DecideCorrection)
            .await
            .is_empty()
    );
}
