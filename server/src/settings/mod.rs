//! Settings from a file, the environment and flags, in this order: each is stronger than the one before.
//!
//! Flags and environment are clap's own affair. What a file says is given to it as defaults before it reads the other two, so
//! that there is one list of settings, with one way to read each: the arguments that have a name in the environment.

mod environment;
mod file;
mod told;

use std::any::TypeId;
use std::collections::BTreeMap;

use clap::{Arg, Command};

pub(crate) use environment::unknown_names;
pub(crate) use file::ConfigFile;
pub(crate) use told::{Setting, hidden, settings};

/// What the names of all settings begin with in the environment.
const PREFIX: &str = "NYTTA_";

/// What a setting is called in a file: as in the environment, without what all begin with, in small letters. None for what is
/// no setting, and for the name of the file itself.
fn key(arg: &Arg) -> Option<String> {
    let name = arg.get_env()?.to_str()?.strip_prefix(PREFIX)?;
    (name != "CONFIG").then(|| name.to_ascii_lowercase())
}

/// The name in the environment of what is typed with a flag, of whichever command.
pub(crate) fn variable(command: &Command, flag: &str) -> Option<String> {
    let mut waiting = vec![command];
    while let Some(command) = waiting.pop() {
        let mut named = command.get_arguments().filter(|arg| arg.get_long() == Some(flag));
        if let Some(name) = named.find_map(Arg::get_env) {
            return name.to_str().map(str::to_owned);
        }
        waiting.extend(command.get_subcommands());
    }
    None
}

/// All settings by what they are called in a file.
fn known(command: &Command) -> BTreeMap<String, Arg> {
    let mut known = BTreeMap::new();
    let mut waiting = vec![command];
    while let Some(command) = waiting.pop() {
        let settings = command
            .get_arguments()
            .filter_map(|arg| Some((key(arg)?, arg.clone())));
        known.extend(settings);
        waiting.extend(command.get_subcommands());
    }
    known
}

/// Names that are this alike may be meant for one another.
pub(crate) const ALIKE: f64 = 0.75;
/// So many names are offered in the place of a wrong one.
const OFFERED: usize = 3;

/// The settings that a name may be meant for, the likeliest first.
fn near<'a>(key: &str, known: &'a BTreeMap<String, Arg>) -> Vec<&'a str> {
    let mut near: Vec<(f64, &str)> = known
        .keys()
        .map(|name| (strsim::jaro_winkler(key, name), name.as_str()))
        .filter(|(alike, _)| *alike >= ALIKE)
        .collect();
    near.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    near.into_iter().take(OFFERED).map(|(_, name)| name).collect()
}

/// It is shown to nobody.
fn is_secret(arg: &Arg) -> bool {
    arg.is_hide_env_values_set()
}

/// How a setting is written in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Text,
    Number,
    Switch,
    List(char),
}

impl Kind {
    fn of(arg: &Arg) -> Self {
        let read = arg.get_value_parser().type_id();
        if read == TypeId::of::<bool>() {
            Self::Switch
        } else if read == TypeId::of::<u32>() || read == TypeId::of::<u64>() {
            Self::Number
        } else {
            arg.get_value_delimiter().map_or(Self::Text, Self::List)
        }
    }

    /// What is expected, for people.
    fn expected(self) -> &'static str {
        match self {
            Self::Text => "a text in quotes",
            Self::Number => "a whole number",
            Self::Switch => "true or false",
            Self::List(_) => "a list of texts, [\"one\", \"two\"]",
        }
    }
}
