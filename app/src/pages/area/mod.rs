//! Investment areas.

mod body;
mod detail;
mod facts;
mod list;
mod list_body;

pub use detail::AreaPage;
pub use list::AreaListPage;
