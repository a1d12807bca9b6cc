//! What tests read PDF files with: programs of Debian's, and packages of Python's, pinned, in a folder of their own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::debian::Need;
use crate::error::{Error, Result};
use crate::process::{find, run, step};
use crate::workspace::Workspace;

/// Text and pages of a PDF.
pub const POPPLER: Need = Need {
    what: "pdftotext and pdfinfo",
    packages: &["poppler-utils"],
    find: || find("pdfinfo").and_then(|_| find("pdftotext")),
};

/// Whether a PDF is whole.
pub const QPDF: Need = Need {
    what: "qpdf",
    packages: &["qpdf"],
    find: || find("qpdf"),
};

/// Python that can make a folder for packages. The system's own, where it has one.
pub const PYTHON: Need = Need {
    what: "Python with venv",
    packages: &["python3-venv"],
    find: python,
};

fn python() -> Option<PathBuf> {
    let candidates = ["/usr/bin/python3", "python3"].map(PathBuf::from);
    candidates.into_iter().find(|python| {
        let tried = Command::new(python)
            .args(["-c", "import venv, ensurepip"])
            .output();
        tried.is_ok_and(|tried| tried.status.success())
    })
}

/// The Python of a folder with all packages that `tests/python/requirements.txt` asks for, installed if it has changed.
pub fn python_packages(workspace: &Workspace) -> Result<PathBuf> {
    let asked = workspace.root.join("tests/python/requirements.txt");
    let wanted = fs::read(&asked).map_err(Error::file("read", &asked))?;
    let folder = workspace.target().join("python");
    let installed = folder.join("requirements.txt");
    let own = folder.join("bin/python");
    if own.exists() && fs::read(&installed).is_ok_and(|installed| installed == wanted) {
        return Ok(own);
    }
    let python = python().ok_or_else(|| Error::Missing {
        what: PYTHON.what.to_owned(),
        hint: "It was there a moment ago: run the tests again.".to_owned(),
    })?;
    step("Installing pikepdf and pdfua (for tests)", || {
        install(&python, &folder, &own, &asked)?;
        fs::write(&installed, &wanted).map_err(Error::file("write", &installed))
    })?;
    Ok(own)
}

fn install(python: &Path, folder: &Path, own: &Path, asked: &Path) -> Result<()> {
    let hint = "Look at the message above; it needs the Python package index.";
    run(
        Command::new(python).args(["-m", "venv", "--clear"]).arg(folder),
        hint,
    )?;
    run(
        Command::new(own)
            .args([
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--no-deps",
                "--only-binary",
                ":all:",
            ])
            .arg("--requirement")
            .arg(asked),
        hint,
    )
}
