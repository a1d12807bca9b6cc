//! The whole portfolio in one file: out and in again without loss, all of it or nothing.

mod changes;
mod decided;
mod documented;
mod lossless;
mod wrong;

use std::sync::LazyLock;

use jsonschema::Validator;
use serde_json::{Value, json};
use service::exchange::{ImportProblem, Imported, portfolio_import};
use service::{ServiceError, Services};

use crate::support::demo::{export, portfolio_json};
use crate::support::rows::things_done;
use crate::support::{operator, repository_file};

async fn import(services: &Services, file: &[u8]) -> Result<Imported, ServiceError> {
    portfolio_import(&operator(), services, file).await
}

fn bytes(document: &Value) -> Vec<u8> {
    document.to_string().into_bytes()
}

/// The portfolio as a file, and how many things were done; taking the file is not one of them.
async fn state(services: &Services) -> (Vec<u8>, i64) {
    (export(services).await, things_done(&services.store).await)
}

fn refused(answer: Result<Imported, ServiceError>) -> Vec<ImportProblem> {
    match answer {
        Err(ServiceError::Import(error)) => error.0,
        Err(other) => panic!("refused without naming the row: {other:?}"),
        Ok(imported) => panic!("it was imported: {imported:?}"),
    }
}

static OPERATOR: LazyLock<domain::ctx::Ctx> = LazyLock::new(operator);

/// The demo with something new and something changed in it, all of it in order.
fn changed() -> Value {
    let mut document = portfolio_json();
    let area = document["areas"][0]["id"].clone();
    document["units"].as_array_mut().expect("a list").push(json!({
        "id": NEW, "name": "En ny enhet",
    }));
    document["initiatives"].as_array_mut().expect("a list").push(json!({
        "id": NEW_INITIATIVE, "name": "Ett nytt initiativ", "area": area, "status": { "value": "ongoing" },
    }));
    document["areas"][1]["name"] = json!("Ett nytt namn");
    document["deliveries"][0]["note"] = json!("En ny anmärkning");
    document
}

const NEW: &str = "01961c54-8c00-7f01-8000-000000000001";
const NEW_INITIATIVE: &str = "01961c54-8c00-7f02-8000-000000000001";
const NOWHERE: &str = "01961c54-8c00-7f03-8000-000000000001";

fn push(document: &mut Value, list: &str, entity: Value) {
    document[list].as_array_mut().expect("a list").push(entity);
}

/// The last of a list, under a new name, with some fields as given.
fn like_the_last(document: &mut Value, list: &str, fields: Value) {
    let mut entity = document[list]
        .as_array()
        .expect("a list")
        .last()
        .expect("not empty")
        .clone();
    entity["id"] = json!(NOWHERE);
    if entity.get("figures").is_some() {
        entity["figures"] = json!([]);
    }
    for (name, value) in fields.as_object().expect("fields") {
        entity[name] = value.clone();
    }
    push(document, list, entity);
}

pub(crate) fn schema() -> Validator {
    let schema = serde_json::from_str(&repository_file("docs/exchange.schema.json")).expect("JSON");
    jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .expect("a schema")
}

fn violations(document: &Value) -> Vec<String> {
    schema()
        .iter_errors(document)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}
