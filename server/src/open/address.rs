//! A database's address: whether it is one, and the file that it names.

use std::path::PathBuf;

use percent_encoding::percent_decode_str;
use store::Place;

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
    // Before anything in it is shown.
    if !is_readable(url) {
        return Err(OpenError::Unreadable);
    }
    match unread_parameter(url) {
        Some((name, meant)) => Err(OpenError::Parameter { name, meant }),
        None => Ok(()),
    }
}

/// Whether the driver reads the address, and reads as the password what is one. One with / or # in it is read as a host and a port,
/// if its beginning is a number, and the rest as the name of a database.
fn is_readable(url: &str) -> bool {
    let (_, rest) = url.split_once("://").unwrap_or(("", url));
    let place = rest.split_once('?').map_or(rest, |(place, _)| place);
    let name = place.split_once('/').map_or("", |(_, name)| name);
    !rest.contains('#') && !name.contains('@') && Place::of(url).is_some()
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
    fn what_may_be_a_password_in_an_address_that_is_read_wrongly_is_not_shown() {
        for url in [
            "postgres://nytta:hem/ligt@db/nytta",
            "postgres://nytta:hem#ligt@db/nytta",
            "postgres://nytta:12/ligt@db/nytta",
            "postgres://nytta:12#ligt@db/nytta",
            "postgres://nytta:hem/li#gt@127.0.0.1:5432/nytta",
            "postgres://nytta:hem?ligt@db/nytta",
            "postgres://nytta:hemligt@db:port/nytta",
        ] {
            let told = is_address(url).expect_err("it is none").to_string();
            assert!(
                told.starts_with("the address of the PostgreSQL database cannot be read"),
                "{told}"
            );
            assert!(!told.contains("hem") && !told.contains("ligt"), "{told}");
        }
        for url in [
            "postgres://nytta:hem%2Fligt@db/nytta",
            "postgres://nytta@%2Fvar%2Frun%2Fpostgresql/nytta",
            "postgres://db/nytta?user=nytta&password=a@b",
        ] {
            is_address(url).expect(url);
        }
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
