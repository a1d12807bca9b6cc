//! The example: loaded, tried, and removed so that nothing of it is left.

mod beside;
mod in_the_way;
mod page;
mod written;

use std::collections::BTreeMap;

use domain::ctx::Ctx;
use domain::example::Removal;
use domain::form::{AreaForm, AreaSetForm};
use domain::role::{Role, Scope};
use serde_json::Value;
use service::{Answer, Result, Services};
use store::{Kind, Store};
use uuid::Uuid;

use crate::exchange::schema;
use crate::support::database::{World, on_both};
use crate::support::demo::somebody;
use crate::support::repository_file;
use crate::support::rows::{audit_seq, count, number, texts};

on_both!(
    loading_and_removing_leaves_everything_as_it_was,
    nothing_but_what_was_shown_goes,
);

/// Where an accepted form leads.
fn done(answer: Result<Answer>) -> String {
    match answer {
        Ok(Answer::Done(place)) => place,
        other => panic!("not accepted: {other:?}"),
    }
}

/// Part of an address, after what comes before it.
fn after(place: &str, before: &str) -> String {
    let (_, rest) = place.split_once(before).expect("the address has that part");
    rest.split(['?', '#', '/']).next().unwrap_or_default().to_owned()
}

fn key() -> String {
    Uuid::now_v7().to_string()
}

fn steering() -> Ctx {
    somebody(Role::SteeringUnit, Scope::All)
}

fn manager() -> Ctx {
    somebody(Role::PortfolioManager, Scope::All)
}

async fn load(services: &Services) -> String {
    let place = service::example_load(&steering(), services).await.expect("may");
    after(&place, "klart=")
}

async fn removal(services: &Services) -> (Removal, String) {
    let view = service::example_view(&steering(), services).await.expect("may");
    (view.removal.expect("it is loaded"), view.seen)
}

async fn remove(services: &Services) -> String {
    let (_, seen) = removal(services).await;
    service::example_remove(&steering(), services, &seen)
        .await
        .expect("may")
}

/// How many rows every table has, but those of the audit log and of what browsers do.
async fn rows(store: &Store) -> BTreeMap<String, i64> {
    let tables = match store.kind() {
        Kind::Sqlite => "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
        Kind::Postgres => {
            "SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'public'"
        }
    };
    let left_out = ["form_draft", "form_submission", "session", "seaql_migrations"];
    let mut rows = BTreeMap::new();
    for table in texts(store, tables).await {
        if !table.starts_with("audit_") && !left_out.contains(&table.as_str()) {
            rows.insert(table.clone(), count(store, &table).await);
        }
    }
    assert!(rows.len() > 30, "{rows:?}");
    rows
}

async fn area_set(services: &Services) -> String {
    let form = AreaSetForm {
        submission: key(),
        name: "Våra områden".to_owned(),
        ..AreaSetForm::default()
    };
    after(
        &done(service::area_set_save(&steering(), services, form).await),
        "#area_set-",
    )
}

async fn area(services: &Services, set: &str, groups: Vec<String>) {
    let form = AreaForm {
        submission: key(),
        area_set: set.to_owned(),
        number: "9".to_owned(),
        name: "Tillagt".to_owned(),
        main_groups: groups,
        ..AreaForm::default()
    };
    done(service::area_save(&steering(), services, form).await);
}

/// Identities of the example, by kind and place in the file.
fn its(list: &str, index: usize) -> String {
    let example: Value = serde_json::from_str(&repository_file("server/demo/example.json")).expect("JSON");
    let id = example[list][index]["id"].as_str().expect("an id");
    id.to_owned()
}

#[test]
fn the_example_follows_the_schema_and_decides_nothing() {
    let example: Value = serde_json::from_str(&repository_file("server/demo/example.json")).expect("JSON");
    let problems: Vec<_> = schema()
        .iter_errors(&example)
        .map(|error| error.to_string())
        .collect();
    assert_eq!(problems, [""; 0]);
    let of = |list: &str| example[list].as_array().expect("a list").clone();
    assert!(of("reports").iter().all(|report| report["decision"].is_null()));
    assert!(
        of("assessments").iter().all(|one| one["state"].is_null()),
        "a draft"
    );
    let findings: std::collections::BTreeSet<_> = of("statements")
        .iter()
        .map(|one| one["finding"]["value"].to_string())
        .collect();
    assert!(findings.len() >= 5, "{findings:?}");
    let waiting = of("statements")
        .iter()
        .filter(|one| one["state"] == "submitted")
        .count();
    assert_eq!(waiting, 1, "one waits for approval");
}

async fn loading_and_removing_leaves_everything_as_it_was(world: World) {
    let services = world.services().await;
    let store = &services.store;
    let before = rows(store).await;
    assert_eq!(load(&services).await, "exempel-inlast");
    let loaded = rows(store).await;
    assert_eq!(
        (loaded["initiative"], loaded["benefit"], loaded["agency"]),
        (3, 8, 1)
    );
    let seq = audit_seq(store).await;
    assert_eq!(load(&services).await, "exempel-finns");
    assert_eq!(audit_seq(store).await, seq, "nothing happened");

    let overview = service::overview_view(&manager(), &services, None)
        .await
        .expect("may read");
    assert!(overview.example);
    let standing = overview.standing.expect("a report");
    assert_eq!(standing.report.period(), "2024–2026");
    assert!(
        standing.totals.late > 0,
        "something is late: {:?}",
        standing.totals
    );
    let tally = &standing.tally;
    assert!(
        tally.stated > 2 && tally.missing > 0 && tally.not_due > 0,
        "different evidence: {tally:?}"
    );

    let (removal, seen) = removal(&services).await;
    assert!(removal.in_the_way.is_empty() && removal.stays.is_empty());
    assert!(removal.going.iter().all(|(_, of)| of.added == 0));
    let place = service::example_remove(&steering(), &services, &seen)
        .await
        .expect("may");
    assert_eq!(place, "/kom-igang?klart=exempel-borttaget");
    assert_eq!(rows(store).await, before);
    let again = service::example_remove(&steering(), &services, &seen)
        .await
        .expect("may");
    assert_eq!(again, "/kom-igang?klart=exempel-borta");
    for action in ["example.load", "example.remove"] {
        let sql = format!("SELECT COUNT(*) FROM audit_event WHERE action = '{action}'");
        assert_eq!(number(store, &sql).await, 1, "{action}");
    }
    let auditor = somebody(Role::Auditor, Scope::All);
    let verified = service::chain_verify(&auditor, &services, None)
        .await
        .expect("may");
    assert!(verified.is_ok(), "{verified:?}");
    assert_eq!(load(&services).await, "exempel-inlast", "and anew");
}

async fn nothing_but_what_was_shown_goes(world: World) {
    let services = world.services().await;
    load(&services).await;
    let (_, seen) = removal(&services).await;
    area(&services, &its("area_sets", 0), Vec::new()).await;
    let counted = rows(&services.store).await;
    for shown in [seen.as_str(), "", "x"] {
        let place = service::example_remove(&steering(), &services, shown)
            .await
            .expect("may");
        assert_eq!(place, "/kom-igang/exempel?klart=annat");
    }
    assert_eq!(rows(&services.store).await, counted);
    assert_eq!(remove(&services).await, "/kom-igang?klart=exempel-borttaget");
}
