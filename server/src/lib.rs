//! The composition root: configuration, router and command line.

#![recursion_limit = "256"]

mod account_link;
mod archive;
mod assets;
mod calculation_file;
mod calendar_feed;
pub mod cli;
mod clock;
mod command;
mod comparison_file;
pub mod config;
mod csrf;
pub mod digest;
mod form_body;
mod headers;
mod hinder;
pub mod limit;
mod measurement_file;
mod measurement_sheet_file;
mod meter;
mod next_work;
mod nul;
mod open;
mod owner;
mod park;
mod postgres_address;
mod register_file;
mod renderer;
mod report_archive_file;
mod report_feed;
mod report_file;
mod report_outside;
mod request;
pub mod router;
mod second_factor;
mod secret_key;
mod settings;
mod single_sign_on;
mod site_address;
mod template_file;
mod workbook_file;

use mimalloc::MiMalloc;

pub use clock::now;
pub use open::open;

/// SQLite reads rows in a thread of its own and others use them up, which the system's memory is slow at: see decision 24. Here
/// rather than in the program, so that tests and benchmarks have it too.
#[global_allocator]
static MEMORY: MiMalloc = MiMalloc;
