//! What is handed out beside the program: units, settings, scripts, the container. Images and packages are not built here
//! (`cargo xtask drill` builds and uses them); what can be held to the program without, is.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::folder::Folder;
use crate::support::program::{binary, program, said, search_path, without_settings};
use crate::support::{repository, repository_file};

/// What shuts a service in, in the order of the units.
const SHUT_IN: [&str; 32] = [
    "User=nytta",
    "Group=nytta",
    "UMask=0077",
    "StateDirectory=nytta",
    "StateDirectoryMode=0700",
    "AmbientCapabilities=",
    "CapabilityBoundingSet=",
    "LockPersonality=yes",
    "MemoryDenyWriteExecute=yes",
    "NoNewPrivileges=yes",
    "PrivateDevices=yes",
    "PrivateTmp=yes",
    "PrivateUsers=yes",
    "ProcSubset=pid",
    "ProtectClock=yes",
    "ProtectControlGroups=yes",
    "ProtectHome=yes",
    "ProtectHostname=yes",
    "ProtectKernelLogs=yes",
    "ProtectKernelModules=yes",
    "ProtectKernelTunables=yes",
    "ProtectProc=invisible",
    "ProtectSystem=strict",
    "RemoveIPC=yes",
    "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX",
    "RestrictNamespaces=yes",
    "RestrictRealtime=yes",
    "RestrictSUIDSGID=yes",
    "SystemCallArchitectures=native",
    "SystemCallErrorNumber=EPERM",
    "SystemCallFilter=@system-service",
    "SystemCallFilter=~@privileged @resources",
];

/// What the server alone needs beside them: its thread that checks passwords stands back.
const SERVER_NEEDS: &str = "SystemCallFilter=setpriority";

/// Help, however its lines are broken.
fn help(words: &[&str]) -> String {
    let help = said(&program("", words).output().expect("it ends"));
    help.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// All files under a folder of the repository.
fn files(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut waiting = vec![repository().join(folder)];
    while let Some(folder) = waiting.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                waiting.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "{folder} is empty");
    found
}

