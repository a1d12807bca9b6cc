//! What can go wrong, always with the command that failed and what to do about it.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitStatus;

/// The result of every step.
pub type Result<T> = std::result::Result<T, Error>;

/// A failed step.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A program could not be started at all.
    #[error("`{command}` did not start: {source}\n       {hint}")]
    NotStarted {
        command: String,
        source: io::Error,
        hint: String,
    },
    /// A program ended badly.
    #[error("`{command}` failed ({status})\n       {hint}")]
    Failed {
        command: String,
        status: ExitStatus,
        hint: String,
    },
    /// A program that is needed is not there and could not be installed.
    #[error("{what} is missing\n       {hint}")]
    Missing { what: String, hint: String },
    /// A file or folder could not be read or written.
    #[error("could not {doing} {}: {source}", path.display())]
    File {
        doing: &'static str,
        path: PathBuf,
        source: io::Error,
    },
    /// Something that a step made or read is not as it should be.
    #[error("{what}\n       {hint}")]
    Unexpected { what: String, hint: String },
    /// A check found something.
    #[error("{check}: {} found\n{}\n       {hint}", findings.len(), listed(findings))]
    Findings {
        check: &'static str,
        findings: Vec<String>,
        hint: &'static str,
    },
}

impl Error {
    /// For `map_err` on file operations: `.map_err(Error::file("read", &path))`.
    pub fn file(doing: &'static str, path: impl AsRef<Path>) -> impl FnOnce(io::Error) -> Self {
        let path = path.as_ref().to_owned();
        move |source| Self::File { doing, path, source }
    }
}

fn listed(findings: &[String]) -> String {
    findings
        .iter()
        .map(|finding| format!("  - {finding}"))
        .collect::<Vec<_>>()
        .join("\n")
}
