//! What documents say of tests is so: every test that they name is there.

use std::collections::BTreeSet;

use crate::support::{repository, repository_file};

/// The documents that name tests.
const DOCUMENTS: [&str; 2] = ["docs/asvs.md", "docs/threat-model.md"];

/// What stands in backticks.
fn quoted(text: &str) -> BTreeSet<&str> {
    text.lines()
        .flat_map(|line| line.split('`').skip(1).step_by(2))
        .collect()
}

/// The file of the suite that a path of modules leads to, and the name in it.
fn place(path: &str) -> Option<(String, &str)> {
    let (modules, name) = path.rsplit_once("::")?;
    let file = format!("tests/suite/{}.rs", modules.replace("::", "/"));
    repository().join(&file).exists().then_some((file, name))
}

#[test]
fn every_test_that_a_document_names_is_there() {
    let mut named = 0;
    for document in DOCUMENTS {
        let text = repository_file(document);
        for path in quoted(&text).into_iter().filter(|path| path.contains("::")) {
            let (file, name) =
                place(path).unwrap_or_else(|| panic!("{document} names {path}: no file has it"));
            let source = repository_file(&file);
            let is_there = ["fn ", "async fn "]
                .iter()
                .any(|before| source.contains(&format!("{before}{name}(")));
            assert!(is_there, "{document} names {path}, and {file} has no such test");
            named += 1;
        }
        for file in quoted(&text).into_iter().filter(|path| path.ends_with(".rs")) {
            let source = repository().join(file);
            assert!(source.exists(), "{document} names {file}, which is not there");
        }
    }
    assert!(named > 150, "documents name tests: {named}");
}

#[test]
fn nothing_is_left_to_be_filled_in() {
    for document in DOCUMENTS {
        let text = repository_file(document);
        assert!(!text.contains("TEST?") && !text.contains("TODO"), "{document}");
    }
}

/// The versions that a changelog tells of, but for what is not released.
fn releases(changes: &str) -> Vec<&str> {
    let heads = changes.lines().filter_map(|line| line.strip_prefix("## ["));
    let versions = heads.filter_map(|rest| rest.split(']').next());
    versions.filter(|version| *version != "Unreleased").collect()
}

#[test]
fn each_release_is_gone_up_from() {
    let told =
        "# Changelog\n\n## [Unreleased]\n\n## [1.0.1] - 2027-01-02\n\n### Added\n\n## [1.0.0] - 2027-01-01\n";
    assert_eq!(releases(told), ["1.0.1", "1.0.0"]);
    let migrations = repository_file("tests/suite/migrations.rs");
    for version in releases(&repository_file("CHANGELOG.md")) {
        let name = format!(
            "a_database_of_{}_is_brought_up_to_date",
            version.replace('.', "_")
        );
        assert!(
            migrations.contains(&format!("async fn {name}(")),
            "{version} is released: keep its schema, and write {name} in tests/suite/migrations.rs"
        );
    }
}

#[test]
fn licence_and_changes_are_told() {
    assert!(repository_file("LICENSE").starts_with("EUROPEAN UNION PUBLIC LICENCE v. 1.2"));
    assert!(repository_file("Cargo.toml").contains("\nlicense = \"EUPL-1.2\"\n"));
    assert!(repository_file("README.md").contains("Licence: EUPL-1.2"));
    let changes = repository_file("CHANGELOG.md");
    let (_, newest) = changes.split_once("\n## [").expect("something has changed");
    assert!(newest.lines().any(|line| line.starts_with("- ")), "{newest}");
}
