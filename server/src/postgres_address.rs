//! What may stand behind the question mark of a PostgreSQL address.

use percent_encoding::percent_decode_str;

use crate::settings::ALIKE;

/// What the driver reads. Anything else it passes over with a line in the log: written wrongly, what asks for TLS would ask for
/// nothing.
const PARAMETERS: [&str; 18] = [
    "application_name",
    "dbname",
    "host",
    "hostaddr",
    "options",
    "password",
    "port",
    "ssl-ca",
    "ssl-cert",
    "ssl-key",
    "ssl-mode",
    "ssl-root-cert",
    "sslcert",
    "sslkey",
    "sslmode",
    "sslrootcert",
    "statement-cache-capacity",
    "user",
];

/// How `options` are given one by one.
const OPTION: &str = "options[";

/// The first parameter of an address that nothing reads, and the one that it is most like.
pub(crate) fn unread_parameter(url: &str) -> Option<(String, Option<&'static str>)> {
    let (_, query) = url.split_once('?')?;
    let query = query.split_once('#').map_or(query, |(query, _)| query);
    let names = query
        .split('&')
        .map(|pair| pair.split_once('=').map_or(pair, |(name, _)| name));
    let names = names.map(|name| percent_decode_str(name).decode_utf8_lossy().into_owned());
    let unread = names
        .filter(|name| !name.is_empty() && !name.starts_with(OPTION))
        .find(|name| !PARAMETERS.contains(&name.as_str()))?;
    // What is no name at all may be the end of a password with a question mark in it, which is shown to nobody.
    let is_name = unread
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    if !is_name {
        return Some(("***".to_owned(), None));
    }
    let alike = |known: &&'static str| strsim::jaro_winkler(&unread.to_ascii_lowercase(), known);
    let likeliest = PARAMETERS
        .into_iter()
        .max_by(|one, other| alike(one).total_cmp(&alike(other)))
        .filter(|known| alike(known) >= ALIKE);
    Some((unread, likeliest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nothing_reads_is_found_with_what_may_be_meant() {
        let unread = |query: &str| unread_parameter(&format!("postgres://nytta:a%3Fb@db/nytta{query}"));
        for query in [
            "",
            "?",
            "?sslmode=verify-full&sslrootcert=/etc/a%26b.pem",
            "?host=/run/postgresql&options[lock_timeout]=5s&options%5Bjit%5D=off",
            "?application_name=nytta#sslmod",
        ] {
            assert_eq!(unread(query), None, "{query}");
        }
        for (query, name, meant) in [
            ("?sslmod=verify-full", "sslmod", Some("sslmode")),
            ("?host=/run&SSLMODE=require", "SSLMODE", Some("sslmode")),
            ("?application=x", "application", Some("application_name")),
            ("?x", "x", None),
            ("?ligt@db/nytta", "***", None),
        ] {
            assert_eq!(unread(query), Some((name.to_owned(), meant)), "{query}");
        }
    }
}
