//! The rooms of the house: who may import what. `ARCHITECTURE.md` says why; this holds it.

use std::fs;
use std::path::Path;

use cargo_metadata::{DependencyKind, MetadataCommand};

use crate::error::{Error, Result};
use crate::process::step;
use crate::workspace::{Workspace, metadata};

/// A crate of the workspace and what it may import, apart from tests.
struct Room {
    name: &'static str,
    /// Crates of the workspace.
    rooms: &'static [&'static str],
    libraries: Libraries,
    /// Imports that must be optional: behind the feature `ssr`.
    optional: &'static [&'static str],
}

/// Which libraries a room may import.
enum Libraries {
    /// These and no other.
    Only(&'static [&'static str]),
    /// Any, but of the guarded ones only these.
    Guarded(&'static [&'static str]),
}

/// Libraries that belong in certain rooms; a name is meant with all that begins with it and a dash
/// or an underscore.
const GUARDED: [&str; 13] = [
    "axum",
    "fluent",
    "hyper",
    "lettre",
    "leptos",
    "leptos_axum",
    "rust_xlsxwriter",
    "sea-orm",
    "sqlx",
    "tokio",
    "tower",
    "typst",
    "unic-langid",
];

/// What a test is known by.
const TESTS: [&str; 3] = ["#[test]", "::test]", "cfg(test)"];

/// The table of `ARCHITECTURE.md`.
const ROOMS: [Room; 13] = [
    Room {
        name: "domain",
        rooms: &[],
        libraries: Libraries::Only(&[
            "chrono",
            "rust_decimal",
            "serde",
            "serde_json",
            "strsim",
            "thiserror",
            "uuid",
        ]),
        optional: &[],
    },
    Room {
        name: "text",
        rooms: &["domain"],
        libraries: Libraries::Guarded(&["fluent", "unic-langid"]),
        optional: &[],
    },
    Room {
        name: "store",
        rooms: &["domain"],
        // Of sqlx nothing is named: it stands there for the TLS that it then has.
        libraries: Libraries::Guarded(&["sea-orm", "sqlx", "tokio"]),
        optional: &[],
    },
    Room {
        name: "identity",
        rooms: &["domain"],
        libraries: Libraries::Guarded(&["hyper", "tokio"]),
        optional: &[],
    },
    Room {
        name: "mail",
        // `service` declares the trait that a mailer implements.
        rooms: &["service"],
        libraries: Libraries::Guarded(&["lettre", "tokio"]),
        optional: &[],
    },
    Room {
        name: "report",
        // `service` declares the trait that a renderer implements.
        rooms: &["domain", "service", "text"],
        libraries: Libraries::Guarded(&["rust_xlsxwriter", "tokio", "typst"]),
        optional: &[],
    },
    Room {
        name: "service",
        rooms: &["domain", "store"],
        libraries: Libraries::Guarded(&["tokio"]),
        optional: &[],
    },
    Room {
        name: "app",
        rooms: &["domain", "service", "text"],
        libraries: Libraries::Guarded(&["leptos", "leptos_axum"]),
        optional: &["leptos_axum", "service"],
    },
    Room {
        name: "frontend",
        rooms: &["app"],
        libraries: Libraries::Only(&["console_error_panic_hook", "leptos", "wasm-bindgen"]),
        optional: &[],
    },
    Room {
        name: "server",
        rooms: &[
            "app",
            "domain",
            "identity",
            "mail",
            "migrations",
            "report",
            "service",
            "store",
            "text",
        ],
        libraries: Libraries::Guarded(&["axum", "hyper", "leptos", "leptos_axum", "tokio", "tower"]),
        optional: &[],
    },
    Room {
        name: "migrations",
        // Never the store: its entities drift, and an old migration must not drift with them.
        rooms: &[],
        libraries: Libraries::Only(&["async-trait", "sea-orm-migration"]),
        optional: &[],
    },
    // What tests need stands under their dev-dependencies, which are free.
    Room {
        name: "tests",
        rooms: &[],
        libraries: Libraries::Guarded(&[]),
        optional: &[],
    },
    Room {
        name: "xtask",
        rooms: &[],
        libraries: Libraries::Guarded(&[]),
        optional: &[],
    },
];

/// A dependency of a crate, apart from tests and build scripts.
struct Import {
    name: String,
    /// Whether it is a crate of the workspace.
    own: bool,
    optional: bool,
}

/// Compares the workspace with the table, and its sources with the rule of one room for the database.
pub fn check(workspace: &Workspace) -> Result<()> {
    step("Checking the rooms", || {
        let mut findings = wrong_imports(workspace)?;
        for folder in ["app", "frontend", "server"] {
            sources(&workspace.root.join(folder), &mut |path, text| {
                let shown = path.strip_prefix(&workspace.root).unwrap_or(path).display();
                if !path.starts_with(workspace.root.join("server/store"))
                    && let Some(line) = line_with(text, "sea_orm")
                {
                    findings.push(format!("{shown}:{line} names sea_orm; only server/store does"));
                }
                if path.starts_with(workspace.root.join("frontend"))
                    && let Some(line) = TESTS.iter().find_map(|mark| line_with(text, mark))
                {
                    findings.push(format!(
                        "{shown}:{line} has a test that nothing runs; it belongs in another crate"
                    ));
                }
            })?;
        }
        if findings.is_empty() {
            return Ok(());
        }
        Err(Error::Findings {
            check: "imports against the table of rooms",
            findings,
            hint: "ARCHITECTURE.md has the table; a change to it goes into xtask/src/rooms.rs as well.",
        })
    })
}

