//! Fuzzing of what reads what others have written: `fuzz/`.

use std::fs;
use std::process::Command;

use crate::error::{Error, Result};
use crate::process::{run, step};
use crate::tool::{Tool, unhurried};
use crate::workspace::Workspace;

const CARGO_FUZZ: Tool = Tool {
    name: "cargo-fuzz",
    version: "0.13.2",
};

/// Largest input that is tried: the corpus stands in everybody's clone.
const INPUT_MAX: u32 = 64 * 1024;
/// Seconds after which an input counts as one that takes too long.
const PATIENCE: u32 = 20;
/// Megabytes of memory that nothing may need.
const MEMORY: u32 = 1024;

/// Fuzzes one target, or each in turn, for so many seconds, and keeps what is new of what it has tried, where asked to. Fails
/// once all had their turn, where something was found.
pub fn fuzz(workspace: &Workspace, only: Option<&str>, seconds: u32, keep: bool) -> Result<()> {
    let targets = targets(workspace)?;
    if let Some(name) = only.filter(|name| !targets.iter().any(|known| known == name)) {
        return Err(Error::Unexpected {
            what: format!("there is no target “{name}”"),
            hint: format!("There are: {}.", targets.join(", ")),
        });
    }
    nightly()?;
    // What does not compile is told once, and not of each.
    step("Building what fuzzes", || {
        run(
            fuzzer(workspace, "build")?.args(only),
            "The compiler's message above says what is wrong.",
        )
    })?;
    let mut found = Vec::new();
    for target in targets
        .iter()
        .filter(|target| only.is_none_or(|only| only == *target))
    {
        // The others are fuzzed all the same.
        if let Err(error) = fuzzed(workspace, target, seconds, keep) {
            eprintln!("\n{error}");
            found.push(target.clone());
        }
    }
    if found.is_empty() {
        return Ok(());
    }
    Err(Error::Findings {
        check: "targets that did not stand it",
        findings: found,
        hint: FOUND,
    })
}

/// What to do with what was found.
const FOUND: &str =
    "What was found lies in fuzz/artifacts. Mend it, and keep it in fuzz/corpus, where the tests read it.";

/// Fuzzes one target. What is new is kept also where something was found: that itself never is.
fn fuzzed(workspace: &Workspace, target: &str, seconds: u32, keep: bool) -> Result<()> {
    let tried = workspace.target().join("fuzz").join(target);
    fs::create_dir_all(&tried).map_err(Error::file("make", &tried))?;
    let kept = workspace.root.join("fuzz/corpus").join(target);
    let stood = step(&format!("Fuzzing {target} for {seconds} s"), || {
        let limits = [
            format!("-max_total_time={seconds}"),
            format!("-max_len={INPUT_MAX}"),
            format!("-timeout={PATIENCE}"),
            format!("-rss_limit_mb={MEMORY}"),
        ];
        run(
            fuzzer(workspace, "run")?
                .arg(target)
                .args([&tried, &kept])
                .arg("--")
                .args(limits),
            FOUND,
        )
    });
    if !keep {
        return stood;
    }
    let merged = step(&format!("Keeping what is new in {}", kept.display()), || {
        run(
            fuzzer(workspace, "run")?
                .arg(target)
                .args([&kept, &tried])
                .args(["--", "-merge=1"]),
            "The message above says why.",
        )
    });
    stood.and(merged)
}

/// `cargo fuzz build` or `cargo fuzz run`, by a nightly compiler.
fn fuzzer(workspace: &Workspace, does: &str) -> Result<Command> {
    let mut command = unhurried(workspace, &CARGO_FUZZ)?;
    // For nightly alone: the toolchain of this call must not be passed on.
    command.env("RUSTUP_TOOLCHAIN", "nightly").env_remove("CARGO");
    command.env_remove("CARGO_TARGET_DIR");
    // Nothing of ours is unsafe, so nothing is watched but panics, time and memory: it compiles in half the time.
    command.args([does, "--sanitizer", "none"]);
    Ok(command)
}

/// The targets, by name.
fn targets(workspace: &Workspace) -> Result<Vec<String>> {
    let folder = workspace.root.join("fuzz/fuzz_targets");
    let read = || -> std::io::Result<Vec<String>> {
        let mut targets = Vec::new();
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            targets.extend(path.file_stem().map(|name| name.to_string_lossy().into_owned()));
        }
        targets.sort();
        Ok(targets)
    };
    read().map_err(Error::file("read", &folder))
}

/// Fails where there is no nightly compiler, which fuzzing takes.
fn nightly() -> Result<()> {
    let asked = Command::new("rustc").arg("+nightly").arg("--version").output();
    if asked.is_ok_and(|asked| asked.status.success()) {
        return Ok(());
    }
    Err(Error::Missing {
        what: "A nightly Rust compiler".to_owned(),
        hint: "Fuzzing takes one, and nothing else here does: `rustup toolchain install nightly --profile minimal`. \
               What has been found so far is tried without it: `cargo xtask test hostile::`."
            .to_owned(),
    })
}
