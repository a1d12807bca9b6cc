//! Routes: each page loads one view and puts components together.

pub mod accessibility;
pub mod account;
pub mod admin;
pub mod area;
pub mod assessment;
pub mod audit;
pub mod benefit;
pub mod calculation;
pub mod delivery;
pub mod error;
pub mod factor;
pub mod glossary;
pub mod history;
pub mod initiative;
pub mod kept_note;
pub mod overview;
pub mod parked;
pub mod report;
pub mod round;
pub mod saved_view;
pub mod second_factor;
pub mod sign_in;
pub mod start;
pub mod statement;
pub mod structure;
pub mod work;
