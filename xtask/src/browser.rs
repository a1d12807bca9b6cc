//! The browser and its driver, for the browser tests.

use crate::debian::Need;
use crate::process::find;

/// The browser that pages are tried in.
pub const CHROMIUM: Need = Need {
    what: "Chromium",
    packages: &["chromium"],
    find: || {
        find("chromium")
            .or_else(|| find("chromium-browser"))
            .or_else(|| find("google-chrome"))
    },
};

/// What tests drive it with.
pub const CHROMEDRIVER: Need = Need {
    what: "ChromeDriver",
    packages: &["chromium-driver"],
    find: || find("chromedriver"),
};
