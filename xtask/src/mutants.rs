//! Mutation testing of `domain`: rules that can be changed without a test failing are no rules.
//!
//! A change costs what compiling the tests takes. So each room is tried by its own tests first, which most changes of it do not get
//! past, and what is left by the tests of all rooms.

mod begun;
mod changes;
pub mod grown;
mod ledger;
mod rooms;
mod tree;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use begun::Begun;
use changes::{Asked, Copies, Looked};
use ledger::Ledger;
use tree::Tests;

use crate::error::{Error, Result};
use crate::process::step;
use crate::proof::{self, logs};
use crate::workspace::Workspace;

/// Where survivors are listed, each with the reason.
const LIST: &str = "docs/mutants.md";
/// Where it stands of which rules a run of all rooms is, until another begins.
const BEGUN: &str = "begun";
/// Where what each room's own tests say is written.
const ROOMS: &str = "rooms";
/// How a finding ends that asks for less in it.
const STRIKE: &str = "strike it from docs/mutants.md";

/// Changes the rules one by one, in all files of `domain` or in those of these rooms (`work` is the file `work.rs` and what is in
/// the folder beside it), and holds what no test noticed against the list. `again` leaves out what was noticed the last time: a run
/// of all that was interrupted goes on with it, and counts as one as long as no test has gone; files that have other rules since are
/// changed anew, and the log says how many.
pub fn mutants(workspace: &Workspace, rooms: &[String], again: bool) -> Result<()> {
    rooms::known(&workspace.root, rooms)?;
    // Of these rules it tells, though others are written meanwhile.
    let (commit, rules) = (logs::head(workspace), logs::rules(workspace));
    let out = workspace.target().join("mutants");
    fs::create_dir_all(&out).map_err(Error::file("make", &out))?;
    let begun = out.join(BEGUN);
    let since = |earlier: &str| grown::ruled_anew(workspace, earlier, rules.as_deref()?);
    let whole = match (rooms.is_empty(), again) {
        (true, true) => Begun::read(&begun)?.and_then(|earlier| earlier.goes_on(since)),
        (true, false) => Some(Begun::default()),
        _ => None,
    };
    let asked = match rooms {
        [] => rooms::all(&workspace.root)?,
        rooms => rooms.to_vec(),
    };
    let is_asked = |mutant: &str| asked.iter().any(|room| rooms::has(room, mutant));
    let mut ledger = taken_up(&out)?;
    if again {
        ledger.forget(|mutant| whole.as_ref().is_some_and(|whole| whole.is_anew(mutant)))?;
    } else {
        ledger.forget(is_asked)?;
    }
    // What stands there is of this run from now on, or of no whole one.
    let named = rules.as_deref().zip(whole.as_ref());
    let named = named.map(|(rules, whole)| whole.text(rules)).unwrap_or_default();
    fs::write(&begun, named).map_err(Error::file("write", &begun))?;
    let ledger = Mutex::new(ledger);
    step("Changing each room of domain, tried by its own tests", || {
        by_own_tests(workspace, &out, &asked, &ledger)
    })?;
    let mut ledger = ledger.into_inner().unwrap_or_else(PoisonError::into_inner);
    let left = step("Changing what is left, tried by all tests", || {
        by_all_tests(workspace, &out, (&asked, rooms.is_empty()), &mut ledger)
    })?;
    let noticed = ledger
        .noticed
        .iter()
        .filter(|one| is_asked(one))
        .chain(&left.endless);
    let noticed: Vec<String> = noticed.map(|one| place_free(one)).collect();
    let missed: Vec<String> = left.missed.iter().map(|one| place_free(one)).collect();
    let uncompiled = ledger.uncompiled.iter().filter(|one| is_asked(one)).count();
    let figures = format!(
        "{} noticed, {} not; {uncompiled} do not compile",
        noticed.len(),
        missed.len()
    );
    println!("    {figures}");
    let list = workspace.root.join(LIST);
    let list = fs::read_to_string(&list).map_err(Error::file("read", &list))?;
    let findings = compared(&listed(&list), &noticed, &missed);
    // Of all rooms what came of it stays, for the table of promises; what is left over of a run on other rules is not all of them.
    if let Some(whole) = whole {
        let figures = format!("{figures}{}", whole.said());
        let told = told(&figures, noticed.len(), &findings);
        let mut log = logs::Writing::begin(workspace, proof::MUTANTS, commit.as_deref())?;
        log.rules(rules.as_deref())?;
        log.said(&format!("promised {} {told}", proof::MUTANTS))?;
        log.close()?;
    }
    if findings.is_empty() {
        return Ok(());
    }
    Err(Error::Findings {
        check: "mutants",
        findings,
        hint: "Write a test that states the rule, or list the mutant in docs/mutants.md with the reason why it may live.",
    })
}

