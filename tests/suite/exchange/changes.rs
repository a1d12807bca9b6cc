//! An import adds what is new and changes what differs, with events that tell of it, and removes nothing.

use serde_json::{Value, json};
use service::exchange::Imported;

use super::{bytes, changed, import, state};
use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, export, portfolio};
use crate::support::rows::{audit_seq, count};

on_both!(
    an_import_again_does_nothing_and_leaves_no_event,
    an_import_adds_what_is_new_changes_what_differs_and_removes_nothing,
    what_is_changed_by_an_import_is_in_the_audit_log,
);

async fn an_import_again_does_nothing_and_leaves_no_event(world: World) {
    let services = world.services().await;
    import(&services, &portfolio()).await.expect("imports");
    let (out, events) = state(&services).await;
    for file in [portfolio(), out.clone()] {
        let again = import(&services, &file).await.expect("imports");
        assert!(again.is_nothing(), "{again:?}");
    }
    assert!(state(&services).await == (out, events));
}

async fn an_import_adds_what_is_new_changes_what_differs_and_removes_nothing(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let mut document = changed();
    // What a file does not mention stays, whatever refers to it.
    document["sus_evaluations"] = json!([]);
    let sus = count(&services.store, "sus_evaluation").await;
    let imported = import(services, &bytes(&document)).await.expect("imports");
    assert_eq!(
        imported,
        Imported {
            added: 2,
            changed: 2,
            frozen: 0
        }
    );
    assert_eq!(count(&services.store, "sus_evaluation").await, sus);
    let out: Value = serde_json::from_slice(&export(services).await).expect("JSON");
    assert_eq!(out["areas"][1]["name"], "Ett nytt namn");
    assert_eq!(out["deliveries"][0]["note"], "En ny anmärkning");
}

async fn what_is_changed_by_an_import_is_in_the_audit_log(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let before = audit_seq(&services.store).await;
    import(services, &bytes(&changed())).await.expect("imports");
    let what =
        format!("SELECT action || ' ' || subject_kind FROM audit_event WHERE seq > {before} ORDER BY seq");
    let events = crate::support::rows::texts(&services.store, &what).await;
    assert_eq!(
        events,
        [
            "area.import area",
            "delivery.import delivery",
            "portfolio.import portfolio"
        ]
    );
    let payload = format!("SELECT payload FROM audit_payload WHERE seq = {}", before + 1);
    let payload: Value =
        serde_json::from_str(&crate::support::rows::text(&services.store, &payload).await).expect("JSON");
    assert_eq!(payload["who"], "operator");
    assert_ne!(payload["before"]["name"], payload["after"]["name"]);
}
