//! Benefit calculations (nyttokalkyler): what an initiative costs and gives, as differences against
//! doing nothing, and whether it pays.
//!
//! [`case`] is one alternative's lines, valid by construction; [`evaluate`] works them out; [`file`] is how
//! one is written for `nytta calc`.

pub mod case;
pub mod estimate;
pub mod evaluate;
pub mod file;
mod irr;
mod payback;
pub mod result;
mod tornado;

pub use case::{Case, CaseError, CaseLine, LineKind};
pub use estimate::{Estimate, Scenario, Scope};
pub use result::{Evaluation, Key, Swing, SwingFactor, YearRow};

#[cfg(test)]
#[path = "calculation/evaluate_tests.rs"]
mod evaluate_tests;
