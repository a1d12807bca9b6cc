//! Promise, test, result: one table of everything that is promised, from a whole run of tests and benchmarks.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use crate::error::{Error, Result};
use crate::promises::{PROMISES, Promise, Proof};
use crate::run::remove_if_there;
use crate::workspace::Workspace;
use crate::{bench, test};

/// The log of all tests.
pub const TESTS: &str = "tests";
/// That of all benchmarks.
pub const BENCH: &str = "bench";
/// That of the rules of domain, changed one by one.
pub const MUTANTS: &str = "mutants";

/// Runs all tests and all benchmarks, or takes what their last whole runs left, and prints the table. Fails where a promise
/// is not kept, or where something failed that is nobody's promise.
pub fn proof(workspace: &Workspace, last: bool) -> Result<()> {
    let mut ran = Ok(());
    if !last {
        // What an earlier run has left shows nothing of this one.
        for of in [TESTS, BENCH] {
            remove_if_there(&log(workspace, of))?;
        }
        // The other half is run all the same.
        for outcome in [test::test(workspace, &[]), bench::bench(workspace, &[])] {
            if let Err(error) = &outcome {
                eprintln!("\n{error}");
            }
            ran = ran.and(outcome);
        }
    }
    // Changing every rule takes a night: whoever does it leaves what came of it.
    let told = [BENCH, MUTANTS].map(|of| read(&log(workspace, of)));
    let mut benches = BTreeMap::new();
    for told in told {
        benches.extend(benches_in(&told?));
    }
    let seen = Seen {
        tests: tests_in(&read(&log(workspace, TESTS))?),
        benches,
    };
    let rows: Vec<Row> = PROMISES.iter().map(|promise| seen.row(promise)).collect();
    print!("{}", table(&rows));
    let missed: Vec<String> = rows
        .iter()
        .filter(|row| !row.kept)
        .map(|row| format!("{}: {}", row.says, row.result))
        .collect();
    if missed.is_empty() {
        return ran;
    }
    Err(Error::Findings {
        check: "promises that are not shown to be kept",
        findings: missed,
        hint: "README says by how much a budget is missed, and why.",
    })
}

/// Where a whole run leaves what it said.
pub fn log(workspace: &Workspace, of: &str) -> PathBuf {
    workspace.target().join("proof").join(format!("{of}.log"))
}

/// Begins such a log.
pub fn begin(workspace: &Workspace, of: &str) -> Result<fs::File> {
    let file = log(workspace, of);
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(Error::file("create", folder))?;
    }
    fs::File::create(&file).map_err(Error::file("write", &file))
}

