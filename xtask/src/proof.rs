//! Promise, test, result: one table of everything that is promised, from a whole run of tests and benchmarks.

pub mod logs;

use std::fmt::Write as _;

use crate::error::{Error, Result};
use crate::mutants::grown;
use crate::promises::{PROMISES, Promise, Proof};
use crate::run::remove_if_there;
use crate::workspace::Workspace;
use crate::{bench, drill, sbom, test};
use logs::{Log, short};

/// The log of all tests.
pub const TESTS: &str = "tests";
/// That of all benchmarks.
pub const BENCH: &str = "bench";
/// That of the rules of domain, changed one by one.
pub const MUTANTS: &str = "mutants";
/// That of the list of what is in the program.
pub const SBOM: &str = "sbom";
/// That of being an operator.
pub const DRILL: &str = "drill";

/// Runs all tests and all benchmarks and holds the drill, or takes what their last whole runs left, and prints the table. Fails where
/// a promise is not kept, or where something failed that is nobody's promise.
pub fn proof(workspace: &Workspace, last: bool) -> Result<()> {
    let mut ran = Ok(());
    if !last {
        // What an earlier run has left shows nothing of this one.
        for of in [TESTS, BENCH, SBOM, DRILL] {
            remove_if_there(&logs::place(workspace, of))?;
        }
        // What follows one that fails is run all the same.
        let all = [
            test::test(workspace, &[]),
            bench::bench(workspace, &[]),
            sbom::sbom(workspace),
            drill::drill(workspace),
        ];
        for outcome in all {
            if let Err(error) = &outcome {
                eprintln!("\n{error}");
            }
            ran = ran.and(outcome);
        }
    }
    // Changing every rule takes a night: whoever does it leaves what came of it, and it holds for the same rules, also where tests
    // were added.
    let mutants = Log::read(workspace, MUTANTS)?;
    let rules = logs::rules(workspace);
    let rules = match (&mutants.rules, rules) {
        (Some(then), Some(now)) if grown::only_by_tests(workspace, then, &now) => Rules::Same,
        (Some(_), Some(_)) => Rules::Other,
        (None, _) => Rules::Untold,
        (_, None) => Rules::Unknown,
    };
    let seen = Seen {
        tests: Log::read(workspace, TESTS)?,
        bench: Log::read(workspace, BENCH)?,
        sbom: Log::read(workspace, SBOM)?,
        drill: Log::read(workspace, DRILL)?,
        mutants,
        head: logs::head(workspace),
        rules,
    };
    let rows: Vec<Row> = PROMISES.iter().map(|promise| seen.row(promise)).collect();
    print!("{}{}", seen.commits(), table(&rows));
    let missed = rows.iter().filter(|row| !row.kept);
    let mut findings: Vec<String> = missed
        .map(|row| format!("{}: {}", row.says, row.result))
        .collect();
    findings.extend(seen.beside());
    if findings.is_empty() {
        return ran;
    }
    Err(Error::Findings {
        check: "promises that are not shown to be kept, and failures beside them",
        findings,
        hint: "README says by how much a budget is missed, and why.",
    })
}

/// What runs have shown.
struct Seen {
    tests: Log,
    bench: Log,
    sbom: Log,
    drill: Log,
    mutants: Log,
    /// What the sources are at.
    head: Option<String>,
    /// The rules of domain in them.
    rules: Rules,
}

/// The rules of domain, beside those that were changed one by one.
#[derive(Clone, Copy)]
enum Rules {
    /// The same, with more tests or as many.
    Same,
    /// Others, or the same with fewer tests.
    Other,
    /// Those that were changed are in no commit.
    Untold,
    /// Those that are here are in no commit.
    Unknown,
}

struct Row {
    of: &'static str,
    says: &'static str,
    by: String,
    kept: bool,
    result: String,
}

impl Seen {
    fn row(&self, promise: &Promise) -> Row {
        let (by, (kept, result)) = match promise.proof {
            Proof::Tests(beginnings) => (
                format!("test {}", beginnings.join(", ")),
                self.held(&self.tests, tests(&self.tests, beginnings)),
            ),
            Proof::Bench(names) => (
                format!("bench {}", names.join(", ")),
                self.held(&self.bench, figures(&self.bench, names)),
            ),
            Proof::Sbom => (
                "cargo xtask sbom".to_owned(),
                self.held(&self.sbom, figures(&self.sbom, &[SBOM])),
            ),
            Proof::Drill(names) => (
                "cargo xtask drill".to_owned(),
                self.held(&self.drill, figures(&self.drill, names)),
            ),
            Proof::Mutants => ("cargo xtask mutants".to_owned(), self.mutants()),
        };
        Row {
            of: promise.of,
            says: promise.says,
            by,
            kept,
            result,
        }
    }

