//! Of which rules a run of all rooms is, so that it can be gone on with.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::error::{Error, Result};

/// A run of all rooms.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Begun {
    /// The rules that it was begun on, as git names them.
    rules: String,
    /// Files, below the folder of `domain`, that were changed by themselves since, because their rules are others.
    anew: BTreeSet<String>,
    /// Those of them that this run has to begin with.
    now: BTreeSet<String>,
}

impl Begun {
    /// What stands in a file: nothing where none was begun, or where it was of no rules that anybody knows.
    pub fn read(file: &Path) -> Result<Option<Self>> {
        if !file.exists() {
            return Ok(None);
        }
        let text = fs::read_to_string(file).map_err(Error::file("read", file))?;
        let mut lines = text.lines().map(str::to_owned);
        let rules = lines.next();
        Ok(rules.map(|rules| Self {
            rules,
            anew: lines.collect(),
            now: BTreeSet::new(),
        }))
    }

    /// The run that goes on with it: `since` tells which files have other rules by now, or nothing where more than that has changed,
    /// and it cannot be gone on with.
    pub fn goes_on(mut self, since: impl Fn(&str) -> Option<BTreeSet<String>>) -> Option<Self> {
        self.now = since(&self.rules)?;
        self.anew.extend(self.now.iter().cloned());
        Some(self)
    }

    /// Whether a mutant, `app/domain/src/level.rs:12:5: replace …`, is of a file that has other rules than when it was tried.
    pub fn is_anew(&self, mutant: &str) -> bool {
        let file = mutant.strip_prefix("app/domain/");
        let file = file.and_then(|rest| rest.split(':').next());
        file.is_some_and(|file| self.now.contains(file))
    }

    /// What is written down while it is of these rules.
    pub fn text(&self, rules: &str) -> String {
        let lines = std::iter::once(rules).chain(self.anew.iter().map(String::as_str));
        lines.collect::<Vec<_>>().join("\n")
    }

    /// What is told of it beside its figures.
    pub fn said(&self) -> String {
        match self.anew.len() {
            0 => String::new(),
            1 => "; 1 file after the others".to_owned(),
            count => format!("; {count} files after the others"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_left_off_goes_on_with_the_files_that_have_other_rules() {
        let file = std::env::temp_dir().join(format!("nytta-begun-{}", std::process::id()));
        let read = || Begun::read(&file).expect("read");
        assert_eq!(read(), None, "nothing was begun");
        let since = |earlier: &str| match earlier {
            "abc" => Some(BTreeSet::new()),
            "abd" => Some(["src/level.rs".to_owned()].into()),
            _ => None,
        };
        let level = "app/domain/src/level.rs:12:5: replace a";
        let goes_on = |text: &str| {
            fs::write(&file, text).expect("written");
            read().and_then(|begun| begun.goes_on(since))
        };
        let same = goes_on("abc").expect("the rules are the same");
        assert!(!same.is_anew(level) && same.said().is_empty());
        assert_eq!(same.text("abc"), "abc");
        let other = goes_on("abd\nsrc/b.rs").expect("one file has others");
        assert!(other.is_anew(level) && !other.is_anew("app/domain/src/b.rs:1:1: replace a"));
        assert_eq!(other.text("abe"), "abe\nsrc/b.rs\nsrc/level.rs");
        assert_eq!(other.said(), "; 2 files after the others");
        assert_eq!(goes_on("another"), None, "more has changed");
        // Rooms were looked at in between.
        assert_eq!(goes_on(""), None);
        fs::remove_file(&file).expect("goes");
    }
}
