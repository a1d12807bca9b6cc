use std::collections::BTreeMap;
use std::error::Error;
use std::ffi::OsString;
use std::io::ErrorKind;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use clap::{Arg, Command};
use toml::{Table, Value};

use super::told::has_secret;
use super::{Kind, PREFIX, is_secret, key, known, near};
use crate::owner::advice_to_read;

/// The file that is read where none is named, if it is there.
const USUAL: &str = "/etc/nytta/nytta.toml";

/// Why a configuration file cannot be used, with what to do.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ConfigFileError {
    /// It is not there, or not for this account.
    #[error("the configuration file {} cannot be read ({source}): {advice}", file.display())]
    Read {
        /// The file.
        file: PathBuf,
        /// Why.
        source: std::io::Error,
        /// What to do.
        advice: String,
    },
    /// It is no TOML. What stands on the line is not repeated: it may be a secret.
    #[error("{}, line {line}: {reason}", file.display())]
    Form {
        /// The file.
        file: PathBuf,
        /// Where.
        line: usize,
        /// Why.
        reason: String,
    },
    /// It says what cannot be: one line for each.
    #[error("{}", .0.join("\n"))]
    Said(Vec<String>),
}

/// What a file says, each setting as the environment would have it.
#[derive(Debug)]
pub(crate) struct ConfigFile {
    /// The file.
    pub(crate) path: PathBuf,
    /// Its settings.
    pub(super) values: BTreeMap<String, String>,
}

impl ConfigFile {
    /// The file that the words of the command line name, or else the environment, or the usual one where it is there.
    pub(crate) fn find(command: &Command, words: &[OsString]) -> Result<Option<Self>, ConfigFileError> {
        let named = named(words).or_else(|| std::env::var_os("NYTTA_CONFIG").map(PathBuf::from));
        let (path, is_named) = named.map_or_else(|| (PathBuf::from(USUAL), false), |path| (path, true));
        match std::fs::read_to_string(&path) {
            Ok(text) => Self::read(command, path, &text).map(Some),
            Err(error) if error.kind() == ErrorKind::NotFound && !is_named => Ok(None),
            Err(source) => {
                let advice = advice_to_read(&path, &source);
                Err(ConfigFileError::Read {
                    file: path,
                    source,
                    advice,
                })
            }
        }
    }

    fn read(command: &Command, path: PathBuf, text: &str) -> Result<Self, ConfigFileError> {
        let known = known(command);
        let table: Table = toml::from_str(text).map_err(|error| {
            let line = line(text, error.span().map_or(0, |span| span.start));
            let what_to_do = text.lines().nth(line - 1).and_then(|line| meant(line, &known));
            let said = error.message();
            ConfigFileError::Form {
                file: path.clone(),
                line,
                reason: what_to_do.map_or_else(|| said.to_owned(), |what| format!("{what} ({said})")),
            }
        })?;
        let (mut values, mut wrong) = (BTreeMap::new(), Vec::new());
        for (key, value) in &table {
            // None of many is what there is without it.
            let is_list = known
                .get(key)
                .is_some_and(|arg| matches!(Kind::of(arg), Kind::List(_)));
            if is_list && value.as_array().is_some_and(Vec::is_empty) {
                continue;
            }
            let read = match known.get(key) {
                Some(arg) => written(key, arg, value),
                None => Err(unknown(key, &known)),
            };
            match read {
                Ok(value) => {
                    values.insert(key.clone(), value);
                }
                Err(why) => wrong.push(format!("{}: {why}", path.display())),
            }
        }
        if wrong.is_empty() {
            Ok(Self { path, values })
        } else {
            Err(ConfigFileError::Said(wrong))
        }
    }

    /// The command line with what the file says in the place of its defaults, which flags and environment go before.
    pub(crate) fn given_to(&self, command: Command) -> Command {
        let command = command.mut_args(|arg| match key(&arg).and_then(|key| self.values.get(&key)) {
            Some(value) => {
                let is_secret = is_secret(&arg);
                // Help shows defaults.
                arg.default_value(value.clone()).hide_default_value(is_secret)
            }
            None => arg,
        });
        command.mut_subcommands(|subcommand| self.given_to(subcommand))
    }

