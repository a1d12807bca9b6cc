//! A folder of a test's own.

use std::path::PathBuf;

use uuid::Uuid;

/// An empty folder that goes with the test.
pub struct Folder(pub PathBuf);

impl Folder {
    /// Makes it.
    pub fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("nytta-folder-{}", Uuid::now_v7().simple()));
        std::fs::create_dir(&folder).expect("a temporary folder");
        Self(folder)
    }

    /// The path of a file in it.
    pub fn file(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }

    /// The URL of an SQLite database in it.
    pub fn database(&self, name: &str) -> String {
        format!("sqlite://{}?mode=rwc", self.file(name))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A folder that is gone already is what is wanted.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
