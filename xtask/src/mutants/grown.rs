//! What has become of rules since: where only tests were added, what was noticed is noticed still, and a run that was interrupted, or
//! whose survivors have a test by now, need not begin anew. Where some files have other rules, these alone are changed again.

use std::collections::BTreeSet;
use std::path::Path;

use crate::proof::logs;
use crate::workspace::Workspace;

/// How a file begins in a difference; its name follows, as it was and as it is.
const DIFF: &str = "diff --git a/";

/// Of two states of `domain`, each by the name that git has for it, the later one, which is that of the files, is the earlier one
/// with tests added. Where git does not know, it is not.
pub fn only_by_tests(workspace: &Workspace, earlier: &str, later: &str) -> bool {
    ruled_anew(workspace, earlier, later).is_some_and(|files| files.is_empty())
}

/// The files, below the folder of `domain`, whose rules are others than they were; nothing is said where tests have gone or were
/// changed, where something else than rules and tests was, and where git does not know.
pub fn ruled_anew(workspace: &Workspace, earlier: &str, later: &str) -> Option<BTreeSet<String>> {
    let difference = [
        "diff",
        "--unified=0",
        "--no-color",
        "--no-ext-diff",
        "--no-renames",
        "--src-prefix=a/",
        "--dst-prefix=b/",
        earlier,
        later,
    ];
    let before = |file: &str| logs::git(workspace, &["show", &format!("{earlier}:{file}")]);
    let domain = workspace.root.join("app/domain");
    let now = |file: &str| std::fs::read_to_string(domain.join(file)).ok();
    let difference = logs::git(workspace, &difference)?;
    told(&difference, &|file| first_of_tests(file, before(file)), &|file| {
        first_of_tests(file, now(file))
    })
}

/// The line at which the tests of a file begin; beyond its end where it has none.
type First<'a> = &'a dyn Fn(&str) -> usize;

/// The files of a difference with other rules. Of tests no line may have gone but what they import, which states nothing. `before` and
/// `now` tell the first line of a file's tests.
fn told(difference: &str, before: First, now: First) -> Option<BTreeSet<String>> {
    let mut anew = BTreeSet::new();
    let (mut file, mut in_head) = ("", true);
    // Whether what goes in this hunk is of the tests.
    let mut of_tests = false;
    for line in difference.lines() {
        if let Some(names) = line.strip_prefix(DIFF) {
            (file, in_head) = (names.split_once(" b/")?.0, true);
            // Anything but rules, such as what the crate is compiled with, may bear on all of them.
            if !file.starts_with("src/") || !file.ends_with(".rs") {
                return None;
            }
        } else if let Some(hunk) = line.strip_prefix("@@ ") {
            in_head = false;
            let (gone, came) = (side(hunk, '-')?, side(hunk, '+')?);
            // A file that is new had nothing to go, and git would say that it does not know it.
            let tests = if gone.count > 0 { before(file) } else { usize::MAX };
            of_tests = gone.end > tests;
            let rules_gone = gone.count > 0 && gone.first < tests;
            let rules_came = came.count > 0 && came.first < now(file);
            if rules_gone || rules_came {
                anew.insert(file.to_owned());
            }
        } else if in_head {
            // What is no text, or is another kind of file now, is nothing that can be looked into.
            let other = line.starts_with("Binary ") || line.contains(" mode ");
            if other && !line.starts_with("new file mode ") {
                return None;
            }
        } else if line
            .strip_prefix('-')
            .is_some_and(|gone| of_tests && !is_import(gone))
        {
            return None;
        }
    }
    Some(anew)
}

/// A whole import, on a line of its own.
fn is_import(line: &str) -> bool {
    let line = line.trim();
    line.starts_with("use ") && line.ends_with(';')
}

/// Lines of one side of a hunk.
struct Side {
    first: usize,
    count: usize,
    /// The line after the last; the first where there is none.
    end: usize,
}

/// One side of a hunk: of `-12,0 +13,4 @@` the four lines from 13, at `+`.
fn side(hunk: &str, sign: char) -> Option<Side> {
    let (_, side) = hunk.split_once(sign)?;
    let mut numbers = side.split(' ').next()?.split(',');
    let first = numbers.next()?.parse().ok()?;
    let count = numbers.next().map_or(Some(1), |count| count.parse().ok())?;
    let end = first + count;
    Some(Side { first, count, end })
}

