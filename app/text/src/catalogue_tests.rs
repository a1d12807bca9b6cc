use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::Lang;

/// Ends of keys that no literal in the code names: `text::name::problem` builds
/// `{prefix}-{field}-{problem}`, a form's own words for what is wrong with a field.
const BUILT: [&str; 18] = [
    "-required",
    "-too-long",
    "-unknown-choice",
    "-not-a-date",
    "-in-the-future",
    "-in-the-past",
    "-end-before-start",
    "-deviation-without-reason",
    "-launch-missing",
    "-gone",
    "-not-a-year",
    "-not-a-number",
    "-out-of-range",
    "-taken",
    "-circular",
    "-not-yours",
    "-finds-nothing",
    "-ambiguous",
];

fn is_built(key: &str) -> bool {
    BUILT.iter().any(|end| key.ends_with(end))
}

/// The messages of a language: key → source of its text.
fn messages(lang: Lang) -> BTreeMap<String, String> {
    let mut messages = BTreeMap::new();
    for (room, source) in lang.rooms() {
        let mut key: Option<String> = None;
        for line in source.lines() {
            let starts = line.chars().next().is_some_and(|c| c.is_ascii_lowercase());
            if starts {
                let (name, text) = line.split_once('=').expect("a message has an equals sign");
                let name = name.trim().to_owned();
                assert!(
                    messages.insert(name.clone(), text.to_owned()).is_none(),
                    "{lang:?}/{room}: {name} is there twice"
                );
                key = Some(name);
            } else if let Some(key) = key.as_ref().filter(|_| !line.starts_with('#')) {
                let text = messages.get_mut(key).expect("the message that goes on");
                text.push('\n');
                text.push_str(line);
            }
        }
    }
    messages
}

/// `$names` in a message.
fn variables(text: &str) -> BTreeSet<String> {
    text.split('$')
        .skip(1)
        .map(|rest| {
            rest.chars()
                .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
                .collect()
        })
        .collect()
}

fn sources(folder: &Path, into: &mut Vec<(PathBuf, String)>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.expect("a readable folder").path();
        if path.is_dir() {
            if path.file_name().is_some_and(|name| name == "target") {
                continue;
            }
            sources(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") && !is_test(&path) {
            let text = fs::read_to_string(&path).expect("a source file is UTF-8");
            into.push((path, text));
        }
    }
}

/// Tests ask for keys that are not there.
fn is_test(path: &Path) -> bool {
    path.file_stem()
        .is_some_and(|stem| stem.to_string_lossy().ends_with("_tests"))
}

/// Everything that may ask for a key: the app, the server and this crate.
fn all_sources() -> Vec<(PathBuf, String)> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for folder in ["src", "../src", "../../server"] {
        sources(&here.join(folder), &mut found);
    }
    assert!(found.len() > 3, "the sources were not found");
    found
}

/// String literals that a piece of source begins with or holds.
fn literals(source: &str) -> impl Iterator<Item = &str> {
    source.split('"').skip(1)
}

/// Keys that the code asks for outright: `.t("…")`, `.t_with("…"`, `.get("…", &[`.
fn asked_for(source: &str) -> Vec<&str> {
    ["t(", "t_with("]
        .into_iter()
        .flat_map(|call| {
            source.match_indices(call).filter_map(|(at, call)| {
                let called = at == 0 || source[..at].ends_with('.');
                let rest = source[at + call.len()..].trim_start();
                called
                    .then(|| rest.strip_prefix('"')?.split('"').next())
                    .flatten()
            })
        })
        .collect()
}

#[test]
fn the_files_have_no_faults() {
    for lang in Lang::ALL {
        assert_eq!(lang.faults(), Vec::<String>::new(), "{lang:?}");
    }
}

#[test]
fn both_languages_have_the_same_keys_and_values() {
    let (sv, en) = (messages(Lang::Sv), messages(Lang::En));
    let keys = |messages: &BTreeMap<String, String>| messages.keys().cloned().collect::<BTreeSet<_>>();
    let only_sv: Vec<_> = keys(&sv).difference(&keys(&en)).cloned().collect();
    let only_en: Vec<_> = keys(&en).difference(&keys(&sv)).cloned().collect();
    assert!(
        only_sv.is_empty() && only_en.is_empty(),
        "only in Swedish: {only_sv:?}\nonly in English: {only_en:?}"
    );
    for (key, swedish) in &sv {
        assert_eq!(
            variables(swedish),
            variables(&en[key]),
            "the values put into {key}"
        );
    }
}

#[test]
fn keys_are_kebab_case_and_begin_with_their_room() {
    for (room, source) in Lang::Sv.rooms() {
        let prefix = format!("{}-", room.replace('_', "-"));
        for key in messages(Lang::Sv)
            .keys()
            .filter(|key| source.contains(&format!("\n{key} =")))
        {
            assert!(key.starts_with(&prefix), "{key} lies in the room {room}");
            assert!(
                key.chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'),
                "{key}"
            );
        }
    }
}

#[test]
fn every_key_asked_for_exists() {
    let known = messages(Lang::Sv);
    let mut missing = Vec::new();
    for (path, source) in all_sources() {
        for key in asked_for(&source) {
            if !known.contains_key(key) {
                missing.push(format!("{key} ({})", path.display()));
            }
        }
    }
    missing.sort();
    assert!(
        missing.is_empty(),
        "missing from the catalogue:\n{}",
        missing.join("\n")
    );
}

#[test]
fn every_key_is_asked_for() {
    let sources = all_sources();
    let used: BTreeSet<&str> = sources.iter().flat_map(|(_, source)| literals(source)).collect();
    let surplus: Vec<String> = messages(Lang::Sv)
        .into_keys()
        .filter(|key| !used.contains(key.as_str()) && !is_built(key))
        .collect();
    assert!(surplus.is_empty(), "nobody uses:\n{}", surplus.join("\n"));
}

#[test]
fn a_missing_key_shows_itself() {
    assert_eq!(Lang::Sv.t("no-such-key"), "⟦no-such-key⟧");
    assert_eq!(Lang::En.t_with("common-sus", &[]), "⟦common-sus⟧");
}