/// What is known, with what a run that was interrupted had found. That is in the ledger from now on and nowhere else: of other rules
/// it would count for a room that a later run had not come to.
fn taken_up(out: &Path) -> Result<Ledger> {
    let mut ledger = Ledger::read(out)?;
    let mut outputs = vec![out.to_path_buf()];
    let rooms = out.join(ROOMS);
    if rooms.is_dir() {
        for entry in fs::read_dir(&rooms).map_err(Error::file("read", &rooms))? {
            outputs.push(entry.map_err(Error::file("read", &rooms))?.path());
        }
    }
    for output in outputs {
        let looked = Looked::read(&output)?;
        ledger.add(&looked.noticed, &looked.uncompiled)?;
        changes::clear(&output)?;
    }
    Ok(ledger)
}

/// Each room by its own tests: a core takes one after the other, in a tree to itself.
fn by_own_tests(workspace: &Workspace, out: &Path, asked: &[String], ledger: &Mutex<Ledger>) -> Result<()> {
    let next = Mutex::new(asked.iter());
    let work = |tree: &Path| -> Result<()> {
        loop {
            let room = next.lock().unwrap_or_else(PoisonError::into_inner).next();
            let Some(room) = room else { return Ok(()) };
            let tests = rooms::tests_of(&workspace.root, room)?;
            tree::made(workspace, tree, &Tests::Of(tests))?;
            let output = out.join(ROOMS).join(rooms::folder(room));
            let asked = Asked {
                tree,
                output: &output,
                files: &rooms::globs(room),
                copies: Copies::InPlace,
            };
            let known = ledger.lock().unwrap_or_else(PoisonError::into_inner).clone();
            let Some(looked) = changes::made(workspace, &asked, &known)? else {
                println!(
                    "    {room}: its own tests do not stand alone, so that all of it is left for those of all rooms"
                );
                continue;
            };
            let mut ledger = ledger.lock().unwrap_or_else(PoisonError::into_inner);
            ledger.add(&looked.noticed, &looked.uncompiled)?;
        }
    };
    let trees: Vec<_> = (0..changes::cores().min(asked.len()))
        .map(|core| out.join(format!("tree-{core}")))
        .collect();
    let work = &work;
    let worked: Vec<Result<()>> = std::thread::scope(|scope| {
        let all: Vec<_> = trees.iter().map(|tree| scope.spawn(move || work(tree))).collect();
        let fell = || Error::Unexpected {
            what: "a thread that ran cargo-mutants fell over".to_owned(),
            hint: "Go on with `cargo xtask mutants --again`.".to_owned(),
        };
        all.into_iter()
            .map(|one| one.join().unwrap_or_else(|_| Err(fell())))
            .collect()
    });
    worked.into_iter().collect()
}

/// What is left of these rooms, or of the whole, by the tests of all.
fn by_all_tests(
    workspace: &Workspace,
    out: &Path,
    (asked, is_whole): (&[String], bool),
    ledger: &mut Ledger,
) -> Result<Looked> {
    let tree = out.join("tree");
    tree::made(workspace, &tree, &Tests::All)?;
    let files: Vec<String> = asked.iter().flat_map(|room| rooms::globs(room)).collect();
    let asked = Asked {
        tree: &tree,
        output: out,
        files: &files,
        copies: if is_whole { Copies::Each } else { Copies::InPlace },
    };
    let looked = changes::made(workspace, &asked, ledger)?.ok_or_else(|| Error::Unexpected {
        what: "the tests of domain do not pass as it is".to_owned(),
        hint: "They have to before anything is changed; the message above says which do not.".to_owned(),
    })?;
    ledger.add(&looked.noticed, &looked.uncompiled)?;
    Ok(looked)
}

/// What the table of promises is told. Where nothing was noticed, no test has run.
fn told(figures: &str, caught: usize, findings: &[String]) -> String {
    let struck = findings.iter().filter(|one| one.ends_with(STRIKE)).count();
    let unlisted = findings.len() - struck;
    let kept = if caught > 0 && findings.is_empty() {
        "kept"
    } else {
        "missed"
    };
    format!("{kept} {figures}, {unlisted} unlisted, {struck} to be struck from the list")
}

/// `app/domain/src/level.rs:12:5: replace …` without its line: that changes with every edit above it.
fn place_free(line: &str) -> String {
    let mut parts = line.splitn(4, ':');
    match (parts.next(), parts.nth(2)) {
        (Some(file), Some(what)) => format!("{}:{what}", file.trim_start_matches("app/domain/src/")),
        _ => line.to_owned(),
    }
}

