//! Turns the report model into files. Pages and the HTML file are the app's; what other programs
//! read is made here.

pub mod archive;
pub mod calculation;
pub mod chart;
pub mod comparison;
pub mod document;
pub mod feed;
mod fonts;
mod json;
#[cfg(test)]
mod libreoffice;
mod look;
pub mod measurement_sheet;
pub mod pdf;
pub mod register;
pub mod tables;
#[cfg(test)]
mod test_models;
pub mod word;
pub mod workbook;

pub use json::corrections::corrections as corrections_json;
pub use json::json;
pub use look::Look;
