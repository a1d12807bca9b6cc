//! The browser, its driver and axe-core, for the browser tests.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::debian::Need;
use crate::error::{Error, Result};
use crate::process::{find, run, step};
use crate::workspace::Workspace;

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

/// What brings axe-core.
pub const NPM: Need = Need {
    what: "npm",
    packages: &["nodejs", "npm"],
    find: || find("npm"),
};

/// The pinned axe-core, installed if it is not there in that version.
pub fn axe(workspace: &Workspace) -> Result<PathBuf> {
    let folder = workspace.root.join("tests/browser");
    let script = folder.join("node_modules/axe-core/axe.min.js");
    let wanted = version(
        &folder.join("package-lock.json"),
        "/packages/node_modules~1axe-core/version",
    )?;
    let there = version(&folder.join("node_modules/axe-core/package.json"), "/version").ok();
    if there.as_ref() != Some(&wanted) || !script.is_file() {
        step(&format!("Installing axe-core {wanted} (for tests)"), || {
            run(
                Command::new("npm")
                    .args(["ci", "--no-audit", "--no-fund"])
                    .current_dir(&folder),
                "Look at npm's message above; it needs the npm registry.",
            )
        })?;
    }
    Ok(script)
}

fn version(file: &Path, pointer: &str) -> Result<String> {
    let text = fs::read_to_string(file).map_err(Error::file("read", file))?;
    let value: serde_json::Value = serde_json::from_str(&text).map_err(|error| Error::Unexpected {
        what: format!("{} is not JSON: {error}", file.display()),
        hint: "Restore it from the repository.".to_owned(),
    })?;
    let version = value.pointer(pointer).and_then(serde_json::Value::as_str);
    version.map(str::to_owned).ok_or_else(|| Error::Unexpected {
        what: format!("{} names no version of axe-core", file.display()),
        hint: "Run `npm install` in tests/browser and commit package-lock.json.".to_owned(),
    })
}
