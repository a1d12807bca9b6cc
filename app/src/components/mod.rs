//! Presentation: props in, markup out, no calls.
//!
//! Filled is decided by people, outlined is proposed or not decided yet, dashed is missing, dotted
//! is interpreted. A level is number, word and ball, never colour alone.

pub mod finding;
pub mod form;
pub mod icon;
pub mod level;
pub mod page;
