//! What whole runs leave for the table of promises: of which commit they were, what they said, and that they came to their end.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::Command;

use super::MUTANTS;
use crate::error::{Error, Result};
use crate::process::capture;
use crate::workspace::Workspace;

/// What came of changing the rules of `domain`: kept with the sources. It takes a night, and holds on every machine that has the
/// same rules.
const OF_RULES: &str = "docs/mutants.log";

/// How the first line begins; the commit follows.
const OF: &str = "log of ";
/// How the line begins that says of which rules a log is.
const RULES: &str = "rules ";
/// How a line begins that tells of a program that ended badly.
const BADLY: &str = "ended badly: ";
/// The closing line: without it a run was interrupted.
const WHOLE: &str = "whole";
/// What stands in a log instead of what git does not know.
const UNKNOWN: &str = "unknown";
/// What follows a commit where files are not as they are in it.
const CHANGED: &str = " with changes";
/// Letters of a commit that are shown.
const SHORT: usize = 9;

/// The commit that the sources are at, and whether they are as they are in it; nothing where git does not know.
pub fn head(workspace: &Workspace) -> Option<String> {
    let commit = git(workspace, &["rev-parse", "HEAD"])?;
    let changes = git(workspace, &["status", "--porcelain"])?;
    let changed = if changes.is_empty() { "" } else { CHANGED };
    Some(format!("{commit}{changed}"))
}

/// The rules of `domain` as git names them: its tree. Nothing where git does not know, or where they are in no commit.
pub fn rules(workspace: &Workspace) -> Option<String> {
    let changes = git(workspace, &["status", "--porcelain", "--", "app/domain"])?;
    if !changes.is_empty() {
        return None;
    }
    git(workspace, &["rev-parse", "HEAD:app/domain"])
}

/// What git says; nothing where the folder is no repository, as where a release was unpacked, or where there is no git.
pub fn git(workspace: &Workspace, arguments: &[&str]) -> Option<String> {
    if !workspace.root.join(".git").exists() {
        return None;
    }
    let mut command = Command::new("git");
    command.args(arguments).current_dir(&workspace.root);
    let said = capture(&mut command, "Of which commit this is stays unknown.").ok()?;
    Some(said.trim().to_owned())
}

/// A commit as people read it.
pub fn short(commit: Option<&str>) -> String {
    let Some(commit) = commit else {
        return "an unknown commit".to_owned();
    };
    let (name, changed) = match commit.strip_suffix(CHANGED) {
        Some(name) => (name, CHANGED),
        None => (commit, ""),
    };
    format!("{}{changed}", name.get(..SHORT).unwrap_or(name))
}

/// Whether files were not as they are in this commit.
pub fn is_changed(commit: &str) -> bool {
    commit.ends_with(CHANGED)
}

/// Where a whole run leaves what it said.
pub fn place(workspace: &Workspace, of: &str) -> PathBuf {
    if of == MUTANTS {
        return workspace.root.join(OF_RULES);
    }
    workspace.target().join("proof").join(format!("{of}.log"))
}

/// A log that is being written.
pub struct Writing {
    file: File,
    place: PathBuf,
}

impl Writing {
    /// Begins a log, of a commit that was read before anything was built of it.
    pub fn begin(workspace: &Workspace, of: &str, commit: Option<&str>) -> Result<Self> {
        let place = place(workspace, of);
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder).map_err(Error::file("create", folder))?;
        }
        let file = File::create(&place).map_err(Error::file("write", &place))?;
        let mut begun = Self { file, place };
        begun.said(&format!("{OF}{}", commit.unwrap_or(UNKNOWN)))?;
        Ok(begun)
    }

    /// Says of which rules it is.
    pub fn rules(&mut self, rules: Option<&str>) -> Result<()> {
        self.said(&format!("{RULES}{}", rules.unwrap_or(UNKNOWN)))
    }

    /// A line that a program has printed, with its end.
    pub fn line(&mut self, line: &[u8]) -> io::Result<()> {
        self.file.write_all(line)
    }

    /// A line of our own.
    pub fn said(&mut self, line: &str) -> Result<()> {
        writeln!(self.file, "{line}").map_err(Error::file("write", &self.place))
    }

    /// Notes that a program ended badly, where it did.
    pub fn ended(&mut self, outcome: &Result<()>) -> Result<()> {
        let Err(error) = outcome else { return Ok(()) };
        let error = error.to_string();
        self.said(&format!("{BADLY}{}", error.lines().next().unwrap_or_default()))
    }

    /// Says that it is whole.
    pub fn close(mut self) -> Result<()> {
        self.said(WHOLE)
    }
}

