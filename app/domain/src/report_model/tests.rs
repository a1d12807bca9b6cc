mod gaps;
mod lacks;
mod scope;
mod shown;

use serde_json::{Value, json};

use super::*;
use crate::id::GradingSchemeId;
use crate::testing::{all, id, read};

fn on(day: &str) -> Value {
    json!({ "when": day, "precision": "day" })
}

fn delivery(number: u128, of: u128, area: Option<u128>, status: &str, launch: Value) -> Value {
    json!({ "id": id(number), "initiative": id(of), "area": area.map(id), "ordinal": number, "name": format!("Leverans {number}"),
        "launches": [launch], "status": { "value": status } })
}

fn benefit(number: u128, of: u128, delivery: Option<u128>, groups: &[u128]) -> Value {
    let groups: Vec<Value> = groups
        .iter()
        .map(|group| json!({ "group": id(*group) }))
        .collect();
    json!({ "id": id(number), "initiative": id(of), "delivery": delivery.map(id), "ordinal": number, "groups": groups,
        "description": format!("Nytta {number}") })
}

fn statement(number: u128, delivery: u128, of: u128, finding: &str, as_of: &str) -> Value {
    json!({ "id": id(number), "initiative": id(1), "delivery": id(delivery), "ordinal": number, "groups": [],
        "benefits": [id(of)], "text": format!("Utsaga {number}"), "as_of": { "value": as_of }, "finding": { "value": finding },
        "state": "approved" })
}

fn figure(number: u128, unit: &str) -> Value {
    json!({ "id": id(number), "what": "Minskad kostnad", "value": "5", "unit": unit, "role": { "value": "outcome" } })
}

pub(crate) fn assessment(number: u128, subject: Value, level: &str, state: &str) -> Value {
    json!({ "id": id(number), "report": id(1), "subject": subject, "level": level, "motivation": "Så är det.", "state": state })
}

/// A report of 2024 and 2025. Of area 1 there is initiative 1, a development object with two deliveries that came and a
/// benefit of each; of area 2 initiative 2 with a delivery that is late and a benefit of none. Initiative 3 has no
/// delivery yet.
pub(crate) fn material() -> ReportMaterial {
    let initiative = |number: u128, area: Option<u128>| {
        json!({ "id": id(number), "name": format!("Initiativ {number}"), "area": area.map(id), "owner": id(number),
            "portfolios": [id(number)], "status": { "value": "ongoing" } })
    };
    let mut object = initiative(1, Some(1));
    object["development_object"] = json!({});
    ReportMaterial {
        agency: read(json!({ "name": "Myndigheten", "currency": "SEK" })),
        report: read(
            json!({ "id": id(1), "title": "Återrapport", "from_year": 2024, "to_year": 2025, "area_set": id(1),
            "grading_scheme": id(1), "cut_off": "2025-12-31" }),
        ),
        scheme: GradingScheme::standard(GradingSchemeId(id(1))),
        groups: all(vec![
            json!({ "id": id(1), "code": "a", "name": "Kunder", "short_name": "K", "kind": "internal", "ordinal": 2 }),
            json!({ "id": id(2), "code": "b", "name": "Medarbetare", "short_name": "M", "kind": "internal", "ordinal": 1 }),
        ]),
        areas: all(vec![
            json!({ "id": id(2), "area_set": id(1), "number": "4.10", "name": "Arkiv" }),
            json!({ "id": id(1), "area_set": id(1), "number": "4.9", "name": "Möten" }),
            json!({ "id": id(9), "area_set": id(2), "number": "1", "name": "Förr" }),
        ]),
        initiatives: all(vec![object, initiative(2, Some(2)), initiative(3, None)]),
        deliveries: all(vec![
            delivery(1, 1, None, "delivered", json!({ "actual": on("2024-10-02") })),
            delivery(2, 1, None, "delivered", json!({ "actual": on("2025-03-01") })),
            delivery(
                3,
                2,
                None,
                "partly_delivered",
                json!({ "planned": on("2025-05-01") }),
            ),
        ]),
        benefits: all(vec![
            benefit(1, 1, Some(1), &[1]),
            benefit(2, 1, Some(2), &[1, 2]),
            benefit(3, 2, None, &[2]),
        ]),
        statements: all(vec![
            statement(1, 1, 1, "confirmed", "2025-06-30"),
            statement(2, 2, 2, "planned_followup", "2025-09-30"),
            statement(3, 2, 2, "partly", "2026-01-15"),
        ]),
        sus: SharedList::default(),
        assessments: SharedList::default(),
        measured: GoalMaterial::default(),
        calculated: SharedList::default(),
        promised: SharedList::default(),
        plans: SharedList::default(),
        freed_times: SharedList::default(),
        sek_values: SharedList::default(),
        valued: SharedList::default(),
    }
}

/// The third delivery counts among those of the report.
fn with_added() -> ReportMaterial {
    let mut material = material();
    material.report.added = vec![read(json!({ "delivery": id(3), "reason": "Den hör dit." }))];
    material
}