/// The survivors of the list's table: `| file | mutant | reason |`, file and mutant in backticks.
fn listed(list: &str) -> Vec<String> {
    let rows = list.lines().filter(|line| line.starts_with("| `"));
    let cells = rows.filter_map(|row| {
        let mut ticks = row.split('`');
        Some((ticks.nth(1)?, ticks.nth(1)?))
    });
    // In a table a bar is written with its sign, also within backticks.
    cells
        .map(|(file, mutant)| format!("{file}: {}", mutant.replace("\\|", "|")))
        .collect()
}

/// Survivors that nobody has listed, and listed ones that a test notices by now.
fn compared(listed: &[String], caught: &[String], missed: &[String]) -> Vec<String> {
    let count = |all: &[String], one: &String| all.iter().filter(|other| *other == one).count();
    let all: BTreeSet<&String> = listed.iter().chain(missed).collect();
    all.into_iter()
        .filter_map(|one| {
            let (known, found) = (count(listed, one), count(missed, one));
            // The same change in several places of a function has one name: as many have to be listed as live.
            if found > known {
                Some(format!("no test notices {one} ({found} of them, {known} listed)"))
            } else if found < known && count(caught, one) + found >= known {
                Some(format!("a test notices {one} by now: {STRIKE}"))
            } else {
                None
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owned(all: &[&str]) -> Vec<String> {
        all.iter().map(|one| (*one).to_owned()).collect()
    }

    #[test]
    fn survivors_are_held_against_the_list() {
        let list = "# Mutants\n\n| file | mutant | why it may live |\n|---|---|---|\n\
                    | `rollup.rs` | `replace > with >= in Tally::of` | the mean of nothing is none |\n";
        let bars = "| `a.rs` | `replace \\|\\| with && in b` | it is the same |\n";
        assert_eq!(listed(bars), owned(&["a.rs: replace || with && in b"]));
        let listed = listed(list);
        assert_eq!(listed, owned(&["rollup.rs: replace > with >= in Tally::of"]));
        let line = "app/domain/src/rollup.rs:137:20: replace > with >= in Tally::of";
        let known = vec![place_free(line)];
        assert_eq!(known, listed);
        assert!(compared(&listed, &[], &known).is_empty());
        // Of a room that was not looked at nothing is said.
        assert!(compared(&listed, &owned(&["other.rs: x"]), &[]).is_empty());
        assert_eq!(compared(&listed, &known, &[]).len(), 1, "noticed by now");
        let twice = owned(&[known[0].as_str(), known[0].as_str()]);
        assert_eq!(compared(&listed, &[], &twice).len(), 1, "one more than listed");
        let another = place_free("app/domain/src/a/b.rs:1:2: replace f -> X with Y::z(1)");
        assert_eq!(another, "a/b.rs: replace f -> X with Y::z(1)");
        assert_eq!(compared(&listed, &[], &[another]).len(), 1, "not listed");
    }

    #[test]
    fn what_is_kept_was_noticed_and_is_listed_as_it_is() {
        assert!(told("9 noticed, 0 not", 9, &[]).starts_with("kept 9 noticed, 0 not, 0 unlisted, 0 to"));
        assert!(told("0 noticed, 0 not", 0, &[]).starts_with("missed "));
        let listed = owned(&["a.rs: x"]);
        let mut findings = compared(&listed, &listed, &owned(&["b.rs: y"]));
        let said = told("1 noticed, 1 not", 1, &findings);
        assert!(
            said.starts_with("missed ") && said.contains(" 1 unlisted, 1 to be struck"),
            "{said}"
        );
        findings.clear();
        assert!(told("1 noticed, 1 not", 1, &findings).starts_with("kept "));
    }

    #[test]
    fn what_an_earlier_run_found_counts_once_and_not_after_it_was_forgotten() {
        let out = std::env::temp_dir().join(format!("nytta-taken-{}", std::process::id()));
        let writes = out.join("rooms/level/mutants.out");
        fs::create_dir_all(&writes).expect("a folder");
        fs::write(writes.join("caught.txt"), "app/domain/src/level.rs:1:2: a\n").expect("written");
        let mut ledger = taken_up(&out).expect("read");
        assert_eq!(ledger.known().count(), 1);
        ledger.forget(|_| true).expect("kept");
        assert_eq!(taken_up(&out).expect("read").known().count(), 0, "of other rules");
        fs::remove_dir_all(&out).expect("goes");
    }
}
