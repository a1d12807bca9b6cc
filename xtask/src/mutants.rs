//! Mutation testing of `domain`: rules that can be changed without a test failing are no rules.

mod grown;
mod tree;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::error::{Error, Result};
use crate::process::step;
use crate::proof::{self, logs};
use crate::tool::{Tool, unhurried};
use crate::workspace::Workspace;

const CARGO_MUTANTS: Tool = Tool {
    name: "cargo-mutants",
    version: "27.1.0",
};

/// Where survivors are listed, each with the reason.
const LIST: &str = "docs/mutants.md";
/// Where it stands of which rules a run of all rooms is, until another begins.
const BEGUN: &str = "begun";
/// How a finding ends that asks for less in it.
const STRIKE: &str = "strike it from docs/mutants.md";

/// Changes the rules one by one, in all files of `domain` or in those of these rooms (`work` is the file `work.rs` and what is in
/// the folder beside it), and holds what no test noticed against the list. `again` leaves out what was noticed the last time: a run
/// of all that was interrupted goes on with it, and counts as one as long as the rules are the same and only tests were added.
pub fn mutants(workspace: &Workspace, rooms: &[String], again: bool) -> Result<()> {
    known(&workspace.root, rooms)?;
    // Of these rules it tells, though others are written meanwhile.
    let (commit, rules) = (logs::head(workspace), logs::rules(workspace));
    let out = workspace.target().join("mutants");
    fs::create_dir_all(&out).map_err(Error::file("make", &out))?;
    let globs: Vec<String> = match rooms {
        [] => vec!["app/domain/src/**/*.rs".to_owned()],
        rooms => rooms.iter().flat_map(|room| globs(room)).collect(),
    };
    let begun = out.join(BEGUN);
    let still = |earlier: &str, later: &str| grown::only_by_tests(workspace, earlier, later);
    let is_whole = rooms.is_empty() && (!again || goes_on(&begun, rules.as_deref(), still)?);
    // What stands there is of this run from now on, or of no whole one.
    let named = rules.as_deref().filter(|_| is_whole).unwrap_or_default();
    fs::write(&begun, named).map_err(Error::file("write", &begun))?;
    let tree = tree::made(workspace, &out)?;
    let mut command = unhurried(workspace, &CARGO_MUTANTS)?;
    command.args(["--package", "domain", "--no-shuffle", "--colors", "never"]);
    match rooms {
        // Each core has a copy to itself, built once more.
        [] => command.args(["--jobs", "2", "--gitignore", "false"]),
        // It is a copy already, and warm from the last time.
        _ => command.arg("--in-place"),
    };
    command.args(globs.iter().flat_map(|glob| ["--file", glob.as_str()]));
    // The library's tests alone: nothing else of it is compiled.
    command.args(["--cargo-arg=--lib"]).arg("--output").arg(&out);
    // A second is what they take; on a busy machine, at the lowest urgency, it can be many, and too late counts as noticed.
    command.args(["--minimum-test-timeout", "60"]);
    if again {
        command.arg("--iterate");
    }
    // Property tests try an eighth of what they usually do, always the same, and do not look for the smallest failure:
    // what is found is found by less, and what is not is listed.
    command.env("PROPTEST_CASES", "32").env("PROPTEST_RNG_SEED", "1");
    command.env("PROPTEST_MAX_SHRINK_ITERS", "0");
    // Whatever is said elsewhere: without what was compiled the last time a change takes half a minute.
    command.env("CARGO_INCREMENTAL", "1");
    command.current_dir(&tree).env_remove("CARGO_TARGET_DIR");
    let status = step("Changing the rules of domain, one by one", || {
        command.status().map_err(|source| Error::NotStarted {
            command: crate::process::shown(&command),
            source,
            hint: "Try again; `target/tools` can be removed.".to_owned(),
        })
    })?;
    // 2: some were missed; 3: some took too long, which a test that hangs is right to.
    if !matches!(status.code(), Some(0 | 2 | 3)) {
        return Err(Error::Failed {
            command: crate::process::shown(&command),
            status,
            hint: "The message above says why; the tests have to pass before anything is changed.".to_owned(),
        });
    }
    let out = out.join("mutants.out");
    let (mut caught, missed) = (lines(&out.join("caught.txt"))?, lines(&out.join("missed.txt"))?);
    if again {
        // Those that do not compile are among them.
        caught.extend(lines(&out.join("previously_caught.txt"))?);
    }
    let figures = format!("{} noticed, {} not", caught.len(), missed.len());
    println!("    {figures}");
    let list = workspace.root.join(LIST);
    let list = fs::read_to_string(&list).map_err(Error::file("read", &list))?;
    let findings = compared(&listed(&list), &caught, &missed);
    // Of all rooms what came of it stays, for the table of promises; what is left over of a run on other rules is not all of them.
    if is_whole {
        let told = told(&figures, caught.len(), &findings);
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

/// Whether what was left off was begun on these rules, or on the same with fewer tests (`still` tells); of rules that are in no
/// commit nobody knows.
fn goes_on(begun: &Path, rules: Option<&str>, still: impl Fn(&str, &str) -> bool) -> Result<bool> {
    if !begun.exists() {
        return Ok(false);
    }
    let of = fs::read_to_string(begun).map_err(Error::file("read", begun))?;
    Ok(rules.is_some_and(|rules| !of.is_empty() && (rules == of || still(&of, rules))))
}

/// Refuses a room that is neither a file nor a folder: nothing of it would be changed, and nothing found.
fn known(root: &Path, rooms: &[String]) -> Result<()> {
    let is_there = |room: &str| {
        let place = root.join(place(room));
        place.with_extension("rs").is_file() || place.is_dir()
    };
    match rooms.iter().find(|room| !is_there(room)) {
        Some(room) => Err(Error::Unexpected {
            what: format!("there is no room “{room}”"),
            hint: "A room is a file or a folder of app/domain/src, such as `work` or `form/statement`."
                .to_owned(),
        }),
        None => Ok(()),
    }
}

/// Where a room is: its folder, and its file without the ending.
fn place(room: &str) -> String {
    let room = room.trim_end_matches(".rs").trim_matches('/');
    format!("app/domain/src/{}", room.trim_start_matches("app/domain/src/"))
}

/// The files of a room: of a folder, and of the file beside it.
fn globs(room: &str) -> Vec<String> {
    let place = place(room);
    vec![format!("{place}.rs"), format!("{place}/**/*.rs")]
}

/// The lines of a file, where there is one.
fn lines(file: &Path) -> Result<Vec<String>> {
    if !file.exists() {
        return Ok(Vec::new());
    }
    let text = fs::read_to_string(file).map_err(Error::file("read", file))?;
    Ok(text.lines().map(place_free).collect())
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
    fn what_was_left_off_goes_on_while_the_rules_are_the_same() {
        let begun = std::env::temp_dir().join(format!("nytta-begun-{}", std::process::id()));
        let still = |earlier: &str, later: &str| (earlier, later) == ("abc", "abc and tests");
        let on = |rules: Option<&str>| goes_on(&begun, rules, still).expect("read");
        assert!(!on(Some("abc")), "nothing was begun");
        fs::write(&begun, "abc").expect("written");
        assert!(on(Some("abc")));
        assert!(on(Some("abc and tests")));
        assert!(!on(Some("abd")), "other rules");
        assert!(!on(None), "in no commit");
        // Rooms were looked at in between.
        fs::write(&begun, "").expect("written");
        assert!(!on(Some("abc")) && !on(None) && !on(Some("")));
        fs::remove_file(&begun).expect("goes");
    }

    #[test]
    fn a_room_is_a_file_and_its_folder() {
        let both = ["app/domain/src/work.rs", "app/domain/src/work/**/*.rs"];
        assert_eq!(globs("work"), both);
        assert_eq!(globs("app/domain/src/work.rs"), both);
    }

    #[test]
    fn a_room_that_is_not_there_is_refused() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .expect("the repository");
        let there = owned(&["work", "form", "app/domain/src/form/statement.rs", "form/report/"]);
        known(root, &there).expect("all are there");
        known(root, &[]).expect("all of them");
        for room in ["wrok", "form/statements", "work/../wrok"] {
            let refused = known(root, &owned(&["work", room])).expect_err("it is not there");
            assert!(refused.to_string().contains(&format!("“{room}”")), "{refused}");
        }
    }
}
