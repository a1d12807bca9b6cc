//! Limits that nobody who measures runs into.

use std::num::NonZeroU32;

use server::limit::{Allowance, Limits};

/// As much as anybody asks.
pub fn plenty() -> Limits {
    let plenty = NonZeroU32::new(1_000_000).expect("not zero");
    let allowance = Allowance {
        burst: plenty,
        each_second: plenty,
    };
    Limits {
        requests: allowance,
        attempts: allowance,
        ..Limits::default()
    }
}
