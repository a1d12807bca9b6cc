//! What a form does not show, or nobody touches, survives a save.

use domain::id::{DeliveryId, InitiativeId, StatementId};
use domain::register::Query;
use serde_json::{Value, json};
use service::InitiativeView;

use super::{Desk, done};
use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, portfolio_json};

on_both!(
    what_a_form_does_not_show_is_left_alone,
    a_launch_date_of_any_precision_survives_a_save_that_does_not_touch_it,
    a_follow_up_date_of_any_precision_survives_a_save_that_does_not_touch_it,
);

async fn what_a_form_does_not_show_is_left_alone(world: World) {
    let mut desk = Desk::new(&world).await;
    let manager = desk.manager();
    // A save of what the form shows, unchanged: nothing that it does not show may be lost.
    let before: Value = serde_json::from_slice(&desk.demo.export().await).expect("JSON");
    let rows = service::initiative_list(&manager, desk.services(), &Query::default())
        .await
        .expect("the register")
        .rows;
    for row in rows {
        desk.initiative = row.id;
        for delivery in desk.view().await.deliveries {
            let id = delivery.delivery.id;
            let form = desk.delivery_form(Some(id), None, &manager).await.form;
            // What is in use without a known launch cannot be saved as it is: the form says so.
            if form.parse(desk.manager().today()).is_ok() {
                done(desk.save_delivery(&manager, &form).await);
            }
            for benefit in delivery.benefits {
                let form = desk
                    .benefit_form(Some(benefit.benefit.id), None, &manager)
                    .await
                    .form;
                done(desk.save_benefit(&manager, &form).await);
            }
        }
    }
    let after: Value = serde_json::from_slice(&desk.demo.export().await).expect("JSON");
    for list in ["deliveries", "benefits"] {
        let lists = [&before, &after].map(|document| document[list].as_array().expect("a list"));
        assert_eq!(lists[0].len(), lists[1].len());
        for (was, is) in lists[0].iter().zip(lists[1]) {
            assert_eq!(was, is, "{list}");
        }
    }
}

const PRECISIONS: [(&str, Option<&str>); 11] = [
    ("day", Some("2024-09-03")),
    ("month", Some("2024-09")),
    ("month_range", Some("2024-12/2025-01")),
    ("quarter", Some("2024-Q3")),
    ("season", Some("2024-winter")),
    ("early_year", Some("2025")),
    ("turn_of_year", Some("2024/2025")),
    ("year", Some("2024")),
    ("year_range", Some("2023/2024")),
    ("not_before", Some("2025")),
    ("undated", None),
];

async fn a_launch_date_of_any_precision_survives_a_save_that_does_not_touch_it(world: World) {
    let mut portfolio = portfolio_json();
    for (index, (precision, when)) in PRECISIONS.into_iter().enumerate() {
        let when = json!({ "when": when, "precision": precision });
        portfolio["deliveries"][index]["launches"] = json!([{ "what": "", "planned": when, "actual": when }]);
        portfolio["deliveries"][index]["status"] = json!({ "value": "planned", "interpreted": true });
    }
    let demo = Demo::load_portfolio(&world, portfolio.to_string().as_bytes()).await;
    let mut desk = Desk {
        demo,
        initiative: InitiativeId(uuid::Uuid::nil()),
    };
    let manager = desk.manager();
    let mut lost = Vec::new();
    for (index, (precision, _)) in PRECISIONS.into_iter().enumerate() {
        let delivery = &portfolio["deliveries"][index];
        desk.initiative = delivery["initiative"]
            .as_str()
            .expect("an id")
            .parse()
            .expect("an id");
        let id: DeliveryId = delivery["id"].as_str().expect("an id").parse().expect("an id");
        let of = |view: InitiativeView| {
            view.deliveries
                .into_iter()
                .find(|d| d.delivery.id == id)
                .expect("there")
                .delivery
        };
        let before = of(desk.view().await);
        let form = desk.delivery_form(Some(id), None, &manager).await.form;
        done(desk.save_delivery(&manager, &form).await);
        let after = of(desk.view().await);
        if after != before {
            lost.push(format!(
                "{precision}: {:?} became {:?}",
                before.launches, after.launches
            ));
        }
    }
    assert_eq!(lost, [""; 0]);
}

async fn a_follow_up_date_of_any_precision_survives_a_save_that_does_not_touch_it(world: World) {
    let mut portfolio = portfolio_json();
    let statement = portfolio["statements"][0].clone();
    for (index, (precision, when)) in PRECISIONS.into_iter().enumerate() {
        let mut statement = statement.clone();
        statement["id"] = json!(format!("01961c54-8c00-7fff-8000-{index:012}"));
        statement["figures"] = json!([]);
        statement["finding"] = json!({ "value": "planned_followup" });
        statement["as_of"] = json!({ "value": "2020-01-01" });
        statement["follow_up"] = json!({ "when": when, "precision": precision });
        statement["state"] = json!("draft");
        statement["imported"] = json!(false);
        portfolio["statements"]
            .as_array_mut()
            .expect("a list")
            .push(statement);
    }
    let demo = Demo::load_portfolio(&world, portfolio.to_string().as_bytes()).await;
    let initiative = statement["initiative"]
        .as_str()
        .expect("an id")
        .parse()
        .expect("an id");
    let desk = Desk { demo, initiative };
    let manager = desk.manager();
    let mut lost = Vec::new();
    for (index, (precision, _)) in PRECISIONS.into_iter().enumerate() {
        let id: StatementId = format!("01961c54-8c00-7fff-8000-{index:012}")
            .parse()
            .expect("an id");
        let before = desk.statement(id, &manager).await.statement;
        let form = desk.statement_form(Some(id), None, &manager).await.form;
        done(desk.save_statement(&manager, &form).await);
        let after = desk.statement(id, &manager).await.statement;
        if after != before {
            lost.push(format!(
                "{precision}: {:?} became {:?}",
                before.follow_up, after.follow_up
            ));
        }
    }
    assert_eq!(lost, [""; 0]);
}