/// What a log says.
#[derive(Debug, Default)]
pub struct Log {
    /// Whether there is one.
    pub there: bool,
    /// The commit that it is of, where that is known.
    pub commit: Option<String>,
    /// The rules that it is of.
    pub rules: Option<String>,
    /// Whether the run came to its end, and each program of tests with it.
    pub whole: bool,
    /// What ended badly.
    pub badly: Vec<String>,
    /// Each test that ran, and whether it passed.
    pub tests: BTreeMap<String, bool>,
    /// What benchmarks said: kept or not, with the figures.
    pub figures: BTreeMap<String, (bool, String)>,
}

impl Log {
    /// Reads a log; where there is none, nothing has run.
    pub fn read(workspace: &Workspace, of: &str) -> Result<Self> {
        let place = place(workspace, of);
        if !place.exists() {
            return Ok(Self::default());
        }
        let bytes = fs::read(&place).map_err(Error::file("read", &place))?;
        Ok(Self::told(&String::from_utf8_lossy(&bytes)))
    }

    /// What the text of one says.
    pub fn told(text: &str) -> Self {
        let known = |named: &&str| *named != UNKNOWN;
        let commit = text.lines().next().and_then(|line| line.strip_prefix(OF));
        let rules = text.lines().nth(1).and_then(|line| line.strip_prefix(RULES));
        let last = text.lines().rfind(|line| !line.trim().is_empty());
        let badly = text.lines().filter_map(|line| line.strip_prefix(BADLY));
        Self {
            there: true,
            commit: commit.filter(known).map(str::to_owned),
            rules: rules.filter(known).map(str::to_owned),
            whole: commit.is_some() && last == Some(WHOLE) && all_ended(text),
            badly: badly.map(str::to_owned).collect(),
            tests: tests_in(text),
            figures: figures_in(text),
        }
    }
}

/// Whether each program that began its tests has summed them up: one that was killed, or that killed itself, has not.
fn all_ended(log: &str) -> bool {
    let mut begun = false;
    for line in log.lines().map(str::trim) {
        if begins(line) {
            if begun {
                return false;
            }
            begun = true;
        } else if line.starts_with("test result: ") {
            begun = false;
        }
    }
    !begun
}

/// `running 12 tests`, or one.
fn begins(line: &str) -> bool {
    let counted = line
        .strip_prefix("running ")
        .and_then(|rest| rest.split_once(' '));
    counted.is_some_and(|(count, of)| count.parse::<u32>().is_ok() && matches!(of, "test" | "tests"))
}

/// `test a::b ... ok` and its like; a test that is run by several programs passed where it did in all of them.
fn tests_in(log: &str) -> BTreeMap<String, bool> {
    let mut tests = BTreeMap::new();
    for line in log.lines() {
        let Some((name, outcome)) = line
            .trim()
            .strip_prefix("test ")
            .and_then(|rest| rest.split_once(" ... "))
        else {
            continue;
        };
        let passed = outcome.trim() == "ok";
        tests
            .entry(name.to_owned())
            .and_modify(|all| *all &= passed)
            .or_insert(passed);
    }
    tests
}

