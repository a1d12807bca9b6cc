//! Rooms of `domain`, and whose tests a room is tried by first.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};

/// Where the rules are.
pub const RULES: &str = "app/domain/src";

/// All rooms, those with most to read first: a file or a folder, with the folder or file of the same name beside it.
pub fn all(root: &Path) -> Result<Vec<String>> {
    let rules = root.join(RULES);
    let mut rooms = BTreeSet::new();
    for entry in fs::read_dir(&rules).map_err(Error::file("read", &rules))? {
        let path = entry.map_err(Error::file("read", &rules))?.path();
        if let Some(name) = path.file_stem() {
            rooms.insert(name.to_string_lossy().into_owned());
        }
    }
    let mut rooms: Vec<(u64, String)> = rooms
        .into_iter()
        .map(|room| Ok((size(&files(root, &room)?)?, room)))
        .collect::<Result<_>>()?;
    rooms.sort_by(|one, other| other.cmp(one));
    Ok(rooms.into_iter().map(|(_, room)| room).collect())
}

fn size(files: &[PathBuf]) -> Result<u64> {
    let sizes = files
        .iter()
        .map(|file| Ok(fs::metadata(file).map_err(Error::file("read", file))?.len()));
    sizes.sum()
}

/// Refuses a room that is neither a file nor a folder: nothing of it would be changed, and nothing found.
pub fn known(root: &Path, rooms: &[String]) -> Result<()> {
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

/// The files of a room as cargo-mutants is told them: of a folder, and of the file beside it.
pub fn globs(room: &str) -> Vec<String> {
    let place = place(room);
    vec![format!("{place}.rs"), format!("{place}/**/*.rs")]
}

/// Whether a mutant, `app/domain/src/level.rs:12:5: replace …`, is one of a room's.
pub fn has(room: &str, mutant: &str) -> bool {
    let rest = mutant.strip_prefix(&place(room));
    rest.is_some_and(|rest| rest.starts_with(".rs:") || rest.starts_with('/'))
}

/// A room's name as that of a folder.
pub fn folder(room: &str) -> String {
    name(room).replace('/', "-")
}

/// The rooms whose tests a room is tried by first: its own, those of all that stands beside it within a room of rooms, and those
/// that these take something of. What is taken of `crate::{…}` is not seen.
pub fn tests_of(root: &Path, room: &str) -> Result<BTreeSet<String>> {
    let name = name(room);
    let own = name.split('/').next().unwrap_or(name).to_owned();
    let (mut tests, mut unread) = (BTreeSet::from([own.clone()]), vec![own]);
    while let Some(room) = unread.pop() {
        for file in files(root, &room)? {
            let text = fs::read_to_string(&file).map_err(Error::file("read", &file))?;
            for taken in taken(&text) {
                if tests.insert(taken.clone()) {
                    unread.push(taken);
                }
            }
        }
    }
    Ok(tests)
}

/// The rooms of whose tests a text takes something, `crate::ROOM::…tests::…`.
fn taken(text: &str) -> BTreeSet<String> {
    let paths = text.split("crate::").skip(1).map(|rest| {
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'));
        &rest[..end.unwrap_or(rest.len())]
    });
    let of_tests = paths.filter_map(|path| {
        let (room, within) = path.split_once("::")?;
        within
            .split("::")
            .any(|part| part.ends_with("tests"))
            .then(|| room.to_owned())
    });
    of_tests.collect()
}

/// The text of a file without its tests, each line where it was. What helps the tests of several rooms is not called `tests`, and
/// stays.
pub fn without_tests(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let lines: Vec<&str> = text.lines().collect();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        if *line == "#[cfg(test)]" {
            let attributes = lines[at..]
                .iter()
                .take_while(|line| line.starts_with("#["))
                .count();
            let module = lines.get(at + attributes).copied().unwrap_or_default();
            if module.ends_with('{') && names_tests(module) {
                // Nothing follows a module of tests within a file, which clippy sees to.
                break;
            }
            if module.ends_with(';') && names_tests(module) {
                kept.extend(std::iter::repeat_n('\n', attributes + 1));
                at += attributes + 1;
                continue;
            }
        }
        kept.push_str(line);
        kept.push('\n');
        at += 1;
    }
    kept
}

/// Whether a line begins a module of tests.
fn names_tests(line: &str) -> bool {
    let words = line.trim_end_matches(['{', ';', ' ']);
    words
        .rsplit_once("mod ")
        .is_some_and(|(_, name)| name.ends_with("tests"))
}

