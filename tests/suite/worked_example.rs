//! The demo's invented initiative: told from promise to outcome, and in no report.

use domain::effect_goal::standing::GoalOutcome;
use domain::id::InitiativeId;
use domain::percent::Percent;
use domain::role::Role;
use serde_json::Value;
use service::InitiativeView;

use crate::support::database::{World, on_both};
use crate::support::demo::Demo;
use crate::support::{operator, repository};

on_both!(
    no_report_takes_it_in_and_importing_it_again_changes_nothing,
    it_tells_the_whole_way
);

fn document() -> Vec<u8> {
    std::fs::read(repository().join("server/demo/worked-example.json")).expect("the worked example")
}

fn initiative() -> InitiativeId {
    let document: Value = serde_json::from_slice(&document()).expect("JSON");
    let id = document["initiatives"][0]["id"].as_str().expect("an id");
    id.parse().expect("an id")
}

async fn taken_in(demo: &Demo) {
    service::exchange::portfolio_import(&operator(), &demo.services, &document())
        .await
        .expect("it is taken in");
}

async fn read(demo: &Demo) -> InitiativeView {
    service::initiative_view(&demo.ctx(Role::SteeringUnit), &demo.services, initiative())
        .await
        .expect("may read")
}

async fn no_report_takes_it_in_and_importing_it_again_changes_nothing(world: World) {
    let demo = Demo::load(&world).await;
    let before = [demo.report(2024).await, demo.report(2025).await];
    taken_in(&demo).await;
    let first = read(&demo).await;
    assert!(first.initiative.example);
    taken_in(&demo).await;
    let again = read(&demo).await;
    assert_eq!(
        (again.version, &again.goals.len()),
        (first.version, &first.goals.len())
    );
    let after = [demo.report(2024).await, demo.report(2025).await];
    assert!(before == after, "a report tells of what is invented");

    // With an area of the reports, and launches within their years, it would be in them if it were not marked.
    let mut real: Value = serde_json::from_slice(&document()).expect("JSON");
    let area = crate::support::demo::portfolio_json()["areas"][0]["id"].clone();
    real["initiatives"][0]["area"] = area.clone();
    let ctx = operator();
    let taken = service::exchange::portfolio_import(&ctx, &demo.services, real.to_string().as_bytes()).await;
    taken.expect("it is taken in");
    assert!(
        before[1] == demo.report(2025).await,
        "the mark alone keeps it out"
    );
    real["initiatives"][0]["example"] = Value::Bool(false);
    let taken = service::exchange::portfolio_import(&ctx, &demo.services, real.to_string().as_bytes()).await;
    taken.expect("it is taken in");
    assert!(
        before[1] != demo.report(2025).await,
        "without the mark it is told of"
    );
}

async fn it_tells_the_whole_way(world: World) {
    let demo = Demo::load(&world).await;
    taken_in(&demo).await;
    let shown = read(&demo).await;
    assert!(shown.lacks.is_empty(), "{:?}", shown.lacks);
    let sections = || {
        let of_deliveries = shown.deliveries.iter().flat_map(|one| &one.benefits);
        of_deliveries.chain(&shown.benefits)
    };
    let fulfilments: Vec<Percent> = sections()
        .flat_map(|section| &section.goals)
        .filter_map(|goal| match goal.outcome {
            GoalOutcome::Measured { fulfilment } => Some(fulfilment),
            _ => None,
        })
        .collect();
    assert!(
        fulfilments.iter().any(|one| *one >= Percent::HUNDRED),
        "{fulfilments:?}"
    );
    assert!(
        fulfilments
            .iter()
            .any(|one| *one > Percent::ZERO && *one < Percent::HUNDRED),
        "{fulfilments:?}"
    );
    let changed = sections()
        .flat_map(|section| &section.goals)
        .any(|goal| goal.original.is_some());
    assert!(
        changed,
        "a goal was changed after the decision, with both outcomes"
    );
    let versions = service::calculation_list(&demo.ctx(Role::SteeringUnit), &demo.services, "Exempel", None)
        .await
        .expect("may read");
    assert_eq!((versions.all, versions.promised), (1, 1));
}
