//! Six renderings of one report, each read by a program that has no part in making it: they hold the facts, and every table
//! of theirs has the same cells.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::process::Command;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use domain::role::Role;
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;
use service::Format;
use uuid::Uuid;

use super::facts;
use super::page::{amount, list, string, text, word};
use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, portfolio_json};
use crate::support::{exact, repository, rows};

on_both!(
    six_renderings_hold_the_same_facts_and_the_same_cells,
    a_cell_that_differs_is_found,
    every_file_prints_the_link_that_froze_the_report,
);

/// Without what wraps lines: readers of files break, hyphenate and space words as each sees fit. A minus is no hyphen.
fn reduced(text: &str) -> String {
    let wraps = |sign: char| matches!(sign, '\u{ad}' | '\u{200b}' | '\u{2010}' | '\u{2060}' | '-');
    text.chars()
        .filter(|sign| !sign.is_whitespace() && !wraps(*sign))
        .collect()
}

/// Rows of cells, all of a file.
type Rows = Vec<Vec<String>>;

/// A table as the CSV file has it: its caption, and its rows.
#[derive(Default)]
struct Table {
    caption: String,
    rows: Vec<Row>,
}

#[derive(Default)]
struct Row {
    /// "rad" or "summa", and the number.
    place: (String, String),
    head: String,
    cells: Vec<Cell>,
}

struct Cell {
    column: String,
    text: String,
    value: String,
    unit: String,
}

impl Row {
    fn texts(&self) -> Vec<String> {
        self.cells.iter().map(|cell| reduced(&cell.text)).collect()
    }

    fn value(&self, column: &str) -> &str {
        let cell = self.cells.iter().find(|cell| cell.column == column);
        cell.map_or("", |cell| cell.value.as_str())
    }
}

/// The fields of a file that is separated by semicolons.
fn fields(file: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut field, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut signs = file.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '"' if quoted && signs.peek() == Some(&'"') => {
                field.push('"');
                signs.next();
            }
            '"' => quoted = !quoted,
            ';' if !quoted => row.push(std::mem::take(&mut field)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut field));
                rows.push(std::mem::take(&mut row));
            }
            other => field.push(other),
        }
    }
    rows
}

fn csv(bytes: &[u8]) -> BTreeMap<String, Table> {
    let text = std::str::from_utf8(bytes).expect("text");
    let mut tables: BTreeMap<String, Table> = BTreeMap::new();
    for line in fields(text.trim_start_matches('\u{feff}')).into_iter().skip(1) {
        let [code, caption, part, number, head, column, text, value, unit] =
            <[String; 9]>::try_from(line).expect("nine columns");
        let table = tables.entry(code).or_default();
        table.caption = caption;
        let place = (part, number);
        if table.rows.last().is_none_or(|row| row.place != place) {
            table.rows.push(Row {
                place,
                head,
                cells: Vec::new(),
            });
        }
        let row = table.rows.last_mut().expect("a row");
        row.cells.push(Cell {
            column,
            text,
            value,
            unit,
        });
    }
    tables
}

/// Rows and whole text of a Word file.
fn word_file(bytes: &[u8]) -> (Rows, String) {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut xml = String::new();
    let mut part = zip.by_name("word/document.xml").expect("the document");
    part.read_to_string(&mut xml).expect("text");
    let (mut rows, mut whole, mut in_cell): (Rows, String, bool) = (Vec::new(), String::new(), false);
    for piece in xml.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
        match tag.split([' ', '/']).next().unwrap_or_default() {
            "w:tr" => rows.push(Vec::new()),
            "w:tc" => {
                in_cell = true;
                rows.last_mut().expect("a row").push(String::new());
            }
            "w:t" if !tag.ends_with('/') => {
                // A level's ball is drawn by a letter, before its number.
                let text = unescaped(text).replace(['○', '◔', '◑', '◕', '●'], "");
                whole.push_str(&text);
                if in_cell && let Some(cell) = rows.last_mut().and_then(|row| row.last_mut()) {
                    cell.push_str(&text);
                }
            }
            "" if tag == "/w:tc" => in_cell = false,
            _ => {}
        }
    }
    let rows = rows
        .into_iter()
        .map(|row| row.iter().map(|cell| reduced(cell)).collect());
    (rows.collect(), reduced(&whole))
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&")
}

/// Rows and whole text of a PDF, by its own structure: what a screen reader is told, wherever pages break.
fn pdf(bytes: &[u8]) -> (Rows, String) {
    let python = std::env::var("NYTTA_TEST_PDF_PYTHON")
        .expect("NYTTA_TEST_PDF_PYTHON says where a Python with pikepdf is: run cargo xtask test");
    let file = std::env::temp_dir().join(format!("nytta-{}.pdf", Uuid::now_v7().simple()));
    std::fs::write(&file, bytes).expect("a file");
    let script = repository().join("tests/python/structure.py");
    let output = Command::new(python)
        .arg(script)
        .arg(&file)
        .output()
        .expect("Python starts");
    std::fs::remove_file(&file).expect("the file goes");
    let complained = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{complained}");
    let told: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let rows = list(&told["rows"]).into_iter().map(|row| {
        let cells = list(&row);
        cells.iter().map(|cell| reduced(&string(cell))).collect()
    });
    (rows.collect(), reduced(&string(&told["whole"])))
}

/// The sheets of a workbook by name, as text.
fn workbook(bytes: &[u8]) -> BTreeMap<String, Rows> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes.to_vec())).expect("a workbook");
    let names = book.sheet_names();
    let mut sheets = BTreeMap::new();
    for name in names {
        let range = book.worksheet_range(&name).expect("a sheet");
        let rows = range.rows().map(|row| row.iter().map(cell_text).collect());
        sheets.insert(name, rows.collect());
    }
    sheets
}

