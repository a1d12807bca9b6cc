//! What is approved here, what waits for approval and what was measured: an import leaves it as it is.

use serde_json::json;

use super::{Room, copy, refused};
use crate::support::database::{World, on_both};

on_both!(what_is_approved_here_is_not_changed_by_an_import);

async fn what_is_approved_here_is_not_changed_by_an_import(world: World) {
    let room = Room::new(&world).await;
    let services = room.measured.services();
    let changed = || room.document.clone();
    let approved = "is approved";

    let said = room.statement_that_is("approved");
    for (field, value) in [
        ("text", json!("Något annat.")),
        ("finding", json!({ "value": "none" })),
        ("state", json!("draft")),
    ] {
        let mut d = changed();
        d["statements"][said][field] = value;
        refused(services, &d, (&format!("statements[{said}]"), "", approved)).await;
    }
    let measured = room.measurement("2025-01-01");
    let mut d = changed();
    d["measurements"][measured]["comment"] = json!("Något annat.");
    refused(services, &d, (&format!("measurements[{measured}]"), "", approved)).await;

    for ground in ["statement", "measurement"] {
        let at = room.value_on(ground);
        let mut d = changed();
        d["sek_values"][at]["amount"] = json!(1);
        refused(services, &d, (&format!("sek_values[{at}]"), "ground", approved)).await;
        let mut d = changed();
        let fields = json!({ "from_year": 2022, "to_year": 2022 });
        let place = copy(&mut d, "sek_values", at, fields);
        refused(services, &d, (&place, "ground", approved)).await;
        // Nor is it moved away from there.
        let draft = room.statement_that_is("draft");
        let mut d = changed();
        d["sek_values"][at]["ground"] = json!({ "statement": d["statements"][draft]["id"] });
        refused(services, &d, (&format!("sek_values[{at}]"), "ground", approved)).await;
    }
    // What waits for approval has been read by whoever is to give it.
    let waits = room.statement_that_is("submitted");
    let mut d = changed();
    let ground = json!({ "statement": d["statements"][waits]["id"] });
    let at = room.value_on("statement");
    let fields = json!({ "from_year": 2022, "to_year": 2022, "ground": ground });
    let place = copy(&mut d, "sek_values", at, fields);
    refused(services, &d, (&place, "ground", "waits for approval")).await;

    // Nor does what was measured get another meaning.
    for (field, value) in [
        ("unit", json!("ärenden")),
        ("direction", json!("not_stated")),
        ("aggregation", json!("sum")),
        ("per", json!(1_000)),
    ] {
        let at = room.of(1);
        let mut d = changed();
        d["measures"][at]["definitions"][0][field] = value;
        let place = format!("measures[{at}]");
        refused(services, &d, (&place, "definitions", "rest on definition 1")).await;
    }
}
