//! A form sent twice makes one row, and leaves one event or a draft that its own browser alone reads.

use chrono::Duration;
use domain::ctx::Ctx;
use domain::form::{AssessmentForm, DeliveryForm};
use domain::id::DeliveryId;
use serde_json::{Value, json};
use service::FormState;

use super::{Desk, again, done, id_in};
use crate::support::database::{World, on_both};
use crate::support::rows::text;

on_both!(
    a_form_sent_twice_makes_one_row_and_leads_to_the_same_place,
    a_form_sent_twice_at_once_makes_one_row,
    a_form_without_a_name_for_its_sending_is_taken_each_time,
    a_draft_is_read_by_its_own_browser_and_form_for_a_day,
    every_save_leaves_one_event_that_says_who_what_before_and_after,
);

async fn a_form_sent_twice_makes_one_row_and_leads_to_the_same_place(world: World) {
    let desk = Desk::new(&world).await;
    let (manager, steering) = (desk.manager(), desk.steering());
    let (events, deliveries) = (desk.events().await, desk.rows("delivery").await);

    let form = desk.new_delivery().await;
    assert!(
        !form.submission.is_empty(),
        "a fresh form has a name for its sending"
    );
    let place = done(desk.save_delivery(&manager, &form).await);
    assert_eq!(done(desk.save_delivery(&manager, &form).await), place);
    assert_eq!(
        (desk.rows("delivery").await, desk.events().await),
        (deliveries + 1, events + 1)
    );

    let benefits = desk.rows("benefit").await;
    let form = desk.new_benefit(&id_in(&place)).await;
    let place = done(desk.save_benefit(&manager, &form).await);
    assert_eq!(done(desk.save_benefit(&manager, &form).await), place);
    assert_eq!(
        (desk.rows("benefit").await, desk.events().await),
        (benefits + 1, events + 2)
    );

    let statements = desk.rows("statement").await;
    let form = desk.new_statement(&id_in(&place), "submit").await;
    let place = done(desk.save_statement(&manager, &form).await);
    assert_eq!(done(desk.save_statement(&manager, &form).await), place);
    assert_eq!(
        (desk.rows("statement").await, desk.events().await),
        (statements + 1, events + 3)
    );

    let assessments = desk.rows("assessment").await;
    let form = AssessmentForm {
        motivation: "Mycket återstår.".to_owned(),
        ..desk.assessment_form(None, &steering).await.form
    };
    let place = done(desk.save_assessment(&steering, &form).await);
    assert_eq!(done(desk.save_assessment(&steering, &form).await), place);
    assert_eq!(
        (desk.rows("assessment").await, desk.events().await),
        (assessments + 1, events + 4)
    );

    // A change sent twice is one change too, though its version has moved on.
    let id: DeliveryId = desk.view().await.deliveries[0].delivery.id;
    let form = desk.delivery_form(Some(id), None, &manager).await.form;
    let form = DeliveryForm {
        name: "Ett annat namn".to_owned(),
        ..form
    };
    let place = done(desk.save_delivery(&manager, &form).await);
    assert_eq!(done(desk.save_delivery(&manager, &form).await), place);
    assert_eq!(desk.events().await, events + 5);
}

async fn a_form_sent_twice_at_once_makes_one_row(world: World) {
    let desk = Desk::new(&world).await;
    let (before, form) = (desk.rows("delivery").await, desk.new_delivery().await);
    let sendings: Vec<_> = (0..4)
        .map(|_| {
            let (ctx, services, form) = (desk.manager(), desk.services().clone(), form.clone());
            tokio::spawn(async move {
                service::delivery_save(&ctx, &services, form)
                    .await
                    .expect("may write")
            })
        })
        .collect();
    let mut places = Vec::new();
    for sending in sendings {
        places.push(done(sending.await.expect("no panic")));
    }
    places.dedup();
    assert_eq!(places.len(), 1, "{places:?}");
    assert_eq!(desk.rows("delivery").await, before + 1);
}

async fn a_form_without_a_name_for_its_sending_is_taken_each_time(world: World) {
    let desk = Desk::new(&world).await;
    let before = desk.rows("delivery").await;
    let form = DeliveryForm {
        submission: String::new(),
        ..desk.new_delivery().await
    };
    let manager = desk.manager();
    let places = [
        desk.save_delivery(&manager, &form).await,
        desk.save_delivery(&manager, &form).await,
    ];
    let [first, second] = places.map(done);
    assert_ne!(first, second);
    assert_eq!(desk.rows("delivery").await, before + 2);
}