    /// What a log shows, with what is to be said of the log: one that is not whole shows nothing to be kept.
    fn held(&self, log: &Log, (kept, result): (bool, String)) -> (bool, String) {
        if !log.there || (log.whole && log.commit == self.head) {
            return (kept, result);
        }
        let not_whole = if log.whole { "" } else { ", not whole" };
        let commit = short(log.commit.as_deref());
        (kept && log.whole, format!("{result} (of {commit}{not_whole})"))
    }

    /// What changing the rules has shown: of rules that are other ones now, nothing.
    fn mutants(&self) -> (bool, String) {
        let (kept, result) = figures(&self.mutants, &[MUTANTS]);
        let but = match self.rules {
            _ if !self.mutants.there => return (kept, result),
            _ if !self.mutants.whole => "not whole",
            Rules::Untold => "of rules that are in no commit",
            Rules::Unknown => "the rules now are in no commit, and cannot be held against those",
            Rules::Other => "the rules have changed since",
            Rules::Same => return (kept, result),
        };
        let commit = short(self.mutants.commit.as_deref());
        (false, format!("{result} (of {commit}: {but})"))
    }

    /// Of which commits the logs are, where that is not what the sources are at.
    fn commits(&self) -> String {
        // Not that of changed rules: it holds for the same rules, whatever the commit, and its row tells of others.
        let all = [
            ("Tests were run", &self.tests),
            ("Benchmarks were run", &self.bench),
            ("The list of crates was made", &self.sbom),
            ("The drill was held", &self.drill),
        ];
        let there: Vec<_> = all.into_iter().filter(|(_, log)| log.there).collect();
        let is_here = |log: &Log| match &log.commit {
            Some(commit) => log.commit == self.head && !logs::is_changed(commit),
            None => false,
        };
        if there.iter().all(|&(_, log)| is_here(log)) {
            return String::new();
        }
        let mut said = match self.head.as_deref() {
            Some(head) => format!("\nThe sources are at {}.\n", short(Some(head))),
            None => {
                "\nOf which commit the sources are is not known: this is no repository of git.\n".to_owned()
            }
        };
        for (what, log) in there {
            let commit = short(log.commit.as_deref());
            let _ = writeln!(
                said,
                "{what} on {commit}: what has changed since is not in the table."
            );
        }
        said
    }

    /// What failed and is in no row.
    fn beside(&self) -> Vec<String> {
        let failed = self.tests.tests.iter().filter(|(_, passed)| !**passed);
        let alone = failed.filter(|(name, _)| !has_a_row(name));
        let mut found: Vec<String> = alone
            .map(|(name, _)| format!("test {name} has not passed, and is in no row"))
            .collect();
        let badly = self.bench.badly.iter();
        found.extend(badly.map(|what| format!("benchmarks ended badly: {what}")));
        found
    }
}

/// Whether a test shows something that is promised.
fn has_a_row(name: &str) -> bool {
    PROMISES.iter().any(|promise| match promise.proof {
        Proof::Tests(beginnings) => beginnings.iter().any(|beginning| name.starts_with(beginning)),
        Proof::Bench(_) | Proof::Sbom | Proof::Drill(_) | Proof::Mutants => false,
    })
}

/// Whether all tests whose names begin so have passed, and how many.
fn tests(log: &Log, beginnings: &[&str]) -> (bool, String) {
    let (mut passed, mut failed, mut absent) = (0_u32, Vec::new(), Vec::new());
    for beginning in beginnings {
        let mut any = false;
        for (name, ok) in log.tests.iter().filter(|(name, _)| name.starts_with(beginning)) {
            any = true;
            if *ok {
                passed += 1;
            } else {
                failed.push(name.as_str());
            }
        }
        if !any {
            absent.push(*beginning);
        }
    }
    let mut said = Vec::new();
    if !failed.is_empty() {
        said.push(format!("failed: {}", failed.join(", ")));
    }
    if !absent.is_empty() {
        said.push(format!("no test {} has run", absent.join(", ")));
    }
    if said.is_empty() {
        return (true, format!("{passed} passed"));
    }
    (false, said.join("; "))
}

