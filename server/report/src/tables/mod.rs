//! The report's tables as files for other programs: those that it prints, and beside them tables with a row for each
//! delivery, expected benefit, statement, effect goal and figure, since a table that is made to be read is none to
//! reckon with.

mod csv;
mod data;
mod xlsx;

#[cfg(test)]
mod tests;

pub use csv::csv;
pub use data::data_tables;
pub use xlsx::xlsx;
