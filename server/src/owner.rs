//! Whose a file is, for whoever runs the program as another account than they think.

use std::io::{Error, ErrorKind};
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use crate::open::folder_of;

/// The number of root.
const ROOT: u32 = 0;

/// What an account does that has come to a place of another's.
const RUN: &str = "run this as the account that the server runs as";

/// What to do about a file that cannot be used, as an error goes on after its cause.
pub(crate) fn advice(file: &Path, error: &Error) -> String {
    if error.kind() != ErrorKind::PermissionDenied {
        return "look at the path, and at the disk".to_owned();
    }
    match whose(file) {
        Some(whose) => format!("{whose}; {RUN}, or give it to that account by chown"),
        None => format!("{RUN}, and look whether it may write there"),
    }
}

/// The same of a file that is there, and can be read at most.
pub(crate) fn advice_to_write(file: &Path) -> String {
    match whose(file) {
        Some(whose) => format!(
            "{whose}; {RUN}, or give that account all that begins with the file's name by chown, and start again"
        ),
        None => "make it and its folder writable for the account that the program runs as (is the disk mounted read-only?), \
                 and start again"
            .to_owned(),
    }
}

/// The same of a file of settings, which its group may read as well.
pub(crate) fn advice_to_read(file: &Path, error: &Error) -> String {
    match (error.kind(), whose(file)) {
        (ErrorKind::NotFound, _) => "name one that is there".to_owned(),
        (ErrorKind::PermissionDenied, Some(whose)) => format!(
            "{whose}; let that account's group read it (chgrp, chmod 640), and look into its folder (chmod 750)"
        ),
        (ErrorKind::PermissionDenied, None) => {
            "look whether the account that this runs as may read it, and look into its folder".to_owned()
        }
        _ => "look at the path, and at the disk".to_owned(),
    }
}

/// Whose a file is, or else the folder that it would be in; none where that is who asks, or cannot be seen.
fn whose(file: &Path) -> Option<String> {
    let (what, owner) = match owner(file) {
        Some(owner) => ("it", owner),
        None => ("its folder", owner(folder_of(file))?),
    };
    stranger(what, owner, us())
}

/// What belongs to another account than that which asks.
fn stranger(what: &str, owner: u32, us: u32) -> Option<String> {
    (owner != us).then(|| {
        format!(
            "{what} belongs to {}, and this runs as {}",
            named(owner),
            named(us)
        )
    })
}

/// Warns where root is about to make a file among those of another account, which could not use it. The folder need not be there.
pub(crate) fn warn_of_root(file: &Path) {
    let place = place(folder_of(file));
    let warning = owner(place).and_then(|owner| root_among(place, file, owner, us()));
    if let Some(warning) = warning {
        tracing::warn!("{warning}");
    }
}

/// Root makes a file in a place of somebody else's.
fn root_among(place: &Path, file: &Path, owner: u32, us: u32) -> Option<String> {
    (us == ROOT && owner != ROOT).then(|| {
        let owner = named(owner);
        format!(
            "this runs as root in {}, which belongs to {owner}: {owner} cannot use {}, which is made by it; run it as that \
             account, or give it the file by chown",
            place.display(),
            file.display()
        )
    })
}

/// A folder, or the nearest above it that is there.
pub(crate) fn place(folder: &Path) -> &Path {
    let place = folder.ancestors().find(|place| place.exists());
    // What is left of a relative one is the folder that this is run in.
    place.unwrap_or(Path::new("."))
}

fn owner(path: &Path) -> Option<u32> {
    path.metadata().ok().map(|there| there.uid())
}

/// The account that the program runs as.
fn us() -> u32 {
    rustix::process::geteuid().as_raw()
}

fn named(account: u32) -> String {
    match account {
        ROOT => "root".to_owned(),
        account => format!("uid {account}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whose_a_file_is_is_told_of_another_account_alone() {
        let told = stranger("it", 0, 998);
        assert_eq!(
            told.as_deref(),
            Some("it belongs to root, and this runs as uid 998")
        );
        let told = stranger("its folder", 998, 0);
        assert_eq!(
            told.as_deref(),
            Some("its folder belongs to uid 998, and this runs as root")
        );
        assert_eq!(stranger("it", 998, 998), None);
    }

    #[test]
    fn what_cannot_be_read_is_told_with_what_to_do() {
        let file = Path::new("/nowhere/nytta.toml");
        let told = |kind: ErrorKind| advice_to_read(file, &Error::from(kind));
        assert_eq!(told(ErrorKind::NotFound), "name one that is there");
        assert!(told(ErrorKind::PermissionDenied).contains("may read it"));
        assert!(told(ErrorKind::InvalidData).contains("look at the path"));
    }

    #[test]
    fn root_is_warned_among_what_is_another_account_s() {
        let (place, file) = (Path::new("/var/lib/nytta"), Path::new("/var/lib/nytta/n.sqlite"));
        let told = root_among(place, file, 998, 0).expect("it is");
        assert!(
            told.contains("as root in /var/lib/nytta, which belongs to uid 998: uid 998 cannot use"),
            "{told}"
        );
        for (owner, us) in [(0, 0), (998, 998), (0, 998)] {
            assert_eq!(root_among(place, file, owner, us), None);
        }
    }

    #[test]
    fn advice_is_about_rights_where_they_are_in_the_way() {
        let here = std::env::current_exe().expect("this program");
        let denied = Error::from(ErrorKind::PermissionDenied);
        assert!(advice(&here, &denied).contains(RUN));
        let full = Error::from(ErrorKind::StorageFull);
        assert_eq!(advice(&here, &full), "look at the path, and at the disk");
    }
}
