//! The Swedish and English catalogue, and how numbers, dates and names are written in each.
//!
//! Everything that a person reads comes from here by key: `lang.t("overview-title")`. The texts are
//! Fluent files in `i18n/<language>/<room>.ftl`, embedded in the binary. A test fails on
//! a key that one language lacks, that is used without being there, or that nobody uses.
//!
//! The browser's bundle writes numbers too, but has no catalogue: its islands get their words as props. So all that
//! needs the catalogue stands behind the feature of that name.

#[cfg(feature = "catalogue")]
mod catalogue;
#[cfg(feature = "catalogue")]
pub mod comparison;
#[cfg(feature = "catalogue")]
pub mod date;
#[cfg(feature = "catalogue")]
pub mod figure;
#[cfg(feature = "catalogue")]
pub mod headline;
#[cfg(feature = "catalogue")]
pub mod history;
#[cfg(feature = "catalogue")]
pub mod hyphen;
mod lang;
#[cfg(feature = "catalogue")]
pub mod measure;
#[cfg(feature = "catalogue")]
pub mod measurement_sheet;
#[cfg(feature = "catalogue")]
pub mod name;
pub mod number;
#[cfg(feature = "catalogue")]
pub mod prose;
#[cfg(feature = "catalogue")]
pub mod realised;
#[cfg(feature = "catalogue")]
pub mod report;
#[cfg(feature = "catalogue")]
pub mod scale;
#[cfg(feature = "catalogue")]
pub mod section;
#[cfg(feature = "catalogue")]
pub mod sentence;
#[cfg(feature = "catalogue")]
pub mod work;
#[cfg(feature = "catalogue")]
pub mod workbook;

#[cfg(feature = "catalogue")]
pub use catalogue::Arg;
pub use lang::Lang;
