//! Presentation: props in, markup out, no calls.
//!
//! Filled is decided by people, outlined is proposed or not decided yet, dashed is missing, dotted
//! is interpreted. A level is number, word and ball, never colour alone. Small parts are components;
//! tables that read much of the domain are plain functions that take it by reference.

pub mod amounts;
pub mod bars;
pub mod conflicts;
pub mod empty;
pub mod evidence;
pub mod example_notice;
pub mod figures;
pub mod finding;
pub mod form;
pub mod form_page;
pub mod gaps;
pub mod goals;
pub mod help;
pub mod history;
pub mod history_link;
pub mod icon;
pub mod level;
pub mod level_chart;
pub mod links;
pub mod main_groups;
pub mod matrix;
pub mod new_password;
pub mod page;
pub mod page_head;
pub mod pager;
pub mod pair;
pub mod prose;
pub mod realisation;
pub mod realised;
pub mod receipt;
pub mod register;
pub mod scale;
pub mod score_table;
pub mod scroll;
pub mod sentence;
pub mod stale;
pub mod strip;
pub mod switch;
pub mod track;
