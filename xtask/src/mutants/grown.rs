//! Whether rules are as they were and only tests were added: then what was noticed is noticed still, and a run that was interrupted,
//! or whose survivors have a test by now, need not begin anew.

use std::path::Path;

use crate::proof::logs;
use crate::workspace::Workspace;

/// How a file's name begins in a difference, on the side that has come.
const FILE: &str = "+++ b/";

/// Of two states of `domain`, each by the name that git has for it, the later one, which is that of the files, is the earlier one
/// with tests added. Where git does not know, it is not.
pub fn only_by_tests(workspace: &Workspace, earlier: &str, later: &str) -> bool {
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
    let domain = workspace.root.join("app/domain");
    let first_test = |file: &str| first_of_tests(&domain, file);
    logs::git(workspace, &difference).is_some_and(|difference| adds_tests_alone(&difference, first_test))
}

/// No line has gone but what tests import, which states nothing, and each that has come is one of a file's tests, whose first line
/// `first_test` tells.
fn adds_tests_alone(difference: &str, first_test: impl Fn(&str) -> Option<usize>) -> bool {
    let (mut file, mut in_head) = ("", true);
    difference.lines().all(|line| {
        if line.starts_with("diff ") {
            (file, in_head) = ("", true);
            return true;
        }
        if let Some(hunk) = line.strip_prefix("@@ ") {
            in_head = false;
            let comes_at = came(hunk);
            return match (comes_at, first_test(file)) {
                (Some(at), Some(first)) => at >= first,
                _ => false,
            };
        }
        if in_head {
            if let Some(name) = line.strip_prefix(FILE) {
                file = name;
            }
            // What is no text, or is another kind of file now, is nothing that can be looked into.
            return !line.starts_with("Binary ") && !line.contains(" mode ")
                || line.starts_with("new file mode ");
        }
        line.strip_prefix('-').is_none_or(is_import)
    })
}

/// A whole import, on a line of its own.
fn is_import(line: &str) -> bool {
    let line = line.trim();
    line.starts_with("use ") && line.ends_with(';')
}

/// Where what has come begins: of `-12,0 +13,4 @@` line 13.
fn came(hunk: &str) -> Option<usize> {
    let (_, came) = hunk.split_once('+')?;
    let at = came.split([',', ' ']).next()?;
    at.parse().ok()
}

/// The line of a file at which its tests begin: the first where all of it is tests. Nothing follows a module of tests within a
/// file, which clippy sees to.
fn first_of_tests(domain: &Path, file: &str) -> Option<usize> {
    let path = Path::new(file);
    let is_tests = |name: &std::ffi::OsStr| {
        let name = name.to_str().unwrap_or_default();
        name == "tests" || name.ends_with("_tests")
    };
    let in_tests = path.parent().is_some_and(|folder| folder.iter().any(is_tests));
    if in_tests || path.file_stem().is_some_and(is_tests) {
        return Some(1);
    }
    let text = std::fs::read_to_string(domain.join(path)).ok()?;
    let lines: Vec<&str> = text.lines().collect();
    let begins =
        |pair: &[&str]| pair[0] == "#[cfg(test)]" && pair[1].starts_with("mod ") && pair[1].ends_with('{');
    Some(lines.windows(2).position(begins)? + 1)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::process::Command;

    use super::*;

    #[test]
    fn lines_of_tests_may_come_and_none_may_go() {
        let first = |file: &str| (file == "src/a.rs").then_some(10);
        let head = "diff --git a/src/a.rs b/src/a.rs\nindex 1..2 100644\n--- a/src/a.rs\n+++ b/src/a.rs\n";
        let alone = |hunks: &str| adds_tests_alone(&format!("{head}{hunks}"), first);
        assert!(adds_tests_alone("", first), "nothing is another");
        assert!(alone("@@ -12,0 +13,2 @@ fn a()\n+    #[test]\n+--- no head\n"));
        assert!(alone("@@ -9,0 +10 @@\n+    #[test]\n"));
        assert!(!alone("@@ -8,0 +9 @@\n+a rule\n"), "above the tests");
        assert!(
            !alone("@@ -12 +13 @@\n-    assert!(a);\n+    assert!(b);\n"),
            "a test has gone"
        );
        let import = "-    use crate::id::A;\n+    use crate::id::{A, B};\n";
        assert!(alone(&format!("@@ -12 +12 @@\n{import}")), "it states nothing");
        assert!(!alone(&format!("@@ -8 +8 @@\n{import}")), "of a rule");
        assert!(!alone("@@ -12 +12,0 @@\n-    use_up(a);\n"));
        let other = head.replace("src/a.rs", "src/b.rs");
        assert!(!adds_tests_alone(
            &format!("{other}@@ -1,0 +20 @@\n+a rule\n"),
            first
        ));
        assert!(!adds_tests_alone(
            "diff --git a/x b/x\nBinary files a/x and b/x differ\n",
            first
        ));
        assert!(!adds_tests_alone(
            "diff --git a/x b/x\nold mode 100644\nnew mode 100755\n",
            first
        ));
        assert!(!adds_tests_alone(
            "diff --git a/x b/x\ndeleted file mode 100644\n",
            first
        ));
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
        let ruled = state(&[("b.rs", "fn another() {}\n")]);
        assert!(!only_by_tests(&workspace, &grown, &ruled), "a rule has come");
        assert!(
            !only_by_tests(&workspace, "0123456789abcdef", &ruled),
            "nobody knows"
        );
        fs::remove_dir_all(&root).expect("goes");
    }
}
