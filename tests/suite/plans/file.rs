//! Plans go out and in as a file.

use serde_json::{Value, json};
use uuid::Uuid;

use super::{owner_of, subject};
use crate::support::database::{World, on_both};
use crate::support::demo::export;
use crate::support::forms::done;
use crate::support::operator;

on_both!(a_plan_goes_out_and_in_as_a_file);

async fn a_plan_goes_out_and_in_as_a_file(world: World) {
    let subject = subject();
    let demo = subject.demo(&world).await;
    let (services, own) = (&demo.services, owner_of(subject.units[0]));
    let form = subject.typed(&own, services).await;
    done(service::realisation_plan_save(&own, services, form).await);
    let file = export(services).await;
    let document: Value = serde_json::from_slice(&file).expect("JSON");
    assert_eq!(document["realisation_plans"].as_array().map(Vec::len), Some(1));
    let problems: Vec<_> = crate::exchange::schema()
        .iter_errors(&document)
        .map(|error| error.to_string())
        .collect();
    assert_eq!(problems, [] as [String; 0]);
    let other = world.services().await;
    service::exchange::portfolio_import(&operator(), &other, &file)
        .await
        .expect("imports");
    assert_eq!(export(&other).await, file, "lossless");
    let again = service::exchange::portfolio_import(&operator(), &other, &file).await;
    assert!(again.expect("imports").is_nothing());

    // A benefit has one plan, and a plan names what there is.
    let refused = |change: fn(&mut Value)| {
        let mut changed = document.clone();
        change(&mut changed["realisation_plans"]);
        let other = &other;
        async move {
            let file = changed.to_string();
            let refused = service::exchange::portfolio_import(&operator(), other, file.as_bytes()).await;
            refused.expect_err("it is wrong").to_string()
        }
    };
    let twice = refused(|plans| {
        let mut copy = plans[0].clone();
        copy["id"] = json!(Uuid::now_v7());
        copy["activities"] = json!([]);
        plans.as_array_mut().expect("a list").push(copy);
    });
    assert!(twice.await.contains("has another plan"));
    let nowhere = refused(|plans| plans[0]["activities"][0]["unit"] = json!(Uuid::now_v7()));
    assert!(nowhere.await.contains("there is no unit"));
    let silent = refused(|plans| plans[0]["risks"][0]["text"] = json!(" "));
    assert!(silent.await.contains("is empty"));
}
