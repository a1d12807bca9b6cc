//! What is known of mutants by now, so that a run that was interrupted goes on: those that a test noticed, and those that do not
//! compile.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};

/// Where it is kept, in the folder of mutants.
const FILE: &str = "ledger.txt";
const NOTICED: &str = "noticed ";
const UNCOMPILED: &str = "uncompiled ";

/// Mutants by their names, `app/domain/src/level.rs:12:5: replace …`.
#[derive(Clone)]
pub struct Ledger {
    place: PathBuf,
    /// A test failed on each.
    pub noticed: BTreeSet<String>,
    /// None of them is a program.
    pub uncompiled: BTreeSet<String>,
}

impl Ledger {
    /// Reads what is known; nothing where nothing was kept.
    pub fn read(mutants: &Path) -> Result<Self> {
        let place = mutants.join(FILE);
        let text = if place.exists() {
            fs::read_to_string(&place).map_err(Error::file("read", &place))?
        } else {
            String::new()
        };
        let those = |mark: &str| -> BTreeSet<String> {
            let named = text.lines().filter_map(|line| line.strip_prefix(mark));
            named.map(str::to_owned).collect()
        };
        Ok(Self {
            noticed: those(NOTICED),
            uncompiled: those(UNCOMPILED),
            place,
        })
    }

    /// Takes in more, and keeps it. What is known already stays what it was: cargo-mutants is told of it in one list, and where it
    /// finds nothing to do that list is all that stands there.
    pub fn add(&mut self, noticed: &[String], uncompiled: &[String]) -> Result<()> {
        let new = |one: &&String| !self.noticed.contains(*one) && !self.uncompiled.contains(*one);
        let noticed: Vec<String> = noticed.iter().filter(new).cloned().collect();
        let uncompiled: Vec<String> = uncompiled.iter().filter(new).cloned().collect();
        self.noticed.extend(noticed);
        self.uncompiled.extend(uncompiled);
        self.keep()
    }

    /// Forgets those that `forgotten` says.
    pub fn forget(&mut self, forgotten: impl Fn(&str) -> bool) -> Result<()> {
        self.noticed.retain(|one| !forgotten(one));
        self.uncompiled.retain(|one| !forgotten(one));
        self.keep()
    }

    /// All that need not be looked at again.
    pub fn known(&self) -> impl Iterator<Item = &str> {
        self.noticed.iter().chain(&self.uncompiled).map(String::as_str)
    }

    fn keep(&self) -> Result<()> {
        let line = |mark: &str, one: &String| format!("{mark}{one}\n");
        let noticed = self.noticed.iter().map(|one| line(NOTICED, one));
        let uncompiled = self.uncompiled.iter().map(|one| line(UNCOMPILED, one));
        let text: String = noticed.chain(uncompiled).collect();
        fs::write(&self.place, text).map_err(Error::file("write", &self.place))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_is_kept_and_forgotten() {
        let folder = std::env::temp_dir().join(format!("nytta-ledger-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let mut ledger = Ledger::read(&folder).expect("nothing yet");
        assert_eq!(ledger.known().count(), 0);
        let owned = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
        ledger.add(&owned(&["b", "a"]), &owned(&["c"])).expect("kept");
        ledger.add(&owned(&["c", "a"]), &[]).expect("all of it is known");
        let mut again = Ledger::read(&folder).expect("read");
        assert_eq!(again.known().collect::<Vec<_>>(), ["a", "b", "c"]);
        assert_eq!(again.uncompiled.len(), 1);
        again.forget(|one| one != "b").expect("kept");
        assert_eq!(
            Ledger::read(&folder).expect("read").known().collect::<Vec<_>>(),
            ["b"]
        );
        fs::remove_dir_all(&folder).expect("goes");
    }
}
