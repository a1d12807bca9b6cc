//! What tests need that do something to the server, the disk or the way to it.

use std::path::PathBuf;

use crate::debian::Need;
use crate::process::find;

/// What stands before several servers.
pub const NGINX: Need = Need {
    what: "nginx",
    packages: &["nginx"],
    find: || find("nginx").or_else(off_path),
};

/// What counts how often the disk is asked to hold what it was given.
pub const STRACE: Need = Need {
    what: "strace",
    packages: &["strace"],
    find: || find("strace"),
};

/// What closes files for everybody.
pub const CHATTR: Need = Need {
    what: "chattr",
    packages: &["e2fsprogs"],
    find: || find("chattr"),
};

/// Where Debian has it: a folder that is on PATH for root alone.
fn off_path() -> Option<PathBuf> {
    Some(PathBuf::from("/usr/sbin/nginx")).filter(|file| file.is_file())
}
