//! A spreadsheet, for the tests that let one work formulas out.

use crate::debian::Need;
use crate::process::find;

/// The spreadsheet that workbooks are tried in.
pub const CALC: Need = Need {
    what: "LibreOffice Calc",
    packages: &["libreoffice-calc"],
    find: || find("soffice"),
};
