//! Nytta.
fn main() {}
