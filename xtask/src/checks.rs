//! The checks that cargo brings, and all checks together.

use crate::bundle_deps;
use crate::error::{Error, Result};
use crate::licences;
use crate::process::{run, step};
use crate::rooms;
use crate::setup::setup;
use crate::workspace::{WASM, Workspace};

type Check = fn(&Workspace) -> Result<()>;

/// Every check with its name; cheap ones first.
const CHECKS: [(&str, Check); 6] = [
    ("fmt", fmt),
    ("rooms", rooms::check),
    ("bundle-deps", bundle_deps::check),
    ("licences", licences::check),
    ("lint", lint),
    ("doc", doc),
];

/// Runs all checks, also after one has failed, so that one run tells everything.
pub fn all(workspace: &Workspace) -> Result<()> {
    let mut failed = Vec::new();
    for (name, check) in CHECKS {
        if let Err(error) = check(workspace) {
            eprintln!("\nerror: {error}\n");
            failed.push(name);
        }
    }
    if failed.is_empty() {
        println!("==> All checks passed");
        return Ok(());
    }
    Err(Error::Unexpected {
        what: format!("checks failed: {}", failed.join(", ")),
        hint: format!(
            "Each runs by itself: `cargo xtask {}`.",
            failed.join("`, `cargo xtask ")
        ),
    })
}

/// Formatting, as `rustfmt.toml` says.
pub fn fmt(workspace: &Workspace) -> Result<()> {
    step("Checking formatting", || {
        run(
            workspace.cargo("fmt").args(["--all", "--check"]),
            "Run `cargo fmt --all`.",
        )
    })
}

/// Clippy and the compiler's own warnings, for both halves: neither sees the other's code.
pub fn lint(workspace: &Workspace) -> Result<()> {
    const HINT: &str =
        "Each message above says what it wants; `#[expect(lint, reason = \"…\")]` where it is wrong.";
    setup(workspace)?;
    step("Linting the server half and the tests", || {
        run(
            workspace
                .cargo_product("clippy")
                .args(["--all-targets", "--", "-D", "warnings"]),
            HINT,
        )
    })?;
    // Not among `--all-targets`, for they are no tests; they share code with those, which breaks them unseen.
    step("Linting benchmarks and pictures", || {
        run(
            workspace
                .cargo_product("clippy")
                .args(["--test", "bench", "--test", "generate", "--test", "pictures"])
                .args(["--", "-D", "warnings"]),
            HINT,
        )
    })?;
    step("Linting the browser half", || {
        run(
            workspace
                .cargo("clippy")
                .args(["-p", "frontend", "--target", WASM, "--", "-D", "warnings"]),
            HINT,
        )
    })?;
    step("Linting xtask", || {
        run(
            workspace
                .cargo("clippy")
                .args(["-p", "xtask", "--all-targets", "--", "-D", "warnings"]),
            HINT,
        )
    })?;
    // A workspace of its own, in which nothing else turns on what a crate of ours forgot to ask for: nobody compiles it but those
    // who fuzz.
    step("Linting what fuzzes", || {
        run(
            workspace
                .cargo("clippy")
                .args(["--locked", "--manifest-path", "fuzz/Cargo.toml", "--target-dir"])
                .arg(workspace.target())
                .args(["--", "-D", "warnings"]),
            HINT,
        )
    })
}

/// The documentation: no broken link, no stray markup.
pub fn doc(workspace: &Workspace) -> Result<()> {
    step("Checking the documentation", || {
        run(
            workspace
                .cargo_product("doc")
                .arg("--no-deps")
                // The same configuration as in `.cargo/config.toml`, which rustdoc does not read.
                .env("RUSTDOCFLAGS", "-D warnings --cfg erase_components"),
            "The message above names the item whose documentation is wrong.",
        )
    })
}
