//! Registers: what somebody asks of one, how that stands in an address, and how rows are written to
//! files.
//!
//! A register shows rows page by page. What is asked for – words, filter, order – is a [`Query`]; it
//! comes out of the query of an address and goes back into one, so that every view of a register can
//! be shared, kept under a name and exported. A value that nobody can read asks for nothing.

mod address;
mod benefit;
mod cell;
mod cursor;
mod initiative;
mod order;
mod query;
mod search;
mod statement;

pub use address::{decoded_pairs, encoded_query};
pub use benefit::{BenefitColumn, BenefitFilter};
pub use cell::{Cell, Sheet, plain_text};
pub use cursor::{Cursor, Key, Towards};
pub use initiative::{InitiativeColumn, InitiativeFilter};
pub use order::{Column, Order};
pub use query::{AreaChoice, Filter, Query, RegisterKind};
pub use search::{SORT_MAX, folded, sort_key, sort_number, words};
pub use statement::{Mine, StatementColumn, StatementFilter};

/// Rows of a page.
pub const PAGE_SIZE: u16 = 50;
