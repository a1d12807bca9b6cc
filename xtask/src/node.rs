//! What tests run beside the product: axe-core and an identity provider, pinned.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::debian::Need;
use crate::error::{Error, Result};
use crate::process::{find, run, step};
use crate::workspace::Workspace;

/// What runs the identity provider.
pub const NODE: Need = Need {
    what: "Node",
    packages: &["nodejs"],
    find: || find("node"),
};

/// What brings them.
pub const NPM: Need = Need {
    what: "npm",
    packages: &["nodejs", "npm"],
    find: || find("npm"),
};

/// The folder of what tests run.
pub fn node_packages(workspace: &Workspace) -> Result<PathBuf> {
    packages_in(&workspace.root.join("tests/node"))
}

/// The folder, with all packages that its `package.json` asks for, installed if one is not there in its version.
pub fn packages_in(folder: &Path) -> Result<PathBuf> {
    let asked = json(&folder.join("package.json"))?;
    let locked = json(&folder.join("package-lock.json"))?;
    let names = asked.get("devDependencies").and_then(Value::as_object);
    let mut missing = Vec::new();
    for name in names.into_iter().flat_map(|names| names.keys()) {
        let wanted = version(&locked["packages"][format!("node_modules/{name}")]);
        let there = json(&folder.join("node_modules").join(name).join("package.json")).ok();
        if wanted.is_none() || there.as_ref().and_then(version) != wanted {
            missing.push(format!("{name} {}", wanted.unwrap_or_default()));
        }
    }
    if !missing.is_empty() {
        step(&format!("Installing {} (for tests)", missing.join(", ")), || {
            run(
                Command::new("npm")
                    .args(["ci", "--no-audit", "--no-fund"])
                    .current_dir(folder),
                "Look at npm's message above; it needs the npm registry. Where package-lock.json lacks a package, \
                 run `npm install` in the folder of package.json and commit it.",
            )
        })?;
    }
    Ok(folder.to_owned())
}

fn version(package: &Value) -> Option<String> {
    package.get("version")?.as_str().map(str::to_owned)
}

fn json(file: &Path) -> Result<Value> {
    let text = fs::read_to_string(file).map_err(Error::file("read", file))?;
    serde_json::from_str(&text).map_err(|error| Error::Unexpected {
        what: format!("{} is not JSON: {error}", file.display()),
        hint: "Restore it from the repository.".to_owned(),
    })
}
