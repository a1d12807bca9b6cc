//! The file is what its schema and its documentation say.

use serde_json::Value;
use service::exchange::portfolio_export;
use service::{Format, ServiceError};

use super::{OPERATOR, bytes, import, violations};
use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, portfolio_json};
use crate::support::{operator, repository_file};

on_both!(
    an_export_follows_the_schema,
    an_empty_database_gives_no_file_that_cannot_be_imported,
    the_example_in_the_documentation_is_imported_as_it_stands,
);

#[test]
fn the_demo_follows_the_schema() {
    assert_eq!(violations(&portfolio_json()), [""; 0]);
}

async fn an_export_follows_the_schema(world: World) {
    let demo = Demo::load(&world).await;
    let document: Value = serde_json::from_slice(&demo.export().await).expect("JSON");
    assert_eq!(violations(&document), [""; 0]);
}

async fn an_empty_database_gives_no_file_that_cannot_be_imported(world: World) {
    let services = world.services().await;
    match portfolio_export(&operator(), &services).await {
        Err(ServiceError::State(_) | ServiceError::NotFound) => {}
        Err(other) => panic!("{other:?}"),
        Ok(file) => {
            let document: Value = serde_json::from_slice(&file).expect("JSON");
            assert_eq!(violations(&document), [""; 0]);
            import(&services, &file).await.expect("imports");
        }
    }
}

/// The file that ends docs/exchange.md.
fn example() -> Value {
    let page = repository_file("docs/exchange.md");
    let (_, rest) = page.split_once("## A minimal example").expect("the chapter");
    let (_, rest) = rest.split_once("```json\n").expect("the file");
    let (file, _) = rest.split_once("```").expect("its end");
    serde_json::from_str(file).expect("JSON")
}

async fn the_example_in_the_documentation_is_imported_as_it_stands(world: World) {
    assert_eq!(violations(&example()), [""; 0]);
    let services = world.services().await;
    let imported = import(&services, &bytes(&example())).await.expect("imports");
    assert_eq!((imported.changed, imported.frozen), (0, 0));
    let report = service::report_render(&OPERATOR, &services, 2026, Format::Json)
        .await
        .expect("renders");
    let report: Value = serde_json::from_slice(&report).expect("JSON");
    assert_eq!(report["coverage"]["stated"], 1);
}
