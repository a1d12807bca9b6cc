//! A database's address: whether it is one, and the file that it names.

use std::path::PathBuf;

use percent_encoding::percent_decode_str;

use super::error::OpenError;
use crate::postgres_address::unread_parameter;
use crate::settings::hidden;

/// Refuses what is no address of a database that is known.
pub(crate) fn is_address(url: &str) -> Result<(), OpenError> {
    if url.starts_with("sqlite:") {
        return Ok(());
    }
    if !["postgres://", "postgresql://"]
        .iter()
        .any(|begins| url.starts_with(begins))
    {
        return Err(OpenError::Url(as_typed(url)));
    }
    match unread_parameter(url) {
        Some((name, meant)) => Err(OpenError::Parameter { name, meant }),
        None => Ok(()),
    }
}

/// What stands in the place of an address, without what may be a password.
fn as_typed(url: &str) -> String {
    if url.trim().is_empty() {
        return "an empty address".to_owned();
    }
    let small = url.to_ascii_lowercase();
    let may_hide = ["@", "://", "passw", "pwd"]
        .iter()
        .any(|sign| small.contains(sign));
    if may_hide {
        format!("“{}”", hidden(url))
    } else {
        format!("“{url}”")
    }
}

/// The file of an SQLite database, with or without slashes before it; none where it is in memory, or no SQLite. What is written
/// with per cent signs is read as the driver reads it.
pub(crate) fn sqlite_file(url: &str) -> Option<PathBuf> {
    let rest = url.strip_prefix("sqlite:")?;
    let rest = rest.strip_prefix("//").unwrap_or(rest);
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let in_memory = path.is_empty() || path == ":memory:" || query.contains("mode=memory");
    (!in_memory).then(|| PathBuf::from(percent_decode_str(path).decode_utf8_lossy().into_owned()))
}

/// The address says that the file is there, and is not changed. SQLite is told to make it by any other, whatever its mode.
pub(super) fn is_read_only(url: &str) -> bool {
    let query = url.split_once('?').map_or("", |(_, query)| query);
    query.split('&').any(|setting| setting == "mode=ro")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_asks_for_tls_wrongly_asks_for_nothing_and_is_refused() {
        let told = is_address("postgres://nytta@db/nytta?sslmod=verify-full").expect_err("nothing reads it");
        let told = told.to_string();
        assert!(
            told.starts_with("“sslmod” is no parameter") && told.ends_with("did you mean sslmode?"),
            "{told}"
        );
        assert!(is_address("postgres://nytta@db/nytta?sslmode=verify-full").is_ok());
        assert!(is_address("sqlite://data/nytta.sqlite?mode=rwc").is_ok());
    }

    #[test]
    fn a_file_is_the_one_that_the_driver_opens() {
        for (url, file) in [
            ("sqlite://data/nytta.sqlite?mode=rwc", Some("data/nytta.sqlite")),
            (
                "sqlite:///srv/my%20data/n%C3%A4.sqlite",
                Some("/srv/my data/nä.sqlite"),
            ),
            ("sqlite:/srv/my data/n.sqlite", Some("/srv/my data/n.sqlite")),
            ("sqlite::memory:", None),
            ("sqlite://shared?mode=memory", None),
            ("postgres://nytta@localhost/nytta", None),
        ] {
            assert_eq!(sqlite_file(url), file.map(PathBuf::from), "{url}");
        }
    }

    #[test]
    fn what_is_no_address_is_told_as_it_was_typed_but_for_a_password() {
        for (url, told) in [
            ("", "an empty address is no database; write sqlite://"),
            (" ", "an empty address is no database"),
            ("data/nytta.sqlite", "“data/nytta.sqlite” is no database"),
            (
                "mysql://n:hemligt@db/nytta",
                "“mysql://***@db/nytta” is no database",
            ),
            ("n:hemligt@db/nytta", "“***” is no database"),
            ("host=db user=n password=hemligt", "“***” is no database"),
        ] {
            let refused = is_address(url).expect_err("it is none").to_string();
            assert!(refused.starts_with(told), "{refused}");
        }
        for url in [
            "sqlite::memory:",
            "postgres://n:hemligt@db/nytta",
            "postgresql://db/nytta",
        ] {
            assert!(is_address(url).is_ok(), "{url}");
        }
    }

    #[test]
    fn a_file_is_made_unless_it_is_to_be_read_alone() {
        for (url, is) in [
            ("sqlite://data/nytta.sqlite?mode=ro", true),
            ("sqlite://data/nytta.sqlite?cache=private&mode=ro", true),
            ("sqlite://data/nytta.sqlite", false),
            ("sqlite://data/nytta.sqlite?mode=rw", false),
            ("sqlite://data/nytta.sqlite?mode=rwc", false),
            ("sqlite://mode=ro/nytta.sqlite", false),
        ] {
            assert_eq!(is_read_only(url), is, "{url}");
        }
    }
}
