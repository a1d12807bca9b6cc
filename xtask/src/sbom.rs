//! The list of what is in the program (SBOM), held against what is compiled into it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, PackageId};
use serde_json::Value;

use crate::error::{Error, Result};
use crate::process::{run, step};
use crate::proof::{SBOM, logs};
use crate::tool::{Tool, installed};
use crate::workspace::{Workspace, metadata};

/// Lists every crate in the program, in the form that vulnerabilities are looked up by.
const CYCLONEDX: Tool = Tool {
    name: "cargo-cyclonedx",
    version: "0.5.9",
};

/// Name and version of a crate.
type Crate = (String, String);

/// Writes `target/dist/nytta.cdx.json`: every crate in the server with version, licence and checksum (CycloneDX), as it is built
/// on this platform. Fails where a crate that is compiled into the server is not on the list, or has no licence there.
pub fn sbom(workspace: &Workspace) -> Result<()> {
    let commit = logs::head(workspace);
    let list = workspace.target().join("dist").join("nytta.cdx.json");
    let host = workspace.host()?;
    write(workspace, &list, &host)?;
    let compiled = compiled(&resolved(workspace, &host)?)?;
    let text = fs::read_to_string(&list).map_err(Error::file("read", &list))?;
    let written: Value = serde_json::from_str(&text).map_err(|error| Error::Unexpected {
        what: format!("{} cannot be read: {error}", list.display()),
        hint: "Look at what cargo-cyclonedx has written.".to_owned(),
    })?;
    let findings = lacking(&written, &compiled);
    let figures = format!(
        "{} of {} crates listed with licence",
        compiled.len() - findings.len(),
        compiled.len()
    );
    println!("    {} ({figures})", list.display());
    let kept = if findings.is_empty() { "kept" } else { "missed" };
    let mut log = logs::Writing::begin(workspace, SBOM, commit.as_deref())?;
    log.said(&format!("promised {SBOM} {kept} {figures}"))?;
    log.close()?;
    if findings.is_empty() {
        return Ok(());
    }
    Err(Error::Findings {
        check: "sbom",
        findings,
        hint: "Look what cargo-cyclonedx leaves out, and whether the crate says its licence.",
    })
}

fn write(workspace: &Workspace, list: &Path, host: &str) -> Result<()> {
    let tool = installed(workspace, &CYCLONEDX)?;
    let manifest = workspace.root.join("server/Cargo.toml");
    step("Listing what is in the program", || {
        run(
            Command::new(tool)
                .current_dir(&workspace.root)
                .args(["cyclonedx", "--format", "json", "--spec-version", "1.5"])
                .args(["--target", host])
                .args(["--override-filename", "nytta.cdx", "--manifest-path"])
                .arg(&manifest),
            "Look at the message above.",
        )
    })?;
    if let Some(folder) = list.parent() {
        fs::create_dir_all(folder).map_err(Error::file("create", folder))?;
    }
    let all = metadata(MetadataCommand::new().no_deps().manifest_path(&manifest))?;
    let mut written = false;
    // It writes one beside the manifest of every member.
    for package in all.workspace_packages() {
        let Some(beside) = package.manifest_path.parent() else {
            continue;
        };
        let own = beside.join("nytta.cdx.json");
        if !own.is_file() {
            continue;
        }
        if package.name.as_str() == "server" {
            fs::copy(&own, list).map_err(Error::file("write", list))?;
            written = true;
        }
        fs::remove_file(&own).map_err(Error::file("remove", &own))?;
    }
    if written {
        return Ok(());
    }
    Err(Error::Unexpected {
        what: "cargo-cyclonedx has written no list of the server".to_owned(),
        hint: "Look where it writes them; xtask/src/sbom.rs expects one beside each Cargo.toml.".to_owned(),
    })
}

/// What cargo resolves for this platform and no other: an edge that says for which platforms it is, is left only where it is for
/// this one.
fn resolved(workspace: &Workspace, host: &str) -> Result<Metadata> {
    let here = ["--filter-platform".to_owned(), host.to_owned()];
    metadata(
        MetadataCommand::new()
            .manifest_path(workspace.root.join("server/Cargo.toml"))
            .other_options(here),
    )
}

/// The crates of others that are compiled into the server: what it needs, and what that needs. What is needed on one platform
/// alone counts like everything else, so `all` has to be of one platform.
fn compiled(all: &Metadata) -> Result<BTreeSet<Crate>> {
    let nothing = |what: &str| Error::Unexpected {
        what: format!("`cargo metadata` names no {what}"),
        hint: "Call xtask inside the workspace.".to_owned(),
    };
    let graph = all.resolve.as_ref().ok_or_else(|| nothing("dependencies"))?;
    let needs: BTreeMap<&PackageId, Vec<&PackageId>> = graph
        .nodes
        .iter()
        .map(|node| {
            let normal = node.deps.iter().filter(|needed| {
                let mut kinds = needed.dep_kinds.iter();
                kinds.any(|of| of.kind == DependencyKind::Normal)
            });
            (&node.id, normal.map(|needed| &needed.pkg).collect())
        })
        .collect();
    let server = all
        .workspace_packages()
        .into_iter()
        .find(|one| one.name.as_str() == "server");
    let server = server.ok_or_else(|| nothing("package “server”"))?;
    let (mut seen, mut next) = (BTreeSet::from([&server.id]), vec![&server.id]);
    while let Some(id) = next.pop() {
        for needed in needs.get(id).into_iter().flatten() {
            if seen.insert(*needed) {
                next.push(*needed);
            }
        }
    }
    let of_others = all
        .packages
        .iter()
        .filter(|one| one.source.is_some() && seen.contains(&one.id));
    Ok(of_others
        .map(|one| (one.name.to_string(), one.version.to_string()))
        .collect())
}

