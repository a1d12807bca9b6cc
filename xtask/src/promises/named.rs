//! What promises name is there: tests in the sources, and figures that something measures.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::{PROMISES, Proof};

/// Where modules begin, of all programs that have tests.
const ROOTS: [&str; 12] = [
    "app/src",
    "app/domain/src",
    "app/text/src",
    "server/src",
    "server/service/src",
    "server/store/src",
    "server/identity/src",
    "server/mail/src",
    "server/report/src",
    "migrations/src",
    "tests/suite",
    "xtask/src",
];

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// All files of Rust in a folder and in those in it.
fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for path in entries.map(|entry| entry.expect("an entry").path()) {
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
}

/// The modules that a file is, from its place: `web/mod.rs` is `web`.
fn modules(root: &Path, file: &Path) -> Vec<String> {
    let place = file.strip_prefix(root).expect("it lies in it").with_extension("");
    let parts = place.iter().map(|part| part.to_string_lossy().into_owned());
    let mut modules: Vec<String> = parts.collect();
    if modules
        .last()
        .is_some_and(|last| matches!(last.as_str(), "mod" | "lib" | "main"))
    {
        modules.pop();
    }
    modules
}

/// What `number_tests` is where `number.rs` has it under the name of `tests`.
fn beside(modules: &[String]) -> Option<Vec<String>> {
    let (last, before) = modules.split_last()?;
    let of = last.strip_suffix("_tests")?;
    Some([before, &[of.to_owned(), "tests".to_owned()]].concat())
}

/// The names of a file's tests as they are printed: what is formatted by rustfmt is read line by line.
fn tests_in(mut modules: Vec<String>, source: &str) -> Vec<String> {
    let mut found = Vec::new();
    // How far the modules are indented that are begun in this file.
    let mut begun: Vec<usize> = Vec::new();
    let (mut in_both, mut is_test) = (false, false);
    for line in source.lines() {
        let text = line.trim();
        let indent = line.len() - line.trim_start().len();
        if let Some(names) = text.strip_prefix("on_both!(").or(in_both.then_some(text)) {
            in_both = !text.ends_with(");");
            let names = names.trim_end_matches(");").split(',').map(str::trim);
            for name in names.filter(|name| !name.is_empty()) {
                found.push(format!("{}::{name}::sqlite", modules.join("::")));
                found.push(format!("{}::{name}::postgres", modules.join("::")));
            }
            continue;
        }
        let name = text
            .split_once("mod ")
            .and_then(|(_, rest)| rest.strip_suffix(" {"));
        if let Some(name) = name.filter(|_| !text.starts_with("//")) {
            begun.push(indent);
            modules.push(name.to_owned());
        } else if text == "}" && begun.last() == Some(&indent) {
            begun.pop();
            modules.pop();
        } else if text.starts_with("#[test]") || text.starts_with("#[tokio::test") {
            is_test = true;
        } else if let Some((_, rest)) = text.split_once("fn ").filter(|_| is_test) {
            is_test = false;
            let name = rest.split('(').next().unwrap_or_default();
            found.push(format!("{}::{name}", modules.join("::")));
        }
    }
    found
}

fn all_tests() -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for root in ROOTS.map(|root| repository().join(root)) {
        let mut files = Vec::new();
        sources(&root, &mut files);
        for file in files {
            let source = fs::read_to_string(&file).expect("text");
            let modules = modules(&root, &file);
            if let Some(beside) = beside(&modules) {
                all.extend(tests_in(beside, &source));
            }
            all.extend(tests_in(modules, &source));
        }
    }
    all
}

#[test]
fn each_beginning_is_that_of_a_test_in_the_sources() {
    let all = all_tests();
    assert!(all.len() > 1_000, "tests are found: {}", all.len());
    let beginnings = PROMISES.iter().filter_map(|promise| match promise.proof {
        Proof::Tests(beginnings) => Some(beginnings),
        Proof::Bench(_) | Proof::Sbom | Proof::Drill(_) | Proof::Mutants => None,
    });
    for beginning in beginnings.flatten() {
        assert!(
            all.iter().any(|name| name.starts_with(beginning)),
            "no test begins with {beginning}"
        );
    }
}

#[test]
fn a_tests_name_is_read_off_its_source() {
    let source = "on_both!(kept, dropped);\non_both!(\n    first,\n    second,\n);\n\nfn helps() {}\n\n#[test]\nfn alone() {\n}\n\n\
                  mod inner {\n    #[tokio::test(flavor = \"x\")]\n    async fn waits() {\n    }\n}\n\n#[test]\nfn last() {}\n";
    let modules_of = modules(Path::new("/suite"), Path::new("/suite/web/mod.rs"));
    let mut found = tests_in(modules_of, source);
    found.retain(|name| !name.ends_with("::postgres"));
    let names = [
        "web::kept::sqlite",
        "web::dropped::sqlite",
        "web::first::sqlite",
        "web::second::sqlite",
        "web::alone",
        "web::inner::waits",
        "web::last",
    ];
    assert_eq!(found, names);
    let apart = modules(Path::new("/src"), Path::new("/src/a/b_tests.rs"));
    assert_eq!(apart, ["a", "b_tests"]);
    assert_eq!(beside(&apart).expect("it ends so"), ["a", "b", "tests"]);
    assert_eq!(beside(&["b".to_owned()]), None);
    assert!(modules(Path::new("/src"), Path::new("/src/lib.rs")).is_empty());
}

#[test]
fn whatever_says_whether_a_promise_is_kept_has_a_row_and_each_row_something_that_says_it() {
    let mut says = String::new();
    let mut benches = Vec::new();
    sources(&repository().join("tests/bench"), &mut benches);
    for file in benches {
        says.push_str(&fs::read_to_string(file).expect("text"));
    }
    says.push_str(&fs::read_to_string(repository().join("tests/lighthouse/run.mjs")).expect("text"));
    let says: Vec<&str> = says.split_whitespace().collect();
    let says = says.join(" ").replace("promised( ", "promised(");
    // Its name, as far as it is always the same: what follows is the database, and has no point in it.
    let names = |before: &str, until: &[char]| -> Vec<String> {
        let found = says.split(before).skip(1);
        let name = found.filter_map(|rest| rest.split(until).next());
        name.map(str::to_owned).collect()
    };
    let mut told = names("promised(\"", &['"']);
    told.extend(names("promised(&format!(\"", &['"', '{']));
    told.extend(names("`promised ", &[' ']));
    assert!(told.len() >= 12, "{told:?}");
    let rows = PROMISES.iter().filter_map(|promise| match promise.proof {
        Proof::Bench(names) => Some(names),
        Proof::Tests(_) | Proof::Sbom | Proof::Drill(_) | Proof::Mutants => None,
    });
    let rows: Vec<&str> = rows.flatten().copied().collect();
    let is_of = |row: &str, name: &str| match row.strip_prefix(name) {
        Some("") => true,
        Some(database) => name.ends_with('.') && !database.contains('.'),
        None => false,
    };
    for name in &told {
        assert!(
            rows.iter().any(|row| is_of(row, name)),
            "{name} is measured, and no promise"
        );
    }
    for row in &rows {
        assert!(
            told.iter().any(|name| is_of(row, name)),
            "{row} is promised, and nothing measures it"
        );
    }
}
