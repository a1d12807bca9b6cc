//! Benefit calculations with their alternatives, lines and amounts, and their review.

mod list;
mod read;
mod row;
mod write;

use chrono::{DateTime, Utc};
use domain::calculation::Calculation;
use domain::id::AccountId;

use crate::versioned::Versioned;

pub use list::{CalculationRow, calculation_row_list};
pub use read::{calculation_list_of_initiative, calculation_load};
pub(crate) use read::{calculation_work_list, find, ids_of_initiative};
pub use write::{
    calculation_insert, calculation_insert_many, calculation_move, calculation_promise, calculation_update,
};

const TABLE: &str = "calculation";
const LINES: &str = "calculation_line";

/// A calculation with its latest review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalculationRecord {
    /// The calculation.
    pub calculation: Versioned<Calculation>,
    /// Everybody who has edited it.
    pub editors: Vec<AccountId>,
    /// What the reviewer said.
    pub review_note: Option<String>,
    /// Who reviewed it; none where nobody has, or where it was imported.
    pub reviewed_by: Option<AccountId>,
    /// When it was reviewed.
    pub reviewed_at: Option<DateTime<Utc>>,
}