fn text(file: &Path) -> String {
    std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// The units as they are installed, with the programs that they start where those are here.
fn units(folder: &Folder) -> Vec<String> {
    let nytta = binary();
    let backup = repository().join("packaging/nytta-backup").display().to_string();
    let units = files("packaging/systemd").into_iter().map(|unit| {
        let name = unit.file_name().expect("a name").to_string_lossy().into_owned();
        let here = text(&unit)
            .replace("/usr/bin/nytta ", &format!("{nytta} "))
            .replace("/usr/lib/nytta/nytta-backup", &backup);
        let file = folder.file(&name);
        std::fs::write(&file, here).expect("a file");
        file
    });
    units.collect()
}

/// What a line of a unit is about.
fn key(line: &str) -> &str {
    line.split('=').next().unwrap_or_default()
}

#[test]
fn units_are_whole_and_shut_their_services_in() {
    let folder = Folder::new();
    let units = units(&folder);
    assert_eq!(units.len(), 5, "{units:?}");
    let verified = Command::new("systemd-analyze")
        .args(["verify", "--man=no", "--recursive-errors=no"])
        .args(&units)
        .output()
        .expect("systemd-analyze is there: cargo xtask test installs it");
    let all = said(&verified);
    // The machine's own units are read too, and not ours to mend.
    let names: Vec<&str> = units.iter().filter_map(|unit| unit.rsplit('/').next()).collect();
    let is_ours = |line: &str| names.iter().any(|name| line.contains(name));
    let told: Vec<&str> = all.lines().filter(|line| is_ours(line)).collect();
    assert!(verified.status.success() && told.is_empty(), "{all}");
    let services: Vec<&String> = units.iter().filter(|unit| unit.ends_with(".service")).collect();
    assert_eq!(services.len(), 3);
    for service in services {
        let mut expected = SHUT_IN.to_vec();
        if service.ends_with("/nytta.service") {
            expected.push(SERVER_NEEDS);
        }
        // Whatever else a unit said of the same would hold in the place of it.
        let keys: BTreeSet<&str> = SHUT_IN.iter().map(|line| key(line)).collect();
        let text = text(Path::new(service));
        let found: Vec<&str> = text.lines().filter(|line| keys.contains(key(line))).collect();
        assert_eq!(found, expected, "{service}");
    }
}

/// The names of the files that an asset of the package is made of, from `server/`. A program is not there before it is built.
fn sources(manifest: &str, from: &str) -> Vec<String> {
    if let Some(program) = from.strip_prefix("target/release/") {
        let is_built = manifest.contains(&format!("[[bin]]\nname = \"{program}\"\n"));
        assert!(is_built, "no program is called {program}");
        return vec![program.to_owned()];
    }
    let (folder, name) = from.rsplit_once('/').expect("a folder");
    let is_meant = |file: &str| match name.split_once('*') {
        Some((begin, end)) => file.starts_with(begin) && file.ends_with(end),
        None => file == name,
    };
    let folder = repository().join("server").join(folder);
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{from}: {error}"));
    let files = entries
        .map(|entry| entry.expect("an entry"))
        .filter(|entry| entry.path().is_file())
        .map(|entry| entry.file_name().to_string_lossy().into_owned());
    let found: Vec<String> = files.filter(|file| is_meant(file)).collect();
    assert!(!found.is_empty(), "{from} is not there");
    found
}

/// What the Debian package brings: where each file comes to lie, and its rights.
fn brought() -> BTreeMap<String, String> {
    let manifest = repository_file("server/Cargo.toml");
    let (_, assets) = manifest.split_once("\nassets = [\n").expect("there are assets");
    let (assets, _) = assets.split_once("\n]\n").expect("they end");
    let mut brought = BTreeMap::new();
    for line in assets.lines() {
        // A list of texts is written as in JSON.
        let asset = serde_json::from_str::<[String; 3]>(line.trim().trim_end_matches(','));
        let [from, to, rights] = asset.unwrap_or_else(|error| panic!("{line}: {error}"));
        assert!(to.ends_with('/'), "{to} is no folder");
        let files = sources(&manifest, &from).into_iter();
        brought.extend(files.map(|file| (format!("/{to}{file}"), rights.clone())));
    }
    brought
}

#[test]
fn the_package_brings_what_its_units_name() {
    let brought = brought();
    let rights = |path: &str| brought.get(path).map(String::as_str);
    let mut programs = BTreeSet::new();
    for unit in files("packaging/systemd") {
        let name = unit.file_name().expect("a name").to_string_lossy();
        let place = format!("/usr/lib/systemd/system/{name}");
        assert_eq!(rights(&place), Some("644"), "{place}");
        for line in text(&unit).lines() {
            let Some(at) = line.find("/usr/") else { continue };
            let path = line[at..].split(' ').next().unwrap_or_default();
            if line.starts_with("Exec") {
                assert_eq!(rights(path), Some("755"), "{name}: {line}");
                programs.insert(path.to_owned());
            } else {
                assert_eq!(rights(path), Some("644"), "{name}: {line}");
            }
        }
    }
    let programs: Vec<&str> = programs.iter().map(String::as_str).collect();
    assert_eq!(programs, ["/usr/bin/nytta", "/usr/lib/nytta/nytta-backup"]);
}

#[test]
fn a_server_has_the_time_that_it_takes_to_stop() {
    let unit = repository_file("packaging/systemd/nytta.service");
    let line = unit.lines().find_map(|line| line.strip_prefix("TimeoutStopSec="));
    let given: u64 = line.expect("it is said").parse().expect("seconds");
    let help = help(&["serve", "--help"]);
    let (_, after) = help.split_once("--stop-within").expect("there is such a flag");
    let (_, after) = after.split_once("[default: ").expect("it has a default");
    let (within, _) = after.split_once(']').expect("whole");
    let within: u64 = within.parse().expect("seconds");
    // A second of notice, and 25 for a digest that is being sent.
    assert!(given > within + 1 + 25, "{given} s for {within}");
}

#[test]
fn settings_are_checked_before_the_schema_is_changed() {
    let unit = repository_file("packaging/systemd/nytta.service");
    let before: Vec<&str> = unit
        .lines()
        .filter_map(|line| line.strip_prefix("ExecStartPre=/usr/bin/nytta "))
        .collect();
    assert_eq!(before, ["config check", "migrate"]);
}

#[test]
fn every_setting_that_is_named_is_one() {
    let help = help(&["config", "check", "--help"]);
    let known =
        |name: &str| help.contains(&format!("[env: {name}=")) || help.contains(&format!("[env: {name}]"));
    let mut named = BTreeSet::new();
    let mut places = files("packaging");
    places.push(repository().join("docs/runbook.md"));
    for file in &places {
        let text = text(file);
        let mut rest = text.as_str();
        while let Some(at) = rest.find("NYTTA_") {
            rest = &rest[at..];
            let end = rest
                .find(|c: char| !c.is_ascii_uppercase() && c != '_')
                .unwrap_or(rest.len());
            let name = &rest[..end];
            // “NYTTA_*” and “NYTTA_…” are all of them.
            if name != "NYTTA_" {
                assert!(known(name), "{name} in {} is no setting", file.display());
                named.insert(name.to_owned());
            }
            rest = &rest[end..];
        }
    }
    assert!(named.contains("NYTTA_PUBLIC_URL"), "{named:?}");
}

#[test]
fn the_settings_that_are_handed_out_can_be_used() {
    let folder = Folder::new();
    let as_it_is = repository_file("packaging/nytta.toml");
    // Every setting that is there to be taken into use, one at a time.
    let is_setting = |line: &str| {
        line.split_once(" = ")
            .is_some_and(|(key, _)| key.chars().all(|c| c.is_ascii_lowercase() || c == '_'))
    };
    let offered: Vec<&str> = as_it_is
        .lines()
        .filter_map(|line| line.strip_prefix("# "))
        .filter(|line| is_setting(line))
        .collect();
    assert!(offered.len() >= 15, "{offered:?}");
    for line in offered
        .iter()
        .copied()
        .chain(as_it_is.lines().filter(|line| is_setting(line)))
    {
        let file = folder.file("one.toml");
        std::fs::write(&file, format!("{line}\n")).expect("a file");
        let read = program("", &["ready", "--addr", "127.0.0.1:1", "--config", &file]).output();
        let told = said(&read.expect("it ends"));
        assert!(told.contains("127.0.0.1:1 is not ready"), "{line}: {told}");
    }
    for file in ["packaging/nytta.toml", "packaging/container.toml"] {
        let place = folder.file("nytta.sqlite");
        let text = repository_file(file).replace("/var/lib/nytta/nytta.sqlite", &place);
        let copy = folder.file("nytta.toml");
        std::fs::write(&copy, text).expect("a file");
        let mut check = program("", &["config", "check", "--config", &copy]);
        let checked = check.env_remove("NYTTA_DATABASE_URL").output().expect("it ends");
        assert!(checked.status.success(), "{file}: {}", said(&checked));
        assert!(said(&checked).contains(&place), "{}", said(&checked));
    }
    // All settings but the name of the file are offered.
    let mut check = program("", &["config", "check"]);
    let checked = check
        .env("NYTTA_DATABASE_URL", folder.database("nytta.sqlite"))
        .output();
    let told = said(&checked.expect("it ends"));
    // After where they are read from and an empty line, and before what was tried.
    let lines = told.lines().skip(2).take_while(|line| !line.is_empty());
    let keys: Vec<&str> = lines.filter_map(|line| line.split(' ').next()).collect();
    assert!(keys.len() >= 15, "{told}");
    for key in keys {
        let is_told = as_it_is
            .lines()
            .any(|line| line.trim_start_matches("# ").starts_with(&format!("{key} = ")));
        assert!(is_told, "{key} is not in packaging/nytta.toml");
    }
}

#[test]
fn a_nightly_backup_removes_what_is_old_once_there_is_a_new_one() {
    let folder = Folder::new();
    let backups = folder.0.join("backups");
    std::fs::create_dir(&backups).expect("a folder");
    let (old, younger, by_hand) = (
        "2020-01-01T021000Z.nytta",
        "2020-01-02T021000Z.nytta",
        "kept-by-hand.nytta",
    );
    for (name, days) in [(old, 32), (younger, 29), (by_hand, 32)] {
        let file = std::fs::File::create(backups.join(name)).expect("a file");
        let made = file.metadata().and_then(|file| file.modified()).expect("now");
        let days = std::time::Duration::from_secs(days * 24 * 60 * 60);
        file.set_modified(made - days).expect("it is that old");
    }
    let url = folder.database("nytta.sqlite");
    let script = repository().join("packaging/nytta-backup");
    let path = search_path();
    let run = || {
        let mut backup = Command::new(&script);
        backup.arg(&backups).arg("30").env("PATH", &path);
        without_settings(&mut backup);
        backup
            .env("NYTTA_DATABASE_URL", &url)
            .env("NYTTA_CONFIG", "/dev/null");
        backup.output().expect("it runs")
    };
    let there = || {
        let names = std::fs::read_dir(&backups).expect("lists").map(|entry| {
            let name = entry.expect("an entry").file_name();
            name.to_string_lossy().into_owned()
        });
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    };
    assert!(!run().status.success(), "there is no database");
    assert_eq!(there(), [old, younger, by_hand], "nothing new, nothing gone");
    let made = program(&url, &["migrate"]).output().expect("it ends");
    assert!(made.status.success(), "{}", said(&made));
    let done = run();
    assert!(
        done.status.success() && said(&done).contains("head "),
        "{}",
        said(&done)
    );
    let left = there();
    let [first, new, last] = left.as_slice() else {
        panic!("{left:?}");
    };
    assert_eq!((first.as_str(), last.as_str()), (younger, by_hand));
    assert!(new.starts_with("20"), "{new}");
}

#[test]
fn scripts_are_whole() {
    let mut scripts = files("packaging/debian");
    scripts.push(repository().join("packaging/nytta-backup"));
    for script in scripts {
        let read = Command::new("sh")
            .arg("-n")
            .arg(&script)
            .output()
            .expect("a shell");
        assert!(read.status.success(), "{}", said(&read));
        let text = text(&script);
        assert!(text.starts_with("#!/bin/sh\n"), "{}", script.display());
        assert!(
            text.contains("\nset -e"),
            "{} goes on after a failure",
            script.display()
        );
    }
}

#[test]
fn the_container_runs_as_nobody_who_matters() {
    let text = repository_file("packaging/Containerfile");
    let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
    let last = lines
        .iter()
        .rposition(|line| line.starts_with("FROM "))
        .expect("a base");
    let image = &lines[last..];
    let of = |word: &str| {
        let found = image.iter().rfind(|line| line.starts_with(word));
        found.unwrap_or_else(|| panic!("there is no {word}"))[word.len()..].trim()
    };
    let user = of("USER ");
    let (user, group) = user.split_once(':').expect("a group");
    for number in [user, group] {
        assert!(number.parse::<u32>().expect("a number: no name has to be known") > 0);
    }
    assert_eq!(of("VOLUME "), "/var/lib/nytta");
    assert!(
        of("HEALTHCHECK ").ends_with(r#"CMD ["nytta", "ready"]"#),
        "{}",
        of("HEALTHCHECK ")
    );
    let build = "podman build --format docker ";
    assert!(
        text.contains(build),
        "podman leaves HEALTHCHECK out of its own format"
    );
    assert_eq!((of("ENTRYPOINT "), of("CMD ")), (r#"["nytta"]"#, r#"["serve"]"#));
    assert_eq!(of("STOPSIGNAL "), "SIGTERM");
    for line in image.iter().filter_map(|line| line.strip_prefix("COPY ")) {
        let from = line.split(' ').next().expect("what");
        assert!(
            from == "--from=build" || repository().join(from).is_file(),
            "{from} is not there"
        );
    }
}
