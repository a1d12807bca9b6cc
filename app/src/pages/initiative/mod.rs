//! Initiatives: the register, and what one has promised and brought.

mod benefits;
mod delivery;
mod detail;
mod list;
mod notice;
mod statements;

pub use detail::InitiativePage;
pub use list::InitiativeListPage;