/// What such a log says; nothing where there is none, so that the table says what has not run.
fn read(file: &PathBuf) -> Result<String> {
    if !file.exists() {
        return Ok(String::new());
    }
    let bytes = fs::read(file).map_err(Error::file("read", file))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// What a whole run has shown.
struct Seen {
    /// Each test that ran, and whether it passed.
    tests: BTreeMap<String, bool>,
    /// What benchmarks said: kept or not, with the figures.
    benches: BTreeMap<String, (bool, String)>,
}

struct Row {
    of: &'static str,
    says: &'static str,
    by: String,
    kept: bool,
    result: String,
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
fn benches_in(log: &str) -> BTreeMap<String, (bool, String)> {
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

impl Seen {
    fn row(&self, promise: &Promise) -> Row {
        let (by, kept, result) = match promise.proof {
            Proof::Tests(beginnings) => {
                let (kept, result) = self.tests(beginnings);
                (format!("test {}", beginnings.join(", ")), kept, result)
            }
            Proof::Bench(names) => {
                let (kept, result) = self.benches(names);
                (format!("bench {}", names.join(", ")), kept, result)
            }
            Proof::Mutants => {
                let (kept, result) = self.benches(&[MUTANTS]);
                ("cargo xtask mutants".to_owned(), kept, result)
            }
        };
        Row {
            of: promise.of,
            says: promise.says,
            by,
            kept,
            result,
        }
    }

    fn tests(&self, beginnings: &[&str]) -> (bool, String) {
        let (mut passed, mut failed) = (0_u32, Vec::new());
        for beginning in beginnings {
            let of = self.tests.iter().filter(|(name, _)| name.starts_with(beginning));
            let before = passed;
            for (name, ok) in of {
                if *ok {
                    passed += 1;
                } else {
                    failed.push(name.as_str());
                }
            }
            if passed == before && failed.is_empty() {
                return (false, format!("no test {beginning} has run"));
            }
        }
        if failed.is_empty() {
            (true, format!("{passed} passed"))
        } else {
            (false, format!("failed: {}", failed.join(", ")))
        }
    }

    fn benches(&self, names: &[&str]) -> (bool, String) {
        let mut figures = Vec::new();
        let mut all = true;
        for name in names {
            match self.benches.get(*name) {
                Some((kept, said)) => {
                    all &= kept;
                    figures.push(said.clone());
                }
                None => {
                    all = false;
                    figures.push(format!("{name} was not measured"));
                }
            }
        }
        (all, figures.join("; "))
    }
}

fn table(rows: &[Row]) -> String {
    let mut table = String::new();
    let mut of = "";
    for row in rows {
        if row.of != of {
            of = row.of;
            let _ = writeln!(
                table,
                "\n## {of}\n\n| promise | shown by | result |\n|---|---|---|"
            );
        }
        let mark = if row.kept { "kept" } else { "NOT KEPT" };
        let _ = writeln!(table, "| {} | {} | {mark}: {} |", row.says, row.by, row.result);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOG: &str = "test killed::a::sqlite ... ok\ntest killed::a::postgres ... FAILED\ntest cli::b ... ok\n\
                       promised reports kept PDF 361 ms\npromised pages.p95.SQLite missed /nyttor 70 ms\n";

    fn seen() -> Seen {
        Seen {
            tests: tests_in(LOG),
            benches: benches_in(LOG),
        }
    }

    #[test]
    fn a_promise_is_kept_where_all_that_shows_it_passed() {
        let seen = seen();
        assert_eq!(seen.tests(&["cli::"]), (true, "1 passed".to_owned()));
        assert_eq!(
            seen.tests(&["cli::", "killed::"]),
            (false, "failed: killed::a::postgres".to_owned())
        );
        assert_eq!(seen.benches(&["reports"]), (true, "PDF 361 ms".to_owned()));
        assert!(!seen.benches(&["reports", "pages.p95.SQLite"]).0);
    }

    #[test]
    fn whatever_says_whether_a_promise_is_kept_has_a_row() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let mut says = String::new();
        let benches = fs::read_dir(root.join("tests/bench")).expect("benchmarks");
        for file in benches.map(|file| file.expect("a file").path()) {
            says.push_str(&fs::read_to_string(file).expect("text"));
        }
        says.push_str(&fs::read_to_string(root.join("tests/lighthouse/run.mjs")).expect("text"));
        let says: Vec<&str> = says.split_whitespace().collect();
        let says = says.join(" ").replace("promised( ", "promised(");
        // Its name, as far as it is always the same: what follows names the database.
        let names = |before: &str, until: &[char]| -> Vec<String> {
            let found = says.split(before).skip(1);
            let name = found.filter_map(|rest| rest.split(until).next());
            name.map(str::to_owned).collect()
        };
        let mut told = names("promised(\"", &['"']);
        told.extend(names("promised(&format!(\"", &['"', '{']));
        told.extend(names("`promised ", &[' ']));
        assert!(told.len() >= 9, "{told:?}");
        let rows: Vec<&str> = PROMISES
            .iter()
            .filter_map(|promise| match promise.proof {
                Proof::Bench(names) => Some(names),
                Proof::Tests(_) | Proof::Mutants => None,
            })
            .flatten()
            .copied()
            .collect();
        for name in told {
            assert!(
                rows.iter().any(|row| row.starts_with(name.as_str())),
                "{name} is measured, and no promise"
            );
        }
    }

    #[test]
    fn what_did_not_run_shows_nothing() {
        let seen = seen();
        assert_eq!(
            seen.tests(&["backup::"]),
            (false, "no test backup:: has run".to_owned())
        );
        assert_eq!(
            seen.benches(&["import"]),
            (false, "import was not measured".to_owned())
        );
    }
}
