//! Registers as files: the table that is shown, with every row that is asked for.

mod csv;
mod sheet;
mod xlsx;

pub use csv::csv;
pub use sheet::{benefits, initiatives, statements};
pub use xlsx::xlsx;