/// The line of a file at which its tests begin: the first where all of it is tests. Nothing follows a module of tests within a
/// file, which clippy sees to.
fn first_of_tests(file: &str, text: Option<String>) -> usize {
    let path = Path::new(file);
    let is_tests = |name: &std::ffi::OsStr| {
        let name = name.to_str().unwrap_or_default();
        name == "tests" || name.ends_with("_tests")
    };
    let in_tests = path.parent().is_some_and(|folder| folder.iter().any(is_tests));
    if in_tests || path.file_stem().is_some_and(is_tests) {
        return 1;
    }
    let text = text.unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    let begins =
        |pair: &[&str]| pair[0] == "#[cfg(test)]" && pair[1].starts_with("mod ") && pair[1].ends_with('{');
    let first = lines.windows(2).position(begins);
    first.map_or(usize::MAX, |before| before + 1)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::process::Command;

    use super::*;

    #[test]
    fn lines_of_tests_may_come_and_none_may_go() {
        // What was a file of 20 lines with tests from line 10 on, and one without any.
        let first = |file: &str| if file == "src/a.rs" { 10 } else { usize::MAX };
        let whole = |difference: &str| told(difference, &first, &first);
        let head = "diff --git a/src/a.rs b/src/a.rs\nindex 1..2 100644\n--- a/src/a.rs\n+++ b/src/a.rs\n";
        let of = |hunks: &str| whole(&format!("{head}{hunks}"));
        let (none, this) = (
            Some(BTreeSet::new()),
            Some(BTreeSet::from(["src/a.rs".to_owned()])),
        );
        assert_eq!(whole(""), none, "nothing is another");
        assert_eq!(of("@@ -12,0 +13,2 @@ fn a()\n+    #[test]\n+--- no head\n"), none);
        assert_eq!(of("@@ -9,0 +10 @@\n+    #[test]\n"), none);
        assert_eq!(of("@@ -8,0 +9 @@\n+a rule\n"), this, "above the tests");
        assert_eq!(of("@@ -9 +8,0 @@\n-a rule\n"), this, "the last above them");
        assert_eq!(
            of("@@ -8 +8 @@\n-a rule\n+another\n@@ -12,0 +13 @@\n+    a test\n"),
            this
        );
        let tests_gone = [
            "@@ -12 +13 @@\n-    assert!(a);\n+    assert!(b);\n",
            "@@ -9,2 +8,0 @@\n-a rule\n-#[cfg(test)]\n",
            "@@ -12 +12,0 @@\n-    use_up(a);\n",
        ];
        for hunks in tests_gone {
            assert_eq!(of(hunks), None, "{hunks}");
        }
        let import = "-    use crate::id::A;\n+    use crate::id::{A, B};\n";
        assert_eq!(of(&format!("@@ -12 +12 @@\n{import}")), none, "it states nothing");
        assert_eq!(of(&format!("@@ -8 +8 @@\n{import}")), this, "of a rule");
        let other = head.replace("src/a.rs", "src/b.rs");
        let other = whole(&format!(
            "{head}@@ -12,0 +13 @@\n+a test\n{other}@@ -1,0 +20 @@\n+a rule\n"
        ));
        assert_eq!(other, Some(["src/b.rs".to_owned()].into()), "it has no tests");
    }

    #[test]
    fn what_cannot_be_looked_into_bears_on_everything() {
        for difference in [
            "diff --git a/src/x.rs b/src/x.rs\nBinary files a/src/x.rs and b/src/x.rs differ\n",
            "diff --git a/src/x.rs b/src/x.rs\nold mode 100644\nnew mode 100755\n",
            "diff --git a/src/x.rs b/src/x.rs\ndeleted file mode 100644\n",
            "diff --git a/Cargo.toml b/Cargo.toml\n--- a/Cargo.toml\n+++ b/Cargo.toml\n@@ -8,0 +9 @@\n+a\n",
        ] {
            assert_eq!(told(difference, &|_| 1, &|_| 1), None, "{difference}");
        }
        let new = "diff --git a/src/x.rs b/src/x.rs\nnew file mode 100644\n--- /dev/null\n+++ b/src/x.rs\n@@ -0,0 +1 @@\n+a\n";
        assert_eq!(
            told(new, &|_| 1, &|_| 1),
            Some(BTreeSet::new()),
            "a file of tests"
        );
    }

    #[test]
    fn what_git_has_is_compared() {
        let root = std::env::temp_dir().join(format!("nytta-grown-{}", std::process::id()));
        let domain = root.join("app/domain/src");
        fs::create_dir_all(domain.join("a/tests")).expect("folders");
        let git = |arguments: &[&str]| {
            let mut git = Command::new("git");
            git.args(["-c", "user.name=a", "-c", "user.email=a@b.example"])
                .args(arguments);
            let said = git.current_dir(&root).output().expect("git runs");
            assert!(
                said.status.success(),
                "{arguments:?}: {}",
                String::from_utf8_lossy(&said.stderr)
            );
            String::from_utf8(said.stdout).expect("text").trim().to_owned()
        };
        git(&["init", "--quiet"]);
        let state = |files: &[(&str, &str)]| {
            for (file, text) in files {
                fs::write(domain.join(file), text).expect("written");
            }
            git(&["add", "."]);
            git(&["commit", "--quiet", "--allow-empty", "--message", "a state"]);
            git(&["rev-parse", "HEAD:app/domain"])
        };
        let rule =
            "fn rule() -> u8 {\n    1\n}\n\n#[cfg(test)]\nmod tests {\n    #[test]\n    fn a() {}\n}\n";
        let workspace = Workspace {
            cargo_target: root.join("target"),
            root: root.clone(),
        };
        let begun = state(&[("a.rs", rule)]);
        let more = rule.replace("fn a() {}\n", "fn a() {}\n\n    #[test]\n    fn b() {}\n");
        let grown = state(&[
            ("a.rs", &more),
            ("a/tests/c.rs", "#[test]\nfn c() {}\n"),
            ("b_tests.rs", "// more\n"),
        ]);
        assert!(only_by_tests(&workspace, &begun, &begun));
        assert!(only_by_tests(&workspace, &begun, &grown));
        assert!(!only_by_tests(&workspace, &grown, &begun), "tests have gone");
        let ruled = state(&[("b.rs", "fn another() {}\n"), ("a.rs", &more.replace('1', "2"))]);
        assert!(!only_by_tests(&workspace, &grown, &ruled), "a rule has come");
        let files = ["src/a.rs", "src/b.rs"].map(str::to_owned).into();
        assert_eq!(ruled_anew(&workspace, &begun, &ruled), Some(files));
        assert_eq!(ruled_anew(&workspace, &grown, &begun), None, "tests have gone");
        assert!(
            !only_by_tests(&workspace, "0123456789abcdef", &ruled),
            "nobody knows"
        );
        fs::remove_dir_all(&root).expect("goes");
    }
}
