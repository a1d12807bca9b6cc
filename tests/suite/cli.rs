//! The program at a terminal: help with examples, and one clear line with a non-zero exit for whatever
//! goes wrong.

mod access;
mod calculation;
mod database;
mod disposal;
mod help;
mod key;
mod portfolio;
mod serving;

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output};

use uuid::Uuid;

use crate::support::program::program;

/// A folder of the test's own, with a database in it; gone when the test is.
struct Desk {
    folder: PathBuf,
}

impl Desk {
    fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("nytta-cli-{}", Uuid::now_v7().simple()));
        std::fs::create_dir(&folder).expect("a temporary folder");
        Self { folder }
    }

    fn url(&self) -> String {
        format!("sqlite://{}?mode=rwc", self.file("nytta.sqlite").display())
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn written(&self, name: &str, content: &[u8]) -> String {
        let file = self.file(name);
        std::fs::write(&file, content).expect("a file");
        shown(&file)
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = program(&self.url(), words);
        command.current_dir(&self.folder);
        command
    }

    fn run(&self, words: &[&str]) -> Output {
        self.command(words).output().expect("the program starts")
    }

    /// What a command says that works.
    fn works(&self, words: &[&str]) -> String {
        let output = self.run(words);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{words:?}: {said}");
        assert_eq!(said, "", "{words:?} works and still complains");
        String::from_utf8(output.stdout).expect("text")
    }

    /// The one line of a command that fails, without a trace on standard output.
    fn fails(&self, words: &[&str], code: i32) -> String {
        let output = self.run(words);
        let said = String::from_utf8(output.stderr).expect("text");
        assert_eq!(output.status.code(), Some(code), "{words:?}: {said}");
        assert_eq!(String::from_utf8_lossy(&output.stdout), "", "{words:?}");
        let line = said.strip_suffix('\n').expect("a whole line");
        assert!(!line.contains('\n'), "{words:?} takes more than a line:\n{said}");
        let line = line
            .strip_prefix("nytta: ")
            .unwrap_or_else(|| panic!("{words:?} does not say who speaks: {line}"));
        assert!(line.len() > 20, "{words:?} says too little: {line}");
        line.to_owned()
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        // A folder that is gone already is what is wanted.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn shown(file: &Path) -> String {
    file.display().to_string()
}

fn has(line: &str, words: &[&str]) {
    for word in words {
        assert!(line.contains(word), "“{word}” is not in: {line}");
    }
}

/// A running server, killed if the test does not end it.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // One that has ended already cannot be killed, and need not be.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
