//! The portfolio as a workbook: an empty one to fill in, and one that was filled in.

mod read;
mod template;

pub use read::read;
pub(crate) use read::{measured, typed};
pub use template::template;
