//! What is stored and found, one file a noun.

pub mod account;
pub mod form_draft;
pub mod form_submission;
pub mod one_time_link;
pub mod session;
