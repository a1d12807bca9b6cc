//! Everything but what is measured, as an exchange document.

use serde_json::{Value, json};
use uuid::Uuid;

use super::ids::{Kind, id};
use super::{BENEFITS_EACH, Size, calculations, words};

const UNITS: usize = 40;
const PORTFOLIOS: usize = 6;
/// Statements of an initiative.
pub const STATEMENTS_EACH: usize = 3;
/// Of how many initiatives one has a statement that waits for approval.
const WAITING_EVERY: usize = 50;

pub fn document(size: Size) -> Vec<u8> {
    let all = 0..size.initiatives;
    let document = json!({
        "format": "nytta-portfolio", "version": 1,
        "agency": { "name": "Myndigheten för prövning", "currency": "SEK" },
        "grading_schemes": [{
            "id": id(Kind::Scheme, 0), "name": "Standard", "full_from": "100", "god_above": "75", "godkand_from": "50",
            "viss_above": "0", "score_confirmed": "75", "score_partly": "37.5", "score_none": "0",
            "score_negative": "0", "weak_below": "50",
        }],
        "units": (0..UNITS).map(unit).collect::<Vec<_>>(),
        "benefit_groups": words::GROUPS.iter().enumerate().map(group).collect::<Vec<_>>(),
        "portfolios": (0..PORTFOLIOS).map(portfolio).collect::<Vec<_>>(),
        "area_sets": [{
            "id": id(Kind::AreaSet, 0), "name": "Områden", "valid_from": "2016-01-01", "valid_to": null,
        }],
        "areas": words::AREAS.iter().enumerate().map(area).collect::<Vec<_>>(),
        "initiatives": all.clone().map(|at| initiative(size, at)).collect::<Vec<_>>(),
        "deliveries": all.clone().flat_map(|at| deliveries(size, at)).collect::<Vec<_>>(),
        "benefits": all.clone().flat_map(|at| benefits(size, at)).collect::<Vec<_>>(),
        "statements": all.clone().flat_map(|at| statements(size, at)).collect::<Vec<_>>(),
        "calculations": all.filter_map(|at| calculations::of(size, at)).collect::<Vec<_>>(),
        "sus_evaluations": [], "frozen_reports": [],
        "reports": [report(0, 2022), report(1, 2023)],
        "assessments": assessments(),
    });
    document.to_string().into_bytes()
}

fn unit(at: usize) -> Value {
    let parent = (at >= 8).then(|| id(Kind::Unit, at % 8));
    json!({ "id": id(Kind::Unit, at), "name": format!("Enhet {}", at + 1), "kind": "enhet", "parent": parent })
}

fn group((at, (code, name, external)): (usize, &(&str, &str, bool))) -> Value {
    json!({
        "id": id(Kind::Group, at), "code": code, "name": name, "short_name": name,
        "kind": if *external { "external" } else { "internal" }, "ordinal": at + 1,
    })
}

fn portfolio(at: usize) -> Value {
    json!({
        "id": id(Kind::Portfolio, at), "name": format!("Portfölj {}", at + 1),
        "kind": if at == 0 { "strategic" } else { "tactical" },
        "parent": (at > 0).then(|| id(Kind::Portfolio, 0)),
    })
}

fn area((at, (name, purpose)): (usize, &(&str, &str))) -> Value {
    json!({
        "id": id(Kind::Area, at), "area_set": id(Kind::AreaSet, 0), "number": (at + 1).to_string(), "name": name,
        "purpose": purpose, "expected_effects": "Färre fel, kortare tider och lägre kostnad.",
        "main_groups": [id(Kind::Group, at % words::GROUPS.len()), id(Kind::Group, (at + 3) % words::GROUPS.len())],
        "budgets": [{ "from_year": 2023, "to_year": 2025, "amount": 4_000_000_000_i64 }],
    })
}

/// The area of an initiative.
fn area_of(at: usize) -> Uuid {
    id(Kind::Area, at % words::AREAS.len())
}

fn initiative(size: Size, at: usize) -> Value {
    let mut chance = size.chance(Kind::Initiative, at);
    let status = match chance.u8(0..10) {
        0 => "decided",
        1..=6 => "ongoing",
        7 | 8 => "delivered",
        _ => "closed",
    };
    let depends_on = (at > 0 && chance.u8(0..8) == 0).then(|| id(Kind::Initiative, chance.usize(0..at)));
    json!({
        "id": id(Kind::Initiative, at), "name": format!("{} {}", words::name(&mut chance), at + 1),
        "summary": "Påhittat, för mätning av hur fort det går.",
        "size": if chance.bool() { "large" } else { "medium" }, "area": area_of(at),
        "development_object": (chance.u8(0..3) == 0).then(|| json!({ "since": "2024-01-01" })),
        "portfolios": [id(Kind::Portfolio, chance.usize(0..PORTFOLIOS))], "owner": id(Kind::Unit, chance.usize(0..UNITS)),
        "status": { "value": status }, "started_year": chance.i32(2016..=2024),
        "depends_on": depends_on.into_iter().collect::<Vec<_>>(),
    })
}