/// Its files: those of its folder, and the one beside it.
fn files(root: &Path, room: &str) -> Result<Vec<PathBuf>> {
    let place = root.join(place(room));
    let mut files = Vec::new();
    let beside = place.with_extension("rs");
    if beside.is_file() {
        files.push(beside);
    }
    if place.is_dir() {
        within(&place, &mut files)?;
    }
    Ok(files)
}

fn within(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder).map_err(Error::file("read", folder))? {
        let path = entry.map_err(Error::file("read", folder))?.path();
        if path.is_dir() {
            within(&path, files)?;
        } else if path.extension().is_some_and(|end| end == "rs") {
            files.push(path);
        }
    }
    Ok(())
}

/// Where a room is: its folder, and its file without the ending.
fn place(room: &str) -> String {
    format!("{RULES}/{}", name(room))
}

fn name(room: &str) -> &str {
    let room = room.trim_end_matches(".rs").trim_matches('/');
    room.strip_prefix(RULES).unwrap_or(room).trim_start_matches('/')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn root() -> &'static Path {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        here.parent().expect("the repository")
    }

    fn owned(all: &[&str]) -> Vec<String> {
        all.iter().map(|one| (*one).to_owned()).collect()
    }

    #[test]
    fn a_room_is_a_file_and_its_folder() {
        let both = ["app/domain/src/work.rs", "app/domain/src/work/**/*.rs"];
        assert_eq!(globs("work"), both);
        assert_eq!(globs("app/domain/src/work.rs"), both);
        assert!(has("work", "app/domain/src/work.rs:1:2: replace a with b"));
        assert!(has("work", "app/domain/src/work/find.rs:1:2: replace a with b"));
        assert!(!has("work", "app/domain/src/workbook.rs:1:2: replace a with b"));
        assert!(!has("work/find", "app/domain/src/work.rs:1:2: replace a with b"));
    }

    #[test]
    fn a_room_that_is_not_there_is_refused() {
        let there = owned(&["work", "form", "app/domain/src/form/statement.rs", "form/report/"]);
        known(root(), &there).expect("all are there");
        known(root(), &[]).expect("all of them");
        for room in ["wrok", "form/statements", "work/../wrok"] {
            let refused = known(root(), &owned(&["work", room])).expect_err("it is not there");
            assert!(refused.to_string().contains(&format!("“{room}”")), "{refused}");
        }
    }

    #[test]
    fn all_rooms_are_all_files() {
        let rooms = all(root()).expect("read");
        let folder = root().join(RULES);
        let mut every = Vec::new();
        within(&folder, &mut every).expect("read");
        let of_rooms: usize = rooms
            .iter()
            .map(|room| files(root(), room).expect("read").len())
            .sum();
        assert_eq!(of_rooms, every.len(), "each file is in one room");
        known(root(), &rooms).expect("all are there");
    }

    #[test]
    fn a_room_is_tried_by_its_own_tests_and_those_that_they_take_of() {
        let text = "use crate::goal::tests::{goal, version};\nlet a = crate::level::Level::One;\n\
                    use crate::report::life::life_tests::begun;\n";
        assert_eq!(
            taken(text),
            BTreeSet::from(["goal".to_owned(), "report".to_owned()])
        );
        let of = tests_of(root(), "form/statement").expect("read");
        assert!(of.contains("form"), "{of:?}");
        let level = tests_of(root(), "level").expect("read");
        assert!(level.contains("level") && level.len() < of.len(), "{level:?}");
    }

    #[test]
    fn without_its_tests_a_file_has_each_rule_where_it_was() {
        let inline = "fn rule() {}\n\n#[cfg(test)]\nmod tests {\n    #[test]\n    fn a() {}\n}\n";
        assert_eq!(without_tests(inline), "fn rule() {}\n\n");
        let beside =
            "#[cfg(test)]\nmod a_tests;\nmod rules;\n#[cfg(test)]\npub(crate) mod tests;\nfn rule() {}\n";
        assert_eq!(without_tests(beside), "\n\nmod rules;\n\n\nfn rule() {}\n");
        let helps = "#[cfg(test)]\npub mod testing;\n#[cfg(test)]\nfn help() {}\n";
        assert_eq!(without_tests(helps), helps);
        let allowed = "#[cfg(test)]\n#[path = \"a.rs\"]\nmod tests;\nfn rule() {}\n";
        assert_eq!(without_tests(allowed), "\n\n\nfn rule() {}\n");
    }
}
