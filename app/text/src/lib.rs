//! The Swedish and English catalogue, and how numbers, dates and names are written in each.
//!
//! Everything that a person reads comes from here by key: `lang.t("overview-title")`. The texts are
//! Fluent files in `i18n/<language>/<room>.ftl`, embedded in the binary. A test fails on
//! a key that one language lacks, that is used without being there, or that nobody uses.

mod catalogue;
pub mod date;
pub mod headline;
pub mod history;
pub mod hyphen;
pub mod name;
pub mod number;
pub mod prose;
pub mod workbook;

pub use catalogue::{Arg, Lang};
