//! The library as a file: out and in, the same, and what is approved is not changed by it.

use domain::role::Role;
use serde_json::{Value, json};

use super::{approved, filled, first, line, page, renewed};
use crate::support::calculations::{begun, lines};
use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, export, portfolio_json};
use crate::support::factors::{shown, typed};
use crate::support::forms::done;
use crate::support::operator;

on_both!(the_library_goes_out_and_in_as_a_file);

async fn the_library_goes_out_and_in_as_a_file(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let (initiative, benefit) = first(&portfolio_json());
    let manager = demo.ctx(Role::PortfolioManager);
    let factor = approved(&demo, typed("Handläggare", "hourly_cost", "450,00")).await;
    renewed(&demo, factor, "2025-01-01".parse().expect("a day"), "460").await;
    let id = begun(&manager, services, initiative).await;
    let form = lines(&manager, services, id, benefit).await;
    done(service::calculation_lines_save(&manager, services, form).await);
    let target = line(&manager, services, id, "Minskat porto").await.id;
    let form = filled(page(&manager, services, id, target).await.state.form);
    done(service::line_build_save(&manager, services, form).await);

    let out = demo.export().await;
    let file: Value = serde_json::from_slice(&out).expect("JSON");
    let violations: Vec<String> = crate::exchange::schema()
        .iter_errors(&file)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert_eq!(violations, [""; 0]);
    assert_eq!(file["factors"][0]["values"][0]["value"], json!("450.00"));
    let build = &file["calculations"][0]["alternatives"][0]["lines"][1]["build"];
    assert_eq!(build["hourly"]["value"], json!("460"));
    let import = async |file: &Value| {
        let bytes = file.to_string();
        service::exchange::portfolio_import(&operator(), services, bytes.as_bytes()).await
    };
    assert!(import(&file).await.expect("imports").is_nothing());

    // What is approved never changes, by a file either; nor does the order of two from one day.
    let mut other = file.clone();
    other["factors"][0]["values"][0]["value"] = json!("451.00");
    let mut turned = file.clone();
    turned["factors"][0]["values"]
        .as_array_mut()
        .expect("a list")
        .reverse();
    for changed in [&other, &turned] {
        let said = import(changed).await.expect_err("refused").to_string();
        assert!(said.contains("factors[0]") && said.contains("approved"), "{said}");
    }
    let mut wrong = file.clone();
    wrong["factors"][0]["values"][0]["price_level"] = Value::Null;
    wrong["calculations"][0]["alternatives"][0]["lines"][1]["build"]["share"]["high"] = json!("200");
    let said = import(&wrong).await.expect_err("refused").to_string();
    assert!(
        said.contains("price_level") && said.contains("is not between 0 and 100"),
        "{said}"
    );
    // A new name leaves values and their reviews alone.
    let mut renamed = file.clone();
    renamed["factors"][0]["name"] = json!("Handläggare, nytt namn");
    assert!(!import(&renamed).await.expect("imports").is_nothing());
    let view = shown(&manager, services, factor).await;
    assert!(
        view.values
            .iter()
            .all(|value| value.reviewed.is_some() && value.written_by.len() == 1)
    );

    let elsewhere = world.services().await;
    service::exchange::portfolio_import(&operator(), &elsewhere, &out)
        .await
        .expect("imports");
    assert_eq!(export(&elsewhere).await, out);
}
