//! The portfolio as a workbook: an empty one to fill in, and one that was filled in.

mod measured;
mod read;
mod template;

pub(crate) use measured::measured;
pub use read::read;
pub(crate) use read::typed;
pub use template::template;