async fn a_draft_is_read_by_its_own_browser_and_form_for_a_day(world: World) {
    let desk = Desk::new(&world).await;
    let manager = desk.manager();
    let form = DeliveryForm {
        name: String::new(),
        ..desk.new_delivery().await
    };
    let key = again(desk.save_delivery(&manager, &form).await);
    let is_there = |state: &FormState<DeliveryForm>| state.outcome.is_some();
    assert!(is_there(&desk.delivery_form(None, Some(&key), &manager).await));

    let elsewhere = Ctx {
        session: Some("en annan webbläsare".to_owned()),
        ..manager.clone()
    };
    let nowhere = Ctx {
        session: None,
        ..manager.clone()
    };
    let tomorrow = Ctx {
        now: manager.now + Duration::hours(24),
        ..manager.clone()
    };
    for (who, ctx) in [
        ("another person", desk.steering()),
        ("the same person on another browser", elsewhere),
        ("the same person without a browser", nowhere),
        ("the same browser a day later", tomorrow),
    ] {
        let state = desk.delivery_form(None, Some(&key), &ctx).await;
        assert!(!is_there(&state), "{who} reads the draft");
        assert_eq!(state.form.description, "", "{who} reads some of the draft");
    }
    let later = Ctx {
        now: manager.now + Duration::hours(23),
        ..manager.clone()
    };
    assert!(is_there(&desk.delivery_form(None, Some(&key), &later).await));
    let other_form = desk.benefit_form(None, Some(&key), &manager).await;
    assert!(other_form.outcome.is_none(), "another form reads the draft");
    let guessed = format!("{}0", &key[..key.len() - 1]);
    let guessed = if guessed == key {
        format!("{}1", &key[..key.len() - 1])
    } else {
        guessed
    };
    assert!(!is_there(
        &desk.delivery_form(None, Some(&guessed), &manager).await
    ));
    assert!(key.len() >= 64, "256 bits cannot be guessed: {key}");

    // A day later the next draft sweeps it away.
    let tomorrow = Ctx {
        now: manager.now + Duration::hours(25),
        ..manager.clone()
    };
    again(desk.save_delivery(&tomorrow, &form).await);
    assert_eq!(desk.rows("form_draft").await, 1);
}

async fn every_save_leaves_one_event_that_says_who_what_before_and_after(world: World) {
    let desk = Desk::new(&world).await;
    let manager = desk.manager();
    let id = desk.view().await.deliveries[0].delivery.id;
    let form = desk.delivery_form(Some(id), None, &manager).await.form;
    let old = form.name.clone();
    done(
        desk.save_delivery(
            &manager,
            &DeliveryForm {
                name: "Ett annat namn".to_owned(),
                ..form
            },
        )
        .await,
    );

    let store = &desk.services().store;
    let newest = |column: &str| format!("SELECT {column} FROM audit_event ORDER BY seq DESC LIMIT 1");
    let event = [
        text(store, &newest("action")).await,
        text(store, &newest("subject_kind")).await,
        text(store, &newest("subject_id")).await,
    ];
    assert_eq!(
        event,
        [
            "delivery.change".to_owned(),
            "delivery".to_owned(),
            id.to_string()
        ]
    );
    let payload = text(
        store,
        "SELECT payload FROM audit_payload ORDER BY seq DESC LIMIT 1",
    )
    .await;
    let payload: Value = serde_json::from_str(&payload).expect("JSON");
    assert_eq!(payload["who"], "portfolio_manager", "the name of the account");
    assert_eq!(payload["roles"], json!(["portfolio_manager"]));
    assert_eq!(payload["before"]["name"], json!(old));
    assert_eq!(payload["after"]["name"], "Ett annat namn");

    // Of a new thing there is no before.
    done(desk.save_delivery(&manager, &desk.new_delivery().await).await);
    let payload = text(
        store,
        "SELECT payload FROM audit_payload ORDER BY seq DESC LIMIT 1",
    )
    .await;
    let payload: Value = serde_json::from_str(&payload).expect("JSON");
    assert_eq!(
        (&payload["before"], &payload["after"]["name"]),
        (&Value::Null, &json!("Ny leverans"))
    );
}
