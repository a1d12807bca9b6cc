//! The audit log.

mod chain;
mod filter;
mod list;

pub use list::AuditPage;
