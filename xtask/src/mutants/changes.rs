//! Running cargo-mutants on a tree, and what comes of it.

use std::fs;
use std::path::Path;

use super::ledger::Ledger;
use crate::error::{Error, Result};
use crate::tool::{Tool, unhurried};
use crate::workspace::Workspace;

const CARGO_MUTANTS: Tool = Tool {
    name: "cargo-mutants",
    version: "27.1.0",
};

/// Where cargo-mutants writes, in the folder that it is given.
const WRITES: &str = "mutants.out";

/// How many changes are made at a time.
#[derive(Clone, Copy)]
pub enum Copies {
    /// One, in the tree itself, so that what was compiled stays for the next run.
    InPlace,
    /// One for each core, each in a copy of the tree to itself, which is built once more.
    Each,
}

/// What cargo-mutants is to do.
pub struct Asked<'a> {
    /// `domain` as a workspace of its own.
    pub tree: &'a Path,
    /// Where it may write.
    pub output: &'a Path,
    /// The files to change.
    pub files: &'a [String],
    /// How many changes at a time.
    pub copies: Copies,
}

/// What came of changes, by their names.
#[derive(Default)]
pub struct Looked {
    /// A test failed.
    pub noticed: Vec<String>,
    /// It did not compile.
    pub uncompiled: Vec<String>,
    /// No test failed.
    pub missed: Vec<String>,
    /// The tests came to no end in time, which a change that makes them hang is right to.
    pub endless: Vec<String>,
}

impl Looked {
    /// What was written so far, also where cargo-mutants was interrupted.
    pub fn read(output: &Path) -> Result<Self> {
        let those = |name: &str| lines(&output.join(WRITES).join(name));
        Ok(Self {
            noticed: those("caught.txt")?,
            uncompiled: those("unviable.txt")?,
            missed: those("missed.txt")?,
            endless: those("timeout.txt")?,
        })
    }
}

/// Changes the rules one by one, but for what is known already; nothing where the tests do not pass, or compile, as it is.
pub fn made(workspace: &Workspace, asked: &Asked<'_>, known: &Ledger) -> Result<Option<Looked>> {
    begin(asked.output, known)?;
    let mut command = unhurried(workspace, &CARGO_MUTANTS)?;
    command.args([
        "--package",
        "domain",
        "--no-shuffle",
        "--colors",
        "never",
        "--iterate",
    ]);
    match asked.copies {
        Copies::InPlace => command.arg("--in-place"),
        Copies::Each => command.args(["--jobs", &cores().to_string(), "--gitignore", "false"]),
    };
    command.args(asked.files.iter().flat_map(|file| ["--file", file.as_str()]));
    // The library's tests alone: nothing else of it is compiled.
    command
        .args(["--cargo-arg=--lib"])
        .arg("--output")
        .arg(asked.output);
    // A second is what they take; on a busy machine, at the lowest urgency, it can be many, and too late counts as noticed.
    command.args(["--minimum-test-timeout", "60"]);
    // Property tests try an eighth of what they usually do, always the same, and do not look for the smallest failure:
    // what is found is found by less, and what is not is listed.
    command.env("PROPTEST_CASES", "32").env("PROPTEST_RNG_SEED", "1");
    command.env("PROPTEST_MAX_SHRINK_ITERS", "0");
    // Whatever is said elsewhere: without what was compiled the last time a change takes half a minute.
    command.env("CARGO_INCREMENTAL", "1");
    command.current_dir(asked.tree).env_remove("CARGO_TARGET_DIR");
    let status = command.status().map_err(|source| Error::NotStarted {
        command: crate::process::shown(&command),
        source,
        hint: "Try again; `target/tools` can be removed.".to_owned(),
    })?;
    match status.code() {
        // 2: some were missed; 3: some took too long.
        Some(0 | 2 | 3) => Ok(Some(Looked::read(asked.output)?)),
        Some(4) => Ok(None),
        _ => Err(Error::Failed {
            command: crate::process::shown(&command),
            status,
            hint: "The message above says why.".to_owned(),
        }),
    }
}

/// How many cores there are.
pub fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// Leaves nothing of an earlier run.
pub fn clear(output: &Path) -> Result<()> {
    let writes = output.join(WRITES);
    if writes.exists() {
        fs::remove_dir_all(&writes).map_err(Error::file("remove", &writes))?;
    }
    Ok(())
}

/// Leaves nothing of an earlier run but what cargo-mutants is to leave out.
fn begin(output: &Path, known: &Ledger) -> Result<()> {
    clear(output)?;
    let writes = output.join(WRITES);
    fs::create_dir_all(&writes).map_err(Error::file("make", &writes))?;
    let caught = writes.join("caught.txt");
    let known: String = known.known().map(|one| format!("{one}\n")).collect();
    fs::write(&caught, known).map_err(Error::file("write", &caught))
}

/// The lines of a file, where there is one.
fn lines(file: &Path) -> Result<Vec<String>> {
    if !file.exists() {
        return Ok(Vec::new());
    }
    let text = fs::read_to_string(file).map_err(Error::file("read", file))?;
    Ok(text.lines().map(str::to_owned).collect())
}
