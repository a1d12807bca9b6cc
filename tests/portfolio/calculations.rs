//! A benefit calculation of every fourth initiative: approved, a promise, with costs and benefits over eight years.

use serde_json::{Value, json};

use super::ids::{Kind, id};
use super::{BENEFITS_EACH, Size};

/// Of which initiatives there is one.
pub const EVERY: usize = 4;
/// Öre of a thousand kronor.
const THOUSAND: i64 = 100_000;
/// Lines of a calculation.
const LINES: usize = 4;

pub fn of(size: Size, initiative: usize) -> Option<Value> {
    if !initiative.is_multiple_of(EVERY) {
        return None;
    }
    let mut chance = size.chance(Kind::Calculation, initiative);
    let begins = chance.i32(2018..=2024);
    let alternative = id(Kind::Alternative, initiative);
    let benefit = id(Kind::Benefit, initiative * BENEFITS_EACH);
    let mut line = |nth: usize, name: &str, class: &str, years: std::ops::Range<i32>, thousands: i64| {
        let thousands = chance.i64(thousands / 2..=thousands);
        let amounts: Vec<Value> = years
            .map(|year| {
                json!({
                    "year": begins + year, "low": thousands * THOUSAND * 8 / 10,
                    "likely": thousands * THOUSAND, "high": thousands * THOUSAND * 13 / 10,
                })
            })
            .collect();
        let mut line = json!({
            "id": id(Kind::Line, initiative * LINES + nth), "name": name, "class": class, "amounts": amounts,
        });
        if class == "financial" {
            line["benefit"] = json!(benefit);
        }
        line
    };
    let lines = [
        line(0, "Utveckling", "development", 0..2, 9_000),
        line(1, "Införande", "introduction", 1..2, 900),
        line(2, "Drift och förvaltning", "operation", 1..8, 600),
        line(3, "Mindre manuellt arbete", "financial", 2..8, 6_000),
    ];
    Some(json!({
        "id": id(Kind::Calculation, initiative), "initiative": id(Kind::Initiative, initiative), "number": 1,
        "base_year": begins, "horizon_years": 8, "discount_rate": "3.5", "rate_source": "Antagen.",
        "price_level": begins, "zero_alternative": "Arbetet görs som i dag.", "assumptions": "Antalet ärenden är detsamma.",
        "unit": "tkr", "state": "approved", "promise": true, "preferred": alternative,
        "alternatives": [{ "id": alternative, "name": "Genomföra", "description": "Hela lösningen.", "lines": lines }],
    }))
}
