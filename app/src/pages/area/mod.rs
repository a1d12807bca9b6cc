//! Investment areas.

mod body;
mod deliveries;
mod detail;
mod facts;
mod judgement;
mod list;
mod list_body;
mod shown;

pub use detail::AreaPage;
pub use list::AreaListPage;
