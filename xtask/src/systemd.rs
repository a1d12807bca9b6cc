//! What holds units of systemd to its rules, for the tests of those that are handed out.

use crate::debian::Need;
use crate::process::find;

/// The program that verifies units.
pub const SYSTEMD: Need = Need {
    what: "systemd-analyze",
    packages: &["systemd"],
    find: || find("systemd-analyze"),
};