    /// It has a secret in it, and others than its owner and group may read it.
    pub(crate) fn is_open(&self, command: &Command) -> std::io::Result<bool> {
        let mode = std::fs::metadata(&self.path)?.permissions().mode();
        let known = known(command);
        let is_hidden = |key: &str| known.get(key).is_some_and(is_secret);
        let mut values = self.values.iter();
        let has_secret = values.any(|(key, value)| is_hidden(key) && has_secret(value));
        Ok(has_secret && mode & 0o007 != 0)
    }
}

/// The file that the words of a command line name. They cannot be read by the rules of the command line yet: what the file says
/// belongs to these.
fn named(words: &[OsString]) -> Option<PathBuf> {
    let mut words = words.iter().take_while(|word| *word != "--");
    while let Some(word) = words.next() {
        if word == "--config" {
            return words.next().map(PathBuf::from);
        }
        if let Some(path) = word.to_str().and_then(|word| word.strip_prefix("--config=")) {
            return Some(PathBuf::from(path));
        }
    }
    None
}

/// The number of the line that a byte stands on.
fn line(text: &str, byte: usize) -> usize {
    let before = text.bytes().take(byte);
    before.filter(|byte| *byte == b'\n').count() + 1
}

/// What a line that is no TOML should say, where its value stands there without quotes. Of the line no more is told than the name of
/// a setting: the rest may be a secret.
fn meant(line: &str, known: &BTreeMap<String, Arg>) -> Option<String> {
    let (key, value) = line.split_once('=')?;
    let key = key.trim();
    let is_name = key
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    let is_quoted = value.trim_start().starts_with(['"', '\'']);
    // A line that says something by itself is wrong where it stands: a setting for the second time.
    if !is_name || is_quoted || toml::from_str::<Table>(line).is_ok() {
        return None;
    }
    let Some((key, arg)) = known.get_key_value(&as_in_a_file(key)) else {
        return Some("texts stand in quotes, \"…\"".to_owned());
    };
    Some(match Kind::of(arg) {
        Kind::Text => format!("texts stand in quotes: {key} = \"…\""),
        kind => format!("{key} is {}", kind.expected()),
    })
}

/// A name as a file has it, of one that is written as in the environment, as a flag or with capitals.
fn as_in_a_file(name: &str) -> String {
    let name = name.to_ascii_uppercase().replace('-', "_");
    name.strip_prefix(PREFIX).unwrap_or(&name).to_ascii_lowercase()
}

/// A value as the environment would have it, or what is wrong with it.
fn written(key: &str, arg: &Arg, value: &Value) -> Result<String, String> {
    let kind = Kind::of(arg);
    let text = match (kind, value) {
        (Kind::Text | Kind::List(_), Value::String(text)) => Some(text.clone()),
        (Kind::Number, Value::Integer(number)) => Some(number.to_string()),
        (Kind::Switch, Value::Boolean(is_on)) => Some(if *is_on { "on" } else { "off" }.to_owned()),
        (Kind::List(between), Value::Array(items)) => {
            let items: Option<Vec<&str>> = items.iter().map(Value::as_str).collect();
            items.map(|items| items.join(&between.to_string()))
        }
        _ => None,
    };
    let shown = if is_secret(arg) {
        key.to_owned()
    } else {
        format!("{key} = {value}")
    };
    let text = text.ok_or_else(|| match (kind, value) {
        (Kind::Number | Kind::Switch, Value::String(_)) => {
            format!("{shown} is not {}: write it without quotes", kind.expected())
        }
        _ => format!("{shown} is not {}", kind.expected()),
    })?;
    match refused(arg, &text) {
        None => Ok(text),
        Some(_) if is_secret(arg) => Err(format!("{shown} cannot be that")),
        Some(why) => Err(format!("{shown}: {why}")),
    }
}

