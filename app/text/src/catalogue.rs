//! Keys to texts.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::{LanguageIdentifier, langid};

use crate::Lang;

/// A value put into a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// A text, numbers that are already written out among them.
    Text(String),
    /// A number that selects a plural form. Print its written form beside it as a text.
    Number(i64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<i32> for Arg {
    fn from(number: i32) -> Self {
        Self::Number(number.into())
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// Files of the catalogue in one language, by room.
macro_rules! files {
    ($lang:literal: $($room:literal),+ $(,)?) => {
        &[$(($room, include_str!(concat!("../i18n/", $lang, "/", $room, ".ftl")))),+]
    };
}

/// The rooms of the catalogue in one language.
macro_rules! rooms {
    ($lang:literal) => {
        files!(
            $lang: "common", "shell", "level", "overview",
            "register", "area", "report", "report_word", "initiative", "form",
            "assessment", "round", "work", "sign_in", "second_factor", "account", "admin", "error", "history",
            "help", "accessibility", "structure", "start", "workbook", "calculation", "calculation_file",
            "factor", "line_build", "plan", "measure", "measurements", "realised", "realisation", "calibration", "digest", "life", "correction", "share",
            "comparison", "as_of", "presentation", "responsible",
        )
    };
}

const SV: &[(&str, &str)] = rooms!("sv");
const EN: &[(&str, &str)] = rooms!("en");

struct Catalogue {
    bundle: FluentBundle<FluentResource>,
    /// What is wrong with the files, for the test that finds nothing.
    faults: Vec<String>,
}

impl Catalogue {
    fn read(language: LanguageIdentifier, rooms: &[(&str, &str)]) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        bundle.set_use_isolating(false);
        let mut faults = Vec::new();
        for (room, source) in rooms {
            let resource = match FluentResource::try_new((*source).to_owned()) {
                Ok(resource) => resource,
                Err((resource, errors)) => {
                    faults.extend(errors.iter().map(|error| format!("{room}: {error}")));
                    resource
                }
            };
            if let Err(errors) = bundle.add_resource(resource) {
                faults.extend(errors.iter().map(|error| format!("{room}: {error}")));
            }
        }
        Self { bundle, faults }
    }

    fn text(&self, key: &str, args: Option<&FluentArgs>) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, args, &mut errors);
        errors.is_empty().then(|| text.into_owned())
    }
}

static SWEDISH: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::read(langid!("sv-SE"), SV));
static ENGLISH: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::read(langid!("en-GB"), EN));

impl Lang {
    /// The text of a key. A key that is missing shows itself as ⟦key⟧.
    pub fn t(self, key: &str) -> String {
        self.get(key, &[]).unwrap_or_else(|| missing(key))
    }

    /// The text of a key with values put in. A missing key, or a value that the message needs and
    /// does not get, shows as ⟦key⟧.
    pub fn t_with(self, key: &str, args: &[(&'static str, Arg)]) -> String {
        self.get(key, args).unwrap_or_else(|| missing(key))
    }

    /// The text of a key, where the catalogue has it: for keys that are built from a code.
    pub fn get(self, key: &str, args: &[(&'static str, Arg)]) -> Option<String> {
        let mut fluent = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            fluent.set(
                *name,
                match value {
                    Arg::Text(text) => FluentValue::from(text.as_str()),
                    Arg::Number(number) => FluentValue::from(*number),
                },
            );
        }
        self.catalogue().text(key, Some(&fluent))
    }

    /// What is wrong with the files of this language: nothing, or a test fails.
    pub fn faults(self) -> Vec<String> {
        self.catalogue().faults.clone()
    }

    /// The rooms of this language with their source.
    pub fn rooms(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Sv => SV,
            Self::En => EN,
        }
    }

    fn catalogue(self) -> &'static Catalogue {
        match self {
            Self::Sv => &SWEDISH,
            Self::En => &ENGLISH,
        }
    }
}

fn missing(key: &str) -> String {
    format!("⟦{key}⟧")
}

/// The catalogue is whole: both languages have the same keys with the same values put in, every key
/// that the code asks for exists, and every key is asked for.
#[cfg(test)]
#[path = "catalogue_tests.rs"]
mod tests;
