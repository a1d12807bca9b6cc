//! An office, for the tests that open files in one: a spreadsheet that works formulas out, and a word processor.

use crate::debian::Need;
use crate::process::find;

/// The spreadsheet that workbooks are tried in.
pub const CALC: Need = Need {
    what: "LibreOffice Calc",
    packages: &["libreoffice-calc"],
    find: || find("soffice"),
};

/// The word processor that Word files are tried in.
pub const WRITER: Need = Need {
    what: "LibreOffice Writer",
    packages: &["libreoffice-writer"],
    find: || find("lowriter"),
};
