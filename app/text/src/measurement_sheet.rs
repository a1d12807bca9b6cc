//! Words of a file of measurements: its heads, and what is wrong with it.

use domain::measurement_sheet::{LineProblem, SheetColumn, SheetFileFault};

use crate::{Lang, name, number};

/// The head of a column.
pub fn head(lang: Lang, column: SheetColumn) -> String {
    lang.t(match column {
        SheetColumn::Measure => "measurements-file-measure",
        SheetColumn::Period => "measurements-file-period",
        SheetColumn::Value => "measurements-file-value",
        SheetColumn::Numerator => "measurements-file-numerator",
        SheetColumn::Denominator => "measurements-file-denominator",
        SheetColumn::Source => "measurements-file-source",
        SheetColumn::Comment => "measurements-file-comment",
        SheetColumn::Link => "measurements-file-link",
        SheetColumn::RegistryNumber => "measurements-file-registry-number",
    })
}

/// What is wrong in a cell.
pub fn problem(lang: Lang, problem: &LineProblem) -> String {
    let column = problem.column;
    name::problem(
        lang,
        "measurements-file",
        column.code(),
        &head(lang, column),
        &problem.problem,
    )
}

/// Why a file was not read, and what to do.
pub fn fault(lang: Lang, fault: &SheetFileFault) -> String {
    match fault {
        SheetFileFault::NoFile => lang.t("measurements-file-no-file"),
        SheetFileFault::NotASheet => lang.t("measurements-file-not-a-sheet"),
        SheetFileFault::TooLarge => lang.t("measurements-file-too-large"),
        SheetFileFault::TooManyLines { most } => lang.t_with(
            "measurements-file-too-many",
            &[("most", number::count(lang, *most).into())],
        ),
        SheetFileFault::UnknownHead { head } => {
            let all = SheetColumn::ALL.map(|column| self::head(lang, column));
            let args = [("head", head.into()), ("heads", all.join(", ").into())];
            lang.t_with("measurements-file-unknown-head", &args)
        }
        SheetFileFault::HeadTwice { head } => {
            lang.t_with("measurements-file-head-twice", &[("head", head.into())])
        }
        SheetFileFault::MissingColumn { column } => lang.t_with(
            "measurements-file-missing-column",
            &[("head", head(lang, *column).into())],
        ),
        SheetFileFault::BrokenCell { row } => lang.t_with(
            "measurements-file-broken-cell",
            &[("row", row.to_string().into())],
        ),
        SheetFileFault::Empty => lang.t("measurements-file-empty"),
    }
}
