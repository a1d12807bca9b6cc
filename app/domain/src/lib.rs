//! The rules of benefit realisation, free from IO, clock, async and frameworks.
//!
//! Everything here is plain data and pure functions: entities ([`initiative`], [`delivery`],
//! [`benefit`], [`statement`] …), the rules that judge them as of a date ([`evidence`],
//! [`rollup`], [`level`]), who may do what ([`policy`]), forms that turn what a person typed into
//! valid values ([`form`]), and the one model that every rendering of a report is made from
//! ([`report_model`]). What waits for whom is found by [`work`]. What was done to a thing and what it changed reads through [`history`].

pub mod account;
pub mod agency;
pub mod area;
pub mod assessment;
pub mod attachment;
pub mod benefit;
pub mod benefit_group;
pub mod calculation;
pub mod calibration;
pub mod causes;
pub mod ctx;
pub mod delivery;
pub mod duty;
pub mod effect_goal;
pub mod evidence;
pub mod example;
pub mod expected_value;
pub mod factor;
pub mod figure;
pub mod form;
pub mod freed_time;
pub mod history;
pub mod id;
pub mod identity;
pub mod initiative;
pub mod level;
pub mod local_time;
pub mod measure;
pub mod measurement;
pub mod measurement_sheet;
pub mod money;
pub mod parted;
pub mod password;
pub mod percent;
pub mod policy;
pub mod portfolio;
pub mod reading;
pub mod realisation;
pub mod realisation_plan;
pub mod register;
pub mod report;
pub mod report_comparison;
pub mod report_model;
pub mod retention;
pub mod role;
pub mod rollup;
pub mod round;
pub mod second_factor;
pub mod sek_value;
pub mod shared_list;
pub mod standing;
pub mod start;
pub mod statement;
pub mod sus;
pub mod unit;
pub mod when;
pub mod work;
pub mod workbook;

#[cfg(test)]
mod code_tests;
#[cfg(test)]
mod testing;