/// A number is written as the CSV file writes it, with the decimals that both hold.
fn cell_text(cell: &Data) -> String {
    match cell {
        Data::Float(number) => format!("{number:.6}"),
        Data::Int(number) => format!("{number:.6}"),
        other => reduced(&other.to_string()),
    }
}

fn all<'a>(within: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    within
        .select(&Selector::parse(selector).expect("a selector"))
        .collect()
}

/// A table of the page by its caption, without columns that only draw.
fn page_table(page: &Html, caption: &str) -> Option<Vec<Vec<[String; 2]>>> {
    let tables = all(page.root_element(), "table");
    let table = tables.into_iter().find(|table| {
        let said = all(*table, "caption").into_iter().next();
        said.is_some_and(|said| reduced(&said.text().collect::<String>()) == caption)
    })?;
    let rows = all(table, "tbody > tr, tfoot > tr").into_iter().map(|row| {
        let cells = all(row, "th, td").into_iter();
        let cells = cells.filter(|cell| cell.value().attr("class") != Some("plot"));
        cells.map(page_cell).collect()
    });
    Some(rows.collect())
}

/// What stands in a cell: as it is seen, and with what is only heard. A tick is what the other files write as a cross.
fn page_cell(cell: ElementRef) -> [String; 2] {
    let seen = reduced(&text(cell));
    let heard = reduced(&cell.text().collect::<String>());
    let ticked = seen.is_empty() && !heard.is_empty();
    [if ticked { "×".to_owned() } else { seen }, heard]
}

/// The cells of a row of the page say what these say.
fn says(row: &[[String; 2]], texts: &[String]) -> bool {
    row.len() == texts.len() && row.iter().zip(texts).all(|(cell, text)| cell.contains(text))
}

/// All six files of the report.
struct Six {
    page: Html,
    page_text: String,
    word: (Rows, String),
    pdf: (Rows, String),
    workbook: BTreeMap<String, Rows>,
    tables: BTreeMap<String, Table>,
    json: Value,
}

impl Six {
    async fn of(demo: &Demo) -> Self {
        let ctx = demo.ctx(Role::SteeringUnit);
        let mut files = BTreeMap::new();
        for format in Format::ALL {
            let file = service::report_render(&ctx, &demo.services, 2024, format).await;
            files.insert(format.code(), file.expect("renders"));
        }
        let read = |code: &str| std::str::from_utf8(&files[code]).expect("text");
        let page = Html::parse_document(read("html"));
        Self {
            page_text: reduced(&text(page.root_element())),
            page,
            word: word_file(&files["docx"]),
            pdf: pdf(&files["pdf"]),
            workbook: workbook(&files["xlsx"]),
            tables: csv(&files["csv"]),
            json: exact::read(read("json")),
        }
    }

    /// All that is in the tables, as text.
    fn texts(&self) -> [(&'static str, String); 5] {
        let of_rows = |rows: &Rows| rows.iter().flatten().cloned().collect::<String>();
        let sheets = self.workbook.values().map(of_rows).collect::<String>();
        let rows = self.tables.values().flat_map(|table| &table.rows);
        let cells = rows.flat_map(Row::texts).collect::<String>();
        [
            ("html", self.page_text.clone()),
            ("pdf", self.pdf.1.clone()),
            ("docx", self.word.1.clone()),
            ("xlsx", sheets),
            ("csv", cells),
        ]
    }

    fn differences(&self) -> Vec<String> {
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

async fn six_renderings_hold_the_same_facts_and_the_same_cells(world: World) {
    let demo = Demo::load(&world).await;
    let differences = Six::of(&demo).await.differences();
    assert!(differences.is_empty(), "\n{}", super::told(&differences));
}

/// That the comparison finds something: a figure that is told otherwise in the import is missed in every file.
async fn a_cell_that_differs_is_found(world: World) {
    let mut portfolio = portfolio_json();
    let figure = portfolio
        .pointer_mut("/statements/0/figures/0/value")
        .expect("a figure");
    let was = figure.clone();
    *figure = Value::from("987654.3");
    portfolio["frozen_reports"] = Value::Array(Vec::new());
    let demo = Demo::load_portfolio(&world, portfolio.to_string().as_bytes()).await;
    let mut six = Six::of(&demo).await;
    let differences = super::told(&six.differences());
    for format in ["html", "pdf", "docx", "xlsx", "csv"] {
        assert!(
            differences.contains(&format!("{format} does not say")),
            "nobody missed {was} in {format}:\n{differences}"
        );
    }
    // One of the files says something else than the others.
    let table = six.tables.get_mut("groups").expect("the table");
    let cell = &mut table.rows[0].cells[4];
    cell.text.push('7');
    cell.value.push('7');
    let differences = super::told(&six.differences());
    for format in ["html", "pdf", "docx", "xlsx"] {
        assert!(differences.contains(format), "nobody looked into {format}");
    }
}

/// Each file is made when somebody first asks for it, and that they did moves the head of the chain on.
async fn every_file_prints_the_link_that_froze_the_report(world: World) {
    let demo = Demo::load(&world).await;
    let six = Six::of(&demo).await;
    let store = &demo.services.store;
    let froze = "SELECT seq || ':' || hash FROM audit_event WHERE action = 'report.freeze'";
    let link = rows::text(store, froze).await;
    let newest = rows::text(store, "SELECT seq || ':' || hash FROM audit_head").await;
    assert_ne!(link, newest, "nothing has happened since");
    for (format, whole) in [
        ("html", &six.page_text),
        ("docx", &six.word.1),
        ("pdf", &six.pdf.1),
    ] {
        assert!(whole.contains(&link), "{format} does not print {link}");
    }
}
