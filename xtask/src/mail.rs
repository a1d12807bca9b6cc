//! A mail server, for the tests that send mail.

use std::path::PathBuf;
use std::process::Command;

use crate::debian::Need;

/// Python with aiosmtpd. The system's own: another that stands first on PATH has other libraries.
pub const AIOSMTPD: Need = Need {
    what: "Python with aiosmtpd",
    packages: &["python3-aiosmtpd"],
    find: python,
};

fn python() -> Option<PathBuf> {
    let candidates = ["/usr/bin/python3", "python3"].map(PathBuf::from);
    candidates.into_iter().find(|python| {
        let tried = Command::new(python).args(["-c", "import aiosmtpd"]).output();
        tried.is_ok_and(|tried| tried.status.success())
    })
}
