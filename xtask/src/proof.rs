//! Promise, test, result: one table of everything that is promised, from a whole run of tests and benchmarks.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use crate::error::{Error, Result};
use crate::promises::{PROMISES, Promise, Proof};
use crate::workspace::Workspace;
use crate::{bench, test};

/// Runs all tests and all benchmarks, or takes what their last whole runs left, and prints the table. Fails where a promise
/// is not kept.
pub fn proof(workspace: &Workspace, last: bool) -> Result<()> {
    if !last {
        // What fails stands in the table: the other half is run all the same.
        for outcome in [test::test(workspace, &[]), bench::bench(workspace, &[])] {
            if let Err(error) = outcome {
                eprintln!("\n{error}");
            }
        }
    }
    let seen = Seen {
        tests: tests_in(&read(&log(workspace, "tests"))?),
        benches: benches_in(&read(&log(workspace, "bench"))?),
    };
    let rows: Vec<Row> = PROMISES.iter().map(|promise| seen.row(promise)).collect();
    print!("{}", table(&rows));
    let missed: Vec<String> = rows
        .iter()
        .filter(|row| !row.kept)
        .map(|row| format!("{}: {}", row.says, row.result))
        .collect();
    if missed.is_empty() {
        return Ok(());
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

fn read(file: &PathBuf) -> Result<String> {
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