/// Why the setting does not take the value, as the command line would say.
fn refused(arg: &Arg, text: &str) -> Option<String> {
    let flag = arg.get_long()?;
    let alone = arg
        .clone()
        .env(None::<&'static str>)
        .global(false)
        .required(false);
    let alone = Command::new("nytta").no_binary_name(true).arg(alone);
    let error = alone.try_get_matches_from([format!("--{flag}={text}")]).err()?;
    let why = error.source().map(ToString::to_string);
    Some(why.unwrap_or_else(|| error.kind().to_string()))
}

/// Says of a name that it is none, and which may be meant. Its value is not told: it may be a secret under a wrong name.
fn unknown(key: &str, known: &BTreeMap<String, Arg>) -> String {
    let name = as_in_a_file(key);
    if known.contains_key(&name) {
        return format!("“{key}” is no setting of a file: write {name}");
    }
    let near = near(&name, known);
    if near.is_empty() {
        let all: Vec<&str> = known.keys().map(String::as_str).collect();
        return format!("“{key}” is no setting; there are {}", all.join(", "));
    }
    format!("“{key}” is no setting; did you mean {}?", near.join(" or "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::command;

    fn read(text: &str) -> Result<BTreeMap<String, String>, String> {
        let file = ConfigFile::read(&command(), PathBuf::from("nytta.toml"), text);
        file.map(|file| file.values).map_err(|error| error.to_string())
    }

    fn wrong(text: &str) -> String {
        read(text).expect_err("it cannot be used")
    }

    #[test]
    fn every_kind_of_value_is_read_as_the_environment_would_have_it() {
        let values = read(
            "addr = \"0.0.0.0:3000\"\nstop_within = 30\npasswords = false\n\
             trusted_proxies = [\"10.0.0.5\", \"10.1.0.0/16\"]\noidc_roles = \"drift=admin;led=leadership\"\n\
             oidc_acr = []\n",
        );
        let values = values.expect("it can be used");
        let expected = [
            ("addr", "0.0.0.0:3000"),
            ("oidc_roles", "drift=admin;led=leadership"),
            ("passwords", "off"),
            ("stop_within", "30"),
            ("trusted_proxies", "10.0.0.5,10.1.0.0/16"),
        ];
        let values: Vec<(&str, &str)> = values
            .iter()
            .map(|(key, value)| (key.as_str(), value.as_str()))
            .collect();
        assert_eq!(values, expected);
    }

    #[test]
    fn a_name_that_is_none_is_told_with_those_that_are_like_it() {
        let told =
            wrong("stop_witin = 30\nsecret_kye = \"hemligt\"\n[oidc]\nissuer = \"https://id.example.se\"\n");
        let lines: Vec<&str> = told.lines().collect();
        assert_eq!(lines.len(), 3, "{told}");
        for (key, meant) in [
            ("stop_witin", "stop_within"),
            ("secret_kye", "secret_key"),
            ("oidc", "oidc_"),
        ] {
            let line = lines.iter().find(|line| line.contains(&format!("“{key}”")));
            let line = line.unwrap_or_else(|| panic!("{key} is not in: {told}"));
            assert!(line.starts_with("nytta.toml: ") && line.contains(meant), "{line}");
        }
        assert!(!told.contains("hemligt"), "{told}");
        let far = wrong("xyz = 1");
        assert!(far.contains("there are addr, database_connections"), "{far}");
        assert!(wrong("config = \"other.toml\"").contains("no setting"));
    }

    #[test]
    fn a_name_that_is_written_as_elsewhere_is_told_as_a_file_has_it() {
        for key in ["NYTTA_ADDR", "Addr", "nytta_addr"] {
            let told = wrong(&format!("{key} = \"127.0.0.1:3000\""));
            let expected = format!("nytta.toml: “{key}” is no setting of a file: write addr");
            assert_eq!(told, expected);
        }
        assert!(wrong("stop-within = 7").ends_with("write stop_within"));
        // Of what is like it, too.
        let told = wrong("NYTTA_STOP_WITIN = 7");
        assert!(told.ends_with("did you mean stop_within?"), "{told}");
    }

    #[test]
    fn a_value_of_the_wrong_kind_is_told_unless_it_is_a_secret() {
        for (text, named) in [
            (
                "stop_within = \"twenty\"",
                [
                    "stop_within = \"twenty\"",
                    "a whole number: write it without quotes",
                ],
            ),
            (
                "stop_within = 601",
                ["stop_within = 601", "write a whole number from 0 to 600"],
            ),
            ("addr = 3000", ["addr = 3000", "a text in quotes"]),
            (
                "addr = \"localhost\"",
                ["addr = \"localhost\"", "such as 127.0.0.1:3000"],
            ),
            (
                "passwords = \"nej\"",
                ["passwords = \"nej\"", "true or false: write it without quotes"],
            ),
            (
                "trusted_proxies = [\"proxy\"]",
                ["[\"proxy\"]", "neither an address nor a net"],
            ),
            ("trusted_proxies = [1]", ["[1]", "a list of texts"]),
            (
                "public_url = \"nytta\"",
                ["public_url = \"nytta\"", "https://nytta.example.se"],
            ),
            ("mail_from = true", ["mail_from = true", "a text in quotes"]),
        ] {
            let told = wrong(text);
            for named in named {
                assert!(told.contains(named), "{named} is not in: {told}");
            }
        }
        let told = wrong("secret_key = 12345678");
        assert!(
            told.contains("secret_key is not a text in quotes") && !told.contains("1234"),
            "{told}"
        );
    }

    #[test]
    fn what_is_no_toml_is_told_by_its_line_and_not_repeated() {
        let told = wrong("addr = \"127.0.0.1:3000\"\nsecret_key = hemligt\n");
        assert!(told.starts_with("nytta.toml, line 2: "), "{told}");
        assert!(!told.contains("hemligt"), "{told}");
    }

    #[test]
    fn a_value_without_quotes_is_told_with_how_it_is_written() {
        for (text, expected) in [
            ("addr = 127.0.0.1:5611\n", "texts stand in quotes: addr = \"…\" ("),
            (
                "secret_key = 0f0f0f\n",
                "texts stand in quotes: secret_key = \"…\" (",
            ),
            (
                "NYTTA_ADDR = 127.0.0.1:5611\n",
                "texts stand in quotes: addr = \"…\" (",
            ),
            ("adr = 127.0.0.1:5611\n", "texts stand in quotes, \"…\" ("),
            (
                "trusted_proxies = [10.0.0.5]\n",
                "trusted_proxies is a list of texts, [\"one\", \"two\"] (",
            ),
            ("passwords = off\n", "passwords is true or false ("),
            ("stop_within = 30s\n", "stop_within is a whole number ("),
        ] {
            let told = wrong(&format!("log = \"info\"\n{text}"));
            let reason = told.strip_prefix("nytta.toml, line 2: ");
            assert!(
                reason.is_some_and(|reason| reason.starts_with(expected)),
                "{told}"
            );
            assert!(!told.contains("0f0f") && !told.contains("5611"), "{told}");
        }
        // What is wrong with these is not that.
        for text in [
            "addr = \"127.0.0.1\n",
            "stop_within = 1\nstop_within = 2\n",
            "[oidc\n",
        ] {
            let told = wrong(text);
            let is_hint = told.contains("texts stand") || told.contains("whole number");
            assert!(!is_hint, "{told}");
        }
    }

    #[test]
    fn the_file_is_named_anywhere_among_the_words() {
        let of = |words: &[&str]| {
            let words: Vec<OsString> = words.iter().map(OsString::from).collect();
            named(&words)
        };
        let file = Some(PathBuf::from("a.toml"));
        assert_eq!(of(&["nytta", "--config", "a.toml", "serve"]), file);
        assert_eq!(of(&["nytta", "serve", "--config=a.toml"]), file);
        assert_eq!(of(&["nytta", "import", "--", "--config", "a.toml"]), None);
        assert_eq!(of(&["nytta", "serve", "--config"]), None);
    }

    #[test]
    fn what_a_file_says_is_a_default_that_help_does_not_tell_where_it_is_secret() {
        let text = "addr = \"127.0.0.1:4000\"\nsecret_key = \"hemligt\"\nsmtp_url = \"smtps://nytta:hemligt@mail\"\n";
        let file = ConfigFile::read(&command(), PathBuf::from("nytta.toml"), text).expect("it can be used");
        let mut command = file.given_to(command());
        let serve = command.find_subcommand_mut("serve").expect("serve");
        let help = serve.render_long_help().to_string();
        assert!(
            help.contains("127.0.0.1:4000") && !help.contains("hemligt"),
            "{help}"
        );
    }
}
