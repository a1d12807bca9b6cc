//! A small disk of a test's own, that can be filled and closed for writing.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use uuid::Uuid;

use super::assert_let;
use super::program::said;

/// A file system in memory. It goes with the test.
pub struct Disk(PathBuf);

impl Disk {
    /// Mounts one of so many MiB.
    pub fn mount(mebibytes: u32) -> Self {
        let folder = std::env::temp_dir().join(format!("nytta-disk-{}", Uuid::now_v7().simple()));
        fs::create_dir(&folder).expect("a temporary folder");
        let disk = Self(folder);
        disk.mounted(&["-t", "tmpfs", "-o", &format!("size={mebibytes}m"), "tmpfs"]);
        disk
    }

    fn mounted(&self, words: &[&str]) {
        let told = Command::new("mount").args(words).arg(&self.0).output();
        let told = told.expect("mount is there");
        assert_let(told.status.success(), "mounts a disk of its own", &said(&told));
    }

    /// The path of a file on it.
    pub fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// The URL of an SQLite database on it.
    pub fn database(&self) -> String {
        format!("sqlite://{}?mode=rwc", self.file("nytta.sqlite").display())
    }

    /// Fills it up, but for so many bytes.
    pub fn fill(&self, but: u64) {
        let path = self.file("filler");
        let mut filler = File::create(&path).expect("a file");
        let chunk = [0_u8; 4096];
        let full = loop {
            if let Err(error) = filler.write_all(&chunk) {
                break error;
            }
        };
        assert_eq!(full.kind(), ErrorKind::StorageFull, "{full}");
        let filled = filler.metadata().expect("its size").len();
        filler.set_len(filled.saturating_sub(but)).expect("it shrinks");
    }

    /// Makes room again.
    pub fn free(&self) {
        fs::remove_file(self.file("filler")).expect("the filler goes");
    }

    /// Closes it for writing, or opens it again. Nobody may have a file of it open to write.
    pub fn read_only(&self, is: bool) {
        self.mounted(&["-o", if is { "remount,ro" } else { "remount,rw" }]);
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // What the test still has open goes with the test.
        let _ = Command::new("umount").arg("--lazy").arg(&self.0).status();
        let _ = fs::remove_dir(&self.0);
    }
}

/// Files that nobody can write, not even root and not by a handle that is open; writable again with the value.
pub struct Immutable(Vec<PathBuf>);

impl Immutable {
    /// Closes files.
    pub fn close(files: &[&Path]) -> Self {
        let files: Vec<_> = files.iter().map(|file| file.to_path_buf()).collect();
        let closed = Self(files);
        for file in &closed.0 {
            let told = Command::new("chattr").arg("+i").arg(file).output();
            let told = told.expect("chattr is there");
            let does = "closes files by chattr +i, on a file system that knows it, such as ext4";
            assert_let(told.status.success(), does, &said(&told));
        }
        closed
    }
}

impl Drop for Immutable {
    fn drop(&mut self) {
        for file in &self.0 {
            // One that is left closed would stay behind in a temporary folder, and says so.
            let opened = Command::new("chattr").arg("-i").arg(file).status();
            if !opened.is_ok_and(|status| status.success()) {
                eprintln!("{} is still closed: chattr -i opens it", file.display());
            }
        }
    }
}
