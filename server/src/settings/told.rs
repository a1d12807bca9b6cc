use std::borrow::Cow;

use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command};

use super::{ConfigFile, Kind, is_secret, known};

/// A setting as it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Setting {
    /// What it is called in a file.
    pub(crate) key: String,
    /// Its value, where it has one; nothing of it that is secret.
    pub(crate) value: Option<String>,
    /// Where the value is from.
    pub(crate) from: &'static str,
}

/// All settings that a command takes, in the order of their names. `matches` is what the command was read as.
pub(crate) fn settings(command: &Command, matches: &ArgMatches, file: Option<&ConfigFile>) -> Vec<Setting> {
    let matches = innermost(matches);
    let known = known(command).into_iter();
    known
        .filter_map(|(key, arg)| {
            let id = arg.get_id().as_str();
            let values = matches.try_get_raw(id).ok()?;
            let is_in_file = file.is_some_and(|file| file.values.contains_key(&key));
            let from = match matches.value_source(id) {
                Some(ValueSource::CommandLine) => "flag",
                Some(ValueSource::EnvVariable) => "environment",
                Some(_) if is_in_file => "file",
                Some(_) => "default",
                None => "not set",
            };
            let value = values.map(|values| {
                let values: Vec<Cow<'_, str>> = values.map(|value| value.to_string_lossy()).collect();
                shown(&arg, &values)
            });
            Some(Setting { key, value, from })
        })
        .collect()
}

/// What the last of the subcommands was read as: it knows of the settings of those before.
fn innermost(matches: &ArgMatches) -> &ArgMatches {
    matches
        .subcommand()
        .map_or(matches, |(_, inner)| innermost(inner))
}

fn shown(arg: &Arg, values: &[Cow<'_, str>]) -> String {
    let between = match Kind::of(arg) {
        Kind::List(between) => between.to_string(),
        Kind::Text | Kind::Number | Kind::Switch => String::new(),
    };
    let text = values.join(&between);
    if is_secret(arg) { hidden(&text) } else { text }
}

/// An address is a secret only where somebody's password is in it.
pub(super) fn has_secret(text: &str) -> bool {
    if text.starts_with("sqlite:") {
        return false;
    }
    let Some((_, rest)) = text.split_once("://") else {
        return true;
    };
    let who = rest.rsplit_once('@').map(|(who, _)| who);
    who.is_some_and(|who| who.contains(':')) || rest.contains("password")
}

/// Of a secret nothing; of an address that has one in it, what is not between the scheme and the host, nor behind the path.
pub(crate) fn hidden(text: &str) -> String {
    const NOT_TOLD: &str = "***";
    if !has_secret(text) {
        return text.to_owned();
    }
    let Some((scheme, rest)) = text.split_once("://") else {
        return NOT_TOLD.to_owned();
    };
    // A password may have in it what otherwise parts it from the host, or the settings from both: then nothing is told.
    let rest = match rest.split_once('?') {
        Some((place, settings)) if settings.contains("password=") => {
            if place.contains(':') && !place.contains('@') && settings.contains('@') {
                return format!("{scheme}://{NOT_TOLD}");
            }
            format!("{place}?")
        }
        _ => rest.to_owned(),
    };
    let (before, place) = rest
        .rsplit_once('@')
        .map_or(("", rest.as_str()), |(_, place)| ("***@", place));
    match place.split_once('?') {
        Some((place, _)) => format!("{scheme}://{before}{place}?{NOT_TOLD}"),
        None => format!("{scheme}://{before}{place}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::command;

    fn told(words: &[&str]) -> Vec<Setting> {
        let words = [&["nytta", "config", "check"], words].concat();
        let mut command = command();
        let matches = command.try_get_matches_from_mut(words).expect("they are read");
        settings(&command, &matches, None)
    }

    #[test]
    fn a_setting_is_told_with_where_it_is_from() {
        let told = told(&["--stop-within", "7", "--trusted-proxies", "10.0.0.5,10.0.0.6"]);
        let of = |key: &str| {
            let setting = told.iter().find(|setting| setting.key == key);
            let setting = setting.unwrap_or_else(|| panic!("{key} is not told: {told:?}"));
            (setting.value.as_deref(), setting.from)
        };
        assert_eq!(of("stop_within"), (Some("7"), "flag"));
        assert_eq!(of("trusted_proxies"), (Some("10.0.0.5,10.0.0.6"), "flag"));
        assert_eq!(of("digest_hour"), (Some("7"), "default"));
        assert_eq!(of("metrics_addr"), (None, "not set"));
        assert_eq!(of("passwords"), (Some("on"), "default"));
    }

    #[test]
    fn nothing_of_a_secret_is_told() {
        for (text, shown) in [
            ("0f0f0f", "***"),
            (
                "sqlite:///var/lib/nytta/nytta.sqlite?mode=rwc",
                "sqlite:///var/lib/nytta/nytta.sqlite?mode=rwc",
            ),
            (
                "postgres://nytta@db/nytta?sslmode=verify-full",
                "postgres://nytta@db/nytta?sslmode=verify-full",
            ),
            ("smtp://127.0.0.1:25", "smtp://127.0.0.1:25"),
            (
                "postgres://nytta:h@ml/gt@db:5432/nytta",
                "postgres://***@db:5432/nytta",
            ),
            (
                "postgres://db/nytta?user=nytta&password=hemligt",
                "postgres://db/nytta?***",
            ),
            // What is no address of a database is told of as it is refused.
            (
                "postgre://db/nytta?user=n&password=hemligt",
                "postgre://db/nytta?***",
            ),
            (
                "postgres://db/nytta?user=nytta&password=hem@ligt",
                "postgres://db/nytta?***",
            ),
            (
                "postgres://nytta@db/nytta?password=hem@ligt",
                "postgres://***@db/nytta?***",
            ),
            ("postgres://nytta:hem?password=ligt@db/nytta", "postgres://***"),
            (
                "smtps://nytta:hemligt@mail.example.se",
                "smtps://***@mail.example.se",
            ),
            (
                "smtps://nytta:hem?ligt@mail.example.se",
                "smtps://***@mail.example.se",
            ),
        ] {
            assert_eq!(hidden(text), shown);
        }
        let told = told(&["--secret-key", "hemligt", "--oidc-client-secret", "hemligt"]);
        assert!(!format!("{told:?}").contains("hemligt"), "{told:?}");
    }
}
