//! Times, and what is said of them.

use std::time::Duration;

/// How long each of many requests took.
#[derive(Clone, Debug, Default)]
pub struct Times(Vec<Duration>);

impl Times {
    pub fn add(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    pub fn note(&mut self, took: Duration) {
        self.0.push(took);
    }

    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The time that so many in a hundred did not exceed, by nearest rank: of few, 95 of a hundred are all.
    pub fn percentile(&self, hundredths: usize) -> Duration {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        assert!(!sorted.is_empty(), "something was measured");
        let rank = (sorted.len() * hundredths).div_ceil(100).max(1);
        sorted[rank - 1]
    }
}

/// Milliseconds with one decimal.
pub fn millis(time: Duration) -> String {
    let tenths = (time.as_micros() + 50) / 100;
    format!("{}.{} ms", tenths / 10, tenths % 10)
}

/// How many times the one is the other, with two decimals.
pub fn ratio(one: Duration, other: Duration) -> String {
    let hundredths = one.as_micros() * 100 / other.as_micros().max(1);
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// Says whether a promise is kept, in words that `cargo xtask proof` reads.
pub fn promised(name: &str, kept: bool, figures: &str) {
    println!(
        "promised {name} {} {figures}",
        if kept { "kept" } else { "missed" }
    );
}

/// Megabytes of a program that are in memory.
pub fn resident(program: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{program}/status"));
    let status = status.expect("the program runs");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    kilobytes.expect("Linux tells") / 1_024
}
