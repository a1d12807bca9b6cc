//! Measurements as a table in a file: a line each, whichever spreadsheet or system it comes from.
//!
//! A line is a form typed elsewhere: it becomes the very form that a page sends ([`SheetLine::typed`]), and the rules
//! are those of the form. A line whose period is measured already is left alone, so that the same file can be read
//! again with more lines.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::form::{MeasurementForm, Problem, column_of, row_of};
use crate::id::MeasureId;
use crate::measure::{Period, Value};
use crate::measurement::ProofKind;

/// So many lines are read at once.
pub const LINES_MAX: usize = 1_000;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SheetColumn {
    /// The measure: its name, or its identity.
    Measure,
    /// The period.
    Period,
    /// The value.
    Value,
    /// The numerator of a ratio, in the place of a value.
    Numerator,
    /// The denominator of a ratio.
    Denominator,
    /// Where it was taken from.
    Source,
    /// What else is to be said.
    Comment,
    /// An address to check it against.
    Link,
    /// A registry number to check it against.
    RegistryNumber,
}

impl SheetColumn {
    /// All, in the order of a new file.
    pub const ALL: [Self; 9] = [
        Self::Measure,
        Self::Period,
        Self::Value,
        Self::Numerator,
        Self::Denominator,
        Self::Source,
        Self::Comment,
        Self::Link,
        Self::RegistryNumber,
    ];

    /// The code used in forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Measure => "measure",
            Self::Period => "period",
            Self::Value => "value",
            Self::Numerator => "numerator",
            Self::Denominator => "denominator",
            Self::Source => "source",
            Self::Comment => "comment",
            Self::Link => "link",
            Self::RegistryNumber => "registry_number",
        }
    }
}

/// A line with something in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SheetLine {
    /// Its number, as the spreadsheet counts.
    pub row: u32,
    /// Its cells with something in them.
    pub cells: BTreeMap<SheetColumn, String>,
}

impl SheetLine {
    /// What stands in a column; nothing where it is empty.
    pub fn cell(&self, column: SheetColumn) -> &str {
        self.cells.get(&column).map(String::as_str).unwrap_or_default()
    }

    /// The form that the line is. `source` is where the measure's values are usually taken from.
    pub fn typed(&self, measure: MeasureId, source: Option<&str>) -> MeasurementForm {
        let said = |column| self.cell(column).to_owned();
        let ratio = self.cells.contains_key(&SheetColumn::Numerator);
        let mut form = MeasurementForm {
            measure: measure.to_string(),
            period: said(SheetColumn::Period),
            value: said(if ratio {
                SheetColumn::Numerator
            } else {
                SheetColumn::Value
            }),
            denominator: said(SheetColumn::Denominator),
            source: said(SheetColumn::Source),
            comment: said(SheetColumn::Comment),
            ..MeasurementForm::default()
        };
        if form.source.is_empty() {
            form.source = source.unwrap_or_default().to_owned();
        }
        for (column, kind) in PROOFS {
            form.proof_kind.push(kind.code().to_owned());
            form.proof_text.push(said(column));
        }
        form
    }

    /// The column that a field of that form was filled from.
    pub fn column(&self, field: &str) -> SheetColumn {
        let ratio = self.cells.contains_key(&SheetColumn::Numerator);
        match column_of(field) {
            "measure" => SheetColumn::Measure,
            "value" if ratio => SheetColumn::Numerator,
            "denominator" => SheetColumn::Denominator,
            "source" => SheetColumn::Source,
            "comment" => SheetColumn::Comment,
            "proof_text" if row_of(field) == Some(1) => SheetColumn::Link,
            "proof_text" => SheetColumn::RegistryNumber,
            "value" => SheetColumn::Value,
            _ => SheetColumn::Period,
        }
    }
}

/// The columns of evidence, in the order of the form's rows.
const PROOFS: [(SheetColumn, ProofKind); 2] = [
    (SheetColumn::Link, ProofKind::Link),
    (SheetColumn::RegistryNumber, ProofKind::RegistryNumber),
];

/// Why a file is not read at all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fault", rename_all = "snake_case")]
pub enum SheetFileFault {
    /// No file was chosen.
    NoFile,
    /// It is neither a workbook nor text.
    NotASheet,
    /// It is larger than so many lines need.
    TooLarge,
    /// It has more lines than are read at once.
    TooManyLines {
        /// How many are read.
        most: u32,
    },
    /// A column has cells with something in them, and a head that is not known.
    UnknownHead {
        /// The head as it stands.
        head: String,
    },
    /// Two columns have the same head, perhaps in two languages.
    HeadTwice {
        /// The head of the latter, as it stands.
        head: String,
    },
    /// A column that has to be there is not.
    MissingColumn {
        /// Which.
        column: SheetColumn,
    },
    /// A formula in a cell has gone wrong.
    BrokenCell {
        /// The row, as the spreadsheet counts.
        row: u32,
    },
    /// Nothing stands below the heads.
    Empty,
}

/// What is wrong in a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineProblem {
    /// The row, as the spreadsheet counts.
    pub row: u32,
    /// The column.
    pub column: SheetColumn,
    /// What is wrong.
    pub problem: Problem,
    /// What stands there; may be empty.
    pub given: String,
}

