//! A report's life in another database: it goes along with the portfolio, and out again the same.

use domain::id::ReportId;
use domain::role::Role;
use serde_json::{Value, json};
use service::ServiceError;
use service::exchange::portfolio_import;

use super::{corrected, form, proposed, shown};
use crate::report_life::{commented, life};
use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, export};
use crate::support::forms::done;
use crate::support::operator;

on_both!(a_reports_life_goes_along_to_another_database);

async fn a_reports_life_goes_along_to_another_database(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let (steering, leadership) = (demo.ctx(Role::SteeringUnit), demo.ctx(Role::Leadership));
    let id = crate::report_life::ready(&demo).await;
    commented(&leadership, services, id, "4.5").await;
    let review = service::report_review(&steering, services, id, None).await;
    let comment = &review.expect("may read").comments[0];
    let answered = service::comment_resolve(
        &steering,
        services,
        comment.comment.id,
        comment.version,
        "Skrivet.",
    )
    .await;
    answered.expect("may");
    // Under review it goes along with its comments.
    let elsewhere = world.services().await;
    let file = export(services).await;
    portfolio_import(&operator(), &elsewhere, &file)
        .await
        .expect("imports");
    let there = service::report_review(&operator(), &elsewhere, id, None).await;
    let there = there.expect("may read").comments;
    assert_eq!(there[0].comment.answer.as_deref(), Some("Skrivet."));
    assert_eq!(
        (there[0].written_at, &there[0].written_by),
        (comment.written_at, &None)
    );

    // Decided and corrected meanwhile, the same database gets the rest.
    decided_now(&demo, id).await;
    corrected(&demo, form(id, "4.1")).await;
    proposed(&steering, services, form(id, "4.2")).await;
    let file = export(services).await;
    assert_eq!(violations(&file), [""; 0], "what goes along follows the schema");
    portfolio_import(&operator(), &elsewhere, &file)
        .await
        .expect("imports");
    let again = portfolio_import(&operator(), &elsewhere, &file).await;
    assert!(again.expect("imports again").is_nothing());
    assert_eq!(
        shown(&operator(), &elsewhere, id).await.made,
        shown(&leadership, services, id).await.made
    );
    assert_eq!(shown(&operator(), &elsewhere, id).await.proposed.len(), 1);
    let steps = |of: service::ReportLifeView| -> Vec<_> {
        of.steps
            .into_iter()
            .map(|one| (one.step, one.note, one.at))
            .collect()
    };
    assert_eq!(
        steps(life(&operator(), &elsewhere, id).await),
        steps(life(&leadership, services, id).await)
    );
    assert_eq!(export(&elsewhere).await, file, "and out again, the same");

    // What was taken, said and made stays so.
    let document: Value = serde_json::from_slice(&file).expect("JSON");
    for (place, value) in [
        ("/report_corrections/0/correct", json!("Annat.")),
        ("/report_comments/0/text", json!("Annat.")),
        ("/report_steps/0/note", json!("Annat.")),
        (
            "/report_corrections/0/made/original_sha256",
            json!("0".repeat(64)),
        ),
        ("/report_corrections/0/made/number", json!(3)),
        ("/report_corrections/1/replaces", json!(7)),
        ("/report_steps/1/step", json!("publish")),
        ("/report_steps/0/number", json!(2)),
    ] {
        let mut spoiled = document.clone();
        *spoiled.pointer_mut(place).expect("is there") = value;
        let refused = portfolio_import(&operator(), &elsewhere, spoiled.to_string().as_bytes()).await;
        assert!(
            matches!(refused, Err(ServiceError::Import(_))),
            "{place}: {refused:?}"
        );
    }
}

async fn decided_now(demo: &Demo, id: ReportId) {
    let leadership = demo.ctx(Role::Leadership);
    let view = service::report_decision(&leadership, &demo.services, id, None).await;
    let form = crate::report_life::filled(&view.expect("may see it"));
    done(service::report_decide(&leadership, &demo.services, form).await);
}

fn violations(file: &[u8]) -> Vec<String> {
    let document: Value = serde_json::from_slice(file).expect("JSON");
    crate::exchange::schema()
        .iter_errors(&document)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}