/// Whether all that was measured under these names is as promised, and the figures.
fn figures(log: &Log, names: &[&str]) -> (bool, String) {
    let mut figures = Vec::new();
    let mut all = true;
    for name in names {
        match log.figures.get(*name) {
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

    const COMMIT: &str = "0123456789abcdef";
    const LOG: &str = "log of 0123456789abcdef\ntest killed::a::sqlite ... ok\ntest killed::a::postgres ... FAILED\n\
                       test cli::b ... ok\ntest nobodys::c ... FAILED\n\
                       promised reports kept PDF 361 ms\npromised pages.p95.SQLite missed /nyttor 70 ms\nwhole\n";
    const RULES: &str = "log of 0123456789abcdef\nrules 77\npromised mutants kept 9 noticed, 0 not\nwhole\n";

    /// The same log for all, at another commit or the same, with these rules.
    fn seen(log: &str, head: Option<&str>, rules: Rules) -> Seen {
        Seen {
            tests: Log::told(log),
            bench: Log::told(log),
            sbom: Log::told(log),
            drill: Log::told(log),
            mutants: Log::told(RULES),
            head: head.map(str::to_owned),
            rules,
        }
    }

    fn shown(seen: &Seen, proof: Proof) -> (bool, String) {
        let row = seen.row(&Promise {
            of: "this",
            says: "that",
            proof,
        });
        (row.kept, row.result)
    }

    #[test]
    fn a_promise_is_kept_where_all_that_shows_it_passed() {
        let seen = seen(LOG, Some(COMMIT), Rules::Same);
        assert_eq!(
            shown(&seen, Proof::Tests(&["cli::"])),
            (true, "1 passed".to_owned())
        );
        assert_eq!(
            shown(&seen, Proof::Tests(&["cli::", "killed::", "backup::"])),
            (
                false,
                "failed: killed::a::postgres; no test backup:: has run".to_owned()
            )
        );
        assert_eq!(
            shown(&seen, Proof::Bench(&["reports"])),
            (true, "PDF 361 ms".to_owned())
        );
        assert!(!shown(&seen, Proof::Bench(&["reports", "pages.p95.SQLite"])).0);
        assert_eq!(
            shown(&seen, Proof::Drill(&["reports"])),
            (true, "PDF 361 ms".to_owned())
        );
        assert_eq!(seen.commits(), "");
    }

    #[test]
    fn what_did_not_run_shows_nothing() {
        let seen = seen(LOG, Some(COMMIT), Rules::Unknown);
        assert_eq!(
            shown(&seen, Proof::Tests(&["backup::"])),
            (false, "no test backup:: has run".to_owned())
        );
        assert_eq!(
            shown(&seen, Proof::Bench(&["import"])),
            (false, "import was not measured".to_owned())
        );
    }

    #[test]
    fn a_log_that_is_not_whole_keeps_nothing_and_one_of_another_commit_says_so() {
        let cut = LOG.trim_end().trim_end_matches("whole");
        let (kept, result) = shown(&seen(cut, Some(COMMIT), Rules::Unknown), Proof::Tests(&["cli::"]));
        assert_eq!(
            (kept, result.as_str()),
            (false, "1 passed (of 012345678, not whole)")
        );
        let later = seen(LOG, Some("fedcba9876543210"), Rules::Unknown);
        let (kept, result) = shown(&later, Proof::Tests(&["cli::"]));
        assert_eq!((kept, result.as_str()), (true, "1 passed (of 012345678)"));
        let said = later.commits();
        assert!(
            said.contains("at fedcba987.") && said.contains("Tests were run on 012345678:"),
            "{said}"
        );
        let listed = Log::told(&LOG.replace(COMMIT, "89abcdef01234567"));
        let elsewhere = Seen {
            sbom: listed,
            ..seen(LOG, Some(COMMIT), Rules::Unknown)
        };
        let said = elsewhere.commits();
        assert!(
            said.contains("The list of crates was made on 89abcdef0:"),
            "{said}"
        );
        let unpacked = seen(LOG, None, Rules::Unknown);
        assert!(shown(&unpacked, Proof::Tests(&["cli::"])).0);
        assert!(unpacked.commits().contains("is not known"));
    }

    #[test]
    fn changed_rules_have_to_be_changed_one_by_one_again() {
        let mutants = |rules| shown(&seen(LOG, Some("fedcba9876543210"), rules), Proof::Mutants);
        assert_eq!(mutants(Rules::Same), (true, "9 noticed, 0 not".to_owned()));
        let (kept, result) = mutants(Rules::Other);
        assert!(!kept && result.contains("changed since"), "{result}");
        assert!(!mutants(Rules::Untold).0 && !mutants(Rules::Unknown).0);
    }

    #[test]
    fn what_failed_and_is_nobodys_promise_is_told() {
        let failed = "test nobodys::c has not passed, and is in no row".to_owned();
        assert_eq!(
            seen(LOG, Some(COMMIT), Rules::Unknown).beside(),
            std::slice::from_ref(&failed)
        );
        let fell = LOG.replace("whole", "ended badly: it fell over\nwhole");
        let fell = seen(&fell, Some(COMMIT), Rules::Unknown).beside();
        assert_eq!(fell, [failed, "benchmarks ended badly: it fell over".to_owned()]);
    }
}
