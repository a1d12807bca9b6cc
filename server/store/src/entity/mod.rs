//! One entity a table: rows as they are, without rules.

pub mod account;
pub mod account_grant;
pub mod audit_event;
pub mod audit_head;
pub mod audit_payload;
pub mod form_draft;
pub mod form_submission;
pub mod one_time_link;
pub mod session;