/// What a list does not have of what is compiled, or has without a licence.
fn lacking(list: &Value, compiled: &BTreeSet<Crate>) -> Vec<String> {
    let text = |of: &Value, name: &str| of[name].as_str().map(str::to_owned);
    let components = list["components"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    let listed: BTreeMap<Crate, bool> = components
        .iter()
        .filter_map(|one| {
            let licensed = one["licenses"].as_array().is_some_and(|all| !all.is_empty());
            Some(((text(one, "name")?, text(one, "version")?), licensed))
        })
        .collect();
    let lacks = |(name, version): &Crate| match listed.get(&(name.clone(), version.clone())) {
        Some(true) => None,
        Some(false) => Some(format!("{name} {version} has no licence on the list")),
        None => Some(format!("{name} {version} is not on the list")),
    };
    compiled.iter().filter_map(lacks).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn crates(all: &[(&str, &str)]) -> BTreeSet<Crate> {
        let owned = |(name, version): &(&str, &str)| ((*name).to_owned(), (*version).to_owned());
        all.iter().map(owned).collect()
    }

    #[test]
    fn a_list_names_each_crate_in_its_version_with_a_licence() {
        let licence = json!([{ "expression": "MIT" }]);
        let list = json!({ "components": [
            { "name": "a", "version": "1.0.0", "licenses": licence },
            { "name": "b", "version": "1.0.0", "licenses": [] },
            { "name": "c", "version": "1.0.0", "licenses": licence },
        ] });
        assert_eq!(
            lacking(&list, &crates(&[("a", "1.0.0"), ("c", "1.0.0")])),
            [""; 0]
        );
        let found = lacking(
            &list,
            &crates(&[("a", "1.0.0"), ("b", "1.0.0"), ("c", "2.0.0"), ("d", "1.0.0")]),
        );
        assert_eq!(
            found,
            [
                "b 1.0.0 has no licence on the list",
                "c 2.0.0 is not on the list",
                "d 1.0.0 is not on the list"
            ]
        );
        assert_eq!(lacking(&json!({}), &crates(&[("a", "1.0.0")])).len(), 1);
    }

    #[test]
    fn what_is_compiled_is_what_the_server_needs_and_what_that_needs() {
        let workspace = Workspace::load().expect("the workspace");
        let host = workspace.host().expect("a platform");
        let all = resolved(&workspace, &host).expect("what cargo resolves");
        let compiled = compiled(&all).expect("crates");
        let has = |name: &str| compiled.iter().any(|(one, _)| one == name);
        assert!(has("axum") && has("hyper") && has("sqlx-core"), "{compiled:?}");
        assert!(
            !has("domain") && !has("proptest"),
            "none of ours, none of tests: {compiled:?}"
        );
        assert_eq!(has("signal-hook-registry"), cfg!(unix), "{compiled:?}");
        assert_eq!(has("windows-sys"), cfg!(windows), "{compiled:?}");
    }

    #[test]
    fn what_is_needed_on_this_platform_alone_is_compiled_too() {
        let package = |name: &str, source: Value| {
            json!({
                "name": name, "version": "1.0.0", "id": name, "source": source,
                "dependencies": [], "targets": [], "features": {},
                "manifest_path": format!("{name}/Cargo.toml"),
            })
        };
        let of_others = |name: &str| package(name, json!("registry"));
        let edge = |to: &str, kind: Value, target: Value| {
            let of = json!({ "kind": kind, "target": target });
            json!({ "name": to, "pkg": to, "dep_kinds": [of] })
        };
        let node = |id: &str, edges: &[Value]| json!({ "id": id, "dependencies": [], "deps": edges });
        let all = json!({
            "packages": [
                package("server", Value::Null),
                of_others("everywhere"), of_others("on_unix"), of_others("its_own"),
                of_others("in_tests"), of_others("in_builds"),
            ],
            "workspace_members": ["server"],
            "resolve": { "nodes": [
                node("server", &[
                    edge("everywhere", Value::Null, Value::Null),
                    edge("in_tests", json!("dev"), Value::Null),
                    edge("in_builds", json!("build"), json!("cfg(unix)")),
                ]),
                node("everywhere", &[edge("on_unix", Value::Null, json!("cfg(unix)"))]),
                node("on_unix", &[edge("its_own", Value::Null, Value::Null)]),
                node("its_own", &[]), node("in_tests", &[]), node("in_builds", &[]),
            ] },
            "workspace_root": "/", "target_directory": "/target", "version": 1,
        });
        let all = MetadataCommand::parse(all.to_string()).expect("what cargo would say");
        assert_eq!(
            compiled(&all).expect("crates"),
            crates(&[
                ("everywhere", "1.0.0"),
                ("its_own", "1.0.0"),
                ("on_unix", "1.0.0")
            ])
        );
    }
}
