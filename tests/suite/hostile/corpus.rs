//! What fuzzing has found so far, and what it began with.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use super::{call, entries};
use crate::support::{repository, repository_file};

/// Larger files say no more, and stand in everybody's clone.
const FILE_MAX: usize = 64 * 1024;

fn names(folder: PathBuf) -> BTreeSet<String> {
    let found = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let name = |found: std::io::Result<fs::DirEntry>| {
        let name = found.expect("a file").file_name();
        name.into_string().expect("a name in letters")
    };
    found.map(name).collect()
}

#[test]
fn each_entry_has_a_target_and_a_folder() {
    let entries: BTreeSet<String> = entries::ENTRIES
        .iter()
        .map(|(name, _)| (*name).to_owned())
        .collect();
    let targets = names(repository().join("fuzz/fuzz_targets"));
    let targets = targets.iter().map(|name| name.trim_end_matches(".rs").to_owned());
    assert_eq!(targets.collect::<BTreeSet<_>>(), entries);
    assert_eq!(names(repository().join("fuzz/corpus")), entries);
    // Cargo is told of each, and each calls the entry whose name it has.
    let manifest = repository_file("fuzz/Cargo.toml");
    for name in &entries {
        let target = format!("fuzz_targets/{name}.rs");
        let listed = format!("[[bin]]\nname = \"{name}\"\npath = \"{target}\"\n");
        assert!(manifest.contains(&listed), "{name} is not in fuzz/Cargo.toml");
        let calls = format!("nytta_fuzz::call(\"{name}\", bytes)");
        let text = repository_file(&format!("fuzz/{target}"));
        assert!(text.contains(&calls), "{target} does not call {name}");
    }
}

#[test]
fn what_was_found_is_read_without_a_panic() {
    for (entry, _) in entries::ENTRIES {
        let folder = repository().join("fuzz/corpus").join(entry);
        let files = names(folder.clone());
        assert!(!files.is_empty(), "{entry} begins with nothing");
        for file in files {
            let bytes = fs::read(folder.join(&file)).expect("a file");
            assert!(
                bytes.len() <= FILE_MAX,
                "{entry}/{file} has {} bytes",
                bytes.len()
            );
            println!("{entry}/{file}");
            call(entry, &bytes);
        }
    }
}
