//! The administrator's pages: who has access, with which roles, and the links that let them in.

mod form;
mod link;
mod list;

pub use form::AccountFormPage;
pub use link::AccountLinkPage;
pub use list::AdminPage;
