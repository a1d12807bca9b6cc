//! The database that an address names: where it is made, and where none can be.

use std::os::unix::fs::symlink;

use super::problems;
use crate::support::folder::Folder;
use crate::support::program::{program, said};

#[test]
fn a_place_where_no_database_can_be_made_is_told_before_a_server_finds_out() {
    let folder = Folder::new();
    let file = folder.file("letter");
    std::fs::write(&file, "no folder").expect("a file");
    let check = |path: &str| {
        let mut check = program(&format!("sqlite://{path}?mode=rwc"), &["config", "check"]);
        let output = check.current_dir(&folder.0).output().expect("it ends");
        (output.status.code(), said(&output))
    };
    // Nobody, root included, makes anything in /proc.
    for path in [
        "/proc/nytta.sqlite",
        "/proc/nytta/nytta.sqlite",
        "letter/nytta.sqlite",
    ] {
        let (code, told) = check(path);
        assert_eq!(code, Some(1), "{path}: {told}");
        let is_told = |problem: &&str| problem.starts_with("database: ") && problem.contains("another place");
        assert!(problems(&told).iter().any(is_told), "{path}: {told}");
    }
    for path in [
        "nytta.sqlite",
        "data/deep/nytta.sqlite",
        &folder.file("new/nytta.sqlite"),
    ] {
        let (code, told) = check(path);
        assert_eq!(code, Some(0), "{path}: {told}");
        let whole = folder.0.canonicalize().expect("it is there").join(path);
        let named = format!(
            "{} is not there yet: it is made as the server starts",
            whole.display()
        );
        assert!(
            told.contains(&named) && told.contains("user add"),
            "{path}: {told}"
        );
        let left: Vec<_> = std::fs::read_dir(&folder.0).expect("lists").collect();
        assert_eq!(left.len(), 1, "{path}: nothing is left: {left:?}");
    }
}

#[test]
fn a_database_that_is_made_in_the_folder_of_who_asks_is_told_once() {
    let folder = Folder::new();
    let run = |words: &[&str]| {
        let mut command = program("sqlite://data/nytta.sqlite?mode=rwc", words);
        let output = command.current_dir(&folder.0).output().expect("it ends");
        (output.status.code(), said(&output))
    };
    let here = folder.0.canonicalize().expect("it is there");
    let (here, file) = (here.display(), here.join("data/nytta.sqlite"));
    let (code, told) = run(&["verify"]);
    assert_eq!(code, Some(1), "{told}");
    let named = format!("there is no database data/nytta.sqlite in {here}: go to the folder");
    assert!(told.contains(&named), "{told}");
    let made = format!("made a new database: {}\n", file.display());
    assert_eq!(
        run(&["migrate"]),
        (Some(0), format!("{made}the schema is up to date\n"))
    );
    assert_eq!(
        run(&["migrate"]),
        (Some(0), "the schema is up to date\n".to_owned())
    );
    std::fs::remove_dir_all(folder.file("data")).expect("goes");
    let (code, told) = run(&["user", "add", "--name", "Drift", "--role", "admin"]);
    assert_eq!(code, Some(0), "{told}");
    let rest = told.strip_prefix(&made);
    assert!(
        rest.is_some_and(|rest| rest.starts_with("admin: http://")),
        "{told}"
    );
}

#[test]
fn a_place_that_cannot_be_looked_into_is_told_by_every_command() {
    let folder = Folder::new();
    // A link to itself stands in the way, as a folder does that is for somebody else's eyes: root sees into all of those.
    let around = folder.file("around");
    symlink(&around, &around).expect("a link");
    let url = folder.database("around/nytta.sqlite");
    let add = ["user", "add", "--name", "Drift", "--role", "admin"];
    let key = "0f".repeat(32);
    let given: &[&str] = &["serve", "--addr", "127.0.0.1:0", "--secret-key", &key];
    let without: &[&str] = &["serve", "--addr", "127.0.0.1:0"];
    for (words, named) in [
        (&["migrate"][..], "cannot be seen"),
        (&add, "cannot be seen"),
        (given, "cannot be seen"),
        (&["verify"], "cannot be seen"),
        (without, "nytta.sqlite.key cannot be read or made"),
    ] {
        let output = program(&url, words).output().expect("it ends");
        let told = said(&output);
        assert_eq!(output.status.code(), Some(1), "{words:?}: {told}");
        assert!(
            told.contains(named) && told.contains("look at the path"),
            "{words:?}: {told}"
        );
    }
}

#[test]
fn what_is_no_address_of_a_database_is_told_before_a_key_is_asked_for() {
    for (url, named) in [
        (
            "mysql://localhost/nytta",
            "“mysql://localhost/nytta” is no database",
        ),
        ("data/nytta.sqlite", "“data/nytta.sqlite” is no database"),
        ("", "an empty address is no database"),
    ] {
        for words in [&["serve", "--addr", "127.0.0.1:0"][..], &["config", "check"]] {
            let output = program(url, words).output().expect("it ends");
            let told = said(&output);
            assert_eq!(output.status.code(), Some(1), "{told}");
            assert!(told.contains(named), "{words:?}: {told}");
            assert!(!told.contains("set NYTTA_SECRET_KEY"), "{words:?}: {told}");
        }
    }
}
