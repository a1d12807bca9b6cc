//! A mail server on this machine, which keeps what it is sent.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use uuid::Uuid;

use super::repository;

/// A running mail server. It ends with the value, and its messages go with it.
pub struct Smtp {
    process: Child,
    folder: PathBuf,
    /// Where it listens, as `NYTTA_SMTP_URL` has it.
    pub url: String,
}

impl Smtp {
    /// Starts one on a free port.
    pub fn start() -> Self {
        let folder = std::env::temp_dir().join(format!("nytta-mail-{}", Uuid::now_v7().simple()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let python = std::env::var("NYTTA_TEST_PYTHON");
        let python = python.expect("NYTTA_TEST_PYTHON says where the tests' Python is: run cargo xtask test");
        let mut process = Command::new(python)
            .arg(repository().join("tests/suite/support/smtp_server.py"))
            .arg(&folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the mail server starts");
        let mut port = String::new();
        let said = process.stdout.take().expect("its output");
        BufReader::new(said).read_line(&mut port).expect("a port");
        Self {
            process,
            folder,
            url: format!("smtp://127.0.0.1:{}", port.trim()),
        }
    }

    fn refusal(&self) -> PathBuf {
        self.folder.join("refuse")
    }

    /// Refuses every message from now on, or takes them again.
    pub fn refuse(&self, refuses: bool) {
        let done = if refuses {
            std::fs::write(self.refusal(), "")
        } else {
            std::fs::remove_file(self.refusal())
        };
        done.expect("the folder is there");
    }

    /// The messages that have come, in no order.
    pub fn messages(&self) -> Vec<String> {
        let files = std::fs::read_dir(&self.folder).expect("the folder");
        let files = files.map(|file| file.expect("a file").path());
        files
            .filter(|path| path.extension().is_some_and(|end| end == "eml"))
            .map(|path: PathBuf| read(&path))
            .collect()
    }
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).expect("a message")
}

impl Drop for Smtp {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        // It may have ended already, and a folder that stays harms nobody.
        let _ = self.process.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
