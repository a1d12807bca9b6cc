//! All tables in one file that is read by row, as `docs/report-csv.md` says.

use domain::register::{Cell as Entry, Sheet};

use crate::document::{Cell, Document, Row, Table, Value};
use crate::register;

/// The tables as one file: a row a cell. `data` are the tables that are made for machines.
pub fn csv(document: &Document, data: &[Table]) -> Vec<u8> {
    let lang = document.lang;
    let heads = [
        "report-csv-code",
        "report-csv-table",
        "report-csv-part",
        "report-csv-row",
        "report-csv-head",
        "report-csv-column",
        "report-csv-text",
        "report-csv-value",
        "report-csv-unit",
    ];
    let parts = [lang.t("report-csv-part-row"), lang.t("report-csv-part-sum")];
    let mut rows = Vec::new();
    for table in document.tables().chain(data) {
        let mut file = File {
            table,
            level: lang.t("report-level"),
            over: String::new(),
            rows: &mut rows,
        };
        let [row, sum] = &parts;
        for (part, these) in [(row, &table.rows), (sum, &table.foot)] {
            for (number, row) in (1_i64..).zip(these) {
                file.row(part, number, row);
            }
        }
    }
    register::csv(&Sheet {
        title: document.name.clone(),
        heads: heads.iter().map(|head| lang.t(head)).collect(),
        rows,
    })
}

struct File<'a> {
    table: &'a Table,
    level: String,
    /// The head over the rows that follow.
    over: String,
    rows: &'a mut Vec<Vec<Entry>>,
}

impl File<'_> {
    fn row(&mut self, part: &str, number: i64, row: &Row) {
        let head = row.cells.iter().find(|cell| cell.heads);
        let head = head.map_or_else(|| self.over.clone(), first_line);
        if let [cell] = row.cells.as_slice()
            && cell.heads
        {
            self.over.clone_from(&head);
        }
        let mut column = 0;
        for cell in &row.cells {
            let name = self
                .table
                .columns
                .get(column)
                .map_or("", |column| column.head.as_str());
            column += usize::from(cell.span);
            let (value, unit) = self.value(cell);
            self.rows.push(vec![
                Entry::Text(self.table.code.clone()),
                Entry::Text(format!("{}. {}", self.table.label, self.table.caption)),
                Entry::Text(part.to_owned()),
                Entry::Whole(number),
                Entry::Text(head.clone()),
                Entry::Text(name.to_owned()),
                Entry::Text(cell.plain()),
                value,
                Entry::Text(unit),
            ]);
        }
    }

    fn value(&self, cell: &Cell) -> (Entry, String) {
        let none = String::new();
        match cell.value {
            Value::Nothing | Value::Words => (Entry::Empty, none),
            Value::Number(number) => (Entry::Decimal(number), none),
            Value::Percent(percent) => (Entry::Decimal(percent), "%".to_owned()),
            Value::Money(amount) => (Entry::Decimal(amount.tkr().normalize()), "tkr".to_owned()),
            Value::Day(day) => (Entry::Day(day), none),
            Value::Level(level) => (Entry::Whole(level.rank().into()), self.level.clone()),
        }
    }
}

fn first_line(cell: &Cell) -> String {
    cell.plain().lines().next().unwrap_or_default().to_owned()
}