/// The one delivery of an initiative.
fn deliveries(size: Size, at: usize) -> Option<Value> {
    let mut chance = size.chance(Kind::Delivery, at);
    let year = chance.i32(2022..=2025);
    let quarter = chance.u8(1..=4);
    Some(json!({
        "id": id(Kind::Delivery, at), "initiative": id(Kind::Initiative, at), "area": area_of(at), "ordinal": 1,
        "name": format!("Första delen {}", at + 1), "description": "Det som först togs i bruk.",
        "launches": [{
            "what": "i bruk", "planned": { "when": format!("{year}-Q{quarter}"), "precision": "quarter" },
            "actual": { "when": format!("{year}-Q{quarter}"), "precision": "quarter" },
        }],
        "status": { "value": if chance.u8(0..5) == 0 { "partly_delivered" } else { "delivered" } },
    }))
}

fn benefits(size: Size, at: usize) -> Vec<Value> {
    let of = |nth: usize| {
        let number = at * BENEFITS_EACH + nth;
        let mut chance = size.chance(Kind::Benefit, number);
        let (title, description) = chance.choice(words::BENEFITS).unwrap_or_default();
        let class = chance.choice(["financial", "redistribution", "qualitative"]);
        json!({
            "id": id(Kind::Benefit, number), "initiative": id(Kind::Initiative, at),
            "delivery": (nth > 0).then(|| id(Kind::Delivery, at)), "ordinal": nth + 1,
            "groups": [{ "group": id(Kind::Group, chance.usize(0..words::GROUPS.len())) }],
            "title": format!("{title} {}", number + 1), "description": description, "value_class": class,
            "owner": id(Kind::Unit, chance.usize(0..UNITS)), "expected_from": "2024-01-01",
            "state": chance.choice(["planned", "realising", "realising", "realised"]),
        })
    };
    (0..BENEFITS_EACH).map(of).collect()
}

fn statements(size: Size, at: usize) -> Vec<Value> {
    let of = |nth: usize| {
        let number = at * STATEMENTS_EACH + nth;
        let mut chance = size.chance(Kind::Statement, number);
        let waits = nth == 0 && at.is_multiple_of(WAITING_EVERY);
        let benefit = at * BENEFITS_EACH + chance.usize(0..BENEFITS_EACH);
        let findings = [
            "confirmed",
            "confirmed",
            "confirmed",
            "partly",
            "none",
            "negative",
            "too_early",
        ];
        let finding = chance.choice(findings).unwrap_or_default();
        json!({
            "id": id(Kind::Statement, number), "initiative": id(Kind::Initiative, at), "delivery": id(Kind::Delivery, at),
            "ordinal": nth + 1, "groups": [id(Kind::Group, chance.usize(0..words::GROUPS.len()))],
            "benefits": [id(Kind::Benefit, benefit)], "text": chance.choice(words::STATEMENTS),
            "as_of": { "value": format!("{}-06-30", chance.i32(2022..=2025)) }, "finding": { "value": finding },
            "follow_up": (finding == "too_early").then(|| json!({ "when": "2027", "precision": "year" })),
            "assessing_unit": id(Kind::Unit, chance.usize(0..UNITS)), "imported": true,
            "sources": [{ "kind": "system", "text": "Ärendesystemet" }],
            "state": if waits { "submitted" } else { "approved" },
        })
    };
    (0..STATEMENTS_EACH).map(of).collect()
}

/// An open report of three years.
fn report(at: usize, from: i32) -> Value {
    let to = from + 2;
    json!({
        "id": id(Kind::Report, at), "title": "Nytta av utvecklingsarbetet", "from_year": from, "to_year": to,
        "area_set": id(Kind::AreaSet, 0), "grading_scheme": id(Kind::Scheme, 0), "cut_off": format!("{to}-12-31"),
        "chapters": [{ "key": "background", "text": "Påhittad, för mätning." }], "state": "draft",
    })
}

/// What the steering unit has sent in for the newest report.
fn assessments() -> Vec<Value> {
    let areas = (0..words::AREAS.len()).map(|at| json!({ "area": id(Kind::Area, at) }));
    let groups = (0..words::GROUPS.len()).map(|at| json!({ "group": id(Kind::Group, at) }));
    let of = |(at, subject): (usize, Value)| {
        let is_area = subject.get("area").is_some();
        let components =
            is_area.then(|| json!({ "delivery": "god", "expected": "godkand", "realised": "godkand" }));
        json!({
            "id": id(Kind::Assessment, at), "report": id(Kind::Report, 1), "subject": subject, "level": "godkand",
            "components": components.unwrap_or_else(|| json!({})), "state": "submitted",
            "motivation": "Ungefär hälften av det som utlovades har kommit.",
            "deviation_reason": "Underlaget är äldre än verkligheten.",
        })
    };
    areas.chain(groups).enumerate().map(of).collect()
}