/// A line that is good, or that is there already.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineRead {
    /// The row, as the spreadsheet counts.
    pub row: u32,
    /// Name of the measure.
    pub measure: String,
    /// The period.
    pub period: Period,
    /// What was measured.
    pub value: Value,
    /// What a ratio is given per.
    pub per: u32,
    /// The measure's unit; empty where there is none.
    pub unit: String,
}

/// What reading a file in does, or would do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SheetTrial {
    /// Lines that bring something new.
    pub added: Vec<LineRead>,
    /// Lines whose period is measured already, or begun: they are left alone.
    pub there: Vec<LineRead>,
    /// What has to be mended first. Nothing is taken in while there is any.
    pub problems: Vec<LineProblem>,
}

impl SheetTrial {
    /// It can be taken in, and would bring something.
    pub fn may_be_taken(&self) -> bool {
        self.problems.is_empty() && !self.added.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn line(cells: &[(SheetColumn, &str)]) -> SheetLine {
        SheetLine {
            row: 2,
            cells: cells
                .iter()
                .map(|(column, cell)| (*column, (*cell).to_owned()))
                .collect(),
        }
    }

    #[test]
    fn a_line_is_the_form_that_a_page_sends() {
        let today = "2026-01-15".parse().expect("a day");
        let measure = MeasureId(Uuid::from_u128(1));
        let cells = [
            (SheetColumn::Period, "2025 kv 4"),
            (SheetColumn::Numerator, "3"),
            (SheetColumn::Denominator, "20"),
            (SheetColumn::RegistryNumber, "2025/17"),
        ];
        let form = line(&cells).typed(measure, Some("Ärendesystemet"));
        let new = form.parse(today).expect("valid");
        assert_eq!((new.source.as_str(), new.proofs.len()), ("Ärendesystemet", 1));
        assert_eq!(new.proofs[0].kind, ProofKind::RegistryNumber);
        assert!(matches!(new.value, Value::Ratio { .. }));
    }

    #[test]
    fn a_line_says_all_that_the_form_asks_for() {
        let measure = MeasureId(Uuid::from_u128(1));
        let cells = [
            (SheetColumn::Period, "2025"),
            (SheetColumn::Value, "4,5"),
            (SheetColumn::Source, "Enkäten"),
            (SheetColumn::Comment, "Hela landet"),
            (SheetColumn::Link, "https://exempel.se"),
        ];
        let form = line(&cells).typed(measure, Some("Ärendesystemet"));
        assert_eq!(form.measure, measure.to_string());
        assert_eq!((form.value.as_str(), form.denominator.as_str()), ("4,5", ""));
        assert_eq!(
            (form.source.as_str(), form.comment.as_str()),
            ("Enkäten", "Hela landet")
        );
        assert_eq!(form.proof_text, ["https://exempel.se", ""]);
    }

    #[test]
    fn each_field_was_filled_from_a_column() {
        use SheetColumn as C;
        let (plain, ratio) = (line(&[(C::Value, "4")]), line(&[(C::Numerator, "4")]));
        for (field, column) in [
            ("measure", C::Measure),
            ("period", C::Period),
            ("value", C::Value),
            ("denominator", C::Denominator),
            ("source", C::Source),
            ("comment", C::Comment),
            ("proof_text-0", C::Link),
            ("proof_text-1", C::RegistryNumber),
        ] {
            assert_eq!(plain.column(field), column, "{field}");
        }
        assert_eq!(ratio.column("value"), C::Numerator);
    }

    #[test]
    fn a_file_is_taken_in_where_it_brings_something_and_nothing_is_to_be_mended() {
        let read = LineRead {
            row: 2,
            measure: "Väntetid".to_owned(),
            period: Period::parse("2025").expect("a year"),
            value: Value::Plain { value: 4.into() },
            per: 100,
            unit: String::new(),
        };
        let problem = LineProblem {
            row: 3,
            column: SheetColumn::Value,
            problem: Problem::Required,
            given: String::new(),
        };
        let trial = |added: bool, wrong: bool| SheetTrial {
            added: added.then(|| read.clone()).into_iter().collect(),
            there: vec![read.clone()],
            problems: wrong.then(|| problem.clone()).into_iter().collect(),
        };
        assert!(trial(true, false).may_be_taken());
        for (added, wrong) in [(false, false), (true, true), (false, true)] {
            assert!(!trial(added, wrong).may_be_taken(), "{added} {wrong}");
        }
    }

    #[test]
    fn what_is_wrong_is_told_by_its_column() {
        let today = "2026-01-15".parse().expect("a day");
        let measure = MeasureId(Uuid::from_u128(1));
        let cells = [
            (SheetColumn::Period, "i fjol"),
            (SheetColumn::Value, "x"),
            (SheetColumn::Link, "exempel"),
        ];
        let line = line(&cells);
        let errors = line.typed(measure, None).parse(today).expect_err("wrong");
        let columns: Vec<SheetColumn> = errors.0.iter().map(|error| line.column(&error.field)).collect();
        let wrong = [
            SheetColumn::Period,
            SheetColumn::Value,
            SheetColumn::Source,
            SheetColumn::Link,
        ];
        assert_eq!(columns, wrong);
    }
}
