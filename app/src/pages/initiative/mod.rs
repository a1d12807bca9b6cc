//! Initiatives: the register, and what one has promised and brought.

mod benefits;
mod calculation;
mod delivery;
mod dependencies;
mod detail;
mod form;
mod freed_time;
mod goals;
mod list;
mod notice;
mod plan;
mod realised;
mod statements;
mod steps;
mod sus_form;

pub use dependencies::DependencyPage;
pub use detail::InitiativePage;
pub use form::InitiativeFormPage;
pub use list::InitiativeListPage;
pub use sus_form::SusFormPage;
