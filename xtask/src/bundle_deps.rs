//! Nothing of the server reaches the browser.

use crate::error::{Error, Result};
use crate::process::{capture, step};
use crate::workspace::{WASM, Workspace};

/// Libraries of the server; a crate is meant with all that begins with its name and a dash.
const LIBRARIES: [&str; 8] = [
    "axum",
    "hyper",
    "libsqlite3",
    "sea",
    "sqlx",
    "tokio",
    "tower",
    "typst",
];

/// Names that stand for themselves alone.
const CRATES: [&str; 8] = [
    "leptos_axum",
    "mail",
    "migrations",
    "report",
    "server",
    "service",
    "store",
    "xtask",
];

/// Reads what cargo would build for the browser.
pub fn check(workspace: &Workspace) -> Result<()> {
    step("Checking what reaches the browser", || {
        let mut tree = workspace.cargo("tree");
        tree.args([
            "-p", "frontend", "--target", WASM, "-e", "normal", "--prefix", "none", "-f", "{p}",
        ]);
        let tree = capture(&mut tree, "Look at cargo's message above.")?;
        let findings = unwanted(&tree);
        if findings.is_empty() {
            return Ok(());
        }
        Err(Error::Findings {
            check: "crates of the server in the browser's bundle",
            findings,
            hint: "`cargo tree -p frontend --target wasm32-unknown-unknown -e normal -i CRATE` shows how one \
                   got there; in `app` it belongs behind the feature `ssr`.",
        })
    })
}

/// The crates of a tree, one a line, that have no business there.
fn unwanted(tree: &str) -> Vec<String> {
    let mut names: Vec<&str> = tree
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    names.sort_unstable();
    names.dedup();
    names
        .into_iter()
        .filter(|name| is_unwanted(name))
        .map(str::to_owned)
        .collect()
}

fn is_unwanted(name: &str) -> bool {
    CRATES.contains(&name)
        || LIBRARIES.iter().any(|library| {
            name.strip_prefix(library)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '_']))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_servers_crates_are_found() {
        let tree = "frontend v0.1.0 (/x)\nleptos v0.8.23\nsea-orm v2.0.4\nsqlx-core v0.9.0\nsqlx-core v0.9.0 (*)\n\
                    store v0.1.0 (/x)\n";
        assert_eq!(unwanted(tree), ["sea-orm", "sqlx-core", "store"]);
    }

    #[test]
    fn names_that_only_look_alike_pass() {
        assert!(unwanted("server_fn v0.8.0\nreactive_stores v0.4.0\nsearch v1.0.0\n").is_empty());
    }
}
