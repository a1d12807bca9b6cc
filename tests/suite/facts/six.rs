//! Six renderings of one report, each read by a program that has no part in making it: they hold the facts, and every table
//! of theirs has the same cells.

mod read;
mod same;
mod tables;

use std::collections::BTreeMap;

use domain::role::Role;
use scraper::Html;
use serde_json::Value;
use service::Format;

use super::page::text;
use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, portfolio_json};
use crate::support::{exact, rows};
use read::{pdf, word_file, workbook};
use tables::{Row, Table, csv};

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
