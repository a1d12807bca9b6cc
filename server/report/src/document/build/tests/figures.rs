//! Figures: those of the JSON, and those of the facts that the report was made from.

use rust_decimal::Decimal;
use serde_json::Value as Json;
use text::Lang;

use super::super::document;
use super::{column, each, number, table, words};
use crate::document::Value;
use crate::test_models::decided;

fn decimal(json: &Json) -> Option<Decimal> {
    match json {
        Json::Null => None,
        Json::String(text) => Some(text.parse().expect("a number")),
        other => Some(other.to_string().parse().expect("a number")),
    }
}

fn percent(value: &Value) -> Option<Decimal> {
    match value {
        Value::Percent(percent) => Some(*percent),
        Value::Nothing => None,
        other => panic!("{other:?}"),
    }
}

/// The figures of a document are those of the JSON.
#[test]
fn figures_agree_with_the_json() {
    each(|model, document| {
        let json: Json = serde_json::from_slice(&crate::json(model).expect("JSON")).expect("JSON");
        let list = |name: &str| json[name].as_array().expect("a list").clone();
        let areas = list("areas");

        let groups = table(document, "groups");
        let proposals = list("by_group");
        let of_groups = proposals.iter().chain([&json["overall"]]);
        let expected: Vec<_> = of_groups.map(|of| decimal(&of["proposal"]["percent"])).collect();
        let shown: Vec<_> = column(groups, 3).into_iter().map(percent).collect();
        assert_eq!(shown, expected);

        let of_groups = proposals.iter().chain([&json["overall"]]);
        let expected: Vec<_> = of_groups
            .map(|of| of["level"].as_str().map(str::to_owned))
            .collect();
        let shown: Vec<_> = column(groups, 1)
            .into_iter()
            .map(|value| match value {
                Value::Level(level) => Some(level.code().to_owned()),
                _ => None,
            })
            .collect();
        assert_eq!(shown, expected);

        let last = |code: &str, from_end: usize| {
            let table = table(document, code);
            column(table, table.columns.len() - from_end)
        };
        let of_areas = areas.iter().chain([&json["overall"]]);
        let expected: Vec<_> = of_areas.map(|of| decimal(&of["proposal"]["percent"])).collect();
        let shown: Vec<_> = last("proposals", 1).into_iter().map(percent).collect();
        assert_eq!(shown, expected);

        for (at, name) in [(1, "measured"), (2, "stated")] {
            let of_areas = areas
                .iter()
                .map(|area| &area["coverage"])
                .chain([&json["coverage"]]);
            let expected: Vec<_> = of_areas
                .map(|coverage| decimal(&coverage[name]).expect(name))
                .collect();
            let shown: Vec<_> = column(table(document, "coverage"), at)
                .into_iter()
                .map(number)
                .collect();
            assert_eq!(shown, expected, "{name}");
        }
        let of_areas = areas
            .iter()
            .map(|area| &area["coverage"])
            .chain([&json["coverage"]]);
        let expected: Vec<_> = of_areas
            .map(|coverage| decimal(&coverage["measured_percent"]))
            .collect();
        let shown: Vec<_> = column(table(document, "coverage"), 5)
            .into_iter()
            .map(percent)
            .collect();
        assert_eq!(shown, expected);

        let budgets = column(table(document, "budget"), 1);
        let of_areas = areas.iter().chain([&json["totals"]]);
        for (of, value) in of_areas.zip(budgets) {
            match decimal(&of["budget_tkr"]) {
                Some(budget) => assert_eq!(number(value), budget),
                None => assert_eq!(*value, Value::Nothing),
            }
        }
        let totals = &json["totals"];
        let figures = Decimal::from(table(document, "figures").rows.len());
        assert_eq!(Some(figures), decimal(&totals["figures"]));
    });
}

/// The decided report against the facts that it was made from, which neither the model nor the document has any part in.
#[test]
fn the_decided_report_holds_the_facts() {
    const FACTS: &str = include_str!("../../../../../../tests/fixtures/report-2022-2024.json");
    let facts: Json = serde_json::from_str(FACTS).expect("JSON");
    let list = |json: &Json| json.as_array().cloned().unwrap_or_default();
    let document = document(&decided(), Lang::Sv, None);
    let areas = list(&facts["areas"]);
    let budget = table(&document, "budget");
    let main_groups = table(&document, "main-groups");
    let last = main_groups.columns.len() - 1;
    assert_eq!(budget.rows.len(), areas.len());
    let mut figures = table(&document, "figures").rows.iter();
    for (at, area) in areas.iter().enumerate() {
        let head = format!(
            "{} {}",
            area["number"].as_str().expect("a number"),
            area["name"].as_str().expect("a name")
        );
        assert_eq!(budget.rows[at].cells[0].plain(), head);
        let given = decimal(&area["budget_tkr"]).expect("a budget");
        assert_eq!(number(&budget.rows[at].cells[1].value), given);
        let Value::Level(level) = main_groups.rows[at].cells[last].value else {
            panic!("{head} has no level")
        };
        assert_eq!(area["assessment"]["level"], level.code());
        let code = format!(
            "deliveries-{}",
            area["number"].as_str().expect("a number").replace('.', "-")
        );
        let leads = table(&document, &code)
            .rows
            .iter()
            .filter(|row| row.cells[0].heads);
        let deliveries = list(&area["deliveries"]);
        assert_eq!(leads.clone().count(), deliveries.len());
        for (lead, delivery) in leads.zip(&deliveries) {
            assert_eq!(delivery["name"], words(&lead.cells[0].text[0]));
            let parts = [&delivery["expected"], &delivery["realised"]].map(list);
            let parts = parts.concat();
            let of_parts = parts.iter().flat_map(|part| list(&part["figures"]));
            for fact in list(&delivery["figures"]).into_iter().chain(of_parts) {
                let shown = &figures.next().expect("a figure").cells;
                assert_eq!(fact["what"], shown[1].plain());
                match &shown[2].value {
                    Value::Number(value) => assert_eq!(Some(*value), decimal(&fact["value"])),
                    _ => assert!(fact["value_to"].is_number(), "{fact} is a span"),
                }
            }
        }
    }
    assert!(figures.next().is_none(), "there are more figures than facts");
}
