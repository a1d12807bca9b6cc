//! Settings from a file, the environment and flags; what `nytta config check` tells of them, and what `nytta ready` does.

mod addresses;
mod database;
mod order;
mod ready;
mod seen;
mod wrong;

use std::collections::BTreeMap;
use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use crate::support::folder::Folder;
use crate::support::program::program;

/// The program with a configuration file, on the database that this names.
fn configured(folder: &Folder, text: &str, words: &[&str]) -> Command {
    let file = folder.file("nytta.toml");
    let text = format!("database_url = \"{}\"\n{text}", folder.database("nytta.sqlite"));
    std::fs::write(&file, text).expect("a file");
    std::fs::set_permissions(&file, Permissions::from_mode(0o640)).expect("its rights");
    let mut command = program("", words);
    command.env_remove("NYTTA_DATABASE_URL").env("NYTTA_CONFIG", file);
    command
}

/// What is told of each setting: its value, and where that is from.
fn settings(said: &str) -> BTreeMap<&str, (&str, &str)> {
    let lines = said.lines().skip(2).take_while(|line| !line.is_empty());
    lines
        .map(|line| {
            let (key, rest) = line.split_once(' ').expect("a name");
            let (value, from) = rest.trim().rsplit_once("  ").unwrap_or(("", rest));
            (key, (value.trim(), from.trim()))
        })
        .collect()
}

/// What a check has to say, problems alone.
fn problems(said: &str) -> Vec<&str> {
    said.lines()
        .filter_map(|line| line.strip_prefix("PROBLEM"))
        .map(str::trim)
        .collect()
}
