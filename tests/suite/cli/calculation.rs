//! A calculation in a file is worked out without a database, or refused by the place of what is wrong.

use serde_json::{Value, json};

use super::{Desk, has, shown};

fn calculation() -> Value {
    let amounts = json!({"2024": {"low": "900", "likely": "1000", "high": "1200"}});
    let saved = json!({"2025": {"low": "500", "likely": "1210", "high": "1300.50"}});
    json!({
        "name": "Prov", "base_year": 2024, "horizon_years": 2, "discount_rate": "0.1",
        "lines": [
            {"name": "Utveckling", "kind": "cost", "category": "development", "amounts": amounts},
            {"name": "Porto", "kind": "benefit", "value_class": "financial", "amounts": saved},
        ],
    })
}

#[test]
fn a_calculation_is_worked_out_without_a_database() {
    let desk = Desk::new();
    let file = desk.written("kalkyl.json", calculation().to_string().as_bytes());
    let result: Value = serde_json::from_str(&desk.works(&["calc", &file])).expect("JSON");
    let likely = &result["results"]["financial"]["likely"];
    assert_eq!(likely["nnv"], json!("100.000000"));
    assert_eq!(likely["irr"], json!("0.210000"));
    assert_eq!(result["yearly"]["financial"][1]["year"], json!(2025));
    assert_eq!(result["tornado"]["financial"][0]["factor"], json!("Porto"));
    assert!(!desk.file("nytta.sqlite").exists(), "it needs no database");
}

#[test]
fn a_calculation_that_cannot_be_worked_out_is_refused_by_its_place() {
    let desk = Desk::new();
    type Change = fn(&mut Value);
    let refused: [(Change, &[&str]); 9] = [
        (
            |c| c["horizon_years"] = json!(0),
            &["horizon", "0", "between 1 and 50"],
        ),
        (|c| c["horizon_years"] = json!(51), &["horizon", "51"]),
        (
            |c| c["discount_rate"] = json!("-0.01"),
            &["discount rate", "-0.01", "negative"],
        ),
        (
            |c| c["lines"][0]["amounts"]["2024"]["low"] = json!("1001"),
            &["Utveckling", "2024", "1001"],
        ),
        (
            |c| c["lines"][1]["amounts"]["2025"]["high"] = json!("10000000000001"),
            &["Porto", "2025", "10000000000001"],
        ),
        (
            |c| {
                drop(
                    c["lines"][1]["amounts"]["2025"]
                        .as_object_mut()
                        .map(|e| e.remove("likely")),
                )
            },
            &["lines[1].amounts", "likely"],
        ),
        (
            |c| c["lines"][0]["kategori"] = json!("x"),
            &["lines[0]", "kategori", "category"],
        ),
        (|c| c["expected"] = json!({}), &["expected", "horizon_years"]),
        (
            |c| c["lines"][0]["kind"] = json!("kostnad"),
            &["lines[0].kind", "kostnad", "cost"],
        ),
    ];
    for (change, said) in refused {
        let mut file = calculation();
        change(&mut file);
        let file = desk.written("fel.json", file.to_string().as_bytes());
        let line = desk.fails(&["calc", &file], 1);
        has(&line, said);
        has(&line, &[&file]);
    }
    let missing = shown(&desk.file("saknas.json"));
    has(&desk.fails(&["calc", &missing], 1), &[&missing, "cannot be read"]);
    let two = desk.written("tva.json", b"{} {}");
    has(&desk.fails(&["calc", &two], 1), &["missing field `name`"]);
}
