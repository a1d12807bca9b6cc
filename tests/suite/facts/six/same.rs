//! What is held against what: the facts in each file, the cells of every table, the sums of the file for other systems.

use serde_json::Value;

use super::read::page_table;
use super::tables::Row;
use super::{Six, reduced};
use crate::facts::facts;
use crate::facts::page::{amount, list, string, word};

/// The cells of a row of the page say what these say.
fn says(row: &[[String; 2]], texts: &[String]) -> bool {
    row.len() == texts.len() && row.iter().zip(texts).all(|(cell, text)| cell.contains(text))
}

impl Six {
    pub(super) fn differences(&self) -> Vec<String> {
        let mut found = Vec::new();
        self.told_everywhere(&mut found);
        self.same_rows(&mut found);
        self.same_as_json(&mut found);
        found
    }

    /// Names, findings, statuses, levels and figures of the facts, in each file.
    fn told_everywhere(&self, found: &mut Vec<String>) {
        let facts = facts();
        let mut told: Vec<String> = Vec::new();
        for group in list(&facts["benefit_groups"]) {
            told.push(string(&group["name"]));
        }
        for area in list(&facts["areas"]) {
            told.push(format!("{} {}", string(&area["number"]), string(&area["name"])));
            for delivery in list(&area["deliveries"]) {
                told.push(string(&delivery["name"]));
                told.push(word(&delivery["status"]));
                let mut figures = list(&delivery["figures"]);
                for part in ["expected", "realised"] {
                    for item in list(&delivery[part]) {
                        told.push(string(&item["summary"]));
                        if !item["finding"].is_null() {
                            told.push(word(&item["finding"]));
                        }
                        figures.extend(list(&item["figures"]));
                    }
                }
                for figure in figures {
                    told.push(string(&figure["what"]));
                    told.push(amount(&figure));
                }
            }
        }
        assert!(told.len() > 300, "only {} facts", told.len());
        for (format, text) in self.texts() {
            for fact in &told {
                if !text.contains(&reduced(fact)) {
                    found.push(format!("{format} does not say “{fact}”"));
                }
            }
        }
    }

    /// Every row of every table, cell by cell.
    fn same_rows(&self, found: &mut Vec<String>) {
        let mut compared = 0;
        for (code, table) in &self.tables {
            if code.starts_with("data-") {
                continue;
            }
            let label = table.caption.split_once(". ").expect("label and caption").0;
            let sheet = self.workbook.get(label);
            let page = page_table(&self.page, &reduced(&table.caption.replacen(". ", "", 1)));
            for (at, row) in table.rows.iter().enumerate() {
                let texts = row.texts();
                compared += texts.len();
                let place = format!("{code}, {} {}: {}", row.place.0, row.place.1, row.head);
                for (format, rows) in [("docx", &self.word.0), ("pdf", &self.pdf.0)] {
                    if !rows.contains(&texts) {
                        found.push(format!("{format} has not the row {place}: {texts:?}"));
                    }
                }
                match sheet.and_then(|rows| rows.get(at + 1)) {
                    Some(read) => same_sheet_row(&place, row, read, found),
                    None => found.push(format!("xlsx has not the row {place}")),
                }
                // The two-column tables are laid out as lists there, and held against the facts by themselves.
                if code.starts_with("deliveries-") {
                    continue;
                }
                match page.as_ref().and_then(|rows| rows.get(at)) {
                    Some(read) if says(read, &texts) => {}
                    Some(read) => found.push(format!("html has {read:?} for {place}: {texts:?}")),
                    None => found.push(format!("html has not the row {place}: {texts:?}")),
                }
            }
        }
        assert!(compared > 500, "only {compared} cells were compared");
    }

    /// Levels, percentages and counts by group and area are those of the file for other systems.
    fn same_as_json(&self, found: &mut Vec<String>) {
        let rank = |level: &Value| {
            let ranks = ["ingen", "viss", "godkand", "god", "full"];
            let at = ranks.iter().position(|code| level == code);
            at.map_or_else(String::new, |at| (at + 1).to_string())
        };
        let mut same = |place: String, json: String, csv: &str| {
            if json != csv {
                found.push(format!("{place}: json says {json}, csv says {csv}"));
            }
        };
        let rows = &self.tables["groups"].rows;
        for (row, group) in rows.iter().zip(list(&self.json["by_group"])) {
            let place = string(&group["name"]);
            same(place.clone(), place.clone(), &row.head);
            same(
                format!("{place}, level"),
                rank(&group["level"]),
                row.value("Beslut"),
            );
            let coverage = &group["coverage"];
            for (column, key) in [
                ("Ska redovisas", "due"),
                ("Mätta", "measured"),
                ("Skrivna", "stated"),
            ] {
                same(
                    format!("{place}, {key}"),
                    string(&coverage[key]),
                    row.value(column),
                );
            }
        }
        let whole = rows.last().expect("the whole");
        same(
            "whole, level".to_owned(),
            rank(&self.json["overall"]["level"]),
            whole.value("Beslut"),
        );
        let rows = &self.tables["budget"].rows;
        for (row, area) in rows.iter().zip(list(&self.json["areas"])) {
            let place = string(&area["number"]);
            let name = format!("{place} {}", string(&area["name"]));
            same(place.clone(), name, &row.head);
            same(
                format!("{place}, budget"),
                string(&area["budget_tkr"]),
                row.value("Budget"),
            );
        }
        let figures = &self.tables["data-figures"].rows;
        let total = string(&self.json["totals"]["figures"]);
        same("figures".to_owned(), total, &figures.len().to_string());
    }
}

/// Words are the same; a number is the number that the CSV file has for a machine.
fn same_sheet_row(place: &str, row: &Row, read: &[String], found: &mut Vec<String>) {
    let read: Vec<&String> = read.iter().collect();
    for (cell, read) in row.cells.iter().zip(&read) {
        let text = reduced(&cell.text);
        let number = cell.value.replace(',', ".").parse::<f64>().ok();
        let as_number = number.map(|number| [format!("{number:.6}"), format!("{:.6}", number / 100.0)]);
        // A workbook has room for the word of a level whose number alone is printed.
        let is_level = !text.is_empty() && cell.unit == "Nivå" && read.starts_with(&text);
        let same = **read == text || is_level || as_number.is_some_and(|either| either.contains(read));
        if !same {
            found.push(format!(
                "xlsx has {read} for {place}, {}: {text} ({})",
                cell.column, cell.value
            ));
        }
    }
}
