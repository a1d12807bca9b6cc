//! Freed time and values in kronor go out and come in as a file, which is held to the rules of forms.

use domain::freed_time::DispositionKind;
use domain::role::Role;
use domain::sek_value::SekGround;
use rust_decimal::Decimal;
use serde_json::{Value, json};
use service::{FreedTimeTarget, StatementTarget};
use uuid::Uuid;

use super::{draft_statement, sent, subject, worth};
use crate::support::database::{World, on_both};
use crate::support::forms::done;
use crate::support::operator;

on_both!(both_go_out_and_in_as_a_file);

async fn both_go_out_and_in_as_a_file(world: World) {
    let subject = subject();
    let demo = subject.demo(&world).await;
    let (services, manager) = (&demo.services, demo.ctx(Role::PortfolioManager));
    let gone = [(DispositionKind::BudgetCut, "40")];
    let form = subject.typed((&manager, services), 2024, "100", &gone).await;
    done(service::freed_time_save(&manager, services, form).await);
    let new = StatementTarget::New {
        delivery: None,
        benefit: Some(subject.benefit),
    };
    let statement = draft_statement((&manager, services), &subject, new, "draft").await;
    worth(
        (&manager, services),
        &subject,
        SekGround::Statement(statement),
        ("1 250", true),
    )
    .await;
    let file = demo.export().await;
    let again = service::exchange::portfolio_import(&operator(), services, &file).await;
    assert!(again.expect("it is what is there").is_nothing());

    let document: Value = serde_json::from_slice(&file).expect("JSON");
    let broken = |change: &dyn Fn(&mut Value)| {
        let mut document = document.clone();
        change(&mut document);
        document.to_string()
    };
    for (reason, file) in [
        (
            "more went somewhere",
            broken(&|d| d["freed_times"][0]["dispositions"][0]["hours"] = json!("100.5")),
        ),
        (
            "not what the amount comes to",
            broken(&|d| d["freed_times"][0]["hours"] = json!("99")),
        ),
        (
            "there is no freed time",
            broken(&|d| d["freed_times"][0]["supersedes"] = json!(Uuid::now_v7())),
        ),
        (
            "is no approved entry of the same benefit and year",
            broken(&|d| {
                let mut correction = d["freed_times"][0].clone();
                correction["id"] = json!(Uuid::now_v7());
                correction["supersedes"] = d["freed_times"][0]["id"].clone();
                d["freed_times"].as_array_mut().expect("a list").push(correction);
            }),
        ),
        (
            "has another entry of 2024",
            broken(&|d| {
                let mut twin = d["freed_times"][0].clone();
                twin["id"] = json!(Uuid::now_v7());
                d["freed_times"].as_array_mut().expect("a list").push(twin);
            }),
        ),
        (
            "only an outcome",
            broken(&|d| d["sek_values"][0]["kind"] = json!("forecast")),
        ),
        (
            "is counted for the same benefit",
            broken(&|d| {
                let mut twin = d["sek_values"][0].clone();
                twin["id"] = json!(Uuid::now_v7());
                d["sek_values"].as_array_mut().expect("a list").push(twin);
            }),
        ),
        (
            "there is no statement",
            broken(&|d| d["sek_values"][0]["ground"] = json!({ "statement": Uuid::now_v7() })),
        ),
    ] {
        let refused = service::exchange::portfolio_import(&operator(), services, file.as_bytes()).await;
        let told = refused.expect_err("it is refused").to_string();
        assert!(told.contains(reason), "{reason}: {told}");
    }
    let changed = broken(&|d| d["freed_times"][0]["dispositions"][0]["hours"] = json!("41"));
    let imported = service::exchange::portfolio_import(&operator(), services, changed.as_bytes()).await;
    assert_eq!(imported.expect("valid").changed, 1);
    let item = subject.entries(&manager, services).await.pop().expect("an entry");
    assert_eq!(item.entry.unknown(), Decimal::from(59));
    assert!(item.imported && item.written_by.is_none());

    // What is approved is corrected, in a file too.
    let target = FreedTimeTarget::Existing(item.entry.id);
    let form = subject.asked((&manager, services), target, "100").await;
    let id = sent((&manager, services), form).await;
    subject.approve(&demo, id).await;
    let file = demo.export().await;
    let mut document: Value = serde_json::from_slice(&file).expect("JSON");
    assert_eq!(document["freed_times"][0]["state"], "approved");
    document["freed_times"][0]["note"] = json!("En annan källa");
    let changed = document.to_string();
    let refused = service::exchange::portfolio_import(&operator(), services, changed.as_bytes()).await;
    let told = refused.expect_err("it is refused").to_string();
    assert!(told.contains("what is approved never changes"), "{told}");
    let mut document: Value = serde_json::from_slice(&file).expect("JSON");
    let mut correction = document["freed_times"][0].clone();
    correction["id"] = json!(Uuid::now_v7());
    correction["supersedes"] = json!(id);
    correction["hours"] = json!("70");
    correction["amount"] = json!("70");
    let list = document["freed_times"].as_array_mut().expect("a list");
    list.insert(0, correction);
    let corrected = document.to_string();
    let imported = service::exchange::portfolio_import(&operator(), services, corrected.as_bytes()).await;
    assert_eq!(imported.expect("valid").added, 1);
    assert_eq!(subject.freed(&manager, services).await.0, Decimal::from(70));
}
