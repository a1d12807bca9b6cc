//! Calculations as a file: out and in, the same, and what is approved is not changed by it.

use domain::role::Role;
use serde_json::{Value, json};
use service::CalculationStep;

use super::{first, step};
use crate::support::calculations::sent;
use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, export, portfolio_json};
use crate::support::operator;

on_both!(a_calculation_goes_out_and_in_as_a_file);

async fn a_calculation_goes_out_and_in_as_a_file(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let (initiative, benefit) = first(&portfolio_json());
    let (manager, steering) = (demo.ctx(Role::PortfolioManager), demo.ctx(Role::SteeringUnit));
    let id = sent(&manager, services, initiative, benefit).await;
    assert_eq!(
        step(&steering, services, id, CalculationStep::Approve).await,
        "godkand-lofte"
    );
    let out = demo.export().await;
    let mut file: Value = serde_json::from_slice(&out).expect("JSON");
    let calculation = &file["calculations"][0];
    assert_eq!(calculation["promise"], json!(true));
    assert_eq!(
        calculation["alternatives"][0]["lines"][1]["amounts"][1]["likely"],
        json!(60_050_000)
    );

    let unchanged = service::exchange::portfolio_import(&operator(), services, &out).await;
    assert!(unchanged.expect("imports").is_nothing());
    // What is approved never changes, by a file either.
    let line = &mut file["calculations"][0]["alternatives"][0]["lines"][1];
    line["amounts"][1]["likely"] = json!(60_050_001);
    let refused =
        service::exchange::portfolio_import(&operator(), services, file.to_string().as_bytes()).await;
    let said = refused.expect_err("refused").to_string();
    assert!(
        said.contains("calculations[0]") && said.contains("approved"),
        "{said}"
    );
    file["calculations"][0]["alternatives"][0]["lines"][1]["amounts"][1]["likely"] = json!(70_000_000);
    let refused =
        service::exchange::portfolio_import(&operator(), services, file.to_string().as_bytes()).await;
    let said = refused.expect_err("refused").to_string();
    assert!(said.contains("rising order"), "{said}");

    let elsewhere = world.services().await;
    service::exchange::portfolio_import(&operator(), &elsewhere, &out)
        .await
        .expect("imports");
    assert_eq!(export(&elsewhere).await, out);
}
