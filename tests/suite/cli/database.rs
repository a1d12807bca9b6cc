//! A database that is not there, does not answer, says no or is newer is told in a line, and left alone.

use store::{Kind, Store, StoreOptions};

use super::{Desk, has};
use crate::support::database::on;
use crate::support::rows::must;

#[test]
fn a_command_that_finds_no_database_makes_none() {
    let desk = Desk::new();
    let email = ["--email", "drift@nytta.example"];
    let report = ["report", "--to-year", "2024"];
    let mail = ["digest", "--mail-from", "nytta@nytta.example"];
    for words in [
        vec!["verify"],
        vec!["export"],
        [&report[..], &["--format", "json"]].concat(),
        [&report[..], &["--archive", "paket.zip"]].concat(),
        vec!["dispose"],
        vec!["dispose", "--dry-run"],
        [&["user", "link"], &email[..]].concat(),
        [&["user", "forget-app"], &email[..]].concat(),
        [&["erase-name", "--yes"], &email[..]].concat(),
        [&mail[..], &["--url", "https://nytta.example"]].concat(),
        vec!["backup", "today.nytta"],
    ] {
        // As somebody types it in the wrong folder.
        let mut command = desk.command(&words);
        command.env_remove("NYTTA_DATABASE_URL");
        command.env("NYTTA_SMTP_URL", "smtp://127.0.0.1:1");
        let output = command.output().expect("the program starts");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{words:?}: {said}");
        has(
            &said,
            &["there is no database data/nytta.sqlite", "NYTTA_DATABASE_URL"],
        );
        assert_eq!(output.stdout, b"", "{words:?}");
        let left = std::fs::read_dir(&desk.folder).expect("lists").count();
        assert_eq!(left, 0, "{words:?} leaves nothing");
    }
}

#[test]
fn a_database_that_cannot_be_used_is_told_in_a_line() {
    let desk = Desk::new();
    let secret = "mysql://nytta:hemligt@localhost/nytta";
    let line = desk.fails(&["--database-url", secret, "migrate"], 1);
    has(&line, &["mysql://", "postgres://"]);
    assert!(
        !line.contains("hemligt"),
        "a password stays with who typed it: {line}"
    );
    let nobody = "postgres://nytta:hemligt@127.0.0.1:1/nytta";
    let line = desk.fails(&["--database-url", nobody, "migrate"], 1);
    assert!(
        !line.contains("hemligt"),
        "a password stays with who typed it: {line}"
    );
    has(
        &line,
        &[
            "127.0.0.1:1 ",
            "database nytta, role nytta",
            "look whether it runs",
        ],
    );
    assert_eq!(
        line.matches("does not answer").count(),
        0,
        "no more than is known: {line}"
    );
    let unread = "postgres://nytta:hem/li#gt@127.0.0.1:1/nytta";
    for command in ["migrate", "verify", "serve"] {
        let line = desk.fails(&["--database-url", unread, command], 1);
        has(&line, &["cannot be read", "%2F"]);
        assert!(!line.contains("hem/") && !line.contains("gt@"), "{line}");
    }
    let text = desk.written("brev.txt", b"Det var en gang en databas som inte var en databas.");
    let line = desk.fails(&["--database-url", &format!("sqlite://{text}"), "migrate"], 1);
    has(&line, &["cannot be opened"]);
}

#[test]
fn a_database_that_says_no_is_told_with_where_it_is() {
    on(Kind::Postgres, |world| async move {
        let url = world.empty().await;
        let (start, rest) = url.split_once("://").expect("a URL");
        let (place, _) = rest.split_once('?').unwrap_or((rest, ""));
        let (place, _) = place.rsplit_once('/').expect("a database");
        let nowhere = format!("{start}://{place}/finns_inte");
        let host = place.rsplit_once('@').map_or(place, |(_, host)| host);
        let strange = format!("{start}://nobody_at_all:hemligt@{host}/nytta");
        let desk = Desk::new();
        for (url, named) in [(&nowhere, "finns_inte"), (&strange, "nobody_at_all")] {
            let line = desk.fails(&["--database-url", url, "migrate"], 1);
            has(&line, &[named, "PostgreSQL at ", "says: ", "pg_hba.conf"]);
            assert!(!line.contains("at line") && !line.contains("hemligt"), "{line}");
            let (_, said) = line.split_once("says: ").expect("what it says");
            let said = said.split(';').next().unwrap_or_default();
            assert_eq!(line.matches(said).count(), 1, "told once: {line}");
        }
    });
}

#[tokio::test]
async fn a_newer_schema_is_refused_and_left_alone() {
    let desk = Desk::new();
    desk.works(&["migrate"]);
    let store = Store::connect(&StoreOptions::new(desk.url()))
        .await
        .expect("opens");
    must(
        &store,
        &["INSERT INTO seaql_migrations (version, applied_at) VALUES ('m29990101_000001_later', 0)"],
    )
    .await;
    drop(store);
    let commands: [&[&str]; 4] = [
        &["serve", "--addr", "127.0.0.1:0"],
        &["migrate"],
        &["export"],
        &["verify"],
    ];
    for words in commands {
        has(&desk.fails(words, 1), &["newer", "m29990101_000001_later"]);
    }
}