fn wrong_imports(workspace: &Workspace) -> Result<Vec<String>> {
    let metadata = metadata(
        MetadataCommand::new()
            .no_deps()
            .manifest_path(workspace.root.join("Cargo.toml")),
    )?;
    let mut findings = Vec::new();
    for package in &metadata.packages {
        let Some(room) = ROOMS.iter().find(|room| package.name == room.name) else {
            findings.push(format!("{} has no row in the table", package.name));
            continue;
        };
        let imports = package
            .dependencies
            .iter()
            .filter(|import| import.kind == DependencyKind::Normal);
        for import in imports {
            let import = Import {
                name: import.name.clone(),
                own: import.path.is_some(),
                optional: import.optional,
            };
            findings.extend(room.objection(&import));
        }
    }
    Ok(findings)
}

impl Room {
    /// What is wrong with an import, if anything.
    fn objection(&self, import: &Import) -> Option<String> {
        let name = import.name.as_str();
        let allowed = if import.own {
            self.rooms.contains(&name)
        } else {
            match self.libraries {
                Libraries::Only(allowed) => allowed.contains(&name),
                Libraries::Guarded(allowed) => guard(name).is_none_or(|guarded| allowed.contains(&guarded)),
            }
        };
        if !allowed {
            return Some(format!("{} must not import {name}", self.name));
        }
        if self.optional.contains(&name) && !import.optional {
            return Some(format!(
                "{} must import {name} as optional, under the feature ssr",
                self.name
            ));
        }
        None
    }
}

/// The guarded library that a name falls under: the longest, so that `leptos_axum` is not `leptos`.
fn guard(name: &str) -> Option<&'static str> {
    let covers = |guarded: &&&str| {
        name.strip_prefix(**guarded)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '_']))
    };
    GUARDED
        .iter()
        .filter(covers)
        .max_by_key(|guarded| guarded.len())
        .copied()
}

/// The number of the first line with this text, comments apart.
fn line_with(source: &str, text: &str) -> Option<usize> {
    let code = |line: &str| line.split("//").next().is_some_and(|code| code.contains(text));
    source.lines().position(code).map(|index| index + 1)
}

/// Visits every Rust file below a folder.
fn sources(folder: &Path, visit: &mut impl FnMut(&Path, &str)) -> Result<()> {
    for entry in fs::read_dir(folder).map_err(Error::file("read", folder))? {
        let path = entry.map_err(Error::file("read", folder))?.path();
        if path.is_dir() {
            sources(&path, visit)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            visit(
                &path,
                &fs::read_to_string(&path).map_err(Error::file("read", &path))?,
            );
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn objection(room: &str, name: &str, own: bool, optional: bool) -> Option<String> {
        let import = Import {
            name: name.to_owned(),
            own,
            optional,
        };
        ROOMS
            .iter()
            .find(|candidate| candidate.name == room)
            .and_then(|room| room.objection(&import))
    }

    #[test]
    fn the_domain_stays_pure() {
        assert_eq!(objection("domain", "serde", false, false), None);
        for library in ["sea-orm", "leptos", "tokio", "axum"] {
            assert!(objection("domain", library, false, false).is_some(), "{library}");
        }
        assert!(objection("domain", "text", true, false).is_some());
    }

    #[test]
    fn nobody_imports_upwards() {
        assert_eq!(objection("service", "store", true, false), None);
        assert!(objection("store", "service", true, false).is_some());
        assert!(objection("service", "app", true, false).is_some());
        assert!(objection("migrations", "store", true, false).is_some());
        assert!(objection("app", "store", true, true).is_some());
    }

    #[test]
    fn the_database_has_one_room() {
        assert_eq!(objection("store", "sea-orm", false, false), None);
        assert_eq!(objection("migrations", "sea-orm-migration", false, false), None);
        for room in ["domain", "service", "app", "server", "report"] {
            assert!(objection(room, "sea-orm", false, false).is_some(), "{room}");
            assert!(objection(room, "sqlx-core", false, false).is_some(), "{room}");
        }
    }

    #[test]
    fn the_page_reaches_the_server_only_behind_a_feature() {
        assert_eq!(objection("app", "service", true, true), None);
        assert!(objection("app", "service", true, false).is_some());
        assert!(objection("app", "leptos_axum", false, false).is_some());
        assert_eq!(objection("app", "leptos_meta", false, false), None);
        assert_eq!(objection("app", "http", false, true), None);
    }

    #[test]
    fn a_name_in_a_comment_is_no_use() {
        assert_eq!(line_with("use std::fs;\n// as sea_orm does\n", "sea_orm"), None);
        assert_eq!(
            line_with("use std::fs;\nuse sea_orm::Value;\n", "sea_orm"),
            Some(2)
        );
    }
}