/// `promised NAME kept FIGURES` or `promised NAME missed FIGURES`.
fn figures_in(log: &str) -> BTreeMap<String, (bool, String)> {
    let told = log.lines().filter_map(|line| {
        let mut words = line.strip_prefix("promised ")?.splitn(3, ' ');
        let (name, kept) = (words.next()?, words.next()?);
        let kept = match kept {
            "kept" => true,
            "missed" => false,
            _ => return None,
        };
        Some((
            name.to_owned(),
            (kept, words.next().unwrap_or_default().to_owned()),
        ))
    });
    told.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMIT: &str = "0123456789abcdef";
    const PROGRAM: &str = "running 1 test\ntest a::b ... ok\n\ntest result: ok. 1 passed; 0 failed\n";

    #[test]
    fn a_log_is_whole_where_it_is_closed_and_all_its_programs_are() {
        let whole = |text: &str| Log::told(text).whole;
        assert!(whole(&format!("{OF}{COMMIT}\n{PROGRAM}{PROGRAM}{WHOLE}\n")));
        assert!(!whole(&format!("{OF}{COMMIT}\n{PROGRAM}")), "interrupted");
        assert!(
            !whole(&format!("{PROGRAM}{WHOLE}\n")),
            "of no commit, not even an unknown one"
        );
        let aborted = "running 7 tests\ntest a::c ... ok\n";
        assert!(!whole(&format!("{OF}{COMMIT}\n{aborted}{PROGRAM}{WHOLE}\n")));
        assert!(!whole(&format!("{OF}{COMMIT}\n{PROGRAM}{aborted}{WHOLE}\n")));
        assert!(!whole(""));
    }

    #[test]
    fn a_log_is_read_as_it_was_written() {
        let root = std::env::temp_dir().join(format!("nytta-logs-{}", std::process::id()));
        let workspace = Workspace {
            cargo_target: root.join("target"),
            root: root.clone(),
        };
        assert!(!Log::read(&workspace, "bench").expect("read").there);
        let mut log = Writing::begin(&workspace, "bench", Some(COMMIT)).expect("begins");
        log.rules(Some("fedcba")).expect("written");
        log.line(b"promised start kept 40 MB\n").expect("written");
        let failed = Error::Unexpected {
            what: "it fell over".to_owned(),
            hint: "Help it up.".to_owned(),
        };
        log.ended(&Ok(())).expect("written");
        log.ended(&Err(failed)).expect("written");
        log.close().expect("written");
        let read = Log::read(&workspace, "bench").expect("read");
        assert!(read.there && read.whole);
        assert_eq!(read.commit.as_deref(), Some(COMMIT));
        assert_eq!(read.rules.as_deref(), Some("fedcba"));
        assert_eq!(read.badly, ["it fell over"]);
        assert_eq!(read.figures["start"], (true, "40 MB".to_owned()));
        // What was unpacked from a release is no repository: then nothing is known, and nothing fails.
        assert_eq!(head(&workspace), None);
        assert_eq!(rules(&workspace), None);
        let mut log = Writing::begin(&workspace, "bench", None).expect("begins");
        log.rules(None).expect("written");
        log.close().expect("written");
        let read = Log::read(&workspace, "bench").expect("read");
        assert!(read.whole);
        assert_eq!((read.commit, read.rules), (None, None));
        fs::remove_dir_all(&root).expect("goes");
    }

    #[test]
    fn what_came_of_changing_the_rules_stays_with_them() {
        let workspace = Workspace {
            cargo_target: PathBuf::from("elsewhere"),
            root: PathBuf::from("here"),
        };
        assert!(place(&workspace, MUTANTS).starts_with("here/docs"));
        assert!(place(&workspace, "bench").starts_with(workspace.target()));
    }

    #[test]
    fn a_commit_is_shown_short() {
        assert_eq!(short(Some(COMMIT)), "012345678");
        let changed = format!("{COMMIT}{CHANGED}");
        assert_eq!(short(Some(changed.as_str())), "012345678 with changes");
        assert!(is_changed(&changed) && !is_changed(COMMIT));
        assert_eq!(short(None), "an unknown commit");
    }
}
