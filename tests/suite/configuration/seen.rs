//! Who may see what: secrets, and what is for the eyes of one account alone.

use std::fs::Permissions;
use std::os::unix::fs::{PermissionsExt, chown};

use super::{configured, problems, settings};
use crate::support::assert_let;
use crate::support::folder::Folder;
use crate::support::program::{program, said};

#[test]
fn secrets_are_shown_to_nobody() {
    let folder = Folder::new();
    let key = "5e".repeat(32);
    let text = format!(
        "secret_key = \"{key}\"\nsmtp_url = \"smtps://nytta:hemligt@mail.nytta.example\"\n\
         mail_from = \"nytta@nytta.example\"\npublic_url = \"https://nytta.example\"\n\
         oidc_issuer = \"https://id.nytta.example\"\noidc_client_id = \"nytta\"\noidc_client_secret = \"hemligt\"\n"
    );
    for words in [&["config", "check"][..], &["config", "check", "--help"]] {
        let output = configured(&folder, &text, words).output().expect("it ends");
        let told = said(&output);
        assert!(output.status.success(), "{told}");
        assert!(!told.contains("hemligt") && !told.contains(&key), "{told}");
    }
    let told = said(
        &configured(&folder, &text, &["config", "check"])
            .output()
            .expect("it ends"),
    );
    let told = settings(&told);
    assert_eq!(told["secret_key"], ("***", "file"));
    assert_eq!(told["oidc_client_secret"], ("***", "file"));
    assert_eq!(told["smtp_url"], ("smtps://***@mail.nytta.example", "file"));
}

/// Who may read what there is.
fn mode(path: &str) -> u32 {
    std::fs::metadata(path).expect("it is there").permissions().mode() & 0o777
}

#[test]
fn what_the_program_makes_is_for_its_eyes_alone() {
    let folder = Folder::new();
    let works = |url: &str, words: &[&str]| {
        let output = program(url, words).output().expect("it ends");
        assert!(output.status.success(), "{url}: {}", said(&output));
    };
    // SQLite would make the file by itself, for everybody, with any of these.
    for (number, ending) in ["?mode=rwc", "?mode=rw", ""].iter().enumerate() {
        let deep = folder.file(&format!("new-{number}/deep"));
        let file = format!("{deep}/nytta.sqlite");
        let url = format!("sqlite://{file}{ending}");
        works(&url, &["migrate"]);
        assert_eq!(mode(&file), 0o600, "{url}");
        for made in [&deep, &folder.file(&format!("new-{number}"))] {
            assert_eq!(mode(made), 0o700, "{url}: {made}");
        }
        works(&url, &["config", "check"]);
    }
    let backup = folder.file("today.nytta");
    works(&folder.database("new-0/deep/nytta.sqlite"), &["backup", &backup]);
    works(&folder.database("restored/nytta.sqlite"), &["restore", &backup]);
    assert_eq!(mode(&folder.file("restored")), 0o700);
    assert_eq!(mode(&folder.file("restored/nytta.sqlite")), 0o600);
}

#[test]
fn root_is_told_that_what_it_makes_in_another_account_s_folder_is_its_own() {
    let folder = Folder::new();
    let handed = chown(&folder.0, Some(65_534), None);
    assert_let(
        handed.is_ok(),
        "gives a folder to another account",
        &format!("{handed:?}"),
    );
    // The nearest folder that is there counts: the other is made.
    let url = folder.database("data/nytta.sqlite");
    let warned = |words: &[&str]| {
        let output = program(&url, words).output().expect("it ends");
        let told = said(&output);
        assert!(output.status.success(), "{told}");
        told.contains("this runs as root in ") && told.contains("belongs to uid 65534")
    };
    assert!(warned(&["migrate"]), "it makes a database");
    assert!(!warned(&["migrate"]), "it makes none");
}

#[test]
fn a_database_that_everybody_may_read_is_told() {
    let folder = Folder::new();
    let url = folder.database("nytta.sqlite");
    let run = |words: &[&str]| {
        let output = program(&url, words).output().expect("it ends");
        (output.status.code(), said(&output))
    };
    assert_eq!(run(&["migrate"]).0, Some(0));
    let file = folder.file("nytta.sqlite");
    let set = |path: &str, mode| {
        std::fs::set_permissions(path, Permissions::from_mode(mode)).expect("its rights");
    };
    let above = folder.0.display().to_string();
    for (of_file, of_folder, is_told) in [
        (0o644, 0o755, true),
        // Nobody else comes as far as to it.
        (0o644, 0o700, false),
        (0o640, 0o755, false),
    ] {
        set(&file, of_file);
        set(&above, of_folder);
        let (code, told) = run(&["config", "check"]);
        assert_eq!(code, Some(i32::from(is_told)), "{told}");
        let is_it = |problem: &&str| problem.starts_with("database: ") && problem.contains("chmod o=");
        assert_eq!(problems(&told).iter().any(is_it), is_told, "{told}");
    }
}
