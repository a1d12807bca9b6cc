//! `domain` as a workspace of its own, in which its rules are changed, with the tests of all its rooms or of some alone.
//!
//! Cargo is asked twice for each change. Of the whole workspace it thinks half a second each time, of this one nothing to speak of;
//! and what is compiled here is compiled for running the same tests four thousand times.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::rooms::{RULES, without_tests};
use crate::error::{Error, Result};
use crate::workspace::Workspace;

/// The crate, here as there: the names of mutants begin with it.
const CRATE: &str = "app/domain";

const MEMBERS: &str = "[workspace]\nresolver = \"3\"\nmembers = [\"app/domain\"]\n\n";

/// What `domain` is built of is built once and run thousands of times; what derives and expands is run at each change. There are
/// more units of code than there is use for, so that each has a module to itself: where they are fewer than the modules, rustc puts
/// them together by size, and a change of one line moves things between half of them, which are compiled anew.
const PROFILES: &str = "[profile.dev]\ndebug = false\ncodegen-units = 4096\n\n[profile.dev.package.\"*\"]\nopt-level = 2\n\n\
                        [profile.dev.build-override]\nopt-level = 2\n";

/// Whose tests are compiled.
pub enum Tests {
    /// Those of all rooms.
    All,
    /// Those of these rooms.
    Of(BTreeSet<String>),
}

/// Makes the tree in this folder, or brings it up to date. What is compiled in it stays, so that the next run begins at once.
pub fn made(workspace: &Workspace, tree: &Path, tests: &Tests) -> Result<()> {
    let from = workspace.root.join(CRATE);
    let rules = workspace.root.join(RULES);
    let told = |file: &Path, text: Vec<u8>| match tests {
        Tests::Of(rooms) if !is_of(&rules, file, rooms) => match String::from_utf8(text) {
            Ok(text) => without_tests(&text).into_bytes(),
            Err(other) => other.into_bytes(),
        },
        _ => text,
    };
    mirror(&from, &tree.join(CRATE), &told)?;
    let manifest = workspace.root.join("Cargo.toml");
    let manifest = fs::read_to_string(&manifest).map_err(Error::file("read", &manifest))?;
    let manifest = alone(&manifest).ok_or_else(|| Error::Unexpected {
        what: "the workspace's Cargo.toml has no [workspace.package] before its profiles".to_owned(),
        hint: "What stands between them is shared by the crates; see xtask/src/mutants/tree.rs.".to_owned(),
    })?;
    write(&tree.join("Cargo.toml"), manifest.as_bytes())?;
    // Cargo leaves out what the others need.
    let lock = workspace.root.join("Cargo.lock");
    let lock = fs::read(&lock).map_err(Error::file("read", &lock))?;
    write(&tree.join("Cargo.lock"), &lock)
}

/// Whether a file is one of these rooms' or no rule at all.
fn is_of(rules: &Path, file: &Path, rooms: &BTreeSet<String>) -> bool {
    let Ok(within) = file.strip_prefix(rules) else {
        return true;
    };
    let first = within.iter().next().map(PathBuf::from);
    let room = first.as_deref().and_then(Path::file_stem);
    room.is_some_and(|room| rooms.contains(&*room.to_string_lossy()))
}

/// The workspace's manifest with `domain` as its only member: what the crates share stays, their profiles are others.
fn alone(manifest: &str) -> Option<String> {
    let shared = manifest.find("[workspace.package]")?;
    let (shared, _) = manifest.get(shared..)?.split_once("\n[profile.")?;
    Some(format!("{MEMBERS}{shared}\n\n{PROFILES}"))
}

/// Makes `to` what `from` is, each file as `told` tells it. What is the same is left alone, so that cargo does not compile it again;
/// a change that an interrupted run left behind is taken back.
fn mirror(from: &Path, to: &Path, told: &dyn Fn(&Path, Vec<u8>) -> Vec<u8>) -> Result<()> {
    fs::create_dir_all(to).map_err(Error::file("make", to))?;
    for (name, path) in entries(from)? {
        if path.is_dir() {
            mirror(&path, &to.join(name), told)?;
        } else {
            let text = fs::read(&path).map_err(Error::file("read", &path))?;
            write(&to.join(name), &told(&path, text))?;
        }
    }
    for (name, path) in entries(to)? {
        if !from.join(name).exists() {
            let gone = if path.is_dir() {
                fs::remove_dir_all(&path)
            } else {
                fs::remove_file(&path)
            };
            gone.map_err(Error::file("remove", &path))?;
        }
    }
    Ok(())
}

fn entries(folder: &Path) -> Result<Vec<(std::ffi::OsString, PathBuf)>> {
    let entries = fs::read_dir(folder).map_err(Error::file("read", folder))?;
    entries
        .map(|entry| {
            let entry = entry.map_err(Error::file("read", folder))?;
            Ok((entry.file_name(), entry.path()))
        })
        .collect()
}

fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    if fs::read(file).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    fs::write(file, bytes).map_err(Error::file("write", file))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domain_alone_shares_what_it_shared_and_is_compiled_otherwise() {
        let whole = "[workspace]\nmembers = [\"app\"]\n\n[workspace.package]\nedition = \"2024\"\n\n[profile.dev]\ndebug = true\n";
        let alone = alone(whole).expect("both are there");
        assert!(
            alone.contains("members = [\"app/domain\"]") && !alone.contains("\"app\""),
            "{alone}"
        );
        assert!(
            alone.contains("edition = \"2024\"") && !alone.contains("debug = true"),
            "{alone}"
        );
        assert!(super::alone("[workspace]\n").is_none());
    }

    #[test]
    fn files_of_other_rooms_are_told_from_those_of_the_rooms() {
        let (rules, rooms) = (
            Path::new("/a/app/domain/src"),
            BTreeSet::from(["work".to_owned()]),
        );
        let of = |file: &str| is_of(rules, &Path::new("/a/app/domain").join(file), &rooms);
        assert!(of("src/work.rs") && of("src/work/find.rs") && of("Cargo.toml"));
        assert!(!of("src/workbook.rs") && !of("src/form/work.rs"));
    }

    #[test]
    fn a_mirror_takes_back_what_was_changed_in_it_and_leaves_alone_what_was_not() {
        let folder = std::env::temp_dir().join(format!("nytta-mirror-{}", std::process::id()));
        let (from, to) = (folder.join("from"), folder.join("to"));
        fs::create_dir_all(from.join("a")).expect("a folder");
        for file in ["same.rs", "a/changed.rs"] {
            fs::write(from.join(file), "rule").expect("a file");
        }
        mirror(&from, &to, &|_, text| text).expect("made");
        let written = || {
            fs::metadata(to.join("same.rs"))
                .and_then(|file| file.modified())
                .expect("its time")
        };
        let before = written();
        fs::write(to.join("a/changed.rs"), "mutant").expect("a change");
        fs::write(to.join("gone.rs"), "rule").expect("one too many");
        mirror(&from, &to, &|_, text| text).expect("brought up to date");
        assert_eq!(
            fs::read_to_string(to.join("a/changed.rs")).expect("there"),
            "rule"
        );
        assert!(!to.join("gone.rs").exists());
        assert_eq!(written(), before);
        fs::remove_dir_all(&folder).expect("removed");
    }
}
