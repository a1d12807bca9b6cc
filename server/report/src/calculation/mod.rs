//! A benefit calculation as a workbook, out and in.
//!
//! What goes out: a sheet with what holds for the whole, and for each alternative a sheet with its lines and one that
//! works them out with formulas, so that somebody who does not have Nytta can follow every step. What comes back are
//! the lines alone. Words are those that people see and change; hidden codes tell which line is which.

mod number;
mod place;
mod read;
mod words;
mod write;

pub use place::Place;
pub use read::{ReadAlternative, ReadLine, ReadProblem, calculation_read};
pub use write::calculation_workbook;

#[cfg(test)]
mod libreoffice;
#[cfg(test)]
mod read_tests;
#[cfg(test)]
mod recalculation_tests;
#[cfg(test)]
mod round_trip_tests;
#[cfg(test)]
mod test_calculations;
#[cfg(test)]
mod write_tests;
