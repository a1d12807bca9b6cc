//! Whatever anybody may send: nothing panics, waits or grows, and what is refused is refused with a reason. Fuzzing
//! (`cargo xtask fuzz`) calls the same entries for as long as it likes; here they get what it has found, and what
//! properties make up.

mod bomb;
mod bombs;
mod corpus;
#[path = "../../fuzz/src/lib.rs"]
mod entries;
mod made_up;
mod nul;
mod odd;

use std::time::{Duration, Instant};

/// The longest that anything may take to read or refuse, in a debug build beside other tests.
const PATIENCE: Duration = Duration::from_secs(20);

/// Calls an entry, which panics where it finds something.
fn call(name: &str, bytes: &[u8]) {
    let begin = Instant::now();
    entries::call(name, bytes);
    let took = begin.elapsed();
    assert!(took < PATIENCE, "{name} takes {took:?} for {} bytes", bytes.len());
}
