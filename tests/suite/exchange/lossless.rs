//! Out and in again without loss: in whatever order, however much, and on either database.

use domain::role::Role;
use serde_json::{Value, json};
use service::Format;
use store::Kind;

use super::{NEW, NOWHERE, OPERATOR, bytes, import, like_the_last, push};
use crate::support::database::{World, on, on_both};
use crate::support::demo::{Demo, export, portfolio, portfolio_json};
use crate::support::rows::count;

on_both!(
    what_is_exported_is_imported_elsewhere_without_loss,
    order_in_the_file_does_not_matter,
    a_large_portfolio_is_imported_whole,
);

async fn what_is_exported_is_imported_elsewhere_without_loss(world: World) {
    let first = world.services().await;
    let imported = import(&first, &portfolio()).await.expect("imports");
    assert!(
        imported.added > 200 && imported.changed == 0 && imported.frozen == 1,
        "{imported:?}"
    );
    let out = export(&first).await;

    let second = world.services().await;
    import(&second, &out).await.expect("imports");
    let again = export(&second).await;
    assert!(out == again, "the second export differs");
    for year in [2024, 2025] {
        let [a, b] =
            [&first, &second].map(|services| service::report_render(&OPERATOR, services, year, Format::Json));
        assert!(
            a.await.expect("renders") == b.await.expect("renders"),
            "the report {year} differs"
        );
    }

    // And what was written by hand comes out as it went in: nothing but defaults is added.
    let exported: Value = serde_json::from_slice(&out).expect("JSON");
    for (name, list) in portfolio_json().as_object().expect("an object") {
        if let (Some(given), Some(got)) = (list.as_array(), exported[name].as_array())
            && name != "frozen_reports"
        {
            assert_eq!(given.len(), got.len(), "{name}");
            for entity in given {
                let found = got.iter().find(|one| one["id"] == entity["id"]);
                let found = found.unwrap_or_else(|| panic!("{name} {} is not there", entity["id"]));
                contains(found, entity, name);
            }
        }
    }
}

/// Every given field is there with its value.
fn contains(found: &Value, given: &Value, place: &str) {
    match (found, given) {
        (Value::Object(found), Value::Object(given)) => {
            for (name, value) in given {
                contains(
                    found.get(name).unwrap_or(&Value::Null),
                    value,
                    &format!("{place}.{name}"),
                );
            }
        }
        (Value::Array(found), Value::Array(given)) => {
            assert_eq!(found.len(), given.len(), "{place}");
            for (found, given) in found.iter().zip(given) {
                contains(found, given, place);
            }
        }
        _ => assert_eq!(found, given, "{place}"),
    }
}

/// Lists may come in any order, and a thing before the one that it refers to.
async fn order_in_the_file_does_not_matter(world: World) {
    let (first, second) = (world.services().await, world.services().await);
    let mut document = portfolio_json();
    let parent = json!("01961c54-8c00-7f05-8000-000000000001");
    push(
        &mut document,
        "units",
        json!({ "id": NEW, "name": "En del", "parent": parent }),
    );
    push(
        &mut document,
        "units",
        json!({ "id": parent, "name": "Helheten" }),
    );
    let superseded = document["statements"][74]["id"].clone();
    let mut correction = document["statements"][74].clone();
    correction["id"] = json!(NOWHERE);
    correction["figures"] = json!([]);
    correction["supersedes"] = superseded;
    document["statements"]
        .as_array_mut()
        .expect("a list")
        .insert(0, correction);
    document["portfolios"].as_array_mut().expect("a list").reverse();
    import(&first, &bytes(&document)).await.expect("imports");
    for (name, list) in document.as_object_mut().expect("an object") {
        // Versions of an assessment are numbered in the order of the file.
        if let Some(list) = list.as_array_mut().filter(|_| name != "assessments") {
            list.reverse();
        }
    }
    import(&second, &bytes(&document)).await.expect("imports");
    let [first, second] = [export(&first).await, export(&second).await]
        .map(|file| serde_json::from_slice::<Value>(&file).expect("JSON"));
    for name in document.as_object().expect("an object").keys() {
        assert_eq!(first[name], second[name], "{name}");
    }
}

async fn a_large_portfolio_is_imported_whole(world: World) {
    // More values than SQLite takes in one statement; and each statement corrects the one after it.
    let mut document = portfolio_json();
    for _ in 0..1_700 {
        let id = uuid::Uuid::now_v7();
        like_the_last(&mut document, "statements", json!({ "id": id }));
    }
    let statements = document["statements"].as_array_mut().expect("a list");
    for index in 0..statements.len() - 1 {
        statements[index]["supersedes"] = statements[index + 1]["id"].clone();
    }
    let expected = statements.len() as i64;
    assert!(expected * 20 > 32_766, "only {expected} statements");
    let services = world.services().await;
    import(&services, &bytes(&document)).await.expect("imports");
    assert_eq!(count(&services.store, "statement").await, expected);
    let out = export(&services).await;
    assert!(import(&services, &out).await.expect("imports").is_nothing());
}

#[test]
fn both_databases_give_the_same_reports_and_the_same_file() {
    let mut told: Vec<Vec<Vec<u8>>> = Vec::new();
    for kind in [Kind::Sqlite, Kind::Postgres] {
        on(kind, |world| {
            let told = &mut told;
            async move {
                let demo = Demo::load(&world).await;
                let mut all = vec![demo.export().await];
                for year in [2024, 2025] {
                    all.push(demo.report(year).await);
                    let ctx = demo.ctx(Role::PortfolioManager);
                    let view = service::overview_view(&ctx, &demo.services, Some(year))
                        .await
                        .expect("may read");
                    assert_eq!(view.ahead, year == 2025, "its cut-off is still to come");
                    all.push(format!("{:?}", view.standing).into_bytes());
                }
                told.push(all);
            }
        });
    }
    for (index, (sqlite, postgres)) in told[0].iter().zip(&told[1]).enumerate() {
        assert!(sqlite == postgres, "answer {index} differs");
        assert!(sqlite.len() > 1_000, "answer {index} is hardly anything");
    }
}
